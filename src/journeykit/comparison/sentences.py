"""What each lens answers, in sentences; and what it needs and does not find."""

from typing import TYPE_CHECKING

from journeykit.errors import JourneykitError
from journeykit.model import Journey, Portfolio

from .figure_words import told_figure
from .lens_action import ActionEffects
from .lens_channels import ChannelGaps
from .lens_competitor import Competitor
from .lens_conformance import Conformance
from .lens_expectation import Expectations
from .lens_future import Future
from .lens_perception import Perception
from .lens_personas import Personas
from .lens_preconditions import Precondition
from .lens_versions import Versions
from .lenses import sees_whole
from .naming import Naming
from .persona_matrix import PersonaMatrix
from .sentences_in_time import of_actions, of_future, of_versions
from .sentences_of_facts import of_channels, of_conformance, of_expectations
from .sentences_of_sides import of_competitor, of_perception, of_persona_matrix, of_personas
from .vocabulary import Vocabulary, words_in
from .words import quoted, told

if TYPE_CHECKING:
    from .lenses import Seen
    from .result import Comparison

__all__ = ["answers", "lens_sentences", "told_figure"]


def lens_sentences(comparison: "Comparison", naming: Naming) -> list[str]:
    """The answers of the lens, most important first; of two portfolios those of each journey. Empty without a lens.

    Where a portfolio holds several journeys, each sentence begins with the title of its journey.
    """
    if comparison.lens is None:
        return []
    if comparison.lens != "action" and not isinstance(comparison.before, Journey) and not sees_whole(comparison):
        if comparison.lens == "conformance" and not comparison.parts:
            return [naming.words.lacking["form"]]
        is_one = all(isinstance(one, Journey) or len(one.journeys) == 1 for one in (comparison.before, comparison.after))
        return [line for part in comparison.parts for line in _of_part(part, naming.words.lang, is_one=is_one)]
    words = naming.words
    unmet = [line for one in comparison.preconditions if one.is_met is False and (line := _lacking(one, comparison.lens, words))]
    try:
        found = comparison.seen
    except JourneykitError as error:
        if isinstance(comparison.before, Journey):
            raise
        return [*unmet, error.problems[0].message]
    return unmet if found is None else [*unmet, *_answers(found, comparison.before, comparison.after, naming)]


def _of_part(part: "Comparison", language: str, *, is_one: bool) -> list[str]:
    try:
        lines = lens_sentences(part, Naming.of(part, language))
    except JourneykitError as error:  # one journey that the lens cannot look at does not silence the others
        lines = [error.problems[0].message]
    return lines if is_one else [f"{told(part.before.title)}: {line}" for line in lines]


def answers(
    found: "Seen", before: Portfolio | Journey, after: Portfolio | Journey | None = None, *, language: str | None = None
) -> tuple[str, ...]:
    """What a lens found, in sentences, most important first.

    Args:
        found: the result of a lens.
        before: what was looked at: the plan, of runs.
        after: the other side; the same as before where not given.
        language: of the sentences (BCP 47); English where not given, or where there are no words in it.

    Example:
        >>> from journeykit.comparison import Run, Step, conformance
        >>> from journeykit.model import Stage, Touchpoint
        >>> plan = Journey("I pay", form="planned", stages=[Stage("Pay", [Touchpoint("Order"), Touchpoint("Pay")])])
        >>> for sentence in answers(conformance(plan, [Run("1", [Step("order")]), Run("2", [Step("order"), Step("pay")])]), plan):
        ...     print(sentence)
        1 of 2 runs goes as planned; fitness 0.75 on average.
        “Pay” is missing in 1 of 2 runs (50 %).
    """
    other = before if after is None else after
    return tuple(_answers(found, before, other, Naming(before, other, words=words_in(language))))


def _answers(found: "Seen", before: Portfolio | Journey, after: Portfolio | Journey, naming: Naming) -> list[str]:  # noqa: PLR0911  # one for each lens
    if isinstance(found, ActionEffects):
        return list(of_actions(found, naming))
    if isinstance(found, PersonaMatrix):
        return list(of_persona_matrix(found, naming.words))
    if isinstance(found, Conformance):
        return list(of_conformance(found, after, naming.words))
    if not isinstance(before, Journey) or not isinstance(after, Journey):
        return []
    match found:
        case Future():
            return list(of_future(found, before, after, naming))
        case Versions():
            return list(of_versions(found, naming))
        case Personas():
            return list(of_personas(found, before, after, naming.words))
        case Perception():
            return list(of_perception(found, before, after, naming.words))
        case Competitor():
            return list(of_competitor(found, naming))
        case Expectations():
            return list(of_expectations(found, after, naming.words))
        case ChannelGaps():
            return list(of_channels(found, naming.words))


def _lacking(one: Precondition, lens: str, words: Vocabulary) -> str:
    """A precondition that is not met, in a sentence."""
    if one.code == "CMP-01":
        return words.measured_otherwise.format(name=quoted(one.about, words))
    if one.code in {"MEA-09", "CMP-05"}:
        return ""  # the sentence on the action says it; the headlines say the other, with the kinds
    special = f"{one.about} {lens}"
    if one.about == "persona" and one.code is not None:
        special = one.about
    return words.lacking.get(special) or words.lacking.get(one.about, "")
