"""Lanes of time: what each touchpoint takes, what is waited for, and what would be tolerated."""

from datetime import timedelta

from attrs import evolve

from journeykit.diagram import Bar, BarLane, Cell, Item, Lane, Verdict
from journeykit.model import Touchpoint

from .context import Context
from .printed import amount, duration, joined, with_unit
from .textlanes import cell_lane
from .times import PER_UNIT, Times, Unit, minutes, times_of, unit_for
from .words import Words


def time(context: Context) -> Lane | None:
    """A bar for each duration, waiting in it dark; measured times that are no durations stand apart and are not added."""
    words, found = context.words, times_of(context)
    measured = _measured(context)
    unit = found.unit if found else unit_for(max((one.value for one in measured), default=0))
    bars = [
        Bar(
            column=at, value=minutes(one.duration) + minutes(one.wait_before), text=_bar_text(one, unit, words),
            inner=minutes(one.wait_before) if one.wait_before else None, source=f"{context.paths[at]}.duration",
        )
        for at, one in enumerate(context.columns)
        if one.duration is not None or one.wait_before is not None
    ]  # fmt: skip
    if not bars and not measured:
        return None
    frame = time_frame(context, found, unit, waits=any(one.inner for one in bars))
    return evolve(frame, bars=tuple(sorted((*bars, *measured), key=lambda one: one.column)))


def time_frame(context: Context, found: Times | None, unit: Unit | None = None, *, waits: bool) -> BarLane:
    """The lane of times without its bars: how to read it, and the sum of all that is known."""
    words = context.words
    unit = unit or (found.unit if found else "min")
    form = words.time_note_waits if waits else words.time_note
    note = [form.format(unit=words.units_spoken[unit])]
    if found is not None and found.known < len(context.columns):
        note.append(words.times_of[len(context.columns) != 1].format(n=found.known, m=len(context.columns)))
    total = found if found is not None and (found.known > 1 or found.target is not None) else None
    return BarLane(
        key="time",
        title=words.lanes["time"],
        note=joined(note, words),
        bars=(),
        total=amount(total.total / PER_UNIT[unit], words) if total else "",
        total_unit=words.in_all.format(unit=words.units[unit]) if total else "",
        total_verdict=_verdict(total, words) if total else None,
    )


def _said(value: timedelta, unit: Unit, words: Words) -> str:
    """A duration; in a journey of minutes as minutes, so that they can be added by eye."""
    if unit == "min" and value.total_seconds() % 60 == 0:
        return with_unit(amount(minutes(value), words), words.units["min"])
    return duration(value, words)


def said_minutes(value: float, unit: Unit, words: Words) -> str:
    """So many minutes, as a bar of that unit says them."""
    return _said(timedelta(minutes=value), unit, words)


def _bar_text(one: Touchpoint, unit: Unit, words: Words) -> str:
    text = _said((one.duration or timedelta()) + (one.wait_before or timedelta()), unit, words)
    if one.wait_before and one.duration is not None:
        text = words.waiting.format(time=text, wait=_said(one.wait_before, unit, words))
    elif one.duration is None:
        text = words.only_waiting.format(wait=text)
    return words.tolerated.format(time=text, limit=_said(one.tolerance, unit, words)) if one.tolerance is not None else text


def _measured(context: Context) -> list[Bar]:
    """KPIs in minutes that were measured at a touchpoint without a standard time: dashed, because another study may mean another thing."""
    words, found = context.words, []
    for at, one in enumerate(context.columns):
        if one.duration is None and one.wait_before is None:
            for kpi, measurement in context.measured.at.get(one.id, ()):
                if (kpi.unit or "") == "min" and measurement.value > 0:
                    text = words.not_in_sum.format(value=with_unit(amount(measurement.value, words), words.units["min"]), name=kpi.name)
                    found.append(Bar(column=at, value=measurement.value, text=text, dashed=True, source=f"kpis['{kpi.id}']"))
                    break
    return found


def _verdict(found: Times, words: Words) -> Verdict | None:
    if found.target is None:
        return None
    factor = PER_UNIT[found.unit]
    over = round((found.total - found.target) / factor, 6)
    target, by = amount(found.target / factor, words), amount(abs(over), words)
    forms = (
        (words.tolerance_met, words.tolerance_over, words.tolerance_under)
        if found.tolerated
        else (words.target_met, words.target_over, words.target_under)
    )
    text = forms[0 if not over else 1 if over > 0 else 2].format(target=target, over=by, under=by)
    return Verdict(text=text, tone="bad" if over > 0 else "good")


def tolerance(context: Context) -> Lane | None:
    """The time that would be tolerated, and the wait before a touchpoint."""
    words, cells = context.words, []
    for at, one in enumerate(context.columns):
        items = []
        if one.tolerance is not None:
            over = one.duration is not None and one.duration > one.tolerance
            verdict = None
            if one.duration is not None:
                form = words.tolerance_over if over else words.tolerance_under if one.duration < one.tolerance else words.tolerance_met
                by = duration(abs(one.duration - one.tolerance), words)
                verdict = Verdict(
                    text=form.format(target=duration(one.tolerance, words), over=by, under=by), tone="bad" if over else "good"
                )
            items.append(
                Item(
                    text=words.limit.format(limit=duration(one.tolerance, words)), verdict=verdict, source=f"{context.paths[at]}.tolerance"
                )
            )
        if one.wait_before is not None:
            items.append(Item(text=words.wait.format(wait=duration(one.wait_before, words)), source=f"{context.paths[at]}.wait_before"))
        if items:
            cells.append(Cell(start=at, end=at, items=tuple(items)))
    return cell_lane(context, "tolerance", cells)
