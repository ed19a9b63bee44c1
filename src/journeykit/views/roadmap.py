"""What is to be done and when: a plan by quarter where there are dates, then a table of what it answers, who owns it and what it is to move."""

import math
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from journeykit.diagram import Diagram, Head, Item, Mark, Matrix, MatrixCell, MatrixRow, Part, Timeline, TimelineBar, TimelineRow
from journeykit.errors import step
from journeykit.measure import target_progress
from journeykit.model import KPI, Action, Journey

from .books import Book, journeys_in, language_of, library_of
from .direction import runs_right_to_left
from .figures import kpi_value
from .languages import words_for
from .printed import counted, embedded, with_unit
from .table_words import TableWords
from .words import Words
from .wordtables import words_of

_HORIZON = {
    "in_progress": "now", "approved": "next", "selected": "next", "shortlisted": "later", "idea": "later", "implemented": "done",
    "monitoring": "done", "closed": "done", "rejected": "dropped",
}  # fmt: skip
_ORDER = ("now", "next", "later", "done", "dropped")
_MOST_QUARTERS = 24
_DAY = timedelta(days=1)


def roadmap(book: Book, *, language: str | None = None) -> Diagram:
    """The actions: now, next, later, done; by quarter where they have dates.

    Args:
        book: a portfolio, or a journey: then only the actions that answer or change something of it.
        language: of the words that are not the file's own (BCP 47).

    Example:
        >>> from journeykit.model import Portfolio
        >>> roadmap(Portfolio("Shop", actions=[Action("Answer within a day", status="approved", due="2026-Q2")])).finding
        '1 action, one without an owner.'
    """
    words = words_for(language or language_of(book))
    said = words_of(TableWords, words)
    actions = _actions(book)
    finding = _finding(actions, said, words)
    parts: list[Part] = []
    if plan := _plan(actions, said):
        parts.append(plan)
    if actions:
        parts.append(_what(book, actions, said, words))
    return Diagram(
        view="roadmap",
        title=f"{said.roadmap}: {book.title}" if book.title else said.roadmap,
        finding=finding,
        description=finding,
        lang=language_of(book) or language or "",
        rtl=runs_right_to_left(language_of(book), (book.title or "",)),
        parts=tuple(parts),
        page=words.page,
        texts_in_full=words.texts_in_full,
        table=_table(book, actions, said, words),
    )


def _actions(book: Book) -> list[Action]:
    """Now first; within a horizon by date, then in the order of the file."""
    held = list(library_of(book).actions)
    if isinstance(book, Journey):
        inside = {one.id for one in (*book.touchpoints, *book.stages, *book.activities, book)}
        library = library_of(book)
        places = [*((one.id, one.anchors) for one in library.insights), *((one.id, one.anchors) for one in library.opportunities)]
        answers = {key for key, anchors in places if _stands_in(anchors, book.id)}
        held = [
            one
            for one in held
            if answers.intersection(one.addresses) or any(_stands_in((ref,), book.id) or ref in inside for ref in one.touches)
        ]
    return sorted(held, key=lambda one: (_ORDER.index(_HORIZON[one.status]), (one.due is None, one.due.end.isoformat() if one.due else "")))


def _stands_in(anchors: Sequence[str], journey: str) -> bool:
    return any(one.split("/", 1)[0] == journey for one in anchors)


def _finding(actions: Sequence[Action], said: TableWords, words: Words) -> str:
    if not actions:
        return said.no_actions
    parts = [counted(len(actions), said.actions_n, words)]
    undated = sum(one.due is None and _HORIZON[one.status] in {"now", "next", "later"} for one in actions)
    unowned = sum(one.owner is None for one in actions)
    parts += [counted(n, forms, words) for n, forms in ((undated, said.without_date_n), (unowned, said.without_owner_n)) if n]
    return words.comma.join(parts) + words.end


