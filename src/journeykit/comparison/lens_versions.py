"""Two versions of one journey: what changed in it, in how it feels and in what is measured. What was done since is no proof of why."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from journeykit.model import Action, Journey, Period

from .changes import Spot
from .feelings import FeelingChange, feeling_changes
from .figures import FigureChange, figure_changes
from .pains import kept_pains, placed_pains
from .preparing import two_journeys
from .rows import RowStatus
from .translation import Translation

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["Versions", "versions"]

_CLOSED = frozenset({"resolved", "refuted"})


@frozen(kw_only=True)
class Versions:
    """An older and a newer version.

    Attributes:
        names: their versions, None where not stated.
        dates: when each holds, or was reviewed last; None where not stated.
        structure: how many touchpoints are added, removed, moved, split, merged, changed or unresolved, in that order; zeros left out.
        feelings: moments that both read, and where the reading differs. Each says whether that is more than its margin of error.
        figures: series that both measured, and where the last measurement is another one; likewise.
        pains_resolved: pains that are resolved, refuted or no longer there. pains_new: those that were not there before.
        pains_reopened: those that had been resolved.
        evidence: the day to which the newest cited source of each side reaches; None where none has a date.
        implemented: actions put in place between the two: candidates for a cause, not proven ones.
    """

    names: tuple[str | None, str | None]
    dates: tuple[Period | None, Period | None]
    structure: tuple[tuple[str, int], ...]
    feelings: tuple[FeelingChange, ...]
    figures: tuple[FigureChange, ...]
    pains_resolved: tuple[Spot, ...]
    pains_new: tuple[Spot, ...]
    pains_reopened: tuple[Spot, ...]
    evidence: tuple[date | None, date | None]
    implemented: tuple[Action, ...]


_ORDER: tuple[RowStatus, ...] = ("added", "removed", "moved", "split", "merged", "changed", "unresolved")


def versions(comparison: "Comparison") -> Versions:
    """Looks at a comparison of two versions of one journey.

    Raises:
        ConversionError: two portfolios were compared.
    """
    before, after = two_journeys(comparison, "Versions in time")
    counts = Counter(row.status for row in comparison.rows if row.what == "Touchpoint")
    resolved, new, reopened = _pains(comparison, before, after)
    return Versions(
        names=(before.version, after.version),
        dates=(_dated(before), _dated(after)),
        structure=tuple((status, counts[status]) for status in _ORDER if counts[status]),
        feelings=tuple(one for one in feeling_changes(before, after, comparison.rows) if one.difference),
        figures=tuple(figure_changes(comparison)),
        pains_resolved=resolved,
        pains_new=new,
        pains_reopened=reopened,
        evidence=(_newest(before), _newest(after)),
        implemented=_implemented(before, after, comparison.translation.inverse()),
    )


def _dated(journey: Journey) -> Period | None:
    return journey.valid_on or journey.reviewed_on


def _newest(journey: Journey) -> date | None:
    """The last day that any cited source tells of."""
    cited = {*journey.sources, *(name for one in journey.touchpoints for name in one.sources)}
    cited |= {name for one in journey.touchpoints for reading in one.emotions for name in reading.sources}
    held = [source for name in cited if (source := journey.library.sources.get(name)) is not None]
    ends = [when.end for one in held if (when := one.collected_to or one.collected_from) is not None]
    return max(ends, default=None)


def _pains(comparison: "Comparison", before: Journey, after: Journey) -> tuple[tuple[Spot, ...], tuple[Spot, ...], tuple[Spot, ...]]:
    """Resolved, new and reopened pains. Those of a touchpoint that is unresolved are none of these: nobody knows."""
    partners = kept_pains(comparison, before, after)
    kept = {at for several in partners.values() for at in several}
    unsure = {spot.id for row in comparison.unresolved for spot in (*row.old, *row.new)}
    new_ones = {at: pain for at, touchpoint, pain in placed_pains(after) if touchpoint.id not in unsure}
    resolved, reopened = [], []
    for at, touchpoint, pain in placed_pains(before):
        now, spot = [new_ones[new] for new in partners.get(at, ()) if new in new_ones], Spot(at, pain.id, pain.text)
        if touchpoint.id in unsure:
            continue
        is_open = any(one.status not in _CLOSED for one in now)
        if pain.status not in _CLOSED and not is_open:
            resolved.append(spot)
        elif pain.status in _CLOSED and is_open:
            reopened.append(spot)
    new = [Spot(at, one.id, one.text) for at, one in new_ones.items() if at not in kept and one.status not in _CLOSED]
    return tuple(resolved), tuple(new), tuple(reopened)


def _implemented(before: Journey, after: Journey, back: Translation) -> tuple[Action, ...]:
    """Actions with a date between the versions; where these have none, those that had no such date before."""
    first, last = _dated(before), _dated(after)
    found = []
    for one in after.library.actions:
        when = one.implemented_on
        if when is None or (one.touches and not any(place.partition("/")[0] in {before.id, after.id} for place in one.touches)):
            continue
        known = before.library.actions.get(back.now("action", one.id))
        if first is not None and last is not None:
            is_between = when.end > first.start and when.start <= last.end
        else:
            is_between = known is None or known.implemented_on is None
        if is_between:
            found.append(one)
    return tuple(found)
