"""What must hold for every scene: nothing outside the page, no text on text, no text over the edge of its own group's ground."""

from collections.abc import Iterator

from journeykit.scene import Bounds, Circle, Group, Node, Page, Path, Rect, Scene, Text, bounds, walk
from journeykit.text import clean
from journeykit.themes import THEME_NAMES, theme

_FOCUS = frozenset(theme(name).palette.focus for name in THEME_NAMES)


# A circle drawn that wide is the ground of a ring.
_GROUND = 30.0


def texts(page: Page) -> list[Text]:
    return [one for one in walk(page.nodes) if isinstance(one, Text)]


def faults(scene: Scene) -> list[str]:
    """Sentences about what is wrong; empty for a good scene."""
    out: list[str] = []
    for number, page in enumerate(scene.pages, 1):
        out += [f"page {number}: {one}" for one in _outside(page)]
        out += [f"page {number}: {one}" for one in _overlaps(page)]
        out += [f"page {number}: {one}" for one in _struck(page)]
        out += [f"page {number}: {one}" for one in _straddling(page)]
        out += [f"page {number}: {one}" for one in _unlabelled(page)]
        out += [f"page {number}: {one}" for one in _sources(page)]
        out += [f"page {number}: {one}" for one in _lists(page)]
    return out


def _outside(page: Page) -> list[str]:
    out = []
    for node in walk(page.nodes):
        box = bounds(node)
        if box is None or isinstance(node, Group) or (isinstance(node, Path) and not node.d):
            continue
        if box.left < 0 or box.top < 0 or box.right > page.width + 0.01 or box.bottom > page.height + 0.01:
            out.append(f"outside the page: {node}")
    return out


def _overlaps(page: Page) -> list[str]:
    found = sorted(((bounds(one), one) for one in texts(page)), key=lambda pair: pair[0].left if pair[0] else 0)
    out = []
    for at, (box, one) in enumerate(found):
        for other_box, other in found[at + 1 :]:
            if box is None or other_box is None or other_box.left > box.right:
                break
            # Ascent and descent of neighbouring lines touch: 0.8 + 0.25 of the size against a line height of 1.2 to 1.3.
            if box.overlaps(other_box, by=1.0):
                out += [f"{one.text!r} at {one.x:.0f},{one.y:.0f} over {other.text!r} at {other.x:.0f},{other.y:.0f}"]
    return out


def _struck(page: Page) -> list[str]:
    """Texts on which a symbol stands that is not their own ring or disc."""
    nodes = list(walk(page.nodes))
    out = []
    symbols = [
        box
        for one in nodes
        if (isinstance(one, Circle) and one.stroke_width < _GROUND) or (isinstance(one, Path) and (one.x or one.y))
        if (box := bounds(one))
    ]
    for one in nodes:
        if isinstance(one, Text) and one.text.strip() and (text := bounds(one)):
            out += [f"{one.text!r} under a symbol at {box}" for box in symbols if text.overlaps(box, by=1.5) and not _rings(box, text)]
    return out


def _straddling(page: Page) -> list[str]:
    """Texts over an edge of the ground of the critical column."""
    tints = [box for one in walk(page.nodes) if isinstance(one, Rect) and one.fill in _FOCUS and (box := bounds(one))]
    out = []
    for one in texts(page):
        box = bounds(one)
        for tint in tints:
            if box and box.top < tint.bottom and tint.top < box.bottom:
                out += [
                    f"{one.text!r} over the edge of the tint" for edge in (tint.left, tint.right) if box.left + 1 < edge < box.right - 1
                ]
    return out


def _rings(box: Bounds, text: Bounds) -> bool:
    if text.left >= box.left and text.right <= box.right and text.top >= box.top and text.bottom <= box.bottom and box.width > 2 * _GROUND:
        return True  # several lines in a disc made for them
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return text.left - 1 <= across <= text.right + 1 and box.width > text.width - 8 and abs((text.top + text.bottom) / 2 - down) < 4


def _unlabelled(page: Page) -> list[str]:
    """List items say their whole text in the label."""
    items = [one for one in walk(page.nodes) if isinstance(one, Group) and one.role == "listitem"]
    return [f"a list item without a label: {one}" for one in items if not one.label]


def _sources(page: Page) -> list[str]:
    seen: set[str] = set()
    out = []
    for group in walk(page.nodes):
        if isinstance(group, Group) and group.source:
            if group.source in seen:
                out.append(f"twice: {group.source}")
            seen.add(group.source)
    return out


def _lists(page: Page) -> list[str]:
    out = []

    def visit(group: Group) -> None:
        for child in group.children:
            if not isinstance(child, Group):
                if group.role == "list":
                    out.append(f"ink directly in the list {group.label!r}")
                continue
            if (child.role == "listitem") != (group.role == "list"):
                out.append(f"{child.role} in {group.role}: {child.label!r}")
            visit(child)

    visit(Group(children=page.nodes))
    return out


def silent(scene: Scene) -> list[str]:
    """Lines drawn in a list item that its label does not hold; marks such as A and S, and cut ends, left out."""
    out = []
    for page in scene.pages:
        for group in walk(page.nodes):
            if not isinstance(group, Group) or group.role != "listitem":
                continue
            said = _squeezed(group.label)
            drawn = [one.text for one in _own(group) if isinstance(one, Text) and len(one.text) > 1]
            out += [f"{text!r} is not in {group.label!r}" for text in drawn if _squeezed(text.removesuffix("…")) not in said]
    return out


def _own(item: Group) -> Iterator[Node]:
    """What is drawn in a list item, but for the list in it: its items are asked one by one."""
    for child in item.children:
        if not isinstance(child, Group):
            yield child
        elif child.role != "list":
            yield from _own(child)


def _squeezed(text: str) -> str:
    return "".join(one for one in clean(text).upper() if one.isalnum())


def untold(scene: Scene) -> list[str]:
    """Texts that were cut and have no tooltip above them."""
    out: list[str] = []

    def visit(node: Node, *, told: bool) -> None:
        if isinstance(node, Group):
            for child in node.children:
                visit(child, told=told or bool(node.tip))
        elif isinstance(node, Text) and node.text.endswith("…") and not told:
            out.append(node.text)

    for page in scene.pages:
        visit(Group(children=page.nodes), told=False)
    return out
