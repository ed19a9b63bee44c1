"""What of a stranger's text may be drawn."""

import re
from functools import lru_cache
from typing import Final
from unicodedata import category

_PLAIN: Final = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0373\u0386-\u03ff\n]*")
"""Nothing here has to be looked at."""
_NEWLINE: Final = "\r\n|[\r\v\f\x85\u2028\u2029]"
_INVISIBLE: Final = (
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2061-\u206f\ufeff\ufff0-\ufffb\U000e0000-\U000e001f\U000e0080-\U000e0fff]"
)
"""Control characters, and format characters that reorder, hide or annotate what stands around them.

What remains: the marks U+200E, U+200F and U+061C (letters of no width, which reorder nothing beyond their neighbours) and the joiners."""
_TAGS: Final = "(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,8}\U000e007f)|[\U000e0020-\U000e007f]"
"""Tag characters spell the flags of regions (kept) and can hide any text elsewhere (removed)."""
_NONCHARACTERS: Final = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_DAMAGED: Final = f"[\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]"
_FIRST_SUPPLEMENT: Final = "\U000e0000"
"""From here on there are marks that count as printable and are removed; before it, all that is removed or replaced is not printable."""
_MARKS: Final = 6
"""Marks on one letter: the fullest honest ones (pointed and accented Hebrew, Tibetan stacks) need five or six; more would cover the rows above."""


@lru_cache(maxsize=8)
def _set(characters: str) -> re.Pattern[str]:
    """A set of characters, compiled when a text first asks for it: most texts do not, and it takes a millisecond."""
    return re.compile(characters)


def clean(text: str) -> str:
    r"""The text as it may be drawn; cleaning twice changes nothing more.

    Every kind of line end becomes a newline, a tab becomes a space. Control characters, bidirectional embeddings, overrides and isolates, and
    hidden tag characters are removed. Lone surrogates and noncharacters become U+FFFD, so that the damage can be seen. A letter
    keeps at most six marks above and below. Nothing is composed, decomposed or folded.

    Example:
        >>> clean("a\x00b\r\nc\u202edesrever")
        'ab\ncdesrever'
    """
    if _PLAIN.fullmatch(text):
        return text
    if not text.isprintable() or max(text) >= _FIRST_SUPPLEMENT:
        text = _set(_NEWLINE).sub("\n", text).replace("\t", " ")
        text = _set(_INVISIBLE).sub("", text)
        text = _set(_TAGS).sub(r"\1", text)
        text = _set(_DAMAGED).sub("\ufffd", text)
    return text if text.isascii() else _with_few_marks(text)


def _with_few_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in text:
        marks = marks + 1 if category(char) in ("Mn", "Me") else 0
        if marks <= _MARKS:
            kept.append(char)
    return "".join(kept)
