"""A journey told: what stands out, then stage after stage, then what is not known. For those who do not see its picture."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from .arcs import arcs
from .context import Block, Context
from .description import description
from .evidence import is_hypothesis
from .felt import how_known, values
from .figures import figure_strip
from .finding import finding
from .how_often import goes_round, how_again
from .lanes_feeling import series_name
from .printed import closed, counted, embedded, joined, listed, sentence_part, share, valence, with_unit
from .readings import Reading, weakest
from .station import flags
from .telling_words import TellingWords
from .titleblock import badges, owner_gaps
from .way_words import WayWords
from .words import Words
from .wordtables import words_of

_EACH = 8  # touchpoints of a stage that are named one by one
_WAYS = 12  # ways that are told, and touchpoints that not everybody passes once
_NAMED = 6  # touchpoints of a gap that are named


def telling(context: Context, instead: str = "") -> str:
    """Paragraphs, one a line: its state, what was found, low and high points and times, the stages in their order, the first pain, the gaps.

    Args:
        context: the journey.
        instead: what a picture that is no map says of itself, in place of what a map says.
    """
    words = context.words
    if not context.columns:
        return ""
    said = words_of(TellingWords, words)
    state = " ".join(f"{one.text}{words.end}" for one in badges(context))
    overview = (f"{state} {how_known(context)}".rstrip(), instead) if instead else (state, finding(context), description(context))
    gaps = " ".join(_gaps(context, said, owners=not instead))
    return "\n".join(
        one
        for one in (*overview, *_stages(context, said), _ways(context), _first_pain(context), "" if instead else _figures(context), gaps)
        if one
    )


def _stages(context: Context, said: TellingWords) -> Iterator[str]:
    felt = _felt(context)
    for at, block in enumerate(context.blocks, 1):
        columns = range(block.start, block.end + 1)
        told = _each(context, columns, felt, said) if len(columns) <= _EACH else _many(context, block, said)
        yield closed(said.stage.format(n=at, title=embedded(block.stage.title, context.words), told=told))


def _felt(context: Context) -> dict[int, list[str]]:
    """What was read at the columns: first the series that is told of, then the others, each with its name."""
    words, found = context.words, dict[int, list[str]]()
    for track in context.tracks:
        _, alike = weakest(track.readings)
        for at, held in groupby(track.readings, key=_column):
            told = values(list(held), words, with_basis=not alike)
            found.setdefault(at, []).append(told if track is context.tracks[0] else f"{series_name(track, words)}: {told}")
    return found


def _each(context: Context, columns: Sequence[int], felt: Mapping[int, Sequence[str]], said: TellingWords) -> str:
    names = ((context.name(at), (*felt.get(at, ()), *flags(context, at))) for at in columns)
    return joined([said.read.format(name=name, value=joined(told, context.words)) if told else name for name, told in names], context.words)


def _many(context: Context, block: Block, said: TellingWords) -> str:
    words = context.words
    count = block.end - block.start + 1
    told = said.many.format(
        touchpoints=counted(count, words.touchpoints_n, words), first=context.name(block.start), last=context.name(block.end)
    )
    readings = context.course.readings
    here = readings[bisect_left(readings, block.start, key=_column) : bisect_right(readings, block.end, key=_column)]
    if not here:
        return joined([told, said.many_unread], words)
    every = [one.value for one in here]
    low, high = (valence(one, words) for one in (min(every), max(every)))
    return joined([told, said.many_read.format(low=low, high=high, n=len({one.column for one in here}), m=count)], words)


def _column(one: Reading) -> int:
    return one.column


def _ways(context: Context) -> str:
    """What not everybody passes, what may repeat, and where ways part or lead back."""
    words = context.words
    said = words_of(WayWords, words)
    optional = [context.name(at) for at, one in enumerate(context.columns) if one.optional]
    repeated = [_repeated(context, at) for at in range(len(context.columns)) if goes_round(context, at)]
    ways = [one.label for one in arcs(context) if one.kind != "impact"]
    parts = [
        *([said.optional.format(names=listed(_first(optional, words), words))] if optional else []),
        *([said.repeats.format(names=listed(_first(repeated, words), words))] if repeated else []),
        *([said.ways.format(ways=joined(_first(ways, words), words))] if ways else []),
    ]
    return " ".join(closed(one) for one in parts)


def _repeated(context: Context, at: int) -> str:
    again = how_again(context, at)
    return context.name(at) if again == context.words.flags["repeats"] else f"{context.name(at)} ({again})"


def _first(texts: list[str], words: Words) -> list[str]:
    """The first of many, and how many more there are."""
    rest = len(texts) - _WAYS
    return texts if rest <= 0 else [*texts[:_WAYS], counted(rest, words_of(TellingWords, words).and_more_n, words)]


def _first_pain(context: Context) -> str:
    words = context.words
    if not context.statements.pains:
        return ""
    first = context.statements.pains[0].insight
    form = words.worst_pain if first.frequency is None else words.worst_pain_share
    pain = words.quoted.format(text=sentence_part(first.text, words))
    return closed(form.format(pain=pain, share=share(first.frequency or 0, words)) + words.end)


def _figures(context: Context) -> str:
    words, strip = context.words, figure_strip(context)
    if strip is None:
        return ""
    said = []
    for one in strip.figures:
        value = with_unit(one.value, one.unit)
        parts = (f"{embedded(one.name, words)} {value}", one.verdict.spoken if one.verdict else "", one.note)
        said.append(words.comma.join(text for text in parts if text))
    return closed(f"{strip.title}: {joined(said, words)}{words.end}")


def _gaps(context: Context, said: TellingWords, *, owners: bool) -> Iterator[str]:
    """What is not known, by name: where nobody asked, what rests on nothing, who is missing."""
    read = {one.column for one in context.course.one_each}
    silent = [at for at in range(len(context.columns)) if at not in read]
    if read and silent:
        yield _named(context, silent, said.unread_n, said)
    bare = [at for at, one in enumerate(context.backings) if not one.sources]
    if context.sources and bare:
        yield _named(context, bare, said.unsourced_n, said)
    elif not context.sources:
        yield context.words.no_sources + context.words.end
    unowned, _ = owner_gaps(context)
    if unowned and owners and read:  # or it was said with what was found
        yield counted(unowned, said.unowned_n, context.words)
    if is_hypothesis(context.journey, context.backings):
        yield said.hypothesis


def _named(context: Context, columns: Sequence[int], forms: tuple[str, str], said: TellingWords) -> str:
    names = [context.name(at) for at in columns[:_NAMED]]
    if rest := len(columns) - len(names):
        names.append(counted(rest, said.and_more_n, context.words))
    return closed(counted(len(columns), forms, context.words, names=listed(names, context.words)))
