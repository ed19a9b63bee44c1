"""The journey map: what the customer does, feels and meets, touchpoint by touchpoint."""

from collections.abc import Sequence
from typing import Literal, get_args

from attrs import evolve

from journeykit.diagram import Arc, Band, CellLane, Column, CurveLane, Diagram, Lane, NoteList, Row
from journeykit.errors import UnknownNameError
from journeykit.model import Journey

from .arcs import arcs
from .context import Context, context_of
from .crowding import uncrowded
from .description import description
from .direction import runs_right_to_left
from .felt import how_known
from .figures import figure_strip
from .finding import finding
from .how_often import goes_round, how_often, with_frequencies
from .lanes_duty import source_codes
from .lanes_feeling import series_name
from .legend import legend
from .printed import listed
from .readings import MOST_SERIES
from .selection import Chosen, LaneLike, chosen_lanes
from .station import emphasis, flags
from .table import table, with_kinds, with_ways
from .telling import telling
from .titleblock import badges, facts
from .words import Words

Detail = Literal["auto", "all", "summary"]
_MOST_COLUMNS = 60  # above, the summary is drawn


def journey_map(
    journey: Journey,
    *,
    lanes: str | LaneLike | Sequence[LaneLike] | None = None,
    detail: Detail = "auto",
    language: str | None = None,
) -> Diagram:
    """The map of a journey.

    Args:
        journey: the journey; bound to a portfolio it also shows what that shares.
        lanes: which lanes, in which order: names (see `LANE_NAMES`), `+name` and `-name` to change the default, `LaneSpec` or a function of a
            touchpoint for a lane of one's own. A lane without content is left out.
        detail: "all" draws every touchpoint, "summary" one column a stage, "auto" the summary above 60 touchpoints.
        language: of the words that are not the journey's own (BCP 47); that of the journey where none is given, English where there are none.

    Raises:
        UnknownNameError: there is no lane, or no detail, of that name.
        RenderError: a lane of one's own gave something that is no text.

    Example:
        >>> from journeykit.model import Journey, Stage, Touchpoint
        >>> journey_map(Journey("I move", stages=[Stage("Look", [Touchpoint("Sees a flat", emotion=1)])])).finding
        'The one reading is +1, at “Sees a flat”.'
    """
    if detail not in (known := get_args(Detail)):
        raise UnknownNameError.of("detail", str(detail), known)
    context = context_of(journey, language)
    chosen = chosen_lanes(journey, lanes)
    full = _drawn(context, chosen)
    over = arcs(context)
    base = _common(context, full, over, language)
    if detail == "summary" or (detail == "auto" and len(context.columns) > _MOST_COLUMNS):
        from .summary import summary  # noqa: PLC0415  # it measures, and most maps are drawn whole

        return summary(context, base, frozenset(one.key for one in chosen))
    words = context.words
    drawn, notes = _shown(full, words)
    columns = tuple(_column(context, at) for at in range(len(context.columns)))
    return evolve(
        base,
        bands=tuple(
            Band(title=one.stage.title, start=one.start, end=one.end, tip=_stage_tip(one.stage.entry, one.stage.exit), source=one.path)
            for one in context.blocks
        ),
        columns=columns,
        lanes=drawn,
        arcs=over,
        notes=notes,
        legend=legend(columns, drawn, words, over),
    )


def _drawn(context: Context, chosen: Sequence[Chosen]) -> list[Lane]:
    found: list[Lane] = []
    group = ""
    for one in chosen:
        lane = one.draw(context)
        if lane is not None:
            found.append(evolve(lane, opens=True) if group and one.group != group else lane)
            group = one.group
    return found


def _shown(lanes: Sequence[Lane], words: Words) -> tuple[tuple[Lane, ...], tuple[NoteList, ...]]:
    shown: list[Lane] = []
    notes: list[NoteList] = []
    for lane in lanes:
        if isinstance(lane, CellLane):
            short, rest = uncrowded(lane, words)
            shown.append(short)
            notes += [rest] if rest else []
        else:
            shown.append(lane)
            if isinstance(lane, CurveLane) and (cut := _cut_reasons(lane)):
                notes.append(NoteList(title=words.in_full.format(title=lane.title), notes=cut))
    return tuple(shown), tuple(notes)


def _cut_reasons(lane: CurveLane) -> tuple[tuple[str, str], ...]:
    """What stands behind readings whose words are too long for the curve, with the numbers of their columns."""
    points = [one for series in lane.series for one in series.points if one.reason.endswith("…")]
    return tuple((str(one.column + 1), one.tip) for one in sorted(points, key=lambda one: (one.column, one.offset)))


def _common(context: Context, lanes: Sequence[Lane], over: Sequence[Arc], language: str | None) -> Diagram:
    """What the map and its summary have in common."""
    words, journey = context.words, context.journey
    return Diagram(
        view="journey-map",
        title=journey.title,
        bands=(),
        columns=(),
        lanes=(),
        finding=finding(context),
        known=how_known(context),
        description=description(context),
        telling=telling(context),
        lang=journey.language or language or "",
        rtl=runs_right_to_left(journey.language, (journey.title, *(one.title for one in context.columns))),
        badges=badges(context),
        facts=facts(context),
        corner=words.stage,
        spine=words.touchpoint,
        critical_tag=words.critical,
        figures=figure_strip(context),
        footnotes=_footnotes(context, lanes),
        legend_title=words.legend,
        continued=words.continued,
        part=words.part,
        page=words.page,
        texts_in_full=words.texts_in_full,
        titles_in_full=words.titles_in_full,
        source=context.path,
        table=with_ways(with_frequencies(context, _table(context, lanes)), over, words),
    )


def _table(context: Context, lanes: Sequence[Lane]) -> tuple[Row, ...]:
    kinds = [context.words.comma.join(flags(context, at)) for at in range(len(context.columns))]
    return with_kinds(table(context, lanes), kinds, context.words)


def _column(context: Context, at: int) -> Column:
    one, often = context.columns[at], how_often(context, at)
    said = context.words.comma.join(text for text in (*flags(context, at), often) if text)
    return Column(
        title=one.title,
        number=str(at + 1),
        kind="contact" if one.kind == "interaction" else "alone",
        emphasis=emphasis(context, at),
        ours=context.ours(at),
        optional=one.optional,
        repeats=goes_round(context, at),
        note=often,
        flags=said,
        tip=f"{one.title} ({said})" if said else "",
        source=context.paths[at],
    )


def _stage_tip(entry: str | None, leaving: str | None) -> str:
    return "; ".join(text for text in (entry, leaving) if text)


def _footnotes(context: Context, lanes: Sequence[Lane]) -> tuple[str, ...]:
    words, found = context.words, list[str]()
    if any(lane.key == "evidence" for lane in lanes) and (codes := source_codes(context)):
        found.append(codes)
    if left := context.tracks[MOST_SERIES:]:
        found.append(words.undrawn_series.format(views=listed([series_name(one, words) for one in left], words)))
    if empty := [one.title for one in context.journey.stages if not one.touchpoints]:
        found.append(words.steps_without_column.format(stages=listed(empty, words)))
    if lanes:
        found.append(words.empty_cells)
    return tuple(found)
