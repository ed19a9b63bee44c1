"""What happened beside how it felt: faster and better, or faster but worse."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from attrs import frozen

from journeykit.arguments import door
from journeykit.model import Portfolio, fold

from ._kpi_series import Series, change_of, series_in
from ._kpi_status import better
from ._numbers import number, quoted
from ._places import about, journeys_of
from ._result import Book, Cell, Missing, Result, Used
from ._statistics import spearman

Pattern = Literal["both better", "both worse", "faster but worse", "slower but better", "mixed", "no demonstrable change"]
LEAST_PAIRS = 8
_WORDS: dict[tuple[bool, bool], Pattern] = {
    (True, True): "both better", (False, False): "both worse", (True, False): "faster but worse", (False, True): "slower but better",
}  # fmt: skip
_COLUMNS = (
    "anchor",
    "before",
    "after",
    "kpi",
    "name",
    "family",
    "value_before",
    "value_after",
    "change",
    "direction",
    "is_shown",
    "pattern",
)


@frozen(kw_only=True)
class Movement:
    """How one KPI moved between two periods.

    Attributes:
        is_better: for the better or worse; None where it did not move or nobody says which way is good.
        is_shown: the change exceeds its margin; None where no margin can be had.
    """

    kpi: str
    name: str
    family: str
    before: float
    after: float
    is_better: bool | None
    is_shown: bool | None
    where: tuple[str, str]


@frozen(kw_only=True)
class Joined:
    """Operational and experience KPIs side by side: one anchor, two neighbouring periods."""

    anchor: str
    before: str
    after: str
    movements: tuple[Movement, ...]
    pattern: Pattern


@frozen(kw_only=True)
class Correlation:
    """Spearman's rank correlation of an operational and an experience KPI over `n` paired periods. It says nothing about causes."""

    anchor: str
    operational: str
    experience: str
    rho: float
    n: int


@frozen(kw_only=True)
class OperationalExperience(Result[tuple[str, ...]]):
    """Patterns by anchor and period; `value` holds the patterns of the last pair of periods of each anchor."""

    joined: tuple[Joined, ...] = ()
    correlations: tuple[Correlation, ...] = ()


@door
def operational_experience(book: Book, *, level: float = 0.95) -> OperationalExperience:
    """Join operational and experience KPIs by anchor and period, and name the pattern of their changes.

    Figures are joined where both families were measured at the same anchor in the same two periods. A change within its margin
    counts as none; a change whose margin is not known counts, and is marked. Correlation only from 8 paired periods on.

    Args:
        book: a journey or a portfolio. A journey's own KPIs stand at the journey as a whole.
        level: of the margins.

    Source: vehicle buyers in 2024 and 2025 were faster in the store and less satisfied (CDK Global, Friction Points).

    Example:
        >>> from journeykit.model import KPI, Journey, Measurement
        >>> def kpi(name, family, direction, first, last):
        ...     values = [Measurement(at=2024, value=first), Measurement(at=2025, value=last)]
        ...     return KPI(name, family=family, direction=direction, measurements=values)
        >>> kpis = [kpi("Minutes", "operational", "lower", 39, 35), kpi("NPS", "experience", "higher", 48, 29)]
        >>> book = Portfolio("Cars", kpis=kpis, journeys=[Journey("I buy", kpis=["minutes", "nps"])])
        >>> operational_experience(book).value
        ('faster but worse',)
    """
    at = _by_anchor(book)
    joined: list[Joined] = []
    correlations: list[Correlation] = []
    missing: list[Missing] = []
    for anchor, held in at.items():
        families = {one.kpi.family for one in held if one.points}
        if not {"operational", "experience"} <= families:
            lacking = "experience" if "operational" in families else "operational"
            missing.append(Missing(anchor or "kpis", f"no {lacking} KPI measured here: nothing to join"))
            continue
        pairs = _pairs(anchor, held, level)
        joined += pairs
        if not pairs:
            missing.append(Missing(anchor or "kpis", "no two periods in which both families were measured"))
        correlations += _correlations(anchor, held)
    last = {one.anchor: one for one in joined}
    return OperationalExperience(
        measure="operational_experience",
        about=about(book),
        value=tuple(one.pattern for one in last.values()),
        sentence=_sentence(book, list(last.values())),
        columns=_COLUMNS,
        records=tuple(_record(one, move) for one in joined for move in one.movements),
        used=tuple(
            Used(f"{path}.value", value)
            for one in joined
            for move in one.movements
            for path, value in zip(move.where, (move.before, move.after), strict=True)
        ),
        missing=tuple(missing),
        basis=("measured",) if joined else (),
        notes=("What moves together need not cause each other.",),
        joined=tuple(joined),
        correlations=tuple(correlations),
    )