# -------------------------------------------------------------------------------------------------------------- when
def _plan(actions: Sequence[Action], said: TableWords) -> Timeline | None:
    """A bar from start to due, by quarter."""
    spans = [(one, span) for one in actions if (span := _span(one)) is not None]
    if not spans:
        return None
    low = min(min(span) for _, span in spans)
    high = max(max(span) for _, span in spans)
    first, last = int(low), math.ceil(high) - 1
    pitch = 1
    heads = tuple(Head(title=said.quarter.format(quarter=at % 4 + 1), group=str(at // 4)) for at in range(first, last + 1))
    if last - first >= _MOST_QUARTERS:
        # By year, or the quarters would be hairs.
        first, pitch = 4 * (first // 4), 4
        heads = tuple(Head(title=str(at // 4)) for at in range(first, last + 1, 4))
    rows = tuple(
        TimelineRow(head=Head(title=one.title, source=step("actions", one.id)), bars=(_bar(one, span, first, pitch),))
        for one, span in spans
    )
    return Timeline(title=said.when, heads=heads, rows=rows, corner=said.action, note=said.plan_note)


def _bar(action: Action, span: tuple[float, float, float], first: int, pitch: int) -> TimelineBar:
    start, end, due = ((at - first) / pitch for at in span)
    return TimelineBar(
        start=start, end=max(start, end), text=str(action.due or ""), style=_style(action), due=due if action.due is not None else None
    )


def _style(action: Action) -> Literal["solid", "outline", "dashed"]:
    match _HORIZON[action.status]:
        case "now" | "done":
            return "solid"
        case "next":
            return "outline"
        case _:
            return "dashed"


def _span(action: Action) -> tuple[float, float, float] | None:
    """When it starts, when it ends and when it is due, in quarters since the year 0; the last is its end where it is not due."""
    start = action.started_on or action.due or action.implemented_on
    end = action.implemented_on or action.due or action.started_on
    if start is None or end is None:
        return None
    return _quarters(start.start), _quarters(end.end + _DAY), _quarters((action.due or end).end + _DAY)


def _quarters(day: date) -> float:
    """How many quarters lie before the morning of a day."""
    quarter = (day.month - 1) // 3
    begin = date(day.year, 3 * quarter + 1, 1)
    after = date(day.year + (quarter == 3), (3 * quarter + 3) % 12 + 1, 1)
    return 4 * day.year + quarter + (day - begin).days / (after - begin).days


# -------------------------------------------------------------------------------------------------------------- what
def _what(book: Book, actions: Sequence[Action], said: TableWords, words: Words) -> Matrix:
    """The table; a column that no action has anything for is left out."""
    heads = (said.answers, said.owner, said.status, said.due, said.moves)
    cells = [tuple(_cells(book, one, said, words)) for one in actions]
    kept = [at for at in range(len(heads)) if any(row[at].items for row in cells)]
    rows = tuple(
        MatrixRow(
            head=Head(title=one.title, detail=one.note or "", group=said.horizons[_HORIZON[one.status]], source=step("actions", one.id)),
            cells=tuple(row[at] for at in kept),
        )
        for one, row in zip(actions, cells, strict=True)
    )
    return Matrix(title=said.what, columns=tuple(Head(title=heads[at]) for at in kept), rows=rows, corner=said.action)


def _cells(book: Book, action: Action, said: TableWords, words: Words) -> Iterator[MatrixCell]:
    library = library_of(book)
    yield MatrixCell(items=tuple(Item(text=text, mark=Mark(kind="dot-open")) for text in _answered(book, action)))
    if action.owner:
        yield MatrixCell(items=(Item(text=library.name_of(action.owner), mark=Mark(kind="owner")),))
    else:
        yield MatrixCell(items=(Item(text=said.nobody, style="muted"),), state="missing")
    yield MatrixCell(items=(Item(text=words.action_statuses[action.status]),))
    yield MatrixCell(items=(Item(text=str(action.due)),) if action.due else ())
    yield MatrixCell(items=tuple(Item(text=text, detail=now) for text, now in _moves(book, action, said, words)))


def _answered(book: Book, action: Action) -> list[str]:
    library = library_of(book)
    held = {one.id: one.text for one in library.insights} | {one.id: one.statement for one in library.opportunities}
    for journey in journeys_in(book):
        held |= {one.id: one.text for touchpoint in journey.touchpoints for one in (*touchpoint.pains, *touchpoint.gains)}
    return [held.get(one, one) for one in action.addresses]


def _moves(book: Book, action: Action, said: TableWords, words: Words) -> Iterator[tuple[str, str]]:
    """From where to where each KPI is to move, and where it is now."""
    library = library_of(book)
    for one in target_progress(book).items:
        if one.kind != "action" or one.element != action.id:
            continue
        kpi = library.kpis.get(one.kpi)
        ends = {name: _printed(kpi, value, words) for name, value in (("baseline", one.baseline), ("target", one.target))}
        now = said.now_at.format(value=_printed(kpi, one.value, words)) if one.value is not None else said.not_measured
        yield said.from_to.format(kpi=embedded(kpi.name if kpi else one.kpi, words), **ends), now


def _printed(kpi: KPI | None, value: float | None, words: Words) -> str:
    if value is None or kpi is None:
        return words.unknown_value
    return with_unit(*kpi_value(kpi, value, words))


def _table(book: Book, actions: Sequence[Action], said: TableWords, words: Words) -> tuple[tuple[str, ...], ...]:
    library = library_of(book)
    head = (said.when, said.action, said.answers, said.owner, said.status, said.due, said.moves)
    return (
        head,
        *(
            (said.horizons[_HORIZON[one.status]], one.title, "; ".join(_answered(book, one)), library.name_of(one.owner) if one.owner else said.nobody,
             words.action_statuses[one.status], str(one.due or ""), "; ".join(f"{text}, {now}" for text, now in _moves(book, one, said, words)))
            for one in actions
        ),
    )  # fmt: skip
