"""Which opportunity to take first: impact by effort, or importance by satisfaction."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

from journeykit.diagram import Diagram, NoteList, Scatter, ScatterPoint, ScatterTick
from journeykit.errors import UnknownNameError, step
from journeykit.measure import RankedOpportunity, opportunity_ranking
from journeykit.model import Journey, Opportunity

from .books import Book, language_of, title_of
from .direction import runs_right_to_left
from .held_opportunities import Held, opportunities_held
from .languages import words_for
from .people_words import PeopleWords
from .printed import amount, closed, counted, embedded, sentence_part
from .words import Words
from .wordtables import words_of

OpportunityVariant = Literal["effort", "importance"]
_IMPACT = (0.25, 3.0)
_EFFORT_MIDDLE = 3.0
_WIDE = 10.0


def opportunities(book: Book, *, variant: OpportunityVariant = "effort", language: str | None = None) -> Diagram:
    """The matrix of opportunities; what cannot be placed is listed with what is not known.

    Args:
        book: a journey (what holds in it) or a portfolio.
        variant: `effort`, impact by effort; `importance`, importance by satisfaction.
        language: of the words that are not the file's own (BCP 47).

    Raises:
        UnknownNameError: there is no variant of that name.

    Example:
        >>> from journeykit.model import Portfolio
        >>> opportunities(Portfolio("Shop", opportunities=[Opportunity("How might we wait less?", impact=2, effort=1)])).finding
        'First: How might we wait less?'
    """
    if variant not in (known := get_args(OpportunityVariant)):
        raise UnknownNameError.of("variant", str(variant), known)
    words = words_for(language or language_of(book))
    said = words_of(PeopleWords, words)
    ranked = opportunity_ranking(book).items
    held = opportunities_held(book)
    both = [(str(at), one, held[one.opportunity].opportunity) for at, one in enumerate(_sorted(ranked, held), 1)]
    placed = [(number, one, it) for number, one, it in both if not _lacking(one, it, variant)]
    plot = (_by_effort if variant == "effort" else _by_importance)(placed, held, said, words)
    lacking = tuple((number, _lacks(it, facts, said, words)) for number, one, it in both if (facts := _lacking(one, it, variant)))
    finding = _finding(both, placed, said, words)
    return Diagram(
        view="opportunities",
        title=said.opportunities.format(title=embedded(title_of(book), words)) if title_of(book) else said.opportunity,
        finding=finding,
        description=" ".join((finding, *(text for _, text in lacking))),
        lang=language_of(book) or language or "",
        rtl=runs_right_to_left(language_of(book), (title_of(book),)),
        parts=(plot,) if placed else (),
        notes=(NoteList(title=said.not_placed, notes=lacking),) if lacking else (),
        footnotes=(said.size_reach, said.dashed) if placed else (),
        page=words.page,
        texts_in_full=words.texts_in_full,
        source=step("journeys", book.id) if isinstance(book, Journey) else "",
        table=_table(both, said, words),
    )


_Row = tuple[str, RankedOpportunity, Opportunity]


def _sorted(ranked: Sequence[RankedOpportunity], held: dict[str, Held]) -> list[RankedOpportunity]:
    """By rank where there is one; then by impact for effort."""

    def worth(one: RankedOpportunity) -> float:
        it = held[one.opportunity].opportunity
        return -(it.impact or 0.0) / it.effort if it.effort else -(it.impact or 0.0)

    return sorted(
        (one for one in ranked if one.opportunity in held), key=lambda one: (one.rice_rank is None, one.rice_rank or 0, worth(one))
    )


def _lacking(one: RankedOpportunity, it: Opportunity, variant: str) -> list[str]:
    facts = (
        {"impact": it.impact, "effort": it.effort}
        if variant == "effort"
        else {"importance": one.importance, "satisfaction": one.satisfaction}
    )
    return [name for name, value in facts.items() if value is None]


def _lacks(it: Opportunity, facts: Iterable[str], said: PeopleWords, words: Words) -> str:
    return f"{it.statement} ({said.lacks.format(facts=words.comma.join(said.facts[one] for one in facts))})"


def _finding(both: Sequence[_Row], placed: Sequence[_Row], said: PeopleWords, words: Words) -> str:
    if not both:
        return said.none_found
    parts = []
    if placed:
        text = embedded(sentence_part(placed[0][2].statement, words), words)
        parts.append(closed(said.first_is.format(title=text)))
    if len(placed) < len(both):
        parts.append(counted(len(placed), said.placed_n, words, m=str(len(both))))
    return " ".join(parts)


# -------------------------------------------------------------------------------------------------------------- plots
def _by_effort(placed: Sequence[_Row], held: Mapping[str, Held], said: PeopleWords, words: Words) -> Scatter:
    efforts = [it.effort or 0.0 for _, _, it in placed]
    low, high = min(efforts, default=0.0), max(efforts, default=0.0)
    wide = low > 0 and high / low > _WIDE
    top = max(2 * _EFFORT_MIDDLE, high)

    def across(effort: float) -> float:
        if not wide:
            return effort / top
        floor = min(low, _EFFORT_MIDDLE / 2)
        return (math.log(effort) - math.log(floor)) / (math.log(top) - math.log(floor))

    ticks = _ticks(low, top) if wide else [top * at / 4 for at in range(5)]
    return Scatter(
        points=_points(placed, held, [(across(it.effort or 0.0), _up(it.impact or 0.0)) for _, _, it in placed]),
        x=f"{said.effort} ({said.months})",
        y=said.impact,
        x_ticks=tuple(ScatterTick(at=across(one), text=amount(one, words)) for one in ticks if 0 <= across(one) <= 1),
        y_ticks=tuple(ScatterTick(at=_up(one), text=amount(one, words)) for one in (0.25, 1.0, 2.0, 3.0)),
        split=(across(_EFFORT_MIDDLE), 0.5),
        quadrants=said.quadrants,
        entries=tuple((number, it.statement, _detail(one, it, said, words)) for number, one, it in placed),
    )


def _ticks(low: float, top: float) -> list[float]:
    """1, 2 and 5 of each power of ten in the range."""
    first = math.floor(math.log10(low))
    steps = (one * 10.0**power for power in range(first, math.ceil(math.log10(top)) + 1) for one in (1, 2, 5))
    return [one for one in steps if low <= one <= top]


def _up(impact: float) -> float:
    return (impact - _IMPACT[0]) / (_IMPACT[1] - _IMPACT[0])


def _by_importance(placed: Sequence[_Row], held: Mapping[str, Held], said: PeopleWords, words: Words) -> Scatter:
    ticks = tuple(ScatterTick(at=at / 10, text=str(at)) for at in (0, 5, 10))
    places = [((one.satisfaction or 0.0) / 10, (one.importance or 0.0) / 10) for _, one, _ in placed]
    return Scatter(
        points=_points(placed, held, places), x=said.satisfaction, y=said.importance, x_ticks=ticks, y_ticks=ticks, quadrants=said.gaps,
        entries=tuple((number, it.statement, _detail(one, it, said, words)) for number, one, it in placed),
    )  # fmt: skip


def _points(placed: Sequence[_Row], held: Mapping[str, Held], places: Sequence[tuple[float, float]]) -> tuple[ScatterPoint, ...]:
    most = max((it.reach or 0.0 for _, _, it in placed), default=0.0)
    return tuple(
        ScatterPoint(
            number=number, x=min(1.0, max(0.0, x)), y=min(1.0, max(0.0, y)), said=f"{number}. {it.statement}",
            size=it.reach / most if it.reach and most else None, faint=it.confidence is None or it.confidence <= 0.5,
            source=held[one.opportunity].path,
        )
        for (number, one, it), (x, y) in zip(placed, places, strict=True)
    )  # fmt: skip


def _detail(one: RankedOpportunity, it: Opportunity, said: PeopleWords, words: Words) -> str:
    parts = [
        f"{said.facts[name]} {amount(value, words)}"
        for name in ("reach", "impact", "confidence", "effort")
        if (value := getattr(it, name)) is not None
    ]
    if one.rice is not None:
        parts.append(f"RICE {amount(one.rice, words)}")
    return words.comma.join(parts)


def _table(both: Sequence[_Row], said: PeopleWords, words: Words) -> tuple[tuple[str, ...], ...]:
    names = ("reach", "impact", "confidence", "effort")
    head = (
        said.number,
        said.opportunity,
        *(said.facts[name] for name in names),
        "RICE",
        said.facts["importance"],
        said.facts["satisfaction"],
    )

    def value(held: float | None) -> str:
        return words.unknown_value if held is None else amount(held, words)

    return (
        head,
        *(
            (
                number,
                it.statement,
                *(value(getattr(it, name)) for name in names),
                value(one.rice),
                value(one.importance),
                value(one.satisfaction),
            )
            for number, one, it in both
        ),
    )
