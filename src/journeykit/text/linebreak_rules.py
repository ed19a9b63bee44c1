"""Between which characters a line may end: the pair table, and the pieces that follow from it.

Source: Unicode Standard Annex 14, revision 51, rules LB4 to LB31; the number of each rule stands beside its row. Left out: rules that only
matter to characters of historic scripts. Added: Thai and Lao syllables that can be told without a dictionary; a hyphen after a single letter
(e-bike) ends no line, and signs in a row (C++) stay together.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from journeykit.text.clusters import SEQUENCES, starts_of_graphemes
from journeykit.text.linebreak_classes import COMBINING, NEWLINE, SPACE, ZERO_WIDTH_SPACE, line_break_class

_ALL: Final = frozenset(
    [
        "AL",
        "HL",
        "NU",
        "ID",
        "NS",
        "OP",
        "OW",
        "CL",
        "CP",
        "QO",
        "QC",
        "QU",
        "EX",
        "IS",
        "SY",
        "IN",
        "PR",
        "PO",
        "BA",
        "B2",
        "BB",
        "HY",
        "HW",
        "HB",
        "GL",
        "WJ",
        "TH",
        "TL",
        "TF",
    ]
)
_LETTERS: Final = frozenset(("AL", "HL", "TH", "TL", "TF"))

_NEVER_BEFORE: Final = frozenset(("WJ", "CL", "CP", "EX", "IS", "SY"))
"""Not even after spaces: LB11, LB13."""
_NOT_AT_ONCE: Final = frozenset(("GL", "QU", "QO", "QC", "BA", "HY", "HW", "HB", "NS", "IN"))
"""Not without spaces: LB12a, LB19, LB21, LB22."""

_KEPT_OVER_SPACES: Final = {
    "OP": _ALL,  # LB14
    "OW": _ALL,
    "CL": frozenset(("NS",)),  # LB16
    "CP": frozenset(("NS",)),
    "B2": frozenset(("B2",)),  # LB17
    "WJ": _ALL,  # LB11
    "NU": frozenset(("PO",)),  # tailored: a number keeps its percent or degree sign, 64 %
}
_KEPT: Final = {
    **dict.fromkeys(("GL", "BB", "QU", "QO"), _ALL),  # LB12, LB21, LB19
    "QC": _ALL - {"ID"},  # LB19a
    "AL": _LETTERS | {"NU", "PR", "PO", "OP"},  # LB23, LB24, LB28, LB30
    "NU": _LETTERS | {"NU", "PR", "PO", "OP"},  # LB23, LB25, LB30
    "PR": _LETTERS | {"NU", "ID", "OP", "PR", "PO"},  # LB23a, LB24, LB25
    "PO": _LETTERS | {"NU", "OP", "PR", "PO"},  # LB24, LB25
    "ID": frozenset(("PO",)),  # LB23a
    "CL": frozenset(("PO", "PR")),  # LB25
    "CP": _LETTERS | {"NU", "PO", "PR"},  # LB25, LB30
    "HY": frozenset(("NU",)),  # LB25
    "HW": _LETTERS | {"NU"},  # LB20a
    "IS": _LETTERS | {"NU"},  # LB25, LB29
    "SY": frozenset(("NU", "HL")),  # LB25, LB21b
}


def _rows() -> dict[str, frozenset[str]]:
    rows = {
        before: _KEPT.get(before, frozenset()) | _KEPT_OVER_SPACES.get(before, frozenset()) | _NEVER_BEFORE | _NOT_AT_ONCE
        for before in _ALL
    }
    for before in ("BA", "HY", "HB"):
        rows[before] -= {"GL"}  # LB12a
    rows["ID"] -= {"QO"}  # LB19a
    rows |= {"HL": rows["AL"], "TH": rows["AL"] - {"TL"}, "TL": rows["AL"], "TF": rows["AL"] - {"TH", "TL"}}
    return rows


_TOGETHER: Final = _rows()
"""By class before: the classes that may not begin a line directly after it."""
_TOGETHER_OVER_SPACES: Final = {before: _KEPT_OVER_SPACES.get(before, frozenset()) | _NEVER_BEFORE for before in _ALL}
_GLUED_QUOTE: Final = frozenset((NEWLINE, SPACE, ZERO_WIDTH_SPACE, "GL", "OP", "OW", "QU", "QO", "QC"))
"""After these, an opening quotation mark keeps what follows it, spaces or not: LB15a."""
_BEFORE_WORD: Final = frozenset((SPACE, ZERO_WIDTH_SPACE, "GL", "OP", "QU", "QO"))
_AFTER_CLOSING_QUOTE: Final = frozenset((SPACE, ZERO_WIDTH_SPACE, "GL", "WJ", "CL", "CP", "QU", "QC", "EX", "IS", "SY"))

SOFT_HYPHEN: Final = "\u00ad"
_PLAIN: Final = re.compile("(?:[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0391-\u03a1\u03ac-\u03ce\u0400-\u0481]+[,.:;]?(?: |$))+")
"""Words with at most one stop after each and one space between them: here the rules come down to splitting at spaces."""
_NEWLINES: Final = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_SPACES: Final = re.compile("[ \t]+")
_CACHED_LENGTH: Final = 500


class Piece(NamedTuple):
    """A stretch of text that stays on one line while it fits.

    Attributes:
        text: what is drawn, without soft hyphens and without the white space after it.
        spaced: whether white space follows it.
        hyphenated: whether a hyphen shows if the line ends here.
    """

    text: str
    spaced: bool = False
    hyphenated: bool = False


def paragraphs(text: str) -> tuple[tuple[Piece, ...], ...]:
    r"""The pieces of a text, one tuple per forced line; blank lines at the start and at the end are dropped.

    Example:
        >>> [[piece.text for piece in line] for line in paragraphs("Two-day loan (free)\nno deposit")]
        [['Two-', 'day', 'loan', '(free)'], ['no', 'deposit']]
    """
    return _cached_paragraphs(text) if len(text) <= _CACHED_LENGTH else _paragraphs(text)


def _paragraphs(text: str) -> tuple[tuple[Piece, ...], ...]:
    if _PLAIN.fullmatch(text):
        *words, last = text.split()
        return ((*(Piece(word, spaced=True) for word in words), Piece(last)),)
    found = [tuple(_pieces(line.strip(" \t"))) for line in _NEWLINES.split(text)]
    filled = [index for index, pieces in enumerate(found) if pieces]
    return tuple(found[filled[0] : filled[-1] + 1]) if filled else ()


_cached_paragraphs: Final = lru_cache(maxsize=2048)(_paragraphs)


def _pieces(line: str) -> Iterator[Piece]:
    start = 0
    for end in [*_breaks(line), len(line)]:
        part = line[start:end]
        start = end
        bare = part.rstrip(" \t")
        text = _SPACES.sub(" ", bare.replace(SOFT_HYPHEN, "")).strip(" ")
        if text:
            yield Piece(text, spaced=len(bare) < len(part), hyphenated=len(bare) == len(part) and bare.endswith(SOFT_HYPHEN))


def _breaks(line: str) -> list[int]:
    """The offsets at which a new line may begin, in order."""
    found: list[int] = []
    before = NEWLINE
    spaces = False
    glued = False
    for index, char in enumerate(line):
        this = line_break_class(char)
        if this == SPACE:
            spaces = True
            continue
        if this == COMBINING:
            if not spaces and before not in (NEWLINE, ZERO_WIDTH_SPACE):
                continue  # LB9: a mark belongs to what it stands on
            this = "AL"  # LB10
            if spaces:
                before, spaces, glued = this, False, False
                continue
        if this == "HY" and (spaces or before == NEWLINE or _follows_single_letter(line, index)):
            this = "HW"
        if before == NEWLINE or this == ZERO_WIDTH_SPACE:
            allowed = False
        elif before == ZERO_WIDTH_SPACE:
            allowed = True
        elif spaces:
            allowed = not glued and this not in _TOGETHER_OVER_SPACES[before] and not (this == "QC" and _closes(line, index))
        else:
            allowed = this not in _TOGETHER[before]
        if allowed:
            found.append(index)
        glued = this == "QO" and (spaces or before in _GLUED_QUOTE)
        before = this
        spaces = False
    return _between_graphemes(line, found)


def _follows_single_letter(line: str, index: int) -> bool:
    """Whether a hyphen ties one letter to a word: e-bike, T-shirt."""
    return line_break_class(line[index - 1]) in _LETTERS and (index == 1 or line_break_class(line[index - 2]) in _BEFORE_WORD)


def _closes(line: str, index: int) -> bool:
    """Whether the quotation mark at `index` can only close: LB15b."""
    return index + 1 == len(line) or line_break_class(line[index + 1]) in _AFTER_CLOSING_QUOTE


def _between_graphemes(line: str, found: list[int]) -> list[int]:
    if not found or not SEQUENCES.search(line):
        return found
    starts = frozenset(starts_of_graphemes(line))
    return [index for index in found if index in starts]
