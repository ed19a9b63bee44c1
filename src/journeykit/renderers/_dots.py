"""What every picture of dots has: a size that can be held in memory, and words inside the file."""

from struct import pack
from zlib import compress, crc32

from journeykit.errors import Problem, RenderError

from ._checked import spoken

_MOST = 200_000_000  # dots; four bytes each while it is drawn
_LONGEST_SIDE = 60_000
_HEADER = 33  # signature and first chunk
_METRE = 0.0254


def largest(width: float, height: float, zoom: float) -> None:
    """Refuse a picture that is too large, before anything is drawn.

    Args:
        width: px.
        height: px.
        zoom: dots for one px.

    Raises:
        RenderError: it has more than 200 million dots, or a side of more than 60,000.
    """
    across, down = width * zoom, height * zoom
    if max(across, down) > _LONGEST_SIDE or across * down > _MOST:
        raise RenderError(
            Problem(
                f"The picture would have {across:,.0f} × {down:,.0f} dots.",
                expected=f"at most {_LONGEST_SIDE:,} on a side and {_MOST:,} in all",
                hint="choose a smaller scale, a paper, or fewer touchpoints; SVG and PDF have no such limit",
            )
        )


def chunks(png: bytes, title: str, description: str, *, lang: str, per_inch: float) -> bytes:
    """A PNG with its size on paper, and with title and description in words.

    Source: Portable Network Graphics (third edition), sections 11.3.3.4 (iTXt) and 11.3.4.3 (pHYs).
    """
    found = [_chunk(b"pHYs", pack(">IIB", *[round(per_inch / _METRE)] * 2, 1))]
    for key, words in ((b"Title", title), (b"Description", description)):
        if text := spoken(words):
            tag = lang.encode("ascii", "ignore") if lang.isascii() and lang.replace("-", "").isalnum() else b""
            found.append(_chunk(b"iTXt", key + b"\x00\x01\x00" + tag + b"\x00\x00" + compress(text.encode(), 9)))
    return b"".join([png[:_HEADER], *found, png[_HEADER:]])


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))
