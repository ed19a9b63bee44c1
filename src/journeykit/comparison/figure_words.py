"""Measured figures and feelings in words, with what may be said of their difference."""

from journeykit.model import KPI, Measurement

from .feelings import FeelingChange
from .figures import FigureChange
from .naming import Naming
from .words import named, plain, signed, told

__all__ = ["amount", "quoted", "told_feeling", "told_figure"]


def quoted(text: str) -> str:
    """A title in quotation marks."""
    return f"“{plain(text)}”"


def amount(value: float, kpi: KPI) -> str:
    """A value with the unit of its KPI.

    Example:
        >>> amount(35, KPI("Over two hours", unit="%"))
        '35 %'
    """
    number = told(float(value))
    return f"{number} {plain(kpi.unit)}" if kpi.unit else number


def _measured(one: Measurement, kpi: KPI) -> str:
    known = [str(one.at)] if one.at is not None else []
    known += [f"n = {one.n:,}"] if one.n is not None else []
    return f"{amount(one.value, kpi)} ({', '.join(known)})" if known else amount(one.value, kpi)


def _subject(one: FigureChange, naming: Naming) -> str:
    name = quoted(one.kpi.name)
    if "/" in one.place:
        name += f" at {naming.called('place', one.place, is_new=False)}"
    if one.channel:
        name += f" through {naming.called('channel', one.channel, is_new=False)}"
    return f"{name}, {naming.called('persona', one.persona, is_new=False)}" if one.persona else name


def told_figure(one: FigureChange, naming: Naming) -> str:
    """A KPI before and after in one sentence; better and worse only where the difference is more than its margin of error."""
    values = f"{_subject(one, naming)}: {_measured(one.before, one.kpi)} → {_measured(one.after, one.kpi)}"
    margin = f"the margin of error of ±{told(round(one.margin.margin, 1))}" if one.margin is not None else ""
    match one.verdict:
        case "better" | "worse":
            return f"{values}, {one.verdict} by more than {margin}."
        case "changed":
            return f"{values}, a change of more than {margin}."
        case "no demonstrable change":
            return f"{values}, within {margin}: no demonstrable change."
        case "margin unknown":
            way = {True: "for the better", False: "for the worse", None: "a change"}[one.is_better]
            return f"{values}, {way}; the margin of error is not known."
        case "not comparable":
            return f"{values}; measured in different ways, so the two cannot be compared."
        case _:
            return f"{values}: unchanged."


def told_feeling(one: FeelingChange) -> str:
    """A reading before and after in one sentence, with the same care."""
    values = f"{named(one.spot)} {_moment(one)}: {_reading(one.before.valence, one.before.n)} → {_reading(one.after.valence, one.after.n)}"
    margin = f"the margin of error of ±{signed(one.margin.margin)[1:]}" if one.margin is not None else ""
    match one.verdict:
        case "better" | "worse":
            return f"{values}, {one.verdict} by more than {margin}."
        case "no demonstrable change":
            return f"{values}, within {margin}: no demonstrable change."
        case "margin unknown":
            way = "for the better" if one.difference > 0 else "for the worse"
            return f"{values}, {way}; the margin of error is not known."
        case "not comparable":
            return f"{values}; {one.before.basis} before and {one.after.basis} after, so the two cannot be compared."
        case _:
            return f"{values}: unchanged."


def _moment(one: FeelingChange) -> str:
    return f"({one.moment})" if one.moment != "during" else "feels"


def _reading(valence: float, n: int | None) -> str:
    return f"{signed(valence)} (n = {n:,})" if n is not None else signed(valence)
