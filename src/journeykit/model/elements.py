"""A sequence whose elements are also found by id."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

from journeykit.errors import ArgumentError, JourneykitError, Problem, UnknownNameError, UnknownPlaceError, shown

from .checked import Element, listed
from .ids import fold

E_co = TypeVar("E_co", bound=Element, covariant=True)


class Elements(Sequence[E_co], Generic[E_co]):
    """Elements in order; `[0]` and `["id"]` both work.

    Example:
        >>> from journeykit.model import Stage
        >>> stages = Elements([Stage("Learn"), Stage("Use")])
        >>> stages["use"] is stages[1]
        True
    """

    __slots__ = ("_held", "_places")
    _held: tuple[E_co, ...]
    _places: dict[str, int] | None

    def __init__(self, items: Iterable[E_co] = ()) -> None:
        object.__setattr__(self, "_held", tuple(items))
        object.__setattr__(self, "_places", None)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("Elements cannot be changed; journeykit.edit makes new ones")

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids, in order."""
        return tuple(one.id for one in self._held)

    def _index(self) -> dict[str, int]:
        if self._places is None:
            object.__setattr__(self, "_places", {one.id: at for at, one in reversed(list(enumerate(self._held)))})
        places = self._places
        return places if places is not None else {}

    @overload
    def __getitem__(self, key: int | str) -> E_co: ...
    @overload
    def __getitem__(self, key: slice) -> "Elements[E_co]": ...
    def __getitem__(self, key: int | str | slice) -> "E_co | Elements[E_co]":
        if isinstance(key, str):
            place = self._index().get(fold(key))
            if place is None:
                raise UnknownNameError.of("element", key, self.ids)
            return self._held[place]
        try:
            return Elements(self._held[key]) if isinstance(key, slice) else self._held[key]
        except (TypeError, IndexError):
            raise self._no_place(key) from None

    def _no_place(self, key: object) -> JourneykitError:
        if not isinstance(key, int):
            return ArgumentError(Problem("Elements are found by id or by position.", got=shown(key), expected="a text or a whole number"))
        expected = f"{-len(self)} to {len(self) - 1}" if self else "nothing: there are none"
        return UnknownPlaceError(Problem(f"There is no element at position {key}.", got=str(key), expected=expected))

    def get(self, key: str) -> E_co | None:
        """The element of that id, or None."""
        place = self._index().get(fold(key))
        return None if place is None else self._held[place]

    def position(self, key: str) -> int:
        """Zero-based place of the element of that id; -1 where there is none."""
        return self._index().get(fold(key), -1)

    def __len__(self) -> int:
        return len(self._held)

    def __iter__(self) -> Iterator[E_co]:
        return iter(self._held)

    def __contains__(self, item: object) -> bool:
        return fold(item) in self._index() if isinstance(item, str) else item in self._held

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Elements):
            return self._held == other._held
        return self._held == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._held)

    def __repr__(self) -> str:
        return f"Elements({list(self._held)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Elements, (self._held,)


NONE: Elements[Any] = Elements()


def to_elements(value: Any, kind: type[E_co]) -> "Elements[E_co]":  # noqa: ARG001  # kind types the result
    """One element, several or none, as `Elements`; what cannot be one is left for the check to refuse."""
    if type(value) is Elements:
        return value
    if value is None:
        return NONE
    return Elements(value) if listed(value) else Elements((value,))
