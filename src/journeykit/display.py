"""Shown: the mixin through which a value shows itself in a notebook. The drawing is elsewhere."""

from collections.abc import Collection
from importlib import import_module

__all__ = ["Shown"]


class Shown:
    """A value that draws itself as the last line of a notebook cell."""

    __slots__ = ()

    def _repr_mimebundle_(self, include: Collection[str] | None = None, exclude: Collection[str] | None = None) -> dict[str, str]:
        notebook = import_module("journeykit.notebook")  # by name: what shows itself does not know who draws it
        bundle: dict[str, str] = notebook.mimebundle(self, include=include, exclude=exclude)
        return bundle

    def _repr_html_(self) -> str:
        """For those who ask for HTML alone, as galleries of examples do."""
        return self._repr_mimebundle_(include=("text/html",))["text/html"]
