"""How values show themselves in Jupyter, nbconvert and galleries: inline SVG or a table in HTML, with plain text beside it.

No element of what is shown has an id: a notebook may show the same map ten times, and an id may occur once.
"""

import re
from base64 import b64encode
from collections.abc import Collection, Iterator, Sequence
from html import escape
from math import ceil, floor
from typing import TYPE_CHECKING, Any

from attrs import evolve

from journeykit.errors import ConversionError, parse_where
from journeykit.model import Journey, Persona, Portfolio
from journeykit.pipeline import Rendering, render
from journeykit.renderers import Options, renderer
from journeykit.scene import Bounds, Group, Node, Page, Scene, bounds, walk

if TYPE_CHECKING:
    from journeykit.comparison import Comparison
    from journeykit.measure import MeasureReport, Result, Results
    from journeykit.rules import Report

__all__ = ["mimebundle"]

_NAMED = 3  # places of a gap
_UNSEEN = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)"
_WINDOW = re.compile(r'width="[^"]*" height="[^"]*" viewBox="[^"]*"')
_TO_START = "text-align:start"  # in each cell: notebooks have a rule of their own for cells
_HIGHEST = "32em"  # of a table, before it scrolls


def mimebundle(value: Any, *, include: Collection[str] | None = None, exclude: Collection[str] | None = None) -> dict[str, str]:
    """What a notebook is given: `text/html` with the picture or table, `text/plain`, and `image/png` of what was rendered as PNG.

    Args:
        value: a journey, portfolio, persona, rendering, comparison, runs of a plan, personas side by side, report of a check, measure or report of measures.
        include: media types wanted, as IPython passes them; none means all.
        exclude: media types not wanted.
    """
    bundle = _bundle(value)
    return {kind: text for kind, text in bundle.items() if (not include or kind in include) and not (exclude and kind in exclude)}


def _bundle(value: Any) -> dict[str, str]:
    match value:
        case Rendering():
            return _of_rendering(value)
        case Journey() | Persona():
            return _of_rendering(render(value))
        case Portfolio():
            return _of_portfolio(value)
        case _:
            return _of_findings(value)


def _of_findings(value: Any) -> dict[str, str]:
    """What is no picture. Its rooms are loaded by now, or the value would not be there."""
    from journeykit.comparison import Comparison, Conformance, PersonaMatrix  # noqa: PLC0415  # most cells show a map
    from journeykit.measure import MeasureReport, Result, Results  # noqa: PLC0415  # the same
    from journeykit.rules import Report  # noqa: PLC0415  # the same

    match value:
        case Comparison():
            return _of_comparison(value)
        case Conformance() | PersonaMatrix():
            return _of_rendering(render(value))
        case Report():
            return _of_check(value)
        case Result() | Results():
            return _of_result(value)
        case MeasureReport():
            return _of_measures(value)
        case _:
            return {"text/plain": repr(value)}


def _of_rendering(drawn: Rendering) -> dict[str, str]:
    shown = {"text/html": "".join(_figures(drawn)), "text/plain": drawn.text.rstrip("\n")}
    if drawn.media_type == "image/png" and len(drawn.pages) == 1:
        shown["image/png"] = b64encode(drawn.data).decode("ascii")
    return shown


def _of_portfolio(book: Portfolio) -> dict[str, str]:
    """The map of the only journey; else where the journeys lie in the life of a customer, and their names."""
    if len(book.journeys) == 1:
        return _of_rendering(render(book.journeys[0]))
    title = book.title or "Portfolio"
    names = [(one.title, one.id, _count(len(one.touchpoints), "touchpoint")) for one in book.journeys]
    plain = "\n".join([title, *(f"- {name} ({key}): {count}" for name, key, count in names)] if names else [title, "No journeys."])
    listed = "".join(f"<li>{escape(name)} <code>{escape(key)}</code>: {count}</li>" for name, key, count in names)
    listed = f"<ul>{listed}</ul>" if names else "<p>No journeys.</p>"
    atlas = "".join(_figures(render(book, view="atlas"))) if names else ""
    return {"text/html": f"<p><strong>{escape(title)}</strong></p>{listed}{atlas}", "text/plain": plain}


