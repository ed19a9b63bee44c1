"""Who reports to whom, with the columns of the journey in which each takes part."""

from collections.abc import Mapping, Sequence

from journeykit.diagram import Part, Tree, TreeNode
from journeykit.model import Actor, Persona

from .books import Book, journeys_in, library_of
from .people_words import PeopleWords
from .printed import counted
from .stakeholder_people import Person, centre_of
from .words import Words


def organisation_of(book: Book, people: Sequence[Person], said: PeopleWords, words: Words) -> tuple[tuple[Part, ...], str]:
    """The tree by `parent`, then those who stand above nobody and below nobody; and a finding."""
    actors = {one.id: one for one in library_of(book).every_actor() if not isinstance(one, Persona)}
    below: dict[str, list[Actor]] = {}
    for one in actors.values():
        if one.parent in actors:
            below.setdefault(one.parent or "", []).append(one)
    several = len(tuple(journeys_in(book))) > 1
    details = {one.key: _detail(one, said, words, several=several) for one in people}
    roots = tuple(_node(one, below, details) for one in actors.values() if one.parent not in actors and one.id in below)
    centre = centre_of(book)[0]
    alone = (one for one in actors.values() if one.parent not in actors and one.id not in below and one.id != centre)
    loose = [_node(one, {}, details) for one in alone]
    # Who is only named, and declared nowhere, takes part all the same.
    loose += [TreeNode(title=one.name, detail=details[one.key]) for one in people if one.actor is None]
    parts: list[Part] = [Tree(roots=roots, title=said.organisation)] if roots else []
    if loose:
        parts.append(Tree(roots=tuple(loose), title=said.placeless))
    if not roots:
        return tuple(parts), said.no_organisation
    finding = said.organisation + words.end
    return tuple(parts), f"{finding} {counted(len(loose), said.placeless_n, words)}" if loose else finding


def _node(actor: Actor, below: Mapping[str, Sequence[Actor]], details: Mapping[str, str]) -> TreeNode:
    children = tuple(_node(one, below, details) for one in below.get(actor.id, ()))
    return TreeNode(
        title=actor.name, detail=details.get(actor.id, ""), children=children, faint=actor.status != "existing", strong=actor.critical
    )


def _detail(one: Person, said: PeopleWords, words: Words, *, several: bool) -> str:
    if one.columns:
        numbers = words.comma.join(str(at + 1) for at in one.columns)
        return said.column_n[0 if len(one.columns) == 1 else 1].format(columns=numbers, n=len(one.columns))
    return counted(len(one.counted.journeys), said.journeys_n, words) if several and one.counted.journeys else ""
