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

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "")

EXAMPLES = Path(__file__).parents[2] / "examples"
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


@pytest.mark.parametrize(
    ("name", "view", "by", "side"),
    [("dealership", "journey-map", 400, "left"), ("hotel", "service-blueprint", 400, "left"), ("clinic_ar", "journey-map", -200, "right")],
)
def test_labels_stay_at_the_side_of_a_map_that_is_scrolled(name: str, view: str, by: int, side: str) -> None:
    moved = asked(
        [jk.render(load(name), view=view)._repr_html_()],
        f"""
        const frame = document.querySelector('[role=group][tabindex]'), labels = frame.querySelector('[aria-hidden] text');
        const picture = frame.querySelector('svg[role=group]'), of = one => one.getBoundingClientRect();
        const was = [of(labels).{side}, of(picture).{side}];
        frame.scrollLeft = {by};
        await new Promise(done => setTimeout(done, 100));
        return [of(labels).{side} - was[0], of(picture).{side} - was[1], of(labels).{side} - of(frame).{side}];
        """,
    )
    assert abs(moved[0]) < 1
    assert moved[1] == pytest.approx(-by, abs=1)
    assert abs(moved[2]) < 60
