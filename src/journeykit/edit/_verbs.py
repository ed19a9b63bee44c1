"""Other values for an element, and a model without one."""

from typing import Any

from attrs import evolve, fields, frozen

from journeykit.arguments import door
from journeykit.errors import ModelError, Problem, did_you_mean, shown
from journeykit.model import Activity, Element, Ref, about_field

from ._changing import Book, Change, changed
from ._index import Index, Path

__all__ = ["gone_with", "remove", "update"]


@door
def update(book: Book, address: str, /, **changes: Any) -> Book:
    """The portfolio or journey in which fields of one element have other values.

    Args:
        book: a portfolio or journey.
        address: of the element, as in `rename`.
        changes: fields and their new values; short forms such as `emotion` and `channel` replace what was there.

    Raises:
        UnknownNameError: nothing, or several things, are called so.
        ModelError: there is no such field, or the value does not fit.

    Example:
        >>> from journeykit.model import Journey, Stage, Touchpoint
        >>> buy = Journey("I buy", stages=[Stage("Learn", [Touchpoint("Asks", emotion=1)])])
        >>> update(buy, "asks", emotion=-1, matters=True).touchpoints["asks"]
        Touchpoint('Asks', emotions=(Emotion(-1),), matters=True)
    """
    index = Index.of(book)
    path = index.find(address)
    element = index.elements[path]
    return changed(book, _Updating(path, _arguments(element, changes)))


def _arguments(element: Element, given: dict[str, Any]) -> dict[str, Any]:
    """Arguments of the constructor; a short form empties the field that it stands for."""
    known = {one.alias or one.name: one for one in fields(type(element)) if one.init and one.name != "library"}
    arguments: dict[str, Any] = {}
    for name, value in given.items():
        if name == "id":
            raise ModelError(
                Problem("An id is not changed by update.", "id", got=shown(value), hint="use rename: it keeps references right")
            )
        if name not in known:
            message = f"{type(element).__name__} {shown(element.id)} has no field {shown(name)}."
            raise ModelError(Problem(message, name, got=shown(name), expected="a field", hint=did_you_mean(name, known)))
        about = about_field(known[name])
        if about is not None and about.short_for and about.short_for not in given:
            arguments[about.short_for] = ()
        arguments[name] = value
    return arguments


@frozen
class _Updating(Change):
    path: Path
    arguments: dict[str, Any]

    def element(self, path: Path, element: Element) -> Element | None:
        return evolve(element, **self.arguments) if path == self.path else element


@door
def remove(book: Book, address: str, *, kind: str | None = None) -> Book:
    """The portfolio or journey without an element and what hangs on it.

    With it go references to it; links, relations, targets and measurements that mean nothing without it; and activities that are left
    without a touchpoint. Lineage (`origin`, `supersedes`) stays: it may lead outside.

    Args:
        book: a portfolio or journey.
        address: of the element, as in `rename`.
        kind: looks only for elements of this kind.

    Raises:
        UnknownNameError: nothing, or several things, are called so.
        ModelError: a journey is to be removed from itself.

    Example:
        >>> from journeykit.model import Journey, Stage, Touchpoint
        >>> buy = Journey("I buy", stages=[Stage("Learn", [Touchpoint("Asks"), Touchpoint("Reads")])], critical_moment="asks")
        >>> remove(buy, "asks").critical_moment is None
        True
    """
    index = Index.of(book)
    path = index.find(address, kind)
    if index.elements[path] is book:
        raise ModelError(
            Problem(f"Journey {shown(address)} cannot be removed from itself.", got=shown(address), expected="something in it")
        )
    return changed(book, _Removing(index, gone_with(index, path)))


def gone_with(index: Index, path: Path) -> frozenset[Path]:
    """The paths that go with one: it, and activities of its journey that are left without a touchpoint."""
    columns = {other[-1][1] for other in index.elements if other[: len(path)] == path and other[-1][0] == "touchpoints"}
    left = {
        other
        for other, one in index.elements.items()
        if columns and isinstance(one, Activity) and other[0] == path[0] and columns.issuperset(one.touchpoints)
    }
    return frozenset({path, *left})


@frozen
class _Removing(Change):
    index: Index
    gone: frozenset[Path]

    def reference(self, ref: Ref, written: str, journey: str) -> str | None:
        if ref.soft:
            return written
        target = self.index.target(ref, written, journey)
        return None if target is not None and any(target[: len(path)] == path for path in self.gone) else written

    def element(self, path: Path, element: Element) -> Element | None:
        return None if path in self.gone else element
