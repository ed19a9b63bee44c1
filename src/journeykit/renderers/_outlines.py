"""Lines of text as placed glyphs: HarfBuzz shapes them, so that Arabic joins and Devanagari orders as it should."""

from collections.abc import Iterator

from attrs import define, field, frozen
from fontTools.unicodedata import script

from journeykit.errors import Problem, RenderError

from ._bidi import visual_runs
from ._clusters import clusters, described
from ._faces import Face, Faces

_COMMON = frozenset({"Zyyy", "Zinh", "Zzzz"})


@frozen
class Glyph:
    """A glyph at a place in its line; `x` and `y` in tenths of the font size."""

    key: str
    x: float
    y: float


@frozen
class Shaped:
    """A line of glyphs and its width, both in tenths of the font size."""

    glyphs: tuple[Glyph, ...]
    width: float


@define(eq=False)
class Outlines:
    """Shapes lines and collects the glyphs that were used.

    Attributes:
        used: path data of each glyph by its key, in the order of first use.
    """

    faces: Faces
    used: dict[str, str] = field(factory=dict[str, str])

    def shape(self, text: str, weight: float, *, italic: bool, rtl: bool, spacing: float = 0.0) -> Shaped:
        """The glyphs of one line from left to right; `spacing` after each letter in tenths of the font size.

        Raises:
            RenderError: a character is in none of the files.
        """
        out: list[Glyph] = []
        x = 0.0
        for start, end, backwards in visual_runs(text, rtl=rtl):
            runs = self.faces.runs(text[start:end], weight, italic=italic)
            pieces = [
                piece
                for first, last, face in runs
                for piece in self._pieces(text, (start + first, start + last), face, backwards=backwards)
            ]
            for piece in reversed(pieces) if backwards else pieces:
                x = self._place(out, x, piece, piece.face.nearest_weight(weight), text=text, spacing=spacing)
        return Shaped(tuple(out), x)

    def _place(self, out: list[Glyph], x: float, piece: "_Piece", weight: float, *, text: str, spacing: float) -> float:
        face, per_unit = piece.face, 10 / piece.face.units
        buffer = face.shaped(
            text, piece.start, piece.end, weight=weight, script=piece.script, backwards=piece.backwards, spaced=spacing != 0
        )
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        for at, (info, position) in enumerate(zip(infos, positions, strict=True)):
            outline = face.outline(info.codepoint, weight)
            if outline:
                varied = f"-{weight:g}" if face.lightest != face.heaviest else ""
                key = f"{face.at}{varied}-{info.codepoint}".replace(".", "_")
                self.used.setdefault(key, outline)
                out.append(Glyph(key, x + position.x_offset * per_unit, -position.y_offset * per_unit))
            x += position.x_advance * per_unit
            if spacing and (at + 1 == len(infos) or infos[at + 1].cluster != info.cluster):
                x += spacing
        return x

    def _pieces(self, text: str, ends: tuple[int, int], face: Face | None, *, backwards: bool) -> Iterator["_Piece"]:
        """Pieces of one script in what one face draws in one direction."""
        start, end = ends
        if face is None:
            raise _missing(next(clusters(text[start:end])), self.faces)
        for left, right, tag in _scripts(text[start:end]):
            yield _Piece(start + left, start + right, tag, face, backwards=backwards)


@frozen
class _Piece:
    """A piece of a line that is shaped at once."""

    start: int
    end: int
    script: str
    face: Face
    backwards: bool = field(kw_only=True)


def _missing(cluster: str, faces: Faces) -> RenderError:
    char = next((one for one in cluster if not any(face.draws(one) for face in faces.faces)), cluster[0])
    families = ", ".join(faces.families)
    return RenderError(
        Problem(f"No font file can draw the character {described(char)}.", got=families, hint="add a font file that holds it to font_files")
    )


def _scripts(text: str) -> Iterator[tuple[int, int, str]]:
    """Pieces of one script; what belongs to none goes with what stands before it, or after it at the beginning."""
    tags = [script(one) for one in text]
    now = next((one for one in tags if one not in _COMMON), "Zyyy")
    start = 0
    for at, tag in enumerate(tags):
        if tag not in _COMMON and tag != now:
            yield start, at, now
            start, now = at, tag
    yield start, len(text), now
