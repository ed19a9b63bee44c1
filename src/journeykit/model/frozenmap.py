"""A mapping that cannot change: it hashes, pickles and sorts by key."""

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar

K = TypeVar("K")
V_co = TypeVar("V_co", covariant=True)


class FrozenMap(Mapping[K, V_co], Generic[K, V_co]):
    """An immutable mapping in the order of its keys.

    Example:
        >>> FrozenMap({"b": 2, "a": 1})
        FrozenMap({'a': 1, 'b': 2})
    """

    __slots__ = ("_held",)
    _held: dict[K, V_co]

    def __init__(self, items: Mapping[K, V_co] | None = None) -> None:
        object.__setattr__(self, "_held", {key: items[key] for key in sorted(items, key=_order)} if items else {})

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a FrozenMap cannot be changed")

    def __getitem__(self, key: K) -> V_co:
        return self._held[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __hash__(self) -> int:
        return hash(frozenset(self._held.items()))  # 1 and 1.0 are equal keys, yet sort apart

    def __eq__(self, other: object) -> bool:
        return dict(other) == self._held if isinstance(other, Mapping) else NotImplemented

    def __repr__(self) -> str:
        return f"FrozenMap({self._held!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return FrozenMap, (dict(self._held),)


def _order(key: object) -> tuple[str, str]:
    return (type(key).__name__, str(key))


EMPTY: FrozenMap[Any, Any] = FrozenMap()
_DEEPEST = 64


def deep_frozen(value: Any, depth: int = 0) -> Any:
    """Mappings become `FrozenMap`, lists become tuples, all the way down to 64 levels; the rest stays as it is."""
    if depth > _DEEPEST:
        return value
    if isinstance(value, Mapping):
        return FrozenMap({key: deep_frozen(one, depth + 1) for key, one in value.items()})
    if isinstance(value, (list, tuple)):
        return tuple(deep_frozen(one, depth + 1) for one in value)
    return value
