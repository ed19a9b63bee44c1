"""What lanes share: the journey laid out in columns, and what was gathered from it once."""

from collections.abc import Callable

from attrs import frozen

from journeykit.errors import step
from journeykit.model import Journey, Lines, Route, Stage, Touchpoint, lines_of, routes_of, steps_of
from journeykit.record import Record

from .evidence import Backing, backings_of, cited_sources
from .languages import words_for
from .measured import Measured, measured_in
from .printed import embedded
from .readings import Course, Track, course_of, tracks_of
from .statements import Statements, places_of, statements_of
from .words import Words


@frozen(eq=False, repr=False)
class Block(Record):
    """A stage that has touchpoints, and its columns `start` to `end`."""

    stage: Stage
    start: int
    end: int
    path: str


@frozen(kw_only=True, eq=False, repr=False)
class Context(Record):
    """A journey laid out in columns.

    Attributes:
        journey: what is laid out; its library knows names.
        words: in which language the picture speaks.
        path: model path of the journey; `paths` those of the columns.
        columns: the touchpoints. numbers: what they are called by; those of the whole where this is a part. blocks: their stages. critical: the column of the critical moment.
        routes: that are written down between touchpoints. lines: that customers go along; none where all go through all columns.
        tracks: the series of readings; `course`: what the first comes to.
        statements: pains, gains, other insights, opportunities.
        backings: how each touchpoint is known. sources: all that are cited.
        measured: KPIs and their values.
        names: what an actor or channel is called, by its id.
    """

    journey: Journey
    words: Words
    path: str
    columns: tuple[Touchpoint, ...]
    numbers: tuple[int, ...]
    paths: tuple[str, ...]
    blocks: tuple[Block, ...]
    critical: int | None
    routes: tuple[Route, ...]
    lines: Lines
    tracks: tuple[Track, ...]
    course: Course
    statements: Statements
    backings: tuple[Backing, ...]
    sources: tuple[str, ...]
    measured: Measured
    names: Callable[[str], str]

    def ours(self, at: int) -> bool:
        """Whether the service is in control of a column."""
        return self.columns[at].control == "brand"

    def name(self, at: int) -> str:
        """Number and title of a column, for texts that are read away from the grid."""
        return f"{self.numbers[at]} {embedded(self.columns[at].title, self.words)}"


def context_of(journey: Journey, language: str | None = None) -> Context:
    """Lays a journey out in columns; the language is that of the journey where none is given."""
    path = step("journeys", journey.id)
    blocks: list[Block] = []
    paths: list[str] = []
    for stage in journey.stages:
        here = f"{path}.{step('stages', stage.id)}"
        if stage.touchpoints:
            blocks.append(Block(stage, len(paths), len(paths) + len(stage.touchpoints) - 1, here))
            paths += [f"{here}.{step('touchpoints', one.id)}" for one in stage.touchpoints]
    places = places_of(journey, ((one.stage.id, one.start, one.end) for one in blocks))
    statements = statements_of(journey, places, tuple(paths))
    backings = backings_of(journey, statements)
    tracks = tracks_of(journey)
    routes = routes_of(journey)
    lines = lines_of(journey, routes)
    critical = journey.touchpoints.position(journey.critical_moment) if journey.critical_moment else -1
    return Context(
        journey=journey,
        words=words_for(language or journey.language),
        path=path,
        columns=tuple(journey.touchpoints),
        numbers=tuple(range(1, len(journey.touchpoints) + 1)),
        paths=tuple(paths),
        blocks=tuple(blocks),
        critical=critical if critical >= 0 else None,
        routes=routes,
        lines=lines,
        tracks=tracks,
        course=course_of(tracks[0].readings if tracks else (), steps_of(lines)),
        statements=statements,
        backings=backings,
        sources=cited_sources(journey, backings),
        measured=measured_in(journey),
        names=_names(journey),
    )


def _names(journey: Journey) -> Callable[[str], str]:
    known: dict[str, str] = {}

    def name(key: str) -> str:
        if key not in known:
            known[key] = journey.library.name_of(key)
        return known[key]

    return name
