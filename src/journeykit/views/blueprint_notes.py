"""Markers on cards, and the notes under the columns that explain them."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from journeykit.diagram import ColumnNote, Marker, MarkerKind, Tone
from journeykit.model import Activity, Link, Touchpoint

from .arcs import way
from .blueprint_links import ranks
from .blueprint_words import BlueprintWords
from .context import Context
from .lanes_meeting import risk
from .printed import closed, counted, duration, embedded, joined, sentence_part, shortened
from .selection import title_of
from .telling_words import TellingWords
from .words import Words
from .wordtables import words_of

_LETTERS: dict[MarkerKind, str] = {"fail": "F", "wait": "W", "decision": "D", "note": ""}
_TITLE = 40
_TOLD = 12


@frozen(kw_only=True)
class Remarks:
    """Markers by the id of their card, and notes column by column."""

    markers: dict[str, tuple[Marker, ...]]
    notes: tuple[ColumnNote, ...]


@frozen
class _Said:
    kind: MarkerKind
    text: str
    detail: str = ""


def remarks(context: Context, whole: Context) -> Remarks:
    """What is to be said about touchpoints and activities, numbered column by column, top to bottom, as in the `whole`: of what is drawn."""
    journey = whole.journey
    drawn = {one.id: column for column, one in enumerate(context.columns)}
    for one in context.journey.activities:
        drawn[one.id] = min(drawn[key] for key in one.touchpoints)
    known = ranks(journey)
    behind: dict[str, list[Activity]] = {}
    for one in sorted(journey.activities, key=lambda one: known[one.id]):
        first = min(one.touchpoints, key=journey.touchpoints.position)
        behind.setdefault(first, []).append(one)
    branches: dict[str, list[Link]] = {}
    for link in journey.links:
        if link.kind == "branch":
            branches.setdefault(link.source, []).append(link)
    linked = {end for link in journey.links for end in (link.source, link.target)}
    counts: dict[MarkerKind, int] = dict.fromkeys(_LETTERS, 0)
    markers: dict[str, tuple[Marker, ...]] = {}
    notes: list[ColumnNote] = []
    for column in whole.columns:
        for one in (column, *behind.get(column.id, ())):
            for each in _one_note(_about(whole, one, tuple(branches.get(one.id, ())), is_linked=one.id in linked), whole.words):
                counts[each.kind] += 1
                if one.id not in drawn:
                    continue
                label = f"{_LETTERS[each.kind]}{counts[each.kind]}"
                markers[one.id] = (*markers.get(one.id, ()), Marker(kind=each.kind, label=label))
                tone: Tone = "bad" if each.kind == "fail" else "ink"
                notes.append(ColumnNote(column=drawn[one.id], label=label, text=each.text, detail=each.detail, tone=tone))
    return Remarks(markers=markers, notes=tuple(notes))


def notes_title(notes: Sequence[ColumnNote], mine: BlueprintWords) -> str:
    """What the row of notes is called: what can go wrong, with the waits; where it holds rules or decisions too, or no more than waits, remarks."""
    letters = {one.label[:1] for one in notes}
    return mine.notes if _LETTERS["fail"] in letters <= {_LETTERS["fail"], _LETTERS["wait"]} else mine.remarks


def notes_told(context: Context, said: Remarks) -> str:
    """The notes in one sentence, each with the touchpoint or activity of which it is said; empty where there are none."""
    words, journey = context.words, context.journey
    about = {one.label: key for key, held in said.markers.items() for one in held}
    texts = []
    for one in said.notes[:_TOLD]:
        element = journey.touchpoints.get(about[one.label]) or journey.activities[about[one.label]]
        texts.append(
            f"{embedded(element.title, words)}: {joined([sentence_part(text, words) for text in (one.text, one.detail) if text], words)}"
        )
    if rest := len(said.notes) - len(texts):
        texts.append(counted(rest, words_of(TellingWords, words).and_more_n, words))
    return closed(f"{notes_title(said.notes, words.blueprint)}: {joined(texts, words)}{words.end}") if texts else ""


def without_notes(said: Remarks) -> Remarks:
    """Markers that say what they are and refer to nothing: a mere number would."""
    bare = {key: tuple(evolve(one, label=_LETTERS[one.kind]) for one in held if _LETTERS[one.kind]) for key, held in said.markers.items()}
    return Remarks(markers=bare, notes=())


def _about(context: Context, one: Touchpoint | Activity, branches: tuple[Link, ...], *, is_linked: bool) -> Iterator[_Said]:
    if one.fail_point is not None:
        yield _Said("fail", one.fail_point.text, risk(one.fail_point, context.words))
    if isinstance(one, Touchpoint):
        yield from _of_touchpoint(context, one)
    else:
        yield from _of_activity(context, one, is_linked=is_linked)
    if len(branches) > 1 or any(link.condition or link.probability is not None for link in branches):
        yield _Said("decision", context.words.blueprint.decides.format(ways=_ways(context, branches)))


def _one_note(found: Iterator[_Said], words: Words) -> Iterator[_Said]:
    """What is said, plain notes as one: no card then has more than four markers, one for each corner."""
    said = list(found)
    notes = [one for one in said if one.kind == "note"]
    for one in said:
        if one.kind != "note":
            yield one
        elif one is notes[0]:
            yield _Said("note", one.text, joined((other.text for other in notes[1:]), words))


def _of_touchpoint(context: Context, one: Touchpoint) -> Iterator[_Said]:
    words, mine = context.words, context.words.blueprint
    if one.wait_before:
        limit = mine.tolerated.format(limit=duration(one.tolerance, words)) if one.tolerance is not None else ""
        yield _Said("wait", mine.waits.format(wait=duration(one.wait_before, words)), limit)
    if one.sub_journey:
        title = context.journey.library.journey_titles.get(one.sub_journey) or title_of(one.sub_journey)
        yield _Said("note", mine.sub_journey.format(title=embedded(title, words)))
    if one.no_backstage:
        yield _Said("note", mine.nothing_behind)


def _of_activity(context: Context, one: Activity, *, is_linked: bool) -> Iterator[_Said]:
    words, mine = context.words, context.words.blueprint
    if one.wait_point:
        limits = [found.tolerance for key in one.touchpoints if (found := context.journey.touchpoints[key]).tolerance is not None]
        detail = mine.tolerated.format(limit=duration(min(limits), words)) if limits else ""
        yield _Said("wait", mine.wait_point, detail)
    if one.policy:
        yield _Said("note", mine.policy.format(text=one.policy))
    if one.layer == "support" and not is_linked:
        yield _Said("note", mine.idle)


def _ways(context: Context, branches: tuple[Link, ...]) -> str:
    journey, words = context.journey, context.words

    def title(key: str) -> str:
        found = journey.touchpoints.get(key) or journey.activities.get(key)
        return words.quoted.format(text=embedded(shortened(found.title if found else key, _TITLE), words))

    texts = [words.comma.join([title(link.target), *([link.label] if link.label else []), *way(link, words)]) for link in branches]
    return joined(texts, words)
