"""Views by name: the built-in ones, then those of installed packages."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from journeykit.diagram import Diagram
from journeykit.errors import Problem, RenderError, UnknownNameError, nearest, shown

View = Callable[..., Diagram]
"""A view: a journey and options by keyword, to a diagram."""

GROUP = "journeykit.views"
_BUILT_IN: dict[str, tuple[str, str]] = {
    "journey-map": ("journey_map", "journey_map"),
    "service-blueprint": ("blueprint", "service_blueprint"),
}
VIEW_NAMES: tuple[str, ...] = tuple(_BUILT_IN)
"""The built-in views."""


def view(name: str) -> View:
    """The view of that name; packages register theirs in the entry point group `journeykit.views`.

    Raises:
        UnknownNameError: nobody registered the name.
        RenderError: the package that registered it cannot be loaded.

    Example:
        >>> view("journey-map") is view("journey_map")
        True
    """
    folded = name.strip().casefold().replace("_", "-")
    if folded in _BUILT_IN:
        module, function = _BUILT_IN[folded]
        return cast("View", getattr(import_module(f"journeykit.views.{module}"), function))
    from importlib.metadata import entry_points  # noqa: PLC0415  # slow to load, and only needed for what is not built in

    foreign = {one.name: one for one in entry_points(group=GROUP)}
    if (found := foreign.get(name)) is not None:
        try:
            return cast("View", found.load())
        except Exception as error:
            package = found.dist.name if found.dist else found.value
            raise RenderError(Problem(f"The view {name!r} of {package} cannot be loaded: {error}.")) from error
    known = [*VIEW_NAMES, *sorted(foreign)]
    near = nearest(folded, known)
    raise UnknownNameError(
        Problem(
            f"There is no view {shown(name)}.", got=shown(name), expected="one of " + ", ".join(map(repr, known)),
            hint=f"did you mean {near!r}?" if near else "",
        )
    )  # fmt: skip
