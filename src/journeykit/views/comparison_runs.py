"""A plan and one run of it: the planned touchpoints above, what happened below."""

from attrs import evolve

from journeykit.comparison import conformance, run_of
from journeykit.diagram import Diagram
from journeykit.model import fold

from .comparison_legend import legend_of
from .comparison_sides import Sides
from .comparison_tracks import Tracks, column_of, places_of


def deviating(sides: Sides, base: Diagram) -> Diagram:
    """The deviation diagram of one run against its plan."""
    context, said = sides.before, sides.said
    planned, went = context.journey, sides.after.journey
    run = run_of(sides.comparison)
    stands = [went.touchpoints.position(step.told_as or "") for step in run.steps]
    titles = {fold(step.touchpoint): went.touchpoints[at].title for step, at in zip(run.steps, stands, strict=True)}
    places = places_of(planned, [run], titles)
    if not places:
        return evolve(base, finding=said.no_columns)
    tracks = Tracks(context=context, said=said, places=places)
    lane = tracks.track(run, conformance(planned, [run]).first[0], title=sides.names[1], paths=[sides.after.paths[at] for at in stands])
    columns = tuple(column_of(context, places[stop.column], differs=bool(stop.word), whose=sides.names[1]) for stop in lane.stops)
    rows = tuple(
        (column.number, column.title, stop.number, stop.word or (said.as_planned if stop.number else said.skipped))
        for column, stop in zip(columns, lane.stops, strict=True)
    )
    heads = (sides.names[0], sides.words.touchpoint, sides.names[1], said.status)
    return evolve(
        base, columns=columns, lanes=(lane,), legend=legend_of(columns, (lane,), sides.words, said), corner=sides.words.stage,
        spine=sides.names[0], parts=(), footnotes=(), notes=(), table=(heads, *rows),
    )  # fmt: skip
