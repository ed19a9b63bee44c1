"""Type and colour: measured lines of text in the faces of the picture."""

from typing import Final, NamedTuple

from attrs import field, frozen

from journeykit.diagram import Tone
from journeykit.scene import Anchor, Group, Node, Path, PathBuilder, Tail, Text
from journeykit.text import Line, TextMeasurer, Wrapped, carried, clean, graphemes, has_rtl_letters, is_rtl, longest_run, shorten, wrap
from journeykit.themes import Palette


class Face(NamedTuple):
    """Size and line height in px, weight, extra space after each letter in px; `second` is the second ink."""

    size: float
    line: float
    weight: int = 400
    italic: bool = False
    spacing: float = 0.0
    second: bool = False


TITLE = Face(size=34, line=40, weight=700, spacing=-0.6)
FINDING = Face(size=15, line=22, second=True)
FIGURE = Face(size=26, line=30, weight=700, spacing=-0.5)
FIGURE_IN_LANE = Face(size=22, line=26, weight=700, spacing=-0.5)
PANEL = Face(size=14, line=18, weight=600)
STATION_TITLE = Face(size=13, line=17, weight=600)
QUOTE = Face(size=13, line=17, italic=True)
CELL = Face(size=12, line=16)
STRONG = Face(size=12, line=16, weight=600)
MUTED = Face(size=12, line=16, second=True)
SMALL = Face(size=11, line=14, second=True)
SMALL_STRONG = Face(size=11, line=14, weight=600)
CAPITALS = Face(size=11, line=14, weight=600, spacing=0.6, second=True)
BADGE = Face(size=11, line=14, weight=600, spacing=0.6)
VALUE = Face(size=13, line=14, weight=600)
VALUE_EXTREME = Face(size=16, line=15, weight=700)


# A last line shorter than this share of the longest looks lost under a point.
_WIDOW = 0.4


_Asked = tuple[str, float, float, int, int | None]

# Both marks of a pair: which of them opens depends on the language.
_QUOTING: Final = "“„«‹‘‚»「『\"'"

# Tones are named as the inks of a palette, but for this one.
_INKS: Final = {"muted": "ink2"}


