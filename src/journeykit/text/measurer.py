"""The port every drawing measures through, and the table behind it."""

from functools import cache, lru_cache
from pkgutil import get_data
from typing import Final, Protocol
from unicodedata import category, east_asian_width, normalize

from attrs import frozen

from journeykit.record import Record
from journeykit.text.clusters import SEQUENCES, graphemes
from journeykit.text.pictographs import is_coloured, is_pictograph

_BOLD_FROM: Final = 600
_UNITS_PER_EM: Final = 2048
_BLOCK: Final = 128
_COMMON_BLOCKS: Final = 0x0580 // _BLOCK
"""Latin, Greek, Cyrillic and Armenian are read at once; other scripts block by block when a text needs them."""

_EMOJI: Final = int(1.375 * _UNITS_PER_EM)
"""Segoe UI Emoji, the widest of the common emoji fonts, advances 1.37 em (Noto 1.25, Apple 1.25)."""
_JOINED_PICTURES: Final = 4
"""The longest joined emoji there are (a family, a kiss) hold four pictures; a longer chain is drawn as separate ones."""
_DOTTED_CIRCLE: Final = int(0.65 * _UNITS_PER_EM)
"""What a viewer adds under a mark that begins a text."""
_BY_WIDTH_CLASS: Final = {"W": _UNITS_PER_EM, "F": _UNITS_PER_EM, "H": _UNITS_PER_EM // 2}
_NO_ROOM: Final = frozenset(("Mn", "Me", "Cc", "Cf"))
_UNKNOWN: Final = _UNITS_PER_EM
"""A letter no table knows: the box that stands for a missing glyph is never wider than 1 em."""


class TextMeasurer(Protocol):
    """What layout needs to know of fonts.

    An implementation must be pure, and may be too wide but not too narrow: text is wrapped by its answers.
    """

    def width(self, text: str, size: float, weight: int = 400) -> float:
        """The advance width of a text set in one line.

        Args:
            text: one line; white space counts as it stands.
            size: font size in px.
            weight: CSS font weight, 1 to 1000.

        Returns:
            Width in px, at least 0.
        """
        ...


@frozen(eq=False, repr=False)
class TableMeasurer(Record):
    """Widths of DejaVu Sans from a shipped table, so that every machine gets the same drawing without having the font.

    DejaVu Sans is the widest of the usual sans-serif faces, therefore its widths hold whichever of them a viewer has. Neither kerning nor
    ligatures nor the joining of Arabic letters is counted; nearly always they only make text narrower (the pair that DejaVu sets widest apart
    is "f’", by 0.07 em). Scripts that DejaVu lacks are taken from Noto Sans, ideographs as 1 em, emoji (also a whole sequence, flag or keycap) as
    1.37 em, combining marks as nothing save the vowel signs of Indic scripts.
    Italics are as wide as upright letters. Weight 600 and more is measured in bold.

    Example:
        >>> measurer = TableMeasurer()
        >>> measurer.width("Test drive", 12)
        59.85...
        >>> measurer.width("Test drive", 12, 600) > measurer.width("Test drive", 12)
        True
    """

    def width(self, text: str, size: float, weight: int = 400) -> float:
        """The advance width in px of `text` at `size` px; see `TextMeasurer.width`."""
        advances = _advances(weight >= _BOLD_FROM)
        if text.isascii():
            units = sum(map(advances.__getitem__, text))
        else:
            units = _of_clusters(text, advances) if SEQUENCES.search(text) else sum(map(advances.__getitem__, text))
            units += _DOTTED_CIRCLE if category(text[0])[0] == "M" else 0
        return units * size / _UNITS_PER_EM


DEFAULT_MEASURER: Final[TextMeasurer] = TableMeasurer()
"""The measurer for callers who have no font of their own."""


class _Advances(dict[str, int]):
    """Widths of the common characters; all others are looked up and not kept here, so that this stays as it was made."""

    def __init__(self, *, bold: bool) -> None:
        blocks = (_block(number, bold) for number in range(_COMMON_BLOCKS))
        listed = ((chr(number * _BLOCK + place), width) for number, block in enumerate(blocks) for place, width in enumerate(block))
        super().__init__((char, width) for char, width in listed if width is not None)
        self._bold = bold

    def __missing__(self, char: str) -> int:
        return _of_character(char, self._bold)


@cache
def _advances(bold: bool) -> _Advances:  # noqa: FBT001 - a key of a cache
    return _Advances(bold=bold)


@lru_cache(maxsize=8192)
def _of_character(char: str, bold: bool) -> int:  # noqa: FBT001 - a key of a cache
    if char in "\t\n":
        return _of_character(" ", bold)
    if is_coloured(char):
        return _EMOJI
    block, place = divmod(ord(char), _BLOCK)
    widths = _block(block, bold)
    listed = widths[place] if place < len(widths) else None
    if listed is not None:
        return listed
    return 0 if category(char) in _NO_ROOM else _BY_WIDTH_CLASS.get(east_asian_width(char), _UNKNOWN)


@lru_cache(maxsize=512)
def _block(number: int, bold: bool) -> tuple[int | None, ...]:  # noqa: FBT001 - a key of a cache
    return tuple(None if word == "." else int(word) for word in _lines(bold).get(number, "").split())


@cache
def _lines(bold: bool) -> dict[int, str]:  # noqa: FBT001 - a key of a cache
    # importlib.resources would do the same, but importing it alone costs more than reading the table ten times.
    name = "widths_bold.txt" if bold else "widths_regular.txt"
    data = get_data("journeykit.text", name)
    if data is None:
        raise FileNotFoundError(f"journeykit.text/{name} cannot be read: the loader of this installation gives no access to data files")
    lines = (line.partition(" ") for line in data.decode("ascii").splitlines()[1:])
    return {int(first, 16) // _BLOCK: widths for first, _, widths in lines}


def _of_clusters(text: str, advances: _Advances) -> int:
    return sum(_of_cluster(cluster, advances) for cluster in graphemes(text))


def _of_cluster(cluster: str, advances: _Advances) -> int:
    if len(cluster) > 1 and _is_emoji(cluster):
        pictures = sum(map(is_pictograph, cluster))
        return _EMOJI * (1 if pictures <= _JOINED_PICTURES else pictures)
    return sum(advances[char] for char in normalize("NFC", cluster))  # Hangul letters become their syllable


def _is_emoji(cluster: str) -> bool:
    """Whether several characters make one emoji: flag, keycap, skin tone, joined pictures, or a picture asked for in colour."""
    first = cluster[0]
    if "\u20e3" in cluster:
        return first in "#*0123456789"
    return is_coloured(first) or (is_pictograph(first) and any(char in cluster for char in "\ufe0f\u200d\u20e3"))
