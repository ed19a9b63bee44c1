"""Grapheme clusters: what a reader takes for one character, and what may never be cut in two.

Source: Unicode Standard Annex 29, rules GB3 to GB13. Departure: every spacing mark stays with what stands before it (the annex excepts a few
of Myanmar and Tai Tham), since a mark alone at the start of a line cannot be read.
"""

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from unicodedata import category

from journeykit.text.pictographs import is_pictograph

_CR, _LF, _CONTROL, _EXTEND, _ZWJ, _SPACING, _PREPEND = "CR", "LF", "control", "extend", "ZWJ", "spacing", "prepend"
_FLAG, _LEAD, _VOWEL, _TAIL, _SYLLABLE, _CLOSED, _PICTOGRAPH, _OTHER = "flag", "L", "V", "T", "LV", "LVT", "pictograph", "other"

_SOLITARY: Final = frozenset((_CR, _LF, _CONTROL))
_CONTINUING: Final = frozenset((_EXTEND, _ZWJ, _SPACING))
_HANGUL: Final = {
    _LEAD: frozenset((_LEAD, _VOWEL, _SYLLABLE, _CLOSED)),
    _VOWEL: frozenset((_VOWEL, _TAIL)),
    _SYLLABLE: frozenset((_VOWEL, _TAIL)),
    _TAIL: frozenset((_TAIL,)),
    _CLOSED: frozenset((_TAIL,)),
}
_NUMBER_SIGNS: Final = re.compile(
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd\U000111c2\U000111c3\U0001193f\U00011941\U00011a3a"
    "\U00011a84-\U00011a89\U00011d46]"
)
"""Characters that belong to the one after them (Grapheme_Cluster_Break=Prepend)."""
_LINKERS: Final = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d")
"""The viramas that tie two consonants into one conjunct (rule GB9c): Devanagari, Bengali, Gujarati, Oriya, Telugu, Malayalam."""

SEQUENCES: Final = re.compile(
    "[\u200d\ufe0f\u20e3\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
    f"|{_NUMBER_SIGNS.pattern}"
)
"""Finds whether a text may hold clusters of more than a letter with its marks: emoji sequences, flags, Hangul letters, number signs."""


def graphemes(text: str) -> tuple[str, ...]:
    """The text in the pieces that readers see as characters; joined, they are the text again.

    Example:
        >>> graphemes("né👩‍🚀🇫🇷!")
        ('n', 'é', '👩\u200d🚀', '🇫🇷', '!')
    """
    if text.isascii() and "\r" not in text:
        return tuple(text)
    starts = [*starts_of_graphemes(text), len(text)]
    return tuple(text[start:end] for start, end in itertools.pairwise(starts))


def starts_of_graphemes(text: str) -> Iterator[int]:
    """The offsets at which a grapheme begins."""
    before = _CONTROL
    flags = 0
    pictograph = False
    consonant = linked = False
    for index, char in enumerate(text):
        kind = _kind(char)
        if kind in _CONTINUING:
            joined = before not in _SOLITARY
        elif before == _ZWJ and kind == _PICTOGRAPH:
            joined = pictograph
        elif kind == _FLAG:
            joined = flags % 2 == 1 or before == _PREPEND
        elif before == _PREPEND:
            joined = kind not in _SOLITARY
        elif before == _CR:
            joined = kind == _LF
        else:
            joined = kind in _HANGUL.get(before, ()) or (linked and _is_consonant(char))
        if not joined or index == 0:
            yield index
        flags = flags + 1 if kind == _FLAG else 0
        pictograph = kind == _PICTOGRAPH or (pictograph and before != _ZWJ and kind in (_EXTEND, _ZWJ))
        linked = consonant and (char in _LINKERS or (linked and kind in (_EXTEND, _ZWJ)))
        consonant = _is_consonant(char) or (consonant and kind in (_EXTEND, _ZWJ))
        before = kind


def _is_consonant(char: str) -> bool:
    return "\u0900" <= char <= "\u0dff" and category(char) == "Lo"


@lru_cache(maxsize=4096)
def _kind(char: str) -> str:  # noqa: PLR0911 - one rule of the annex per line
    if char == "\r":
        return _CR
    if char == "\n":
        return _LF
    if char == "\u200d":
        return _ZWJ
    if "\U0001f1e6" <= char <= "\U0001f1ff":
        return _FLAG
    if char in "\u200c\uff9e\uff9f" or "\U0001f3fb" <= char <= "\U0001f3ff" or "\U000e0020" <= char <= "\U000e007f":
        return _EXTEND
    if char in "\u0e33\u0eb3":
        return _SPACING
    if _NUMBER_SIGNS.match(char):
        return _PREPEND
    if is_pictograph(char):
        return _PICTOGRAPH
    if hangul := _hangul(char):
        return hangul
    return _BY_CATEGORY.get(category(char), _OTHER)


_BY_CATEGORY: Final = {
    **dict.fromkeys(("Mn", "Me"), _EXTEND),
    "Mc": _SPACING,
    **dict.fromkeys(("Cc", "Cf", "Cs", "Zl", "Zp"), _CONTROL),
}


def _hangul(char: str) -> str:
    if "\uac00" <= char <= "\ud7a3":
        return _CLOSED if (ord(char) - 0xAC00) % 28 else _SYLLABLE
    if "\u1100" <= char <= "\u115f" or "\ua960" <= char <= "\ua97c":
        return _LEAD
    if "\u1160" <= char <= "\u11a7" or "\ud7b0" <= char <= "\ud7c6":
        return _VOWEL
    if "\u11a8" <= char <= "\u11ff" or "\ud7cb" <= char <= "\ud7fb":
        return _TAIL
    return ""
