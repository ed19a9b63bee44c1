"""Measure SVG pictures in headless Chromium, many per start of the browser."""

import html
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from tests.browser.chromium import axe_source, document_after_scripts

__all__ = ["Report", "measure"]

_SCRIPT = Path(__file__).with_name("measure.js")
_PROLOG = re.compile(r"<\?xml.*?\?>|<!DOCTYPE.*?>", re.DOTALL)
_RESULT = re.compile(r'<pre id="result">(.*?)</pre>', re.DOTALL)
_PICTURES_PER_PAGE = 50
_CHARACTERS_PER_PAGE = 12_000_000


@frozen
class Report:
    """What one picture looks like in the browser.

    Attributes:
        texts: how many texts can be seen.
        outside: texts that leave the picture.
        overlaps: pairs of texts whose glyphs touch.
        spills: texts wider or higher than the smallest filled box that they start in.
        smallest: size of the smallest font, px; None where there is no text.
        name: the accessible name of the picture.
        ids_used_twice: ids that occur again, in this picture or in another one measured with it.
        violations: what axe-core objects to; None where it was not at hand.
        size: width and height, px.
    """

    texts: int
    outside: tuple[str, ...]
    overlaps: tuple[tuple[str, str], ...]
    spills: tuple[str, ...]
    smallest: float | None
    name: str
    ids_used_twice: tuple[str, ...]
    violations: tuple[str, ...] | None
    size: tuple[float, float]

    @property
    def defects(self) -> tuple[str, ...]:
        """One line per defect; empty for a good picture. An audit that did not run is none."""
        return (
            *(f"leaves the picture: {said!r}" for said in self.outside),
            *(f"overlap: {one!r} and {other!r}" for one, other in self.overlaps),
            *(f"leaves its box: {said!r}" for said in self.spills),
            *(f"id used twice: {name!r}" for name in self.ids_used_twice),
            *(() if self.name else ("no accessible name",)),
            *(f"axe: {said}" for said in self.violations or ()),
        )


def measure(svgs: Sequence[str]) -> list[Report]:
    """One report per picture, in order.

    Args:
        svgs: whole SVG documents. All are looked at as if they stood on one page, so an id may occur only once in all of them.

    Raises:
        RuntimeError: there is no browser (ask `missing` first), it failed, or a picture made its script fail.
    """
    raw = [picture for page in _pages(svgs) for picture in _look(page)]
    counts = Counter(name for picture in raw for name in picture["ids"])
    return [_report(picture, counts) for picture in raw]


def _pages(svgs: Sequence[str]) -> Iterator[list[str]]:
    page: list[str] = []
    for svg in svgs:
        if page and (len(page) == _PICTURES_PER_PAGE or sum(map(len, page)) + len(svg) > _CHARACTERS_PER_PAGE):
            yield page
            page = []
        page.append(_PROLOG.sub("", svg))
    if page:
        yield page


def _look(svgs: Sequence[str]) -> list[dict[str, Any]]:
    scripts = [source.replace("</script", "<\\/script") for source in (axe_source(), _SCRIPT.read_text(encoding="utf-8")) if source]
    page = "\n".join(
        [
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pictures</title>',
            "<style>body { margin: 0 } svg { display: block }</style></head><body><main><h1>Pictures</h1>",
            *(f"<div data-picture>{svg}</div>" for svg in svgs),
            "</main>",
            *(f"<script>{source}</script>" for source in scripts),
            "</body></html>",
        ]
    )
    found = _RESULT.search(document_after_scripts(page))
    if found is None:
        raise RuntimeError("the page gave no result")
    result: dict[str, Any] = json.loads(html.unescape(found[1]))
    if "error" in result:
        raise RuntimeError(result["error"])
    pictures: list[dict[str, Any]] = result["pictures"]
    if len(pictures) != len(svgs):
        raise RuntimeError(f"{len(svgs)} pictures went in, {len(pictures)} came out: the markup of one breaks the page")
    return pictures


def _report(picture: dict[str, Any], counts: Counter[str]) -> Report:
    return Report(
        texts=picture["texts"],
        outside=tuple(picture["outside"]),
        overlaps=tuple((one, other) for one, other in picture["overlaps"]),
        spills=tuple(picture["spills"]),
        smallest=picture["smallest"],
        name=picture["name"],
        ids_used_twice=tuple(sorted({name for name in picture["ids"] if counts[name] > 1})),
        violations=None if picture["axe"] is None else tuple(picture["axe"]),
        size=(picture["size"][0], picture["size"][1]),
    )
