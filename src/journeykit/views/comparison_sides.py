"""The two sides of a comparison, each laid out as its own map would be, and what they are called."""

from attrs import frozen

from journeykit.comparison import Comparison, Naming
from journeykit.model import Journey

from .comparison_words import ComparisonWords
from .context import Context, context_of
from .printed import embedded, initial
from .words import Words
from .wordtables import words_of


@frozen(kw_only=True)
class Sides:
    """A comparison of two journeys.

    Attributes:
        before, after: the two, in columns.
        names: what the two are called, never the same.
        words, said: those of maps, and those of comparisons.
    """

    comparison: Comparison
    before: Context
    after: Context
    names: tuple[str, str]
    words: Words
    said: ComparisonWords

    @property
    def side_by_side(self) -> bool:
        """Neither is before the other: customers and employees, two personas, two providers."""
        return Naming.of(self.comparison).sides is not None

    def only(self, side: int) -> str:
        """That something is on one side alone, 0 or 1."""
        return self.said.only_there.format(side=embedded(self.names[side], self.words))


def sides_of(comparison: Comparison, before: Journey, after: Journey, language: str | None) -> Sides:
    """Lays both sides out; they speak the language of the side after where none is given."""
    asked = language or after.language or before.language
    contexts = context_of(before, asked), context_of(after, asked)
    words = contexts[1].words
    said = words_of(ComparisonWords, words)
    return Sides(
        comparison=comparison, before=contexts[0], after=contexts[1], names=_names(comparison.lens, before, after, words=words, said=said), words=words, said=said
    )  # fmt: skip


def _names(lens: str | None, before: Journey, after: Journey, *, words: Words, said: ComparisonWords) -> tuple[str, str]:
    both = (before, after)
    if lens == "conformance" or (before.form == "planned" and after.form == "actual"):
        return said.planned, said.run.format(case=after.case) if after.case else said.actual
    if lens == "perception" or before.perspective != after.perspective:
        if before.perspective != after.perspective:
            return initial(words.views[before.perspective]), initial(words.views[after.perspective])
        return (said.customers, said.employees) if lens == "perception" else (said.before, said.after)
    if before.state != after.state:
        return said.states[before.state], said.states[after.state]
    found: tuple[str, ...] = ()
    if lens == "competitor" or before.subject != after.subject:
        found = tuple(_provider(one) for one in both)
    elif lens == "personas" or before.persona != after.persona:
        found = tuple(_persona(one) for one in both)
    elif before.version != after.version:
        found = tuple(said.version.format(version=one.version) if one.version else "" for one in both)
    elif before.valid_on != after.valid_on:
        found = tuple(str(one.valid_on or "") for one in both)
    if len(found) == 2 and all(found) and found[0] != found[1]:
        return found[0], found[1]
    return (said.one_side, said.other_side) if lens in {"personas", "competitor"} else (said.before, said.after)


def _provider(journey: Journey) -> str:
    named = journey.subject or journey.library.organisation
    return journey.library.name_of(named) if named else ""


def _persona(journey: Journey) -> str:
    if not journey.persona:
        return ""
    known = journey.library.personas.get(journey.persona)
    return known.name if known else journey.persona
