"""The directives `{map}` and `{picture}`: pictures that are drawn while the pages are built, so that no page shows what the code does not do.

    ```{map} dealership.yaml
    :journey: buy-a-car
    :lanes: emotions, pains
    ```

    ```{picture} buy.svg
    ```

`{map}` draws a file of the page's folder or an example; its options are handed to `journeykit.render`. `{picture}` shows an SVG
that the page itself has made. Both stand in the page as SVG: their text can be selected, searched and read aloud.
"""

import re
from html import escape, unescape
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata, OptionSpec

import journeykit
from journeykit.errors import JourneykitError
from pages import ROOT, folder_of, printed

LEAST_SCALE = 0.85


def figure(picture: str, name: str) -> nodes.raw:
    """A figure that scrolls sideways in its own frame and can be reached with the keyboard."""
    markup = picture[picture.index("<svg") :]
    width = float(found[1]) if (found := re.match(r'<svg[^>]*?\bwidth="([\d.]+)', markup)) else 0
    fits = f' style="min-width:{LEAST_SCALE * width:.0f}px;max-width:{width:.0f}px"' if width else ""
    frame = f'<figure class="journey-picture" tabindex="0" role="region" aria-label="{escape(name)}">'
    return nodes.raw("", f"{frame}<svg{fits}{markup[4:]}</figure>", format="html")


class Map(SphinxDirective):
    """One journey of one file, drawn."""

    required_arguments = 1
    option_spec: ClassVar[OptionSpec] = dict.fromkeys(("detail", "journey", "lanes", "theme", "view"), directives.unchanged_required)

    def run(self) -> list[nodes.Node]:
        """The figure; an error of the page where the file cannot be drawn."""
        file = folder_of(self.env) / self.arguments[0]
        file = file if file.exists() else ROOT / "examples" / file.name
        options = dict(self.options)
        journey = options.pop("journey", None)
        if "lanes" in options:
            options["lanes"] = [one.strip() for one in options["lanes"].split(",")]
        try:
            book = journeykit.load(file)
            drawn = journeykit.render(book.journeys[journey or 0], **options)
        except (JourneykitError, OSError) as problem:
            raise self.error(f"{file.name} cannot be drawn: {problem}") from problem
        return [figure(drawn.svg, f"Map: {drawn.diagram.title}")]


class Picture(SphinxDirective):
    """An SVG that the page has made."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The figure; an error of the page where the file is missing."""
        file = folder_of(self.env) / self.arguments[0]
        if not file.exists():
            printed(self)  # the Python above draws it
        try:
            text = file.read_text(encoding="utf-8")
        except OSError as problem:
            raise self.error(f"{self.arguments[0]} was not made on this page: {problem}") from problem
        title = re.search(r"<title[^>]*>(.*?)</title>", text)
        return [figure(text, f"Map: {unescape(title[1])}" if title else self.arguments[0])]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Called by Sphinx."""
    app.add_directive("map", Map)
    app.add_directive("picture", Picture)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
