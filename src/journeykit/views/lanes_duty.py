"""Lanes of responsibility, of what is measured at touchpoints, and of how they are known."""

from journeykit.diagram import Cell, Item, Lane, Mark, MarkKind, Span
from journeykit.model import Journey

from .context import Context
from .figures import against_target, kpi_value
from .lanes_meeting import Style, span_lane
from .marks import marked
from .printed import amount, counted, joined, with_unit
from .textlanes import cell_lane

_STRENGTHS: tuple[MarkKind, MarkKind, MarkKind, MarkKind] = ("evidence-0", "evidence-1", "evidence-2", "evidence-3")
_NO_OWNER = "-"  # no id begins with it
_NOT_OURS = "--"


def owner(context: Context) -> Lane | None:
    """Who is accountable and who supports. A contact of ours without an owner is said; what the customer does alone needs none."""
    found = [*_owner_spans(context), *_supporter_spans(context)]
    return span_lane(context, "owner", tuple(found)) if found else None


def _owner_spans(context: Context) -> list[Span]:
    words = context.words
    runs: list[tuple[int, int, str, int]] = []
    for at, one in enumerate(context.columns):
        if one.owner is None and one.kind == "action":
            continue
        value = one.owner or (_NO_OWNER if context.ours(at) else _NOT_OURS)
        # What the customer does alone between two contacts in the same hands does not interrupt the bar.
        if runs and runs[-1][2] == value and all(context.columns[between].owner is None for between in range(runs[-1][1] + 1, at)):
            runs[-1] = (runs[-1][0], at, value, runs[-1][3] + 1)
        else:
            runs.append((at, at, value, 1))
    if all(value == _NOT_OURS for _, _, value, _ in runs):
        return []
    spans = []
    for start, end, value, count in runs:
        source = f"{context.paths[start]}.owner"
        if value == _NOT_OURS:
            spans.append(Span(start=start, end=end, text=words.not_ours, style="dashed", source=source))
        elif value == _NO_OWNER:
            spans.append(
                Span(start=start, end=end, text=counted(count, words.no_owner_n, words, in_words=True), style="dashed", source=source)
            )
        else:
            style: Style = "solid" if context.ours(start) else "outline"
            spans.append(
                Span(
                    start=start,
                    end=end,
                    text=context.names(value),
                    style=style,
                    mark=marked("owner", words, label="A"),
                    source=source,
                )
            )
    return spans


def _supporter_spans(context: Context) -> list[Span]:
    last: dict[str, int] = {}
    spans: list[Span] = []
    for at, one in enumerate(context.columns):
        for key in dict.fromkeys(one.supporters):
            place = last.get(key)
            if place is not None and spans[place].end == at - 1:
                before = spans[place]
                spans[place] = Span(
                    start=before.start, end=at, text=before.text, style=before.style, mark=before.mark, source=before.source
                )
            else:
                last[key] = len(spans)
                style: Style = "solid" if context.ours(at) else "outline"
                mark = marked("supporter", context.words, label="S")
                spans.append(
                    Span(
                        start=at,
                        end=at,
                        text=context.names(key),
                        style=style,
                        mark=mark,
                        source=f"{context.paths[at]}.supporters",
                    )
                )
    return spans


def kpis(context: Context) -> Lane | None:
    """What is measured at a touchpoint, with its latest value there."""
    words, library, cells = context.words, context.journey.library, []
    for at, one in enumerate(context.columns):
        measured = {kpi.id: found for kpi, found in context.measured.at.get(one.id, ())}
        items = []
        for place, key in enumerate(one.kpis):
            kpi = library.kpis.get(key)
            detail, verdict = words.not_measured, None
            whole = context.measured.of_whole.get(kpi.id, ()) if kpi else ()
            latest = (measured.get(kpi.id) if kpi else None) or (whole[-1] if whole else None)
            if kpi is not None and latest is not None:
                detail = with_unit(*kpi_value(kpi, latest.value, words)) + (f" ({latest.at})" if latest.at else "")
                verdict = against_target(kpi, latest.value, words)
            items.append(Item(text=kpi.name if kpi else key, detail=detail, verdict=verdict, source=f"{context.paths[at]}.kpis[{place}]"))
        if items:
            cells.append(Cell(start=at, end=at, items=tuple(items)))
    return cell_lane(context, "kpis", cells)


def evidence(context: Context) -> Lane | None:
    """How strong the sources of each touchpoint are, and which they are."""
    if not any(one.sources for one in context.backings):
        return None
    words, library = context.words, context.journey.library
    short = {key: short_source(context.journey, key) for key in context.sources}
    cells = []
    for at, one in enumerate(context.backings):
        names = [short[key] for key in one.sources]
        text = words.comma.join(names[:3])
        if len(names) > 3:
            text = words.more_sources.format(sources=text, n=amount(len(names) - 3, words))
        kind = _STRENGTHS[one.strength]
        titles = [known.title if (known := library.sources.get(key)) else key for key in one.sources]
        item = Item(
            text=text or words.strengths[0], style="muted", mark=marked(kind, words) if text else Mark(kind=kind),
            tip=joined((words.strengths[one.strength], *titles), words) if titles else "", source=f"{context.paths[at]}.sources",
        )  # fmt: skip
        cells.append(Cell(start=at, end=at, items=(item,)))
    return cell_lane(context, "evidence", cells)


def short_source(journey: Journey, key: str) -> str:
    """A source's title where it is short, else its id; a short id is a code, in capitals."""
    known = journey.library.sources.get(key)
    if known is None or len(known.title) <= 20:
        return known.title if known else key
    return known.id.upper() if len(known.id) <= 8 else known.id


def source_codes(context: Context) -> str:
    """What the codes of sources on the map mean; empty where none needs it."""
    pairs = []
    for key in context.sources:
        known = context.journey.library.sources.get(key)
        if known is not None and (short := short_source(context.journey, key)) != known.title:
            pairs.append(f"{short} = {known.title}")
    return context.words.codes.format(codes=joined(pairs, context.words)) if pairs else ""
