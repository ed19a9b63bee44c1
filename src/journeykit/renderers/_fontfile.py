"""What a font file says about itself: family, style, and which characters it has. Read with the standard library alone."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from struct import error as broken_structure
from struct import unpack_from
from typing import BinaryIO

from attrs import field, frozen

from journeykit.errors import Problem, RenderError

_COLLECTION = b"ttcf"
_KINDS = frozenset({b"\x00\x01\x00\x00", b"OTTO", b"true"})
_OF_THE_WEB = frozenset({b"wOFF", b"wOF2"})
_OUTLINED = frozenset({b"glyf", b"CFF ", b"CFF2"})
_FAMILY, _WIDER_FAMILY = 1, 16
_WINDOWS, _ENGLISH = 3, 0x409
_UNICODE_TABLES = {(3, 10): 0, (0, 6): 1, (0, 4): 2, (3, 1): 3, (0, 3): 4, (0, 2): 5, (0, 1): 6, (0, 0): 7}  # the fullest first
_LARGEST = 1 << 26


Range = tuple[int, int]


@frozen
class Characters:
    """Code points as first and last of each unbroken row, in order."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    @classmethod
    def of(cls, rows: Iterable[Range]) -> "Characters":
        """Rows in any order, which may touch or overlap."""
        joined: list[list[int]] = []
        for first, last in sorted((first, last) for first, last in rows if first <= last):
            if joined and first <= joined[-1][1] + 1:
                joined[-1][1] = max(joined[-1][1], last)
            else:
                joined.append([first, last])
        return cls(tuple(one for one, _ in joined), tuple(one for _, one in joined))

    def __contains__(self, char: str) -> bool:
        at = bisect_right(self.firsts, ord(char)) - 1
        return at >= 0 and ord(char) <= self.lasts[at]

    def holds(self, text: Iterable[str]) -> bool:
        """Whether all characters are among them."""
        return all(one in self for one in text)


@frozen(kw_only=True)
class FontFile:
    """A TrueType or OpenType file; of a collection the first font.

    Attributes:
        path: where it is.
        family: its name, as a picture asks for it.
        weight: 100 to 900; 400 is regular.
        outlined: its letters are shapes and not dots.
        characters: code points that it has a glyph for.
    """

    path: Path
    family: str
    weight: int
    italic: bool
    outlined: bool
    characters: Characters = field(repr=False, eq=False)

    @classmethod
    def of(cls, path: Path) -> "FontFile":
        """Read what a file says about itself.

        Raises:
            RenderError: it cannot be read, or is no font.
        """
        try:
            with path.open("rb") as file:
                return cls._read(path, file)
        except OSError as error:
            raise RenderError(Problem(f"The font file {str(path)!r} cannot be read: {error.strerror or error}.")) from error
        except (broken_structure, KeyError, IndexError, ValueError) as error:
            raise RenderError(
                Problem(f"The file {str(path)!r} is not a font that can be used.", got=str(error), expected="a TrueType or OpenType font")
            ) from error

    @classmethod
    def _read(cls, path: Path, file: BinaryIO) -> "FontFile":
        tables = _tables(file)
        os2, head = _table(file, tables, b"OS/2"), _table(file, tables, b"head")
        return cls(
            path=path,
            family=_family(_table(file, tables, b"name")) or path.stem,
            weight=unpack_from(">H", os2, 4)[0] if os2 else 400,
            italic=bool(unpack_from(">H", os2, 62)[0] & 1) if os2 else bool(unpack_from(">H", head, 44)[0] & 2),
            outlined=not _OUTLINED.isdisjoint(tables),
            characters=Characters.of(_rows(_table(file, tables, b"cmap"))),
        )


def _tables(file: BinaryIO) -> dict[bytes, tuple[int, int]]:
    """Place and length of each table, by its tag.

    Source: OpenType 1.9, "The OpenType font file".
    """
    kind, at = file.read(4), 0
    if kind == _COLLECTION:
        at = unpack_from(">I", file.read(12), 8)[0]
        file.seek(at)
        kind = file.read(4)
    if kind not in _KINDS:
        raise ValueError("a web font, which only SVG can embed" if kind in _OF_THE_WEB else repr(kind))
    count = unpack_from(">H", file.read(8))[0]
    records = file.read(16 * count)
    return {records[n * 16 : n * 16 + 4]: unpack_from(">II", records, n * 16 + 8) for n in range(count)}


def _table(file: BinaryIO, tables: dict[bytes, tuple[int, int]], tag: bytes) -> bytes:
    place, size = tables.get(tag, (0, 0))
    if size > _LARGEST:
        raise ValueError(f"the table {tag!r} is too large")
    file.seek(place)
    return file.read(size) if size else b""


def _family(table: bytes) -> str:
    """The English name of the family, the widest that is given."""
    count, texts = unpack_from(">HH", table, 2)
    found: dict[tuple[bool, bool], str] = {}
    for n in range(count):
        platform, _, language, name, size, offset = unpack_from(">6H", table, 6 + 12 * n)
        if platform == _WINDOWS and name in {_FAMILY, _WIDER_FAMILY}:
            text = table[texts + offset : texts + offset + size].decode("utf-16-be", "replace")
            found.setdefault((name == _WIDER_FAMILY, language == _ENGLISH), text)
    return found[max(found)] if found else ""


def _rows(table: bytes) -> Iterator[Range]:
    """Code points that lead to a glyph, after the fullest table for Unicode.

    Source: OpenType 1.9, "cmap", formats 4, 6 and 12.
    """
    count = unpack_from(">H", table, 2)[0]
    records = [unpack_from(">HHI", table, 4 + 8 * n) for n in range(count)]
    usable = [(_UNICODE_TABLES[platform, kind], place) for platform, kind, place in records if (platform, kind) in _UNICODE_TABLES]
    if not usable:
        raise ValueError("no table of Unicode characters")
    at = min(usable)[1]
    form = unpack_from(">H", table, at)[0]
    if form == 12:
        for n in range(unpack_from(">I", table, at + 12)[0]):
            first, last, glyph = unpack_from(">III", table, at + 16 + 12 * n)
            yield first + (glyph == 0), last
    elif form == 4:
        yield from _segments(table, at)
    elif form == 6:
        first, many = unpack_from(">HH", table, at + 6)
        glyphs = unpack_from(f">{many}H", table, at + 10)
        yield from ((first + n, first + n) for n, glyph in enumerate(glyphs) if glyph)
    else:
        raise ValueError(f"a character table of the form {form}")


def _segments(table: bytes, at: int) -> Iterator[Range]:
    pairs = unpack_from(">H", table, at + 6)[0]
    half = pairs // 2
    ends, starts = unpack_from(f">{half}H", table, at + 14), unpack_from(f">{half}H", table, at + 16 + pairs)
    deltas, offsets = unpack_from(f">{half}H", table, at + 16 + 2 * pairs), unpack_from(f">{half}H", table, at + 16 + 3 * pairs)
    for n, (first, end) in enumerate(zip(starts, ends, strict=True)):
        last = min(end, 0xFFFE)
        if offsets[n]:
            place = at + 16 + 3 * pairs + 2 * n + offsets[n]
            glyphs = unpack_from(f">{last - first + 1}H", table, place) if last >= first else ()
            yield from ((first + m, first + m) for m, glyph in enumerate(glyphs) if glyph and (glyph + deltas[n]) & 0xFFFF)
        elif first <= (none := -deltas[n] & 0xFFFF) <= last:  # one of them leads to no glyph
            yield first, none - 1
            yield none + 1, last
        else:
            yield first, last
