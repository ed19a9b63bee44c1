"""EVD, second half: what single claims, readings and texts may say."""

from collections.abc import Iterator

from journeykit.errors import step

from ._facts import BookFacts, JourneyFacts
from ._finding import Hit, Spot, quoted, several
from ._personal import personal_data
from ._rule import rule
from ._words import PLACEHOLDERS, is_placeholder, out_of, signed

_FROM_PEOPLE = frozenset({"measured", "reported", "observed"})
_NOT_YET = frozenset({"measured", "reported", "observed", "derived"})
_TRIALS = frozenset({"concept_test", "usability_test", "focus_group"})


@rule("EVD-04", "nothing-discovered", of="journey", info="publish")
def nothing_discovered(at: JourneyFacts) -> Iterator[Hit]:
    """On a map of today at least one touchpoint was discovered by research.

    Why it matters:
        Research with customers usually adds points that nobody in the house knew of. That it confirmed all is said with `allow`.

    Fails:
        Journey("I buy", stages=[Stage("Buy", [Touchpoint("Pays")])])

    Passes:
        Journey("I buy", stages=[Stage("Buy", [Touchpoint("Asks a neighbour", provenance="discovered"), Touchpoint("Pays")])])

    How to fix:
        Check the map with customers; or accept the finding with a reason: research confirmed all.

    Source:
        The articles on lifecycle maps.
    """
    if (
        at.is_map
        and at.journey.state == "current"
        and at.columns
        and not any(one.touchpoint.provenance == "discovered" for one in at.columns)
    ):
        whole = len(at.columns)
        none = "The only touchpoint" if whole == 1 else out_of(0, whole, "touchpoint")
        yield Hit(at.spot, f"{none} of {at.spot} {'was not' if whole == 1 else 'was'} discovered by research.")


@rule("EVD-05", "untested-hypothesis", of="portfolio", warning="publish", needs_today=True)
def untested_hypothesis(at: BookFacts, *, months: int = 0) -> Iterator[Hit]:
    """An open hypothesis says how it is to be tested.

    Why it matters:
        Hypotheses are where mapping starts. Those that nobody tests turn into facts by themselves.

    Settings:
        months: how long it may be open without a test; 0: not at all.

    Fails:
        Portfolio("Cars", insights=[Insight("Buyers fear the finance office", kind="hypothesis", raised_on="2024-10")])

    Passes:
        Portfolio("Cars", insights=[Insight("Buyers fear the finance office", kind="hypothesis", test="Ten interviews in March")])

    How to fix:
        Say in `test` how and when; or set its status.

    Source:
        The articles on lifecycle maps: initial hypotheses.
    """
    for one in at.insights:
        held = one.insight
        if held.kind != "hypothesis" or held.status != "open" or held.test:
            continue
        since = held.raised_on
        age = None if since is None else max(0, (at.today.year - since.end.year) * 12 + at.today.month - since.end.month)
        if age is None or age >= months:
            since_then = "" if age is None else f" for {several(age, 'month')}"
            yield Hit(one.spot, f"Hypothesis {one.spot} is open{since_then} without a test.")


@rule("EVD-08", "reading-without-source", of="journey", error="draft")
def reading_without_source(at: JourneyFacts) -> Iterator[Hit]:
    """A reading that was measured, reported or observed cites its source, or stands at a touchpoint that does. A run may cite it as a whole.

    Why it matters:
        The curve is honest only where it can be said how each point is known.

    Fails:
        Journey("I buy", stages=[Stage("Buy", [Touchpoint("Pays", emotion=Emotion(-1.4, basis="measured"))])])

    Passes:
        Journey("I buy", stages=[Stage("Buy", [Touchpoint("Pays", emotion=Emotion(-1.4, basis="assumed"))])])

    How to fix:
        Cite the source; or set the basis to `assumed`.

    Source:
        Honesty of the curve; a convention.
    """
    if at.journey.form == "actual" and at.journey.sources:
        return
    held = [(one.spot, one.touchpoint.emotions, one.touchpoint.sources) for one in at.columns]
    held += [(one.spot, one.activity.emotions, one.activity.sources) for one in at.activities]
    for spot, emotions, sources in held:
        for place, emotion in enumerate(emotions):
            if emotion.basis in _FROM_PEOPLE and not emotion.sources and not sources:
                yield Hit(
                    spot.at(step("emotions", place)),
                    f"The reading {signed(emotion.valence)} at {spot} is {emotion.basis}, and no source is cited.",
                )


@rule("EVD-09", "felt-before-it-exists", of="journey", warning="draft")
def felt_before_it_exists(at: JourneyFacts) -> Iterator[Hit]:
    """Readings of a journey of the future, or of a plan, are intended or assumed.

    What people felt in a test of the concept they did feel: a reading of a journey of the future that cites one passes.

    Why it matters:
        Nobody has felt what does not exist yet.

    Fails:
        Journey("I buy", state="future", stages=[Stage("Buy", [Touchpoint("Pays", sources="talks", emotion=Emotion(1, basis="reported"))])])

    Passes:
        Journey("I buy", state="future", stages=[Stage("Buy", [Touchpoint("Pays", emotion=Emotion(1, basis="intended"))])])

    How to fix:
        Set the basis to `intended`; or cite the test in which people felt it, a source of the kind concept_test, usability_test or focus_group.

    Source:
        CJML, guiding principles: experience only in actual journeys.
    """
    is_future = at.journey.state == "future"
    if not is_future and at.journey.form != "planned":
        return
    for one in at.columns:
        for place, emotion in enumerate(one.touchpoint.emotions):
            if emotion.basis in _NOT_YET and not (is_future and _is_tried(at, emotion.sources or one.touchpoint.sources)):
                of_what = "the future" if is_future else "a plan"
                yield Hit(
                    one.spot.at(step("emotions", place)),
                    f"{one.spot} is of {of_what}, and its reading {signed(emotion.valence)} is {emotion.basis}.",
                )


