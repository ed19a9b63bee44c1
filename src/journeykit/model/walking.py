"""Walking and rewriting references, driven by the metadata of fields. Resolving, renaming and slicing all stand on this."""

from collections.abc import Callable, Iterable, Iterator
from itertools import compress
from operator import is_not
from typing import Any, TypeVar

from attrs import evolve, fields, frozen

from journeykit.errors import step
from journeykit.record import Record, reader

from .about import Ref, about_field
from .checked import Checked, Element
from .elements import Elements

T = TypeVar("T", bound=Checked)
Visit = Callable[[Checked, str, Ref, str], str | None]
"""Owner, field name, what it refers to, the reference -> the new reference, or None to drop it."""


@frozen(eq=False, repr=False)
class _Plan(Record):
    """What a class refers to and holds, and how the values of these fields are read at once."""

    refs: tuple[tuple[str, Ref], ...]
    nested: tuple[str, ...]
    read_refs: Callable[[Any], tuple[Any, ...]]
    read_nested: Callable[[Any], tuple[Any, ...]]


_PLANS: dict[type[Any], _Plan] = {}


def _plan(cls: type[Any]) -> _Plan:
    plan = _PLANS.get(cls)
    if plan is None:
        refs, nested = [], []
        for one in fields(cls):
            known = about_field(one)
            if known is None or known.hidden:
                continue
            if known.ref is not None:
                refs.append((one.name, known.ref))
            elif known.check is not None and known.check.kind in {"value", "values", "elements"}:
                nested.append(one.name)
        plan = _PLANS[cls] = _Plan(tuple(refs), tuple(nested), reader([name for name, _ in refs]), reader(nested))
    return plan


def reference_fields(cls: type[Any]) -> tuple[tuple[str, Ref], ...]:
    """Name and target of every field of a class that holds references."""
    return _plan(cls).refs


def nested_fields(cls: type[Any]) -> tuple[str, ...]:
    """Names of the fields of a class that hold values or elements of the model."""
    return _plan(cls).nested


def rewritten(value: T, visit: Visit, *, skip: frozenset[str] = frozenset()) -> T:
    """The same value with every reference below it replaced by what `visit` returns; the value itself where nothing changes.

    `skip` names fields whose contents are left alone.
    """
    plan = _PLANS.get(type(value)) or _plan(type(value))
    changes: dict[str, Any] = {}
    written = plan.read_refs(value)
    for (name, ref), held in compress(zip(plan.refs, written), written):  # noqa: B905  # made together
        if isinstance(held, str):
            new: Any = visit(value, name, ref, held)
            if new != held:
                changes[name] = new
        else:
            for one in held:
                if visit(value, name, ref, one) != one:  # most stay: only then is a tuple made
                    changes[name] = tuple(new for one in held if (new := visit(value, name, ref, one)) is not None)
                    break
    if not plan.nested:
        return evolve(value, **changes) if changes else value
    inside = plan.read_nested(value)
    for name, held in compress(zip(plan.nested, inside), inside):  # noqa: B905  # made together
        if name in skip:
            continue
        if isinstance(held, Checked):
            inner = rewritten(held, visit)
            if inner is not held:
                changes[name] = inner
        else:
            several = [rewritten(one, visit) for one in held]
            if any(map(is_not, several, held)):
                changes[name] = Elements(several) if isinstance(held, Elements) else tuple(several)
    return evolve(value, **changes) if changes else value


def walk(value: Checked, where: str = "") -> Iterator[tuple[str, Checked]]:
    """The value and everything of the model below it, each with its model path, in the order of the fields."""
    yield where, value
    plan = _plan(type(value))
    for name, held in zip(plan.nested, plan.read_nested(value), strict=True):
        if isinstance(held, Checked):
            yield from walk(held, joined(where, name))
        else:
            for place, one in enumerate(held or ()):
                key: str | int = one.id if isinstance(one, Element) and isinstance(held, Elements) else place
                yield from walk(one, joined(where, step(name, key)))


def joined(where: str, rest: str) -> str:
    """A model path and its next step."""
    return f"{where}.{rest}" if where else rest


def references(value: Checked, where: str = "") -> Iterator[tuple[str, Checked, Ref, str]]:
    """Every reference below a value: its model path, its owner, what it should lead to, and its text."""
    for path, owner in walk(value, where):
        for name, ref in _plan(type(owner)).refs:
            held = getattr(owner, name)
            if isinstance(held, str):
                yield joined(path, name), owner, ref, held
            else:
                for place, one in enumerate(held or ()):
                    yield joined(path, step(name, place)), owner, ref, one


def cycle(edges: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The first circle in a directed graph as ids in order, the first repeated at the end; empty where there is none."""
    after: dict[str, list[str]] = {}
    for source, target in edges:
        after.setdefault(source, []).append(target)
    state: dict[str, int] = {}
    for start, targets in after.items():
        if start in state:
            continue
        state[start], path, trail = 1, [start], [iter(targets)]
        while path:
            here = next(trail[-1], None)
            if here is None:
                state[path.pop()] = 2
                trail.pop()
            elif state.get(here) == 1:
                return (*path[path.index(here) :], here)
            elif here not in state:
                state[here] = 1
                path.append(here)
                trail.append(iter(after.get(here, ())))
    return ()
