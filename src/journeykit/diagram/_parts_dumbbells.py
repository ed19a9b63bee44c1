"""Two readings of each thing on one scale, and how far they lie apart."""

from attrs import frozen

from journeykit.record import Record


@frozen(kw_only=True, eq=False, repr=False)
class Dumbbell(Record):
    """One thing.

    Attributes:
        title: its name. detail: a smaller line below.
        first, second: the two values, -2 to +2; None where there is none.
        texts: the two values in words. gap: the distance in words.
        strong: the distance matters.
        source: model path.
    """

    title: str
    first: float | None
    second: float | None
    texts: tuple[str, str]
    gap: str
    detail: str = ""
    strong: bool = False
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Dumbbells(Record):
    """Rows of two readings each: the first a disc, the second a ring.

    Attributes:
        names: of the two. head: over the distances. axis: the words of the levels from lowest to highest.
        note: a line below the title.
    """

    rows: tuple[Dumbbell, ...]
    names: tuple[str, str]
    head: str
    axis: tuple[str, str, str, str, str]
    title: str = ""
    note: str = ""
