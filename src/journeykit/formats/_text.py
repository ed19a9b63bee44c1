"""From bytes to text: size, encoding and characters, before any parser sees it."""

import codecs
import re
from functools import cache
from typing import Final

from journeykit.errors import Problem

from ._fault import Fault, FaultsError, Mark

__all__ = ["MOST_BYTES", "control", "decoded", "mark_at"]

MOST_BYTES: Final = 20_000_000
"""The largest file that is read, in bytes."""


@cache
def control() -> re.Pattern[str]:
    """Characters that no text may hold; tab and line breaks are none of them. Compiled when it is asked for: it takes milliseconds."""
    return re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


_CONTROL_BYTES = (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F)
_LEADING = (
    tuple(bytes([0xC2, one]) for one in range(0x80, 0xA0) if one != 0x85)
    + tuple(bytes([0xED, one]) for one in range(0xA0, 0xC0))
    + (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
)

_OTHERS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def mark_at(text: str, offset: int) -> Mark:
    """Line and column, one-based, of a place in a text."""
    before = text.count("\n", 0, offset)
    return Mark(before + 1, offset - text.rfind("\n", 0, offset), offset)


def decoded(raw: str | bytes) -> str:
    """The text of a file without its byte order mark.

    Raises:
        FaultsError: too large, not UTF-8, or with control characters.
    """
    if len(raw) > MOST_BYTES:
        raise FaultsError([Fault(Problem("The file is too large.", got=f"{len(raw) / 1e6:.1f} MB", expected=f"at most {MOST_BYTES // 1_000_000} MB",
                                         hint="split it into several files in one folder"))])  # fmt: skip
    text = raw if isinstance(raw, str) else _utf8(raw)
    text = text.removeprefix("\ufeff")
    if _may_hold_control(text) and (found := control().search(text)):
        code = f"U+{ord(found.group()):04X}"
        raise FaultsError([Fault(Problem(f"The file holds the control character {code}.", got=code, expected="text", hint="delete the character"),
                                 mark=mark_at(text, found.start()))])  # fmt: skip
    return text


def _may_hold_control(text: str) -> bool:
    """Whether a text may hold control characters: quick, and never wrong when it says no."""
    held = text.encode("utf-8", "surrogatepass")
    return any(one in held for one in _CONTROL_BYTES) or (not text.isascii() and any(one in held for one in _LEADING))


def _utf8(raw: bytes) -> str:
    for mark, name in _OTHERS:
        if raw.startswith(mark):
            raise FaultsError(
                [Fault(Problem(f"The file is {name}, not UTF-8.", got=name, expected="UTF-8", hint="save it as UTF-8"), mark=Mark(1, 1, 0))]
            )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace").removeprefix("\ufeff")
        got = " ".join(f"0x{one:02X}" for one in raw[error.start : error.start + 1])
        raise FaultsError(
            [Fault(Problem(f"The file is not UTF-8: byte {error.start + 1} is no part of a character.", got=got, expected="UTF-8",
                           hint="save it as UTF-8; editors often call the old encoding Windows-1252 or Latin-1"), mark=mark_at(before, len(before)))]
        ) from None  # fmt: skip
