"""The title block: badges, and what must be said of a map before it is handed out."""

from journeykit.diagram import Badge, Fact
from journeykit.model import Journey, Persona, Source

from .context import Context
from .evidence import is_hypothesis
from .felt import ends, how_known
from .printed import closed, counted, embedded, listed, sentence_part, shortened, spelled, valence
from .words import Words

_TITLE = 40


def badges(context: Context) -> tuple[Badge, ...]:
    """State, form, status with version and date, hypothesis, and whose view it is where that is not the customers'."""
    words, journey = context.words, context.journey
    status = " ".join(text for text in (words.statuses[journey.status], journey.version, str(journey.valid_on or "")) if text)
    found = [
        Badge(text=words.states[journey.state], style="solid"),
        Badge(text=words.forms[journey.form]),
        Badge(text=status),
    ]
    if is_hypothesis(journey, context.backings):
        found.append(Badge(text=words.hypothesis, style="dashed"))
    if journey.perspective != "customer":
        found.append(Badge(text=words.perspectives[journey.perspective]))
    return tuple(found)


def facts(context: Context) -> tuple[Fact, ...]:
    """Whose journey, from where to where and why, how we know, and its figures."""
    found = (_whose(context.journey, context.words), _from_to(context.journey, context.words), _how_known(context), _in_numbers(context))
    return tuple(one for one in found if one is not None)


def _whose(journey: Journey, words: Words) -> Fact:
    if journey.persona is None:
        return Fact(heading=words.whose, line=words.no_persona)
    persona = journey.library.personas.get(journey.persona)
    if persona is None:
        return Fact(heading=words.whose, line=journey.library.name_of(journey.persona))
    name, segment = persona.name, persona.segment or ""
    line = segment if name.casefold() in segment.casefold() else words.comma.join(one for one in (name, segment) if one)
    return Fact(heading=words.whose, line=line, text=_known_of(persona, words))


def _known_of(persona: Persona, words: Words) -> str:
    known = [str(one) for one in (persona.age, persona.occupation, persona.family, persona.location) if one]
    parts = [words.comma.join(known) + words.end] if known else []
    if persona.needs:
        parts.append(words.needs.format(text=sentence_part(listed(persona.needs[:2], words), words)))
    missing = [words.facts[name] for name in ("age", "family", "needs") if not getattr(persona, name)]
    if missing:
        parts.append(words.unknown_facts.format(facts=listed(missing, words)))
    return " ".join(parts)


def _from_to(journey: Journey, words: Words) -> Fact | None:
    scope = journey.scope
    start = (scope.start if scope else None) or journey.trigger
    end = (scope.end if scope else None) or journey.outcome
    lines: list[str] = []
    if start and end:
        lines.append(words.span.format(start=start, end=end))
    elif start or end:
        lines.append(words.span_from.format(start=start) if start else words.span_to.format(end=end))
    said = [
        (words.goal_is, journey.customer_goal),
        (words.objective, scope.objective if scope else None),
        (words.situation, journey.scenario),
    ]
    lines += [closed(form.format(text=sentence_part(text, words))) for form, text in said if text]
    return Fact(heading=words.from_to, line=lines[0], text=" ".join(lines[1:])) if lines else None


def _how_known(context: Context) -> Fact:
    words = context.words
    sources = [context.journey.library.sources.get(key) for key in context.sources]
    line = words.no_sources
    if sources:
        years = _years([one for one in sources if one is not None])
        line = words.comma.join(text for text in (counted(len(sources), words.sources_n, words), years) if text)
    parts = []
    if context.tracks:
        parts.append(how_known(context))
        parts.append(words.read_of.format(n=len(context.tracks[0].columns), m=len(context.columns)))
    else:
        parts += [words.no_feelings] if sources else [words.all_assumed, words.no_feelings]
    return Fact(heading=words.how_known, line=line, text=" ".join(parts))


def _years(sources: list[Source]) -> str:
    years = sorted(period.start.year for one in sources for period in (one.collected_from, one.collected_to) if period is not None)
    return "–".join(dict.fromkeys((str(years[0]), str(years[-1])))) if years else ""


def _in_numbers(context: Context) -> Fact | None:
    words, course, journey = context.words, context.course, context.journey
    parts = []
    if course.mean is not None:
        mean = valence(course.mean, words)
        line = words.mean_only.format(mean=mean)
        if course.peak_end is not None:
            line = words.mean_and_peak_end.format(mean=mean, peak_end=valence(course.peak_end, words))
        if course.drop is not None:

            def name(column: int) -> str:
                return f"{context.numbers[column]} {embedded(shortened(context.columns[column].title, _TITLE), words)}"

            source, target = ends(course.drop, name, words)
            fall = course.drop[1].value - course.drop[0].value
            form = words.largest_drop if course.largest_falls == 1 else words.largest_drops
            parts.append(
                form.format(
                    n=spelled(course.largest_falls, words),
                    drop=valence(fall, words),
                    source=source,
                    target=target,
                )
            )
    elif context.columns:
        line = counts(context)
        contacts = sum(one.kind == "interaction" for one in context.columns)
        alone = len(context.columns) - contacts
        kinds = [counted(n, forms, words) for n, forms in ((contacts, words.contacts_n), (alone, words.alone_n)) if n]
        parts.append(listed(kinds, words) + words.end)
    else:
        return None
    owner = context.names(journey.owner) if journey.owner else None
    parts.append(words.journey_owner.format(owner=embedded(owner, words)) if owner else words.no_journey_owner)
    return Fact(heading=words.in_numbers, line=line, text=" ".join(parts))


def counts(context: Context) -> str:
    """How many stages and touchpoints."""
    words = context.words
    return words.comma.join(
        (counted(len(context.blocks), words.stages_n, words), counted(len(context.columns), words.touchpoints_n, words))
    )


def owner_gaps(context: Context) -> tuple[int, int]:
    """How many contacts of ours have no owner, and of how many."""
    contacts = [one for at, one in enumerate(context.columns) if one.kind == "interaction" and context.ours(at)]
    return sum(one.owner is None for one in contacts), len(contacts)


def can_fail(journey: Journey) -> int:
    """At how many touchpoints and activities it is known that they can fail."""
    return sum(one.fail_point is not None for one in journey.touchpoints) + sum(one.fail_point is not None for one in journey.activities)
