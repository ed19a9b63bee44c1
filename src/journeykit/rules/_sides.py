"""What rules of the subject `comparison` look at."""

from functools import cached_property
from typing import TYPE_CHECKING

from journeykit.errors import step
from journeykit.model import Journey, Portfolio

from ._finding import Spot

if TYPE_CHECKING:
    from journeykit.comparison import Comparison


class ComparisonFacts:
    """A comparison, and the journeys that are matched in it.

    Attributes:
        comparison: the comparison.
    """

    def __init__(self, comparison: "Comparison") -> None:
        self.comparison = comparison

    @cached_property
    def journeys(self) -> tuple[tuple[Journey, Journey], ...]:
        """Journeys before and after, in the order of the first; two bare journeys are one pair."""
        before, after = self.comparison.before, self.comparison.after
        if isinstance(before, Journey) and isinstance(after, Journey):
            return ((before, after),)
        if not isinstance(before, Portfolio) or not isinstance(after, Portfolio):
            return ()
        paths = {step("journeys", one.id): one for one in after.journeys}
        matched = {pair.old.at: pair.new.at for pair in self.comparison.pairs if pair.what == "Journey"}
        found = []
        for one in before.journeys:
            other = paths.get(matched.get(step("journeys", one.id), ""))
            if other is not None:
                found.append((one, other))
        return tuple(found)

    @staticmethod
    def spot(journey: Journey) -> Spot:
        """Where a journey stands in its portfolio."""
        return Spot(step("journeys", journey.id), journey.id, journey.title)
