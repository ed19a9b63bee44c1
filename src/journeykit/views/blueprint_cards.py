"""Lanes of cards: the customer's own, then one for each layer that has activities."""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from journeykit.diagram import Card, CardLane, CardRow, CardStatus, Marker, Run
from journeykit.errors import step
from journeykit.model import Activity

from .blueprint_links import Layer
from .context import Context
from .how_often import frequency
from .printed import duration, embedded, joined, listed
from .station import emphasis, flags

_MOST_NAMED = 3
MOST_ROWS = 4
"""A layer of more actors packs its cards, and each says who does it."""
_GROUNDS: dict[Layer, Literal["plain", "customer", "back", "support"]] = {
    "customer": "customer", "frontstage": "plain", "backstage": "back", "support": "support", "external": "support",
}  # fmt: skip


def customer_lane(context: Context, markers: Mapping[str, tuple[Marker, ...]], linked: Mapping[str, str]) -> CardLane:
    """The touchpoints; `linked` says where some lead."""
    mine = context.words.blueprint
    cards = tuple(_touchpoint(context, at, markers.get(one.id, ()), linked.get(one.id, "")) for at, one in enumerate(context.columns))
    return CardLane(
        key="customer", title=customer_name(context), note=mine.layer_notes["customer"], ground="customer", sortable=False,
        rows=(CardRow(title="", cards=cards),),
    )  # fmt: skip


def customer_name(context: Context) -> str:
    """Who acts: the persona, else the customer among those who take part, else the word for it."""
    journey = context.journey
    if journey.persona is not None:
        return context.names(journey.persona)
    for key in journey.participants:
        known = journey.library.actors.get(key)
        if known is not None and known.kind == "customer":
            return known.name
    return context.words.blueprint.layers["customer"]


def layer_lane(context: Context, layer: Layer, markers: Mapping[str, tuple[Marker, ...]], *, packs: bool = False) -> CardLane | None:
    """The activities of a layer: a row for each actor where they are few and it does not pack them, else packed."""
    held = [(place, one) for place, one in enumerate(context.journey.activities) if one.layer == layer]
    if not held:
        return None
    mine = context.words.blueprint
    systems = [one for _, one in held if _is_system(context, one) and _names_itself(context, one)]
    others = [one for _, one in held if one not in systems]
    by_actor: dict[str, list[Activity]] = {}
    for one in others:
        by_actor.setdefault(one.actor or "", []).append(one)
    packed = packs or len(by_actor) > MOST_ROWS
    groups: list[tuple[str, list[Activity]]]
    if packed:
        groups = [("", others)]
    else:
        nobody = mine.nobody if len(by_actor) > 1 or systems else ""
        groups = [(context.names(key) if key else nobody, each) for key, each in by_actor.items()]
    if systems:
        groups.append((mine.systems if others else "", systems))
    rows = tuple(
        CardRow(title=title, cards=tuple(_activity(context, one, markers.get(one.id, ()), says_actor=packed) for one in each))
        for title, each in groups
    )
    note = mine.layer_notes[layer] or (mine.systems if not others else "")
    return CardLane(key=layer, title=mine.layers[layer], note=note, rows=rows, ground=_GROUNDS[layer])


def _is_system(context: Context, one: Activity) -> bool:
    known = bool(one.actor) and one.actor in context.journey.library.systems
    return known or (one.layer == "support" and _names_itself(context, one))


def _names_itself(context: Context, one: Activity) -> bool:
    """Whether the title says who or what it is, so that to name it again would be noise."""
    return one.actor is not None and context.names(one.actor).casefold() == one.title.casefold()


def runs_of(columns: Collection[int]) -> tuple[Run, ...]:
    """Columns as unbroken stretches.

    Example:
        >>> runs_of({4, 2, 3, 7})
        ((2, 4), (7, 7))
    """
    out: list[Run] = []
    for at in sorted(columns):
        if out and out[-1][1] == at - 1:
            out[-1] = (out[-1][0], at)
        else:
            out.append((at, at))
    return tuple(out)


def touchpoint_flags(context: Context, at: int) -> list[str]:
    """What sets a touchpoint apart, in words: without contact, not ours, matters, can be left out, may repeat."""
    return [*flags(context, at), *frequency(context.columns[at], context.words)]


