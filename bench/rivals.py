"""What others need for the same work: the bare parsers, and svgwrite alone."""

import json

import svgwrite
import yaml
from svgwrite.path import Path
from svgwrite.shapes import Rect
from svgwrite.text import Text

__all__ = ["json_alone", "svgwrite_alone", "yaml_alone"]

_COLUMN = 190


def svgwrite_alone(elements: int) -> str:
    """A drawing of so many elements as text: half of them texts, a quarter rectangles, a quarter paths, as on a map.

    Validation is off: with it svgwrite takes 2.7 times as long.
    """
    drawing = svgwrite.Drawing(size=(2000, 1000), debug=False)
    for at in range(elements):
        x, y = _COLUMN * (at % 10), 18 * (at // 10)
        if at % 4 == 0:
            drawing.add(Rect((x, y), (176, 40), rx=4, fill="#f4f4f4", stroke="#c8c8c8", stroke_width=1, debug=False))
        elif at % 4 == 1:
            drawing.add(Path(f"M{x} {y}C{x + 40} {y - 20} {x + 60} {y + 20} {x + 100} {y}", fill="none", stroke="#333333", debug=False))
        else:
            drawing.add(Text(f"Touchpoint number {at}", insert=(x, y), fill="#222222", font_size=12, debug=False))
    text: str = drawing.tostring()
    return text


def json_alone(text: str) -> object:
    """The plain data of a JSON text, by the parser of the standard library."""
    return json.loads(text)


def yaml_alone(text: str) -> object:
    """The nodes of a YAML text with their positions, by PyYAML's C parser, nothing constructed."""
    return yaml.compose(text, Loader=yaml.CSafeLoader)
