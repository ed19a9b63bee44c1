"""Two readings of each thing on two upright scales, joined by a line that rises or falls."""

from attrs import frozen

from journeykit.record import Record

from ._parts_dumbbells import Dumbbell


@frozen(kw_only=True, eq=False, repr=False)
class Slopes(Record):
    """Rows that have both readings.

    Attributes:
        names: of the two scales, left and right. axis: the words of the levels from lowest to highest.
        note: a line below the title. key: what filled markers with bold lines and what hollow ones with thin lines mean; empty where there are none.
    """

    rows: tuple[Dumbbell, ...]
    names: tuple[str, str]
    axis: tuple[str, str, str, str, str]
    title: str = ""
    note: str = ""
    key: tuple[str, str] = ("", "")
