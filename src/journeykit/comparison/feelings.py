"""How the same moment feels on both sides, and whether the difference is more than chance."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from journeykit.measure import Difference, difference, mean_interval
from journeykit.model import MOMENTS, Emotion, Touchpoint

from .changes import Spot

if TYPE_CHECKING:
    from journeykit.model import Journey

    from .rows import Row

__all__ = ["FeelingChange", "FeelingVerdict", "feeling_changes", "known_alike", "last_readings", "margin_of"]

FeelingVerdict = Literal["better", "worse", "unchanged", "no demonstrable change", "margin unknown", "not comparable"]
_KINDS = {"intended": "intended", "illustrative": "illustrative", "assumed": "assumed"}


def known_alike(before: Emotion, after: Emotion) -> bool:
    """Both come from people, or both are assumed, intended or illustrative: only then one may be set against the other."""
    return _KINDS.get(before.basis, "people") == _KINDS.get(after.basis, "people")


def margin_of(before: Emotion | None, after: Emotion | None) -> Difference | None:
    """The difference of two readings with its margin of error, in units of valence.

    None where either lacks n (two answers at least) or its standard deviation: then no margin is invented.

    Example:
        >>> margin_of(Emotion(0.2, n=100, sd=1), Emotion(0.4, n=100, sd=1)).is_shown
        False
    """
    if before is None or after is None:
        return None
    (sd_before, n_before), (sd_after, n_after) = ((one.sd, one.n) for one in (before, after))
    if sd_before is None or sd_after is None or n_before is None or n_after is None or min(n_before, n_after) < 2:
        return None
    return difference(mean_interval(before.valence, sd_before, n_before), mean_interval(after.valence, sd_after, n_after))


@frozen(kw_only=True)
class FeelingChange:
    """One moment of one touchpoint, read on both sides.

    Attributes:
        spot: the touchpoint, before.
        moment: before, during or after.
        before, after: the last reading of each side; both are there.
        margin: the difference with its margin; None where n or standard deviation is not stated.
        whole, part: titles, where one side has in parts what the other has as a whole; else empty.
    """

    spot: Spot
    moment: str
    before: Emotion
    after: Emotion
    margin: Difference | None
    whole: str = ""
    part: str = ""

    @property
    def difference(self) -> float:
        """Valence after minus before."""
        return self.after.valence - self.before.valence

    @property
    def verdict(self) -> FeelingVerdict:
        """Better and worse only beyond the margin of error, and only between readings that are known alike."""
        if not known_alike(self.before, self.after):
            return "not comparable"
        if self.difference == 0:
            return "unchanged"
        if self.margin is None:
            return "margin unknown"
        if not self.margin.is_shown:
            return "no demonstrable change"
        return "better" if self.difference > 0 else "worse"


def last_readings(touchpoint: Touchpoint | None, own: str, view: str | None = None) -> dict[str, Emotion]:
    """The last reading of a perspective, by moment. A reading that names none has that of the journey, `own`; `view` is `own` where not given."""
    found: dict[str, Emotion] = {}
    if touchpoint is not None:
        for one in sorted(touchpoint.emotions, key=lambda one: one.as_of.start if one.as_of else date.min):
            if (one.perspective or own) == (view or own):
                found[one.moment] = one
    return found


def feeling_changes(before: "Journey", after: "Journey", rows: "tuple[Row, ...]", *, parts: bool = False) -> Iterator[FeelingChange]:
    """Every moment that both sides have a reading of, in the order of the side before; unchanged ones included.

    Args:
        before: one side.
        after: the other.
        rows: what became of their touchpoints.
        parts: also set each part beside the whole, where one side has in parts what the other has as a whole.
    """
    for row in rows:
        if row.what != "Touchpoint" or not row.old or not row.new or (not parts and len(row.old) + len(row.new) > 2):
            continue
        for old, new in product(row.old, row.new):
            mine = last_readings(before.touchpoints[old.id], before.perspective)
            yours = last_readings(after.touchpoints[new.id], after.perspective)
            whole, part = (new.title, old.title) if len(row.old) > 1 else (old.title, new.title) if len(row.new) > 1 else ("", "")
            for moment in MOMENTS:
                if moment in mine and moment in yours:
                    margin = margin_of(mine[moment], yours[moment])
                    yield FeelingChange(
                        spot=old, moment=moment, before=mine[moment], after=yours[moment], margin=margin, whole=whole, part=part
                    )  # fmt: skip
