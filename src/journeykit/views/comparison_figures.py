"""Figures beside each other: one figure by channel or persona, and what was measured before and since actions."""

from collections.abc import Iterator, Sequence

from journeykit.comparison import ActionEffect, ActionEffects, ChannelGap, Comparison, Cut, FigureChange, TargetEffect, action, channels
from journeykit.diagram import Head, Item, Matrix, MatrixCell, MatrixRow, Part, Tone, Verdict
from journeykit.model import KPI, Journey, Measurement, Portfolio

from .comparison_sides import Sides
from .comparison_words import ComparisonWords
from .figures import kpi_value, size_of
from .printed import amount, share, with_unit
from .words import Words

_MOST_NAMES = 8
_TONES: dict[str, Tone] = {"better": "good", "worse": "bad"}


# ---------------------------------------------------------------------------------------------------------- by channel
def by_channel(sides: Sides) -> tuple[Part, ...]:
    """The last figures of the side after at each place, a column for each channel, then likewise for each persona."""
    gaps = {(one.by, one.spot.id, one.kpi.id): one for one in channels(sides.comparison).after}
    cuts: tuple[tuple[Cut, str], ...] = (("channel", sides.said.by_channel), ("persona", sides.said.by_persona))
    return tuple(
        _cut([one for one in gaps.values() if one.by == cut], title, sides)
        for cut, title in cuts
        if any(one.by == cut for one in gaps.values())
    )


def _cut(gaps: Sequence[ChannelGap], title: str, sides: Sides) -> Matrix:
    names = [*dict.fromkeys(name for gap in gaps for name, _ in gap.values)][:_MOST_NAMES]
    heads = (*names, sides.said.spread)
    return Matrix(
        title=title, note=sides.said.by_channel_note, columns=tuple(Head(title=one) for one in heads), corner=sides.said.figure,
        rows=tuple(_gap_row(one, names, sides) for one in gaps),
    )  # fmt: skip


def _gap_row(gap: ChannelGap, names: Sequence[str], sides: Sides) -> MatrixRow:
    said, words = sides.said, sides.words
    held = dict(gap.values)
    cells = tuple(_measured(gap.kpi, held.get(name), sides.words) for name in names)
    text = size_of(gap.kpi, gap.spread, words)
    if gap.shown and not gap.is_shown:
        low, high = gap.shown[0]
        verdict = f"{low} – {high}: {said.shown}"
    else:
        kind = "margin unknown" if gap.is_shown is None else "no demonstrable change"
        verdict = said.shown if gap.is_shown else said.verdicts[kind]
    spread = MatrixCell(items=(Item(text=text, style="strong" if gap.shown else "muted", detail=verdict),))
    return MatrixRow(
        head=Head(title=gap.kpi.name, detail=" · ".join(one for one in (gap.spot.title, gap.period) if one)), cells=(*cells, spread)
    )


def _measured(kpi: KPI, one: Measurement | None, words: Words) -> MatrixCell:
    if one is None:
        return MatrixCell()
    details = [words.reading_of.format(n=amount(one.n, words))] if one.n is not None else []
    return MatrixCell(
        items=(Item(text=with_unit(*kpi_value(kpi, float(one.value), words)), detail="; ".join([*details, str(one.at or "")]).strip("; ")),)
    )


# ---------------------------------------------------------------------------------------------------------- by action
def by_action(sides: Sides) -> tuple[Part, ...]:
    """What was measured before and since the actions that touch two journeys."""
    return since_actions(sides.comparison, sides.words, sides.said)


def since_actions(comparison: Comparison, words: Words, said: ComparisonWords) -> tuple[Part, ...]:
    """What each action was to move, and the other figures that became worse since."""
    found: ActionEffects = action(comparison)
    rows = tuple(row for one in found.actions for row in _effects(one, comparison.after, words, said))
    if not rows:
        return ()
    heads = (said.before_it, said.since_it, said.change, said.attained)
    return (
        Matrix(title=said.actions, note=said.actions_note, columns=tuple(Head(title=one) for one in heads), rows=rows, corner=said.figure),
    )


def _effects(one: ActionEffect, side: Portfolio | Journey, words: Words, said: ComparisonWords) -> Iterator[MatrixRow]:
    group = " · ".join(text for text in (one.action.title, str(one.implemented_on or said.undated)) if text)
    rows = [
        (target.figure.kpi.name if target.figure else target.kpi, _where(target.figure, side), target.figure, _attained(target, words))
        for target in one.targets
    ]
    rows += [
        (figure.kpi.name, " · ".join(text for text in (said.side_effect, _where(figure, side)) if text), figure, "")
        for figure in one.worsened
    ]
    for name, detail, figure, attained in rows or [(said.no_figure, "", None, "")]:
        yield MatrixRow(head=Head(title=name, detail=detail, group=group), cells=tuple(_change(figure, attained, words, said)))


def _where(one: FigureChange | None, side: Portfolio | Journey) -> str:
    """At which touchpoint, through which channel and of whom a figure was measured, as far as it is of a part of all."""
    if one is None:
        return ""
    library = side.library if isinstance(side, Journey) else side
    journeys = (side,) if isinstance(side, Journey) else side.journeys
    journey, _, touchpoint = one.place.partition("/")
    place = next((held.title for own in journeys if own.id == journey for held in own.touchpoints if held.id == touchpoint), "")
    channel = library.channel_name(one.channel) if one.channel else ""
    return " · ".join(text for text in (place, channel, library.name_of(one.persona) if one.persona else "") if text)


def _attained(one: TargetEffect, words: Words) -> str:
    return share(round(one.attainment, 2), words) if one.attainment is not None else ""


def _change(figure: FigureChange | None, attained: str, words: Words, said: ComparisonWords) -> Iterator[MatrixCell]:
    if figure is None:
        yield MatrixCell(items=(Item(text=said.not_measured, style="muted"),), state="missing")
        yield from (MatrixCell(), MatrixCell(), MatrixCell())
        return
    yield _measured(figure.kpi, figure.before, words)
    yield _measured(figure.kpi, figure.after, words)
    verdict = Verdict(text=said.verdicts[figure.verdict], tone=_TONES.get(figure.verdict, "muted"))
    yield MatrixCell(
        items=(
            Item(
                text=("+" if figure.difference > 0 else "") + size_of(figure.kpi, figure.difference, words), style="strong", verdict=verdict
            ),
        )
    )
    yield MatrixCell(items=(Item(text=attained),) if attained else ())
