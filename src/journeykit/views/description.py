"""The whole picture in sentences, for those who do not see it."""

from .context import Context
from .felt import how_known, places
from .finding import finding
from .printed import amount, counted, named_or_counted, valence, with_unit
from .times import PER_UNIT, times_of


def description(context: Context) -> str:
    """How many touchpoints, where feeling is best and worst and how that is known, which moment is critical, how long it takes, what it rests on."""
    words, course = context.words, context.course
    if not context.columns:
        return finding(context)
    count = len(context.columns)
    parts = [
        words.counts.format(
            touchpoints=counted(count, words.touchpoints_n, words), stages=counted(len(context.blocks), words.stages_n, words)
        )
    ]
    high, low = course.high, course.low
    if high is None or low is None:
        parts.append(words.feeling_none)
    else:
        facts = {"n": len(course.one_each), "m": count}
        best, worst = (named_or_counted(places(held, context.name, words), words) for held in (course.highs, course.lows))
        if high.value == low.value:
            parts.append(words.feeling_one[count != 1].format(value=valence(high.value, words), at=best, **facts))
        else:
            said = {"high_value": valence(high.value, words), "low_value": valence(low.value, words)}
            parts.append(words.feeling_best[count != 1].format(high=best, low=worst, **said, **facts))
        parts.append(how_known(context))
    if context.critical is not None:
        parts.append(words.critical_is.format(title=context.name(context.critical)))
    if (times := times_of(context)) is not None:
        factor = PER_UNIT[times.unit]
        time = with_unit(amount(times.total / factor, words), words.units_spoken[times.unit])
        form = words.time_is if times.target is None else words.time_is_target
        parts.append(form.format(time=time, target=amount((times.target or 0) / factor, words)))
    parts.append(words.cited.format(n=sum(one.strength >= 2 for one in context.backings), m=count))
    return " ".join(parts)