def _touchpoint(context: Context, at: int, markers: tuple[Marker, ...], href: str) -> Card:
    one = context.columns[at]
    said, usual = context.words.comma.join(touchpoint_flags(context, at)), frequency(one, context.words)
    label = f"{context.numbers[at]}. {one.title}" + (f" ({said})" if said else "")
    return Card(
        id=one.id, title=one.title, runs=((at, at),), kind="contact" if one.kind == "interaction" else "alone", number=str(context.numbers[at]),
        emphasis=emphasis(context, at), detail=context.words.comma.join(usual), markers=markers, label=_marked(label, markers), href=href, source=context.paths[at],
    )  # fmt: skip


def _activity(context: Context, one: Activity, markers: tuple[Marker, ...], *, says_actor: bool) -> Card:
    mine, system, status = context.words.blueprint, _is_system(context, one), _status(context, one)
    actor = context.names(one.actor) if one.actor and not _names_itself(context, one) else ""
    detail = _detail(context, one)
    word = mine.statuses[status] if status != "existing" else ""
    runs = runs_of({context.journey.touchpoints.position(key) for key in one.touchpoints})
    again = mine.same if system and _names_itself(context, one) else mine.again
    return Card(
        id=one.id, title=one.title, runs=runs, kind="system" if system else "activity", status=status,
        first=actor if says_actor else "", status_word=word, detail=detail, again=again, markers=markers,
        again_labels=tuple(_placed(context, f"{_named(context, one)} ({again})", run) for run in runs),
        label=_marked(_said(context, one, _placed(context, _named(context, one), runs[0])), markers), source=f"{context.path}.{step('activities', one.id)}",
    )  # fmt: skip


def _named(context: Context, one: Activity) -> str:
    """What is done, and by whom where its title does not say so."""
    return f"{context.names(one.actor)}: {one.title}" if one.actor and not _names_itself(context, one) else one.title


def _said(context: Context, one: Activity, name: str) -> str:
    """An activity by its `name`, with its status and what is known of it."""
    status, detail = _status(context, one), _detail(context, one)
    word = context.words.blueprint.statuses[status] if status != "existing" else ""
    return joined((text for text in (name, word, detail) if text), context.words)


def _status(context: Context, one: Activity) -> CardStatus:
    """That of the activity; where it is the usual one, that of the system that does it."""
    known = context.journey.library.systems.get(one.actor) if one.actor else None
    return known.status if one.status == "existing" and known is not None else one.status


def _placed(context: Context, text: str, run: Run) -> str:
    """A text with the touchpoints that it is for: a few by their titles, of more the first and the last."""
    words, (start, end) = context.words, run
    titles = [words.quoted.format(text=embedded(one.title, words)) for one in context.columns[start : end + 1]]
    held = listed(titles, words) if len(titles) <= _MOST_NAMED else f"{titles[0]} – {titles[-1]}"
    return words.blueprint.done_for.format(text=text, titles=held)


def _detail(context: Context, one: Activity) -> str:
    words, mine = context.words, context.words.blueprint
    parts = []
    if one.duration is not None:
        parts.append(mine.standard.format(time=duration(one.duration, words)))
    if one.cost is not None:
        parts.append(mine.costs.format(amount=str(one.cost.amount).replace(".", words.decimal), currency=one.cost.currency))
    if one.systems:
        parts.append(mine.uses.format(systems=listed([_system_named(context, key) for key in one.systems], words)))
    return joined(parts, words)


def _system_named(context: Context, key: str) -> str:
    """The name of a system, and whether it is needed, changed or retired."""
    known, name = context.journey.library.systems.get(key), context.names(key)
    return f"{name} ({context.words.blueprint.statuses[known.status]})" if known is not None and known.status != "existing" else name


def _marked(label: str, markers: Sequence[Marker]) -> str:
    return f"{label} [{', '.join(one.label for one in markers)}]" if markers else label


def layer_texts(context: Context, layer: Layer) -> list[str]:
    """What is done in a layer, column by column, for the table."""
    found = [""] * len(context.columns)
    for one in context.journey.activities:
        if one.layer == layer:
            text = _said(context, one, _named(context, one))
            for at in {context.journey.touchpoints.position(key) for key in one.touchpoints}:
                found[at] = joined((found[at], text), context.words) if found[at] else text
    return found
