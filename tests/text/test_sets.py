"""Quick answers that spare a set of characters are the answers of that set."""

import re
from sys import maxunicode

from journeykit.renderers import _checked
from journeykit.text import cleaning, pictographs

EVERY = "".join(map(chr, range(maxunicode + 1)))


def test_what_is_printable_is_drawn_as_it_is() -> None:
    assert all(not one.isprintable() for one in re.findall(_checked._UNUSUAL, EVERY))


def test_what_is_printable_is_kept_below_the_supplement() -> None:
    sets = (cleaning._NEWLINE, cleaning._INVISIBLE, cleaning._TAGS, cleaning._DAMAGED)
    found = {one[0] for each in sets for one in re.finditer(each, EVERY)}
    assert all(not one.isprintable() for one in found if one < cleaning._FIRST_SUPPLEMENT)


def test_the_first_of_the_pictographs() -> None:
    assert min(re.findall(pictographs._PICTOGRAPHS, EVERY)) == pictographs._FIRST_PICTOGRAPH
    assert min(re.findall(pictographs._COLOURED, EVERY)) == pictographs._FIRST_COLOURED