def _is_tried(at: JourneyFacts, keys: tuple[str, ...]) -> bool:
    """Whether people tried what is not there yet: a test of the concept is among these sources."""
    return any(key in at.facts.sources and at.facts.sources[key].kind in _TRIALS for key in keys)


@rule("EVD-10", "template-residue", of="journey", info="draft")
def template_residue(at: JourneyFacts, *, phrases: tuple[str, ...] = PLACEHOLDERS, most_equal: int = 5) -> Iterator[Hit]:
    """No cell holds what a template left: placeholder texts, the same reading everywhere, the same quotation twice.

    A heuristic: it knows some placeholders, and takes equal assumed readings for filled in by default.

    Why it matters:
        An unfinished cell passes as data.
        A heuristic, which reads words and not their meaning: what it says may be wrong.

    Settings:
        phrases: texts that are placeholders where nothing else stands.
        most_equal: assumed readings from which on it is odd that all are equal.

    Fails:
        Journey("I buy", stages=[Stage("Stage 1", [Touchpoint("TBD")])])

    Passes:
        Journey("I buy", stages=[Stage("Buy", [Touchpoint("Pays")])])

    How to fix:
        Write what is meant, or remove it; remove readings that nobody has.

    Source:
        Our convention.
    """
    yield from (Hit(spot, f"{spot} holds {quoted(text)}, a placeholder.") for spot, text in _texts(at) if is_placeholder(text, phrases))
    readings = [emotion for one in at.columns for emotion in one.touchpoint.emotions]
    if (
        len(readings) >= max(most_equal, 2)
        and {emotion.basis for emotion in readings} == {"assumed"}
        and len({emotion.valence for emotion in readings}) == 1
    ):
        yield Hit(at.spot, f"{out_of(len(readings), len(readings), 'reading')} of {at.spot} are {signed(readings[0].valence)} and assumed.")
    seen: dict[str, Spot] = {}
    for one in at.columns:
        for quote in dict.fromkeys((*one.touchpoint.thoughts, *(emotion.quote for emotion in one.touchpoint.emotions if emotion.quote))):
            if quote in seen:
                yield Hit(one.spot, f"{one.spot} repeats the words of {seen[quote]}: {quoted(quote)}.", (seen[quote],))
            seen.setdefault(quote, one.spot)


def _texts(at: JourneyFacts) -> Iterator[tuple[Spot, str]]:
    """Each element with the first of its texts that is a placeholder, or any; one finding an element is enough."""
    yield at.spot, at.journey.title
    for stage in at.stages:
        yield stage.spot, stage.stage.title
        for one in stage.columns:
            held = one.touchpoint
            yield one.spot, held.title
            if held.goal:
                yield one.spot, held.goal
            for text in (*held.actions, *held.thoughts):
                yield one.spot, text
    for each in at.activities:
        yield each.spot, each.activity.title


@rule("EVD-11", "personal-data", of="portfolio", warning="draft")
def personal_data_in_texts(at: BookFacts) -> Iterator[Hit]:
    """No text holds data of a real person, and no persona is one.

    A heuristic: it knows the form of e-mail addresses, phone numbers and some account numbers. What it does not find may still be personal.

    Why it matters:
        Maps are shown around. Law and research ethics ask that nobody can be recognised.
        A heuristic, which reads words and not their meaning: what it says may be wrong.

    Fails:
        Journey("I buy", stages=[Stage("Buy", [Touchpoint("Pays", thoughts="Call me: +49 170 1234567")])])

    Passes:
        Journey("I buy", stages=[Stage("Buy", [Touchpoint("Pays", thoughts="I gave them my number twice")])])

    How to fix:
        Take it out, or change it beyond recognition.

    Source:
        Research practice; a convention.
    """
    for persona in at.book.personas:
        spot = at.actor_spot(persona.id)
        if not persona.fictional:
            yield Hit(spot, f"Persona {spot} is a real person.")
        yield from _seen(spot, (("name", persona.name), ("quote", persona.quote), ("bio", persona.bio), ("note", persona.note)))
    for journey in at.journeys:
        for one in journey.columns:
            held = one.touchpoint
            texts: list[tuple[str, str | None]] = [("title", held.title)]
            texts += [(step("actions", place), text) for place, text in enumerate(held.actions)]
            texts += [(step("thoughts", place), text) for place, text in enumerate(held.thoughts)]
            for place, emotion in enumerate(held.emotions):
                texts += [(f"{step('emotions', place)}.{name}", getattr(emotion, name)) for name in ("quote", "note", "raw")]
            yield from _seen(one.spot, texts)
    for insight in at.insights:
        yield from _seen(insight.spot, (("text", insight.insight.text), ("note", insight.insight.note)))


_FIELDS = {
    "name": "The name", "quote": "A quotation", "bio": "The biography", "note": "A note", "title": "The title", "actions": "An action",
    "thoughts": "A thought", "raw": "The words of the source", "text": "The text",
}  # fmt: skip


def _seen(spot: Spot, texts: "list[tuple[str, str | None]] | tuple[tuple[str, str | None], ...]") -> Iterator[Hit]:
    for field, text in texts:
        found = personal_data(text) if text else None
        if found:
            yield Hit(spot.at(field), f"{_FIELDS[field.rpartition('.')[2].partition('[')[0]]} of {spot.id} seems to hold {found}.")