@frozen(kw_only=True, eq=False, repr=False)
class Ink:
    """What is written with: a palette and a measurer; `rtl` says that the page will be mirrored to run from right to left.

    It lives for one drawing and remembers how the texts of that drawing break: names of owners, sources and figures come again and again.
    """

    palette: Palette
    measurer: TextMeasurer
    rtl: bool = False
    _wrapped: dict[_Asked, Wrapped] = field(factory=dict[_Asked, Wrapped], init=False)
    _cut: dict[str, tuple[str, ...]] = field(factory=dict[str, tuple[str, ...]], init=False)

    def colour(self, face: Face) -> str:
        """The ink of a face where nothing else is asked for."""
        return self.palette.ink2 if face.second else self.palette.ink

    def hangs(self, text: str) -> str:
        """The opening quotation mark that may hang before the edge; none where the text runs against the page and opens at the other side.

        Example:
            >>> from journeykit.text import DEFAULT_MEASURER
            >>> from journeykit.themes import theme
            >>> ink = Ink(palette=theme("default").palette, measurer=DEFAULT_MEASURER)
            >>> ink.hangs("“Good”"), ink.hangs("“טוב”"), ink.hangs("Good")
            ('“', '', '')
        """
        return text[0] if len(text) > 1 and text[0] in _QUOTING and self.runs_back(text) == self.rtl else ""

    def runs_back(self, text: str) -> bool:
        """Whether a text runs from right to left on this page."""
        return not text.isascii() and is_rtl(text, mirrored=self.rtl)

    def tone(self, tone: Tone) -> str:
        """The colour of a tone."""
        found: str = getattr(self.palette, _INKS.get(tone, tone))
        return found

    def valence(self, value: float) -> str:
        """The colour of the level nearest to a value from -2 to +2, half away from zero."""
        return self.palette.valence[level(value) + 2]

    def width(self, text: str, face: Face) -> float:
        """Advance width, px."""
        text = one_line(text)
        found = self.measurer.width(text, face.size, face.weight)
        return found + _spacing(face, text) * len(text) if face.spacing else found

    def wrap(self, text: str, width: float, face: Face, *, max_lines: int | None = None) -> Wrapped:
        """Lines that are at most `width` px wide."""
        if face.spacing > 0:
            width *= face.size / (face.size + 2 * face.spacing)
        asked = (text, width, face.size, face.weight, max_lines)
        if (known := self._wrapped.get(asked)) is None:
            known = self._wrapped[asked] = self._break(text, width, face, max_lines)
        return known

    def _break(self, text: str, width: float, face: Face, max_lines: int | None) -> Wrapped:
        if len(text) * face.size < 2 * width and _is_plain(text):
            # Most texts take one line, and of these most are plain: nothing to look up but their width.
            whole = self.measurer.width(text, face.size, face.weight)
            if whole <= width:
                return Wrapped(lines=(Line(text, whole),), cut=False)
        found = wrap(drawn(text), width, face.size, weight=face.weight, measurer=self.measurer, max_lines=max_lines)
        if found.cut:
            self._remember(found.lines[-1].text, text)
        return found

    def _remember(self, short: str, text: str) -> None:
        known = self._cut.get(key := _bare(short), ())
        if text not in known:
            self._cut[key] = (*known, text)

    @property
    def has_cut(self) -> bool:
        """Whether any text had to be cut so far."""
        return bool(self._cut)

    def whole(self, line: str) -> tuple[str, ...]:
        """The texts that were cut so that they end in such a line; none where it was not cut."""
        return self._cut.get(_bare(line), ()) if self._cut and "…" in line else ()

    def balance(self, text: str, width: float, face: Face, *, max_lines: int | None = None) -> Wrapped:
        """As `wrap`, the last line not much shorter than the others: for words that are centred around a point."""
        found = self.wrap(text, width, face, max_lines=max_lines)
        widths = [line.width for line in found.lines]
        if len(widths) < 2 or found.cut or widths[-1] >= _WIDOW * max(widths):
            return found
        word = longest_run(drawn(text), face.size, weight=face.weight, measurer=self.measurer)
        for slack in (1.12, 1.3):
            other = self.wrap(text, min(width, max(word, slack * sum(widths) / len(widths))), face)
            if len(other.lines) == len(widths):
                return other
        return found

    def shorten(self, text: str, width: float, face: Face, *, told: bool = False) -> str:
        """The text, or its beginning with "…" where it is wider than `width` px; `told` says that the whole stands elsewhere on paper."""
        if face.spacing > 0 and self.width(text, face) > width:
            width *= face.size / (face.size + 2 * face.spacing)
        found = shorten(one_line(text), width, face.size, weight=face.weight, measurer=self.measurer)
        if not told and found != one_line(text):
            self._remember(found, text)
        return found

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        face: Face = CELL,
        fill: str | None = None,
        anchor: Anchor = "start",
        width: float | None = None,
        rtl: bool | None = None,
    ) -> Text:
        """One line with its baseline at `y`; its direction is its own (`runs_back`) unless `rtl` says otherwise."""
        text = one_line(text)
        return Text(
            x=x, y=y, text=text, width=self.width(text, face) if width is None else width, size=face.size,
            fill=fill or self.colour(face), weight=face.weight, italic=face.italic, anchor=anchor, spacing=_spacing(face, text),
            rtl=self.runs_back(text) if rtl is None else rtl,
        )  # fmt: skip

    def fitted(self, x: float, y: float, text: str, width: float, *, face: Face, fill: str | None = None, anchor: Anchor = "start") -> Node:
        """One line of at most `width` px; where it had to be cut, the whole is its tooltip."""
        short = self.shorten(text, width, face)
        line = self.text(x, y, short, face=face, fill=fill, anchor=anchor)
        return line if short == one_line(text) else Group(children=(line,), tip=text)

    def figure(self, x: float, y: float, text: str, unit: str, *, face: Face, unit_size: float) -> Text:
        """A big figure with its unit in the same line, so that the gap follows the real font."""
        text, unit = one_line(text), one_line(unit)
        if not unit:
            return self.text(x, y, text, face=face)
        return Text(
            x=x, y=y, text=text, width=self.width(text, face) + 5 + self.measurer.width(unit, unit_size), size=face.size,
            fill=self.palette.ink, weight=face.weight, spacing=_spacing(face, text), rtl=self.runs_back(text) or self.runs_back(unit),
            tail=Tail(text=unit, size=unit_size, dx=5),
        )  # fmt: skip

    def lines(
        self, x: float, y: float, lines: tuple[Line, ...], *, face: Face = CELL, fill: str | None = None, anchor: Anchor = "start"
    ) -> list[Node]:
        """Lines below each other, the first baseline at `y`; all take the direction of the whole."""
        fill = fill or self.colour(face)
        rtl = self._run_back(lines)
        extra = _spacing(face, "".join(one.text for one in lines)) if face.spacing else 0.0
        return [
            Text(
                x=x, y=y + at * face.line, text=text, width=line.width + extra * len(line.text), size=face.size, fill=fill,
                weight=face.weight, italic=face.italic, anchor=anchor, spacing=extra, rtl=rtl,
            )
            for at, (line, text) in enumerate(zip(lines, carried([one.text for one in lines], rtl=rtl), strict=True))
            if line.text
        ]  # fmt: skip

    def _run_back(self, lines: tuple[Line, ...]) -> bool:
        for line in lines:
            if not line.text.isascii():
                return self.runs_back(" ".join(one.text for one in lines))
        return False


def _spacing(face: Face, text: str) -> float:
    """Letter spacing; none where it would tear apart: in scripts that run from the right, flags, emoji of several parts, letters with marks."""
    if not face.spacing or text.isascii():
        return face.spacing
    return 0.0 if has_rtl_letters(text) or len(graphemes(text)) < len(text) else face.spacing


def _bare(line: str) -> str:
    """A line without marks of direction and without the quotation mark that may hang before it."""
    return line.strip("\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}").lstrip(_QUOTING)


def _is_plain(text: str) -> bool:
    """Whether a text stays as it is on a line of its own."""
    return text.isascii() and text.isprintable() and text != "" and text[0] != " " and text[-1] != " " and "  " not in text


def drawn(text: str) -> str:
    """The text as it may be drawn; line breaks stay."""
    return text if text.isascii() and text.isprintable() else clean(text)


def one_line(text: str) -> str:
    """The text as it may be drawn in a single line: line breaks become spaces."""
    if text.isascii() and text.isprintable():
        return text
    return " ".join(clean(text).splitlines())


def level(value: float) -> int:
    """The nearest whole level from -2 to +2, half away from zero.

    Example:
        >>> level(0.5), level(-1.5), level(0.4)
        (1, -2, 0)
    """
    nearest = int(abs(value) + 0.5)
    return max(-2, min(2, nearest if value >= 0 else -nearest))


def rule(x1: float, y1: float, x2: float, y2: float, *, stroke: str, width: float = 1.0, dash: tuple[float, ...] = ()) -> Path:
    """A straight line."""
    return Path(d=PathBuilder().move(x1, y1).line(x2, y2).d, stroke=stroke, stroke_width=width, dash=dash)
