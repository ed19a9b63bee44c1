"""The directive `{map}`: a picture of an example, drawn while the pages are built, so that no page shows what the code does not do.

    ```{map} dealership.yaml
    :journey: buy-a-car
    :view: journey-map
    ```

The picture stands in the page as SVG: its text can be selected, searched and read aloud. Every other option is handed to `journeykit.render`.
"""

from pathlib import Path
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata, OptionSpec

import journeykit
from journeykit.errors import JourneykitError

EXAMPLES = Path(__file__).parents[2] / "examples"


class Map(SphinxDirective):
    """One journey of one file in `examples/`, drawn."""

    required_arguments = 1
    option_spec: ClassVar[OptionSpec] = {
        "journey": directives.unchanged_required,
        "theme": directives.unchanged_required,
        "view": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """The figure; an error of the page where the example cannot be drawn."""
        file = EXAMPLES / self.arguments[0]
        self.env.note_dependency(str(file))
        options = dict(self.options)
        journey = options.pop("journey", None)
        try:
            book = journeykit.load(file)
            picture = journeykit.render(book.journeys[journey or 0], **options).svg
        except (JourneykitError, OSError) as problem:
            raise self.error(f"{file.name} cannot be drawn: {problem}") from problem
        markup = picture[picture.index("<svg") :]
        return [nodes.raw("", f'<figure class="journey-picture" tabindex="0">{markup}</figure>', format="html")]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Called by Sphinx."""
    app.add_directive("map", Map)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
