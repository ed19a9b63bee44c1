"""Cards, curves and key figures in a real browser: every text in its box, none over another, no accessibility violation."""

import pytest

import journeykit as jk
from journeykit.examples import EXAMPLES, example
from tests.browser import measure, missing
from tests.browser.test_pictures import generated, wrong

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "")
VIEWS = ("persona", "touchpoint", "emotion-curves", "kpi")
SHAPES: tuple[dict[str, str], ...] = ({}, {"theme": "dark"}, {"theme": "print"}, {"paper": "a5"}, {"paper": "a4"})


def drawn(name: str, what: jk.Portfolio | jk.Journey, view: str, **shape: str) -> dict[str, str]:
    """The pages of a picture by a name of their own, each with ids of its own."""
    made = jk.render(what, view=view, **shape)
    if len(made.pages) == 1:
        return {name: jk.render(what, view=view, prefix=f"{name.replace(' ', '-').replace('_', '-')}-", **shape).svg}
    return {f"{name} {number}": page.decode() for number, page in enumerate(made.pages)}


def test_examples() -> None:
    svgs: dict[str, str] = {}
    for view in VIEWS:
        for name in EXAMPLES:
            book = jk.loads(example(name))
            what = book.journeys[0] if view == "touchpoint" else book
            for at, shape in enumerate(SHAPES):
                svgs |= drawn(f"{view} {name} {at}", what, view, **shape)
    assert not wrong(dict(zip(svgs, measure(list(svgs.values())), strict=True)))


def test_generated_portfolios() -> None:
    svgs: dict[str, str] = {}
    for number, book in enumerate(generated()[:80]):
        view = VIEWS[number % 4]
        what = book.journeys[0] if view == "touchpoint" else book
        svgs |= drawn(f"{view} g{number}", what, view)
    assert not wrong(dict(zip(svgs, measure(list(svgs.values())), strict=True)))
