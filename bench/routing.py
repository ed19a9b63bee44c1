"""Our connector router beside Graphviz on the same boxes: `python -m bench.routing [BLUEPRINT.json …]`.

Graphviz draws with `neato -n2 -Gsplines=ortho`: boxes pinned, lines orthogonal. A file holds `lanes` (names), `columns`
(a number), `nodes` (`id`, `lane`, `column`) and `links` (pairs of ids); without files, made-up blueprints are drawn.
Crossings of links that share an end are counted apart. Graphviz is timed as its callers get it, as a process; what a
process takes that has nothing to draw is printed below the table.
"""

import json
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from attrs import frozen

from journeykit.layout.routing import Box, Column, Link, Plan, Row, roomy, route

__all__ = ["Count", "blueprint", "count", "made_up", "neato", "ours"]

Line = Sequence[tuple[float, float]]
_T = TypeVar("_T")

WIDTH, HEIGHT, GAP, BAND = 176.0, 52.0, 36.0, 48.0
_LANES = 5
_ROW = "{:<26} {:>6} {:<8} {:>9} {:>6} {:>10} {:>7} {:>9} {:>8}"
_ROUNDS = 5
_SAME = 0.5  # px: Graphviz writes points with few digits


@frozen
class Count:
    """What can be said of a drawing by counting."""

    bends: int
    crossings: int
    of_sharing: int
    overlaps: int
    through: int


def made_up(columns: int, seed: int = 0) -> tuple[list[tuple[str, int, int]], list[tuple[str, str]]]:
    """A blueprint of five lanes with about 3.7 links per column: (id, lane, column) of each card, and the links."""
    chance = random.Random(seed)  # noqa: S311 - a picture, not a secret
    cells = {
        (lane, column): f"n{lane}_{column}"
        for column in range(columns)
        for lane, share in enumerate((0.9, 1.0, 0.9, 0.8, 0.65))
        if chance.random() < share
    }
    links: list[tuple[str, str]] = []
    for column in range(columns):
        stack = [cells[lane, column] for lane in range(_LANES) if (lane, column) in cells]
        if column + 1 < columns:
            links.append((cells[1, column], cells[1, column + 1]))
        for upper, lower in pairwise(stack):
            if chance.random() < 0.85:
                links.append((upper, lower) if chance.random() < 0.8 else (lower, upper))
        lane = chance.randrange(1, _LANES)
        near = [(lane + up, column + right) for up in (-1, 0, 1) for right in (-2, -1, 1, 2, 3) if lane + up > 0]
        found = [cells[cell] for cell in near if cell in cells]
        if (lane, column) in cells and found and chance.random() < 0.3:
            links.append((cells[lane, column], chance.choice(found)))
    return [(name, lane, column) for (lane, column), name in cells.items()], links


def blueprint(cards: Sequence[tuple[str, int, int]], links: Sequence[tuple[str, str]]) -> Plan:
    """Cards on a grid with three named lines, with room for all links."""
    lanes = 1 + max(lane for _, lane, _ in cards)
    columns = [
        Column(GAP + index * (WIDTH + GAP), GAP + index * (WIDTH + GAP) + WIDTH) for index in range(1 + max(column for *_, column in cards))
    ]
    rows = [Row(BAND + index * (HEIGHT + BAND), BAND + index * (HEIGHT + BAND) + HEIGHT) for index in range(lanes)]
    return roomy(
        Plan(
            left=0,
            top=0,
            right=columns[-1].right + GAP,
            bottom=rows[-1].bottom + BAND,
            rows=rows,
            columns=columns,
            separators=[row.bottom + BAND / 2 for row in rows[1:-1]],
            boxes=[Box(name, columns[column].left, rows[lane].top, WIDTH, HEIGHT) for name, lane, column in cards],
            links=[Link(id=f"{index:05}", source=source, target=target) for index, (source, target) in enumerate(links)],
        )
    )


def ours(plan: Plan) -> list[Line]:
    """The lines of our router."""
    return [found.points for found in route(plan).routes]


def dot(plan: Plan) -> str:
    """The same boxes, pinned, and the same links in Graphviz's language; y goes up there."""
    text = ['digraph {graph [splines=ortho]; node [shape=box, fixedsize=true, label=""]; edge [arrowhead=none]']
    for box in plan.boxes:
        place = f"{box.x + box.width / 2},{plan.bottom - box.y - box.height / 2}!"
        text.append(f'"{box.id}" [pos="{place}", width={box.width / 72}, height={box.height / 72}]')
    text += [f'"{link.source}" -> "{link.target}" [id="{link.id}"]' for link in plan.links]
    return "\n".join([*text, "}"])


def neato(plan: Plan) -> list[Line]:
    """The lines of Graphviz.

    Raises:
        FileNotFoundError: when Graphviz is not installed.
    """
    drawn = json.loads(_neato(dot(plan)))
    first = plan.boxes[0]
    x, y = next(_numbers(thing["pos"]) for thing in drawn["objects"] if thing["name"] == first.id)
    right, down = first.x + first.width / 2 - x, first.y + first.height / 2 + y
    found = {edge["id"]: [(x + right, down - y) for x, y in map(_numbers, edge["pos"].split())] for edge in drawn["edges"]}
    return [_corners(found[link.id]) for link in plan.links]


def _neato(text: str) -> str:
    program = shutil.which("neato")
    if program is None:
        raise FileNotFoundError("neato")
    return subprocess.run([program, "-n2", "-Tjson"], input=text, capture_output=True, text=True, check=True).stdout


