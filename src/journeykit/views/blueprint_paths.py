"""Model paths of a picture of stages: what stands for a stage leads to the stage, never to a touchpoint that nobody wrote."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve, fields

from journeykit.diagram import Diagram
from journeykit.errors import step
from journeykit.record import Record

from .context import Context


def with_paths_of(diagram: Diagram, context: Context, whole: Context) -> Diagram:
    """The picture of a journey of stages, each `source` of it a path of the `whole`."""
    paths = {path: block.path for path, block in zip(context.paths, context.blocks, strict=True)}
    stage_of = {one.id: block.path for one, block in zip(context.columns, context.blocks, strict=True)}
    for one in context.journey.activities:
        if one.id not in whole.journey.activities:
            paths[f"{context.path}.{step('activities', one.id)}"] = stage_of[one.touchpoints[0]]
    moved: Diagram = _moved(diagram, paths)
    return moved


def _moved(part: Any, paths: Mapping[str, str]) -> Any:
    """A part of a diagram, or a tuple of them, with the sources that begin with one of these paths replaced."""
    if isinstance(part, tuple):
        return tuple(_moved(one, paths) for one in part)
    if not isinstance(part, Record):
        return part
    cls: Any = type(part)
    changed: dict[str, Any] = {}
    for name in (one.name for one in fields(cls)):
        value = getattr(part, name)
        if isinstance(value, tuple | Record):
            changed[name] = _moved(value, paths)
        elif name == "source" and isinstance(value, str):
            changed[name] = next((path for old, path in paths.items() if value == old or value.startswith((old + ".", old + "["))), value)
    made: Any = evolve(part, **changed) if changed else part  # type: ignore[misc]  # every record is an attrs class
    return made
