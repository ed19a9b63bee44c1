"""Lanes of what was learned: pains in order of their weight, gains, opportunities, and the rest."""

from collections.abc import Sequence

from journeykit.diagram import Cell, Item, Lane, Mark
from journeykit.model import Action, Insight

from .context import Context
from .marks import severity
from .printed import annotated, joined, listed, share
from .statements import Placed, Stand
from .textlanes import cell_lane
from .words import Words

_GAIN = Mark(kind="gain")


def pains(context: Context) -> Lane | None:
    """Pains at the first of their places, numbered by rank over the whole map; a bar is the share of cases, ticks are the severity."""
    words = context.words
    held = context.statements.pains
    note = []
    if any(one.insight.frequency is not None for one in held):
        note.append(words.pain_bar)
    if any(one.insight.severity is not None or one.insight.frequency is not None for one in held):
        note.append(words.pain_ticks)
    cells = _cells([(one.stands[0], pain_item(one, context)) for one in held])
    return cell_lane(context, "pains", cells, note=joined(note, words) or words.unrated_pains)


def pain_item(one: Placed, context: Context) -> Item:
    """A pain with its number, its share of cases and its severity."""
    words, insight = context.words, one.insight
    rated = insight.severity is not None or insight.frequency is not None
    resolved = insight.status == "resolved"
    details = [text for text in (insight.note, words.resolved if resolved else None) if text]
    return Item(
        text=with_places(insight.text, one.stands, context),
        style="muted" if resolved else "plain",
        mark=Mark(kind="number", label=str(one.number), tone="muted" if resolved else "bad"),
        tone="muted" if resolved else "ink",
        share=insight.frequency,
        share_text=share(insight.frequency, words) if insight.frequency is not None else "",
        ticks=severity(insight.severity, words) if rated else None,
        detail=joined(details, words),
        tip=insight_in_full(insight, words),
        source=one.path,
    )


def insight_in_full(insight: Insight, words: Words) -> str:
    """What is known of an insight beyond what the cell says; empty where that is all."""
    parts = [insight.text]
    if insight.severity is not None:
        parts.append(f"{words.severity.format(n=insight.severity)}{words.comma}{words.severities[insight.severity]}")
    if insight.root_cause:
        parts.append(words.root_cause.format(text=insight.root_cause))
    return joined(parts, words) if len(parts) > 1 else ""


def with_places(text: str, stands: Sequence[Stand], context: Context) -> str:
    """A text with the other places at which it stands."""
    if len(stands) < 2:
        return text
    words = context.words
    numbers = context.numbers
    places = [f"{numbers[one.start]}" if one.start == one.end else f"{numbers[one.start]}–{numbers[one.end]}" for one in stands[1:]]
    shown = places if len(places) <= 4 else [*places[:3], "…"]
    return annotated(text, words.also_at.format(places=listed(shown, words) if "…" not in shown else words.comma.join(shown)), words)


def _cells(items: Sequence[tuple[Stand, Item]]) -> list[Cell]:
    """Cells in order of columns, the items of each in the order given."""
    found: dict[Stand, list[Item]] = {}
    for stand, item in items:
        found.setdefault(stand, []).append(item)
    return [
        Cell(start=stand.start, end=stand.end, items=tuple(found[stand])) for stand in sorted(found, key=lambda one: (one.start, one.end))
    ]


def gains(context: Context) -> Lane | None:
    """What pleases, with the share of cases where it is known."""
    words = context.words
    items = [
        (
            one.stands[0],
            Item(
                text=with_places(one.insight.text, one.stands, context), mark=_GAIN, tone="ink",
                detail=joined((text for text in (share(one.insight.frequency, words) if one.insight.frequency is not None else "", one.insight.note) if text), words),
                source=one.path,
            ),
        )
        for one in context.statements.gains
    ]  # fmt: skip
    return cell_lane(context, "gains", _cells(items))


def insights(context: Context) -> Lane | None:
    """Observations, hypotheses and gaps in knowledge or offer, each with its kind."""
    words = context.words
    items = [
        (one.stands[0], Item(text=with_places(one.insight.text, one.stands, context), detail=_kind(one.insight, words), source=one.path))
        for one in context.statements.others
    ]
    return cell_lane(context, "insights", _cells(items))


def _kind(one: Insight, words: Words) -> str:
    return joined((text for text in (words.insight_kinds[one.kind], one.note) if text), words)


def opportunities(context: Context) -> Lane | None:
    """Opportunities with their number, and below each what is planned to answer it; what was rejected is left out."""
    words = context.words
    answers: dict[str, list[Action]] = {}
    for action in context.journey.library.actions if context.statements.opportunities else ():
        for name in action.addresses if action.status != "rejected" else ():
            answers.setdefault(name, []).append(action)
    items = []
    for one in context.statements.opportunities:
        mark = Mark(kind="number", label=str(one.number))
        text = with_places(one.opportunity.statement, one.stands, context)
        found = answers.get(one.key, ())
        items.append((one.stands[0], Item(text=text, style="strong", mark=mark, detail=_answers(found, words), source=one.path)))
    return cell_lane(context, "opportunities", _cells(items))


def _answers(actions: Sequence[Action], words: Words) -> str:
    by_status: dict[str, list[str]] = {}
    for one in actions:
        by_status.setdefault(one.status, []).append(one.title)
    found = (
        words.action_is.format(status=words.action_statuses[status], title=joined(titles, words)) for status, titles in by_status.items()
    )
    return joined(found, words)
