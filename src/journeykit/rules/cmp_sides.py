"""CMP: what must hold before two journeys can be compared."""

from collections.abc import Iterator

from journeykit.errors import step
from journeykit.model import KPI, Journey, Source

from ._finding import Hit, Spot
from ._rule import rule
from ._sides import ComparisonFacts
from ._words import out_of

_TESTS = frozenset({"concept_test", "focus_group", "usability_test", "competitor_intel", "review", "complaint", "survey", "interview"})
_KIND = {"intended": "intended", "illustrative": "illustrative", "assumed": "assumed"}


def _is_future(before: Journey, after: Journey) -> bool:
    return before.state != "future" and after.state == "future"


@rule("CMP-01", "kpis-that-cannot-be-compared", of="comparison", error="any")
def kpis_that_cannot_be_compared(at: ComparisonFacts) -> Iterator[Hit]:
    """Both sides measure a KPI in the same way: method, scale and unit. Readings of emotions are on one scale by construction.

    Why it matters:
        A top-two-box share set beside a mean shows a difference that nobody ever felt.

    Fails:
        compare(Portfolio("Old", kpis=[KPI("CSAT", metric="csat", method="mean")]), Portfolio("New", kpis=[KPI("CSAT", metric="csat", method="top_2_box")]))

    Passes:
        compare(Portfolio("Old", kpis=[KPI("CSAT", metric="csat", method="mean")]), Portfolio("New", kpis=[KPI("CSAT", metric="csat", method="mean")]))

    How to fix:
        Convert one of them, or leave it out of the comparison.

    Source:
        ServiceRocket, Zykrr and MetricsFlare: three formulas for the same word.
    """
    before, after = (_kpis(one) for one in (at.comparison.before, at.comparison.after))
    for key, one in before.items():
        other = after.get(at.comparison.translation.now("kpi", key))
        if other is None:
            continue
        known = [(name, getattr(one, name), getattr(other, name)) for name in ("method", "scale", "unit")]
        differ = [name for name, first, second in known if first is not None and second is not None and first != second]
        if differ:
            spot = Spot(step("kpis", one.id), one.id, one.name)
            yield Hit(spot, f"KPI {spot} is of another {' and '.join(differ)} on the other side.")


def _kpis(document: object) -> dict[str, KPI]:
    held = document.library if isinstance(document, Journey) else document
    return {one.id: one for one in getattr(held, "kpis", ())}


@rule("CMP-02", "current-and-future-of-different-things", of="comparison", warning="any")
def current_and_future_of_different_things(at: ComparisonFacts) -> Iterator[Hit]:
    """A journey of today and its future have the same persona, customer goal and scope, where both sides say them.

    Why it matters:
        Otherwise they are not the as-is and the to-be of one thing.

    Fails:
        compare(Journey("I buy", persona="Ann"), Journey("I buy", persona="Bo", state="future"))

    Passes:
        compare(Journey("I buy", persona="Ann"), Journey("I buy", persona="Ann", state="future"))

    How to fix:
        Align them; or compare personas, not times.

    Source:
        The articles on lifecycle maps: current and future state.
    """
    now = at.comparison.translation.now
    for before, after in at.journeys:
        if not _is_future(before, after):
            continue
        scopes = [(one.scope.start, one.scope.end) if one.scope else None for one in (before, after)]
        pairs: tuple[tuple[str, object, object], ...] = (
            ("persona", before.persona and now("actor", before.persona), after.persona),
            ("customer goal", before.customer_goal, after.customer_goal),
            ("scope", scopes[0], scopes[1]),
        )
        differ = [name for name, first, second in pairs if first is not None and second is not None and first != second]
        if differ:
            spot = at.spot(after)
            yield Hit(spot, f"{spot} is of the future and has another {' and '.join(differ)} than {at.spot(before)}.", (at.spot(before),))


