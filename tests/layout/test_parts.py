"""Parts of pictures that are no grid."""

from typing import get_args

from journeykit.diagram import Part
from journeykit.layout.parts.choosing import HOMES


def test_every_kind_of_part_has_a_file_that_lays_it_out():
    assert set(HOMES) == {kind.__name__ for kind in get_args(Part)}
