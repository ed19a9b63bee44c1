"""Rings around a centre: words keep clear of arrows, and names of sectors are whole."""

import pytest

from journeykit.diagram import Diagram, RingLink, RingNode, Rings
from journeykit.layout.ink import Ink
from journeykit.layout.parts.ringlinks import wires_of
from journeykit.layout.parts.ringplaces import plan_of
from journeykit.layout.parts.rings import rings_width
from journeykit.scene import Text, walk
from journeykit.text import DEFAULT_MEASURER
from journeykit.themes import theme
from tests.layout.checks import faults, untold
from tests.layout.small import drawn, lines


def picture(rings):
    return Diagram(view="x", title="A title", parts=(rings,), titled=False, lang="en")