@rule("CMP-03", "few-touchpoints-matched", of="comparison", warning="any")
def few_touchpoints_matched(at: ComparisonFacts, *, share: float = 0.6) -> Iterator[Hit]:
    """Six of ten touchpoints of the smaller side are matched.

    Why it matters:
        Where little is matched, what looks added and removed is mostly what was not recognised.

    Settings:
        share: of the touchpoints of the side that has fewer, 0 to 1; a convention.

    Fails:
        compare(Journey("I buy", stages=[Stage("A", [Touchpoint("Asks friends"), Touchpoint("Pays")])]),
                Journey("I buy", stages=[Stage("B", [Touchpoint("Logs in"), Touchpoint("Sleeps")])]))

    Passes:
        compare(Journey("I buy", stages=[Stage("A", [Touchpoint("Asks friends")])]), Journey("I buy", stages=[Stage("A", [Touchpoint("Asks friends")])]))

    How to fix:
        Give a mapping; or compare stages.

    Source:
        Our convention.
    """
    matched = {pair.old.at for pair in at.comparison.pairs if pair.what == "Touchpoint"}
    for before, after in at.journeys:
        fewer = min(len(before.touchpoints), len(after.touchpoints))
        front = step("journeys", before.id) + "."
        whole = isinstance(at.comparison.before, Journey)
        amount = sum(1 for one in matched if whole or one.startswith(front))
        if fewer and amount < share * fewer:
            spot = at.spot(before)
            none = "The only touchpoint" if fewer == 1 else out_of(amount, fewer, "touchpoint")
            matched_so = "is not matched" if fewer == 1 else "is matched" if amount < 2 else "are matched"
            yield Hit(spot, f"{none} of {spot} {matched_so}.", (at.spot(after),))


@rule("CMP-04", "untested-future", of="comparison", warning="any")
def untested_future(at: ComparisonFacts) -> Iterator[Hit]:
    """The future side cites feedback, a concept test, a focus group, or what competitors do.

    Why it matters:
        A future that no customer has seen is the provider's wish.

    Fails:
        compare(Journey("I buy"), Journey("I buy", state="future"))

    Passes:
        compare(Portfolio("Now", journeys=[Journey("I buy")]),
                Portfolio("Then", sources=[Source("Test of the idea", kind="concept_test")], journeys=[Journey("I buy", state="future", sources="test-of-the-idea")]))

    How to fix:
        Test the concept, and cite the test.

    Source:
        The articles on lifecycle maps: inputs of the future map.
    """
    for before, after in at.journeys:
        if _is_future(before, after) and not any(one.kind in _TESTS for one in _cited(after)):
            spot = at.spot(after)
            yield Hit(spot, f"{spot} is of the future and cites no test with customers.", (at.spot(before),))


def _cited(journey: Journey) -> Iterator[Source]:
    keys = [*journey.sources, *(key for one in journey.touchpoints for key in one.sources)]
    for one in journey.touchpoints:
        keys += [key for emotion in one.emotions for key in emotion.sources]
        keys += [key for insight in (*one.pains, *one.gains, *one.insights) for key in insight.sources]
    for key in dict.fromkeys(keys):
        source = journey.library.sources.get(key)
        if source is not None:
            yield source


@rule("CMP-05", "readings-of-different-kinds", of="comparison", warning="any")
def readings_of_different_kinds(at: ComparisonFacts) -> Iterator[Hit]:
    """The readings of both sides are known in the same way; where they are not, a picture must say so.

    Why it matters:
        What is intended and what was felt are not points of one series.

    Fails:
        compare(Journey("I buy", stages=[Stage("A", [Touchpoint("Pays", emotion=Emotion(-1, basis="reported"))])]),
                Journey("I buy", state="future", stages=[Stage("A", [Touchpoint("Pays", emotion=Emotion(1, basis="intended"))])]))

    Passes:
        compare(Journey("I buy", stages=[Stage("A", [Touchpoint("Pays", emotion=-1)])]), Journey("I buy", stages=[Stage("A", [Touchpoint("Pays", emotion=1)])]))

    How to fix:
        Keep the label on the picture.

    Source:
        Honesty of the curve; a convention.
    """
    for before, after in at.journeys:
        first, second = _kinds(before), _kinds(after)
        if first and second and first != second:
            spot = at.spot(after)
            sides = f"{', '.join(sorted(second))} here, {', '.join(sorted(first))} in {at.spot(before)}"
            yield Hit(spot, f"The readings of {spot} are of another kind: {sides}.", (at.spot(before),))


def _kinds(journey: Journey) -> set[str]:
    return {_KIND.get(emotion.basis, "from people") for one in journey.touchpoints for emotion in one.emotions}
