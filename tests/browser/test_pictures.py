"""The examples and 200 generated portfolios in a real browser: every text in its box, none over another, no accessibility violation."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

import journeykit as jk
from journeykit.examples import EXAMPLES, TEMPLATES, example, template
from journeykit.testing import portfolios
from journeykit.views import VIEW_NAMES, subject_of
from journeykit.views import view as view_named
from journeykit.views.comparison import PICTURES
from tests.browser import Report, measure, missing
from tests.layout.blueprint.generated import journey

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "")
GENERATED = 200


def generated() -> list[jk.Portfolio]:
    """The same portfolios at every run."""
    found: list[jk.Portfolio] = []

    @seed(20260101)
    @settings(max_examples=3 * GENERATED, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), deadline=None)
    @given(portfolios(max_journeys=1))
    def collect(book: jk.Portfolio) -> None:
        if book.journeys and len(found) < GENERATED:
            found.append(book)

    collect()
    assert len(found) == GENERATED
    return found


def wrong(reports: dict[str, Report]) -> list[str]:
    return [f"{name}: {report}" for name, report in reports.items() if report.defects]


def test_examples_and_templates_in_every_theme_and_on_paper() -> None:
    svgs: dict[str, str] = {}
    for name, text in {**{one: example(one) for one in EXAMPLES}, **{one: template(one) for one in TEMPLATES}}.items():
        book = jk.loads(text)
        for theme in ("default", "dark", "print"):
            svgs[f"{name} {theme}"] = jk.render(book, theme=theme, prefix=f"{name.replace('_', '-')}-{theme}-").svg
        for paper in ("a4", "a3"):
            drawn = jk.render(book, paper=paper)
            svgs |= {f"{name} {paper} {number}": page.decode() for number, page in enumerate(drawn.pages)}
    assert not wrong(dict(zip(svgs, measure(list(svgs.values())), strict=True)))


def test_blueprints_of_the_examples_in_every_theme_and_on_paper() -> None:
    svgs: dict[str, str] = {}
    for name in EXAMPLES:
        book = jk.loads(example(name))
        for theme in ("default", "dark", "print"):
            svgs[f"{name} {theme}"] = jk.render(
                book, view="service-blueprint", theme=theme, prefix=f"b-{name.replace('_', '-')}-{theme}-"
            ).svg
        for paper in ("a4", "a3"):
            drawn = jk.render(book, view="service-blueprint", paper=paper)
            svgs |= {f"{name} {paper} {number}": page.decode() for number, page in enumerate(drawn.pages)}
    assert not wrong(dict(zip(svgs, measure(list(svgs.values())), strict=True)))


def test_generated_blueprints() -> None:
    sizes = (1, 3, 5, 7, 9, 13)
    svgs = {
        f"blueprint {seed}": jk.render(journey(seed, sizes[seed % 6]), view="service-blueprint", prefix=f"bp{seed}-").svg
        for seed in range(60)
    }
    assert not wrong(dict(zip(svgs, measure(list(svgs.values())), strict=True)))


def test_generated_portfolios() -> None:
    books = generated()
    svgs = {f"{number}: {book.title}": jk.render(book.journeys[0], prefix=f"g{number}-").svg for number, book in enumerate(books)}
    assert not wrong(dict(zip(svgs, measure(list(svgs.values())), strict=True)))


OTHER_VIEWS = [one for one in VIEW_NAMES if one not in {"journey-map", "service-blueprint", "comparison"}]


@pytest.mark.parametrize("view", OTHER_VIEWS)
def test_every_other_view_of_the_examples_and_of_generated_portfolios(view: str) -> None:
    svgs: dict[str, str] = {}
    for name in EXAMPLES:
        book = jk.loads(example(name))
        for theme in ("default", "dark"):
            svgs[f"{name} {theme}"] = jk.render(
                book, journey=_first(view, book), view=view, theme=theme, prefix=f"{name.replace('_', '-')}-{theme}-"
            ).svg
        drawn = jk.render(book, journey=_first(view, book), view=view, paper="a4")
        svgs |= {f"{name} a4 {number}": page.decode() for number, page in enumerate(drawn.pages)}
    for number, book in enumerate(generated()[:40]):
        svgs[f"generated {number}"] = jk.render(book, journey=_first(view, book), view=view, prefix=f"g{number}-").svg
    assert not wrong(dict(zip(svgs, measure(list(svgs.values())), strict=True)))


COMPARED = {
    "deal online": ("dealership", "dealership_online", "future"), "hotels": ("hotel", "hotel_capehouse", "competitor"), "repair": ("repair_customers", "repair_staff", "perception"),
}  # fmt: skip


def test_comparisons_of_the_examples_and_of_generated_portfolios() -> None:
    svgs: dict[str, str] = {}
    for name, (before, after, lens) in COMPARED.items():
        sides = [jk.loads(example(one)).journeys[0] for one in (before, after)]
        c = jk.compare(sides[0], sides[1], lens=lens)  # type: ignore[arg-type]  # names of lenses, listed above
        for theme in ("default", "dark"):
            for picture in PICTURES:
                if picture != "auto":
                    prefix = f"{name.replace(' ', '-')}-{picture}-{theme}-"
                    svgs[prefix] = jk.render(c, picture=picture, theme=theme, prefix=prefix).svg
        svgs |= {f"{name} a4 {number}": page.decode() for number, page in enumerate(jk.render(c, paper="a4").pages)}
    books = generated()[:20]
    for number, (one, other) in enumerate(pairwise(books)):
        svgs[f"generated {number}"] = jk.render(jk.compare(one.journeys[0], other.journeys[0]), prefix=f"c{number}-").svg
    assert not wrong(dict(zip(svgs, measure(list(svgs.values())), strict=True)))


def _first(view: str, book: jk.Portfolio) -> int | None:
    """A journey for the views that show one."""
    return 0 if subject_of(view, view_named(view)) == "journey" and book.journeys else None
