"""matplotlib: a page of a scene as one artist in an Axes, as PNG, and as PDF. The only renderer that knows matplotlib.

Never pyplot, never rcParams, never mathtext: `$5 and $6` stays what it is. Nothing is measured for layout; the drawn width of a line only
finds its left end from its anchor.
"""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib import import_module
from io import BytesIO
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, assert_never

from attrs import define, field, frozen
from matplotlib.artist import Artist
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.path import Path as Outline
from matplotlib.textpath import TextToPath
from matplotlib.transforms import Affine2D, Bbox
from numpy import asarray
from PIL import Image

from journeykit.errors import RenderError, shown
from journeykit.scene import Circle, Group, Node, Page, Path, PathBuilder, Rect, Scene, Text

from ._checked import checked, colour, drawn, length, link, path_data, spoken
from ._copying import copied_text
from ._dots import chunks, largest
from ._fontfile import FontFile
from ._glyphtexts import GlyphTexts, told_by_glyphs
from ._letters import Letters
from ._lines import LEFT_OF, drawable_lines
from ._pieces import pieces
from ._protocol import PX_PER_INCH, Capability, Options
from ._registry import check_options

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.backend_bases import GraphicsContextBase, RendererBase

_agg: Any = import_module("matplotlib.backends.backend_agg")  # without types
_pdf: Any = import_module("matplotlib.backends.backend_pdf")
_CODES: dict[str, list[Any]] = {"M": [Outline.MOVETO], "L": [Outline.LINETO], "C": [Outline.CURVE4] * 3}
_EM = 1000  # px at which lines are measured
_ROUND = 0.55228475  # how far the handles of a quarter circle reach
_LARGEST_PAGE = 14_400.0  # points; PDF knows no larger page
_LEAST = 1 / PX_PER_INCH  # of an inch: no format holds an empty sheet
_POINTS, _MM = 72.0, 25.4
_SQUARE = Outline.unit_rectangle()


@frozen(kw_only=True)
class MatplotlibRenderer:
    """Draws each page as PNG with matplotlib's own means; above all it puts pages into Axes."""

    name: str = "matplotlib"
    suffixes: tuple[str, ...] = (".png",)  # the renderer png, which needs less, is asked first
    media_type: str = "image/png"
    capabilities: frozenset[Capability] = frozenset({"font-files", "scale"})

    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        """One PNG for each page.

        Raises:
            RenderError: the scene holds what cannot be drawn, a letter is in no font, or the picture would be too large.
        """
        check_options(self, options)
        zoom = options.zoom
        for page in scene.pages:
            largest(*_inches(page, PX_PER_INCH), zoom)
        letters = Letters.of(scene, options.font_files, dots=False)
        found = [_png(page, letters, zoom) for page in scene.pages]
        per_inch = PX_PER_INCH * zoom
        return tuple(chunks(one, scene.title, scene.description, lang=scene.lang, per_inch=per_inch) for one in found)

    def draw(self, scene: Scene, at: int, ax: "Axes | None" = None, *, font_files: Sequence[FilePath] = ()) -> "Axes":
        """Put one page into an Axes; without one, into a new figure of the page's size.

        The Axes loses its ticks and frame, keeps its place in the figure, and counts in px of the page, y down.

        Raises:
            RenderError: the scene holds what cannot be drawn, or a letter is in no font.
        """
        page = scene.pages[at]
        letters = Letters.of(scene, font_files, dots=False)
        if ax is None:
            ax = Figure(figsize=_inches(page, 1), dpi=PX_PER_INCH).add_axes((0, 0, 1, 1))
        artist = ScenePage(page, letters)
        ax.set_axis_off()
        ax.set(xlim=(0, page.width), ylim=(page.height, 0), aspect="equal", anchor="NW")
        ax.add_artist(artist)
        artist.set_label(spoken(scene.title))
        return ax

    def fonts(self, texts: Iterable[str], weight: float = 400, *, font_files: Sequence[FilePath] = ()) -> tuple[tuple[str, FilePath], ...]:
        """Family and file of the fonts in which pictures are drawn, the preferred first: together they draw every letter of some lines.

        Raises:
            RenderError: a file is no font, or a letter is in none.
        """
        letters = Letters.of_texts(map(drawn, texts), font_files, dots=False)
        return tuple((one.family, one.path) for one in letters.ordered(weight, italic=False))

    def pdf(self, scene: Scene, options: Options) -> bytes:
        """All pages as one PDF with title, description and language; its text can be selected and searched."""
        letters = Letters.of(scene, options.font_files, dots=False)
        out = BytesIO()
        words = {"Title": spoken(scene.title), "Subject": spoken(scene.description), "Creator": "journeykit"}
        file = _pdf.PdfFile(out, metadata={**{key: text for key, text in words.items() if text}, "CreationDate": None})
        texts = told_by_glyphs(file)
        for page in scene.pages:
            width, height = _inches(page, 1)
            shrunk = min(1.0, _LARGEST_PAGE / _POINTS / max(width, height))
            width, height = width * shrunk, height * shrunk
            file.newPage(width, height)
            renderer = _pdf.RendererPdf(file, _POINTS, height, width)
            brush = _brush(renderer, page, letters, (width * _POINTS, height * _POINTS))
            brush.texts = texts
            brush.page(page)
            renderer.finalize()
        root: dict[str, Any] = {"Type": _pdf.Name("Catalog"), "Pages": file.pagesObject, "ViewerPreferences": {"DisplayDocTitle": True}}
        if scene.lang:
            root["Lang"] = drawn(scene.lang).encode("ascii", "ignore")
        file.endStream()
        file.writeObject(file.rootObject, root)  # in the place of the one that every file begins with
        file.finalize()
        file.close()
        return out.getvalue()


