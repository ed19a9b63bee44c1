"""Texts as lines that all viewers place alike."""

from attrs import evolve

from journeykit.scene import Anchor, Text

LEFT_OF: dict[Anchor, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""Which share of a line lies left of its anchor."""


def drawable_lines(node: Text) -> list[Text]:
    """A text as it can be drawn: viewers put the tail of a line from right to left at different ends, so figure and tail part there."""
    if not (node.rtl and node.tail):
        return [node]
    left = node.x - node.width * LEFT_OF[node.anchor]
    tail = evolve(node, text=node.tail.text, tail=None, x=left, anchor="start", size=node.tail.size, weight=node.tail.weight, spacing=0.0)
    return [evolve(node, tail=None, x=left + node.width, anchor="end"), tail]