def _numbers(pair: str) -> tuple[float, float]:
    x, y = pair.removeprefix("s,").removeprefix("e,").split(",")
    return float(x), float(y)


def _corners(points: Line) -> Line:
    """A line without the points on its way."""
    kept: list[tuple[float, float]] = []
    for x, y in points:
        while kept and abs(kept[-1][0] - x) < _SAME and abs(kept[-1][1] - y) < _SAME:
            kept.pop()
        while len(kept) > 1 and any(abs(kept[-1][axis] - (x, y)[axis]) + abs(kept[-2][axis] - (x, y)[axis]) < _SAME for axis in (0, 1)):
            kept.pop()
        kept.append((x, y))
    return kept


def count(plan: Plan, lines: Sequence[Line]) -> Count:
    """Counts bends, pairs that cross, pairs that lie on one another, and boxes that a line runs through."""
    ends = [{link.source, link.target} for link in plan.links]
    flat: list[tuple[float, float, float, int]] = []
    upright: list[tuple[float, float, float, int]] = []
    for index, line in enumerate(lines):
        for (x1, y1), (x2, y2) in pairwise(line):
            if abs(y1 - y2) < abs(x1 - x2):
                flat.append((y1, min(x1, x2), max(x1, x2), index))
            else:
                upright.append((x1, min(y1, y2), max(y1, y2), index))
    crossings = of_sharing = 0
    upright.sort()
    for y, left, right, one in flat:
        for x, top, bottom, two in upright:
            if x >= right:
                break
            if left < x and top < y < bottom and one != two:
                of_sharing += bool(ends[one] & ends[two])
                crossings += not ends[one] & ends[two]
    boxes_flat = [(box.y, box.bottom, box.x, box.right, box.id) for box in plan.boxes]
    boxes_upright = [(box.x, box.right, box.y, box.bottom, box.id) for box in plan.boxes]
    return Count(
        bends=sum(len(line) - 2 for line in lines),
        crossings=crossings,
        of_sharing=of_sharing,
        overlaps=_overlaps(flat) + _overlaps(upright),
        through=_through(flat, boxes_flat, ends) + _through(upright, boxes_upright, ends),
    )


def _overlaps(pieces: list[tuple[float, float, float, int]]) -> int:
    pieces.sort()
    found = 0
    for place, (at, start, end, one) in enumerate(pieces):
        for at2, start2, end2, two in pieces[place + 1 :]:
            if at2 - at > _SAME:
                break
            found += one != two and min(end, end2) - max(start, start2) > _SAME
    return found


def _through(
    pieces: Sequence[tuple[float, float, float, int]], boxes: Sequence[tuple[float, float, float, float, str]], ends: Sequence[set[str]]
) -> int:
    return sum(
        low < at < high and start < right and end > left and name not in ends[link]
        for at, start, end, link in pieces
        for low, high, left, right, name in boxes
    )


def _cases(paths: Sequence[str]) -> Iterator[tuple[str, Plan]]:
    for path in paths:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
        cards = [(node["id"], node["lane"], node["column"]) for node in data["nodes"]]
        yield Path(path).name, blueprint(cards, [(source, target) for source, target in data["links"]])
    for columns in (13, 50, 200):
        yield f"{columns} columns", blueprint(*made_up(columns))


def _seconds(call: Callable[[_T], object], given: _T) -> float:
    start = time.perf_counter()
    call(given)
    return time.perf_counter() - start


def main(paths: Sequence[str]) -> int:
    """Prints the table; 1 where we bend, cross or last more than Graphviz, or run through or along anything."""
    has_neato = shutil.which("neato") is not None
    if not has_neato:
        print("Graphviz is not installed (Debian's package graphviz): there is nothing to compare with.\n")
    print(_ROW.format("blueprint", "links", "by", "time", "bends", "crossings", "sharing", "overlaps", "through"))
    is_good = True
    for name, plan in _cases(paths):
        times: Mapping[str, list[float]] = {"ours": [], "neato": []}
        for _ in range(_ROUNDS):
            times["ours"].append(_seconds(route, plan))
            if has_neato:
                times["neato"].append(_seconds(_neato, dot(plan)))
        counts = {"ours": count(plan, ours(plan))} | ({"neato": count(plan, neato(plan))} if has_neato else {})
        for by, counted in counts.items():
            print(_row((name, len(plan.links), by), statistics.median(times[by]), counted), flush=True)
        is_good &= counts["ours"].overlaps == counts["ours"].through == 0
        if has_neato:
            is_good &= counts["ours"].bends <= counts["neato"].bends and counts["ours"].crossings <= counts["neato"].crossings
            is_good &= statistics.median(times["ours"]) <= statistics.median(times["neato"])
    if has_neato:
        idle = statistics.median(_seconds(_neato, "digraph {}") for _ in range(_ROUNDS))
        print(f"\nof neato's time, start of the process: {idle * 1000:.1f} ms")
    for columns in (500, 1000, 2000):
        plan = blueprint(*made_up(columns))
        print(f"{columns} columns, {len(plan.links)} links, ours: {_seconds(route, plan) * 1000:.0f} ms")
    return 0 if is_good else 1


def _row(head: tuple[str, int, str], seconds: float, counted: Count) -> str:
    counts = (counted.bends, counted.crossings, counted.of_sharing, counted.overlaps, counted.through)
    return _ROW.format(*head, f"{seconds * 1000:.1f} ms", *counts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
