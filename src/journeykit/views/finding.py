"""The sentence under the title: what was found, from facts alone, and what is missing where nothing was."""

from collections.abc import Sequence

from .context import Context
from .felt import Name, ends, places
from .printed import (
    amount,
    counted,
    embedded,
    initial,
    joined,
    named_or_counted,
    sentence_part,
    share,
    shortened,
    spelled,
    valence,
    with_unit,
)
from .readings import Course
from .times import PER_UNIT, Times, times_of
from .titleblock import can_fail, owner_gaps
from .words import Words

_TITLE = 60
_LONG = 120


def finding(context: Context) -> str:
    """Feelings with the time it takes; else the time; else the first of the pains; else what has not been asked."""
    words = context.words
    if not context.columns:
        return words.no_touchpoints
    times = times_of(context)
    if felt := _feelings(context):
        return felt + _time(times, context, alone=False) + words.end
    parts = []
    if taken := _time(times, context, alone=True):
        parts.append(taken)
    if pains := context.statements.pains:
        first = pains[0].insight
        text = _quoted(sentence_part(first.text, words), words, _LONG)
        form = words.worst_pain if first.frequency is None else words.worst_pain_share
        parts.append(form.format(pain=text, share=share(first.frequency or 0, words)))
    if not parts:
        parts.append(_missing(context))
    return initial(". ".join(parts)) + words.end


def _quoted(text: str, words: Words, longest: int = _TITLE) -> str:
    return words.quoted.format(text=embedded(shortened(text, longest), words))


def _feelings(context: Context) -> str:
    words, course = context.words, context.course
    high, low, drop = course.high, course.low, course.drop
    if high is None or low is None:
        return ""

    def title(column: int) -> str:
        return _quoted(context.columns[column].title, words)

    if len(course.readings) == 1:
        return words.one_reading.format(value=valence(high.value, words), at=places(course.highs, title, words)[0])
    if high.value == low.value:
        return words.same_throughout.format(value=valence(high.value, words))
    lows = places(course.lows, title, words)
    if high.value <= 0 and len(lows) == 1:
        return words.low_only.format(low=lows[0], low_value=valence(low.value, words))
    if tied := _tied(course, title, words):
        return tied
    (at,) = places(course.highs, title, words)
    by = round(drop[0].value - drop[1].value, 6) if drop else 0
    if drop is None or by < 1:
        return words.high_and_low.format(high=at, high_value=valence(high.value, words), low=lows[0], low_value=valence(low.value, words))
    forms = words.high_then_drop_n if drop[0] in course.highs else words.high_and_drop_n
    steps = spelled(int(by), words) if by == int(by) else amount(by, words)
    source, target = ends(drop, title, words)
    return forms[0 if by == 1 else 1].format(high=at, n=steps, source=source, target=target)


def _tied(course: Course, title: Name, words: Words) -> str:
    """The same, said of several high points, low points or falls of one size; empty where each is the only one."""
    high, low, drop = course.high, course.low, course.drop
    if high is None or low is None:
        return ""

    def points(value: float, titles: Sequence[str], one: str, several: str) -> str:
        named, said = named_or_counted(titles, words), valence(value, words)
        return (one if len(titles) == 1 else several).format(titles=named, low=named, value=said, low_value=said)

    highs, lows, falls = places(course.highs, title, words), places(course.lows, title, words), course.largest_falls
    below = points(low.value, lows, words.low_only, words.lows)
    if high.value <= 0:
        return below
    above = points(high.value, highs, words.high_only, words.highs)
    by = round(drop[0].value - drop[1].value, 6) if drop else 0
    if drop is None or by < 1:
        return "" if len(highs) == len(lows) == 1 else joined((above, below), words)
    if len(highs) == 1 and (falls == 1 or drop[0] in course.highs):
        return ""
    forms = words.drop_n if falls == 1 else words.drops_n
    steps = spelled(int(by), words) if by == int(by) else amount(by, words)
    source, target = ends(drop, title, words)
    facts = {"n": steps, "m": spelled(falls, words), "source": source, "target": target}
    return f"{above}{words.end} {forms[0 if by == 1 else 1].format(**facts)}"


def _time(times: Times | None, context: Context, *, alone: bool) -> str:
    """The times known against their target; that some of them alone keep a target of the whole says nothing."""
    if times is None or times.target is None:
        return ""
    words = context.words
    factor, unit = PER_UNIT[times.unit], words.units_spoken[times.unit]
    total, target = amount(times.total / factor, words), amount(times.target / factor, words)
    if times.total > times.target:
        return (words.time_over if alone else words.and_time_over).format(time=with_unit(total, unit), target=target)
    if times.known < len(context.columns) and not times.tolerated:
        return ""
    return (words.time_kept if alone else words.and_time_kept).format(time=with_unit(total, unit), target=with_unit(target, unit))


def _missing(context: Context) -> str:
    words = context.words
    parts = [words.nobody_asked]
    unowned, _ = owner_gaps(context)
    if unowned:
        parts.append(counted(unowned, words.and_unowned_n, words, in_words=True))
    if fails := can_fail(context.journey):
        parts.append(counted(fails, words.fail_points_n, words, in_words=True))
    return joined(parts, words)
