"""The result of a comparison, what can be asked of it, and what can be done with it."""

from collections import Counter
from functools import cached_property
from typing import TypeVar

from attrs import evolve, frozen

from journeykit.arguments import door
from journeykit.display import Shown
from journeykit.errors import ArgumentError, ConversionError, Problem
from journeykit.model import Journey, Portfolio

from .by_journey import OfJourney, by_journey
from .changes import Added, Change, Pair, Removed
from .diff import differences
from .headlines import headlines
from .lens_measures import LensMeasure, measures_of
from .lens_preconditions import Precondition, preconditions
from .lenses import Lens, Seen, lens_named, seen, sees_whole
from .matching import Mapped, matched
from .naming import Naming
from .patch import patched
from .rows import Row, has_several, rows_of
from .runs_recognised import OF_RUNS
from .similarity import Likeness
from .tables import table
from .translation import Translation

__all__ = ["Comparison", "apply", "compare"]

M = TypeVar("M", Portfolio, Journey)


@frozen(kw_only=True, repr=False)
class Comparison(Shown):
    """What two documents have in common and in which they differ.

    Attributes:
        before, after: the two, as given.
        pairs: what is matched, how, and how surely; the insights and opportunities of touchpoints included.
        changes: all differences, as data. Applied to `before` they give `after`.
        likeness: the thresholds and weights by which similarity was judged.
        fuzzy: whether similarity was used at all.
        lens: the way of looking at it that was asked for, if any.
    """

    before: Portfolio | Journey
    after: Portfolio | Journey
    pairs: tuple[Pair, ...]
    changes: tuple[Change, ...]
    likeness: Likeness
    fuzzy: bool
    translation: Translation
    lens: str | None = None

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.changes)

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {kind}" for kind, count in self.counts().items())
        return f"<Comparison: {counts or 'nothing differs'}>"

    def __str__(self) -> str:
        return "\n".join(self.headlines())

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """What became of each element: every element of both sides stands in exactly one row."""
        return rows_of(self.before, self.after, self.pairs, self.changes, translation=self.translation)

    @cached_property
    def seen(self) -> Seen | None:
        """What the lens shows, as data; None without a lens.

        Raises:
            ConversionError: the lens looks at two journeys, and two portfolios were compared: look at each of `parts`.
        """
        return None if self.lens is None else seen(self, lens_named(self.lens))

    @property
    def measures(self) -> tuple[LensMeasure, ...]:
        """The numbers that the lens gives; of two portfolios those of each journey.

        Empty without a lens, or where it does not find what it looks for: `seen` then says why.
        """
        if self.lens is None:
            return ()
        if self.lens == "action" or isinstance(self.before, Journey) or sees_whole(self):
            try:
                found = self.seen
            except ConversionError:
                return ()
            return () if found is None else measures_of(found)
        return tuple(
            evolve(one, journey=part.before.id) for part in self.parts for one in part.measures if isinstance(part.before, Journey)
        )

    @cached_property
    def preconditions(self) -> tuple[Precondition, ...]:
        """What must hold before the comparison may be believed, as its lens asks, and whether it does."""
        return preconditions(self, None if self.lens is None else lens_named(self.lens))

    @cached_property
    def parts(self) -> tuple["Comparison", ...]:
        """The journeys that are the same, each with what this comparison tells of it, through the same lens; of two journeys the comparison itself."""
        if isinstance(self.before, Journey) or isinstance(self.after, Journey):
            return (self,)
        return tuple(_part(self, one) for one in by_journey(self.pairs, self.changes))

    @property
    def unresolved(self) -> tuple[Row, ...]:
        """Elements that may be something on the other side, but not for sure: listed, never guessed."""
        return tuple(one for one in self.rows if one.status == "unresolved")

    def counts(self) -> dict[str, int]:
        """How many changes of each kind there are; what is unresolved counts as that, not as added or removed."""
        kinds = ("unresolved" if isinstance(one, Added | Removed) and one.candidates else one.kind for one in self.changes)
        return dict(sorted(Counter(kinds).items()))

    def headlines(self, limit: int = 10, *, language: str | None = None) -> tuple[str, ...]:
        """The sentences that matter most, ranked; fewer where less differs.

        Args:
            limit: how many at most; 0 or more.
            language: of the sentences (BCP 47); English where not given, or where there are no words in it.

        Raises:
            ArgumentError: fewer than none are asked for.
        """
        if limit < 0:
            raise ArgumentError(Problem("headlines() cannot give fewer than no sentences.", "limit", got=str(limit), expected="0 or more"))
        return headlines(self, limit, language)

    def to_table(self, *, unchanged: bool = False, language: str | None = None) -> tuple[tuple[str, ...], ...]:
        """A row of headings, then one row of texts for each element that differs; where a side holds several journeys, the journey stands first.

        Args:
            unchanged: the others as well.
            language: as of the headlines.
        """
        return table(self.rows, Naming.of(self, language), unchanged=unchanged, is_placed=has_several(self.before, self.after))

    def inverse(self) -> "Comparison":
        """From after to before: `apply(after, c.inverse()) == before`."""
        return evolve(
            self, before=self.after, after=self.before, pairs=tuple(one.inverse() for one in self.pairs),
            changes=tuple(one.inverse() for one in self.changes), translation=self.translation.inverse(),
        )  # fmt: skip


