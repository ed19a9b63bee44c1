"""The words of a blueprint, one table a language."""

from attrs import frozen

from journeykit.model import FrozenMap

Plural = tuple[str, str]


@frozen(kw_only=True, eq=False, repr=False)
class BlueprintWords:
    """What a blueprint says beside what a map says. As in `Words`, nothing has a default.

    Attributes:
        layers, layer_notes: lane titles and how to read them, by layer.
        lines: the named lines. Fields that end in `_n` are pairs.
        kinds: link kinds as a verb between the titles of both ends; `kinds_both`: those that hold in both directions.
    """

    badge: str
    layers: FrozenMap[str, str]
    layer_notes: FrozenMap[str, str]
    systems: str
    nobody: str
    evidence: str
    evidence_note: str
    time: str
    time_note: str
    metrics: str
    feelings: str
    feelings_note: str
    lines: FrozenMap[str, str]
    contacts_n: Plural
    other_links_n: Plural
    links_n: Plural
    no_links: str
    below_line: FrozenMap[str, str]
    meets: str
    inside: str
    outside: str
    in_whole: str
    counted_in_whole: str
    known_time: str
    left_out: str
    cut: str
    no_part: str
    convention: str
    conventions: FrozenMap[str, str]
    convention_texts: FrozenMap[str, str]
    hangs_on_n: Plural
    hang_on_n: Plural
    meets_n: Plural
    meets_never: str
    unowned_n: Plural
    fails_n: Plural
    statuses: FrozenMap[str, str]
    again: str
    same: str
    done_for: str
    policy: str
    costs: str
    uses: str
    tolerated: str
    measured: str
    waits: str
    standard: str
    wait_point: str
    decides: str
    idle: str
    sub_journey: str
    nothing_behind: str
    effect_inside: str
    notes: str
    remarks: str
    notes_note: str
    connectors: str
    continues: str
    kinds: FrozenMap[str, str]
    kinds_both: FrozenMap[str, str]
    branch: str
    quality: str
    link: str
    crosses: str
    symbols: FrozenMap[str, str]
    counts: str
    stage_of_n: Plural
    activities_n: Plural
    bundled: str
    within_stages: str
    none_left_out: str
    table_links: str
    table_kind: str
