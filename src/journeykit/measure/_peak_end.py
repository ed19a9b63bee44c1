"""What may be remembered: the peak and the end."""

from math import fsum

from attrs import frozen

from journeykit.model import Journey

from ._numbers import felt, quoted
from ._places import columns_of, path_of
from ._readings import Felt, Reading, bases, peak_of, readings
from ._result import Missing, Result, Used, for_each_journey

WARNING = "A heuristic from single short episodes that neglects duration: weak for journeys of months."


@frozen(kw_only=True)
class PeakEnd(Result[float | None]):
    """The peak-end score, -2 to +2, with the mean beside it.

    Attributes:
        peak: the reading farthest from neutral. end: the last one. best, worst: highest and lowest.
        mean: of all readings, to show the difference.
    """

    peak: Reading | None = None
    end: Reading | None = None
    best: Reading | None = None
    worst: Reading | None = None
    mean: float | None = None


@for_each_journey
def peak_end(journey: Journey, *, perspective: str = "customer", kind: Felt | None = None, weight: float = 0.5) -> PeakEnd:
    """weight × peak + (1 − weight) × end; peak is the reading with the largest absolute valence, the negative one of a tie.

    Args:
        journey: a journey; a portfolio gives one result a journey.
        perspective: whose view.
        kind: felt, intended or illustrative; None: felt where there is any.
        weight: of the peak, 0 to 1; one half by convention.

    Returns:
        The score in units of valence, None with fewer than two readings.

    Source: peak-end rule (Fredrickson and Kahneman 1993), as used in customer experience; the tie-break: bad is stronger than good.

    Example:
        >>> from journeykit.model import Journey, Stage, Touchpoint
        >>> steps = [Touchpoint("Asks", emotion=2), Touchpoint("Waits", emotion=-2), Touchpoint("Pays", emotion=1)]
        >>> peak_end(Journey("I buy", stages=[Stage("Deal", steps)])).value
        -0.5
    """
    columns = columns_of(journey)
    points = readings(journey, perspective=perspective, kind=kind)
    enough = len(points) >= 2
    peak, end = (peak_of(points), points[-1]) if enough else (None, None)
    score = weight * peak.valence + (1 - weight) * end.valence if peak and end else None
    mean = fsum(one.valence for one in points) / len(points) if points else None
    if peak and end and mean is not None and score is not None:
        title = quoted(columns[peak.index].touchpoint.title)
        sentence = f"Peak {felt(peak.valence)} at {title} and end {felt(end.valence)} give {felt(score)}; the mean is {felt(mean)}."
    else:
        sentence = f"No peak-end score: it needs two readings, there {'is one' if points else 'are none'}."
    named = (("peak", peak), ("end", end))
    return PeakEnd(
        measure="peak_end",
        about=journey.id,
        value=score,
        sentence=sentence,
        columns=("part", "touchpoint", "title", "moment", "valence"),
        records=tuple((part, one.touchpoint, columns[one.index].touchpoint.title, one.moment, one.valence) for part, one in named if one),
        used=tuple(Used(where, one.valence) for one in points for where in one.where),
        missing=() if enough else (Missing(path_of(journey, "stages"), "fewer than two readings"),),
        basis=bases(points),
        notes=(WARNING,),
        peak=peak,
        end=end,
        best=max(points, key=lambda one: one.valence) if points else None,
        worst=min(points, key=lambda one: one.valence) if points else None,
        mean=mean,
    )
