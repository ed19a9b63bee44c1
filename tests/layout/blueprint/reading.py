"""A drawn blueprint read back: cards, connectors and named lines with their places, as somebody who looks at it would."""

from itertools import pairwise

from attrs import frozen

from journeykit.diagram import CardLane, Diagram, NamedLine
from journeykit.scene import Circle, Group, Node, Page, Path, Rect, Text, bounds, walk

Points = list[tuple[float, float]]


@frozen
class DrawnCard:
    label: str
    rect: Rect
    texts: tuple[Text, ...]


@frozen
class DrawnLink:
    label: str
    path: str
    points: tuple[tuple[float, float], ...]


@frozen
class Drawn:
    cards: tuple[DrawnCard, ...]
    links: tuple[DrawnLink, ...]
    lines: tuple[tuple[str, float], ...]
    markers: tuple[Circle | Path, ...]


def read(diagram: Diagram, page: Page) -> Drawn:
    found = diagram.blueprint
    assert found is not None
    titles = {f"{one.title} ({one.note})" if one.note else one.title for one in found.parts if isinstance(one, CardLane)}
    names = {one.name for one in found.parts if isinstance(one, NamedLine)}
    cards: list[DrawnCard] = []
    links: list[DrawnLink] = []
    lines: list[tuple[str, float]] = []
    markers: list[Circle | Path] = []
    for group in (one for one in walk(page.nodes) if isinstance(one, Group)):
        if group.role == "list" and group.label in titles:
            for item in group.children:
                assert isinstance(item, Group)
                rect = item.children[0]
                assert isinstance(rect, Rect)
                cards.append(DrawnCard(item.label, rect, tuple(one for one in item.children if isinstance(one, Text))))
                markers += [one for one in item.children if isinstance(one, Circle) or (isinstance(one, Path) and (one.x or one.y))]
        elif group.role == "list" and group.label == found.connectors_title:
            for item in group.children:
                assert isinstance(item, Group)
                path = item.children[0]
                assert isinstance(path, Path)
                links.append(DrawnLink(item.label, item.source, tuple(_points(path.d))))
        elif group.role == "group":
            name = group.label.split(":")[0]
            if name in names and isinstance(group.children[0], Path):
                lines.append((name, bounds(group.children[0]).top))
    return Drawn(tuple(cards), tuple(links), tuple(lines), tuple(markers))


def _points(d: str) -> Points:
    """The corners of a line with rounded corners: where the pieces before and after a curve would meet."""
    out: Points = []
    words, at = d.split(" "), 0
    while at < len(words):
        count = {"M": 2, "L": 2, "C": 6}[words[at]]
        values = [float(one) for one in words[at + 1 : at + 1 + count]]
        if words[at] == "C":
            (x1, y1), (x2, y2) = out.pop(), (values[4], values[5])
            before = out[-1]
            out.append((x1, y2) if before[0] == x1 else (x2, y1))
        out.append((values[-2], values[-1])) if words[at] != "C" else out.append((values[4], values[5]))
        at += 1 + count
    return [one for place, one in enumerate(out) if place in {0, len(out) - 1} or not _between(out[place - 1], one, out[place + 1])]


def _between(one: tuple[float, float], two: tuple[float, float], three: tuple[float, float]) -> bool:
    return one[0] == two[0] == three[0] or one[1] == two[1] == three[1]


def segments(link: DrawnLink) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    return list(pairwise(link.points))


def through(drawn: Drawn) -> list[str]:
    """Connectors that run through a card."""
    out = []
    for link in drawn.links:
        for (x1, y1), (x2, y2) in segments(link):
            left, right, top, bottom = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
            out += [
                f"{link.label} through {card.label}"
                for card in drawn.cards
                if left < card.rect.x + card.rect.width - 2
                and right > card.rect.x + 2
                and top < card.rect.y + card.rect.height - 2
                and bottom > card.rect.y + 2
            ]
    return out


def along(drawn: Drawn) -> list[str]:
    """Connectors that run along each other, or along a named line."""
    out = []
    flat = [(at, *one) for at, link in enumerate(drawn.links) for one in segments(link)]
    for place, (at, (x1, y1), (x2, y2)) in enumerate(flat):
        for other, (x3, y3), (x4, y4) in flat[place + 1 :]:
            if other == at:
                continue
            upright = x1 == x2 and x3 == x4 and abs(x1 - x3) < 0.5 and min(max(y1, y2), max(y3, y4)) - max(min(y1, y2), min(y3, y4)) > 1
            level = y1 == y2 and y3 == y4 and abs(y1 - y3) < 0.5 and min(max(x1, x2), max(x3, x4)) - max(min(x1, x2), min(x3, x4)) > 1
            if upright or level:
                out.append(f"{drawn.links[at].label} along {drawn.links[other].label}")
        if y1 == y2 and x1 != x2:
            out += [f"{drawn.links[at].label} along {name}" for name, y in drawn.lines if abs(y - y1) < 2]
    return out


def touches(card: DrawnCard, point: tuple[float, float]) -> bool:
    """Whether a point lies at the border of a card; a line ends before its head, and a head is 7 px long."""
    rect, (x, y) = card.rect, point
    inside = rect.x - 8 <= x <= rect.x + rect.width + 8 and rect.y - 8 <= y <= rect.y + rect.height + 8
    return inside and not (rect.x + 2 < x < rect.x + rect.width - 2 and rect.y + 2 < y < rect.y + rect.height - 2)


def outside(drawn: Drawn) -> list[str]:
    """Words that stand over the edge of their card, and words of a card under a marker of another's."""
    out = []
    for card in drawn.cards:
        rect = card.rect
        for text in card.texts:
            box = bounds(text)
            if len(text.text) <= 3 and any(_holds(marker, text) for marker in drawn.markers):
                continue
            if box.left < rect.x or box.right > rect.x + rect.width or box.top < rect.y - 1 or box.bottom > rect.y + rect.height + 1:
                out.append(f"{text.text!r} over the edge of {card.label!r}")
    return out


def _holds(marker: Node, text: Text) -> bool:
    box, inner = bounds(marker), bounds(text)
    return box.left - 2 <= inner.left and inner.right <= box.right + 2 and box.top - 2 <= inner.top and inner.bottom <= box.bottom + 2
