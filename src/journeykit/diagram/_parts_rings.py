"""Who stands around somebody: rings from near to far, parts of the circle, and what goes to and fro."""

from typing import Literal

from attrs import frozen

from journeykit.record import Record

NodeShape = Literal["circle", "rounded", "double", "diamond"]


@frozen(kw_only=True, eq=False, repr=False)
class RingNode(Record):
    """Somebody or something on a ring.

    Attributes:
        key: by which links name it.
        title: its name. detail: a smaller line, such as the columns in which it acts.
        ring: 0 the innermost to 2. sector: which part of the circle, from 0.
        weight: 0 and up; the larger, the larger it is drawn.
        faint: needed, not there yet, or gone: a dashed outline.
        said: where it stands and what it is, for those who do not see it.
        tip: tooltip. source: model path.
    """

    key: str
    title: str
    ring: int
    sector: int = 0
    detail: str = ""
    shape: NodeShape = "circle"
    weight: int = 0
    faint: bool = False
    said: str = ""
    tip: str = ""
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class RingLink(Record):
    """An arrow between two nodes; an empty key is the centre.

    Attributes:
        style: dashed for contact, solid for the rest.
        text: what goes along it; may be empty. said: the whole in words.
    """

    source: str
    target: str
    said: str
    style: Literal["solid", "dashed"] = "solid"
    text: str = ""
    both: bool = False


@frozen(kw_only=True, eq=False, repr=False)
class Rings(Record):
    """The centre, what stands around it, and the links.

    Attributes:
        centre: the name in the middle. rings: names of the three rings, inside out. sectors: names of the parts of the circle, clockwise from the top.
        unwritten: title of the list of links whose words found no room.
    """

    centre: str
    nodes: tuple[RingNode, ...]
    links: tuple[RingLink, ...] = ()
    rings: tuple[str, str, str] = ("", "", "")
    sectors: tuple[str, ...] = ()
    unwritten: str = ""
    centre_source: str = ""
