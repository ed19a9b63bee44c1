"""Lanes of what the customer wants, does, says and expects."""

from journeykit.diagram import Cell, Item, Lane, Verdict
from journeykit.model import Expectation

from .context import Context
from .marks import marked
from .printed import share
from .textlanes import assumed_note, cell_lane, marks_assumed, statement, text_cells
from .words import Words


def goal(context: Context) -> Lane | None:
    """What the customer wants: in a stage, over its columns; at a touchpoint, in its own."""
    marks = marks_assumed(context)
    cells = [
        Cell(
            start=block.start,
            end=block.end,
            items=(statement(block.stage.goal, context.words, assumed=marks, source=f"{block.path}.goal"),),
        )
        for block in context.blocks
        if block.stage.goal
    ]
    cells += text_cells(context, "goal", lambda one: (one.goal,) if one.goal else (), assumed=True)
    return cell_lane(context, "goal", cells, note=assumed_note(context, "goal", cells) if cells else "")


def actions(context: Context) -> Lane | None:
    """What the customer does."""
    cells = text_cells(context, "actions", lambda one: one.actions, assumed=True)
    return cell_lane(context, "actions", cells, note=assumed_note(context, "actions", cells) if cells else "")


def thoughts(context: Context) -> Lane | None:
    """What the customer thinks or says, as quotations; also those of readings and of the library."""
    words, marks = context.words, marks_assumed(context)
    quotes: dict[int, list[tuple[str, str]]] = {}
    for placed in context.statements.quotes:
        for stand in placed.stands:
            if stand.start == stand.end:
                quotes.setdefault(stand.start, []).append((placed.insight.text, placed.path))
    cells = []
    for at, touchpoint in enumerate(context.columns):
        path = context.paths[at]
        found = {text: f"{path}.thoughts[{place}]" for place, text in enumerate(touchpoint.thoughts)}
        for place, one in enumerate(touchpoint.emotions):
            if one.quote:
                found.setdefault(one.quote, f"{path}.emotions[{place}].quote")
        for text, source in quotes.get(at, ()):
            found.setdefault(text, source)
        if found:
            guess = marks and not context.backings[at].strength
            items = [statement(quoted(text, words), words, style="quote", assumed=guess, source=source) for text, source in found.items()]
            cells.append(Cell(start=at, end=at, items=tuple(items)))
    return cell_lane(context, "thoughts", cells, note=assumed_note(context, "thoughts", cells) if cells else "")


def quoted(text: str, words: Words) -> str:
    """A text in quotation marks, unless it brings its own."""
    return text if text[:1] in '“„«‹‘‚»「『"' else words.quoted.format(text=text)


def expectations(context: Context) -> Lane | None:
    """What the customer expects, and whether it was met."""
    words = context.words
    cells = [
        Cell(start=block.start, end=block.end, items=_expected(block.stage.expectations, block.path, words))
        for block in context.blocks
        if block.stage.expectations
    ]
    cells += [
        Cell(start=at, end=at, items=_expected(one.expectations, context.paths[at], words))
        for at, one in enumerate(context.columns)
        if one.expectations
    ]
    return cell_lane(context, "expectations", cells)


def _expected(expectations: tuple[Expectation, ...], path: str, words: Words) -> tuple[Item, ...]:
    return tuple(
        Item(
            text=one.text, mark=marked("dot" if one.priority == "primary" else "dot-open", words), detail=one.standard or "", verdict=_met(one, words),
            source=f"{path}.expectations[{place}]",
        )
        for place, one in enumerate(expectations)
    )  # fmt: skip


def _met(one: Expectation, words: Words) -> Verdict | None:
    if one.met == "unknown":
        return None
    text = words.met[one.met]
    match one.met:
        case "exceeded":
            return Verdict(text=text, tone="good", glyph="up")
        case "met":
            return Verdict(text=text, tone="good")
        case "partly":
            return Verdict(text=text, tone="muted", glyph="down")
        case _:
            return Verdict(text=text, tone="bad", glyph="down")


def contact_reason(context: Context) -> Lane | None:
    """Why the customer gets in touch."""
    return cell_lane(
        context, "contact_reason", text_cells(context, "contact_reason", lambda one: (one.contact_reason,) if one.contact_reason else ())
    )


def triggers(context: Context) -> Lane | None:
    """What starts each touchpoint."""
    return cell_lane(context, "triggers", text_cells(context, "trigger", lambda one: (one.trigger,) if one.trigger else ()))


def outcomes(context: Context) -> Lane | None:
    """What the customer has afterwards."""
    return cell_lane(context, "outcomes", text_cells(context, "outcome", lambda one: (one.outcome,) if one.outcome else ()))


def importance(context: Context) -> Lane | None:
    """How important it is, by perspective; the perspective is named where it is not the customers'."""
    words = context.words

    def texts(at: int) -> tuple[str, ...]:
        held = context.columns[at].importance
        return tuple(f"{value:g}" if view == "customer" else f"{words.views[view]} {value:g}" for view, value in held.items())

    cells = [
        Cell(start=at, end=at, items=tuple(Item(text=text, source=f"{context.paths[at]}.importance") for text in texts(at)[:1])
             + tuple(Item(text=text) for text in texts(at)[1:]))
        for at, one in enumerate(context.columns)
        if one.importance
    ]  # fmt: skip
    return cell_lane(context, "importance", cells)


def drop_off(context: Context) -> Lane | None:
    """The share of those who leave here, as a bar."""
    cells = [
        Cell(start=at, end=at, items=(
            Item(text="", share=one.drop_off, share_text=share(one.drop_off, context.words), tone="bad", source=f"{context.paths[at]}.drop_off"),
        ))
        for at, one in enumerate(context.columns)
        if one.drop_off is not None
    ]  # fmt: skip
    return cell_lane(context, "drop_off", cells)
