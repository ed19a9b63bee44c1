"""PDF: all pages in one file, drawn by the matplotlib renderer. Text stays text; sheets have the size of their paper."""

from attrs import frozen

from journeykit.scene import Scene

from ._protocol import Capability, Options
from ._registry import check_options
from .matplotlib import RENDERER as INK


@frozen(kw_only=True)
class PdfRenderer:
    """Draws all pages as one PDF."""

    name: str = "pdf"
    suffixes: tuple[str, ...] = (".pdf",)
    media_type: str = "application/pdf"
    capabilities: frozenset[Capability] = frozenset({"font-files", "links", "pages-in-one"})

    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        """One PDF. A page is as large as its sheet, or 0.75 points for each px, and at most 200 inches on a side.

        Raises:
            RenderError: the scene holds what cannot be drawn, or a letter is in no font.
        """
        check_options(self, options)
        return (INK.pdf(scene, options),)


RENDERER = PdfRenderer()
