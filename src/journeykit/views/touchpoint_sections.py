"""The sections of a touchpoint card: four factors, then what is expected, learned, measured and planned there, and the seams on both sides."""

from attrs import evolve

from journeykit.diagram import CellLane, Item, Mark, ProfileSection, SpanLane
from journeykit.measure import Seam, seams
from journeykit.model import Activity

from .card_words import CardWords
from .context import Context
from .lanes import CATALOGUE
from .lanes_insight import pain_item
from .printed import amount, counted, duration, embedded, initial, joined, listed, share
from .statements import Placed, PlacedOpportunity

_BULLET = Mark(kind="bullet")
_PLAIN = frozenset({"icon", "owner", "supporter"})
_FRONT = frozenset({"customer", "frontstage"})


def sections(context: Context, at: int, cards: CardWords) -> tuple[ProfileSection, ...]:
    """All sections of the card of a column. The four factors are there even where nothing is recorded; the others where something is."""
    does = (*_lane(context, "goal", at, strong=True), *_lane(context, "contact_reason", at), *_lane(context, "triggers", at),
            *_lane(context, "actions", at), *_lane(context, "outcomes", at))  # fmt: skip
    factors = {
        "does": does,
        "feels": (*_reasons(context, at), *_lane(context, "thoughts", at)),
        "onstage": (*_met(context, at), *_activities(context, at, front=True)),
        "backstage": (*_activities(context, at, front=False), *_lanes(context, at, "processes", "systems")),
    }
    rest = {
        "expects": _lane(context, "expectations", at),
        "insights": _learned(context, at),
        "risks": _lanes(context, at, "tolerance", "drop_off", "fail_points"),
        "measured": _lane(context, "kpis", at),
        "opportunities": (*_lane(context, "opportunities", at), *_actions(context, at, cards)),
        "seams": _seams(context, at, cards),
    }
    nothing = (Item(text=cards.nothing_known, style="muted"),)
    found = [ProfileSection(title=cards.factors[name], items=tuple(items) or nothing) for name, items in factors.items()]
    found += [ProfileSection(title=cards.factors[name], items=tuple(items)) for name, items in rest.items() if items]
    return (*found, _how_known(context, at, cards))


def _learned(context: Context, at: int) -> list[Item]:
    """Pains, gains and other insights that hold here, wherever else they hold."""
    words = context.words
    held = context.statements
    found = [_pain(one, context) for one in held.pains if _here(one, at)]
    for several, mark in ((held.gains, Mark(kind="gain", word=words.insight_kinds["gain"])), (held.others, _BULLET)):
        for one in several:
            if _here(one, at):
                insight = one.insight
                kind = words.insight_kinds[insight.kind] if mark is _BULLET else ""
                often = share(insight.frequency, words) if insight.frequency is not None else ""
                detail = joined((text for text in (kind, often, insight.note) if text), words)
                found.append(Item(text=insight.text, mark=mark, detail=detail, source=one.path))
    return found


def _pain(one: Placed, context: Context) -> Item:
    """A pain among other things that were learned: its symbol says that it is one."""
    item = pain_item(one, context)
    return evolve(item, text=one.insight.text, mark=evolve(item.mark, word=context.words.insight_kinds["pain"]) if item.mark else None)


def _here(one: Placed | PlacedOpportunity, at: int) -> bool:
    return any(stand.start <= at <= stand.end for stand in one.stands)


def _lanes(context: Context, at: int, *keys: str) -> tuple[Item, ...]:
    return tuple(item for key in keys for item in _lane(context, key, at))


def _lane(context: Context, key: str, at: int, *, strong: bool = False) -> tuple[Item, ...]:
    """What a lane of the map says at a column."""
    lane = CATALOGUE[key].draw(context)
    items: list[Item] = []
    if isinstance(lane, CellLane):
        items = [item for cell in lane.cells if cell.start <= at <= cell.end for item in cell.items]
    elif isinstance(lane, SpanLane):
        # A dashed bar says what is missing, which needs to be told of what.
        items = [
            Item(text=f"{lane.title}: {one.text}", style="muted", source=one.source)
            if one.style == "dashed"
            else Item(text=one.text, tip=one.tip, source=one.source)
            for one in lane.spans
            if one.start <= at <= one.end
        ]
    titled = (one if one.text or lane is None else evolve(one, text=lane.title) for one in items)
    return tuple(_marked(one, strong=strong) for one in titled)


def _marked(item: Item, *, strong: bool) -> Item:
    """An item with a bullet where it has no symbol of its own, or one whose word says it all."""
    if strong and item.style == "plain":
        item = evolve(item, style="strong")
    bare = item.mark is None or item.mark.kind in _PLAIN
    return evolve(item, mark=_BULLET) if bare and item.style != "quote" else item


