"""The whole picture in sentences, for those who do not see it."""

from .context import Context
from .finding import finding
from .printed import amount, counted, valence, with_unit
from .times import PER_UNIT, times_of


def description(context: Context) -> str:
    """How many touchpoints, where feeling is best and worst, which moment is critical, how long it takes, how much is known."""
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
        if high.value == low.value:
            parts.append(
                words.feeling_one[len(context.columns) != 1].format(value=valence(high.value, words), at=context.name(high.column), **facts)
            )
        else:
            parts.append(
                words.feeling_best.format(
                    high=context.name(high.column), high_value=valence(high.value, words), low=context.name(low.column),
                    low_value=valence(low.value, words), **facts,
                )
            )  # fmt: skip
    if context.critical is not None:
        parts.append(words.critical_is.format(title=context.name(context.critical)))
    if (times := times_of(context)) is not None:
        factor = PER_UNIT[times.unit]
        time = with_unit(amount(times.total / factor, words), words.units_spoken[times.unit])
        form = words.time_is if times.target is None else words.time_is_target
        parts.append(form.format(time=time, target=amount((times.target or 0) / factor, words)))
    parts.append(words.cited.format(n=sum(one.strength >= 2 for one in context.backings), m=count))
    return " ".join(parts)