def _by_anchor(book: Book) -> dict[str, list[Series]]:
    """Series by the place where they were measured; those of whole journeys at the journey that names their KPI."""
    journeys = journeys_of(book)
    owners: dict[str, list[str]] = {}
    for journey in journeys:
        for key in journey.kpis:
            owners.setdefault(fold(key), []).append(journey.id)
    found: dict[str, list[Series]] = {}
    for one in series_in(book):
        if one.kpi.family not in {"operational", "experience"}:
            continue
        for anchor in [one.anchor] if one.anchor else owners.get(one.kpi.id, [""] if isinstance(book, Portfolio) and not journeys else []):
            found.setdefault(anchor, []).append(one)
    return found


def _values(one: Series) -> dict[str, int]:
    """Place of the last measurement of each period."""
    return {str(point.measured.at): at for at, point in enumerate(one.points) if point.measured.at is not None}


def _pairs(anchor: str, held: Sequence[Series], level: float) -> list[Joined]:
    periods: dict[str, set[str]] = {"operational": set(), "experience": set()}
    starts: dict[str, tuple[object, ...]] = {}
    values = [(one, _values(one)) for one in held]
    for one, known in values:
        for text, at in known.items():
            periods[one.kpi.family or ""].add(text)
            period = one.points[at].measured.at
            starts[text] = (period.end, period.start) if period else ()
    both = sorted(periods["operational"] & periods["experience"], key=lambda text: starts[text])
    made = []
    for before, after in pairwise(both):
        moves = [_movement(one, known[before], known[after], level) for one, known in values if before in known and after in known]
        if {"operational", "experience"} <= {one.family for one in moves}:
            made.append(Joined(anchor=anchor, before=before, after=after, movements=tuple(moves), pattern=_pattern(moves)))
    return made


def _movement(one: Series, before: int, after: int, level: float) -> Movement:
    first, last = one.points[before], one.points[after]
    gap = change_of(one.kpi, first.measured, last.measured, level)
    shown = None if gap is None else gap.is_shown
    return Movement(
        kpi=one.kpi.id,
        name=one.kpi.name,
        family=one.kpi.family or "",
        before=first.value,
        after=last.value,
        is_better=None if shown is False else better(one.kpi, last.value - first.value, last.value),
        is_shown=shown,
        where=(first.where, last.where),
    )


def _pattern(moves: Sequence[Movement]) -> Pattern:
    sides = []
    for family in ("operational", "experience"):
        found = {one.is_better for one in moves if one.family == family and one.is_better is not None}
        if len(found) > 1:
            return "mixed"
        sides.append(next(iter(found), None))
    operational, experience = sides
    return "no demonstrable change" if operational is None or experience is None else _WORDS[operational, experience]


def _correlations(anchor: str, held: Sequence[Series]) -> list[Correlation]:
    made = []
    sides = {family: [(one, _values(one)) for one in held if one.kpi.family == family] for family in ("operational", "experience")}
    for first, known in sides["operational"]:
        for second, other in sides["experience"]:
            both = [text for text in known if text in other]
            if len(both) < LEAST_PAIRS or (first.persona, first.channel) != (second.persona, second.channel):
                continue
            rho = spearman([first.points[known[one]].value for one in both], [second.points[other[one]].value for one in both])
            if rho is not None:
                made.append(Correlation(anchor=anchor, operational=first.kpi.id, experience=second.kpi.id, rho=rho, n=len(both)))
    return made


def _record(one: Joined, move: Movement) -> tuple[Cell, ...]:
    word = None if move.is_better is None else "better" if move.is_better else "worse"
    change = move.after - move.before
    return (
        one.anchor, one.before, one.after, move.kpi, move.name, move.family, move.before, move.after, change, word, move.is_shown, one.pattern
    )  # fmt: skip


def _sentence(book: Book, last: Sequence[Joined]) -> str:
    if not last:
        return "No operational and experience KPIs were measured at the same place in the same two periods."
    order: tuple[Pattern, ...] = ("faster but worse", "both worse", "slower but better", "both better", "mixed", "no demonstrable change")
    one = min(last, key=lambda joined: order.index(joined.pattern))
    titles = {journey.id: quoted(journey.title) for journey in journeys_of(book)}
    place = titles.get(one.anchor, one.anchor or "the portfolio")
    move = max(
        (move for move in one.movements if move.family == "experience"),
        key=lambda move: (move.is_better is False, abs(move.after - move.before)),
    )
    return f"{place}, {one.before} to {one.after}: {one.pattern} ({quoted(move.name)} from {number(move.before)} to {number(move.after)})."
