"""What must hold for every routing, said without looking at how the router works."""

from itertools import combinations, pairwise

from journeykit.layout.routing import Box, Label, Link, Plan, Route, Routing

__all__ = ["check_all", "check_words", "nearest_things"]

Piece = tuple[float, float, float, float]  # left, top, right, bottom; flat one way
NEAR = 1e-7


def pieces_of(route: Route) -> list[Piece]:
    return [(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)) for (x1, y1), (x2, y2) in pairwise(route.points)]


def check_all(plan: Plan, routing: Routing) -> None:
    assert [route.link for route in routing.routes] == [link.id for link in plan.links]
    boxes = {box.id: box for box in plan.boxes}
    for link, route in zip(plan.links, routing.routes, strict=True):
        check_chain(route)
        check_end(boxes[link.source], route.source_side, route.points[0], route.points[1])
        check_end(boxes[link.target], route.target_side, route.points[-1], route.points[-2])
        check_obstacles(plan, route, (link.source, link.target))
        check_rows(plan, route, boxes[link.source], boxes[link.target])
        assert route.bends <= 4
    check_apart(routing)
    check_words(plan, routing)


def check_chain(route: Route) -> None:
    """Upright and level pieces in turn, none of them empty."""
    flat = [y1 == y2 for (_, y1), (_, y2) in pairwise(route.points)]
    upright = [x1 == x2 for (x1, _), (x2, _) in pairwise(route.points)]
    assert all(one != two for one, two in zip(flat, upright, strict=True)), route
    assert all(one != two for one, two in pairwise(flat)), route


def check_end(box: Box, side: str, end: tuple[float, float], after: tuple[float, float]) -> None:
    """On the border, not at a corner, and going away from the box."""
    x, y = end
    if side in {"top", "bottom"}:
        assert box.x < x < box.right
        assert y == (box.y if side == "top" else box.bottom)
        assert (after[1] < y) == (side == "top")
        assert after[0] == x
    else:
        assert box.y < y < box.bottom
        assert x == (box.x if side == "left" else box.right)
        assert (after[0] < x) == (side == "left")
        assert after[1] == y


def check_obstacles(plan: Plan, route: Route, ends: tuple[str, str]) -> None:
    """Through no box, not even along its border; along no separator; inside the plan."""
    pieces = pieces_of(route)
    for place, (left, top, right, bottom) in enumerate(pieces):
        assert plan.left < left
        assert right < plan.right
        assert plan.top < top
        assert bottom < plan.bottom
        assert top != bottom or top not in plan.separators
        for box in plan.boxes:
            touches = left <= box.right and right >= box.x and top <= box.bottom and bottom >= box.y
            at_end = (place == 0 and box.id == ends[0]) or (place == len(pieces) - 1 and box.id == ends[1])
            assert not touches or at_end, (route, box)
            if touches:
                inside = left < box.right and right > box.x and top < box.bottom and bottom > box.y
                assert not inside, (route, box)


def check_rows(plan: Plan, route: Route, one: Box, two: Box) -> None:
    """Inside the bands between its ends; for two boxes of a row, up or down to the next row or line."""
    top, bottom = min(one.y, two.y), max(one.bottom, two.bottom)
    row = [row for row in plan.rows if row.top <= one.y <= row.bottom]
    if row[0].top <= two.y <= row[0].bottom:
        edges = [plan.top, plan.bottom, *plan.separators, *(y for other in plan.rows for y in (other.top, other.bottom))]
        top = max(y for y in edges if y < row[0].top)
        bottom = min(y for y in edges if y > row[0].bottom)
    assert all(top <= y <= bottom for _, y in route.points), route


def check_apart(routing: Routing) -> None:
    """No two links on top of one another, not even end to end."""
    by_line: dict[tuple[str, float], list[tuple[float, float, str]]] = {}
    for route in routing.routes:
        for left, top, right, bottom in pieces_of(route):
            if top == bottom:
                by_line.setdefault(("flat", top), []).append((left, right, route.link))
            else:
                by_line.setdefault(("upright", left), []).append((top, bottom, route.link))
    for line, found in by_line.items():
        for (start, end, link), (start2, end2, link2) in combinations(found, 2):
            assert link == link2 or end < start2 or end2 < start, (line, link, link2)


def check_words(plan: Plan, routing: Routing) -> None:
    """Words as large as asked for, and over nothing."""
    labels: list[Label] = []
    for link, route in zip(plan.links, routing.routes, strict=True):
        if route.label:
            assert (route.label.width, route.label.height) == (link.label_width, link.label_height)
            labels.append(route.label)
        elif link.label_width and link.label_height and not are_neighbours_in_a_column(plan, link):
            assert not routing.needed.is_enough
    for label in labels:
        things: list[Piece] = [(box.x, box.y, box.right, box.bottom) for box in plan.boxes]
        things += [piece for route in routing.routes for piece in pieces_of(route)]
        things += [(plan.left, y, plan.right, y) for y in plan.separators]
        things += [(other.x, other.y, other.x + other.width, other.y + other.height) for other in labels if other is not label]
        for left, top, right, bottom in things:
            assert left >= label.x + label.width or right <= label.x or top >= label.y + label.height or bottom <= label.y


def are_neighbours_in_a_column(plan: Plan, link: Link) -> bool:
    one, two = (next(box for box in plan.boxes if box.id == end) for end in (link.source, link.target))
    return any(column.left <= min(one.right, two.right) and max(one.x, two.x) <= column.right for column in plan.columns)


def nearest_things(plan: Plan, routing: Routing) -> float:
    """The least distance between a link and a box that is not its own, or a level piece and a separator, px."""
    least = float("inf")
    for link, route in zip(plan.links, routing.routes, strict=True):
        for left, top, right, bottom in pieces_of(route):
            for box in plan.boxes:
                if box.id not in {link.source, link.target}:
                    least = min(least, max(box.x - right, left - box.right, box.y - bottom, top - box.bottom))
            if top == bottom:
                least = min([least, *(abs(top - y) for y in plan.separators)])
    return least
