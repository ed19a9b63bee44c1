"""Lanes of where and with whom the customer meets the service, and with what."""

from collections.abc import Sequence
from typing import Literal

from attrs import frozen

from journeykit.diagram import Cell, Item, Lane, Mark, Span, SpanLane
from journeykit.model import FailPoint, Journey
from journeykit.record import Record

from .context import Context
from .printed import embedded, initial, joined, listed, share
from .textlanes import cell_lane, text_cells
from .words import Words

_ICONS = {
    "face_to_face": "face-to-face", "phone": "telephone", "web": "web", "app": "app", "email": "mail", "sms": "chat", "chat": "chat",
    "messaging": "chat", "post": "document", "social": "social", "kiosk": "object", "print": "document", "broadcast": "broadcast",
    "in_product": "object", "marketplace": "listing-site",
}  # fmt: skip
_SAID = frozenset({"face_to_face", "phone", "post", "kiosk", "print"})
Style = Literal["solid", "outline", "dashed"]


@frozen(eq=False, repr=False)
class Fact(Record):
    """What a column says in a lane of spans; neighbours that are equal become one bar."""

    text: str
    style: Style
    icon: str = ""
    tip: str = ""


def spans(facts: Sequence[Fact | None], paths: Sequence[str], field: str) -> tuple[Span, ...]:
    """Bars over equal neighbours; a column without a fact has none."""
    found: list[Span] = []
    at = 0
    while at < len(facts):
        fact, start = facts[at], at
        while at < len(facts) and facts[at] == fact:
            at += 1
        if fact is not None:
            mark = Mark(kind="icon", label=fact.icon) if fact.icon else None
            source = f"{paths[start]}.{field}"
            found.append(Span(start=start, end=at - 1, text=fact.text, style=fact.style, mark=mark, tip=fact.tip, source=source))
    return tuple(found)


def span_lane(context: Context, key: str, found: tuple[Span, ...]) -> SpanLane | None:
    """A lane of these spans under its name; None where there are none."""
    return SpanLane(key=key, title=context.words.lanes[key], note=context.words.notes[key], spans=found) if found else None


def channels(context: Context) -> Lane | None:
    """Through which media; alternatives of one moment stand side by side."""
    if not any(one.channels for one in context.columns):
        return None
    words = context.words
    made: dict[tuple[str, ...], tuple[str, str]] = {}
    facts: list[Fact | None] = []
    for at, one in enumerate(context.columns):
        if one.channels:
            if one.channels not in made:
                named = [_channel(context.journey, key, words) for key in one.channels]
                made[one.channels] = (listed([text for text, _ in named], words, either=True), named[0][1])
            text, medium = made[one.channels]
            facts.append(Fact(text, "solid" if context.ours(at) else "outline", _ICONS.get(medium, "")))
        else:
            facts.append(Fact(words.no_contact if one.kind == "action" else words.not_stated, "dashed"))
    return span_lane(context, "channels", spans(facts, context.paths, "channels"))


def _channel(journey: Journey, key: str, words: Words) -> tuple[str, str]:
    """Name and medium of a channel. One that is not declared may be the word for a medium."""
    known = journey.library.channels.get(key)
    if known is None:
        medium = key if key in words.media else ""
        name = journey.library.channel_name(key)
        return (initial(words.media[medium]) if medium and name == key else name), medium
    medium = known.medium or ""
    # A word of another language than the name's would be noise beside it; the icon says it too.
    spoken = (journey.language or words.lang).casefold().startswith(words.lang) and embedded(known.name, words) == known.name
    if spoken and medium in _SAID and words.media[medium].casefold() not in known.name.casefold():
        return f"{known.name}{words.comma}{words.media[medium]}", medium
    return known.name, medium


def counterparts(context: Context) -> Lane | None:
    """With whom or what the customer deals; that nobody is named is said too."""
    if not any(one.counterparts for one in context.columns):
        return None
    words, names = context.words, context.names
    facts: list[Fact | None] = []
    for at, one in enumerate(context.columns):
        if one.counterparts:
            facts.append(Fact(listed([names(key) for key in one.counterparts], words), "solid" if context.ours(at) else "outline"))
        else:
            facts.append(Fact(words.nobody if one.kind == "action" else words.not_stated, "dashed"))
    return span_lane(context, "counterparts", spans(facts, context.paths, "counterparts"))


def systems(context: Context) -> Lane | None:
    """The tools used."""
    return cell_lane(context, "systems", text_cells(context, "systems", lambda one: [context.names(key) for key in one.systems]))


def processes(context: Context) -> Lane | None:
    """The processes that begin or run."""
    return cell_lane(context, "processes", text_cells(context, "processes", lambda one: one.processes))


def messages(context: Context) -> Lane | None:
    """What is communicated."""
    return cell_lane(context, "messages", text_cells(context, "messages", lambda one: one.messages))


def physical_evidence(context: Context) -> Lane | None:
    """What the customer sees, hears or holds."""
    icons = {"place": "place", "object": "object", "document": "document", "digital": "web", "person": "face-to-face", "ambience": "air"}
    cells = [
        Cell(start=at, end=at, items=tuple(
            Item(text=each.text, mark=Mark(kind="icon", label=icons[each.kind]) if each.kind in icons else None,
                 tip=f"{context.words.evidence_kinds[each.kind]}: {each.text}", source=f"{context.paths[at]}.physical_evidence[{place}]")
            for place, each in enumerate(one.physical_evidence)
        ))
        for at, one in enumerate(context.columns)
        if one.physical_evidence
    ]  # fmt: skip
    return cell_lane(context, "physical_evidence", cells)


def fail_points(context: Context) -> Lane | None:
    """What can go wrong, how often and how badly, and what is done then."""
    cells = []
    for at, one in enumerate(context.columns):
        if (point := one.fail_point) is not None:
            item = Item(text=point.text, detail=risk(point, context.words), source=f"{context.paths[at]}.fail_point")
            cells.append(Cell(start=at, end=at, items=(item,)))
    return cell_lane(context, "fail_points", cells)


def risk(point: FailPoint, words: Words) -> str:
    """How often something fails and how badly, and what is done then; empty where nothing of it is known."""
    parts = []
    if point.probability is not None:
        parts.append(words.probability.format(share=share(point.probability, words)))
    if point.severity is not None:
        parts.append(words.risk.format(n=point.severity))
    if point.recovery:
        parts.append(words.recovery.format(text=point.recovery))
    return joined(parts, words)
