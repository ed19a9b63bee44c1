"""The words of curves side by side, one table a language."""

from attrs import frozen

from journeykit.model import FrozenMap

Plural = tuple[str, str]


@frozen(kw_only=True, eq=False, repr=False)
class CurveWords:
    """What panels of curves say beside what a map says. As in `Words`, nothing has a default; fields that end in `_n` are pairs."""

    note: str
    peak: str
    trough: str
    end: str
    nobody: str
    no_journey: str
    curves_n: Plural
    best: str
    worst: str
    and_others_n: Plural
    no_felt: str
    n_range: str
    n_unstated: str
    no_channel: str
    no_persona: str
    view_of: FrozenMap[str, str]
    intended: str
    illustrative: str
    table: tuple[str, str, str, str, str, str]
