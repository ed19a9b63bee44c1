"""Which text each glyph of a PDF says. Letters and marks that are set together share their text; said by each of them, it would be found twice."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from inspect import signature
from itertools import groupby
from typing import Any
from unicodedata import category


class GlyphTexts:
    """What the glyphs of the next line say: told beforehand, asked for glyph by glyph.

    Args:
        layout: gives the glyphs of a line in a font.
    """

    def __init__(self, layout: Callable[[str, object], Iterable[Any]]) -> None:
        self._layout = layout
        self._next: deque[str] = deque()

    def expect(self, words: str, font: object, *, rtl: bool) -> None:
        """The line that is drawn next: one piece in one direction."""
        self._next.clear()
        if any(category(one)[0] == "M" for one in words):
            glyphs = [getattr(one, "char", None) for one in self._layout(words, font)]
            said = [one for one in glyphs if isinstance(one, str)]
            if len(said) == len(glyphs):
                self._next.extend(reversed([*parted(words, said[::-1])]) if rtl else parted(words, said))

    def of_next(self, chars: Any) -> Any:
        """The text of the next glyph alone; where none was told, the text that it shares."""
        return self._next.popleft() if self._next else chars


def told_by_glyphs(file: Any) -> GlyphTexts | None:
    """The texts of the glyphs of a file that has just been begun.

    None where matplotlib has not the inner names that this takes, or means something else by them: then the file is written as matplotlib
    does it by itself, and a letter and a mark that are set together are found twice.
    """
    try:
        layout = import_module("matplotlib._text_helpers").layout
        tracker = file._character_tracker  # noqa: SLF001  # no public name leads there
        track = tracker.track_glyph
        if [*signature(track).parameters] != ["font", "chars", "glyph"] or [*signature(layout).parameters][:2] != ["string", "font"]:
            return None
        texts = GlyphTexts(layout)
        tracker.track_glyph = lambda font, chars, glyph: track(font, texts.of_next(chars), glyph)
    except (ImportError, AttributeError, TypeError, ValueError):
        return None
    return texts


def parted(words: str, said: Iterable[str]) -> Iterator[str]:
    """The text of each glyph, from the texts of their clusters in the order of reading.

    Where there are more glyphs than letters, each keeps the whole.

    Example:
        >>> [*parted("x̂x̂fi", ["x̂", "x̂", "x̂", "x̂", "fi"])] == ["x", "̂", "x", "̂", "fi"]
        True
    """
    at = 0
    for cluster, glyphs in groupby(said):
        count = len([*glyphs])
        times = 0
        while cluster and words.startswith(cluster, at):
            at, times = at + len(cluster), times + 1
            if times == count:
                break
        each = count // times if times and count % times == 0 else 0
        if 0 < each <= len(cluster):
            yield from [*cluster[: each - 1], cluster[each - 1 :]] * times
        else:
            yield from [cluster] * count
