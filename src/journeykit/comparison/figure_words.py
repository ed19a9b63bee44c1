"""Measured figures and feelings in words, with what may be said of their difference."""

from journeykit.model import KPI, Measurement

from .feelings import FeelingChange
from .figures import FigureChange
from .naming import Naming
from .vocabulary import Vocabulary
from .vocabulary_english import ENGLISH
from .words import chosen, named, plain, quoted, signed, told, unsigned

__all__ = ["amount", "told_feeling", "told_figure"]


def amount(value: float, kpi: KPI, words: Vocabulary = ENGLISH) -> str:
    """A value with the unit of its KPI.

    Example:
        >>> amount(35, KPI("Over two hours", unit="%"))
        '35 %'
    """
    number = told(float(value), words)
    return f"{number} {plain(kpi.unit)}" if kpi.unit else number


def _measured(one: Measurement, kpi: KPI, words: Vocabulary) -> str:
    known = [str(one.at)] if one.at is not None else []
    known += [f"n = {words.number(one.n)}"] if one.n is not None else []
    value = amount(one.value, kpi, words)
    return words.with_remark.format(text=value, remark=words.separator.join(known)) if known else value


def _subject(one: FigureChange, naming: Naming) -> str:
    words = naming.words
    name = quoted(one.kpi.name, words)
    if "/" in one.place:
        name = words.figure_at.format(name=name, place=naming.called("place", one.place, is_new=False))
    if one.channel:
        name = words.figure_through.format(name=name, channel=naming.called("channel", one.channel, is_new=False))
    return words.figure_of.format(name=name, persona=naming.called("persona", one.persona, is_new=False)) if one.persona else name


def told_figure(one: FigureChange, naming: Naming) -> str:
    """A KPI before and after in one sentence; better and worse only where the difference is more than its margin of error."""
    words = naming.words
    before, after = (_measured(side, one.kpi, words) for side in (one.before, one.after))
    values = words.value_of.format(figure=_subject(one, naming), before=before, after=after)
    margin = words.margin.format(value=told(round(one.margin.margin, 1), words)) if one.margin is not None else ""
    way = words.a_change if one.is_better is None else words.for_the_better if one.is_better else words.for_the_worse
    is_beside = naming.sides is not None and one.verdict == "no demonstrable change"  # between two sides of one time nothing changes
    return words.verdicts["no demonstrable difference" if is_beside else one.verdict].format(values=values, margin=margin, way=way)


def told_feeling(one: FeelingChange, words: Vocabulary = ENGLISH) -> str:
    """A reading before and after in one sentence, with the same care."""
    form = words.feels_when if one.moment != "during" else words.feels
    before, after = (_reading(side.valence, side.n, words) for side in (one.before, one.after))
    values = form.format(name=named(one.spot, words), moment=chosen(one.moment, words), before=before, after=after)
    if one.verdict == "not comparable":
        bases = chosen(one.before.basis, words), chosen(one.after.basis, words)
        return words.feeling_not_comparable.format(values=values, before=bases[0], after=bases[1])
    margin = words.margin.format(value=unsigned(one.margin.margin, words)) if one.margin is not None else ""
    way = words.for_the_better if one.difference > 0 else words.for_the_worse
    return words.verdicts[one.verdict].format(values=values, margin=margin, way=way)


def _reading(valence: float, n: int | None, words: Vocabulary) -> str:
    text = signed(valence, words)
    return words.with_remark.format(text=text, remark=f"n = {words.number(n)}") if n is not None else text
