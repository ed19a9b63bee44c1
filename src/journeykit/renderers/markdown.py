"""Markdown: the table of a scene, for readers who want no picture and for pages that show none."""

import re
from collections.abc import Sequence

from attrs import frozen

from journeykit.scene import Scene

from ._checked import visible
from ._protocol import Capability, Options
from ._registry import check_options

_MARKS = re.compile(r"[\\`*_\[\]#~|$]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_STARTS_BLOCK = re.compile(r"(?:[-+=:]|[0-9]+[.)])")


@frozen(kw_only=True)
class MarkdownRenderer:
    """Writes title, description and `Scene.table` as GitHub Flavored Markdown; the first row is the header."""

    name: str = "markdown"
    suffixes: tuple[str, ...] = (".md",)
    media_type: str = "text/markdown"
    capabilities: frozenset[Capability] = frozenset({"pages-in-one"})

    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        """One document in UTF-8 for all pages. No word of the scene can become markup, a link or HTML.

        Raises:
            RenderError: the options ask for what Markdown cannot do.
        """
        check_options(self, options)
        blocks = [f"# {_flat(scene.title)}"] if scene.title.strip() else []
        if scene.description.strip():
            blocks.append("\n\n".join(_paragraph(one) for one in scene.description.splitlines() if one.strip()))
        if scene.table:
            blocks.append(_table(scene.table))
        text = "\n\n".join(blocks)
        return ((text + "\n").encode() if text else b"",)


RENDERER = MarkdownRenderer()


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Rows of equal length; short ones are filled with empty cells.

    Source: GitHub Flavored Markdown, section 4.10.
    """
    width = max(1, *(len(row) for row in rows))
    lines = [_line([_cell(one) for one in row] + [""] * (width - len(row))) for row in rows]
    return "\n".join([lines[0], _line(["---"] * width), *lines[1:]])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """A cell; its lines stay apart."""
    return "<br>".join(_escaped(one.strip()) for one in text.strip().splitlines())


def _flat(text: str) -> str:
    return " ".join(_escaped(one.strip()) for one in text.strip().splitlines())


def _paragraph(line: str) -> str:
    """A line that begins no list, rule or heading, whatever it begins with."""
    text = _escaped(line.strip())
    found = _STARTS_BLOCK.match(text)
    return f"{text[: found.end() - 1]}\\{text[found.end() - 1 :]}" if found else text


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", visible(text)).translate(_ENTITIES)
