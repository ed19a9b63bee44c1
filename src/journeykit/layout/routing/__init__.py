"""BOXES AND LINKS -> POLYLINES: the connector router.

It may not know what a box or a link stands for: no diagram, no scene, no theme, no text, only px.
"""

from .plan import Box, Column, Distances, Label, Link, Plan, Room, Route, Routing, Row, Side
from .room import fitted, grown, roomy
from .route import route

__all__ = [
    "Box", "Column", "Distances", "Label", "Link", "Plan", "Room", "Route", "Routing", "Row", "Side", "fitted", "grown", "roomy", "route",
]  # fmt: skip
