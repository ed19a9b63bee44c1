"""WHERE IT GOES: pages of five primitives with final positions. px, y down.

This room imports nothing of journeykit but errors. It may not know what a journey, a lane or a theme is: a scene is
geometry, ink and words. Whoever draws a scene never measures text and never chooses a colour.
"""

from ._bounds import bounds, walk
from ._box import Bounds
from ._json import scene_from_json, scene_to_json
from ._nodes import Anchor, Circle, Group, Node, Page, Path, Rect, Role, Scene, Tail, Text
from ._path import PathBuilder, number, parse_path

__all__ = [
    "Anchor",
    "Bounds",
    "Circle",
    "Group",
    "Node",
    "Page",
    "Path",
    "PathBuilder",
    "Rect",
    "Role",
    "Scene",
    "Tail",
    "Text",
    "bounds",
    "number",
    "parse_path",
    "scene_from_json",
    "scene_to_json",
    "walk",
]
