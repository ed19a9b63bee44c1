"""From a diagram to a scene: widths, tiers, rows, pages."""

from attrs import frozen

from journeykit.diagram import Diagram, NoteList
from journeykit.scene import Node, Page, Scene
from journeykit.text import TextMeasurer
from journeykit.themes import Theme

from .columns import ideal_width, least_widths, spread_widths
from .figures import figure_blocks
from .grid import Grid, grids_of
from .ink import Ink
from .legend import legend_block
from .mirror import mirror
from .notes import note_blocks
from .pages import Sheet, Stack
from .papers import LEAST_SCALE, Paper, paper_named
from .sources import Sources
from .space import GRID_LEFT, MARGIN, PAD, PAGE_MIN, PAPER_IDEAL, TIER_ROOM
from .strip import STRIP_WIDTH, strip_blocks
from .tiers import Tier, break_columns, place
from .titleblock import short_title, title_block

_SCALES = (1.0, 0.92, LEAST_SCALE)


@frozen(kw_only=True)
class _Plan:
    """Pages measured and filled, not yet drawn."""

    width: float
    height: float | None
    sheets: tuple[Sheet, ...]
    sources: Sources
    paper: Paper | None


def arrange(diagram: Diagram, theme: Theme, measurer: TextMeasurer, *, paper: str | None = None) -> Scene:
    """The diagram as a scene: one page as wide as it takes, or sheets of paper.

    Args:
        diagram: what to show.
        theme: its colours and type.
        measurer: how wide text is; an upper bound is the safe choice.
        paper: one of `PAPERS`, in landscape; None for one endless page.

    Raises:
        UnknownNameError: there is no paper of that name.
    """
    ink = Ink(palette=theme.palette, measurer=measurer)
    if paper is None:
        plan = _plan(diagram, ink, None, 1.0)
    else:
        sheet = paper_named(paper)
        # The fewest pages; among equals the largest type.
        plan = min((_plan(diagram, ink, sheet, scale) for scale in _SCALES), key=lambda one: len(one.sheets))
    return Scene(
        title=diagram.title, pages=_draw(plan, diagram, ink), description=diagram.description, lang=diagram.lang,
        font_family=theme.font_family, source=diagram.source, table=diagram.table,
    )  # fmt: skip


def _plan(diagram: Diagram, ink: Ink, paper: Paper | None, scale: float) -> _Plan:
    sources = Sources()
    width, height = paper.sheet(scale) if paper else (PAGE_MIN, None)
    if diagram.strip and not paper:
        width = max(width, GRID_LEFT + min(STRIP_WIDTH, 4.0 * diagram.strip.count) + 2 * PAD + MARGIN)
    tiers, widths = _tiers(diagram, ink, paper, width - GRID_LEFT - MARGIN)
    width = max([width, *(tier.right + MARGIN for tier in tiers)])
    most = height * 0.5 if height else None
    grids = grids_of(diagram, tiers, widths, ink=ink, sources=sources, most=most)
    stack = Stack(height=height, ink=ink, sources=sources)
    _fill(stack, diagram, grids, width, ink=ink)
    sheets = stack.sheets()
    if height:
        # What cannot be broken and is taller than a sheet enlarges the sheet: nothing is ever clipped.
        grow = max(1.0, *(1 + (sheet.bottom + MARGIN - height) / height for sheet in sheets))
        width, height = width * grow, height * grow
    return _Plan(width=width, height=height, sheets=sheets, sources=sources, paper=paper)


def _tiers(diagram: Diagram, ink: Ink, paper: Paper | None, room: float) -> tuple[tuple[Tier, ...], list[float]]:
    count = len(diagram.columns)
    # Sheets are filled; an endless page is as wide as it needs to be.
    ideal = PAPER_IDEAL if paper else ideal_width(count, room)
    most = paper.columns if paper else count
    limit = room if paper else max(TIER_ROOM, room)
    least = least_widths(diagram, ink, ideal=min(ideal, limit / max(1, min(count, most))))
    starts = [band.start for band in diagram.bands]
    breaks = break_columns(least, starts, room=limit, most=max(1, most))
    widths = spread_widths(least, breaks, room=limit, ideal=ideal)
    names = tuple(column.title for column in diagram.columns)
    return place(breaks, widths, starts=frozenset(starts), names=names, least_right=GRID_LEFT + room), widths


def _fill(stack: Stack, diagram: Diagram, grids: list[Grid], width: float, *, ink: Ink) -> None:
    right = width - MARGIN
    if block := title_block(diagram, width, ink):
        stack.add(block)
    for grid in grids:
        stack.add_grid(grid)
    if diagram.strip:
        for block in strip_blocks(diagram.strip, right, ink):
            stack.add(block)
    if diagram.figures and diagram.figures.figures:
        for block in figure_blocks(diagram.figures, right, ink, stack.sources):
            stack.add(block)
    cut = sorted({at for grid in grids for at in grid.head.cut})
    in_full = tuple((diagram.columns[at].number, diagram.columns[at].title) for at in cut)
    lists = (NoteList(title=diagram.titles_in_full, notes=in_full), *diagram.notes)
    for notes in lists:
        if notes.notes:
            for block in note_blocks(notes, right, ink):
                stack.add(block)
    if block := legend_block(diagram, right, ink):
        stack.add(block)


def _draw(plan: _Plan, diagram: Diagram, ink: Ink) -> tuple[Page, ...]:
    count = len(plan.sheets)
    pages = []
    for at, sheet in enumerate(plan.sheets):
        plan.sources.turn()
        label = f"{at + 1} of {count}" if count > 1 else ""
        nodes: list[Node] = []
        if at:
            nodes += short_title(diagram, plan.width, label, ink).paint(MARGIN)
        for top, paint in sheet.parts:
            nodes += paint(top)
        if diagram.rtl:
            nodes = [mirror(node, plan.width) for node in nodes]
        pages.append(
            Page(width=plan.width, height=plan.height or sheet.bottom + MARGIN, background=ink.palette.paper, nodes=tuple(nodes), label=label,
                 paper=(plan.paper.width, plan.paper.height) if plan.paper else None)
        )  # fmt: skip
    return tuple(pages)