def _of_comparison(comparison: "Comparison") -> dict[str, str]:
    """The headlines of a comparison, and the table of what differs."""
    after = comparison.after
    language = after.language if isinstance(after, Journey) else after.lang
    sentences, table = comparison.headlines(language=language), comparison.to_table(language=language)
    plain = "\n".join(
        [
            *sentences,
            *(
                f"- {''.join(f'{one}: ' for one in journey)}{what} {before or after}: {status}"
                for *journey, what, status, before, after, _method, _changes in table[1:]
            ),
        ]
    )
    told = f"<ul>{''.join(f'<li>{escape(one)}</li>' for one in sentences)}</ul>"
    return {"text/html": told + _table("What differs", table), "text/plain": plain}


def _of_check(report: "Report") -> dict[str, str]:
    """The findings of a check as a table: severity, rule, what was found, where, and what to do."""
    from journeykit.rules import grouped  # noqa: PLC0415  # only whoever shows a report needs rules

    rows = [(one.severity, f"{one.code} {one.name}", one.message, one.place or one.where, one.fix) for one in report]
    plain = grouped(report).rstrip("\n")
    table = _table("Findings", [("Severity", "Rule", "Finding", "Where", "What to do"), *rows])
    return {"text/html": f"{table}<p>{escape(plain.rpartition(chr(10))[2])}</p>", "text/plain": plain}


def _of_result(result: "Result[Any] | Results[Any]") -> dict[str, str]:
    """The sentence of a measure, the table behind it, on what it rests, and what is missing."""
    table, remarks = result.to_table(), _remarks(result)
    plain = "\n".join([result.sentence, *(["", *_aligned(table)] if table[1:] else []), *(["", *remarks] if remarks else [])])
    return {"text/html": _measured(result, table), "text/plain": plain}


def _of_measures(report: "MeasureReport") -> dict[str, str]:
    """All measures, chapter by chapter."""
    parts, chapter = [f"<p><strong>{escape(report.title)}</strong></p>"], ""
    for one in report.sections:
        if one.chapter != chapter:
            chapter = one.chapter
            parts.append(f"<p><strong>{escape(chapter)}</strong></p>")
        parts.append(_measured(one.result, one.result.to_table()))
    return {"text/html": "".join(parts), "text/plain": report.to_text().rstrip("\n")}


def _measured(result: "Result[Any] | Results[Any]", table: Sequence[Sequence[str]]) -> str:
    told = "".join(f"<p>{escape(line)}</p>" for line in result.sentence.splitlines())
    remarks = "".join(f"<li>{escape(one)}</li>" for one in _remarks(result))
    return told + _table("Behind it", table) + (f"<ul>{remarks}</ul>" if remarks else "")


def _remarks(result: "Result[Any] | Results[Any]") -> list[str]:
    basis = [f"Rests on what is {', '.join(result.basis)}."] if result.basis else []
    return [*basis, *result.notes, *_missing(result)]


def _missing(result: "Result[Any] | Results[Any]") -> Iterator[str]:
    """What was missing, each thing once, with the names of the first places; `missing` holds all with their paths."""
    held: dict[tuple[str, str], dict[str, None]] = {}
    for one in result.missing:
        place, field = _place(one.where)
        held.setdefault((field, one.what), {})[place] = None
    for (field, what), places in held.items():
        names, more = list(places)[:_NAMED], len(places) - _NAMED
        at = ", ".join(names) + (f" and {more} more" if more > 0 else "")
        yield f"Missing: {field} at {at} ({what})" if field else f"Missing at {at}: {what}"


