"""Who reports to whom, with the columns of the journey in which each takes part."""

from collections.abc import Sequence

from journeykit.diagram import Part, Tree, TreeNode
from journeykit.model import Actor, Persona

from .books import Book, library_of
from .people_words import PeopleWords
from .printed import counted
from .stakeholder_people import Person
from .words import Words


def organisation_of(book: Book, people: Sequence[Person], said: PeopleWords, words: Words) -> tuple[tuple[Part, ...], str]:
    """The tree by `parent`, and a finding; nothing where nobody stands above anybody."""
    actors = {one.id: one for one in library_of(book).every_actor() if not isinstance(one, Persona)}
    below: dict[str, list[Actor]] = {}
    for one in actors.values():
        if one.parent in actors:
            below.setdefault(one.parent or "", []).append(one)
    if not below:
        return (), said.no_organisation
    met = {one.key: one for one in people}
    roots = [one for one in actors.values() if one.parent not in actors and one.id in below]

    def node(actor: Actor) -> TreeNode:
        person = met.get(actor.id)
        detail = ""
        if person is not None and person.columns:
            numbers = ", ".join(str(at + 1) for at in person.columns)
            detail = said.column_n[0 if len(person.columns) == 1 else 1].format(columns=numbers, n=len(person.columns))
        elif person is not None and person.counted.journeys:
            detail = counted(len(person.counted.journeys), said.journeys_n, words)
        faint, strong = actor.status != "existing", actor.critical
        return TreeNode(title=actor.name, detail=detail, children=tuple(map(node, below.get(actor.id, ()))), faint=faint, strong=strong)

    return (Tree(roots=tuple(map(node, roots)), title=said.organisation),), said.organisation + words.end
