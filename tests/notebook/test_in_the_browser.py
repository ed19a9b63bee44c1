"""Cells as a reader meets them: nothing for axe to object to, and the labels stay while the map moves."""

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

import journeykit as jk
from journeykit import measure
from tests.browser.chromium import axe_source, document_after_scripts, missing, missing_axe

from .row_labels import every_picture_with_labels, labels_at_the_start, squeezed

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "")

EXAMPLES = Path(__file__).parents[2] / "examples"
# Each frame is made narrower than its picture and scrolled to its end: by how much the picture and each label have moved since,
# whether the label is in sight, and what lies over it.
SCROLLED = """
const of = one => one.getBoundingClientRect(), found = [];
for (const frame of document.querySelectorAll('[role=group][tabindex]')) {
  const picture = frame.querySelector('svg[role=group]'), labels = [...frame.querySelectorAll('svg[aria-hidden] text')];
  const way = getComputedStyle(frame).direction === 'rtl' ? -1 : 1;
  frame.style.width = Math.min(700, of(picture).width - 100) + 'px';
  for (const one of frame.querySelectorAll('[style*=sticky]')) one.style.pointerEvents = 'auto';
  const before = labels.map(one => of(one).left), start = of(picture).left, reach = frame.scrollWidth - frame.clientWidth;
  frame.scrollLeft = way * reach;
  await new Promise(done => setTimeout(done, 50));
  const moved = way * (start - of(picture).left), texts = [];
  labels.forEach((one, at) => {
    scrollBy(0, of(one).top - 300);
    const box = of(one), edge = of(frame), top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    texts.push({ words: one.textContent, moved: Math.abs(box.left - before[at]), inside: box.left >= edge.left - 1 && box.right <= edge.right + 1,
      under: top && top.closest('svg') === one.closest('svg') ? '' : String(top && top.outerHTML).slice(0, 100) });
  });
  found.push([moved, reach, texts]);
}
return found;
"""
RESULT = re.compile(r'<pre id="result">(.*?)</pre>', re.DOTALL)


def load(name: str) -> jk.Portfolio:
    return jk.load(EXAMPLES / f"{name}.yaml")


def asked(cells: list[str], script: str) -> Any:
    """What a script says of a page of cells."""
    sections = "".join(f"<section><h2>Cell {at}</h2>{one}</section>" for at, one in enumerate(cells))
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Cells</title></head>'
        f"<body><main style='width:900px'><h1>Cells</h1>{sections}</main><script>"
        "addEventListener('load', async () => { const out = document.createElement('pre'); out.id = 'result';"
        f"out.textContent = JSON.stringify(await (async () => {{ {script} }})()); document.body.replaceChildren(out); }});"
        "</script></body></html>"
    )
    found = RESULT.search(document_after_scripts(page))
    assert found is not None
    return json.loads(html.unescape(found[1]))


@pytest.mark.skipif(bool(missing_axe()), reason=missing_axe() or "")
def test_axe_objects_to_no_cell() -> None:
    book, other = load("dealership"), load("dealership_online")
    one = book.journeys[0]
    values = [
        one, one, load("clinic_ar"), next(iter(book.personas)), jk.render(load("hotel"), view="service-blueprint"), jk.compare(book, other),
        jk.check(load("hotel")), measure.emotion_curve(one), measure.report(one),
    ]  # fmt: skip
    source = (axe_source() or "").replace("</script", "<\\/script")
    script = f"{source}; const said = await axe.run(document, {{ rules: {{ 'color-contrast': {{ enabled: false }} }} }});"
    found = asked([one._repr_html_() for one in values], script + "return said.violations.map(one => [one.id, one.nodes[0].html]);")
    assert found == []


def test_every_label_stays_at_the_side_of_every_picture_that_is_scrolled() -> None:
    pictures = every_picture_with_labels()
    found = asked([drawn._repr_html_() for drawn in pictures.values()], SCROLLED)
    assert len(found) == len(pictures)
    for (name, drawn), (moved, reach, texts) in zip(pictures.items(), found, strict=True):
        assert (name, moved) == (name, pytest.approx(reach, abs=1))
        assert (name, reach > 80) == (name, True)
        assert (name, [one for one in texts if one["moved"] > 0.5 or not one["inside"] or one["under"]]) == (name, [])
        words = squeezed([one["words"] for one in texts])
        assert (name, [one for one in labels_at_the_start(drawn) if one not in words]) == (name, [])
