"""KPIs and their measurements: a definition is not a value."""

from collections.abc import Collection, Iterable, Sequence
from typing import ClassVar

from attrs import field, frozen

from journeykit.errors import Problem

from .about import NUMBER, TEXT, Check, Ref, about, choice, later, many, number, whole
from .checked import Checked, Element, to_map, to_ref, to_refs, tupled
from .frozenmap import EMPTY, FrozenMap
from .values import PERIOD, SCALE, Period, Scale, to_period, to_scale
from .words import Cadence, Direction, KPIFamily, Method, Metric


def _is_counts(value: object) -> bool:
    return isinstance(value, FrozenMap) and all(isinstance(key, str) and _COUNT.test(one) for key, one in value.items())


_COUNT = whole(0)
_COUNTS = Check("counts", "whole numbers of 0 or more by answer group", _is_counts)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Measurement(Checked):
    """A value of a KPI at a time.

    Attributes:
        kpi: may be left out where the measurement stands at its KPI.
        at: the period measured; `start` opens a longer one.
        n: number of answers or cases; None is not stated, never 0.
        sd: standard deviation of the answers.
        counts: such as promoters, passives, detractors; or hits.
        anchor: where it was measured, if not at the whole journey.
    """

    _word: ClassVar[str] = "Measurement"

    kpi: str | None = field(default=None, converter=to_ref, metadata=about("The KPI measured.", ref=Ref("kpi")))
    at: Period | None = field(default=None, converter=to_period, metadata=about("The period measured.", PERIOD))
    start: Period | None = field(default=None, converter=to_period, metadata=about("The first period, where several are covered.", PERIOD))
    value: float = field(metadata=about("The value.", NUMBER))
    n: int | None = field(default=None, metadata=about("Number of answers or cases.", whole(1)))
    sd: float | None = field(default=None, metadata=about("Standard deviation of the answers.", number(0)))
    counts: FrozenMap[str, int] = field(default=EMPTY, converter=to_map, metadata=about("Counts by answer group.", _COUNTS))
    anchor: str | None = field(default=None, converter=to_ref, metadata=about("Where it was measured.", ref=Ref("place")))
    persona: str | None = field(default=None, converter=to_ref, metadata=about("Of whom.", ref=Ref("persona")))
    channel: str | None = field(default=None, converter=to_ref, metadata=about("Through which channel.", ref=Ref("channel", loose=True)))
    version: str | None = field(default=None, metadata=about("Of which version of the journey.", TEXT))
    source: str | None = field(default=None, converter=to_ref, metadata=about("What it is known from.", ref=Ref("source")))
    note: str | None = field(default=None, metadata=about("A remark.", TEXT))

    @property
    def key(self) -> tuple[str, ...]:
        """What makes a measurement of one KPI the same measurement: two with equal keys are one too many."""
        return tuple(
            str(one) if one else "" for one in (self.at, self.start, self.anchor, self.persona, self.channel, self.version, self.source)
        )

    def _problems(self, wrong: Collection[str]) -> Sequence[Problem]:
        if wrong or self.start is None or self.at is None or self.start.start <= self.at.end:
            return ()
        return [Problem("A measurement starts after its end.", "start", got=f"{self.start} to {self.at}", expected="start before at")]


def to_measurements(value: Measurement | Iterable[Measurement] | None) -> tuple[Measurement, ...]:
    """One measurement, several or none."""
    return tupled(value, Measurement)


MEASUREMENTS = many(Measurement, "measurements")


def doubled(measurements: Iterable[Measurement], kpi: str | None = None) -> Iterable[Problem]:
    """A problem for each measurement whose key another one has."""
    seen: set[tuple[str, ...]] = set()
    for place, one in enumerate(measurements):
        key = (one.kpi or kpi or "", *one.key)
        if key in seen:
            when = f" at {one.at}" if one.at else ""
            message = f"KPI {key[0]!r} is measured twice{when} for the same thing."
            expected = "one measurement for each period, anchor, persona, channel, version and source"
            yield Problem(message, f"measurements[{place}]", expected=expected)
        seen.add(key)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class KPI(Element):
    """What is measured, and what would be good.

    Attributes:
        family: experience (how it felt), operational (what happened), business (what it brought).
        unit: such as %, points, min, count, EUR.
        direction: which way is better.
        method: how answers become one figure; `unknown` is missing. Values of different methods are not comparable.
        scale: of the answers.
        target, baseline, amber, red: in the unit.
        system: where the figure comes from. collection: when and how it is asked.
        period: how often.
    """

    _title_field: ClassVar[str] = "name"
    _word: ClassVar[str] = "KPI"

    name: str = field(kw_only=False, metadata=about("What it is called.", TEXT))
    definition: str | None = field(default=None, metadata=about("What exactly is measured.", TEXT))
    family: KPIFamily | None = field(default=None, metadata=about("Experience, operational or business.", choice(KPIFamily)))
    metric: Metric | None = field(default=None, metadata=about("A known measure.", choice(Metric)))
    unit: str | None = field(default=None, metadata=about("Unit, such as %, points, min.", TEXT))
    direction: Direction | None = field(default=None, metadata=about("Which way is better.", choice(Direction)))
    method: Method | None = field(default=None, metadata=about("How answers become one figure.", choice(Method)))
    scale: Scale | None = field(default=None, converter=to_scale, metadata=about("Scale of the answers.", SCALE))
    scope: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("Where it holds.", ref=Ref("place")))
    baseline: float | None = field(default=None, metadata=about("Value to start from.", NUMBER))
    target: float | None = field(default=None, metadata=about("Value to reach.", NUMBER))
    amber: float | None = field(default=None, metadata=about("From here on it needs attention.", NUMBER))
    red: float | None = field(default=None, metadata=about("From here on it is off.", NUMBER))
    owner: str | None = field(default=None, converter=to_ref, metadata=about("Who answers for it.", ref=Ref("owner")))
    system: str | None = field(default=None, converter=to_ref, metadata=about("Where the figure comes from.", ref=Ref("system")))
    collection: str | None = field(default=None, metadata=about("When and how it is asked.", TEXT))
    period: Cadence | None = field(default=None, metadata=about("How often it is measured.", choice(Cadence)))
    measurements: tuple[Measurement, ...] = field(default=(), converter=to_measurements, metadata=about("Its values.", MEASUREMENTS))
    note: str | None = field(default=None, metadata=about("A remark.", TEXT))

    def _problems(self, wrong: Collection[str]) -> Sequence[Problem]:
        return [] if "measurements" in wrong or not self.measurements else list(doubled(self.measurements, self.id))