def _reasons(context: Context, at: int) -> list[Item]:
    """What stands behind the readings: quotations and notes of every series."""
    words = context.words
    found: list[Item] = []
    for track in context.tracks:
        for one in track.readings:
            if one.column != at:
                continue
            for place, emotion in one.emotions:
                source = f"{context.paths[at]}.emotions[{place}]"
                said = [text for text in (emotion.label, emotion.note) if text]
                whose = "" if track is context.tracks[0] else f"{words.views[track.perspective]}: "
                if emotion.quote:
                    found.append(
                        Item(text=words.quoted.format(text=emotion.quote), style="quote", detail=whose.rstrip(": "), source=source)
                    )
                    source = ""
                if said:
                    found.append(Item(text=whose + joined(said, words), mark=_BULLET, source=source))
    return found


def _met(context: Context, at: int) -> tuple[Item, ...]:
    """Channels, people and things that are met, and what the customer is told."""
    if context.columns[at].kind == "action" and not context.columns[at].channels:
        return (Item(text=context.words.no_contact, style="muted"), *_lanes(context, at, "physical_evidence", "messages"))
    return _lanes(context, at, "channels", "counterparts", "physical_evidence", "messages")


def _activities(context: Context, at: int, *, front: bool) -> list[Item]:
    """What people and systems do there, before or behind the line of visibility."""
    words, journey = context.words, context.journey
    here = context.columns[at].id
    found = [
        Item(text=initial(one.title), mark=_BULLET, detail=_by(context, one), source=f"{context.path}.activities['{one.id}']")
        for one in journey.activities
        if here in one.touchpoints and (one.layer in _FRONT) == front
    ]
    if not found and not front and context.columns[at].no_backstage:
        found.append(Item(text=words.blueprint.nothing_behind, style="muted"))
    return found


def _by(context: Context, one: Activity) -> str:
    words = context.words
    names = [context.names(key) for key in ((one.actor,) if one.actor else ()) + one.systems]
    parts = [words.comma.join(names), words.blueprint.layers[one.layer], duration(one.duration, words) if one.duration is not None else ""]
    return " · ".join(part for part in parts if part)


def _actions(context: Context, at: int, cards: CardWords) -> list[Item]:
    """Actions that touch this place and answer no opportunity that stands here, since those say it themselves."""
    words, journey = context.words, context.journey
    place = f"{journey.id}/{context.columns[at].id}"
    keys = {one.key for one in context.statements.opportunities if _here(one, at)}
    return [
        Item(text=f"{cards.actions}: {embedded(one.title, words)}", mark=_BULLET, source=f"actions['{one.id}']",
             detail=words.action_statuses.get(one.status) or "")
        for one in journey.library.actions
        if place in one.touches and one.status != "rejected" and not keys.intersection(one.addresses)
    ]  # fmt: skip


def _seams(context: Context, at: int, cards: CardWords) -> tuple[Item, ...]:
    """What changes from the touchpoint before and to the next one."""
    found = {one.index: one for one in seams(context.journey).seams}
    parts = ((at - 1, at - 1, cards.before_it, cards.begins), (at, at + 1, cards.after_it, cards.ends))
    items: list[Item] = []
    for index, other, form, end in parts:
        seam = found.get(index)
        if seam is None:
            items.append(Item(text=end, style="muted"))
            continue
        text = form.format(title=context.name(other), changes=_changes(context, seam, cards))
        items.append(Item(text=text, mark=_BULLET))
    return tuple(items)


def _changes(context: Context, seam: Seam, cards: CardWords) -> str:
    words = context.words
    names = [cards.changes[name] for name in seam.changes]
    text = cards.seam.format(changes=listed(names, words)) if names else cards.seam_same
    return joined((text, cards.falls.format(n=amount(seam.drop, words))), words) if seam.drop else text


def _how_known(context: Context, at: int, cards: CardWords) -> ProfileSection:
    words = context.words
    keys = context.backings[at].sources
    if not keys:
        items = (Item(text=f"{words.no_sources}{words.end} {words.all_assumed}", style="muted"),)
        return ProfileSection(title=cards.how_known, items=items, wide=True)
    library = context.journey.library.sources
    titles = [embedded(held.title if (held := library.get(key)) else key, words) for key in keys]
    text = cards.known_from.format(count=counted(len(keys), words.sources_n, words), titles=joined(titles, words))
    return ProfileSection(title=cards.how_known, items=(Item(text=text),), wide=True)
