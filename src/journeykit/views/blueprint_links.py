"""Links of a blueprint: between which layers they run, which lines they cross, and what they say."""

from collections.abc import Mapping, Sequence
from typing import Literal

from journeykit.diagram import Connector, ConnectorKind, LineKind
from journeykit.errors import step
from journeykit.model import Journey, Link

from .arcs import way
from .context import Context
from .printed import embedded, listed, shortened, signed

Layer = Literal["customer", "frontstage", "backstage", "support", "external"]
LAYERS: tuple[Layer, ...] = ("customer", "frontstage", "backstage", "support", "external")
"""From the customer to the outside."""
LINES: tuple[LineKind, ...] = ("interaction", "visibility", "internal", "external")
"""The line below each layer but the last."""

_TITLE = 48
_KINDS: Mapping[str, ConnectorKind] = {
    "sequence": "sequence", "branch": "branch", "message": "message", "supports": "supports", "handover": "handover",
}  # fmt: skip


def ranks(journey: Journey) -> dict[str, int]:
    """How far from the customer each touchpoint and activity stands, 0 to 4."""
    return dict.fromkeys((one.id for one in journey.touchpoints), 0) | {one.id: LAYERS.index(one.layer) for one in journey.activities}


def lines_crossed(link: Link, known: Mapping[str, int]) -> tuple[LineKind, ...]:
    """The lines between the layers of the ends of a link, top to bottom; none for an end that is not in this journey."""
    if link.source not in known or link.target not in known:
        return ()
    low, high = sorted((known[link.source], known[link.target]))
    return LINES[low:high]


def is_contact(link: Link, known: Mapping[str, int]) -> bool:
    """Whether a link is a contact: a message or a handover between a touchpoint and an activity, in whatever layer that stands."""
    ends = [known.get(link.source), known.get(link.target)]
    return link.kind in {"message", "handover"} and None not in ends and (ends[0] == 0) != (ends[1] == 0)


def kept_places(links: Sequence[Link], given: Sequence[Link]) -> list[int]:
    """For each link of a slice its place among those `given`, of which it has kept some, in order."""
    at, out = 0, list[int]()
    for link in links:
        while given[at] is not link and given[at] != link:
            at += 1
        out.append(at)
        at += 1
    return out


def connectors(context: Context, places: Sequence[int]) -> tuple[Connector, ...]:
    """Every link that is drawn between two cards; effects stand above the grid and are none. `places` are those of the links in the model."""
    journey = context.journey
    known = ranks(journey)
    titles = {one.id: one.title for one in journey.touchpoints} | {one.id: one.title for one in journey.activities}
    return tuple(
        Connector(
            id=f"{place:04}", source=link.source, target=link.target, kind=_KINDS[link.kind], text=link_words(context, link),
            both_ways=link.both_ways, label=said(context, link, titles, known), path=f"{context.path}.{step('links', places[place])}",
        )
        for place, link in enumerate(journey.links)
        if link.kind in _KINDS and link.source in known and link.target in known
    )  # fmt: skip


def link_words(context: Context, link: Link) -> str:
    """What stands beside an arrow; empty where it needs no words."""
    words, mine = context.words, context.words.blueprint
    parts = [link.label] if link.label else []
    if link.kind == "branch":
        parts += way(link, words)
    elif link.kind == "message" and link.channel:
        parts.append(context.journey.library.channel_name(link.channel))
    elif link.kind == "handover" and link.quality is not None:
        parts.append(mine.quality.format(value=signed(link.quality, words)))
    return words.comma.join(dict.fromkeys(parts))


def said(context: Context, link: Link, titles: Mapping[str, str], known: Mapping[str, int]) -> str:
    """A link in a sentence: both ends, what it means, its words, and the lines that it crosses."""
    words, mine = context.words, context.words.blueprint
    kind = "required" if link.kind == "sequence" and link.required else link.kind
    verb = (mine.kinds_both if link.both_ways else mine.kinds)[kind]

    def named(key: str) -> str:
        return words.quoted.format(text=embedded(shortened(titles[key], _TITLE), words))

    text = mine.link.format(source=named(link.source), kind=verb, target=named(link.target))
    notes = [one for one in (link_words(context, link), link.note or "") if one]
    if crossed := lines_crossed(link, known):
        notes.append(mine.crosses.format(lines=listed([mine.lines[one] for one in crossed], words)))
    return f"{text} ({'; '.join(notes)})" if notes else text


def line_counts(journey: Journey) -> dict[LineKind, tuple[int, int]]:
    """By line, how many contacts and how many other links cross it; effects are not counted."""
    known = ranks(journey)
    found: dict[LineKind, tuple[int, int]] = dict.fromkeys(LINES, (0, 0))
    for link in journey.links:
        if link.kind in _KINDS:
            for line in lines_crossed(link, known):
                contacts, others = found[line]
                found[line] = (contacts + 1, others) if is_contact(link, known) else (contacts, others + 1)
    return found
