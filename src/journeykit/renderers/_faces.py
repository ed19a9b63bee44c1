"""The user's font files: which face draws which letters. Loaded only where fonts are embedded or outlined."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import category, normalize

from attrs import define, field, frozen

from journeykit.errors import MissingExtraError, Problem, RenderError

from ._clusters import clusters, selects_variant

try:
    hb: Any = import_module("uharfbuzz")  # compiled, without a word on its types
    from fontTools.ttLib import TTFont, TTLibError
except ModuleNotFoundError as error:
    raise MissingExtraError.of("fonts", "Embedding or outlining fonts") from error

_SPACED_OUT = {"liga": False, "clig": False}  # letters that stand apart form no ligatures
_BLANK = frozenset("\u2800\u3164\u115f\u1160\uffa0")  # letters and symbols by category, yet without ink


@define(eq=False)
class Pen:
    """Writes a glyph as path data in tenths of the font size, y down."""

    per_unit: float
    parts: list[str] = field(factory=list[str])

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the pen protocol of fontTools
        """Begin a contour."""
        self._add("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        """A straight line."""
        self._add("L", point)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        """A quadratic curve with one control point."""
        self._add("Q", *points)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        """A cubic curve."""
        self._add("C", *points)

    def closePath(self) -> None:  # noqa: N802
        """End a contour."""
        self.parts.append("Z")

    def _add(self, command: str, *points: tuple[float, float]) -> None:
        values = " ".join(f"{_tenth(x * self.per_unit)} {_tenth(-y * self.per_unit)}" for x, y in points)
        self.parts.append(command + values)


def _tenth(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@define(eq=False)
class Face:
    """One font file.

    Attributes:
        at: its place among the files.
        family: the family that its name table gives; files of one family are one choice of several weights.
        lightest, heaviest: weights that it can draw; equal, unless it is a variable font.
    """

    at: int
    data: bytes
    family: str
    lightest: float
    heaviest: float
    italic: bool
    characters: frozenset[int]
    units: int
    _shapers: dict[float, Any] = field(factory=dict[float, Any], init=False)
    _outlines: dict[tuple[int, float], str] = field(factory=dict[tuple[int, float], str], init=False)

    @classmethod
    def of(cls, at: int, path: Path) -> "Face":
        """Read a font file; of a collection the first font.

        Raises:
            RenderError: it cannot be read, or is no font.
        """
        try:
            data = path.read_bytes()
            font = TTFont(BytesIO(data), fontNumber=0, lazy=True, recalcTimestamp=False)
            if font.flavor:  # compressed for the web: HarfBuzz reads only what is inside
                font.flavor = None
                plain = BytesIO()
                font.save(plain)
                data = plain.getvalue()
            return cls._read(at, data, font)
        except OSError as error:
            raise RenderError(Problem(f"The font file {str(path)!r} cannot be read: {error.strerror or error}.")) from error
        except (TTLibError, KeyError, AssertionError, ValueError) as error:
            raise RenderError(
                Problem(f"The file {str(path)!r} is not a font that can be used.", got=str(error), expected="a TrueType or OpenType font")
            ) from error

    @classmethod
    def _read(cls, at: int, data: bytes, font: Any) -> "Face":
        weight = float(font["OS/2"].usWeightClass)
        axes = [one for one in font["fvar"].axes if one.axisTag == "wght"] if "fvar" in font else []
        return cls(
            at=at,
            data=data,
            family=font["name"].getBestFamilyName() or f"file {at}",
            lightest=axes[0].minValue if axes else weight,
            heaviest=axes[0].maxValue if axes else weight,
            italic=bool(font["OS/2"].fsSelection & 1) or bool(font["post"].italicAngle),
            characters=frozenset(font.getBestCmap() or ()),
            units=font["head"].unitsPerEm,
        )

    def nearest_weight(self, weight: float) -> float:
        """The weight that it draws instead of `weight`."""
        return min(max(weight, self.lightest), self.heaviest)

    def _shaper(self, weight: float) -> Any:
        """The HarfBuzz font at a weight that it can draw."""
        if weight not in self._shapers:
            font = hb.Font(self._face)
            if self.lightest != self.heaviest:
                font.set_variations({"wght": weight})
            self._shapers[weight] = font
        return self._shapers[weight]

    @cached_property
    def _face(self) -> Any:
        return hb.Face(hb.Blob(self.data))

    def shaped(self, text: str, start: int, end: int, *, weight: float, script: str, backwards: bool, spaced: bool) -> Any:
        """The HarfBuzz buffer with the glyphs of a piece of a line in one script and direction, shaped in the context of the line."""
        buffer = hb.Buffer()
        buffer.add_codepoints([ord(one) for one in text], item_offset=start, item_length=end - start)
        buffer.direction = "rtl" if backwards else "ltr"
        buffer.script = script
        buffer.language = "und"  # not the machine's language
        hb.shape(self._shaper(weight), buffer, _SPACED_OUT if spaced else {})
        return buffer

    def outline(self, glyph: int, weight: float) -> str:
        """Path data of a glyph in tenths of the font size, y down; empty for one without ink."""
        key = (glyph, weight)
        if key not in self._outlines:
            pen = Pen(10 / self.units)
            self._shaper(weight).draw_glyph_with_pen(glyph, pen)
            self._outlines[key] = "".join(pen.parts)
        return self._outlines[key]

    def draws(self, cluster: str) -> bool:
        """Whether it has ink for every character of a cluster that should show some."""
        return all(self._inked(one) for one in cluster) or all(self._inked(one) for one in normalize("NFC", cluster))

    def _inked(self, char: str) -> bool:
        kind = category(char)
        if kind == "Cf" or selects_variant(char):
            return True
        if ord(char) not in self.characters:
            return False
        if kind[0] not in "LNPS" or char in _BLANK:
            return True
        glyph = self._shaper(self.lightest).get_nominal_glyph(ord(char))
        return glyph is not None and bool(self.outline(glyph, self.lightest))


@frozen
class Faces:
    """All font files, in the user's order."""

    faces: tuple[Face, ...]

    @classmethod
    def of(cls, paths: Iterable[Path]) -> "Faces":
        """Read the files.

        Raises:
            RenderError: one of them cannot be used.
        """
        return cls(tuple(Face.of(at, path) for at, path in enumerate(paths)))

    @property
    def families(self) -> tuple[str, ...]:
        """Names of the families, in the order of the files."""
        return tuple(dict.fromkeys(one.family for one in self.faces))

    def ordered(self, weight: float, *, italic: bool) -> list[Face]:
        """Faces in the order of preference: family by family, in each the nearest style first, as CSS does."""
        rank = {family: at for at, family in enumerate(self.families)}
        return sorted(
            self.faces, key=lambda one: (rank[one.family], one.italic != italic, abs(one.nearest_weight(weight) - weight), one.at)
        )

    def runs(self, text: str, weight: float, *, italic: bool) -> Iterator[tuple[int, int, Face | None]]:
        """Pieces of a text with the face that draws each, None where no file can."""
        order = self.ordered(weight, italic=italic)
        start, end, now = 0, 0, None
        for cluster in clusters(text):
            face = next((one for one in order if one.draws(cluster)), None)
            if end > start and face is not now:
                yield start, end, now
                start = end
            now, end = face, end + len(cluster)
        if end > start:
            yield start, end, now
