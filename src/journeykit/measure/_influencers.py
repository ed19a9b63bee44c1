"""Who stands behind those who support a service: whoever influences them, directly or over others."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.arguments import door
from journeykit.errors import ArgumentError, Problem, step
from journeykit.model import Library, fold

from ._impact import reached
from ._numbers import count, quoted
from ._places import about, all_stated, journeys_of, library_of
from ._result import Book, Missing, Result, Used

_KINDS = frozenset({"influences", "supports", "reports_to"})
_COLUMNS = ("supporter", "influencer", "name", "hops", "polarity", "path")


@frozen(kw_only=True)
class Influencer:
    """Somebody who influences a supporter.

    Attributes:
        supporter, influencer: ids of the two. name: of the influencer.
        hops: 1 where nobody stands between them. path: from the supporter to the influencer, both included.
        polarity: product along the path, -1 to +1; None where a relation on it does not say.
    """

    supporter: str
    influencer: str
    name: str
    hops: int
    polarity: int | None
    path: tuple[str, ...]


@frozen(kw_only=True)
class Influencers(Result[tuple[str, ...]]):
    """Who influences whom, nearest first; `value` holds the ids of the influencers. `uninfluenced`: supporters of whom nobody is recorded."""

    items: tuple[Influencer, ...] = ()
    uninfluenced: tuple[str, ...] = ()


@door
def influencers(book: Book, *, of: str | None = None, depth: int = 2) -> Influencers:
    """Who influences those who support touchpoints and activities, over one relation or several.

    Relations of the kinds `influences` and `supports` lead from source to target, `reports_to` from target to source; whoever is the
    parent of an actor influences it too, with unknown polarity. Along a path polarities are multiplied.

    Args:
        book: a journey, or a portfolio.
        of: one actor, by id or name, whether it supports anything or not; without it all supporters.
        depth: how many relations a path has at most, 1 or more.

    Raises:
        UnknownNameError: there is no such actor.
        ArgumentError: a depth below 1.

    Source:
        The article on six steps: supporters of a service, and who in turn influences them.

    Example:
        >>> from journeykit.model import Journey, Owner, Portfolio, Relation, Stage, Touchpoint
        >>> shop = Portfolio("Shop", owners=[Owner("Parts"), Owner("Council"), Owner("Union")],
        ...     relations=[Relation(source="council", target="parts", polarity=-1), Relation(source="union", target="council", polarity=1)],
        ...     journeys=[Journey("I repair", stages=[Stage("Fix", [Touchpoint("Waits", supporters="parts")])])])
        >>> [(one.influencer, one.hops, one.polarity) for one in influencers(shop).items]
        [('council', 1, -1), ('union', 2, -1)]
    """
    if depth < 1:
        raise ArgumentError(Problem("influencers() looks no relation far.", "depth", got=str(depth), expected="1 or more"))
    library = library_of(book)
    asked = _supporters(book) if of is None else (library.actor(of).id,)
    edges, used = _edges(library)
    items = tuple(
        Influencer(
            supporter=one, influencer=far.place, name=library.name_of(far.place), hops=far.hops, polarity=far.polarity, path=far.path
        )
        for one in asked
        for far in reached(one, edges)
        if far.hops <= depth
    )
    met = {one.supporter for one in items}
    alone = tuple(one for one in asked if one not in met)
    return Influencers(
        measure="influencers",
        about=about(book),
        value=tuple(dict.fromkeys(one.influencer for one in items)),
        sentence=_sentence(library, asked, items, alone),
        columns=_COLUMNS,
        records=tuple((one.supporter, one.influencer, one.name, one.hops, one.polarity, " > ".join(one.path)) for one in items),
        used=used,
        missing=tuple(Missing(one, "nobody is recorded as influencing it") for one in alone),
        basis=all_stated(book),
        items=items,
        uninfluenced=alone,
    )


def _supporters(book: Book) -> tuple[str, ...]:
    """In the order in which they are met."""
    return tuple(
        dict.fromkeys(
            fold(key)
            for journey in journeys_of(book)
            for held in (journey.touchpoints, journey.activities)
            for one in held
            for key in one.supporters
        )
    )


def _edges(library: Library) -> tuple[list[tuple[str, str, int | None]], tuple[Used, ...]]:
    """From whoever is influenced to whoever influences, and where that is written."""
    edges: list[tuple[str, str, int | None]] = []
    used: list[Used] = []
    for one in library.relations:
        if one.kind not in _KINDS:
            continue
        ends = (one.source, one.target) if one.kind == "reports_to" else (one.target, one.source)
        edges.append((*ends, one.polarity))
        if one.both_ways:
            edges.append((ends[1], ends[0], one.polarity))
        used.append(Used(step("relations", one.id), one.polarity))
    for actor in library.every_actor():
        if actor.parent:
            edges.append((actor.id, actor.parent, None))
            used.append(Used(f"{step(_section(library, actor.id), actor.id)}.parent", actor.parent))
    return edges, tuple(used)


def _section(library: Library, actor: str) -> str:
    return next(name for name in ("personas", "owners", "systems", "actors") if actor in getattr(library, name))


def _sentence(library: Library, asked: Sequence[str], items: Sequence[Influencer], alone: Sequence[str]) -> str:
    if not asked:
        return "No supporter is named."
    people = len({one.influencer for one in items})
    if len(asked) == 1:
        verb = "influences" if people == 1 else "influence"
        return (
            f"{count(people, 'actor')} {verb} {quoted(library.name_of(asked[0]))}."
            if people
            else f"Nobody is recorded as influencing {quoted(library.name_of(asked[0]))}."
        )
    said = f"{count(len(asked), 'supporter')}, influenced by {count(people, 'actor')}"
    return f"{said}; nobody is recorded for {len(alone)} of them." if alone else f"{said}."
