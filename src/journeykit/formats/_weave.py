"""A list or a mapping put together again from what stays of its text and what is new: comments and layout go with what they stand at.

Lines of comment directly above an entry, without a blank line between, a comment behind it on its last line and those directly below it
that stand further to the right than its key or dash belong to the entry.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

from attrs import frozen

from ._nodes import Entry, Node
from ._plain import Bare
from ._write_yaml import flow_text, lines_of

__all__ = ["Piece", "Sheet"]

_REST = re.compile(r"[ \t]*(#[^\n]*)?(?=\n|\Z)")
_LINE = re.compile(r"[^\n]*\n")
_BELOW = re.compile(r"\n( *)#[^\n]*")
_BLANKS = re.compile(r"(?:[ \t]*\n)*")


@frozen
class Piece:
    """One entry as it will be.

    Attributes:
        place: of the entry of the old text that this one was; None where it is new.
        body: its text from key or dash to the end of its last line, its first line without indentation.
        above: lines of comment that a new piece brings with it.
        blanks: the blank lines above it, where a new piece brings its own.
    """

    place: int | None
    body: str
    above: str = ""
    blanks: str | None = None


@frozen
class Sheet:
    """A text and the syntax it is written in."""

    text: str
    is_json: bool

    def line_end(self, offset: int) -> int:
        """The end of a line, where nothing but a comment follows; else the offset itself."""
        rest = _REST.match(self.text, offset)
        return rest.end() if rest else offset

    def column(self, offset: int) -> int:
        """How many characters stand before an offset on its line."""
        return offset - (self.text.rfind("\n", 0, offset) + 1)

    def end(self, parent: Node, entry: Entry) -> int:
        """Where an entry ends: with its last line where it is laid out by indentation, comments in it below included; else with its value."""
        last = max(entry.node.end, entry.head)
        if parent.flow:
            return last
        end, column = self.line_end(last), self.column(parent.start)
        while (below := _BELOW.match(self.text, end)) and len(below.group(1)) > column:
            end = below.end()
        return end

    def ending(self, parent: Node, entry: Entry) -> str:
        """The lines of comment that an entry ends with."""
        last = self.line_end(max(entry.node.end, entry.head))
        return self.text[last : max(last, self.end(parent, entry))]

    def region(self, node: Node, head: int | None) -> tuple[int, int]:
        """From where to where a value is written; with the comments above its first entry, if it begins below its key."""
        if node.flow:
            return node.start, node.end
        below = node.start if head is None else self.text.find("\n", head, node.start) + 1
        return below or node.start, self.end(node, node.entries[-1])

    def body(self, parent: Node, entry: Entry) -> str:
        """An entry as it stands."""
        return self.text[entry.start : self.end(parent, entry)]

    def comment(self, parent: Node, entry: Entry) -> str:
        """The comment behind the last line of an entry, or behind its key."""
        rest = _REST.match(self.text, entry.head) or _REST.match(self.text, max(entry.node.end, entry.head))
        return (rest.group(1) or "").rstrip() if rest and not parent.flow else ""

    def above(self, node: Node, head: int | None, place: int) -> str:
        """The lines of comment that belong to an entry that is laid out by indentation."""
        return _parted(self._gap(node, place, self._start(node, place, head)))[2]

    def blanks(self, node: Node, head: int | None, place: int) -> str | None:
        """The blank lines above an entry that is laid out by indentation; None for the first, which stands where the list begins."""
        return _parted(self._gap(node, place, self._start(node, place, head)))[0] if place else None

    def new(self, parent: Node, key: str | None, data: Any, comment: str = "") -> str:
        """A new entry in canonical form, as its neighbours are laid out."""
        if self.is_json:
            return self._json(parent, key, data)
        if parent.flow:
            return flow_text(data) if key is None else flow_text({key: data})[1:-1]
        if key is None and parent.entries and isinstance(data, dict) and data and self._one_liners(parent):
            lines = [f"- {flow_text(data)}"]
        else:
            lines = lines_of(key, data)
        if comment:
            lines[0] += f"  {comment}"
        return shifted("\n".join(lines), self.column(parent.start))

    def _one_liners(self, parent: Node) -> bool:
        """Whether all entries are mappings in braces."""
        return all(one.node.flow and one.node.kind == "mapping" for one in parent.entries)

    def _json(self, parent: Node, key: str | None, data: Any) -> str:
        tall = bool(parent.entries) and "\n" in self.text[parent.start : parent.entries[0].start]
        text = json.dumps(data, ensure_ascii=False, indent=2 if tall else None, default=_bare)
        column = self.column(parent.entries[0].start) if tall else 0
        return shifted(text if key is None else f"{json.dumps(key, ensure_ascii=False)}: {text}", column)

    def woven(self, node: Node, head: int | None, pieces: Sequence[Piece]) -> str:
        """What stands in the region of a list or mapping once it consists of these pieces, of which there is one at least."""
        return self._in_brackets(node, pieces) if node.flow else self._indented(node, head, pieces)

    def _start(self, node: Node, place: int, head: int | None) -> int:
        return self.region(node, head)[0] if place == 0 else self.end(node, node.entries[place - 1]) + 1

    def _gap(self, node: Node, place: int, start: int) -> str:
        """The lines between the entry before and this one."""
        until = node.entries[place].start
        return self.text[start : until - self.column(until)]

    def _indented(self, node: Node, head: int | None, pieces: Sequence[Piece]) -> str:
        inline = self.region(node, head)[0] == node.start and head is not None
        gaps = [_parted(self._gap(node, place, self._start(node, place, head))) for place in range(len(node.entries))]
        usual = max((one[0] for one in gaps[1:]), key=[one[0] for one in gaps[1:]].count, default="")
        kept = {one.place for one in pieces}
        rising = [one.place for one in pieces if one.place is not None]
        loose = {} if rising == sorted(rising) else {place: gap[1] for place, gap in enumerate(gaps) if place in kept}
        out: list[str] = []
        at, owed = 0, ""
        for number, one in enumerate(pieces):
            blanks = gaps[0][0] if number == 0 else usual if one.blanks is None else one.blanks
            middle, above = "", one.above
            if one.place is not None:
                blanks = gaps[one.place][0] if number and one.place else blanks
                above = gaps[one.place][2]
                if loose:
                    middle = loose[one.place]
                else:  # what stands apart from all entries stays, also where the entry below it goes
                    middle = _apart(gaps[at : one.place]) + gaps[one.place][1]
                    at = one.place + 1
            before = owed + blanks + middle + above
            owed = before if number == 0 and inline and "#" in before else ""
            out.append(one.body if number == 0 and inline else before + " " * self.column(node.start) + one.body)
        left = "" if loose else _apart(gaps[at:])
        return "\n".join(out) + (f"\n{left}".rstrip("\n") if left else "")

    def _in_brackets(self, node: Node, pieces: Sequence[Piece]) -> str:
        held = node.entries
        ends = [self.end(node, one) for one in held]
        parts = [self.text[ends[place] : held[place + 1].start] for place in range(len(held) - 1)]
        usual = (
            parts[0]
            if parts
            else ",\n" + " " * self.column(held[0].start)
            if held and "\n" in self.text[node.start : held[0].start]
            else ", "
        )
        out = self.text[node.start : held[0].start] if held else self.text[node.start]
        for number, one in enumerate(pieces):
            if number:
                before = pieces[number - 1].place
                out += parts[before] if before is not None and one.place == before + 1 else "," + usual.partition(",")[2]
            out += one.body
        return out + (self.text[ends[-1] : node.end] if held else self.text[node.end - 1])


def _parted(gap: str) -> tuple[str, str, str]:
    """The lines before an entry: blank ones first, then those that stand apart, then the comment that belongs to the entry."""
    lines = _LINE.findall(gap)
    own = len(lines)
    while own and lines[own - 1].lstrip().startswith("#"):
        own -= 1
    blanks = _BLANKS.match("".join(lines[:own]))
    first = blanks.group() if blanks else ""
    return first, "".join(lines[:own])[len(first) :], "".join(lines[own:])


def _apart(gaps: Sequence[tuple[str, str, str]]) -> str:
    """The comments that stand apart from the entries below them."""
    return "".join(one[1] for one in gaps if "#" in one[1])


def shifted(text: str, by: int) -> str:
    """A text whose lines but the first are moved to the right, or to the left as far as they go."""
    first, *others = text.split("\n")
    moved = (" " * by + one if by > 0 else one[min(-by, len(one) - len(one.lstrip(" "))) :] for one in others)
    return "\n".join([first, *(one if one.strip() else "" for one in moved)])


def _bare(value: Any) -> Any:
    if isinstance(value, Bare):
        return int(value.text) if value.text.isdecimal() else value.text
    raise TypeError(value)
