"""The sentences of comparisons, one table a language; a table is made when its language is asked for."""

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

from attrs import frozen

from journeykit.model import FrozenMap

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Plural", "Vocabulary", "words_in"]

Plural = tuple[str, str]
"""The form for one, and the form for any other number, which stands at {n}."""

_TABLES = {"ar": "arabic", "de": "german", "en": "english"}


@frozen(kw_only=True, eq=False, repr=False)
class Vocabulary:
    """What is said of a comparison. Nothing has a default; fields that end in `_n` are pairs.

    Names in quotation marks stand at {name} and {names}, ready as they are; {n} and other numbers are printed already.
    """

    # How the language writes
    lang: str
    rtl: bool
    decimal: str
    thousands: str
    quotes: str
    arrow: str
    separator: str
    listed: str
    listed_more: str
    percent: str
    with_remark: str
    duration_units: FrozenMap[str, str]

    # Words of the model
    classes: FrozenMap[str, Plural]
    singulars: FrozenMap[str, str]
    fields: FrozenMap[str, str]
    values: FrozenMap[str, str]
    nothing: str
    yes: str
    no: str

    # One change
    change: str
    moved_across: str
    moved_place: str
    split_into: str
    merged_from: str
    unresolved_perhaps: str
    only_there: str
    new_one: str
    gone_one: str
    another_order: str
    no_reading: str
    feeling: str
    feeling_same: str

    # The table of all rows
    headings: tuple[str, str, str, str, str, str]
    statuses: FrozenMap[str, str]
    methods: FrozenMap[str, str]

    # Sides
    before: str
    after: str
    for_customers: str
    for_employees: str
    on_one_side: str
    on_other_side: str
    for_whom: str
    with_whom: str
    first_persona: str
    second_persona: str
    first_side: str
    second_side: str
    of_journey: str

    # What differs
    nothing_differs: str
    summary_n: Plural
    none_unchanged: str
    all_unchanged: str
    elements_differ_n: Plural
    known_otherwise: str
    known_only: str
    unresolved_n: Plural
    times: FrozenMap[str, Plural]
    readings_alike: FrozenMap[str, str]
    fields_alike: FrozenMap[str, str]
    wandered_sides: str
    wandered: str
    critical_moment: str
    remark: str
    activity_sides: str
    activity_only: str
    activity_order: str
    activity_instead: str
    activity_also: str
    activity_no_longer: str
    no_change: str
    no_difference: str
    reading_within: str
    reading_within_margin: str
    reading_better: str
    reading_worse: str
    reading_higher: str
    reading_lower: str
    grouped_n: FrozenMap[str, Plural]
    grouped_only_n: Plural
    now_in: str

    # Figures and feelings
    value_of: str
    figure_at: str
    figure_through: str
    figure_of: str
    margin: str
    verdicts: FrozenMap[str, str]
    for_the_better: str
    for_the_worse: str
    a_change: str
    feels: str
    feels_when: str
    feeling_not_comparable: str

    # What a lens needs and does not find
    lacking: FrozenMap[str, str]
    measured_otherwise: str

    # The future
    goal_from: str
    goal_to: str
    goal: str
    goal_target: str
    goal_reached: str
    goal_not_reached: str
    pains_addressed_n: Plural
    pains_not_addressed: str
    pains_gone: str
    pains_new_n: Plural
    times_sum: str
    waits_sum: str
    unrealised_n: Plural
    touching_nothing: str
    to_create: str
    to_end: str
    channels_new_n: Plural
    channels_gone: str

    # Versions and actions
    version_against: str
    pains_back: str
    pains_came: str
    pains_left: str
    put_in_place: str
    evidence_old: str
    evidence_new: str
    no_action: str
    not_since_when: str
    since: str
    names_no_kpi: str
    since_target: str
    worse_besides_n: Plural
    no_value: str
    of_the_way: str

    # Personas
    felt_by_two: str
    only_has: str
    critical_of_two: str
    both_suffer: str
    only_suffers: str
    ways: str
    chance: str
    in_common: str
    none_of_them: str
    all_of_them: str
    critical_of_all: str
    set_apart: str
    both_ends: str
    some_suffer: str
    not_met_by: str
    felt_by_all: str
    felt_for: str
    only_meets: str
    all_suffer: str

    # Customers and employees
    gap_better: str
    gap_worse: str
    also_better: str
    also_worse: str
    no_view: str
    no_gap: str
    blind_spots: str
    unfelt: str
    critical_of_views: str
    importance: str
    agreement: tuple[str, str, str]
    both_name: str

    # Providers
    only_has_stage_n: Plural
    only_offers: str
    known_from: str
    nothing_cited: str
    better_here: str

    # Expectations and channels
    met: FrozenMap[str, str]
    expectation_shift: FrozenMap[str, str]
    expectation_short: str
    standard: str
    disappoints: str
    takes_too_long: str
    off_target: str
    no_expectation: str
    expectations_unknown_n: Plural
    expectations_met_n: Plural
    no_figure_by: str
    spread_was: str
    unmeasured: str
    spread: str
    in_period: str
    through: str
    of_persona: str
    margin_unknown: str
    within_margin: str
    shown_between: str
    pair_shown: str

    # Runs
    no_run: str
    run_kept: str
    run_deviates: str
    runs_kept_n: Plural
    fitness: str
    fitness_mean: str
    almost_one: str
    happened: FrozenMap[str, str]
    happened_in: str

    # What a lens counts
    measures: FrozenMap[str, str]
    measures_title: str
    measure_of: str

    def number(self, value: float, digits: int = 3) -> str:
        """A number with at most so many decimals, thousands apart; a minus is a minus sign."""
        text = f"{abs(round(value, digits)):,.{digits}f}".rstrip("0").removesuffix(".")
        whole, _, rest = text.partition(".")
        shown = whole.replace(",", self.thousands) + (self.decimal + rest if rest else "")
        return f"{self.sign('−')}{shown}" if value < 0 and shown.strip("0.,") else shown

    def sign(self, sign: str) -> str:
        """A sign that stays before its number."""
        return f"\N{LEFT-TO-RIGHT MARK}{sign}" if self.rtl else sign

    def counted(self, count: int, forms: Plural, **facts: str) -> str:
        """The form for that many, with the number in it."""
        return forms[0 if count == 1 else 1].format(n=self.number(count), **facts)


def words_in(language: str | None) -> Vocabulary:
    """The table of a language (BCP 47); English where there is none for it.

    Example:
        >>> words_in("de-AT").nothing, words_in(None).nothing
        ('nichts', 'nothing')
    """
    return _table(_TABLES.get((language or "en").replace("_", "-").split("-")[0].casefold(), "english"))


def _made(name: str) -> Vocabulary:
    return cast("Vocabulary", getattr(import_module(f"{__package__}.vocabulary_{name}"), name.upper()))


_table = cast("Callable[[str], Vocabulary]", lru_cache(maxsize=8)(_made))
