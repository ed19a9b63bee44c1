"""The directives `{gallery}` and `{conformance}`: every view in every theme, drawn while the pages are built, and what each renderer draws.

    ```{gallery} dealership.yaml
    :view: journey-map
    :formats: text, markdown, png, pdf
    ```

    ```{conformance}
    ```

The pictures stand beside the pages as files: a thumbnail is the picture itself, small, and leads to it.
"""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata, OptionSpec

import journeykit
from journeykit.errors import JourneykitError
from journeykit.pipeline import Rendering
from journeykit.renderers import renderer
from journeykit.testing import conformance_table
from journeykit.themes import THEME_NAMES

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDER = "gallery-pictures"
FORMATS = {"svg": "SVG", "png": "PNG", "pdf": "PDF", "matplotlib": "matplotlib", "text": "text", "markdown": "Markdown"}


class Gallery(SphinxDirective):
    """One view of one file in all themes, and in further formats. Two files are compared."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[OptionSpec] = {
        "view": directives.unchanged_required,
        "formats": directives.unchanged_required,
        "lens": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """The pictures in a row; an error of the page where one cannot be drawn."""
        view = self.options["view"]
        try:
            shown = self._shown()
            one = self._journey(shown, view)
            figures = [self._figure(journeykit.render(shown, view=view, theme=theme, **one), theme) for theme in THEME_NAMES]
            others = list(self._others(shown, view))
        except (JourneykitError, OSError) as problem:
            raise self.error(f"{view} of {self.arguments[0]} cannot be drawn: {problem}") from problem
        also = f'<p class="journey-formats">The same as {", ".join(others)}.</p>' if others else ""
        return [nodes.raw("", f'<div class="journey-gallery">{"".join(figures)}</div>{also}', format="html")]

    def _shown(self) -> Any:
        for name in self.arguments[0].split():
            self.env.note_dependency(str(EXAMPLES / name))
        first, *second = [journeykit.load(EXAMPLES / name) for name in self.arguments[0].split()]
        if not second:
            return first
        return journeykit.compare(first.journeys[0], second[0].journeys[0], lens=self.options.get("lens"))

    def _journey(self, shown: Any, view: str) -> dict[str, Any]:
        """Where a view shows one journey of several, it is the first."""
        several = isinstance(shown, journeykit.Portfolio) and len(shown.journeys) > 1
        return {"journey": 0} if several and view != "atlas" else {}

    def _figure(self, drawn: Rendering, theme: str) -> str:
        address = self._kept(f"{self.options['view']}-{theme}.svg", drawn.pages[0])
        picture = f'<img src="{address}" alt="{escape(drawn.alt)}" loading="lazy">'
        return f'<figure><a href="{address}">{picture}</a><figcaption>{theme}</figcaption></figure>'

    def _others(self, shown: Any, view: str) -> Iterator[str]:
        for name in self.options.get("formats", "text, markdown").split(","):
            ink = renderer(name.strip())
            drawn = journeykit.render(shown, view=view, format=ink.name, **self._journey(shown, view))
            address = self._kept(f"{view}-{ink.name}{drawn.suffix}", drawn.pages[0])
            yield f'<a href="{address}">{FORMATS.get(ink.name, ink.name)}</a>'

    def _kept(self, name: str, data: bytes) -> str:
        """Write a file beside the pages; its address, seen from this page."""
        file = Path(self.env.app.outdir) / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        return "../" * self.env.docname.count("/") + f"{FOLDER}/{name}"


class Conformance(SphinxDirective):
    """Which renderer draws which scene of the suite."""

    def run(self) -> list[nodes.Node]:
        """The table; an error of the page where a renderer is at fault."""
        head, *rows = conformance_table()
        if faults := [(row[0], name) for row in rows for name, cell in zip(head[1:], row[1:], strict=True) if cell == "FAULT"]:
            raise self.error(f"Renderers at fault: {faults}")
        widths = [30, *(10 for _ in head[1:])]
        table, group = nodes.table(), nodes.tgroup(cols=len(head))
        group += [nodes.colspec(colwidth=width) for width in widths]
        group += nodes.thead("", _row(head))
        group += nodes.tbody("", *map(_row, rows))
        table += group
        return [table]


def _row(cells: tuple[str, ...]) -> nodes.row:
    """Cells as they are: nothing in the name of a hostile scene becomes markup."""
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", nodes.Text(cell))) for cell in cells))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Called by Sphinx."""
    app.add_directive("gallery", Gallery)
    app.add_directive("conformance", Conformance)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