@door
def compare(
    before: M, after: M, *, mapping: Mapped | None = None, lens: Lens | None = None, fuzzy: bool = True, likeness: Likeness | None = None
) -> Comparison:
    """Compares two journeys, or two portfolios.

    Elements are matched in this order: as `mapping` says; by lineage (`origin`); by id; where they are equal in everything
    but the id, and unique; and, where `fuzzy` is on, by similarity. What is not sure is left unresolved.

    Args:
        before: a journey or portfolio.
        after: another of the same kind.
        lens: the question that is asked: future, personas, perception, conformance, versions, competitor, expectation, channels or
            action. The answer is in `seen`, of two portfolios in the `seen` of each of `parts`; the headlines tell it.
        fuzzy: whether similarity is used at all.
        mapping: from elements before to elements after, by id, `journey/touchpoint` or model path; several targets are a
            split, several keys with one target a merge.
        likeness: thresholds and weights of similarity; where not given, neighbours count for nothing through the lens conformance.

    Raises:
        UnknownNameError: there is no such lens.
        ConversionError: a journey and a portfolio; or an entry of the mapping joins nothing.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> before = Journey("I pay", stages=[Stage("Pay", [Touchpoint("Waits"), Touchpoint("Pays", owner="till")])])
        >>> after = Journey("I pay", stages=[Stage("Pay", [Touchpoint("Pays", owner="app")])])
        >>> [(one.kind, one.id) for one in compare(before, after).changes]
        [('removed', 'waits'), ('reference', 'pays')]
    """
    if isinstance(before, Journey) != isinstance(after, Journey):
        raise ConversionError("A journey and a portfolio cannot be compared; take the journey out of the portfolio, or both portfolios.")
    how = likeness or (OF_RUNS if lens == "conformance" else Likeness())
    matching = matched(before, after, mapping=mapping, fuzzy=fuzzy, how=how)
    return Comparison(
        before=before, after=after, pairs=matching.pairs(), changes=differences(before, after, matching), likeness=how, fuzzy=fuzzy,
        translation=matching.translation, lens=lens,
    )  # fmt: skip


def _part(whole: Comparison, one: OfJourney) -> Comparison:
    """Two journeys of two portfolios, matched as the portfolios were: what follows a new id in the library is no change in a journey either."""
    before, after = (
        side.journeys[spot.id] for side, spot in ((whole.before, one.pair.old), (whole.after, one.pair.new)) if isinstance(side, Portfolio)
    )
    return evolve(whole, before=before, after=after, pairs=one.pairs, changes=one.changes)


@door
def apply(before: M, comparison: Comparison) -> M:
    """The document with the changes of a comparison made: `apply(before, compare(before, after)) == after`.

    It also works on a document that differs elsewhere from the one that was compared.

    Raises:
        ConversionError: a change does not fit: what it changes is not there, or is not what it was; or two journeys were compared and this
            is a portfolio, or the other way round.
        ModelError: the changes fit, but together with what else stands in the document they give no valid one.
    """
    if isinstance(before, Journey) != isinstance(comparison.before, Journey):
        compared, given = ("journeys", "a portfolio") if isinstance(comparison.before, Journey) else ("portfolios", "a journey")
        message = f"The changes between two {compared} cannot be made in {given}."
        raise ConversionError(message)
    return patched(before, comparison.changes, comparison.pairs, comparison.translation)
