"""Short ways to scenes, and to what was drawn."""

from xml.etree import ElementTree as ET

from journeykit.renderers import Options, renderer
from journeykit.scene import Group, Node, Page, Scene, Text

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"


def page(*nodes: Node, **more) -> Page:
    return Page(**{"width": 400, "height": 300, "background": "#FFFFFF", "nodes": nodes, **more})


def scene(*nodes: Node, **more) -> Scene:
    return Scene(**{"title": "Title", "pages": (page(*nodes),), **more})


def words(text: str, **more) -> Text:
    return Text(**{"x": 10, "y": 20, "text": text, "width": 80, "size": 12, "fill": "#1A1A1A", **more})


def group(*children: Node, **more) -> Group:
    return Group(children=children, **more)


def svg(drawn: Scene, **options) -> str:
    return renderer("svg").render(drawn, Options(**options))[0].decode()


def tree(drawn: Scene, **options) -> ET.Element:
    return parsed(svg(drawn, **options))


def parsed(document: str | bytes) -> ET.Element:
    return ET.fromstring(document)  # noqa: S314 - what this library wrote


def outline(drawn: Scene) -> str:
    return renderer("text").render(drawn, Options())[0].decode()


def markdown(drawn: Scene) -> str:
    return renderer("markdown").render(drawn, Options())[0].decode()
