"""What stands on which line of a YAML text, and where another version of the text says the same thing."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

import yaml
from attrs import frozen

from journeykit.model import fold, slug

from ._merge_comments import comments_in

__all__ = ["Outline", "Path"]

Path = tuple[str | int, ...]
"""Keys, and places in lists."""

_NONE: Final[Mapping[str, Collection[str]]] = {}
_LABELS: Final = ("title", "name", "text", "statement")
_JOURNEYS: Final = frozenset({"journey", "journeys"})
_MOVING: Final = frozenset({"stages", "touchpoints", "activities"})
"""Lists whose entries move between lists; one journey has each of their ids once."""

_Composer: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@frozen(eq=False)
class _Place:
    """An entry: the line it begins on, the last line of its value where that is certain, and the value itself."""

    line: int
    last: int
    node: Any


class Outline:
    """The entries of a text and their lines, zero-based.

    Args:
        text: YAML that was read before, so it is neither too deep nor too large.
        new_ids: by the id that elements have here, those that they may have in another version.
    """

    def __init__(self, text: str, new_ids: Mapping[str, Collection[str]] = _NONE) -> None:
        self.text = text
        self.new_ids = new_ids
        self.lines = text.split("\n")
        self.comments = comments_in(text)
        self.said = Counter(one.text for one in self.comments)
        self._names: dict[Path, _Names] = {}
        self._offsets = [0]
        for one in self.lines:
            self._offsets.append(self._offsets[-1] + len(one) + 1)
        self._places: dict[Path, _Place] = {}
        self._starts: dict[int, Path] = {}
        self._innermost: dict[int, Path] = {}
        self._deepest: dict[Path, int] = {}
        self._lasts: dict[int, Path] = {}
        root = yaml.compose(text, Loader=_Composer)
        if root is not None:
            self._walk((), root, root, {id(root)})

    def starting(self, line: int) -> Path | None:
        """The outermost entry that begins on a line."""
        return self._starts.get(line)

    def ending(self, line: int) -> Path | None:
        """The outermost entry of which a line is the last; of those only that are written in brackets or are no list or mapping."""
        return self._lasts.get(line)

    def beginning(self, line: int) -> int:
        """How many entries begin on a line."""
        return self._beginning[line]

    @cached_property
    def _beginning(self) -> Counter[int]:
        return Counter(one.line for one in self._places.values())

    def is_text_of_list(self, path: Path) -> bool:
        """Whether an entry is a text among several, which has no name to be known by."""
        return bool(path) and isinstance(path[-1], int) and isinstance(self._places[path].node, yaml.ScalarNode)

    def is_in_brackets(self, path: Path) -> bool:
        """Whether an entry stands in a list or mapping in brackets."""
        return bool(path) and bool(self._places[path[:-1]].node.flow_style)

    def is_laid_out(self, path: Path) -> bool:
        """Whether an entry is a list or mapping that is laid out by indentation; the whole text is."""
        node = self._places[path].node if path in self._places else None
        return not path or (isinstance(node, yaml.CollectionNode) and not node.flow_style)

    def around(self, line: int, column: int) -> Path:
        """The entry of a list that a comment below its last line belongs to; the whole text where it belongs to none.

        Args:
            line: where the comment stands; what begins there or below does not count.
            column: of the comment: it belongs to what is laid out in it, or further to the left.
        """
        at = bisect_left(self._lines_of_starts, line) - 1
        path = self._innermost[self._lines_of_starts[at]] if at >= 0 else ()
        while path and not (self.is_laid_out(path) and self.column_of(path) <= column):
            path = path[:-1]
        while path and not isinstance(path[-1], int):
            path = path[:-1]
        return path

    def below(self, path: Path) -> int:
        """The line of the first entry behind a list or mapping; the one below all where there is none."""
        at = bisect_right(self._lines_of_starts, self._deepest[path])
        return self._lines_of_starts[at] if at < len(self._lines_of_starts) else len(self.lines)

    def column_of(self, path: Path) -> int:
        """The column of the entries of a list or mapping that is laid out by indentation."""
        return int(self._places[path].node.start_mark.column) if path in self._places else 0

    def column_of_entry(self, path: Path) -> int:
        """The column in which the line of an entry begins."""
        line = self.lines[self.line_of(path)]
        return len(line) - len(line.lstrip())

    def beginning_between(self, line: int, end: int) -> Iterator[Path]:
        """The outermost entries that begin on some lines, the last of which is above `end`."""
        lines = self._lines_of_starts
        return (self._starts[lines[at]] for at in range(bisect_left(lines, line), bisect_left(lines, end)))

    @cached_property
    def _lines_of_starts(self) -> list[int]:
        return sorted(self._starts)

    def line_of(self, path: Path) -> int:
        """The line on which an entry begins."""
        return self._places[path].line

    def last_of(self, path: Path) -> int:
        """The last line of an entry; of one that is laid out by indentation, the one it begins on."""
        return self._places[path].last

    def counterpart(self, other: "Outline", path: Path) -> Path | None:
        """What an entry of another version of the text is here; None where it is not here.

        Entries of lists are the same by id, else by title, else by what they say; stages and touchpoints also where they moved.
        """
        here: Path = ()
        is_there = True
        for depth, step in enumerate(path):
            found = None
            if isinstance(step, str):
                found = (*here, step) if is_there and (*here, step) in self._places else None
            else:
                siblings = other.names(path[:depth])
                others = other.new_ids.get(_name(siblings.nodes[step]), ())
                place = _same(siblings, step, self.names(here), others) if is_there else None
                found = (*here, place) if place is not None else self._moved(str(path[depth - 1]), siblings.nodes[step], here, others)
            is_there = found in self._places  # what an alias repeats stands elsewhere
            here = found if found is not None and is_there else here
        return here if is_there else None

    def names(self, path: Path) -> "_Names":
        """What the entries of a list are known by; nothing where there is no list."""
        if path not in self._names:
            held = self._places[path].node if path in self._places else None
            self._names[path] = _Names(held.value if isinstance(held, yaml.SequenceNode) else ())
        return self._names[path]

    def _walk(self, path: Path, mark: Any, node: Any, seen: set[int]) -> None:
        """Notes an entry and those within it; `mark` is the node that it begins with, its key or itself."""
        is_block = not isinstance(node, yaml.ScalarNode) and not node.flow_style
        line = self._line(mark.start_mark.index)
        last = line if is_block else self._line(max(node.start_mark.index, node.end_mark.index - 1))
        self._places[path] = _Place(line, last, node)
        self._deepest[path] = line
        if path:
            outermost = self._starts.setdefault(line, path)
            if path[: len(outermost)] == outermost and len(path) > len(self._innermost.get(line, ())):
                self._innermost[line] = path
            if not is_block:
                self._lasts.setdefault(last, path)
        for step, first, inner in _inside(node):
            if id(inner) not in seen:  # an alias stands where its anchor does
                seen.add(id(inner))
                self._walk((*path, step), first, inner, seen)
                self._deepest[path] = max(self._deepest[path], self._deepest[*path, step])

    def _line(self, offset: int) -> int:
        return bisect_right(self._offsets, offset) - 1

    def _moved(self, key: str, node: Any, here: Path, others: Collection[str]) -> Path | None:
        """An entry that stands in another list of the same journey."""
        scope = here[: 1 + (here[0] == "journeys")] if here and here[0] in _JOURNEYS else None
        if scope is None or key not in _MOVING:
            return None
        stages = (*scope, "stages")
        lists = [(*scope, key), *((*stages, stage, key) for stage in range(len(self.names(stages).nodes)))]
        names = [(path, self.names(path)) for path in lists]
        by_id = {(*path, at) for wanted in (_identity(node), *others) for path, held in names for at in held.identities.get(wanted, ())}
        by_label = {(*path, at) for path, held in names for at in held.labels.get(_label(node), ())}
        return next((found.pop() for found in (by_id, by_label) if len(found) == 1), None)


class _Names:
    """The places of the entries of a list, by what they are known by."""

    def __init__(self, nodes: Sequence[Any]) -> None:
        self.nodes = nodes
        self.identities: dict[Hashable, list[int]] = {}
        self.labels: dict[Hashable, list[int]] = {}
        for place, one in enumerate(nodes):
            self.identities.setdefault(_identity(one), []).append(place)
            if label := _label(one):
                self.labels.setdefault(label, []).append(place)

    def only_here(self, other: "_Names") -> list[int]:
        """The places of what another version of the list does not have."""
        return [place for name, places in self.identities.items() if name not in other.identities for place in places]


def _inside(node: Any) -> Iterator[tuple[str | int, Any, Any]]:
    """The entries of a value: key or place, the node each begins with, and its value."""
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), key, one) for key, one in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from ((place, one, one) for place, one in enumerate(node.value))


def _same(siblings: _Names, place: int, held: _Names, others: Collection[str]) -> int | None:
    """The place in a list of what stands at a place of another version of the list; None where nothing is surely the same."""
    wanted = siblings.nodes[place]
    name, label = _identity(wanted), _label(wanted)
    found, twins = held.identities.get(name, []), siblings.identities[name]
    if found:
        return found[twins.index(place)] if len(found) == len(twins) else min(found, key=lambda at: abs(at - place))
    renamed = [at for one in others if one not in siblings.identities for at in held.identities.get(one, ())]
    if len(renamed) == 1:
        return renamed[0]
    if label and len(held.labels.get(label, ())) == len(siblings.labels[label]) == 1:
        return held.labels[label][0]
    free, free_there = held.only_here(siblings), siblings.only_here(held)
    if not _name(wanted) and len(free) == len(free_there) == 1 and len(held.nodes) == len(siblings.nodes):
        return free[0]
    return _likest(wanted, held, free)


def _likest(wanted: Any, held: _Names, free: Sequence[int]) -> int | None:
    """The place of what says most of what a mapping says, at least half of it; None where none does, or several."""
    if not isinstance(wanted, yaml.MappingNode):
        return None
    alike = Counter({at: _likeness(wanted, held.nodes[at]) for at in free}).most_common(2)
    is_clear = len(alike) == 1 or (len(alike) > 1 and alike[0][1] > alike[1][1])
    return alike[0][0] if is_clear and 2 * alike[0][1] >= len(wanted.value) else None


def _identity(node: Any) -> Hashable:
    """What an entry is known by: its id or what gives it one; else all that it says."""
    return _name(node) or _said(node)


def _name(node: Any) -> str:
    """The id that a mapping has or is given; none of a text, since a list of texts may have two that give the same."""
    if isinstance(node, yaml.ScalarNode):
        return ""
    written, label = _value(node, "id"), _label(node)
    return fold(written) if written else slug(label) if label else ""


def _label(node: Any) -> str:
    """The title of a mapping, or the text that stands for one."""
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    return next((found for key in _LABELS if (found := _value(node, key))), "")


def _value(node: Any, key: str) -> str:
    """The text behind a key of a mapping."""
    if not isinstance(node, yaml.MappingNode):
        return ""
    return next((str(one.value) for name, one in node.value if name.value == key and isinstance(one, yaml.ScalarNode)), "")


def _said(node: Any) -> Hashable:
    """All that a value says, to be compared."""
    if isinstance(node, yaml.MappingNode):
        return frozenset((str(key.value), _said(one)) for key, one in node.value)
    if isinstance(node, yaml.SequenceNode):
        return tuple(map(_said, node.value))
    return str(node.value)


def _likeness(one: Any, other: Any) -> int:
    """How many fields of two mappings are equal."""
    if not isinstance(one, yaml.MappingNode) or not isinstance(other, yaml.MappingNode):
        return 0
    fields = {str(key.value): _said(value) for key, value in other.value}
    return sum(fields.get(str(key.value)) == _said(value) for key, value in one.value)
