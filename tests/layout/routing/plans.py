"""Plans of all kinds: empty cells, narrow and shifted boxes, two in a cell, wide ones, named lines, many links between few boxes."""

from hypothesis import strategies as st

from journeykit.layout.routing import Box, Column, Link, Plan, Row

__all__ = ["plain_plan", "plans"]

CELLS = ["full", "full", "full", "empty", "left", "right", "middle", "two", "wide", "widest"]


@st.composite
def plans(draw: st.DrawFn, *, words: bool = False, most_links: int = 24) -> Plan:
    columns, right = _columns(draw)
    rows, separators, bottom = _rows(draw)
    boxes = [box for index, row in enumerate(rows) for box in _boxes(draw, index, row, columns)]
    if not boxes:
        boxes = [Box("only", columns[0].left, rows[0].top, columns[0].right - columns[0].left, 40)]
    ids = st.sampled_from([box.id for box in boxes])
    ends = draw(st.lists(st.tuples(ids, ids), max_size=most_links))
    sizes = st.tuples(st.integers(0, 90), st.integers(8, 30)) if words else st.just((0, 0))
    links = []
    for index, (source, target) in enumerate(ends):
        width, height = draw(sizes)
        links.append(Link(id=f"l{index:02}", source=source, target=target, label_width=width, label_height=height))
    return Plan(left=0, top=0, right=right, bottom=bottom, rows=rows, columns=columns, separators=separators, boxes=boxes, links=links)


def _columns(draw: st.DrawFn) -> tuple[list[Column], float]:
    columns: list[Column] = []
    x = float(draw(st.integers(4, 50)))
    for _ in range(draw(st.integers(1, 6))):
        width = draw(st.sampled_from([40, 120, 176, 240]))
        columns.append(Column(x, x + width))
        x += width + draw(st.sampled_from([4, 14, 36, 60]))
    return columns, x


def _rows(draw: st.DrawFn) -> tuple[list[Row], list[float], float]:
    rows: list[Row] = []
    separators: list[float] = []
    y = 0.0
    for _ in range(draw(st.integers(1, 4))):
        y += draw(st.sampled_from([4, 14, 30]))
        for _ in range(draw(st.integers(0, 2)) if rows else 0):
            separators.append(y)
            y += draw(st.sampled_from([6, 24]))
        rows.append(Row(y, y + 60))
        y += 60
    return rows, separators, y + draw(st.sampled_from([4, 40]))


def _boxes(draw: st.DrawFn, index: int, row: Row, columns: list[Column]) -> list[Box]:
    boxes: list[Box] = []
    place = 0
    while place < len(columns):
        column = columns[place]
        width = column.right - column.left
        height = draw(st.sampled_from([30, 52, 60]))
        y = row.top + draw(st.sampled_from([0, (60 - height) / 2, 60 - height]))
        last = place
        spans: list[tuple[float, float]] = []
        match draw(st.sampled_from(CELLS)):
            case "full":
                spans = [(column.left, column.right)]
            case "left":
                spans = [(column.left, column.right - width / 4)]
            case "right":
                spans = [(column.left + width / 4, column.right)]
            case "middle":
                spans = [(column.left + width / 4, column.right - width / 4)]
            case "two":
                spans = [(column.left, column.left + width * 0.45), (column.left + width * 0.55, column.right)]
            case "wide":
                last = min(place + 1, len(columns) - 1)
                spans = [(column.left, columns[last].right)]
            case "widest":
                last = len(columns) - 1
                spans = [(column.left + width / 4, columns[last].right)]
            case _:
                pass
        boxes += [Box(f"b{index}-{place}-{count}", left, y, right - left, height) for count, (left, right) in enumerate(spans)]
        place = last + 1
    return boxes


def plain_plan(
    cells: str, links: list[tuple[str, str]], *, separators: tuple[int, ...] = (), gap: float = 40.0, band: float = 50.0
) -> Plan:
    """A plan from a drawing: one line per row, one letter per box, a dot for an empty cell.

    Args:
        cells: the drawing; a letter that is repeated makes a wide box.
        links: letters of source and target.
        separators: after which rows a named line stands, in the middle of the band.
        gap: px between columns.
        band: px between rows.
    """
    lines = cells.split()
    columns = [Column(gap + index * (176 + gap), gap + index * (176 + gap) + 176) for index in range(len(lines[0]))]
    rows = [Row(band + index * (52 + band), band + index * (52 + band) + 52) for index in range(len(lines))]
    boxes = []
    for row, line in zip(rows, lines, strict=True):
        for letter in dict.fromkeys(line.replace(".", "")):
            first, last = line.index(letter), line.rindex(letter)
            boxes.append(Box(letter, columns[first].left, row.top, columns[last].right - columns[first].left, 52))
    return Plan(
        left=0,
        top=0,
        right=columns[-1].right + gap,
        bottom=rows[-1].bottom + band,
        rows=rows,
        columns=columns,
        separators=[rows[index].bottom + band / 2 for index in separators],
        boxes=boxes,
        links=[Link(id=f"{index}", source=source, target=target) for index, (source, target) in enumerate(links)],
    )
