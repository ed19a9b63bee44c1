"""The directives `{gallery}` and `{conformance}`: every view in every theme, drawn while the pages are built, and what each renderer draws.

    ```{gallery} dealership.yaml
    :view: journey-map
    ```

    ```{conformance}
    ```

The pictures stand beside the pages as files: a thumbnail is the picture itself, small, and leads to it. Below it stand the same picture in the
other formats of pictures; text and Markdown, which have no theme, stand below them all.
"""

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
from journeykit.testing import conformance_table
from journeykit.themes import THEME_NAMES

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDER = "gallery-pictures"
INKS = {"png": "PNG", "pdf": "PDF", "matplotlib": "matplotlib"}
WORDS = {"text": "text", "markdown": "Markdown"}


class Gallery(SphinxDirective):
    """One view of one file in every theme and format. Two files are compared."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[OptionSpec] = {
        "view": directives.unchanged_required,
        "lens": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """The pictures in a row; an error of the page where one cannot be drawn."""
        view = self.options["view"]
        try:
            shown = self._shown()
            figures = [self._figure(theme, shown, view=view) for theme in THEME_NAMES]
            others = [self._link(name, words, shown, view=view) for name, words in WORDS.items()]
        except (JourneykitError, OSError) as problem:
            raise self.error(f"{view} of {self.arguments[0]} cannot be drawn: {problem}") from problem
        also = f'<p class="journey-formats">The same in words: {", ".join(others)}.</p>'
        return [nodes.raw("", f'<div class="journey-gallery">{"".join(figures)}</div>{also}', format="html")]

    def _shown(self) -> Any:
        for name in self.arguments[0].split():
            self.env.note_dependency(str(EXAMPLES / name))
        first, *second = [journeykit.load(EXAMPLES / name) for name in self.arguments[0].split()]
        if not second:
            return first
        return journeykit.compare(first.journeys[0], second[0].journeys[0], lens=self.options.get("lens"))

    def _figure(self, theme: str, shown: Any, **of_view: Any) -> str:
        drawn = journeykit.render(shown, theme=theme, **of_view)
        address = self._kept(drawn, theme)
        picture = f'<img src="{address}" alt="{escape(drawn.alt)}" loading="lazy">'
        others = ", ".join(self._link(name, words, shown, theme=theme, **of_view) for name, words in INKS.items())
        return f'<figure><a href="{address}">{picture}</a><figcaption>{theme}: {others}</figcaption></figure>'

    def _link(self, name: str, words: str, shown: Any, **asked: Any) -> str:
        drawn = journeykit.render(shown, format=name, **asked)
        return f'<a href="{self._kept(drawn, asked.get("theme", "words"), name)}">{words}</a>'

    def _kept(self, drawn: Rendering, theme: str, ink: str = "svg") -> str:
        """Write a file beside the pages; its address, seen from this page."""
        name = f"{self.options['view']}-{theme}-{ink}{drawn.suffix}"
        file = Path(self.env.app.outdir) / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(drawn.pages[0])
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
