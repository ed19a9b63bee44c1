"""The words of key figures by place, one table a language."""

from attrs import frozen

from journeykit.model import FrozenMap

Plural = tuple[str, str]


@frozen(kw_only=True, eq=False, repr=False)
class KPIWords:
    """What key figures by place say beside what a map says. As in `Words`, nothing has a default; fields that end in `_n` are pairs.

    Attributes:
        patterns: what happened beside how it felt, by the pattern that the measure finds.
        statuses: where a figure stands, by status; `amber` and `off` where it has a target are told by the distance instead.
    """

    title: str
    whole_book: str
    no_kpi: str
    patterns: FrozenMap[str, str]
    between: str
    changed_n: str
    none_judged: str
    none_measured: str
    no_direction: str
    miss_n: Plural
    miss_only: str
    meet_only: str
    statuses: FrozenMap[str, str]
    within: str
    of_n: str
    of_unstated: str
    at: str
    interval: str
    other_source: str
    persona_of: str
    no_margin_n: Plural
    how_to_read: str
    table: tuple[str, str, str, str, str, str, str, str, str]
