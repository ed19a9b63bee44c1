"""What stands where: pains, gains, other insights and opportunities, with the columns of their anchors; pains ranked over the map."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from journeykit import measure
from journeykit.model import Insight, Journey, Opportunity
from journeykit.record import Record


@frozen(eq=False, repr=False)
class Stand(Record):
    """The columns that an anchor means, `start` to `end`."""

    start: int
    end: int


@frozen(eq=False, repr=False)
class Placed(Record):
    """A statement, the first of the places at which it stands, the other places, the key by which others refer to it, and its number."""

    insight: Insight
    stands: tuple[Stand, ...]
    path: str
    key: str
    number: int = 0


@frozen(eq=False, repr=False)
class PlacedOpportunity(Record):
    """An opportunity, the key by which others refer to it, where it stands, and its number on the map."""

    opportunity: Opportunity
    key: str
    stands: tuple[Stand, ...]
    path: str
    number: int


@frozen(eq=False, repr=False)
class Statements(Record):
    """All statements of a journey. Pains are in the order of their rank."""

    pains: tuple[Placed, ...]
    gains: tuple[Placed, ...]
    quotes: tuple[Placed, ...]
    others: tuple[Placed, ...]
    opportunities: tuple[PlacedOpportunity, ...]


def places_of(journey: Journey, stage_spans: Iterable[tuple[str, int, int]]) -> dict[str, Stand]:
    """From anchors, as a portfolio writes them, to columns: the journey, its stages, touchpoints and activities."""
    columns = journey.touchpoints
    key = journey.id
    found = {f"{key}/{one.id}": Stand(at, at) for at, one in enumerate(columns)}
    found.update({f"{key}/stage:{stage}": Stand(start, end) for stage, start, end in stage_spans})
    for activity in journey.activities:
        at = columns.position(activity.touchpoints[0])
        if at >= 0:
            found[f"{key}/{activity.id}"] = Stand(at, at)
    if columns:
        found[key] = Stand(0, len(columns) - 1)
    return found


def statements_of(journey: Journey, places: Mapping[str, Stand], paths: tuple[str, ...]) -> Statements:
    """Collects what is written at touchpoints and what the library anchors in the journey."""
    by_kind: dict[str, list[Placed]] = {"pain": [], "gain": [], "quote": [], "other": []}
    known: dict[str, tuple[Stand, ...]] = {}

    def add(insight: Insight, stands: tuple[Stand, ...], path: str, key: str) -> None:
        known[key] = stands
        # A refuted insight is known not to hold: showing it would state the opposite of what is known.
        if insight.status != "refuted":
            by_kind[insight.kind if insight.kind in by_kind else "other"].append(Placed(insight, stands, path, key))

    for at, touchpoint in enumerate(journey.touchpoints):
        here = (Stand(at, at),)
        for name in ("pains", "gains", "insights"):
            for one in getattr(touchpoint, name):
                add(one, here, f"{paths[at]}.{name}['{one.id}']", f"{journey.id}/{touchpoint.id}/{one.id}")
    for one in journey.library.insights:
        stands = tuple(places[anchor] for anchor in one.anchors if anchor in places)
        if stands:
            add(one, stands, f"insights['{one.id}']", one.id)
    return Statements(
        pains=_ranked(by_kind["pain"], journey),
        gains=tuple(by_kind["gain"]),
        quotes=tuple(by_kind["quote"]),
        others=tuple(by_kind["other"]),
        opportunities=_opportunities(journey, places, known, paths),
    )


def _ranked(pains: Sequence[Placed], journey: Journey) -> tuple[Placed, ...]:
    """The pains in the order of their priority, numbered: the ranking itself is a measure. What has no rank stays as it was written."""
    if not pains:
        return ()
    items = measure.pain_ranking(journey).items
    unranked = next((place for place, one in enumerate(items) if one.group == "not_rankable"), len(items))
    order = {one.insight: unranked if one.group == "not_rankable" else place for place, one in enumerate(items)}

    def place_of(one: Placed) -> tuple[int, int]:
        place = order.get(one.key, len(items))
        return place, one.stands[0].start if place == unranked else 0

    ranked = sorted(pains, key=place_of)
    return tuple(evolve(one, number=number) for number, one in enumerate(ranked, 1))


def _opportunities(
    journey: Journey, places: Mapping[str, Stand], insights: Mapping[str, tuple[Stand, ...]], paths: tuple[str, ...]
) -> tuple[PlacedOpportunity, ...]:
    """An opportunity of the library stands at its anchors; one without, where the first insight stands that it answers."""
    found: list[tuple[Opportunity, str, tuple[Stand, ...], str]] = []
    for at, touchpoint in enumerate(journey.touchpoints):
        here = (Stand(at, at),)
        found += [
            (one, f"{journey.id}/{touchpoint.id}/{one.id}", here, f"{paths[at]}.opportunities['{one.id}']")
            for one in touchpoint.opportunities
        ]
    for one in journey.library.opportunities:
        stands = tuple(places[anchor] for anchor in one.anchors if anchor in places)
        if not stands and not one.anchors:
            stands = next((insights[name] for name in one.addresses if name in insights), ())[:1]
        if stands:
            found.append((one, one.id, stands, f"opportunities['{one.id}']"))
    found.sort(key=lambda each: each[2][0].start)
    return tuple(PlacedOpportunity(*each, number) for number, each in enumerate(found, 1))
