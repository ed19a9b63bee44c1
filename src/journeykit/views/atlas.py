"""The atlas of journeys: which part of the customer's life is covered, for whom, and where nobody has looked."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, get_args

from journeykit.diagram import Diagram, Head, Item, Matrix, MatrixCell, MatrixRow, Verdict
from journeykit.errors import UnknownNameError, step
from journeykit.measure import peak_end
from journeykit.model import Journey, Portfolio, Stage

from .books import Book, journeys_in, language_of, library_of, title_of
from .direction import runs_right_to_left
from .languages import words_for
from .printed import counted, embedded, initial, listed, valence
from .table_words import TableWords
from .words import Words
from .wordtables import words_of

AtlasRows = Literal["persona", "type"]
_PARTS = ("learn", "onboard", "use", "support", "leave")


def atlas(book: Book, *, rows: AtlasRows = "persona", today: date | None = None, language: str | None = None) -> Diagram:
    """Lifecycle by persona or by type of journey; a cell holds the journeys that have stages there, deeper levels below shallower ones.

    Args:
        book: a portfolio, or a journey by itself.
        rows: `persona` or `type`.
        today: the day from which the age of a map counts; without it no age is given.
        language: of the words that are not the journeys' own (BCP 47).

    Raises:
        UnknownNameError: there are no rows of that name.

    Example:
        >>> from journeykit.model import Touchpoint
        >>> atlas(Journey("I buy", persona="Ana", stages=[Stage("Looks", [Touchpoint("Asks")], lifecycle="learn")])).finding
        '1 journey. 4 cells have not been mapped.'
    """
    if rows not in (known := get_args(AtlasRows)):
        raise UnknownNameError.of("kind of rows", str(rows), known)
    words = words_for(language or language_of(book))
    said = words_of(TableWords, words)
    maker = _Maker(book, rows, today, words=words, said=said)
    made, holes = maker.rows()
    count = len(journeys_in(book))
    finding = f"{counted(count, said.journeys_n, words)}{words.end} {counted(holes, said.holes_n, words) if holes else said.no_holes}"
    return Diagram(
        view="atlas",
        title=title_of(book) if isinstance(book, Portfolio) and title_of(book) else said.atlas,
        finding=finding,
        description=finding,
        lang=language_of(book) or language or "",
        rtl=runs_right_to_left(language_of(book), (title_of(book),)),
        parts=(Matrix(columns=maker.heads, rows=made, corner=said.persona if rows == "persona" else said.type, title=said.atlas),)
        if made
        else (),
        footnotes=(said.hatched,) if holes else (),
        page=words.page,
        texts_in_full=words.texts_in_full,
        table=maker.table(made),
    )


class _Maker:
    """The atlas in the making."""

    def __init__(self, book: Book, kind: AtlasRows, today: date | None, *, words: Words, said: TableWords) -> None:
        self._book, self._kind, self._today, self._words, self._said = book, kind, today, words, said
        self._journeys = sorted(journeys_in(book), key=lambda one: one.level if one.level is not None else 0)
        self._loose = any(stage.lifecycle is None for one in self._journeys for stage in one.stages if stage.touchpoints)

    @property
    def heads(self) -> tuple[Head, ...]:
        """The parts of the lifecycle, and one column for what has none."""
        placed = tuple(Head(title=self._said.lifecycle[one]) for one in _PARTS)
        return (*placed, *((Head(title=self._said.not_placed),) if self._loose else ()))

    def rows(self) -> tuple[tuple[MatrixRow, ...], int]:
        """The rows, and how many of their cells nobody has mapped."""
        made, holes = [], 0
        for key, title in self._keys():
            held = [one for one in self._journeys if self._key(one) == key]
            cells = [self._cell([(one, found) for one in held if (found := _stages(one, part))], part) for part in _PARTS]
            holes += sum(one.state == "gap" for one in cells)
            if self._loose:
                loose = [(one, found) for one in held if (found := _stages(one, None))]
                cells.append(self._cell(loose, None) if loose else MatrixCell())
            made.append(MatrixRow(head=Head(title=title), cells=tuple(cells)))
        return tuple(made), holes

    def _key(self, one: Journey) -> str:
        return (one.persona if self._kind == "persona" else one.type) or ""

    def _keys(self) -> Iterator[tuple[str, str]]:
        """The rows: declared personas first, then what journeys name."""
        library = library_of(self._book)
        declared = [one.id for one in library.personas] if self._kind == "persona" and isinstance(self._book, Portfolio) else []
        for key in dict.fromkeys((*declared, *(self._key(one) for one in self._journeys))):
            if self._kind == "persona":
                yield key, library.name_of(key) if key else self._said.no_persona
            else:
                yield key, self._said.journey_types.get(key, initial(key)) if key else self._said.no_type

    def _cell(self, held: Sequence[tuple[Journey, Sequence[Stage]]], part: str | None) -> MatrixCell:
        if not held:
            return MatrixCell(state="gap")
        return MatrixCell(items=tuple(self._chip(journey, stages, part) for journey, stages in held))

    def _chip(self, journey: Journey, stages: Sequence[Stage], part: str | None) -> Item:
        """A journey where it has stages; what is said of it as a whole stands where it first appears."""
        said, words = self._said, self._words
        parts = [listed([embedded(one.title, words) for one in stages], words)]
        verdict = None
        first = next((one.lifecycle for one in journey.stages if one.touchpoints), None)
        if part == first:
            parts.insert(0, initial(words.comma.join((words.states[journey.state], words.statuses[journey.status])).lower()))
            if journey.level:
                parts[0] += f", {said.level.format(n=journey.level)}"
            if journey.owner:
                parts.append(said.owner_is.format(name=embedded(journey.library.name_of(journey.owner), words)))
            if age := self._age(journey):
                parts.append(age)
            if journey.next:
                titles = [embedded(self._title(one), words) for one in journey.next]
                parts.append(said.followed_by.format(titles=listed(titles, words)))
            verdict = self._health(journey)
        level = "› " * (journey.level or 0)
        return Item(
            text=level + journey.title, style="strong", detail="; ".join(parts), verdict=verdict, source=f"{step('journeys', journey.id)}.{step('stages', stages[0].id)}",
        )  # fmt: skip

    def _title(self, key: str) -> str:
        return next((one.title for one in journeys_in(self._book) if one.id == key), key)

    def _age(self, journey: Journey) -> str:
        seen = journey.reviewed_on or journey.valid_on
        if seen is None:
            return ""
        if self._today is None:
            return self._said.reviewed.format(when=str(seen)) if journey.reviewed_on else ""
        return counted(max(0, (self._today - seen.end).days), self._said.days_old_n, self._words)

    def _health(self, journey: Journey) -> Verdict | None:
        found = peak_end(journey).value
        if found is None:
            return None
        text = self._said.peak_end.format(value=valence(found, self._words))
        return Verdict(
            text=text,
            tone="good" if found > 0 else "bad" if found < 0 else "muted",
            glyph="up" if found > 0 else "down" if found < 0 else "none",
        )

    def table(self, made: Sequence[MatrixRow]) -> tuple[tuple[str, ...], ...]:
        """The same as rows of text."""
        corner = self._said.persona if self._kind == "persona" else self._said.type
        body = ((row.head.title, *map(self._told, row.cells)) for row in made)
        return ((corner, *(one.title for one in self.heads)), *body)

    def _told(self, cell: MatrixCell) -> str:
        if cell.state == "gap":
            return self._said.not_mapped
        said = ((one.text, "; ".join(text for text in (one.detail, one.verdict.text if one.verdict else "") if text)) for one in cell.items)
        return " | ".join(f"{text} ({more})" if more else text for text, more in said)


def _stages(journey: Journey, part: str | None) -> list[Stage]:
    return [one for one in journey.stages if one.lifecycle == part and one.touchpoints]