def _place(where: str) -> tuple[str, str]:
    """The id of what a model path leads to, and its field in words; what is no path is itself the place."""
    try:
        steps = parse_where(where)
    except ConversionError:
        return where, ""
    ids = [key for _, key in steps if isinstance(key, str)]
    if not ids:
        return where, ""
    field, key = steps[-1]
    return ids[-1], "" if key is not None else field.removeprefix("no_").replace("_", " ").replace("kpi", "KPI")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _aligned(table: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows as lines, their cells under each other."""
    widths = [max(len(row[at]) for row in table) for at in range(len(table[0]))]
    for row in table:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _table(name: str, table: Sequence[Sequence[str]]) -> str:
    """A table that scrolls in its own frame, which the keyboard reaches; nothing where there are no rows."""
    if not table[1:]:
        return ""
    head = "".join(f'<th scope="col" style="{_TO_START}">{escape(one)}</th>' for one in table[0])
    rows = ("".join(f'<td style="{_TO_START}">{_breakable(one)}</td>' for one in row) for row in table[1:])
    body = "".join(f"<tr>{one}</tr>" for one in rows)
    frame = f'<div role="group" tabindex="0" aria-label="{name}" style="overflow:auto;max-height:{_HIGHEST}">'
    return f"{frame}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"


def _breakable(text: str) -> str:
    """Text for HTML; a model path may go on in the next line."""
    return escape(text).replace("].", "].<wbr>")


def _figures(drawn: Rendering) -> Iterator[str]:
    """A frame a page, which scrolls sideways in its own frame; the labels of rows stay in sight."""
    title, turned = drawn.diagram.title, ' dir="rtl"' if drawn.diagram.rtl else ""
    told = f'<div style="{_UNSEEN}">{"".join(f"<p>{escape(one)}</p>" for one in drawn.describe().splitlines())}</div>'
    for at, page in enumerate(drawn.scene.pages):
        name = escape(f"{title} ({page.label})" if page.label else title)
        labels = "".join(_labels(drawn.scene, page, rtl=drawn.diagram.rtl))
        svg = _svg(drawn.scene, page, name)
        yield (
            f'<div role="group" tabindex="0" aria-label="{name}"{turned} style="overflow-x:auto;position:relative">'
            f"{told if not at else ''}"
            f'<div style="position:relative;width:max-content">{labels}{svg}</div></div>'
        )


def _svg(scene: Scene, page: Page, name: str = "") -> str:
    """One page without ids; named, or hidden from those who hear it."""
    alone = evolve(scene, title="", description="", pages=(evolve(page, label="", nodes=tuple(map(_nameless, page.nodes))),))
    markup = renderer("svg").render(alone, Options())[0].decode("utf-8")
    spoken = f'aria-label="{name}"' if name else 'aria-hidden="true"'
    role = f'role="group" {spoken}' if name else spoken
    return markup.replace('role="group"', f'{role} style="display:block;max-width:none"', 1)


def _nameless(node: Node) -> Node:
    """A node without the sources from which ids are made."""
    if not isinstance(node, Group):
        return node
    return evolve(node, source="", children=tuple(map(_nameless, node.children)))


def _labels(scene: Scene, page: Page, *, rtl: bool) -> Iterator[str]:
    """The labels of the rows once more, over the picture: they stay at the side while the rest moves under them, and nothing else does."""
    for box in page.row_labels:
        top, bottom = floor(box.top) - 1.0, ceil(box.bottom) + 1.0  # whole px, or its lines would be blurred; with the lines at both ends
        held = tuple(one for one in walk(page.nodes) if not isinstance(one, Group) and _meets(bounds(one), box))
        place = f'width="{box.width:g}" height="{bottom - top:g}" viewBox="{box.left:g} {top:g} {box.width:g} {bottom - top:g}"'
        svg = _WINDOW.sub(place, _svg(scene, evolve(page, nodes=(Group(children=held),))), count=1)
        frame = f"position:sticky;{'right' if rtl else 'left'}:0;top:0;width:{box.width:g}px;height:0;z-index:1;pointer-events:none"
        yield f'<div style="{frame}"><div style="position:absolute;top:{top:g}px">{svg}</div></div>'


def _meets(drawn: Bounds | None, box: Bounds) -> bool:
    """Whether something is drawn within a box, a line on its edge included."""
    if drawn is None:
        return False
    return drawn.left < box.right and drawn.right > box.left and drawn.top <= box.bottom and drawn.bottom >= box.top
