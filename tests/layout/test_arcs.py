"""Where the words of effects stand."""

from re import findall

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit.diagram import Arc, Column
from journeykit.layout.arcs import arcs_of
from journeykit.layout.arcwords import reach
from journeykit.layout.continuing import letters
from journeykit.layout.ink import Ink
from journeykit.layout.tiers import place as tiers_at
from journeykit.scene import Circle, Path, Text, walk
from journeykit.text import DEFAULT_MEASURER
from journeykit.themes import theme
from tests.layout.checks import faults
from tests.layout.dealership import DEALERSHIP
from tests.layout.small import drawn, forty, grid, groups

LONG = "Harms: the salesperson leaves the customer alone to get the deal approved"


def nested(inner: str, outer: str = "Helps: buyers who sign online spend less"):
    diagram = grid("Reads", "Asks", "Comes", "Waits", "Signs", "Pays", "Drives")
    return evolve(diagram, arcs=(Arc(source=0, target=6, text=outer), Arc(source=3, target=4, text=inner)))


def place(scene, label: str) -> tuple[list[Text], tuple[float, float]]:
    """The texts of an effect, and from where to where its line reaches."""
    (group,) = groups(scene, "group", label)
    inside = list(walk([group]))
    line = next(one for one in inside if isinstance(one, Path) and one.stroke)
    xs = [float(x) for x, _ in findall(r"(-?[\d.]+)[ ,](-?[\d.]+)", line.d)]
    return [one for one in inside if isinstance(one, Text)], (min(xs), max(xs))


def test_long_words_of_a_short_arc_stand_above_it_and_not_beside_the_arc_around_it():
    scene = drawn(nested(LONG))
    texts, (left, right) = place(scene, LONG)
    assert len(texts) > 1
    assert " ".join(one.text for one in texts) == LONG
    assert all(left <= one.x and one.x + one.width <= right for one in texts)
    assert not faults(scene)


def test_short_words_stand_in_the_line_of_their_arc():
    scene = drawn(nested("Helps", "Helps: buyers who sign"))
    texts, (left, right) = place(scene, "Helps: buyers who sign")
    assert len(texts) == 1
    assert left < texts[0].x < right


def test_words_that_four_lines_do_not_hold_are_not_shortened_above():
    scene = drawn(nested("Harms: " + "very " * 60 + "much"))
    texts, _ = place(scene, "Harms: " + "very " * 60 + "much")
    assert len(texts) == 1


def test_the_dealership_names_both_effects_within_their_arcs():
    for arc in DEALERSHIP.arcs:
        texts, (left, right) = place(drawn(DEALERSHIP), arc.text)
        assert all(left <= one.x and one.x + one.width <= right for one in texts)


def test_an_effect_that_goes_on_elsewhere_keeps_its_stub_beside_other_feet():
    to = (30, 2, 0, 3)
    scene = drawn(evolve(forty(), arcs=tuple(Arc(source=1, target=at, text=f"Helps {at}") for at in to)))
    group = next(one for one in groups(scene, "group", "Helps 30") if any(isinstance(inner, Circle) for inner in walk([one])))
    inside = list(walk([group]))
    disc = next(one for one in inside if isinstance(one, Circle))
    foot = float(findall(r"-?[\d.]+", next(one for one in inside if isinstance(one, Path) and one.stroke).d)[0])
    assert abs(disc.cx - foot) == 44
    assert not faults(scene)


def test_feet_in_one_column_stand_side_by_side_those_that_lead_left_at_the_left():
    diagram = grid("Reads", "Asks", "Comes", "Waits", "Signs")
    scene = drawn(evolve(diagram, arcs=tuple(Arc(source=2, target=at, text=f"Helps {at}") for at in (0, 1, 3, 4))))
    feet = {at: place(scene, f"Helps {at}")[1] for at in (0, 1, 3, 4)}
    assert feet[0][1] > feet[1][1] - 60
    assert max(feet[0][1], feet[1][1]) < min(feet[3][0], feet[4][0])
    assert len({round(feet[0][1]), round(feet[1][1]), round(feet[3][0]), round(feet[4][0])}) == 4


ENDS = st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda one: one[0] != one[1])


@settings(max_examples=150)
@given(found=st.lists(st.tuples(ENDS, st.integers(1, 14)), min_size=1, max_size=9), signed=st.booleans())
def test_words_are_nearer_to_their_own_line_than_to_any_other(*, found: list[tuple[tuple[int, int], int]], signed: bool):
    tier = tiers_at([(0, 7), (8, 11)], [180.0] * 12, starts=frozenset({0}), names=("",) * 12, least_right=0.0)[0]
    arcs = [Arc(source=source, target=target, text="late again " * count) for (source, target), count in found]
    ink = Ink(palette=theme("default").palette, measurer=DEFAULT_MEASURER, rtl=False)
    columns = [Column(title="Asks", number=str(at)) for at in range(12)]
    legs = arcs_of(arcs, columns, tier, least=0.0, ink=ink, signs=[letters(at) if signed else "" for at in range(len(arcs))]).legs
    for leg in legs:
        if not leg.words:
            continue
        left, right = leg.words[0], leg.words[0] + leg.words[2]
        low, high = reach(leg, ink)
        own = max(0.0, left - high, low - right)
        for other in legs:
            if other is not leg and other.track >= leg.track:
                ends = [(x, x) for x in other.feet] if other.track > leg.track else [reach(other, ink)]
                assert all(max(start - right, left - end) > max(own, 5) for start, end in ends), (leg, other)
