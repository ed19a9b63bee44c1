"""A line of text as pieces that each run in one direction in one font: what a drawing library can set without choosing anything itself."""

from collections.abc import Callable, Iterator

from attrs import frozen

from journeykit.scene import Text

from ._bidi import in_sight, runs_backwards, visual_runs
from ._checked import drawn
from ._clusters import clusters
from ._fontfile import FontFile
from ._letters import Letters
from ._lines import LEFT_OF

Measure = Callable[[FontFile, str], float]
"""The advance width of a text in one direction in one font, in em."""


@frozen
class Piece:
    """A part of a line, and where it stands.

    Attributes:
        x: the left edge, px.
        size: px.
        weight: that was asked for; the file may have another.
        rtl: it runs from right to left.
    """

    words: str
    file: FontFile
    x: float
    size: float
    weight: int
    rtl: bool


def pieces(node: Text, letters: Letters, measure: Measure) -> list[Piece]:
    """The pieces of one line from left to right, its tail last. A line from right to left has none (`drawable_lines`)."""
    size = node.size or 1.0
    found = [
        (one, size, node.weight)
        for one in _runs(node, drawn(node.text), node.weight, letters=letters, measure=measure, spacing=node.spacing / size)
    ]
    gap = len(found)
    if node.tail:
        tail = _runs(node, drawn(node.tail.text), node.tail.weight, letters=letters, measure=measure)
        found += [(one, node.tail.size, node.tail.weight) for one in tail]
    dx = node.tail.dx if node.tail else 0.0
    total = sum(width * size for (_, _, width), size, _ in found) + dx
    x, out = node.x - total * LEFT_OF[node.anchor], []
    for at, ((words, file, width), size, weight) in enumerate(found):
        x += dx if at == gap else 0.0
        if bare := words.strip(" "):
            rtl = runs_backwards(bare)
            before = words[len(words.rstrip(" ")) :] if rtl else words[: -len(words.lstrip(" "))]  # on the left; viewers move or drop it
            out.append(Piece(bare, file, x + measure(file, before) * size, size, weight, rtl))
        x += width * size
    return out


def _runs(
    node: Text, text: str, weight: int, *, letters: Letters, measure: Measure, spacing: float = 0.0
) -> Iterator[tuple[str, FontFile, float]]:
    """Words, their file and their width in em; where letters stand apart, each by itself."""
    for start, end, backwards in visual_runs(text, rtl=node.rtl):
        found = [(start + one, start + two, file) for one, two, file in letters.runs(text[start:end], weight, italic=node.italic)]
        for first, last, file in reversed(found) if backwards else found:
            words = in_sight(text[first:last], backwards=backwards)
            if not spacing or backwards:
                yield words, file, measure(file, words)
                continue
            yield from _apart(words, file, measure, spacing)


def _apart(words: str, file: FontFile, measure: Measure, spacing: float) -> Iterator[tuple[str, FontFile, float]]:
    """Letters that stand apart: each kerned against the one before it, and without ligatures."""
    letters = [*clusters(words)]
    places, so_far = [], ""
    for one in letters:
        so_far += one
        places.append(measure(file, so_far) - measure(file, one))
    places.append(measure(file, so_far))
    for one, start, end in zip(letters, places, places[1:], strict=False):
        yield one, file, end - start + spacing
