"""Notebooks of the examples on a page: a fenced block `{notebook} build_a_map.ipynb` is replaced by its cells.

They run while the pages are built, and what they show stands below them.
"""

import ast
import contextlib
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

_HELD = "journeykit_cells"
_LINE = re.compile(r"^```\{notebook\} (\S+)\n```$", re.MULTILINE)
FOLDER = Path(__file__).parents[2] / "examples" / "notebooks"


def shown(cell: str, held: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """Run a cell among the names that are held: what it prints, and the bundle of its last line."""
    tree = ast.parse(cell)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(tree, "<cell>", "exec"), held)  # noqa: S102  # the cells are this project's own
        value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), held) if last is not None else None  # noqa: S307  # the same
    if value is None:
        return said.getvalue(), {}
    return said.getvalue(), value._repr_mimebundle_() if hasattr(value, "_repr_mimebundle_") else {"text/plain": repr(value)}


def written(page: str) -> str:
    """A page with its notebooks written out: their Markdown as it stands, their code as directives that run it."""
    return _LINE.sub(lambda found: "\n".join(_cells(found[1])), page)


def _cells(name: str) -> Iterator[str]:
    for cell in json.loads((FOLDER / name).read_text(encoding="utf-8"))["cells"]:
        text = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            yield "\n".join(line for line in text.splitlines() if not line.startswith("# ")) + "\n"  # the page has a title
        else:
            yield f"````{{cell}} {name}\n{text}\n````\n"


class Cell(SphinxDirective):
    """The code of a cell, and what it shows. The cells of a page share their names."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """The code and what it shows; an error of the page where it fails."""
        self.env.note_dependency(str(FOLDER / self.arguments[0]))
        held = self.env.temp_data.setdefault(_HELD, {"__name__": "__main__"})
        text = "\n".join(self.content)
        try:
            with contextlib.chdir(FOLDER):
                said, bundle = shown(text, held)
        except Exception as problem:
            raise self.error(f"A cell of {self.arguments[0]} fails: {problem}") from problem
        found: list[nodes.Node] = [nodes.literal_block(text, text, language="python")]
        plain = said.rstrip() or ("" if "text/html" in bundle else bundle.get("text/plain", ""))
        if plain:
            found.append(nodes.literal_block(plain, plain, language="text"))
        if html := bundle.get("text/html"):
            found.append(nodes.raw("", f'<div class="journey-output">{html}</div>', format="html"))
        return found


def _write_out(app: Sphinx, docname: str, source: list[str]) -> None:
    del app, docname
    source[0] = written(source[0])


def setup(app: Sphinx) -> ExtensionMetadata:
    """Called by Sphinx."""
    app.add_directive("cell", Cell)
    app.connect("source-read", _write_out)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
