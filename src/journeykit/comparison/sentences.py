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
from .naming import Naming
from .sentences_in_time import of_actions, of_future, of_versions
from .sentences_of_sides import of_channels, of_competitor, of_conformance, of_expectations, of_perception, of_personas
from .words import told

if TYPE_CHECKING:
    from .lenses import Seen
    from .result import Comparison

__all__ = ["answers", "lens_sentences", "told_figure"]


def lens_sentences(comparison: "Comparison", naming: Naming) -> list[str]:
    """The answers of the lens, most important first; of two portfolios those of each journey, with its title. None without a lens."""
    if comparison.lens is None:
        return []
    if comparison.lens != "action" and not isinstance(comparison.before, Journey):
        return [line for part in comparison.parts for line in _of_part(part)]
    unmet = [line for one in comparison.preconditions if one.is_met is False and (line := _lacking(one, comparison.lens))]
    found = comparison.seen
    return unmet if found is None else [*unmet, *_answers(found, comparison.before, comparison.after, naming)]


def _of_part(part: "Comparison") -> list[str]:
    try:
        lines = lens_sentences(part, Naming.of(part))
    except JourneykitError as error:  # one journey that the lens cannot look at does not silence the others
        lines = [error.problems[0].message]
    return [f"{told(part.before.title)}: {line}" for line in lines]


def answers(found: "Seen", before: Portfolio | Journey, after: Portfolio | Journey | None = None) -> tuple[str, ...]:
    """What a lens found, in sentences, most important first.

    Args:
        found: the result of a lens.
        before: what was looked at: the plan, of runs.
        after: the other side; the same as before where not given.

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
    return tuple(_answers(found, before, other, Naming(before, other)))


def _answers(found: "Seen", before: Portfolio | Journey, after: Portfolio | Journey, naming: Naming) -> list[str]:  # noqa: PLR0911  # one for each lens
    if isinstance(found, ActionEffects):
        return list(of_actions(found, naming))
    if not isinstance(before, Journey) or not isinstance(after, Journey):
        return []
    match found:
        case Future():
            return list(of_future(found, before, after, naming))
        case Versions():
            return list(of_versions(found, naming))
        case Personas():
            return list(of_personas(found, before, after))
        case Perception():
            return list(of_perception(found, before, after))
        case Competitor():
            return list(of_competitor(found, naming))
        case Expectations():
            return list(of_expectations(found, after))
        case ChannelGaps():
            return list(of_channels(found))
        case Conformance():
            return list(of_conformance(found, before, after))


_LACKING = {
    "persona": "The two sides are about different personas.",
    "customer_goal": "The two sides have different customer goals.",
    "scope": "The two sides cover different scopes.",
    "state": "The two sides are of different times: one is a future.",
    "touchpoints": "Few touchpoints are matched: what looks new and gone may only not be recognised. Give a mapping, or compare stages.",
    "sources": "The future cites no test with customers.",
    "perspective": "Both sides tell of the same perspective.",
    "form": "The side before should be a plan and the side after an actual run.",
    "lineage": "Neither side names the other as the version before it.",
    "subject": "Both sides are of the same provider.",
}


def _lacking(one: Precondition, lens: str) -> str:
    """A precondition that is not met, in a sentence."""
    if one.code == "CMP-01":
        return f"“{told(one.about)}” is measured in different ways on the two sides."
    if one.code == "MEA-09":
        return ""  # the sentence on the action says it
    if one.code == "CMP-05":
        return ""  # the headlines say it, with the kinds
    if one.code == "CMP-03" and lens == "competitor":
        return "Few touchpoints are matched, as is usual between providers: stages are compared."
    if one.about == "state" and lens == "future":
        return "The side before should be of today, and the side after of the future."
    if one.about == "persona" and one.code is None:
        return "Both sides are about the same persona."
    return _LACKING.get(one.about, "")
