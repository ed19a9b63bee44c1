"""What hangs on what: boxes from left to right."""

from attrs import frozen

from journeykit.record import Record


@frozen(kw_only=True, eq=False, repr=False)
class TreeNode(Record):
    """A box and what hangs on it.

    Attributes:
        kind: small capitals above the title. title: its words. detail: smaller lines below.
        faint: not decided, needed or gone: a dashed outline. strong: a thick one.
        tip: tooltip. source: model path.
    """

    title: str
    kind: str = ""
    detail: str = ""
    children: "tuple[TreeNode, ...]" = ()
    faint: bool = False
    strong: bool = False
    tip: str = ""
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Tree(Record):
    """Roots one below the other. `levels`: words over the columns."""

    roots: tuple[TreeNode, ...]
    levels: tuple[str, ...] = ()
    title: str = ""