RENDERER = MatplotlibRenderer()


class ScenePage(Artist):
    """One page as an artist. It fills its Axes, follows their size, and is cut off where one looks at a part of it only."""

    def __init__(self, page: Page, letters: Letters) -> None:
        super().__init__()
        self.page = page
        self.letters = letters

    def draw(self, renderer: "RendererBase") -> None:
        """Paint the page through the transform of the Axes."""
        if not self.get_visible():
            return
        renderer.open_group("journeykit", self.get_gid())
        origin, end = self.get_transform().transform([(0, 0), (self.page.width, self.page.height)])
        brush = _Brush(
            renderer, (origin[0], origin[1]), (end[0] - origin[0]) / self.page.width, (end[1] - origin[1]) / self.page.height, self.letters
        )
        box = self.axes.bbox if self.axes else None
        if box is not None and not (box.padded(1).contains(*origin) and box.padded(1).contains(*end)):
            brush.clip = box
        brush.page(self.page)
        renderer.close_group("journeykit")
        self.stale = False

    def get_window_extent(self, renderer: "RendererBase | None" = None) -> Bbox:
        """The box around the page, in dots."""
        del renderer
        return Bbox(self.get_transform().transform([(0, 0), (self.page.width, self.page.height)]))


def _inches(page: Page, per_inch: float) -> tuple[float, float]:
    """Width and height of the sheet, in so many parts of an inch."""
    checked(lengths=(page.width, page.height))
    width, height = (one / _MM for one in page.paper) if page.paper else (page.width / PX_PER_INCH, page.height / PX_PER_INCH)
    return max(width, _LEAST) * per_inch, max(height, _LEAST) * per_inch


def _png(page: Page, letters: Letters, zoom: float) -> bytes:
    width, height = _inches(page, PX_PER_INCH * zoom)
    renderer = _agg.RendererAgg(max(1, round(width)), max(1, round(height)), PX_PER_INCH * zoom)
    _brush(renderer, page, letters, (width, renderer.height), below=renderer.height - height).page(page)
    out = BytesIO()
    Image.fromarray(asarray(renderer.buffer_rgba())).save(out, "png")
    return out.getvalue()


