"""What ids are called: sentences name things by their titles, and each side by its own."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from journeykit.errors import parse_where
from journeykit.model import Journey, Portfolio, Ref, fold

from .changes import ReferenceChanged, Spot
from .items import elements_at
from .side_names import side_phrases
from .translation import library_space, space_of
from .vocabulary import Vocabulary, words_in
from .vocabulary_english import ENGLISH
from .words import named, quoted, unquoted

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["Naming"]


@frozen(eq=False)
class Naming:
    """The titles of both documents.

    Attributes:
        before, after: the two documents.
        sides: where something is that only one side has; None where the sides follow each other in time.
        words: of which language.
    """

    before: Portfolio | Journey
    after: Portfolio | Journey
    sides: tuple[str, str] | None = None
    words: Vocabulary = ENGLISH

    @classmethod
    def of(cls, comparison: "Comparison", language: str | None = None) -> "Naming":
        """The titles of both sides, and what the sides are called where both are of one time; in English where no language is given."""
        words = words_in(language)
        return cls(comparison.before, comparison.after, side_phrases(comparison, words), words)

    def called(self, kind: str, written: str, *, is_new: bool, at: str = "") -> str:
        """What a reference leads to, in quotation marks; the id as written where nothing is known of it.

        Args:
            kind: of the reference, such as `owner` or `touchpoint`.
            written: the id.
            is_new: it stands in the document after.
            at: model path of the thing that refers to it: what is meant in a journey depends on which.
        """
        table, document = (self._titles_after, self.after) if is_new else (self._titles_before, self.before)
        key = fold(written)
        inside = f"{_journey_at(document, at)}/{key}"
        space = space_of(Ref(kind), key)  # type: ignore[arg-type]  # kinds come from the changes, which have them from the model
        title = table.get((space, inside)) or table.get((space, key))
        return quoted(title, self.words) if title else unquoted(written, self.words)

    def target(self, change: ReferenceChanged, written: str, is_new: bool) -> str:  # noqa: FBT001  # a side, as `described` asks for it
        """What the target of a changed reference is called."""
        spot = (change.new if is_new else change.old) or change.spot
        return self.called(change.leads_to, written, is_new=is_new, at=spot.at)

    def spot(self, spot: Spot, what: str, *, is_new: bool) -> str:
        """What something is called: of a link its ends, of anything in one of several journeys also the journey."""
        if what == "Link":
            return self.words.arrow.join(self.called("step", end, is_new=is_new, at=spot.at) for end in spot.title.split(" → "))
        document = self.after if is_new else self.before
        if isinstance(document, Journey) or len(document.journeys) < 2 or what == "Journey":
            return named(spot, self.words)
        journey = document.journeys.get(_journey_at(document, spot.at))
        name = named(spot, self.words)
        return self.words.of_journey.format(name=name, journey=quoted(journey.title, self.words)) if journey is not None else name

    def holder(self, spot: Spot, *, is_new: bool) -> str:
        """What the touchpoint or stage is called in which something stands; empty where it stands in neither."""
        document = self.after if is_new else self.before
        keys = {name: str(key) for name, key in parse_where(spot.at)} if spot.at else {}
        inner = keys.get("touchpoints") or (f"stage:{keys['stages']}" if "stages" in keys else "")
        return self.called("place", f"{_journey_at(document, spot.at)}/{inner}", is_new=is_new) if inner else ""

    @cached_property
    def _titles_before(self) -> Mapping[tuple[str, str], str]:
        return dict(_titles(self.before))

    @cached_property
    def _titles_after(self) -> Mapping[tuple[str, str], str]:
        return dict(_titles(self.after))


def _journey_at(document: Portfolio | Journey, at: str) -> str:
    if isinstance(document, Journey):
        return document.id
    first = parse_where(at)[0] if at else ("", None)
    return str(first[1]) if first[0] == "journeys" else ""


def _titles(document: Portfolio | Journey) -> Iterator[tuple[tuple[str, str], str]]:
    """Spaces and ids with their titles, as far as they have any of their own."""
    library = document.library if isinstance(document, Journey) else document
    for name, held in elements_at(library):
        if name != "journeys":
            yield from (((library_space(one), one.id), one.label) for one in held)
    for journey in (document,) if isinstance(document, Journey) else document.journeys:
        yield ("address", journey.id), journey.title
        for front, several in (("stage:", journey.stages), ("", journey.touchpoints), ("", journey.activities)):
            yield from ((("address", f"{journey.id}/{front}{one.id}"), one.label) for one in several)
        for touchpoint in journey.touchpoints:
            inner = (*touchpoint.pains, *touchpoint.gains, *touchpoint.insights, *touchpoint.opportunities)
            yield from ((("address", f"{journey.id}/{touchpoint.id}/{one.id}"), one.label) for one in inner)
