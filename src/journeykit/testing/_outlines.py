"""The skeleton of journeys: titles and ids, drawn first, so that everything may refer to everything."""

from itertools import pairwise

from attrs import frozen
from hypothesis import strategies as st

from journeykit.model import slug

from ._fields import Draw, count, pick
from ._phrases import titles

__all__ = ["Named", "Outline", "Spot", "fresh", "named", "outlines"]

Named = tuple[str, str]
"""Title and id."""


@frozen
class Spot:
    """A touchpoint to be: its title, its id, and the insights that stand there, each with the field that holds it."""

    title: str
    key: str
    statements: tuple[tuple[Named, str], ...]


@frozen
class Outline:
    """A journey to be."""

    title: str
    id: str
    stages: tuple[tuple[Named, tuple[Spot, ...]], ...]
    activities: tuple[Named, ...]

    @property
    def touchpoints(self) -> tuple[Spot, ...]:
        """All touchpoints, in order."""
        return tuple(one for _, held in self.stages for one in held)

    @property
    def places(self) -> tuple[str, ...]:
        """Full addresses of the journey, its stages, touchpoints and activities."""
        inner = [
            *(f"stage:{key}" for (_, key), _ in self.stages),
            *(one.key for one in self.touchpoints),
            *(key for _, key in self.activities),
        ]
        return (self.id, *(f"{self.id}/{one}" for one in inner))

    @property
    def insights(self) -> tuple[str, ...]:
        """Full addresses of the insights that stand at touchpoints."""
        return tuple(f"{self.id}/{one.key}/{key}" for one in self.touchpoints for (_, key), _ in one.statements)


def fresh(draw: Draw, taken: set[str]) -> Named:
    """A title and an id that is not taken yet: mostly the slug of the title."""
    title = draw(titles())
    base = key = slug(title)
    number = 2
    while key in taken:
        key, number = f"{base}-{number}", number + 1
    taken.add(key)
    return title, key


def named(draw: Draw, taken: set[str], *, most: int) -> list[Named]:
    """Some titles with ids that are not taken yet."""
    return [fresh(draw, taken) for _ in range(count(draw, 0, most))]


def _spot(draw: Draw, taken: set[str]) -> Spot:
    title, key = fresh(draw, taken)
    own: set[str] = set()
    sections = [pick(draw, ("pains", "pains", "gains", "insights")) for _ in range(count(draw, 0, 2))]
    return Spot(title, key, tuple((fresh(draw, own), section) for section in sections))


@st.composite
def outlines(draw: Draw, *, least: int = 0, most: int, most_touchpoints: int, least_touchpoints: int = 0) -> list[Outline]:
    """Outlines of `least` to `most` journeys, each with up to `most_touchpoints` touchpoints in one to three stages."""
    taken: set[str] = set()
    return [_outline(draw, fresh(draw, taken), least_touchpoints, most_touchpoints) for _ in range(count(draw, least, most))]


def _outline(draw: Draw, one: Named, least: int, most: int) -> Outline:
    title, key = one
    steps: set[str] = set()  # touchpoints and activities share one space of ids
    taken: set[str] = set()
    spots = [_spot(draw, steps) for _ in range(count(draw, least, most))]
    cuts = sorted(count(draw, 0, len(spots)) for _ in range(count(draw, 0, 2)))
    bounds = [0, *cuts, len(spots)] if spots else [0, 0] * count(draw, 0, 1)
    stages = tuple((fresh(draw, taken), tuple(spots[low:high])) for low, high in pairwise(bounds))
    activities = tuple(named(draw, steps, most=2)) if spots else ()
    return Outline(title, key, stages, activities)
