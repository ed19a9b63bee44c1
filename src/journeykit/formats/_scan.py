"""Where everything in a JSON text stands. Runs only when a problem or a reader asks; the text is known to be JSON.

PyYAML cannot do it: it rejects the escaped surrogate pairs that JSON writes for emoji.
"""

import json
import re
from bisect import bisect_right

from attrs import define, field

from journeykit.errors import Problem, shown

from ._fault import Fault, Mark, Path, Span
from ._short import DEPTH

__all__ = ["JsonTree"]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s\[\]{}:,"]+', re.DOTALL)


@define
class _Node:
    start: int
    end: int = 0
    keys: list[tuple[str, int, int]] | None = None
    held: list["_Node"] = field(factory=list)
    names: set[str] = field(factory=set)


class JsonTree:
    """Spans of the values and keys of a JSON text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._root: _Node | None = None
        self._lines: list[int] = []
        self._faults: list[Fault] = []

    @property
    def root(self) -> _Node:
        """The node of the whole text."""
        return self._scanned()

    def find(self, path: Path) -> tuple[Span | None, Span, Path]:
        """The span of the last key (None in a list), the span of its value, and how much of the path exists."""
        node, key = self._scanned(), None
        for at, one in enumerate(path):
            if isinstance(one, int):
                place = one if node.keys is None and one < len(node.held) else None
            else:
                place = next((n for n, name in enumerate(node.keys or ()) if name[0] == one), None)
            if place is None:
                return key, self._span(node.start, node.end), path[:at]
            key = self._span(*node.keys[place][1:]) if node.keys is not None else None
            node = node.held[place]
        return key, self._span(node.start, node.end), path

    def faults(self) -> list[Fault]:
        """Duplicate keys, and nesting that is too deep."""
        self._scanned()
        return self._faults

    def matching(self, pattern: re.Pattern[str], message: str) -> list[Fault]:
        """Texts whose meaning holds characters that no text may hold."""
        found = []
        for token in re.finditer(r'"(?:[^"\\]|\\.)*"', self._text):
            if "\\" in token.group() and (bad := pattern.search(json.loads(token.group(), strict=False))):
                code = f"U+{ord(bad.group()):04X}"
                found.append(
                    Fault(
                        Problem(message.format(code), got=code, expected="text", hint="delete the escape"), mark=self._mark(token.start())
                    )
                )
        return found

    def _span(self, start: int, end: int) -> Span:
        return Span(self._mark(start), self._mark(end))

    def _mark(self, offset: int) -> Mark:
        if not self._lines:
            self._lines = [0, *(one.end() for one in re.finditer("\n", self._text))]
        line = bisect_right(self._lines, offset)
        return Mark(line, offset - self._lines[line - 1] + 1, offset)

    def _scanned(self) -> _Node:
        if self._root is None:
            self._root = self._scan()
        return self._root

    def _scan(self) -> _Node:
        root = _Node(0)
        stack = [root]
        key: tuple[str, int, int] | None = None
        for token in _TOKEN.finditer(self._text):
            text, start, end = token.group(), token.start(), token.end()
            top = stack[-1]
            if text in "]}":
                top.end = end
                stack.pop()
            elif text in {":", ","}:
                continue
            elif text[0] == '"' and top.keys is not None and key is None:
                key = (json.loads(text, strict=False), start, end)
                self._see_key(top, key)
            else:
                node = _Node(start, end, [] if text == "{" else None)
                top.held.append(node)
                if top.keys is not None and key is not None:
                    top.keys.append(key)
                    key = None
                if text in "[{":
                    stack.append(node)
                    if len(stack) == DEPTH + 2:
                        self._faults.append(
                            Fault(
                                Problem(
                                    "The file is nested too deep.",
                                    expected=f"at most {DEPTH} levels",
                                    hint="most journeys need fewer than 12",
                                ),
                                mark=self._mark(start),
                            )
                        )
        return root.held[0]

    def _see_key(self, node: _Node, key: tuple[str, int, int]) -> None:
        if key[0] in node.names:
            self._faults.append(
                Fault(
                    Problem(
                        f"The key {shown(key[0])} stands here twice.",
                        got=shown(key[0]),
                        expected="each key once",
                        hint="delete one of the two, or join them",
                    ),
                    mark=self._mark(key[1]),
                )
            )
        node.names.add(key[0])
