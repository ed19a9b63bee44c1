"""An element at another place, or a new one."""

from typing import Any

from attrs import field, frozen

from journeykit.arguments import door
from journeykit.errors import ModelError, Problem, shown
from journeykit.model import (
    KPI,
    Action,
    Activity,
    Actor,
    Channel,
    Element,
    Goal,
    Insight,
    Journey,
    Opportunity,
    Owner,
    Persona,
    Ref,
    Relation,
    Source,
    Stage,
    System,
    Touchpoint,
)

from ._changing import Book, Change, changed, made_again
from ._index import STATEMENTS, Index, Path, address_of
from ._verbs import gone_with

__all__ = ["insert", "move"]

_SECTION_OF: dict[type[Element], str] = {
    Persona: "personas", Owner: "owners", System: "systems", Actor: "actors", Relation: "relations", Channel: "channels", Source: "sources",
    KPI: "kpis", Insight: "insights", Opportunity: "opportunities", Goal: "goals", Action: "actions", Journey: "journeys", Stage: "stages",
    Touchpoint: "touchpoints", Activity: "activities",
}  # fmt: skip
_HOLDER = {"touchpoints": "stages", "stages": "journeys", "activities": "journeys"}
_INLINE = {"pain": "pains", "gain": "gains"}


@frozen
class _Place:
    """Where an element is to stand: its owner, the field, and a place in it without the element; None is the end."""

    owner: Path
    name: str
    position: int | None


@door
def move(
    book: Book, address: str, *, before: str | None = None, after: str | None = None, into: str | None = None, position: int | None = None
) -> Book:
    """The portfolio or journey in which an element stands at another place.

    Touchpoints move within and between stages and journeys, stages within and between journeys; everything else within its list. What
    moves to another journey takes along what stands at it, and references from outside follow; links and activities stay, without it.

    Args:
        book: a portfolio or journey.
        address: of the element, as in `rename`.
        before: address of the element that is to follow it.
        after: address of the element that it is to follow.
        into: address of the stage or journey that is to hold it.
        position: zero-based place in what holds it; negative from its end. The end where not given.

    Raises:
        UnknownNameError: an address that means nothing, or several things.
        ModelError: no place, or several, are given, or the element cannot stand there.

    Example:
        >>> from journeykit.model import Journey, Stage, Touchpoint
        >>> buy = Journey("I buy", stages=[Stage("Learn", [Touchpoint("Asks"), Touchpoint("Reads")]), Stage("Deal")])
        >>> move(buy, "asks", into="stage:deal").stages["deal"].touchpoints.ids
        ('asks',)
    """
    index = Index.of(book)
    path = index.find(address)
    element = index.elements[path]
    place = _place(index, path[-1][0], path, before=before, after=after, into=into, position=position)
    if place.owner[: len(path)] == path or element is book:
        raise ModelError(Problem(f"{shown(address)} cannot move into itself.", got=shown(address), expected="a place outside of it"))
    leaving = path[0][0] == "journeys" and bool(path[1:]) and place.owner[:1] != path[:1]
    if leaving and path[-1][0] not in {"touchpoints", "stages"}:
        message = f"{shown(address)} cannot move to another journey: only touchpoints and stages can."
        raise ModelError(Problem(message, got=shown(address), expected="a place in the same journey"))
    gone = gone_with(index, path) if leaving else frozenset({path})
    return changed(book, _Moving(index, path, place, gone=gone, leaving=leaving))


@frozen
class _Moving(Change):
    index: Index
    path: Path
    place: _Place
    gone: frozenset[Path] = field(kw_only=True)
    leaving: bool = field(kw_only=True)

    def reference(self, ref: Ref, written: str, journey: str) -> str | None:
        target = self.index.target(ref, written, journey) if self.leaving else None
        if target is None:
            return written
        if target[: len(self.path)] == self.path:
            inner = ref.kind in {"touchpoint", "step"} and "/" not in written
            return None if inner else address_of((*self.place.owner, self.path[-1], *target[len(self.path) :]))
        return None if not ref.soft and target in self.gone else written

    def element(self, path: Path, element: Element) -> Element | None:
        return None if path in self.gone else element

    def order(self, path: Path, name: str, held: list[Any]) -> list[Any]:
        if (path, name) != (self.place.owner, self.place.name):
            return held
        position = len(held) if self.place.position is None else self.place.position
        moved = made_again(self.index.elements[self.path], self.path, self)
        return [*held[:position], moved, *held[position:]]


