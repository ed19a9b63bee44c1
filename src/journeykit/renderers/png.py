"""PNG: the picture that the SVG renderer draws, as dots. The only file that knows resvg.

resvg draws nothing where it has no font and says nothing about it; so the letters are looked up first, each with a file that has it, and what
no file has is refused.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape
from typing import Protocol, cast

import resvg_py
from attrs import evolve, frozen

from journeykit.errors import Problem, RenderError
from journeykit.scene import Group, Node, Page, Scene, Text

from ._checked import checked, drawn
from ._dots import chunks, largest
from ._fontfile import FontFile
from ._letters import Letters
from ._lines import drawable_lines
from ._pieces import pieces
from ._protocol import PX_PER_INCH, Capability, Options
from ._registry import check_options
from .svg import RENDERER as SVG

_SIZE = re.compile(r'<svg([^>]*?) width="[^"]*" height="[^"]*"')
_TEXT = re.compile(r"<text([^>]*)>(.*?)</text>")
_TAG = re.compile(r"<[^>]*>")
_WEIGHT = re.compile(r' font-weight="([0-9.]+)"')
_REGULAR = 400.0


class _Resvg(Protocol):
    """The part of resvg that is used."""

    def __call__(self, svg_string: str, *, skip_system_fonts: bool, zoom: float, dpi: float, font_files: list[str]) -> bytes: ...


_svg_to_bytes = cast(_Resvg, resvg_py.svg_to_bytes)


@frozen(kw_only=True)
class PngRenderer:
    """Draws each page as one PNG file, with title and description inside."""

    name: str = "png"
    suffixes: tuple[str, ...] = (".png",)
    media_type: str = "image/png"
    capabilities: frozenset[Capability] = frozenset({"font-files", "fonts-outline", "scale"})

    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        """One PNG for each page: 96 × scale dots to the inch; where the page is for paper, dots to the inch of the sheet.

        Raises:
            RenderError: the scene cannot be drawn as SVG, a letter is in no font, or the picture would be too large.
        """
        check_options(self, options)
        zoom = options.zoom
        for page in scene.pages:
            largest(*_sheet(page), zoom)
        least = 1 / zoom  # no PNG is empty
        scene = evolve(scene, pages=tuple(evolve(one, width=max(one.width, least), height=max(one.height, least)) for one in scene.pages))
        asked = Options(fonts=options.fonts, font_files=options.font_files, prefix=options.prefix)
        if options.fonts == "outline":
            return tuple(
                _drawn(one.decode(), scene, page, zoom=zoom) for one, page in zip(SVG.render(scene, asked), scene.pages, strict=True)
            )
        letters = Letters.of(scene, options.font_files)
        families = ", ".join(f"'{one}'" for one in letters.families if "'" not in one)
        pages = tuple(evolve(one, nodes=_parted(one.nodes, letters)) for one in scene.pages)
        pictures = SVG.render(evolve(scene, font_family=families, pages=pages), evolve(asked, font_files=()))
        return tuple(
            _drawn(_named(one.decode(), letters), scene, page, zoom=zoom, letters=letters)
            for one, page in zip(pictures, pages, strict=True)
        )


RENDERER = PngRenderer()


def _sheet(page: Page) -> tuple[float, float]:
    """Width and height in 1/96 inch."""
    if page.paper:
        return page.paper[0] / 25.4 * PX_PER_INCH, page.paper[1] / 25.4 * PX_PER_INCH
    checked(lengths=(page.width, page.height))
    return page.width, page.height


def _drawn(svg: str, scene: Scene, page: Page, *, zoom: float, letters: Letters | None = None) -> bytes:
    files = [str(one.path) for one in letters.files] if letters else []
    drawn_at = zoom
    if page.paper:  # a sheet in whole dots, by us: resvg rounds its px up before it enlarges them
        width, height = (max(1, round(one * zoom)) for one in _sheet(page))
        svg, drawn_at = _SIZE.sub(f'<svg\\g<1> width="{width}" height="{height}" preserveAspectRatio="none"', svg, count=1), 1.0
    try:
        picture = _svg_to_bytes(svg, skip_system_fonts=True, zoom=drawn_at, dpi=PX_PER_INCH, font_files=files)
    except ValueError as error:
        raise RenderError(Problem(f"resvg could not draw the picture: {error}.")) from error
    return chunks(picture, scene.title, scene.description, lang=scene.lang, per_inch=PX_PER_INCH * zoom)


def _parted(nodes: Iterable[Node], letters: Letters) -> tuple[Node, ...]:
    """The nodes, with each line that no single font can draw as pieces in one font each: resvg would leave out or double letters."""
    out: list[Node] = []
    for node in nodes:
        if isinstance(node, Group):
            out.append(evolve(node, children=_parted(node.children, letters)))
        elif isinstance(node, Text) and (words := drawn(node.text) + (drawn(node.tail.text) if node.tail else "")) and not words.isascii():
            for line in drawable_lines(node):
                out += _pieces_of(line, letters) if len({*_files(line, letters)}) > 1 else [line]
        else:
            out.append(node)
    return tuple(out)


def _files(line: Text, letters: Letters) -> Iterator[FontFile]:
    """The font of each run; a face of another weight is another file, and no reason to part a figure from its unit."""
    for words, weight in ((line.text, line.weight), *(((line.tail.text, line.tail.weight),) if line.tail else ())):
        main = letters.ordered(weight, italic=line.italic)[0]
        for *_, file in letters.runs(drawn(words), weight, italic=line.italic):
            yield letters.files[0] if file is main else file


def _pieces_of(line: Text, letters: Letters) -> list[Text]:
    from ._harfbuzz import advance  # noqa: PLC0415 - only for lines that mix fonts

    return [
        evolve(
            line, text=one.words, x=one.x, width=0.0, size=one.size, weight=one.weight, anchor="start", spacing=0.0, rtl=one.rtl, tail=None
        )
        for one in pieces(line, letters, advance)
    ]


def _named(svg: str, letters: Letters) -> str:
    """The SVG in which each line names the font that draws it, where it is not the first."""
    return _TEXT.sub(lambda found: _with_family(found[1], found[2], letters), svg) if not svg.isascii() else svg


def _with_family(attribs: str, content: str, letters: Letters) -> str:
    words = unescape(_TAG.sub("", content))
    found = _WEIGHT.search(attribs)
    weight, italic = float(found[1]) if found else _REGULAR, ' font-style="italic"' in attribs
    main = letters.ordered(weight, italic=italic)[0]
    file = next((one for *_, one in letters.runs(words, weight, italic=italic)), main)
    if file is main:
        return f"<text{attribs}>{content}</text>"
    style = "italic" if file.italic else "normal"
    plain = attribs.replace(' font-style="italic"', "")
    return f'<text{plain} font-family="{escape(file.family)}" font-style="{style}">{content}</text>'
