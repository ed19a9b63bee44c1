"""Who stands around the customer: rings, an organisation tree, or a grid of influence and interest."""

from collections.abc import Sequence
from typing import Literal, get_args

from journeykit.diagram import Diagram, LegendEntry, NoteList, Part, RingLink, RingNode, Rings
from journeykit.errors import UnknownNameError, step
from journeykit.model import Journey, Relation

from .books import Book, journeys_in, language_of, library_of, title_of
from .context import context_of
from .direction import runs_right_to_left
from .languages import words_for
from .people_words import PeopleWords
from .printed import amount, counted, embedded, joined, listed
from .stakeholder_grid import grid_of
from .stakeholder_people import Person, centre_of, contacts, needs, people_of, side_of
from .stakeholder_tree import organisation_of
from .titleblock import badges
from .words import Words
from .wordtables import words_of

StakeholderLayout = Literal["rings", "tree", "grid"]
_MOST_NAMED = 3
_SHAPES = ("circle", "rounded", "double", "diamond")


def stakeholder_map(book: Book, *, layout: StakeholderLayout = "rings", language: str | None = None) -> Diagram:
    """Who makes a journey.

    Args:
        book: a journey, or a portfolio: then all who take part in any of its journeys or are related to somebody.
        layout: `rings` around the customer, the nearest first; `tree`, who reports to whom; `grid`, influence by interest.
        language: of the words that are not the file's own (BCP 47).

    Raises:
        UnknownNameError: there is no layout of that name.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> stakeholder_map(Journey("I buy", stages=[Stage("Deal", [Touchpoint("Pays", counterparts=["Cashier"])])])).finding
        'Takes part in the most columns: cashier (column 1).'
    """
    if layout not in (known := get_args(StakeholderLayout)):
        raise UnknownNameError.of("layout", str(layout), known)
    words = words_for(language or language_of(book))
    said = words_of(PeopleWords, words)
    people = people_of(book, centre_of(book)[0])
    parts: tuple[Part, ...] = ()
    footnotes: tuple[str, ...] = ()
    notes: tuple[NoteList, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    finding, table = _finding(people, said, words), _table(book, people, said, words)
    match layout:
        case "rings" if people:
            rings = _rings(book, people, said, words)
            parts, legend, table = (rings,), _legend(rings, said), _table(book, people, said, words, rings=rings)
            footnotes = (said.size_is, *((said.clockwise,) if isinstance(book, Journey) else ()))
        case "tree":
            parts, finding = organisation_of(book, people, said, words)
        case "grid":
            parts, finding, notes = grid_of(people, said, words)
        case _:
            pass
    return Diagram(
        view="stakeholder-map",
        title=said.stakeholders.format(title=embedded(title_of(book), words)) if title_of(book) else said.connections,
        finding=finding,
        description=finding,
        lang=language_of(book) or language or "",
        rtl=runs_right_to_left(language_of(book), (title_of(book),)),
        badges=badges(context_of(book, language)) if isinstance(book, Journey) else (),
        parts=parts,
        notes=notes,
        footnotes=footnotes,
        legend_title=words.legend,
        legend=legend,
        page=words.page,
        texts_in_full=words.texts_in_full,
        source=step("journeys", book.id) if isinstance(book, Journey) else "",
        table=table,
    )


def _finding(people: Sequence[Person], said: PeopleWords, words: Words) -> str:
    """Who takes part in most columns: all who share the first place, by name where they are few."""
    if not people:
        return said.nobody
    most = max(one.counted.touchpoints for one in people)
    if not most:
        return counted(len(people), said.in_no_column_n, words)
    first = [one for one in people if one.counted.touchpoints == most]
    names = listed([embedded(one.name, words) for one in first[:_MOST_NAMED]], words)
    if len(first) == 1:
        return said.most_columns.format(names=names, count=_columns(first[0], said, words))
    form = said.most_tied if len(first) <= _MOST_NAMED else said.most_many
    return form.format(names=names, n=amount(len(first), words), m=amount(len(people), words), count=counted(most, said.columns_n, words))


def columns_text(one: Person, said: PeopleWords, words: Words) -> str:
    """The columns in which somebody takes part."""
    if not one.columns:
        return ""
    numbers = words.comma.join(str(at + 1) for at in one.columns)
    return said.column_n[0 if len(one.columns) == 1 else 1].format(columns=numbers, n=len(one.columns))


# ------------------------------------------------------------------------------------------------------------- rings
def _rings(book: Book, people: Sequence[Person], said: PeopleWords, words: Words) -> Rings:
    sectors, place = _sectors(book, people, said)
    centre, name = centre_of(book)
    # In a book of one journey everybody is of that journey.
    several = len(tuple(journeys_in(book))) > 1

    def detail(one: Person) -> str:
        journeys = len(one.counted.journeys) if several else 0
        return columns_text(one, said, words) or (counted(journeys, said.journeys_n, words) if journeys else "")

    def standing(one: Person) -> tuple[str, ...]:
        count = () if one.columns else (_columns(one, said, words),)
        return (said.shapes[one.shape], said.rings[one.ring], *((sectors[place(one)],) if sectors else ()), *count)

    nodes = tuple(
        RingNode(
            key=one.key, title=one.name, ring=one.ring, sector=place(one), shape=one.shape, weight=one.counted.touchpoints,
            detail=detail(one), said=words.comma.join(standing(one)), faint=one.actor is not None and one.actor.status != "existing", tip=_tip(one, said), source=_source(one),
        )
        for one in sorted(people, key=lambda one: (one.columns or (10_000,), one.key))
    )  # fmt: skip
    return Rings(
        centre=name or said.customer,
        nodes=nodes,
        links=_links(book, people, (centre, name or said.customer), said, words=words),
        rings=said.rings,
        sectors=sectors,
        unwritten=said.connections,
        centre_source=step("personas", centre) if library_of(book).personas.get(centre) else "",
    )


def _sectors(book: Book, people: Sequence[Person], said: PeopleWords) -> tuple[tuple[str, ...], "_Place"]:
    """Of a journey its stages, of a portfolio the sides: only those in which somebody stands."""
    if isinstance(book, Journey):
        block = context_of(book).blocks

        def stage(one: Person) -> str:
            first = one.columns[0] if one.columns else -1
            return next((held.stage.title for held in block if held.start <= first <= held.end), said.elsewhere)

        names = [*(held.stage.title for held in block), said.elsewhere]
        found = stage
    else:
        names = [said.sides[one] for one in ("provider", "third_party", "customer")]

        def side(one: Person) -> str:
            return said.sides[side_of(book, one)]

        found = side
    used = [name for name in dict.fromkeys(names) if any(found(one) == name for one in people)]
    return tuple(used) if len(used) > 1 else (), _Place(found, used)


class _Place:
    """In which sector somebody stands."""

    def __init__(self, name: "object", used: Sequence[str]) -> None:
        self._name, self._used = name, used

    def __call__(self, one: Person) -> int:
        return self._used.index(self._name(one))  # type: ignore[operator]  # one of the two functions above


def _tip(one: Person, said: PeopleWords) -> str:
    if one.actor is None:
        return ""
    return "; ".join(text for text in (one.actor.note or "", _status(one, said)) if text)


def _status(one: Person, said: PeopleWords) -> str:
    return {"needed": said.needed, "retired": said.retired}.get(one.actor.status, "") if one.actor else ""


def _source(one: Person) -> str:
    kinds = {"double": "systems"}
    return (
        "" if one.actor is None else step(kinds.get(one.shape, "owners" if one.actor.__class__.__name__ == "Owner" else "actors"), one.key)
    )


def _links(book: Book, people: Sequence[Person], middle: tuple[str, str], said: PeopleWords, *, words: Words) -> tuple[RingLink, ...]:
    centre, name = middle
    names = {one.key: one.name for one in people} | {"": name}
    found: dict[tuple[str, str, str], RingLink] = {}

    def add(source: str, target: str, kind: str, text: str = "", **more: object) -> None:
        if source in names and target in names and source != target:
            sentence = said.is_related.format(source=embedded(names[source], words), kind=kind, target=embedded(names[target], words))
            sentence += f": {text}" if text not in {"", kind} else ""
            found.setdefault((source, target, kind), RingLink(source=source, target=target, said=sentence, text=text, **more))  # type: ignore[arg-type]  # fields of a link

    for one in dict.fromkeys(contacts(book)):
        add(one, "", said.contact, style="dashed")
    for source, target in dict.fromkeys(needs(book)):
        add(source, target, said.needed_by)
    for relation in library_of(book).relations:
        ends = ["" if end == centre else end for end in (relation.source, relation.target)]
        kind = said.kinds.get(relation.kind, relation.kind.replace("_", " "))
        add(ends[0], ends[1], kind, text=_exchanged(relation, kind, said), both=relation.both_ways)
    return tuple(found.values())


def _exchanged(relation: Relation, kind: str, said: PeopleWords) -> str:
    value = relation.value or kind
    if not relation.polarity:
        return value
    return said.also.format(value=value, sign=said.helps if relation.polarity > 0 else said.harms)


def _legend(rings: Rings, said: PeopleWords) -> tuple[LegendEntry, ...]:
    shapes = {one.shape for one in rings.nodes}
    entries = [LegendEntry(symbol=f"node-{one}", text=said.shapes[one]) for one in _SHAPES if one in shapes]  # type: ignore[arg-type]  # four names of symbols
    if any(one.style == "dashed" for one in rings.links):
        entries.append(LegendEntry(symbol="link-message", text=said.contact))
    if any(one.style == "solid" and not one.text for one in rings.links):
        entries.append(LegendEntry(symbol="link-solid", text=said.needed_by))
    return tuple(entries)


def _columns(one: Person, said: PeopleWords, words: Words) -> str:
    """The columns in which somebody takes part; of several journeys only how many."""
    return columns_text(one, said, words) or counted(one.counted.touchpoints, said.columns_n, words)


def _table(
    book: Book, people: Sequence[Person], said: PeopleWords, words: Words, *, rings: Rings | None = None
) -> tuple[tuple[str, ...], ...]:
    """A row for each of them; with rings also the part of the circle, and what connects it with others, each connection once."""
    several = len(tuple(journeys_in(book))) > 1
    nodes = {one.key: one for one in rings.nodes} if rings else {}
    links = rings.links if rings else ()
    sectors = rings.sectors if rings else ()

    def columns(one: Person) -> str:
        journeys = (counted(len(one.counted.journeys), said.journeys_n, words),) if several else ()
        return words.comma.join((_columns(one, said, words), *journeys))

    def row(one: Person) -> tuple[str, ...]:
        grades = (str(one.counted.influence or ""), str(one.counted.interest or ""))
        status = words.comma.join(filter(None, (said.shapes[one.shape], _status(one, said))))
        where = (sectors[nodes[one.key].sector],) if sectors else ()
        mine = (joined((link.said for link in links if (link.source or link.target) == one.key), words),) if links else ()
        return (one.name, status, said.rings[one.ring], *where, columns(one), *grades, *mine)

    side = words.stage if isinstance(book, Journey) else said.side
    head = (said.actor, said.kind, said.ring, *((side,) if sectors else ()), said.columns, said.influence, said.interest)
    return ((*head, *((said.connections,) if links else ())), *map(row, people))
