"""Which personas have a journey of which type."""

from attrs import frozen

from journeykit.arguments import door
from journeykit.model import Portfolio

from ._numbers import share_of
from ._places import about, all_stated, journeys_of, library_of, path_of
from ._result import Book, Missing, Result, Used


@frozen(kw_only=True)
class PersonaCoverage(Result[float | None]):
    """Cells of persona × type of journey that have a journey ÷ all cells, 0 to 1; None without a persona or a type.

    Attributes:
        personas, types: the two axes; an empty name where a journey names none. cells: journeys by persona and type.
        holes: cells without a journey.
    """

    personas: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    cells: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    holes: tuple[tuple[str, str], ...] = ()

    def matrix(self) -> tuple[tuple[str, ...], ...]:
        """A heading row of types, then a row for each persona with the ids of its journeys."""
        held = {(persona, kind): ", ".join(ids) for persona, kind, ids in self.cells}
        head = ("Persona", *(one or "type not given" for one in self.types))
        return (head, *((one or "no persona", *(held.get((one, kind), "") for kind in self.types)) for one in self.personas))


@door
def persona_coverage(book: Book, *, state: str | None = "current") -> PersonaCoverage:
    """The matrix of personas and types of journey. A hole is not always a fault; it is a question.

    Args:
        book: a portfolio, or a journey by itself.
        state: only journeys of this state; None: all.
    """
    journeys = [one for one in journeys_of(book) if state is None or one.state == state]
    named = [one.persona or "" for one in journeys]
    declared = [one.id for one in library_of(book).personas] if isinstance(book, Portfolio) else []
    personas = tuple(dict.fromkeys((*declared, *named)))
    types = tuple(dict.fromkeys(one.type or "" for one in journeys))
    held: dict[tuple[str, str], list[str]] = {}
    for one in journeys:
        held.setdefault((one.persona or "", one.type or ""), []).append(one.id)
    asked = [(persona, kind) for persona in personas if persona for kind in types if kind]
    holes = tuple(one for one in asked if one not in held)
    share = 1 - len(holes) / len(asked) if asked else None
    return PersonaCoverage(
        measure="persona_coverage",
        about=about(book),
        value=share,
        sentence=f"{share_of(len(asked) - len(holes), len(asked), 'cell of persona and type', 'cells of persona and type')} a journey."
        if asked
        else "No journey names both a persona and a type.",
        columns=("persona", "type", "journeys"),
        records=tuple((persona or None, kind or None, len(held.get((persona, kind), ()))) for persona in personas for kind in types),
        used=tuple(Used(path_of(one, "type"), one.type) for one in journeys if one.type),
        missing=tuple(
            Missing(path_of(one, name), "not given") for one in journeys for name in ("persona", "type") if getattr(one, name) is None
        ),
        basis=all_stated(book),
        personas=personas,
        types=types,
        cells=tuple((persona, kind, tuple(ids)) for (persona, kind), ids in held.items()),
        holes=holes,
    )
