"""Which figures stand at which place: the whole, each journey, its stages and its touchpoints."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.measure import KPIState, Point, kpi_status, series_in
from journeykit.model import KPI, Journey, Library, Portfolio, fold

from .kpi_words import KPIWords
from .printed import embedded
from .words import Words

_FAMILIES = ("operational", "experience", "business", "")
_Key = tuple[str, str, str, str]


@frozen(kw_only=True)
class ShownKPI:
    """A KPI at a place: its state, its measurements in order of time, and of whom or through what they are."""

    kpi: KPI
    state: KPIState
    points: tuple[Point, ...]
    who: str


@frozen(kw_only=True)
class Place:
    """A place and its figures, by family."""

    title: str
    note: str
    shown: tuple[ShownKPI, ...]


def places_of(what: Journey | Portfolio, words: Words, own: KPIWords) -> tuple[Place, ...]:
    """The places with figures: the whole first, then journey by journey in order of time."""
    names = _names(what, words, own)
    kpis = {one.id: one for one in _library(what).kpis}
    held: dict[str, list[ShownKPI]] = {}
    unmeasured: dict[str, ShownKPI] = {}
    states = kpi_status(what).states
    points: dict[_Key, tuple[Point, ...]] = {(one.kpi.id, one.anchor, one.persona, one.channel): one.points for one in series_in(what)}
    for state in states:
        known = kpis[state.kpi]
        one = ShownKPI(
            kpi=known, state=state, points=points[state.kpi, state.anchor, state.persona, state.channel],
            who=words.comma.join(_library(what).name_of(key) for key in (state.persona, state.channel) if key),
        )  # fmt: skip
        if state.value is None:
            unmeasured[state.kpi] = one
        else:
            held.setdefault(_anchor(state.anchor, what), []).append(one)
    for anchor, one in _where_unmeasured(what, unmeasured):
        held.setdefault(anchor, []).append(one)
    order = {key: at for at, key in enumerate(names)}
    found = sorted(held, key=lambda key: order.get(key, len(order)))
    return tuple(
        Place(title=names.get(key, (key, ""))[0], note=names.get(key, ("", ""))[1], shown=tuple(sorted(held[key], key=_family)))
        for key in found
    )


def _library(what: Journey | Portfolio) -> Library:
    return what if isinstance(what, Portfolio) else what.library


def _anchor(anchor: str, what: Journey | Portfolio) -> str:
    """A journey by itself is the whole of what is shown."""
    return "" if isinstance(what, Journey) and anchor == what.id else anchor


def _family(one: ShownKPI) -> int:
    return _FAMILIES.index(one.kpi.family or "")


def _where_unmeasured(what: Journey | Portfolio, unmeasured: dict[str, ShownKPI]) -> list[tuple[str, ShownKPI]]:
    """What was never measured stands where it is named: at touchpoints, else at its scope, else at the whole."""
    found: list[tuple[str, ShownKPI]] = []
    for key, one in unmeasured.items():
        places = [
            f"{journey.id}/{touchpoint.id}"
            for journey in _journeys(what)
            for touchpoint in journey.touchpoints
            if key in map(fold, touchpoint.kpis)
        ]
        found += [(_anchor(place, what), one) for place in places or one.kpi.scope[:1] or ("",)]
    return found


def _journeys(what: Journey | Portfolio) -> Sequence[Journey]:
    return tuple(what.journeys) if isinstance(what, Portfolio) else (what,)


def _names(what: Journey | Portfolio, words: Words, own: KPIWords) -> dict[str, tuple[str, str]]:
    """Titles of all places by their address, in the order in which they stand, each with what it belongs to."""
    several = isinstance(what, Portfolio)
    names = {"": (own.whole_book if isinstance(what, Portfolio) else what.title, "")}
    for journey in _journeys(what):
        if several:
            names[journey.id] = (journey.title, "")
        at = 0
        for stage in journey.stages:
            names[f"{journey.id}/stage:{stage.id}"] = (stage.title, journey.title if several else words.stage)
            for touchpoint in stage.touchpoints:
                at += 1
                names[f"{journey.id}/{touchpoint.id}"] = (f"{at} {embedded(touchpoint.title, words)}", stage.title)
        for activity in journey.activities:
            names[f"{journey.id}/{activity.id}"] = (activity.title, words.blueprint.layers[activity.layer])
    return names
