"""Where the words of effects stand."""

from re import findall

from attrs import evolve

from journeykit.diagram import Arc
from journeykit.scene import Path, Text, walk
from tests.layout.checks import faults
from tests.layout.dealership import DEALERSHIP
from tests.layout.small import drawn, grid, groups

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
