"""What two sides want that cannot both be had, as data: nothing of either side is lost."""

from typing import Any, Literal

from attrs import frozen

from journeykit.errors import Problem

from .changes import Spot

__all__ = ["Conflict", "ConflictKind"]

ConflictKind = Literal["value", "rekeyed", "removed", "added", "moved", "invalid"]


@frozen(kw_only=True)
class Conflict:
    """One place where both sides changed the same thing differently.

    Attributes:
        kind: value (a field), rekeyed (two new ids), removed (one side removed what the other changed), added (both added
            something of that id), moved (to two places), invalid (fine by itself, but not together).
        what: the class of the thing.
        spot: where it stands: in the base, or on the side that added it.
        field: the field, where it is one; `scope.objective` for the field of a value inside.
        base, ours, theirs: what stands there; None where there is nothing. Of what was moved: model path and zero-based place.
        problem: of an invalid result: what is wrong with it.
    """

    kind: ConflictKind
    what: str
    spot: Spot
    field: str = ""
    base: Any = None
    ours: Any = None
    theirs: Any = None
    problem: Problem | None = None

    @property
    def where(self) -> str:
        """Model path: in the base, or on the side that added the thing."""
        joined = f"{self.spot.at}.{self.field}" if self.spot.at and self.field else self.spot.at or self.field
        return joined or (self.problem.where if self.problem else "")
