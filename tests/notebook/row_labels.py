"""What stands at the start of the rows of a picture, read from its diagram: the layout is not asked."""

from collections.abc import Iterator
from pathlib import Path
from unicodedata import category

import journeykit as jk
from journeykit.diagram import CardLane, CurveLane, CurvePanels, Dumbbells, FigureStrip, Matrix, NamedLine, Part, Timeline
from journeykit.pipeline import Rendering
from journeykit.scene import Text, walk

EXAMPLES = Path(__file__).parents[2] / "examples"


def shown(*pairs: tuple[str, str]) -> dict[str, Rendering]:
    """Views of examples by "example view"."""
    return {f"{name} {view}": jk.render(jk.load(EXAMPLES / name), view=view) for name, view in pairs}


def compared(*pictures: str) -> dict[str, Rendering]:
    """Pictures of the comparison of the dealership with what it is to become."""
    before, after = (jk.load(EXAMPLES / f"{one}.yaml").journeys[0] for one in ("dealership", "dealership_online"))
    found = jk.compare(before, after, lens="future")
    return {f"comparison {one}": jk.render(found, picture=one) for one in pictures}


def every_picture_with_labels() -> dict[str, Rendering]:
    """One or more of each view whose rows begin with a label."""
    return shown(
        ("dealership.yaml", "journey-map"), ("hotel.yaml", "service-blueprint"), ("dealership.yaml", "service-blueprint"), ("bikes", "roadmap"),
        ("bikes", "atlas"), ("broadband.yaml", "atlas"), ("hotel.yaml", "rasci"), ("screening.yaml", "channels"), ("dealership.yaml", "kpi"),
        ("bikes", "emotion-curves"), ("clinic_ar.yaml", "journey-map"), ("clinic_ar.yaml", "service-blueprint"), ("clinic_ar.yaml", "atlas"),
        ("clinic_ar.yaml", "rasci"), ("clinic_ar.yaml", "emotion-curves"),
    ) | compared("twin", "curves", "deviation", "dumbbell", "matrix", "stages", "expectations", "channels", "multiples", "table")  # fmt: skip


def labels_at_the_start(drawn: Rendering) -> list[str]:
    """The labels of the rows that the picture shows, each without its spaces: lines may break anywhere."""
    written = squeezed(one.text for page in drawn.scene.pages for one in walk(page.nodes) if isinstance(one, Text))
    found = dict.fromkeys(squeezed([one]) for one in _labels(drawn) if one)
    return [one for one in found if one in written]


def squeezed(lines: Iterator[str] | list[str]) -> str:
    """Lines of text without their spaces, and without the signs for the direction of writing that stand around each."""
    return "".join(one for one in "".join(lines) if not one.isspace() and category(one) != "Cf")


def _labels(drawn: Rendering) -> Iterator[str]:
    diagram = drawn.diagram
    if diagram.columns:
        yield from (diagram.corner, diagram.spine)
    for lane in diagram.lanes:
        yield from (lane.title, lane.note)
        if isinstance(lane, CurveLane):
            yield from lane.axis
    if (blueprint := diagram.blueprint) is not None:
        yield blueprint.notes_title
        yield from (lane.title for lane in blueprint.below)
        for part in blueprint.parts:
            if isinstance(part, CardLane):
                yield from (part.title, part.note, *(row.title for row in part.rows))
            elif isinstance(part, NamedLine):
                yield part.name
    for one in (*diagram.lead, *diagram.parts):
        yield from _labels_of_part(one)


def _labels_of_part(part: Part) -> Iterator[str]:
    match part:
        case Matrix():
            yield part.corner
            yield from (text for row in part.rows for text in (row.head.group, row.head.title, row.head.detail))
        case Timeline():
            yield part.corner
            yield from (row.head.title for row in part.rows)
        case Dumbbells():
            yield from part.names
            yield from (text for row in part.rows for text in (row.title, row.detail))
        case CurvePanels():
            yield from (part.title, part.note, *part.axis)
        case FigureStrip():
            yield from (part.title, part.note)
        case _:
            pass
