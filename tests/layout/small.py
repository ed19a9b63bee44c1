"""Small diagrams, and looking into scenes."""

from journeykit.diagram import Band, Column, CurveLane, Diagram, Lane, Point, Series
from journeykit.layout import arrange
from journeykit.scene import Group, Scene, Text, walk
from journeykit.text import DEFAULT_MEASURER
from journeykit.themes import theme

AXIS = ("very negative", "negative", "neutral", "positive", "very positive")


def grid(*titles: str, lanes: tuple[Lane, ...] = (), bands: tuple[Band, ...] = (), critical: int = -1, rtl: bool = False) -> Diagram:
    columns = tuple(
        Column(title=title, number=str(at + 1), emphasis="critical" if at == critical else "none", source=f"t[{at}]")
        for at, title in enumerate(titles)
    )
    return Diagram(view="x", title="A title", bands=bands, columns=columns, lanes=lanes, rtl=rtl)


def curve(*values: float | None, basis: str = "measured", reasons: bool = False) -> CurveLane:
    points = tuple(
        Point(column=at, value=value, text=f"{value:+g}", basis=basis, reason=f"because {at}" if reasons else "", extreme=abs(value) == 2)
        for at, value in enumerate(values)
        if value is not None
    )
    return CurveLane(key="emotion", title="Feels", series=(Series(points=points),), gaps=(), axis=AXIS)


def forty() -> Diagram:
    bands = (Band(title="Looking", start=0, end=5), Band(title="Deciding", start=6, end=21), Band(title="Living", start=22, end=39))
    values = [(at * 7 % 9) / 2 - 2 for at in range(40)]
    return grid(*(f"Step {at}" for at in range(40)), bands=bands, lanes=(curve(*values, reasons=True),))


def drawn(diagram: Diagram, paper: str | None = None, look: str = "default") -> Scene:
    return arrange(diagram, theme(look), DEFAULT_MEASURER, paper=paper)


def groups(scene: Scene, role: str | None = None, label: str | None = None) -> list[Group]:
    return [
        one
        for page in scene.pages
        for one in walk(page.nodes)
        if isinstance(one, Group) and (role is None or one.role == role) and (label is None or one.label == label)
    ]


def lines(scene: Scene) -> list[str]:
    return [one.text for page in scene.pages for one in walk(page.nodes) if isinstance(one, Text)]