@door
def insert(
    book: Book,
    element: Element,
    *,
    before: str | None = None,
    after: str | None = None,
    into: str | None = None,
    position: int | None = None,
) -> Book:
    """The portfolio or journey with one element more.

    Args:
        book: a portfolio or journey.
        element: a touchpoint (into a stage), a stage or activity (into a journey), a journey, an insight or opportunity (into a
            touchpoint, else into the library), or any other element of the library.
        before: address of the element that is to follow it.
        after: address of the element that it is to follow.
        into: address of what is to hold it; may be left out where there is only one.
        position: zero-based place in what holds it; negative from its end. The end where not given.

    Raises:
        UnknownNameError: an address that means nothing, or several things.
        ModelError: several places are given, the element cannot stand there, or its id is taken.

    Example:
        >>> from journeykit.model import Journey, Stage, Touchpoint
        >>> buy = Journey("I buy", stages=[Stage("Learn", [Touchpoint("Asks")])])
        >>> insert(buy, Touchpoint("Reads"), before="asks").touchpoints.ids
        ('reads', 'asks')
    """
    index = Index.of(book)
    name = _SECTION_OF.get(type(element))
    if name is None:
        raise ModelError(
            Problem("This is no element that can be inserted.", got=shown(element), expected="such as a Touchpoint, Stage or Owner")
        )
    if name == "journeys" and isinstance(book, Journey):
        raise ModelError(
            Problem("A journey cannot be inserted into a journey.", got=shown(element.id), expected="a touchpoint, stage, activity …")
        )
    if isinstance(element, Insight) and into is not None:
        name = _INLINE.get(element.kind, name)
    place = _place(index, name, None, before=before, after=after, into=into, position=position)
    if any(path[:-1] == place.owner and path[-1] == (place.name, element.id) for path in index.elements):
        raise ModelError(
            Problem(f"The id {shown(element.id)} is taken.", "id", got=shown(element.id), expected="an id that nothing beside it has")
        )
    return changed(book, _Inserting(place, element))


@frozen
class _Inserting(Change):
    place: _Place
    new: Element

    def order(self, path: Path, name: str, held: list[Any]) -> list[Any]:
        if (path, name) != (self.place.owner, self.place.name):
            return held
        position = len(held) if self.place.position is None else self.place.position
        return [*held[:position], self.new, *held[position:]]


def _place(
    index: Index, name: str, moved: Path | None, *, before: str | None, after: str | None, into: str | None, position: int | None
) -> _Place:
    given = [one for one in (before, after, into) if one is not None]
    if len(given) > 1 or (bool(before or after) and position is not None) or (moved and not given and position is None):
        got = f"before={before!r}, after={after!r}, into={into!r}, position={position!r}"
        raise ModelError(Problem("A place is not given, or not in one way.", got=got, expected="before, after, or into and position"))
    sibling = before if before is not None else after
    if sibling is not None:
        beside = index.find(sibling)
        fits = beside[-1][0] == name or {beside[-1][0], name} <= STATEMENTS
        if not fits or beside == moved:
            message = f"{shown(sibling)} is no neighbour for one of {name}."
            raise ModelError(Problem(message, got=shown(sibling), expected=f"another one of {name}"))
        held = [path for path in index.elements if path[:-1] == beside[:-1] and path[-1][0] == beside[-1][0] and path != moved]
        return _Place(beside[:-1], beside[-1][0], held.index(beside) + (after is not None))
    return _Place(_owner(index, name, moved, into), name, position)


def _owner(index: Index, name: str, moved: Path | None, into: str | None) -> Path:
    if into is not None:
        wanted = _HOLDER.get(name, "touchpoints")
        found = index.find(into, wanted.removesuffix("s"))
        if name not in _HOLDER and name not in STATEMENTS and name != "opportunities":
            raise ModelError(Problem(f"One of {name} stands in the portfolio.", got=f"into={into!r}", expected="no `into`"))
        return found
    if moved is not None:
        return moved[:-1]
    if name not in _HOLDER:
        return ()
    holders = [path for path in index.elements if path[-1][0] == _HOLDER[name]]
    if len(holders) != 1:
        names = ", ".join(repr(address_of(path)) for path in holders[:8])
        raise ModelError(
            Problem(
                "It is not said where it is to stand.",
                "into",
                got="nothing",
                expected=f"one of {names}" if names else "a place: there is none",
            )
        )
    return holders[0]
