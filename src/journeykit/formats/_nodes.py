"""The parts of a text and exactly where they stand, alike for YAML and JSON: what edits of the text need.

A parser's own marks end where the next thing begins; here a part ends with its last character, before blanks and comments.
"""

import re
from collections.abc import Iterator
from typing import Any, Literal

import yaml
from attrs import define, field

from ._fault import Tree
from ._scan import JsonTree
from ._yaml import YamlTree

__all__ = ["Entry", "Node", "nodes_of"]

_BLOCK = {"|", ">"}
_ALIAS = re.compile(r"\*[^\s,\[\]{}]+")
_COLON = re.compile(r"\s*:")


@define
class Entry:
    """One entry of a list or a mapping.

    Attributes:
        key: of a mapping; None in a list.
        start: offset of the key, of the dash, or in a flow list of the value.
        head: offset behind the colon or the dash.
        node: the value.
    """

    key: str | None
    start: int
    head: int
    node: "Node"


@define
class Node:
    """A value and where it stands, in characters.

    Attributes:
        flow: in brackets or a scalar; else laid out by indentation.
        shared: has an anchor or is an alias: other places depend on it, or it on them.
    """

    kind: Literal["scalar", "list", "mapping"]
    start: int
    end: int
    flow: bool = True
    shared: bool = False
    entries: list[Entry] = field(factory=list)

    def walk(self) -> Iterator["Node"]:
        """This node and all below it."""
        yield self
        for one in self.entries:
            yield from one.node.walk()


def nodes_of(text: str, tree: Tree) -> Node:
    """The parts of a parsed text.

    Args:
        text: what was parsed.
        tree: what the parser made of it.
    """
    if isinstance(tree, YamlTree):
        return _yaml(text, tree.root, 0, set())
    if isinstance(tree, JsonTree):
        return _json(text, tree.root)
    raise TypeError(tree)


def _json(text: str, raw: Any) -> Node:
    kind: Literal["scalar", "list", "mapping"] = "mapping" if raw.keys is not None else "list" if text[raw.start] == "[" else "scalar"
    made = Node(kind, raw.start, raw.end)
    for place, one in enumerate(raw.held):
        inner = _json(text, one)
        if raw.keys is None:
            made.entries.append(Entry(None, inner.start, inner.start, inner))
        else:
            name, start, end = raw.keys[place]
            made.entries.append(Entry(name, start, text.index(":", end) + 1, inner))
    return made


def _yaml(text: str, raw: Any, after: int, seen: set[int]) -> Node:
    """The node of what PyYAML composed; an alias is the very node that it stands for, so it stands elsewhere."""
    start, end = raw.start_mark.index, raw.end_mark.index
    if id(raw) in seen or start < after:
        alias = _ALIAS.search(text, after)
        return Node("scalar", alias.start(), alias.end(), shared=True) if alias else Node("scalar", after, after, shared=True)
    seen.add(id(raw))
    shared = text[start : start + 1] in {"&", "!"}
    if type(raw) is yaml.ScalarNode:
        if raw.style in _BLOCK:
            end = start + len(text[start:end].rstrip())
        return Node("scalar", start, end, shared=shared)
    made = Node("list" if type(raw) is yaml.SequenceNode else "mapping", start, end, flow=bool(raw.flow_style), shared=shared)
    for one in raw.value:
        made.entries.append(_entry(text, made, one, seen))
    if not made.flow:
        made.start = made.entries[0].start
        made.end = max(made.entries[-1].node.end, made.entries[-1].head)
    return made


def _entry(text: str, parent: Node, raw: Any, seen: set[int]) -> Entry:
    after = parent.entries[-1].node.end if parent.entries else parent.start
    if parent.kind == "list":
        if parent.flow:
            inner = _yaml(text, raw, after, seen)
            return Entry(None, inner.start, inner.start, inner)
        start = _dash(text, parent, after)
        return Entry(None, start, start + 1, _yaml(text, raw, start + 1, seen))
    key, value = raw
    colon = _COLON.match(text, key.end_mark.index)
    head = colon.end() if colon else key.end_mark.index
    return Entry(key.value, key.start_mark.index, head, _yaml(text, value, head, seen))


def _dash(text: str, parent: Node, after: int) -> int:
    """Where the next dash of a list laid out by indentation stands; all its dashes stand in one column."""
    if not parent.entries:
        return text.index("-", parent.start)
    column = parent.entries[0].start - (text.rfind("\n", 0, parent.entries[0].start) + 1)
    at = text.index("\n", after) + 1
    while text[at : at + column].strip() or text[at + column : at + column + 1] != "-":
        at = text.index("\n", at) + 1
    return at + column
