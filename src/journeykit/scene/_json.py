"""A scene as plain data: for golden files, and for whoever draws elsewhere."""

import math
from typing import Any

from attrs import NOTHING, fields

from journeykit.errors import RenderError

from ._box import Bounds
from ._nodes import Circle, Group, Node, Page, Path, Rect, Scene, Tail, Text

_KINDS: dict[str, type[Any]] = {"rect": Rect, "circle": Circle, "path": Path, "text": Text, "group": Group}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        if not math.isfinite(value):
            message = f"A number in a scene is not finite: {value!r}."
            raise RenderError(message)
        short = round(value, 3)
        return int(short) if short == int(short) else short
    return [_rounded(one) for one in value] if isinstance(value, tuple) else value


def _plain(value: Any) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for one in fields(type(value)):
        held = getattr(value, one.name)
        if one.name == "children":
            out["children"] = [_node(child) for child in held]
        elif one.name == "tail":
            if held is not None:
                out["tail"] = _plain(held)
        elif (short := _rounded(held)) != _rounded(one.default) or one.default is NOTHING:
            out[one.name] = short
    return out


def _node(node: Node) -> dict[str, Any]:
    return {"node": _NAMES[type(node)], **_plain(node)}


def _corners(box: Bounds) -> list[Any]:
    return [_rounded(one) for one in (box.left, box.top, box.right, box.bottom)]


def scene_to_json(scene: Scene) -> dict[str, Any]:
    """The scene as dictionaries, lists, strings and numbers (at most three decimals); defaults are left out."""
    return {
        "title": scene.title,
        "description": scene.description,
        "lang": scene.lang,
        "font_family": scene.font_family,
        "source": scene.source,
        "table": [list(row) for row in scene.table],
        "pages": [
            {"width": _rounded(page.width), "height": _rounded(page.height), "background": page.background, "label": page.label,
             "paper": list(page.paper) if page.paper else None,
             **({"row_labels": [_corners(one) for one in page.row_labels]} if page.row_labels else {}),
             "nodes": [_node(node) for node in page.nodes]}
            for page in scene.pages
        ],
    }  # fmt: skip


def _read(data: dict[str, Any]) -> Node:
    held = dict(data)
    kind = _KINDS.get(held.pop("node", ""))
    if kind is None:
        message = f"A scene has no node of the kind {data.get('node')!r}."
        raise RenderError(message)
    if "children" in held:
        held["children"] = tuple(_read(child) for child in held["children"])
    if "dash" in held:
        held["dash"] = tuple(held["dash"])
    if "tail" in held:
        held["tail"] = Tail(**held["tail"])
    node: Node = kind(**held)
    return node


def scene_from_json(data: dict[str, Any]) -> Scene:
    """The scene that `scene_to_json` wrote.

    Raises:
        RenderError: the data is not a scene.
    """
    try:
        pages = tuple(_page(page) for page in data["pages"])
        held: dict[str, Any] = {**data, "pages": pages, "table": tuple(tuple(row) for row in data["table"])}
        return Scene(**held)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        if isinstance(error, RenderError):
            raise
        message = f"The data is not a scene: {type(error).__name__} {error}."
        raise RenderError(message) from error


def _page(data: dict[str, Any]) -> Page:
    nodes = tuple(_read(node) for node in data["nodes"])
    labels = tuple(Bounds(*one) for one in data.get("row_labels", ()))
    paper = tuple(data["paper"]) if data.get("paper") else None
    held: dict[str, Any] = {**data, "nodes": nodes, "paper": paper, "row_labels": labels}
    return Page(**held)
