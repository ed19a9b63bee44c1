"""Conflict markers that a merge left in a text: where they are, and what they stand at."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from attrs import evolve, field, frozen

from journeykit.errors import Problem, shown, step
from journeykit.model import Element, Portfolio

from ._entries import label_of
from ._fault import Fault, FaultsError, Mark, Path, Tree
from ._parser import Syntax, parser_of
from ._plan import Key, Plan, plan_of

__all__ = ["Region", "conflict_faults", "conflict_regions"]

OURS, BEFORE, MIDDLE, THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_ALL: Final = "the portfolio"
_HINT: Final = f"keep one side, or join the two; then delete the lines that begin with {OURS}, {MIDDLE} and {THEIRS}"


@frozen(kw_only=True)
class Region:
    """Two versions of the same lines, between markers.

    Attributes:
        start, end: lines of the first and the last marker, one-based.
        ours, theirs: the lines of both sides; empty where a side has nothing.
        what: what they stand at, such as `owner of Touchpoint 'pay'`; empty where the text around them cannot be read.
        where: its model path, as far as it can be told.
    """

    start: int
    end: int
    ours: tuple[str, ...] = field(repr=False)
    theirs: tuple[str, ...] = field(repr=False)
    what: str = ""
    where: str = ""

    @property
    def named(self) -> str:
        """What they stand at, as part of a sentence."""
        if not self.what:
            return "these lines"
        return f"the {self.what}" if self.what[0].islower() else self.what


def conflict_regions(text: str, syntax: Syntax = "yaml") -> tuple[Region, ...]:
    r"""The conflicts in a text, in order, each with the name of what it stands at.

    Example:
        >>> (found,) = conflict_regions("a: 1\n<<<<<<< ours\ntitle: A\n=======\ntitle: B\n>>>>>>> theirs\n")
        >>> found.start, found.what, found.ours, found.theirs
        (2, 'title of the portfolio', ('title: A',), ('title: B',))
    """
    found = list(_regions(text.split("\n")))
    sides = [_side(text, found, syntax, is_theirs=one) for one in (False, True)] if found else []
    for here, there in (sides, sides[::-1]) if sides else ():  # what one side does not tell, the other may
        if here is not None and not all(region.what for region in found):
            found = _named(found, here, there.data if there is not None else None)
    return tuple(_narrowed(one, syntax) for one in found)


def _narrowed(region: Region, syntax: Syntax) -> Region:
    """Of an entry that both sides have: the fields in which they differ."""
    if not region.what[:1].isupper() or not region.ours or not region.theirs:
        return region
    try:
        sides = [parser_of(syntax)("\n".join(lines))[0] for lines in (region.ours, region.theirs)]
    except FaultsError:
        return region
    if not all(isinstance(one, list) and len(one) == 1 and isinstance(one[0], dict) for one in sides):
        return region
    before, after = (one[0] for one in sides)
    fields = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return evolve(region, what=f"{', '.join(map(str, fields[:4]))} of {region.what}") if fields else region


def conflict_faults(text: str, syntax: Syntax) -> list[Fault]:
    """One fault for each conflict, and one for each marker that was left behind."""
    lines = text.split("\n")
    starts = [0]
    for one in lines:
        starts.append(starts[-1] + len(one) + 1)
    regions = conflict_regions(text, syntax)
    faults = [Fault(_problem(one), mark=Mark(one.start, 1, starts[one.start - 1])) for one in regions]
    for number, line in enumerate(lines, 1):
        if (_is(line, OURS) or _is(line, THEIRS)) and not any(one.start <= number <= one.end for one in regions):
            problem = Problem("A marker of a conflict was left behind.", got=shown(line), expected="a journey file", hint="delete the line")
            faults.append(Fault(problem, mark=Mark(number, 1, starts[number - 1])))
    return sorted(faults, key=lambda one: one.mark or Mark(1, 1, 0))


def _problem(region: Region) -> Problem:
    got = " · ".join(
        f"{side}: {shown(' '.join(' '.join(lines).split())) if any(map(str.strip, lines)) else 'nothing'}"
        for side, lines in (("ours", region.ours), ("theirs", region.theirs))
    )
    return Problem(f"Two versions of {region.named} stand here.", region.where, got=got, expected="one of them", hint=_HINT)


def _is(line: str, marker: str) -> bool:
    line = line.rstrip("\r")
    return line == marker or line.startswith(f"{marker} ")


def _regions(lines: Sequence[str]) -> Iterator[Region]:
    start, middle, before = 0, 0, 0
    for number, line in enumerate(lines, 1):
        if _is(line, OURS):
            start, middle, before = number, 0, 0
        elif start and not middle and _is(line, BEFORE):
            before = number
        elif start and not middle and _is(line, MIDDLE):
            middle = number
        elif middle and _is(line, THEIRS):
            yield Region(
                start=start, end=number, ours=tuple(lines[start : (before or middle) - 1]), theirs=tuple(lines[middle : number - 1])
            )
            start = middle = 0


@frozen
class _Side:
    """The text as one side has it, read; `places` are the first line and the one behind the last of every region, zero-based."""

    lines: list[str]
    places: list[tuple[int, int]]
    data: Any
    tree: Tree
    is_theirs: bool


def _side(text: str, regions: list[Region], syntax: Syntax, *, is_theirs: bool) -> _Side | None:
    """One side of the text; None where it cannot be read."""
    lines, side, at = text.split("\n"), list[str](), 0
    places: list[tuple[int, int]] = []
    for one in regions:
        side += lines[at : one.start - 1]
        first = len(side)
        side += one.theirs if is_theirs else one.ours
        places.append((first, len(side)))
        at = one.end
    try:
        data, tree, _ = parser_of(syntax)("\n".join(side + lines[at:]))
    except FaultsError:
        return None
    return _Side(side, places, data, tree, is_theirs)


def _named(regions: list[Region], side: _Side, other: Any) -> list[Region]:
    """The regions with their names, as far as the text of one side tells them; `other` is what the other side says."""
    found = []
    for one, (first, end) in zip(regions, side.places, strict=True):
        while first < end and side.lines[first].lstrip()[:1] in {"", "#"}:  # a comment above an entry is nearer to the one before
            first += 1  # noqa: PLW2901
        is_whole = not any(map(_begins_entry, one.ours if side.is_theirs else one.theirs))
        named = _name(side.data, side.tree, (first + 1, end), other, is_whole=is_whole) if end > first and not one.what else None
        found.append(evolve(one, what=named[0], where=named[1]) if named else one)
    return found


def _begins_entry(line: str) -> bool:
    """Whether an entry of a list may begin with a line."""
    return line.lstrip()[:1] in {"-", "{", "["}


def _name(data: Any, tree: Tree, lines: tuple[int, int], other: Any, *, is_whole: bool) -> tuple[str, str]:
    """What some lines say something about, and its model path; `is_whole`: the other side has no entry of a list in their stead."""
    plan: Plan | None = plan_of(Portfolio)
    path: Path = ()
    held, there = data, other
    what, where, fields = _ALL, "", list[str]()
    key = None
    is_inline = False  # entries share their lines: which of them differ only the other side tells
    while True:
        inside = _inside(held, tree, path, lines)
        is_map = isinstance(held, dict)
        is_inline = is_inline or (is_map and len(inside) > 1)
        if len(inside) > 1 and plan is not None and (key is None or key.shape != "emotions"):
            inside = _changed(plan, held, inside, there)
        if key is not None and (len(inside) != 1 or (is_inline and _differ_in_number(held, there))):
            return f"{_several(key, plan, held, inside)} of {what}", where
        if len(inside) != 1:
            if is_map and plan is not None and inside:
                fields = _differing(plan, held, inside, there)
            break
        name = inside[0]
        (there,) = _counterparts(plan if key is not None else None, held, [name], there)
        path, held = (*path, name), _at(held, name)
        if plan is not None and is_map and key is None:
            key = plan.keys.get(str(name))
            if key is None:
                fields = [str(name)]
                break
            where = f"{where}.{key.name}" if where else key.name
            plan = plan_of(key.kind) if key.kind is not None else None
            if plan is None or not isinstance(held, list | dict):
                return f"{name} of {what}", where
            if key.shape in {"one", "single"}:
                what, key = _what(plan, held, what), None
        elif plan is not None and key is not None:
            label = str(name) if is_map else label_of(plan, held)
            where += step("", label if label and issubclass(plan.cls, Element) else name if isinstance(name, int) else None)
            what, key = _what(plan, held, what, label), None
            begun = is_whole and not is_map and tree.find(path)[1].start.line >= lines[0]
            if begun or not isinstance(held, dict):
                break
        else:
            break
    return f"{', '.join(fields)} of {what}" if fields else what, where + (
        f".{fields[0]}" if len(fields) == 1 and plan is not None and where else ""
    )


def _differ_in_number(held: Any, other: Any) -> bool:
    """Whether both are lists, and one has more entries."""
    return isinstance(held, list) and isinstance(other, list) and len(held) != len(other)


def _differing(plan: Plan, held: Any, inside: Sequence[str | int], other: Any) -> list[str]:
    """Those of some fields that the other side has otherwise; where it has no such entry, all of them unless they are the whole."""
    if isinstance(other, dict) and label_of(plan, held) == label_of(plan, other):
        found = [name for name in inside if held[name] != other.get(name)] or [name for name in other if name not in held]
        if found:
            return list(map(str, found[:4]))
    return list(map(str, inside[:4])) if len(inside) < len(held) else []


def _changed(plan: Plan, held: Any, inside: list[str | int], other: Any) -> list[str | int]:
    """Those of several entries on the same lines that the other side has otherwise; all where it does not tell."""
    if type(held) is not type(other) or (isinstance(held, dict) and label_of(plan, held) != label_of(plan, other)):
        return inside
    there = _counterparts(plan, held, inside, other)
    return [name for name, one in zip(inside, there, strict=True) if _at(held, name) != one] or inside


def _counterparts(plan: Plan | None, held: Any, names: Sequence[str | int], other: Any) -> list[Any]:
    """What the other side has for entries: of a list what is called the same, else what stands in the same place; None for nothing."""
    if isinstance(held, dict):
        return [other.get(name) if isinstance(other, dict) else None for name in names]
    if not isinstance(other, list):
        return [None for _ in names]
    known = {label: one for one in reversed(other) if plan is not None and (label := label_of(plan, one))}
    labels = [label_of(plan, _at(held, name)) if plan is not None else "" for name in names]
    places = dict(enumerate(other))
    return [known.get(label) if label else places.get(int(name)) for name, label in zip(names, labels, strict=True)]


def _several(key: Key, plan: Plan | None, held: Any, inside: Sequence[str | int]) -> str:
    """A field, and which of its entries."""
    if plan is None or not isinstance(held, list) or not 1 < len(inside) < len(held):
        return key.key
    labels = [label_of(plan, _at(held, name)) for name in inside]
    return f"{key.key} {', '.join(map(shown, labels[:4]))}" if all(labels) else key.key


def _at(data: Any, name: str | int) -> Any:
    return data[name]


def _what(plan: Plan, data: Any, around: str, label: str = "") -> str:
    """The name of a value; of one without a name, also what is around it."""
    label = label or label_of(plan, data)
    named = f"{plan.word} {shown(label)}" if label else plan.word
    return named if around == _ALL or (label and issubclass(plan.cls, Element)) else f"{named} of {around}"


def _inside(data: Any, tree: Tree, path: Path, lines: tuple[int, int]) -> list[str | int]:
    """The keys or places whose lines are among some lines, or around them."""
    if not isinstance(data, dict | list) or not data:
        return []
    names: list[str | int] = list(data) if isinstance(data, dict) else list(range(len(data)))
    starts: list[int] = []
    for name in names:
        key, value, _ = tree.find((*path, name))
        starts.append((key or value).start.line)
    ends = [*(line - 1 for line in starts[1:]), 1 << 60]
    return [name for name, start, end in zip(names, starts, ends, strict=True) if start <= lines[1] and max(start, end) >= lines[0]]
