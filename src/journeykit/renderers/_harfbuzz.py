"""How wide a piece of text is, as HarfBuzz sets it. Only for lines that mix fonts."""

from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from journeykit.errors import MissingExtraError

from ._fontfile import FontFile

try:
    hb: Any = import_module("uharfbuzz")  # compiled, without a word on its types
except ModuleNotFoundError as error:
    raise MissingExtraError.of("png", "A line of text in several fonts") from error


@lru_cache(maxsize=4096)
def advance(file: FontFile, text: str) -> float:
    """The advance width of a text in one direction, in em."""
    face, font = _font(file.path)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return float(sum(one.x_advance for one in buffer.glyph_positions or ())) / float(face.upem)


@lru_cache(maxsize=16)
def _font(path: Path) -> tuple[Any, Any]:
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    return face, hb.Font(face)
