"""From a diagram to a scene: widths, tiers, rows, pages."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from journeykit.diagram import CurveLane, Diagram, NoteList
from journeykit.scene import Node, Page, Scene
from journeykit.text import TextMeasurer
from journeykit.themes import Theme

from .axis import STEP, STEP_IN_TIERS, STEPS_ON_PAPER
from .blocks import Block
from .columns import ideal_width, least_widths, spread_widths
from .cuts import with_cuts_told
from .figures import figure_blocks
from .grid import Grid, grids_of
from .ink import Ink
from .legend import legend_blocks
from .mirror import mirror, mirrored
from .notes import note_blocks
from .pages import Sheet, Stack
from .papers import LEAST_SCALE, Paper, paper_named
from .sources import Sources
from .space import GRID_LEFT, MARGIN, PAD, PAGE_MIN, PAPER_IDEAL, SHEET_MIN, TIER_ROOM
from .strip import STRIP_WIDTH, strip_blocks
from .tiers import Tier, break_columns, place
from .titleblock import page_number, short_title, title_block

if TYPE_CHECKING:
    from journeykit.diagram import Part

_SCALES = (1.0, 0.92, LEAST_SCALE)
_WELL_FILLED = 0.67
_PART_GAP = 20.0
_ROUNDS = 3  # a list of what was cut may move what stands above it to other sheets, where other texts are cut


class _Plan(NamedTuple):
    """Pages measured and filled, not yet drawn, and at which scale and distance of levels.

    `grown` is how much larger than asked for the sheets had to be made.
    """

    width: float
    height: float | None
    sheets: tuple[Sheet, ...]
    sources: Sources
    paper: Paper | None
    grown: float = 1.0
    scale: float = 1.0
    step: float | None = None


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
    ink = Ink(palette=theme.palette, measurer=measurer, rtl=diagram.rtl)
    sheet = None if paper is None else paper_named(paper)
    plan = _best(diagram, ink, sheet)
    pages = _draw(plan, diagram, ink)
    for _ in range(_ROUNDS):
        told = with_cuts_told(diagram, pages, ink)
        if told is None:
            break
        diagram, plan = told, _tried(told, ink, sheet, scale=plan.scale, step=plan.step)
        pages = _draw(plan, diagram, ink)
    return Scene(
        title=diagram.title, pages=pages, description=diagram.description, lang=diagram.lang,
        font_family=theme.font_family, source=diagram.source, table=diagram.table,
    )  # fmt: skip


def _best(diagram: Diagram, ink: Ink, sheet: Paper | None) -> _Plan:
    """The pages as they are to be drawn."""
    if sheet is None:
        return _tried(diagram, ink, None)
    # The fewest pages, then the first ones without a hole; among equals the largest type, then the highest curve.
    tried = [_tried(diagram, ink, sheet, scale=scale, step=step) for scale in _SCALES for step in _steps(diagram)]
    if diagram.blueprint is not None:
        tried = _unenlarged(tried) or _smaller(diagram, ink, sheet, tried[-1].grown) or tried[-1:]
    elif diagram.parts:
        tried = _unenlarged(tried) or tried
    return min(tried, key=lambda one: (len(one.sheets), _holes(one)))


def _tried(diagram: Diagram, ink: Ink, paper: Paper | None, *, scale: float = 1.0, step: float | None = None) -> _Plan:
    return _plan(diagram, ink, paper, scale=scale, step=step)._replace(scale=scale, step=step)


def _steps(diagram: Diagram) -> tuple[float | None, ...]:
    """Distances of the levels to try on paper; None for the usual one."""
    return (None, *STEPS_ON_PAPER) if any(isinstance(lane, CurveLane) for lane in diagram.lanes) else (None,)


def _unenlarged(plans: Sequence[_Plan]) -> list[_Plan]:
    """The plans whose sheets are as large as they should be."""
    return [one for one in plans if one.grown <= 1 + 1e-9]


def _smaller(diagram: Diagram, ink: Ink, paper: Paper, grown: float) -> list[_Plan]:
    """A blueprint below the least scale, which took sheets so much larger: its rows cannot be broken, so smaller type is the lesser evil."""
    guess = LEAST_SCALE / grown
    for scale in ((LEAST_SCALE + guess) / 2, guess, 0.93 * guess, 0.86 * guess):
        if found := _unenlarged([_tried(diagram, ink, paper, scale=scale)]):
            return found
    return []


def _holes(plan: _Plan) -> tuple[bool, ...]:
    """Which sheets before the last are left empty to a third or more."""
    return tuple(one.bottom < _WELL_FILLED * plan.height for one in plan.sheets[:-1]) if plan.height else ()


def _plan(diagram: Diagram, ink: Ink, paper: Paper | None, *, scale: float = 1.0, step: float | None = None) -> _Plan:
    sources = Sources()
    width, height = paper.sheet(scale) if paper else (PAGE_MIN, None)
    if diagram.blueprint is not None:
        room = width - 2 * MARGIN if paper else None
        from .blueprint import blueprint_blocks  # noqa: PLC0415  # with the router behind it, for blueprints alone

        found = blueprint_blocks(diagram, diagram.blueprint, ink=ink, sources=sources, room=room)
        if not found.continues:
            diagram = evolve(diagram, legend=tuple(one for one in diagram.legend if one.symbol != "mark-continued"))
        # A band that is wider than the sheet enlarges it, in its proportions.
        grow = max(1.0, (found.right + MARGIN) / width)
        width, height = width * grow, height * grow if height else None
        made = _stacked(diagram, found.blocks, width, height, ink=ink, sources=sources, paper=paper)
        return made._replace(grown=made.grown * grow)
    if diagram.parts and not diagram.columns:
        from .parts import part_blocks, part_width  # noqa: PLC0415  # for pictures that are no grid alone

        if not paper:
            width = max(SHEET_MIN, *(part_width(one, ink) + 2 * MARGIN for one in (*diagram.lead, *diagram.parts)))
        most = _under_title(diagram, width, height, ink)
        blocks = [block for one in (*diagram.lead, *diagram.parts) for block in part_blocks(one, width - MARGIN, ink, sources, most=most)]
        return _stacked(diagram, blocks, width, height, ink=ink, sources=sources, paper=paper)
    if diagram.strip and not paper:
        width = max(width, GRID_LEFT + min(STRIP_WIDTH, 4.0 * diagram.strip.count) + 2 * PAD + MARGIN)
    tiers, widths = _tiers(diagram, ink, paper, width - GRID_LEFT - MARGIN)
    width = max([width, *(tier.right + MARGIN for tier in tiers)])
    most = height * 0.5 if height else None
    step = step or (STEP if len(tiers) == 1 else STEP_IN_TIERS)
    grids = grids_of(diagram, tiers, widths, ink=ink, sources=sources, most=most, step=step)
    stacked: list[Grid | Block] = [*_around(diagram.lead, width, ink, sources), *grids, *_around(diagram.parts, width, ink, sources)]
    return _stacked(diagram, stacked, width, height, ink=ink, sources=sources, paper=paper)


def _under_title(diagram: Diagram, width: float, height: float | None, ink: Ink) -> float | None:
    """px that the first sheet of paper has below its title block; None on an endless page."""
    if height is None:
        return None
    block = title_block(diagram, width, ink, paper=True, numbered=True) if diagram.titled else None
    return height - 2 * MARGIN - (block.height + _PART_GAP if block else 0.0)


def _around(parts: "Sequence[Part]", width: float, ink: Ink, sources: Sources) -> list[Block]:
    """What stands above or below a grid."""
    if not parts:
        return []
    from .parts import part_blocks  # noqa: PLC0415  # for pictures that have more than a grid alone

    return [block for one in parts for block in part_blocks(one, width - MARGIN, ink, sources)]


def _stacked(
    diagram: Diagram, parts: Sequence[Grid | Block], width: float, height: float | None, *, ink: Ink, sources: Sources, paper: Paper | None
) -> _Plan:
    sheets: tuple[Sheet, ...] = ()
    for numbered in (False, True):
        # Room for the number of the first page is made only once there are several.
        if not numbered or (diagram.titled and len(sheets) > 1):
            stack = Stack(height=height, ink=ink, sources=sources, running=diagram.titled)
            _fill(stack, diagram, parts, width, ink=ink, numbered=numbered)
            sheets = stack.sheets()
    grow = 1.0
    if height:
        # What cannot be broken and is taller than a sheet enlarges the sheet: nothing is ever clipped.
        grow = max(1.0, *(1 + (sheet.bottom + MARGIN - height) / height for sheet in sheets))
        width, height = width * grow, height * grow
    return _Plan(width=width, height=height, sheets=sheets, sources=sources, paper=paper, grown=grow)


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
    critical = next((at for at, column in enumerate(diagram.columns) if column.emphasis == "critical"), None)
    tiers = place(breaks, widths, starts=frozenset(starts), names=names, least_right=GRID_LEFT + room, critical=critical)
    return tiers, widths


def _fill(stack: Stack, diagram: Diagram, parts: Sequence[Grid | Block], width: float, *, ink: Ink, numbered: bool) -> None:
    right = width - MARGIN
    if diagram.titled and (block := title_block(diagram, width, ink, paper=stack.height is not None, numbered=numbered)):
        stack.add(block)
    elif numbered:
        stack.add(Block(height=page_number(width, "", ink).height, paint=lambda _: []))
    for part in parts:
        if isinstance(part, Grid):
            stack.add_grid(part)
        else:
            stack.add(part)
    stack.add_put_off()
    if diagram.strip:
        for block in strip_blocks(diagram.strip, right, ink):
            stack.add(block)
    if diagram.figures and diagram.figures.figures:
        stack.add_together(figure_blocks(diagram.figures, right, ink, stack.sources))
    cut = sorted({at for grid in parts if isinstance(grid, Grid) for at in grid.head.cut})
    in_full = tuple((one.number, one.full) for at in cut for one in (diagram.columns[at],))
    lists = (NoteList(title=diagram.titles_in_full, notes=in_full), *diagram.notes)
    below = parts[-1].below if stack.height is None and parts and isinstance(parts[-1], Block) else 0.0
    for notes in lists:
        for block in note_blocks(notes, right, ink) if notes.notes else ():
            stack.add(block._replace(gap=max(block.gap, below)))
            below = 0.0
    stack.add_last(legend_blocks(diagram, right, ink))


def _draw(plan: _Plan, diagram: Diagram, ink: Ink) -> tuple[Page, ...]:
    count = len(plan.sheets)
    pages = []
    for at, sheet in enumerate(plan.sheets):
        plan.sources.turn()
        label = diagram.page.replace("{}", str(at + 1), 1).replace("{}", str(count), 1) if count > 1 else ""
        nodes: list[Node] = []
        if plan.height and diagram.parts:
            from .parts import page_ground  # noqa: PLC0415  # for pictures that are no grid alone

            nodes += page_ground((*diagram.lead, *diagram.parts), plan.height, ink)
        if label and diagram.titled:
            head = short_title(diagram, plan.width, label, ink) if at else page_number(plan.width, label, ink)
            nodes += head.paint(MARGIN)
        for top, paint in sheet.parts:
            nodes += paint(top)
        labels = () if plan.paper else sheet.labels
        if diagram.rtl:
            nodes = [mirror(node, plan.width) for node in nodes]
            labels = tuple(mirrored(one, plan.width) for one in labels)
        pages.append(
            Page(width=plan.width, height=plan.height or sheet.bottom + MARGIN, background=ink.palette.paper, nodes=tuple(nodes), label=label,
                 paper=(plan.paper.width, plan.paper.height) if plan.paper else None, row_labels=labels)
        )  # fmt: skip
    return tuple(pages)