def _brush(renderer: "RendererBase", page: Page, letters: Letters, sheet: tuple[float, float], *, below: float = 0.0) -> "_Brush":
    """A brush for a page that fills its sheet; matplotlib counts from the lower edge up."""
    width, height = sheet
    return _Brush(renderer, (0.0, height), width / (page.width or 1), (below - height) / (page.height or 1), letters)


@define(eq=False)
class _Brush:
    """Paints nodes.

    Attributes:
        origin: where the page's upper left corner lies, in dots.
        across, down: dots for one px; `down` is negative where matplotlib counts upwards.
        clip: what may not be painted over, in dots.
        texts: what the glyphs of a PDF of ours say.
        file: the PDF that is written, whoever began it.
    """

    renderer: Any
    origin: tuple[float, float]
    across: float
    down: float
    letters: Letters
    clip: Any = None
    texts: GlyphTexts | None = None
    fonts: dict[tuple[FilePath, float], FontProperties] = field(factory=dict[tuple[FilePath, float], FontProperties])
    point: float = field(init=False)
    top: float = field(init=False)
    of_dots: bool = field(init=False)
    file: Any = field(init=False)

    def __attrs_post_init__(self) -> None:
        file = getattr(self.renderer, "file", None)
        self.file = file if isinstance(file, _pdf.PdfFile) else None
        self.point = self.renderer.points_to_pixels(1.0)
        self.top = self.renderer.get_canvas_width_height()[1] if self.renderer.flipy() else 0.0
        self.of_dots = hasattr(self.renderer, "buffer_rgba")

    def page(self, page: Page) -> None:
        """The ground, and all nodes."""
        self.rect(Rect(x=0, y=0, width=page.width, height=page.height, fill=page.background), None)
        self.nodes(page.nodes, None)

    def nodes(self, nodes: Iterable[Node], url: str | None) -> None:
        for node in nodes:
            match node:
                case Text():
                    for line in drawable_lines(node):
                        self.text(line, url)
                case Rect():
                    self.rect(node, url)
                case Path():
                    if node.d:
                        if not node.scale > 0:
                            raise RenderError(f"A path in a scene has the scale {shown(node.scale)}.")
                        self.shape(node, _outline(path_data(node.d)), (node.scale, node.scale, node.x, node.y), url)
                case Circle():
                    checked(lengths=(node.r,))
                    self.shape(node, _circle(), (node.r, node.r, node.cx, node.cy), url)
                case Group():
                    self.nodes(node.children, url or _followed(node.href))
                case _:
                    assert_never(node)

    def rect(self, node: Rect, url: str | None) -> None:
        checked(lengths=(node.width, node.height))
        if node.radius:
            self.shape(node, _outline(_rounded(node.width, node.height, node.radius)), (1, 1, node.x, node.y), url)
        else:
            self.shape(node, _SQUARE, (node.width, node.height, node.x, node.y), url)

    def shape(self, node: Rect | Circle | Path, outline: Outline, place: tuple[float, float, float, float], url: str | None) -> None:
        """Fill and stroke of an outline that is stretched by the first two numbers and moved by the others, px."""
        width, height, x, y = place
        checked(x, y)
        if not (node.fill or node.stroke):
            return
        gc = self.context(node.stroke or "#000000", url)
        gc.set_linewidth(float(length(node.stroke_width)) * abs(self.across) / self.point if node.stroke else 0.0)
        if node.dash:
            gc.set_dashes(0, [float(length(one)) * abs(self.across) / self.point for one in node.dash])
        is_round = isinstance(node, Path) and node.round
        gc.set_capstyle("round" if is_round else "butt")
        gc.set_joinstyle("round" if is_round else "miter")
        matrix = Affine2D.from_values(
            width * self.across, 0, 0, height * self.down, self.origin[0] + x * self.across, self.origin[1] + y * self.down
        )
        self.renderer.draw_path(gc, outline, matrix, to_rgb(colour(node.fill)) if node.fill else None)
        gc.restore()

    def context(self, ink: str, url: str | None) -> "GraphicsContextBase":
        gc: GraphicsContextBase = self.renderer.new_gc()
        gc.set_foreground(colour(ink))
        gc.set_snap(False)
        if self.clip is not None:
            gc.set_clip_rectangle(self.clip)
        if url:
            gc.set_url(url)
        return gc

    def text(self, node: Text, url: str | None) -> None:
        """One line, piece by piece."""
        checked(node.x, node.y, lengths=(node.size,))
        if node.anchor not in LEFT_OF:
            raise RenderError(f"A text in a scene has the anchor {shown(node.anchor)}.")
        gc = self.context(node.fill, url)
        copied = copied_text(node) if self.file else None
        if copied:
            self.file.output(_pdf.Name("Span"), {"ActualText": copied}, _pdf.Verbatim(b"BDC"))
        for one in pieces(node, self.letters, _width):
            across, up = self.origin[0] + one.x * self.across, self.origin[1] + node.y * self.down
            if self.of_dots:  # it would move each letter to whole dots
                matrix = Affine2D.from_values(one.size * self.across, 0, 0, -one.size * self.down, across, up)
                gc.set_linewidth(0)
                self.renderer.draw_path(gc, _letters(one.file.path, one.words), matrix, gc.get_rgb()[:3])
            else:
                font = self.font(one.file.path, one.size)
                if self.texts:
                    self.texts.expect(one.words, get_font(str(one.file.path)), rtl=one.rtl)
                self.renderer.draw_text(gc, across, self.top - up if self.top else up, one.words, font, 0.0)
        if copied:
            self.file.output(_pdf.Verbatim(b"EMC"))
        gc.restore()

    def font(self, file: FilePath, size: float) -> FontProperties:
        key = (file, size)
        if key not in self.fonts:
            self.fonts[key] = FontProperties(fname=str(file), size=size * abs(self.across) / self.point)
        return self.fonts[key]


