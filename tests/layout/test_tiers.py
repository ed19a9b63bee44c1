"""Columns: their widths, and where the line is broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.layout.columns import least_widths, spread_widths
from journeykit.layout.ink import Ink
from journeykit.layout.parting import by_tier
from journeykit.layout.tiers import break_columns, place
from journeykit.text import DEFAULT_MEASURER
from journeykit.themes import theme
from tests.layout.dealership import DEALERSHIP
from tests.layout.small import grid

INK = Ink(palette=theme("default").palette, measurer=DEFAULT_MEASURER)
LONG = "Compares the offer of the landlord’s preferred supplier with two tariffs from a price portal, a leaflet from the stairwell and the advice of all"


@pytest.mark.parametrize(
    ("count", "starts", "most", "breaks"),
    [
        (0, [], 14, []),
        (5, [0, 2], 14, [(0, 4)]),
        (40, [0, 6, 14, 22, 36], 14, [(0, 13), (14, 27), (28, 39)]),
        (30, list(range(0, 30, 4)), 14, [(0, 11), (12, 23), (24, 29)]),
        (20, [0], 14, [(0, 13), (14, 19)]),
        (3, [], 1, [(0, 0), (1, 1), (2, 2)]),
    ],
)
def test_lines_break_at_stages_where_that_costs_no_further_tier(count, starts, most, breaks):
    assert break_columns([128.0] * count, starts, room=1904, most=most) == breaks


@pytest.mark.parametrize(
    ("count", "starts", "most", "breaks"),
    [
        (17, [0], 4, [(0, 3), (4, 7), (8, 10), (11, 13), (14, 16)]),
        (20, [0], 14, [(0, 9), (10, 19)]),
        (11, [0, 2, 5, 10], 5, [(0, 4), (5, 9), (10, 10)]),
        (12, [0, 3, 6, 9], 7, [(0, 5), (6, 11)]),
        (9, [0, 2, 5], 3, [(0, 1), (2, 4), (5, 6), (7, 8)]),
    ],
)
def test_lines_that_should_be_even_are_so_where_stages_let_them(count, starts, most, breaks):
    assert break_columns([180.0] * count, starts, room=180 * most, most=most, even=True) == breaks


@given(st.lists(st.floats(128, 260), max_size=80), st.sets(st.integers(0, 80)), st.integers(1, 23))
def test_tiers_hold_every_column_once_and_fit(widths, starts, most):
    breaks = break_columns(widths, sorted(starts), room=1904, most=most)
    assert [at for first, last in breaks for at in range(first, last + 1)] == list(range(len(widths)))
    for first, last in breaks:
        assert last - first < most
        assert first == last or sum(widths[first : last + 1]) <= 1904.01


@given(st.lists(st.floats(128, 260), min_size=1, max_size=60))
def test_columns_grow_together_and_still_fit(least):
    breaks = break_columns(least, [], room=1904, most=60)
    widths = spread_widths(least, breaks, room=1904, ideal=160)
    assert all(now >= before for now, before in zip(widths, least, strict=True))
    assert all(sum(widths[first : last + 1]) <= 1904.01 for first, last in breaks)
    assert len({round(width, 6) for width, before in zip(widths, least, strict=True) if width > before}) <= 1


def test_eleven_columns_are_160_wide():
    least = least_widths(DEALERSHIP, INK, ideal=160)
    assert spread_widths(least, [(0, 10)], room=1904, ideal=160) == [160] * 11


def test_a_long_title_widens_its_own_column_only():
    widths = least_widths(grid("Pays", LONG, "Waits"), INK, ideal=160)
    assert widths == [128, 240, 128]


def test_a_long_word_widens_its_column_to_260_at_most():
    widths = least_widths(grid("Versicherungsbestätigung", "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik"), INK, ideal=160)
    assert 160 < widths[0] < 260
    assert widths[1] == 260


def test_things_go_to_every_tier_that_they_reach():
    tiers = place([(0, 3), (4, 7), (8, 8)], [160.0] * 9, starts=frozenset(), names=(), least_right=0)
    assert by_tier([(0, 0), (3, 4), (2, 8), (8, 8)], lambda one: one, tiers) == [
        [(0, 0), (3, 4), (2, 8)],
        [(3, 4), (2, 8)],
        [(2, 8), (8, 8)],
    ]


def test_names_of_columns_say_where_a_text_stands():
    (tier,) = place([(0, 1)], [160.0] * 2, starts=frozenset(), names=("Pays", "Waits"), least_right=0)
    assert (tier.name(0, 0), tier.name(0, 1)) == ("Pays", "Pays – Waits")
