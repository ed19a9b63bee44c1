"""What one touchpoint does to others, up- and downstream."""

from collections import deque
from collections.abc import Sequence

from attrs import frozen

from journeykit.arguments import door
from journeykit.errors import Problem, UnknownNameError, did_you_mean, shown, step
from journeykit.model import fold

from ._numbers import count, quoted
from ._places import about, all_stated, journeys_of, path_of, same
from ._result import Book, Cell, Missing, Result, Used


@frozen(kw_only=True)
class Influence:
    """A recorded effect: full addresses of both ends, polarity (-1 harms, +1 helps, None not known), KPI, and the two owners.

    `crosses_owner`: the effect starts in another owner's area; None where an owner is not known.
    """

    source: str
    target: str
    polarity: int | None
    kpi: str
    source_owner: str
    target_owner: str
    crosses_owner: bool | None
    note: str
    where: str


@frozen(kw_only=True)
class Effect:
    """What is reached from a place: by how many hops, with which polarity (product along the path; None not known), by which path."""

    place: str
    polarity: int | None
    hops: int
    path: tuple[str, ...]


@frozen(kw_only=True)
class Impact(Result[int]):
    """Effects between touchpoints and activities; `value` is the number of recorded ones.

    Attributes:
        links: every recorded effect.
        at: the place that was asked for, as a full address. upstream: what acts on it; downstream: what it acts on; nearest first.
        from_elsewhere: harmful effects that start in another owner's area.
    """

    links: tuple[Influence, ...] = ()
    at: str = ""
    upstream: tuple[Effect, ...] = ()
    downstream: tuple[Effect, ...] = ()
    from_elsewhere: tuple[Influence, ...] = ()


@door
def impact(book: Book, *, at: str | None = None) -> Impact:
    """The graph of impact links: who acts on whom, and with `at` all that lies up- and downstream of one place.

    Along a path polarities are multiplied: what harms something harmful helps. A place reached with both signs is listed with each.

    Args:
        book: a journey or a portfolio, in which effects cross journeys.
        at: a touchpoint or activity, as `journey/element`, or `element` where only one has that id.

    Raises:
        UnknownNameError: there is no such place, or several.

    Example:
        >>> from journeykit.model import Journey, Link, Stage, Touchpoint
        >>> steps = [Touchpoint("Mail"), Touchpoint("Call"), Touchpoint("Wait")]
        >>> links = [Link(source="mail", target="call", kind="impact", polarity=-1), Link(source="call", target="wait", kind="impact", polarity=-1)]
        >>> found = impact(Journey("I ask", id="ask", stages=[Stage("All", steps)], links=links), at="mail")
        >>> [(one.place, one.polarity) for one in found.downstream]
        [('ask/call', -1), ('ask/wait', 1)]
    """
    links = _links(book)
    place = _place(book, at) if at is not None else ""
    elsewhere = tuple(one for one in links if one.crosses_owner and one.polarity == -1)
    upstream = reached(place, [(one.target, one.source, one.polarity) for one in links]) if place else ()
    downstream = reached(place, [(one.source, one.target, one.polarity) for one in links]) if place else ()
    return Impact(
        measure="impact",
        about=about(book),
        value=len(links),
        sentence=_sentence(links, elsewhere, place, upstream=upstream, downstream=downstream),
        columns=("source", "target", "polarity", "kpi", "source_owner", "target_owner", "crosses_owner", "note"),
        records=tuple(map(_record, links)),
        used=tuple(Used(one.where, one.polarity) for one in links),
        missing=tuple(Missing(f"{one.where}.polarity", "not known whether it helps or harms") for one in links if one.polarity is None),
        basis=all_stated(book),
        links=links,
        at=place,
        upstream=upstream,
        downstream=downstream,
        from_elsewhere=elsewhere,
    )


def _elements(book: Book) -> dict[str, str | None]:
    """Owner by full address of every touchpoint and activity."""
    return {
        f"{journey.id}/{one.id}": one.owner
        for journey in journeys_of(book)
        for held in (journey.touchpoints, journey.activities)
        for one in held
    }


def _links(book: Book) -> tuple[Influence, ...]:
    owners = _elements(book)
    found: list[Influence] = []
    for journey in journeys_of(book):
        for place, link in enumerate(journey.links):
            if link.kind != "impact":
                continue
            source, target = (end if "/" in end else f"{journey.id}/{end}" for end in (link.source, link.target))
            first, last = owners.get(source), owners.get(target)
            found.append(
                Influence(
                    source=source, target=target, polarity=link.polarity, kpi=link.kpi or "", source_owner=first or "", target_owner=last or "",
                    crosses_owner=None if not first or not last else not same(first, last), note=link.note or "",
                    where=path_of(journey, step("links", place)),
                )
            )  # fmt: skip
    return tuple(found)


def _place(book: Book, at: str) -> str:
    known = _elements(book)
    wanted = fold(at)
    found = [wanted] if wanted in known else [one for one in known if one.partition("/")[2] == wanted]
    if len(found) == 1:
        return found[0]
    problem = "names several places" if found else "is no touchpoint or activity here"
    hint = "one of " + ", ".join(map(repr, found[:6])) if found else did_you_mean(wanted, known)
    raise UnknownNameError(Problem(f"{shown(at)} {problem}.", got=shown(at), hint=hint))


def reached(start: str, edges: Sequence[tuple[str, str, int | None]]) -> tuple[Effect, ...]:
    """Every place with every sign that leads to it, each by a shortest path."""
    after: dict[str, list[tuple[str, int | None]]] = {}
    for source, target, polarity in edges:
        after.setdefault(source, []).append((target, polarity))
    seen: set[tuple[str, int | None]] = {(start, 1)}
    waiting: deque[Effect] = deque([Effect(place=start, polarity=1, hops=0, path=(start,))])
    found: list[Effect] = []
    while waiting:
        here = waiting.popleft()
        for target, polarity in after.get(here.place, ()):
            sign = None if polarity is None or here.polarity is None else here.polarity * polarity
            if (target, sign) in seen or target == start:
                continue
            seen.add((target, sign))
            there = Effect(place=target, polarity=sign, hops=here.hops + 1, path=(*here.path, target))
            found.append(there)
            waiting.append(there)
    return tuple(found)


def _record(one: Influence) -> tuple[Cell, ...]:
    return (
        one.source, one.target, one.polarity, one.kpi or None, one.source_owner or None, one.target_owner or None, one.crosses_owner,
        one.note or None,
    )  # fmt: skip


def _sentence(
    links: Sequence[Influence], elsewhere: Sequence[Influence], place: str, *, upstream: Sequence[Effect], downstream: Sequence[Effect]
) -> str:
    if place:
        return f"{quoted(place)} acts on {count(len({one.place for one in downstream}), 'place')}, and {len({one.place for one in upstream})} act on it."
    if not links:
        return "No effect of one touchpoint on another is recorded."
    return f"{count(len(links), 'recorded effect')}, {sum(1 for one in links if one.polarity == -1)} harmful; {len(elsewhere)} of those start in another owner's area."
