"""In a picture that is scrolled sideways the labels of all rows stay, whatever the view."""

import re
from html import unescape

import pytest

import journeykit as jk

from .row_labels import EXAMPLES, every_picture_with_labels, labels_at_the_start, shown, squeezed

NAMED = {
    "hotel.yaml service-blueprint": (
        "Stage", "Guest", "Frontstage", "Bell boy", "Receptionist", "Room service", "Backstage", "Housekeepers", "Reservation staff", "Support",
        "Line of interaction", "Line of visibility", "Line of internal interaction", "Remarks",
    ),
    "bikes roadmap": ("Action", "Vans that empty docks before eight", "The clock stops while a customer is on hold", "Now", "Later"),
    "dealership.yaml atlas": ("Persona", "New-vehicle buyer"),
    "hotel.yaml rasci": ("Touchpoint", "Arrival", "Hands the bags to the bell boy", "Behind the touchpoints"),
    "dealership.yaml kpi": ("The whole", "8 Waits"),
    "bikes emotion-curves": ("Feels", "very positive", "very negative"),
}  # fmt: skip


def held(html: str) -> str:
    layers = [one.split("</svg>")[0] for one in html.split("position:sticky")[1:]]
    return squeezed([unescape(word) for one in layers for word in re.findall(r"<text[^>]*>(.*?)</text>", one)])


@pytest.mark.parametrize("name", NAMED)
def test_these_labels_stay(name: str) -> None:
    example, view = name.split()
    (drawn,) = shown((example, view)).values()
    words = held(drawn._repr_html_())
    assert [one for one in NAMED[name] if squeezed([one]) not in words] == []


def test_no_label_of_any_picture_is_left_behind() -> None:
    for name, drawn in every_picture_with_labels().items():
        expected, words = labels_at_the_start(drawn), held(drawn._repr_html_())
        assert len(expected) > 1, name
        assert (name, [one for one in expected if one not in words]) == (name, [])


def test_a_name_of_a_group_that_is_wider_than_the_labels_stays_whole() -> None:
    long = "What happens long before anybody has thought of coming to us"
    points = [jk.Touchpoint(f"Asks {one}", channel=one) for one in ("Shop", "Chat", "Post", "Telephone", "Fair", "Letter")]
    drawn = jk.render(jk.Journey("I buy", stages=[jk.Stage(long, points)]), view="channels")
    (wide, *_) = sorted(drawn.scene.pages[0].row_labels, key=lambda box: -box.right)
    assert squeezed([long]) in held(drawn._repr_html_())
    assert wide.right > 400
    assert wide.height < 40


def test_nothing_of_the_columns_is_held() -> None:
    (drawn,) = shown(("hotel.yaml", "service-blueprint")).values()
    words = held(drawn._repr_html_())
    assert not [one.title for one in drawn.diagram.columns if squeezed([one.title]) in words]


def test_a_sheet_of_paper_is_not_scrolled() -> None:
    drawn = jk.render(jk.load(EXAMPLES / "hotel.yaml"), paper="a3")
    assert all(not page.row_labels for page in drawn.scene.pages)
    assert "position:sticky" not in drawn._repr_html_()
