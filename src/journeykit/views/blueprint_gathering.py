"""Activities gathered: where stages hold too many to be read, one card for those of an actor, or else of a layer."""

from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from journeykit.diagram import Card, CardLane
from journeykit.model import Activity, FailPoint, Journey, slug

from .printed import NBSP, counted, joined
from .words import Words

MOST_BEHIND = 8
"""With more activities a stage, those of an actor are gathered; with more cards still, those of a layer."""
_NAMED = 3
_IN_FULL = 12
_Key = tuple[str, str | None, str]


@frozen(kw_only=True, eq=False)
class Gathered:
    """Activities over stages.

    Attributes:
        activities: what is drawn: those that stand alone, and one for each group.
        cards: by the id of an activity, which card stands for it in which stage.
        details: of the cards of groups, in short; `contents`: in full.
        by_layer: whether a card stands for what several actors do.
    """

    activities: tuple[Activity, ...]
    cards: Mapping[str, Mapping[str, str]]
    details: Mapping[str, str]
    contents: Mapping[str, str]
    by_layer: bool


def gathered(journey: Journey, place: Mapping[str, str], words: Words) -> Gathered:
    """The activities of a journey; `place` says in which stage a touchpoint stands."""
    over = {one.id: tuple(dict.fromkeys(place[key] for key in one.touchpoints)) for one in journey.activities}
    most = MOST_BEHIND * len(set(place.values()))
    groups: dict[_Key, list[Activity]] = {}
    by_actor = True
    if len(over) > most:
        groups = _groups(journey, over, by_actor=True)
        by_actor = len(groups) <= most
        groups = groups if by_actor else _groups(journey, over, by_actor=False)
    together = {one.id for held in groups.values() if len(held) > 1 for one in held}
    kept = [evolve(one, touchpoints=over[one.id]) for one in journey.activities if one.id not in together]
    cards: dict[str, dict[str, str]] = {one.id: dict.fromkeys(one.touchpoints, one.id) for one in kept}
    taken = {*(one.id for one in journey.activities), *place.values()}
    made: list[Activity] = []
    details: dict[str, str] = {}
    contents: dict[str, str] = {}
    for key, held in groups.items():
        if here := [one for one in held if one.id in together]:
            card = _card(key, here, taken, words)
            taken.add(card.id)
            made.append(card)
            for one in here:
                cards.setdefault(one.id, {})[key[2]] = card.id
            if len(here) > 1:
                details[card.id] = _short([one.title for one in here], words) if by_actor else _actors(journey, here, words)
                contents[card.id] = _short([one.title for one in here], words, most=_IN_FULL)
    return Gathered(activities=(*kept, *made), cards=cards, details=details, contents=contents, by_layer=not by_actor)


def _groups(journey: Journey, over: Mapping[str, Sequence[str]], *, by_actor: bool) -> dict[_Key, list[Activity]]:
    out: dict[_Key, list[Activity]] = {}
    for one in journey.activities:
        for stage in over[one.id]:
            out.setdefault((one.layer, one.actor if by_actor else None, stage), []).append(one)
    return out


def _card(key: _Key, held: Sequence[Activity], taken: set[str], words: Words) -> Activity:
    """One activity for several; what holds for some alone goes, but where it can fail and where the customer waits."""
    layer, actor, stage = key
    first = held[0]
    name = "-".join(part for part in (stage, layer, slug(actor) if actor else "") if part)
    while name in taken:
        name += "-all"
    if len(held) == 1:
        return evolve(first, id=name, touchpoints=(stage,))
    status = {one.status for one in held}
    return Activity(
        counted(len(held), words.blueprint.activities_n, words),
        id=name,
        layer=first.layer,
        actor=actor,
        touchpoints=(stage,),
        status=first.status if len(status) == 1 else "existing",
        fail_point=fail_points_as_one([one.fail_point for one in held if one.fail_point], words),
        wait_point=any(one.wait_point for one in held),
    )


def fail_points_as_one(points: Sequence[FailPoint], words: Words) -> FailPoint | None:
    """What can fail in several places: named where it is little, else counted."""
    if len(points) < 2:
        return points[0] if points else None
    texts = list(dict.fromkeys(one.text for one in points))
    return FailPoint(joined(texts, words) if len(texts) <= _NAMED else counted(len(points), words.fail_points_n, words))


def _short(texts: Sequence[str], words: Words, *, most: int = 2) -> str:
    """The first of these, and how many more there are."""
    named = list(dict.fromkeys(texts))
    rest = len(named) - most
    return joined(named if rest <= 0 else [*named[:most], f"+{rest}"], words)


def _actors(journey: Journey, held: Sequence[Activity], words: Words) -> str:
    """Who does most of it."""
    counts = Counter(one.actor for one in held if one.actor)
    named = [f"{journey.library.name_of(key)}{NBSP}({count})" for key, count in counts.most_common()]
    return _short(named, words, most=_NAMED)


def with_contents(lanes: Sequence[CardLane], details: Mapping[str, str], contents: Mapping[str, str], words: Words) -> tuple[CardLane, ...]:
    """The lanes, with what their cards stand for, by the id of a card: in short on it, and `contents` in its label."""
    return tuple(
        evolve(
            lane, rows=tuple(evolve(row, cards=tuple(_filled(card, details, contents, words) for card in row.cards)) for row in lane.rows)
        )
        for lane in lanes
    )


def _filled(card: Card, details: Mapping[str, str], contents: Mapping[str, str], words: Words) -> Card:
    if card.id not in details:
        return card
    said = contents.get(card.id, "")
    parts = [part for part in (details[card.id], card.detail) if part]
    return evolve(card, detail=joined(parts, words), label=joined([card.label, *parts, *([said] if said else [])], words), tip=said)
