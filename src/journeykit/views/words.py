"""Every word that a picture says, in one table a language. Views put facts into its templates and hold no words of their own."""

from attrs import frozen

from journeykit.model import FrozenMap

from .blueprint_words import BlueprintWords

Plural = tuple[str, str]
"""The template for one, and that for any other number."""


@frozen(kw_only=True, eq=False, repr=False)  # two hundred fields: what nobody uses need not be made
class Words:
    """The words of one language. None has a default: a table that lacks a word is an error of its types.

    Names in braces are filled in; `{}` is filled in by whoever breaks the picture into parts. Fields that end in `_n` are pairs: for one, and for any other number.

    Attributes:
        lang: primary language subtag.
        decimal, thousands: separators in numbers.
        comma: between things in a row, with its space.
        numerals: numbers from zero up in words, as they stand within a sentence; larger ones are digits.
    """

    lang: str
    decimal: str
    thousands: str
    numerals: tuple[str, ...]
    quoted: str
    comma: str
    listed: str
    either: str

    # The blueprint has a table of its own
    blueprint: BlueprintWords

    # The grid
    stage: str
    touchpoint: str
    number: str
    critical: str
    legend: str
    continued: str
    part: str
    page: str
    titles_in_full: str
    texts_in_full: str
    in_full: str
    more_n: Plural
    axis: tuple[str, str, str, str, str]
    flags: FrozenMap[str, str]

    # The title block
    states: FrozenMap[str, str]
    forms: FrozenMap[str, str]
    statuses: FrozenMap[str, str]
    hypothesis: str
    perspectives: FrozenMap[str, str]
    whose: str
    no_persona: str
    unknown_facts: str
    facts: FrozenMap[str, str]
    needs: str
    from_to: str
    span: str
    span_from: str
    span_to: str
    objective: str
    goal_is: str
    situation: str
    how_known: str
    sources_n: Plural
    no_sources: str
    all_assumed: str
    feelings_are: FrozenMap[str, str]
    feelings_mixed: FrozenMap[str, str]
    read_of: str
    no_feelings: str
    in_numbers: str
    mean_and_peak_end: str
    mean_only: str
    largest_drop: str
    largest_drops: str
    journey_owner: str
    no_journey_owner: str
    stages_n: Plural
    touchpoints_n: Plural
    contacts_n: Plural
    alone_n: Plural

    # The finding: a sentence of facts
    high_then_drop_n: Plural
    high_and_drop_n: Plural
    high_and_low: str
    low_only: str
    high_only: str
    highs: str
    lows: str
    drop_n: Plural
    drops_n: Plural
    same_throughout: str
    one_reading: str
    and_time_over: str
    and_time_kept: str
    time_over: str
    time_kept: str
    worst_pain: str
    worst_pain_share: str
    nobody_asked: str
    fail_points_n: Plural
    and_unowned_n: Plural
    no_touchpoints: str
    end: str

    # Arcs
    leads: str
    otherwise: str
    again: str
    helps: str
    harms: str
    affects: str
    unsaid_effect: str

    # Lanes: title and how to read it
    lanes: FrozenMap[str, str]
    notes: FrozenMap[str, str]
    only_assumed: str
    feeling_note: str
    feeling_mixed_note: str
    bases: FrozenMap[str, str]
    views: FrozenMap[str, str]
    moments: FrozenMap[str, str]
    reading_of: str
    first_gap: str
    gap: str
    undrawn_series: str
    steps_without_column: str

    # Time
    units: FrozenMap[str, str]
    duration_units: FrozenMap[str, str]
    units_spoken: FrozenMap[str, str]
    in_all: str
    time_note: str
    time_note_waits: str
    times_of: Plural
    waiting: str
    only_waiting: str
    tolerated: str
    not_in_sum: str
    target_over: str
    target_under: str
    target_met: str
    tolerance_over: str
    tolerance_under: str
    tolerance_met: str
    limit: str
    wait: str

    # Cells
    met: FrozenMap[str, str]
    no_contact: str
    not_stated: str
    nobody: str
    not_ours: str
    no_owner_n: Plural
    owned: str
    supporting: str
    also_at: str
    unrated_pains: str
    pain_bar: str
    pain_ticks: str
    resolved: str
    severities: tuple[str, str, str, str, str]
    severity: str
    not_rated: str
    root_cause: str
    action_statuses: FrozenMap[str, str]
    action_is: str
    insight_kinds: FrozenMap[str, str]
    evidence_kinds: FrozenMap[str, str]
    media: FrozenMap[str, str]
    strengths: tuple[str, str, str, str]
    more_sources: str
    codes: str
    probability: str
    recovery: str
    risk: str

    # Key figures
    key_figures: str
    families: FrozenMap[str, str]
    other_figures: str
    unknown_value: str
    points: str
    changed_better: str
    changed_worse: str
    changed_up: str
    changed_down: str
    changed_no_method: str
    unchanged: str
    within_margin: str
    over_target: str
    under_target: str
    on_target: str
    target: str
    reached_target: str
    not_measured: str
    measured_only_at: str
    figure_note_n: str
    figure_note_range: str
    figure_note_none: str
    undated: str
    better_n: Plural
    worse_n: Plural
    than_before: str

    # Legend
    symbols: FrozenMap[str, str]
    empty_cells: str

    # What is said to those who do not see the picture
    counts: str
    feeling_best: Plural
    feeling_one: Plural
    feeling_none: str
    critical_is: str
    cited: str
    time_is: str
    time_is_target: str

    # Summary of very many columns
    summary_note: str
    summary_strip: str
    summary_strip_note: str
    summary_strip_hollow: str
    summary_range: str
    summary_same: str
    summary_pains_n: Plural
    summary_time: str
    summary_unowned: Plural
    summary_owned: Plural
    summary_cited: str
