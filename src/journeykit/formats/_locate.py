"""From places in the data to positions in the text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import evolve, frozen

from journeykit.errors import Problem, parse_where
from journeykit.model import Element, Portfolio, fold, slug
from journeykit.record import Record

from ._fault import Fault, Mark, Path, Span
from ._parsed import Parsed
from ._plan import Key, Plan, plan_of

__all__ = ["Position", "located", "position_of"]


@frozen(eq=False, repr=False)
class Position(Record):
    """A place in a file; as text `file:line:column`, one-based.

    Attributes:
        span: of the value. key: of the key before it; None in a list.
    """

    file: str
    span: Span
    key: Span | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.span.start.line}:{self.span.start.column}"


def located(faults: Iterable[Fault], files: Sequence[Parsed]) -> list[Problem]:
    """The problems in order of files and positions, each with its location; of several at one place with one path, the first."""
    held = [(one.file, _mark(one, files[one.file]), place, one) for place, one in enumerate(faults)]
    in_text = {(file, mark) for file, mark, _, one in held if one.mark is not None}
    found: dict[tuple[int, Mark, str], Problem] = {}
    for file, mark, _, one in sorted(held, key=lambda one: one[:3]):
        if one.mark is None and (file, mark) in in_text:  # only follows from what the text itself does wrong there
            continue
        found.setdefault((file, mark, one.problem.where), evolve(one.problem, location=f"{files[file].name}:{mark.line}:{mark.column}"))
    return list(found.values())


def _mark(fault: Fault, file: Parsed) -> Mark:
    if fault.mark is not None or file.tree is None:
        return fault.mark or Mark(1, 1, 0)
    key, value, reached = file.tree.find(fault.path)
    return (key if fault.at_key and key is not None and reached == fault.path else value).start


def position_of(where: str, files: Sequence[Parsed]) -> Position | None:
    """Where a model path stands; the nearest thing around it, where it is not written itself.

    Raises:
        ConversionError: `where` is no model path.
    """
    best: tuple[int, Parsed, Path] | None = None
    for file in files:
        if isinstance(file.data, dict):
            depth, path = _descend(where, file.data)
            if best is None or depth > best[0]:
                best = depth, file, path
    if best is None or best[1].tree is None:
        return None
    key, span, _ = best[1].tree.find(best[2])
    return Position(best[1].name, span, key)


def _descend(where: str, data: dict[str, Any]) -> tuple[int, Path]:
    """How many steps of a model path a file holds, and the path in its data."""
    plan: Plan | None = plan_of(Portfolio)
    raw: Any = data
    path: Path = ()
    for depth, (name, place) in enumerate(parse_where(where)):
        if plan is None and isinstance(raw, dict) and name in raw:  # plain data, such as the settings of the checker
            path, raw = (*path, name), raw[name]
            if isinstance(raw, dict) and place in raw:
                path, raw = (*path, str(place)), raw[place]
            continue
        found = _key(plan, raw, name)
        if found is None or plan is None:
            if isinstance(raw, str | int | float) and plan is not None and name in {plan.title, "valence"}:
                return depth + 1, path
            return 2 * depth, path
        key = found
        raw = raw[key.key]
        path = (*path, key.key)
        plan = plan_of(key.kind) if key.kind is not None else None
        if place is None and key.shape != "one":
            continue
        entry = (
            next((one for one in _entries(key, plan, raw) if place in {one[0], one[1]}), None)
            if place is not None
            else (0, "", path[len(path) :], raw)
        )
        if entry is None:
            return 2 * depth + 1, path
        path, raw = (*path, *entry[2]), entry[3]
    return 1_000, path


def _key(plan: Plan | None, raw: Any, name: str) -> Key | None:
    if plan is None or not isinstance(raw, dict):
        return None
    return next((key for key in plan.keys.values() if key.name == name and raw.get(key.key) is not None), None)


def _entries(key: Key, plan: Plan | None, raw: Any) -> Iterator[tuple[int, str | None, Path, Any]]:
    """The entries behind a key: place, id, path and data of each."""
    pairs: list[tuple[Path, Any]]
    keyed = isinstance(raw, dict) and key.shape in {"elements", "values", "emotions"} and not (key.shape == "emotions" and "valence" in raw)
    if key.shape == "single" or not (isinstance(raw, list) or keyed):
        pairs = [((), raw)]
    elif isinstance(raw, list):
        pairs = [((place,), one) for place, one in enumerate(raw)]
    else:
        pairs = [((name,), one) for name, one in raw.items()]
    for place, (path, one) in enumerate(pairs):
        named = None
        if plan is not None and issubclass(plan.cls, Element):
            named = str(path[0]) if keyed and path else one.get("id") if isinstance(one, dict) else None
            title = one if isinstance(one, str) else one.get(plan.title) if isinstance(one, dict) else None
            named = fold(named) if isinstance(named, str) else slug(title) if isinstance(title, str) else None
        yield place, named, path, one
