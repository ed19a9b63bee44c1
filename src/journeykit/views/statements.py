"""What stands where: pains, gains, other insights and opportunities, with the columns of their anchors; pains ranked over the map."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from journeykit.model import Insight, Journey, Opportunity

from .strength import strength


@frozen
class Stand:
    """The columns that an anchor means, `start` to `end`."""

    start: int
    end: int


@frozen
class Placed:
    """A statement, the first of the places at which it stands, the other places, and its number on the map."""

    insight: Insight
    stands: tuple[Stand, ...]
    path: str
    number: int = 0


@frozen
class PlacedOpportunity:
    """An opportunity, the key by which others refer to it, where it stands, and its number on the map."""

    opportunity: Opportunity
    key: str
    stands: tuple[Stand, ...]
    path: str
    number: int


@frozen
class Statements:
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

    def add(insight: Insight, stands: tuple[Stand, ...], path: str) -> None:
        # A refuted insight is known not to hold: showing it would state the opposite of what is known.
        if insight.status != "refuted":
            by_kind[insight.kind if insight.kind in by_kind else "other"].append(Placed(insight, stands, path))

    for at, touchpoint in enumerate(journey.touchpoints):
        here = (Stand(at, at),)
        for name in ("pains", "gains", "insights"):
            for one in getattr(touchpoint, name):
                known[f"{journey.id}/{touchpoint.id}/{one.id}"] = here
                add(one, here, f"{paths[at]}.{name}['{one.id}']")
    for one in journey.library.insights:
        stands = tuple(places[anchor] for anchor in one.anchors if anchor in places)
        if stands:
            known[one.id] = stands
            add(one, stands, f"insights['{one.id}']")
    return Statements(
        pains=_ranked(by_kind["pain"], journey),
        gains=tuple(by_kind["gain"]),
        quotes=tuple(by_kind["quote"]),
        others=tuple(by_kind["other"]),
        opportunities=_opportunities(journey, places, known, paths),
    )


def _ranked(pains: Iterable[Placed], journey: Journey) -> tuple[Placed, ...]:
    """Rated pains by severity x frequency x weight, unknown frequency as 1; then those without severity by frequency; then the rest.

    Of equals the better known comes first.
    """
    columns = journey.touchpoints
    critical = columns.position(journey.critical_moment) if journey.critical_moment else -1

    def weight(stand: Stand) -> float:
        if stand.start <= critical <= stand.end:
            return 2
        return 1.5 if any(columns[at].matters for at in range(stand.start, stand.end + 1)) and stand.start == stand.end else 1

    def order(one: Placed) -> tuple[float, float, int, int]:
        severity, frequency = one.insight.severity, one.insight.frequency
        known, place = strength(one.insight.sources, journey.library), one.stands[0].start
        if severity is not None:
            share = 1.0 if frequency is None else frequency
            return (0, -severity / 4 * share * max(weight(stand) for stand in one.stands), -known, place)
        return (1, -frequency, -known, place) if frequency is not None else (2, 0, -known, place)

    ranked = sorted(pains, key=order)
    return tuple(Placed(one.insight, one.stands, one.path, at) for at, one in enumerate(ranked, 1))


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
