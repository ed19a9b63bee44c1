"""The example in a folder: three files, one portfolio, and the atlas of it."""

from pathlib import Path

import pytest

import journeykit as jk
from journeykit.handout import hand_outs

FOLDER = Path(__file__).parents[2] / "examples" / "bikes"


@pytest.fixture(scope="module")
def book() -> jk.Portfolio:
    return jk.load(FOLDER)


def test_three_files_are_one_portfolio(book: jk.Portfolio) -> None:
    document = jk.open_document(FOLDER)
    assert [Path(one).name for one in document.names] == ["join.yaml", "ride.yaml", "shared.yaml"]
    assert book.journeys.ids == ("join", "rent-once", "ride", "full-dock")
    assert book.journeys["join"].next == ("ride",)
    assert book.journeys["ride"].touchpoints["return"].sub_journey == "full-dock"
    assert [place for place, _ in book.insights_at("ride/return")] == ["ride/return"]


def test_nothing_in_it_is_wrong() -> None:
    assert [str(one) for one in jk.check(jk.open_document(FOLDER), profile="workshop") if one.severity == "error"] == []


def test_the_atlas_shows_who_is_mapped_where(book: jk.Portfolio) -> None:
    (matrix,) = jk.render(book, view="atlas").diagram.parts
    assert [[tuple(item.text for item in cell.items) for cell in row.cells] for row in matrix.rows] == [
        [
            ("› I sign up for bikes",),
            ("› I sign up for bikes",),
            ("› I ride to work", "› › I stand before a full dock"),
            ("› I ride to work",),
            (),
        ],
        [(), ("› I rent a bike for a day",), (), (), ()],
    ]
    assert [[cell.state == "gap" for cell in row.cells] for row in matrix.rows] == [[False] * 4 + [True], [True, False, True, True, True]]


def test_the_hand_out_set_is_whole(book: jk.Portfolio) -> None:
    names = {one.name for one in hand_outs(book)}
    assert {"atlas", "persona", "kpi", "opportunity-tree", "roadmap", "ride-journey-map", "full-dock-journey-map"} <= names
