"""The measuring itself: each planted defect is found, and a good picture has none."""

import pytest

from tests.browser import Report, measure, missing
from tests.browser.chromium import missing_axe

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "")


def picture(body: str, *, prefix: str = "p", attributes: str = 'role="group" aria-labelledby="{p}-t"') -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200" '
        f'font-family="DejaVu Sans, sans-serif" font-size="12" {attributes.replace("{p}", prefix)}>'
        f'<title id="{prefix}-t">A map</title><rect width="400" height="200" fill="#fff"/>{body}</svg>'
    )


CARD = '<rect x="20" y="20" width="120" height="40" rx="4" fill="#eee"/>'
GOOD = f"""
<g role="list" aria-label="Touchpoints"><g role="listitem" aria-label="Signs">{CARD}<text x="28" y="36">Signs <tspan font-weight="700">the form</tspan></text>
<text x="28" y="52">on paper</text></g></g>
<path d="M0 190C100 90 200 190 400 100V200H0Z" fill="#cde"/><text x="220" y="180">over the area of a curve</text>
<circle cx="200" cy="100" r="3" fill="#333"/><text x="200" y="104">beside a dot</text>
<text x="10" y="100" stroke="#fff" stroke-width="3" aria-hidden="true">halo</text><text x="10" y="100">halo</text>
<text transform="translate(390 120) rotate(-90)">turned</text><text x="0" y="-50" display="none">hidden</text>
<rect x="250" y="20" width="130" height="24" fill="#eee"/><text x="374" y="36" text-anchor="end">\u202bمرحبا Sales\u202c</text>
"""

DEFECTS = {
    "outside on the right": ('<text x="380" y="50">too far</text>', "outside"),
    "outside at the top": ('<text x="50" y="3">too high</text>', "outside"),
    "outside, turned": ('<text transform="translate(200 30) rotate(-90)">leaves at the top</text>', "outside"),
    "wider than its box": (CARD + '<text x="28" y="44">much wider than this card is</text>', "spills"),
    "wider than its box, in the middle": (
        CARD.replace('x="20"', 'x="120"') + '<text x="180" y="44" text-anchor="middle">much wider than this card is</text>',
        "spills",
    ),
    "higher than its box": (
        '<rect x="20" y="20" width="200" height="12" fill="#eee"/><text x="28" y="31" font-size="14">Äpfel, gj</text>',
        "spills",
    ),
    "lower than its box": (CARD + '<text x="28" y="60">going</text>', "spills"),
    "wider than a round box": (
        '<circle cx="100" cy="100" r="12" fill="#eee"/><text x="100" y="104" text-anchor="middle">1,000</text>',
        "spills",
    ),
    "over another text": ('<text x="20" y="50">one</text><text x="30" y="54">other</text>', "overlaps"),
    "a second line too close": ('<text x="20" y="50">gjpq gjpq</text><text x="20" y="57">ÄÖÜ hkl</text>', "overlaps"),
}


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    svgs = {"good": picture(GOOD, prefix="good")} | {
        what: picture(body, prefix=f"d{at}") for at, (what, (body, _)) in enumerate(DEFECTS.items())
    }
    return dict(zip(svgs, measure(list(svgs.values())), strict=True))


def test_a_good_picture_has_no_defect(reports: dict[str, Report]) -> None:
    good = reports["good"]
    assert good.defects == ()
    assert (good.texts, good.smallest, good.name, good.size) == (8, 12, "A map", (400, 200))


@pytest.mark.parametrize("what", DEFECTS)
def test_a_planted_defect_is_found_and_nothing_else(reports: dict[str, Report], what: str) -> None:
    kind = DEFECTS[what][1]
    found = {name: len(getattr(reports[what], name)) for name in ("outside", "overlaps", "spills")}
    assert found == {"outside": 0, "overlaps": 0, "spills": 0} | {kind: 1}


def test_ids_are_unique_over_all_pictures_measured() -> None:
    one, other = measure([picture('<g id="x"/>'), picture('<g id="x"/>', prefix="q")])
    assert (one.ids_used_twice, other.ids_used_twice) == (("x",), ("x",))
    assert one.defects == ("id used twice: 'x'",)


def test_an_id_twice_in_one_picture_is_found() -> None:
    assert measure([picture('<g id="x"/><g id="x"/>')])[0].ids_used_twice == ("x",)


def test_a_picture_without_a_name_is_found() -> None:
    nameless = picture("", attributes='role="group"').replace("<title", "<desc").replace("</title", "</desc")
    assert measure([nameless])[0].defects == ("no accessible name",)


@pytest.mark.skipif(bool(missing_axe()), reason=missing_axe() or "")
def test_the_accessibility_audit_names_the_picture_it_objects_to() -> None:
    orphan = '<g role="listitem" aria-label="alone"><text x="20" y="20">alone</text></g>'
    good, bad = measure([picture(GOOD), picture(orphan, prefix="q", attributes='role="img"')])
    assert good.defects == ()
    assert {line.partition(":")[0] for line in bad.violations or ()} >= {"aria-required-parent"}


def test_without_pictures_no_browser_starts() -> None:
    assert measure([]) == []


def test_markup_that_breaks_out_of_its_picture_is_refused() -> None:
    with pytest.raises(RuntimeError):
        measure([picture("</svg></div><div data-picture>")])
