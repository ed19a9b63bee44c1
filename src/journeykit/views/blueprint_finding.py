"""What a blueprint finds, in sentences of facts."""

from collections.abc import Sequence

from journeykit.diagram import CardLane
from journeykit.model import Journey

from .blueprint_links import is_contact, line_counts, ranks
from .context import Context
from .printed import counted, embedded, initial, joined, listed, named_or_counted, shortened
from .titleblock import can_fail, owner_gaps

_TITLE = 60


def blueprint_finding(context: Context) -> str:
    """On what the most depends, how often both sides meet, where it can fail, and who is missing."""
    words, mine, journey = context.words, context.words.blueprint, context.journey
    if not context.columns:
        return words.no_touchpoints
    sentences = []
    hanging = [(len(held), at) for at, one in enumerate(context.columns) if (held := depends_on(journey, one.id))]
    if hanging:
        count = max(held for held, _ in hanging)
        names = [shortened(context.columns[at].title, _TITLE) for held, at in hanging if held == count]
        titles = [words.quoted.format(text=embedded(one, words)) for one in names]
        forms = mine.hangs_on_n if len(titles) == 1 else mine.hang_on_n
        sentences.append(counted(count, forms, words, title=named_or_counted(titles, words)))
    contacts, _ = line_counts(journey)["interaction"]
    parts = [counted(contacts, mine.meets_n, words, in_words=True) if contacts else mine.meets_never]
    if fails := can_fail(journey):
        parts.append(counted(fails, mine.fails_n, words, in_words=True))
    unowned, _ = owner_gaps(context)
    if unowned:
        parts.append(counted(unowned, mine.unowned_n, words, in_words=True))
    sentences.append(joined(parts, words))
    return " ".join(initial(one) + words.end for one in sentences)


def depends_on(journey: Journey, touchpoint: str) -> frozenset[str]:
    """The activities without which a touchpoint cannot happen as it should: those that it is in contact with, and what these need.

    A link that supports, a required sequence and a handover lead from what is needed.
    """
    known = ranks(journey)
    before: dict[str, list[str]] = {}
    for link in journey.links:
        if link.kind in {"supports", "handover"} or (link.kind == "sequence" and link.required):
            before.setdefault(link.target, []).append(link.source)
            if link.kind == "supports" and link.both_ways:
                before.setdefault(link.source, []).append(link.target)
    waiting = [
        end
        for link in journey.links
        if is_contact(link, known) and touchpoint in {link.source, link.target}
        for end in (link.source, link.target)
    ]
    waiting += before.get(touchpoint, [])
    found: set[str] = set()
    while waiting:
        one = waiting.pop()
        if one not in found and known.get(one, 0) > 0:
            found.add(one)
            waiting += before.get(one, [])
    return frozenset(found)


def blueprint_description(context: Context, lanes: Sequence[CardLane], finding: str) -> str:
    """How much is drawn, in which layers, and what is found."""
    words, mine, journey = context.words, context.words.blueprint, context.journey
    if not context.columns:
        return finding
    counts = mine.counts.format(
        touchpoints=counted(len(context.columns), words.touchpoints_n, words), stages=counted(len(context.blocks), words.stages_n, words),
        activities=counted(len(journey.activities), mine.activities_n, words), links=counted(len(journey.links), mine.links_n, words),
    )  # fmt: skip
    names = listed([lane.title for lane in lanes], words)
    critical = [words.critical_is.format(title=context.name(context.critical))] if context.critical is not None else []
    convention = mine.conventions[journey.visibility_convention] + words.end
    return " ".join((counts, names + words.end, convention, finding, *critical))