def _followed(address: str) -> str | None:
    """An address for a file that is not on the web: absolute, in ASCII."""
    found = link(address)
    return found if found and found.isascii() and ":" in found else None


@lru_cache(maxsize=512)
def _outline(d: str) -> Outline:
    """Path data as matplotlib holds it."""
    points: list[tuple[float, float]] = []
    codes: list[Any] = []
    start = (0.0, 0.0)
    parts = iter(d.split())
    for command in parts:
        if command == "Z":
            points.append(start)
            codes.append(Outline.CLOSEPOLY)
            continue
        made = _CODES[command]
        codes += made
        points += [(float(next(parts)), float(next(parts))) for _ in made]
        start = points[-1] if command == "M" else start
    return Outline(points, codes)


@cache
def _circle() -> Outline:
    """Around the origin with the radius 1; dashes begin where they do in SVG, at the right and downwards."""
    k, made = _ROUND, PathBuilder().move(1, 0)
    for x, y in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        made.curve((x - k * y, y + k * x), (-y + k * x, x + k * y), (-y, x))
    return _outline(made.close().d)


@lru_cache(maxsize=256)
def _rounded(width: float, height: float, radius: float) -> str:
    """A rectangle with round corners."""
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _ROUND)
    made = PathBuilder().move(r, 0).line(width - r, 0).curve((width - k, 0), (width, k), (width, r)).line(width, height - r)
    made.curve((width, height - k), (width - k, height), (width - r, height)).line(r, height)
    return made.curve((k, height), (0, height - k), (0, height - r)).line(0, r).curve((0, k), (k, 0), (r, 0)).close().d


@lru_cache(maxsize=4096)
def _width(file: FontFile, text: str) -> float:
    """The advance width of a piece, in em."""
    font = get_font(str(file.path))
    font.clear()
    font.set_size(_EM, _POINTS)
    font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / 64 / _EM if text else 0.0


@lru_cache(maxsize=2048)
def _letters(file: FilePath, text: str) -> Outline:
    """The shapes of a piece of a line, in em, y up."""
    made = TextToPath()
    points, codes = made.get_text_path(FontProperties(fname=str(file)), text)
    return Outline(asarray(points) / made.FONT_SCALE, codes)
