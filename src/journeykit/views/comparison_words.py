"""The words of comparisons, one table a language."""

from attrs import frozen

from journeykit.model import FrozenMap

Plural = tuple[str, str]


@frozen(kw_only=True, eq=False, repr=False)
class ComparisonWords:
    """What pictures of comparisons say beside what a map says. As in `Words`, nothing has a default; fields that end in `_n` are pairs."""

    comparison: str
    lenses: FrozenMap[str, str]
    intended: str
    against: str
    before: str
    after: str
    one_side: str
    other_side: str
    only_there: str
    states: FrozenMap[str, str]
    planned: str
    actual: str
    run: str
    version: str
    matters_most: str
    nothing: str
    no_columns: str
    no_picture: str

    # What became of a touchpoint
    added: str
    removed: str
    changed: str
    differs: str
    renamed: str
    moved_to: str
    moved_from: str
    now_in: str
    stands_in: str
    split: str
    part_of: str
    merged_into: str
    merged: str
    unresolved: str
    same_left_out_n: Plural
    differing_left_out_n: Plural
    followed_left_out_n: Plural
    too_many_columns: str
    numbered_through: str

    # Curves
    feels: str
    feels_note: str
    gap: str

    # The table of changes
    changes: str
    status: str
    different: str
    made_by: str
    no_action: str
    statuses: FrozenMap[str, str]
    classes: FrozenMap[str, str]
    more_n: Plural
    rows_left_n: Plural
    quiet_n: Plural
    not_matched: str
    may_be: str

    # Two views of one journey
    gaps_title: str
    gaps_note: str
    gap_head: str
    no_view: str
    part_named: str
    within_margin: str
    customers: str
    employees: str
    slopes: str
    slope_strong: str
    slope_weak: str
    unlike: str

    # Plan and run
    deviations: FrozenMap[str, str]
    as_planned: str
    skipped: str
    fitness: str
    in_order_after: str
    met_by: str
    runs_of: str
    runs_deviating: str
    how_they_deviate: str
    share_of_runs: str
    share_head: str
    other_ways_n: Plural
    more_unplanned_n: Plural

    # Personas by touchpoints
    personas_n: Plural
    more_personas_n: Plural
    overlay: str
    overlay_note: str
    too_many_curves: str
    matrix: str
    matrix_note: str
    difference: str
    not_there: str

    # Runs, and two providers
    stages: str
    stages_note: str
    touchpoints_here_n: Plural
    best: str
    no_stage: str
    feels_like: str
    readings_n: Plural
    step: str

    # Figures and expectations
    by_channel: str
    by_persona: str
    by_channel_note: str
    figure: str
    spread: str
    shown: str
    verdicts: FrozenMap[str, str]
    actions: str
    actions_note: str
    before_it: str
    since_it: str
    change: str
    attained: str
    side_effect: str
    no_figure: str
    not_measured: str
    undated: str
    expectations: str
    expected: str
    met_column: str
    standard: str

    symbols: FrozenMap[str, str]
