"""Which text each glyph of a PDF says. Letters and marks that are set together share their text; said by each of them, it would be found twice."""

from collections import deque
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import groupby
from typing import Any
from unicodedata import category

_helpers: Any = import_module("matplotlib._text_helpers")  # without types, as all below
_tracking: Any = import_module("matplotlib.backends._backend_pdf_ps")


class GlyphTexts(_tracking.CharacterTracker):  # type: ignore[misc]  # its base is without types
    """Remembers which glyphs a file needs and what they say; what the glyphs of the next line say may be told beforehand."""

    def __init__(self, subset_size: int) -> None:
        super().__init__(subset_size)
        self._next: deque[str] = deque()

    def expect(self, words: str, font: object, *, rtl: bool) -> None:
        """The line that is drawn next: one piece in one direction."""
        self._next.clear()
        if any(category(one)[0] == "M" for one in words):
            said = [one.char for one in _helpers.layout(words, font)]
            self._next.extend(reversed([*parted(words, said[::-1])]) if rtl else parted(words, said))

    def track_glyph(self, font: object, chars: Any, glyph: Any) -> Any:
        """As the base class does, with the text of the glyph alone."""
        return super().track_glyph(font, self._next.popleft() if self._next else chars, glyph)


def told_by_glyphs(file: Any) -> GlyphTexts:
    """The texts of the glyphs of a file that has just been begun."""
    texts = GlyphTexts(file._character_tracker.subset_size)  # noqa: SLF001  # matplotlib takes no other
    file._character_tracker = texts  # noqa: SLF001
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
