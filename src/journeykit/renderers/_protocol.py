"""What a renderer is, and what may be asked of it."""

from pathlib import Path
from typing import Literal, Protocol

from attrs import field, frozen

from journeykit.errors import Problem, RenderError
from journeykit.record import Record
from journeykit.scene import Scene

PX_PER_INCH = 96
LARGEST_SCALE = 20

Capability = Literal["font-files", "fonts-embed", "fonts-outline", "links", "pages-in-one", "scale", "structure", "tooltips"]
Fonts = Literal["system", "embed", "outline"]


def _paths(value: "tuple[Path | str, ...] | list[Path | str] | Path | str") -> tuple[Path, ...]:
    return (Path(value),) if isinstance(value, str | Path) else tuple(Path(one) for one in value)


@frozen(kw_only=True, eq=False, repr=False)
class Options(Record):
    """How a scene is to be drawn. Every renderer takes every option, or refuses it before it draws.

    Attributes:
        fonts: `system` names the families and leaves the glyphs to the viewer; `embed` puts the glyphs used into the picture (browsers
            read them); `outline` draws letters as shapes, the same everywhere. The last two need `font_files`.
        font_files: the user's font files, TrueType or OpenType, the preferred first. Pictures that carry their letters anyway (the
            capability `font-files`: PNG, PDF) take them with `system` too.
        scale: dots for one px of the scene, above 0 and at most 20; None is 1. Only for pictures of dots.
        dpi: the same as dots to the inch, 96 for each px; at most one of both is given.
        prefix: what every id begins with: an ASCII letter, then letters, digits, `_` and `-`. Empty: made of the content, so that
            two different pictures on one page never share an id.
        standalone: begin with an XML declaration; without it the bytes may stand inside an HTML page.
        needs: capabilities without which the picture is of no use.
    """

    fonts: Fonts = "system"
    font_files: tuple[Path, ...] = field(default=(), converter=_paths)
    scale: float | None = None
    dpi: float | None = None
    prefix: str = ""
    standalone: bool = False
    needs: tuple[Capability, ...] = ()

    @property
    def zoom(self) -> float:
        """Dots for one px, from `scale` or `dpi`.

        Raises:
            RenderError: both are given, or the number is out of range.

        Example:
            >>> Options(dpi=300).zoom, Options().zoom
            (3.125, 1.0)
        """
        if self.scale is not None and self.dpi is not None:
            raise RenderError(
                Problem("A picture has one size, and both scale and dpi are given.", got=f"scale={self.scale}, dpi={self.dpi}")
            )
        found = self.scale if self.scale is not None else self.dpi / PX_PER_INCH if self.dpi is not None else 1.0
        if not 0 < found <= LARGEST_SCALE:
            asked = f"scale={self.scale}" if self.scale is not None else f"dpi={self.dpi}"
            expected = f"above 0, at most {LARGEST_SCALE} (dpi: {LARGEST_SCALE * PX_PER_INCH})"
            raise RenderError(Problem("The size that was asked for is out of range.", got=asked, expected=expected))
        return found


class Renderer(Protocol):
    """Draws scenes in one format. It sees a scene and nothing else, keeps no state, and gives the same bytes for the same scene."""

    @property
    def name(self) -> str:
        """The name by which it is asked for."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings of the files that it writes, in lower case with the dot."""
        ...

    @property
    def media_type(self) -> str:
        """The media type of what it gives."""
        ...

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What it can do beyond ink."""
        ...

    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        """One item for each page, or a single one for all pages where `pages-in-one` is among the capabilities.

        Raises:
            RenderError: a capability is asked for that is missing, or the scene holds what cannot be drawn.
        """
        ...
