"""Plain text: the outline that a reader hears, for terminals, logs and screen readers.

It reads roles and labels only, never geometry or drawn words: what it says is what the picture says to somebody who does not see it.
"""

from collections.abc import Iterable, Iterator

from attrs import frozen

from journeykit.scene import Group, Node, Scene

from ._checked import visible
from ._protocol import Capability, Options
from ._registry import check_options

_STEP = "  "
_CELLS = frozenset({"rowheader", "columnheader", "cell"})


@frozen(kw_only=True)
class TextRenderer:
    """Writes the outline of all pages: headings for lists and tables, `- ` for items, cells between bars."""

    name: str = "text"
    suffixes: tuple[str, ...] = (".txt",)
    media_type: str = "text/plain"
    capabilities: frozenset[Capability] = frozenset({"pages-in-one", "structure"})

    def render(self, scene: Scene, options: Options) -> tuple[bytes, ...]:
        """One text in UTF-8 for all pages. Control characters and reversals of direction are shown as escapes.

        Raises:
            RenderError: the options ask for what text cannot do.
        """
        check_options(self, options)
        blocks: list[list[str]] = []
        if scene.title:
            title = " ".join(_lines(scene.title))
            blocks.append([title, "=" * min(len(title), 78)])
        if scene.description:
            blocks.append(_lines(scene.description))
        for page in scene.pages:
            if page.label:
                blocks.append([f"[{' '.join(_lines(page.label))}]"])
            blocks.append(list(_outline(page.nodes, "")))
        text = "\n\n".join("\n".join(block) for block in blocks if block)
        return ((text + "\n").encode() if text else b"",)


RENDERER = TextRenderer()


def _outline(nodes: Iterable[Node], indent: str) -> Iterator[str]:
    """Lines for what the groups among the nodes say; a group without a label passes on what it holds."""
    for node in nodes:
        if not isinstance(node, Group):
            continue
        if node.role == "row":
            yield from _row(node, indent)
        elif not node.label.strip():
            yield from _outline(node.children, indent)
        elif node.role == "listitem":
            first, *more = _lines(node.label)
            yield f"{indent}- {first}"
            yield from (f"{indent}{_STEP}{one}" for one in more)
            yield from _outline(node.children, indent + _STEP)
        else:
            yield from _headed(node, indent)


def _headed(node: Group, indent: str) -> Iterator[str]:
    """A label, and below it what the group holds."""
    below = list(_outline(node.children, indent + _STEP))
    lines = _lines(node.label)
    yield from (indent + one for one in lines[:-1])
    yield indent + lines[-1] + (":" if below and not lines[-1].endswith((":", ".", "?", "!")) else "")
    yield from below


def _row(node: Group, indent: str) -> Iterator[str]:
    """A row of a table on one line; its own label is said only where it has no cells, for the cells repeat it."""
    cells = [" ".join(_spoken(one)) for one in _cells(node.children)]
    if any(cells):
        yield f"{indent}- " + " | ".join(cells)
    elif node.label.strip():
        yield f"{indent}- " + " ".join(_lines(node.label))


def _cells(nodes: Iterable[Node]) -> Iterator[Group]:
    for node in nodes:
        if isinstance(node, Group):
            if node.role in _CELLS:
                yield node
            else:
                yield from _cells(node.children)


def _spoken(cell: Group) -> Iterator[str]:
    """What a cell says: its label, else what is labelled inside."""
    if cell.label.strip():
        yield from _lines(cell.label)
    else:
        for one in cell.children:
            if isinstance(one, Group):
                yield from _spoken(one)


def _lines(text: str) -> list[str]:
    """The lines of a text that say something, safe for a terminal; at least one."""
    found = [visible(one).strip() for one in text.splitlines()]
    return [one for one in found if one] or [""]
