"""Ways to look at a comparison: each asks its own question, and gives plain data for an answer."""

from typing import TYPE_CHECKING, Literal, get_args

from journeykit.errors import ConversionError, Problem, UnknownNameError
from journeykit.model import Journey, Portfolio

from .lens_action import ActionEffects, action
from .lens_channels import ChannelGaps, channels
from .lens_competitor import Competitor, competitor
from .lens_conformance import Conformance, conformance
from .lens_expectation import Expectations, expectation
from .lens_future import Future, future
from .lens_perception import Perception, perception
from .lens_personas import Personas, personas
from .lens_versions import Versions, versions
from .persona_matrix import PersonaMatrix, persona_matrix
from .preparing import two_journeys
from .runs_recognised import in_ids_of_plan, is_run_of, run_of, runs_in

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["LENSES", "Lens", "Seen", "lens_named", "seen", "sees_whole"]

Lens = Literal["future", "personas", "perception", "conformance", "versions", "competitor", "expectation", "channels", "action"]
"""future: current (before) to future; personas: the journeys of two personas; perception: customers' account against that of
employees; conformance: a planned journey (before) against an actual run of it; versions: an older and a newer map; competitor:
one's own (before) and another provider's; expectation: what was expected and what was met; channels: one figure by channel or
persona; action: what was measured before and since an action. The last three also look at one journey, compared with itself.

Of two portfolios conformance looks at a planned journey of the one and all its runs in the other, and personas at all journeys where
the two hold the same ones; each lens else at the journeys that are the same."""

LENSES: tuple[Lens, ...] = get_args(Lens)
"""All of them."""

Seen = Future | Personas | PersonaMatrix | Perception | Conformance | Versions | Competitor | Expectations | ChannelGaps | ActionEffects


def lens_named(name: str) -> Lens:
    """The lens of that name.

    Raises:
        UnknownNameError: there is none.
    """
    found: Lens | None = next((one for one in LENSES if one == name), None)
    if found is None:
        raise UnknownNameError.of("lens", name, LENSES)
    return found


def seen(comparison: "Comparison", lens: Lens) -> Seen:  # noqa: PLR0911  # one for each lens
    """A comparison through a lens.

    Raises:
        ConversionError: two portfolios were compared, and the lens looks at two journeys, or does not find what it looks for.
    """
    match lens:
        case "future":
            return future(comparison)
        case "personas":
            return persona_matrix(_of_personas(comparison)) if sees_whole(comparison) else personas(comparison)
        case "perception":
            return perception(comparison)
        case "versions":
            return versions(comparison)
        case "competitor":
            return competitor(comparison)
        case "expectation":
            return expectation(comparison)
        case "channels":
            return channels(comparison)
        case "action":
            return action(comparison)
        case "conformance":
            return _conformance(comparison)


def sees_whole(comparison: "Comparison") -> bool:
    """Whether the lens asks something else of two portfolios than how each journey differs: a plan and its runs, or all personas."""
    before, after = comparison.before, comparison.after
    if not isinstance(before, Portfolio) or not isinstance(after, Portfolio):
        return False
    if comparison.lens == "conformance":
        return bool(_plans(before, after))
    return comparison.lens == "personas" and len(_of_personas(comparison)) > 1 and not any(comparison.parts)


def _of_personas(comparison: "Comparison") -> tuple[Journey, ...]:
    """All maps of both portfolios, each once: one map on both sides that says the same is one."""
    sides = comparison.before, comparison.after
    books = [[one for one in side.journeys if one.form != "actual"] for side in sides if isinstance(side, Portfolio)]
    found: list[Journey] = []
    for one in (journey for book in books for journey in book):
        if one not in found:
            found.append(one)
    return tuple(found)


def _plans(before: Portfolio, after: Portfolio) -> list[Journey]:
    """Journeys before that some runs after name as their origin."""
    return [one for one in before.journeys if one.form != "actual" and any(is_run_of(run, one) for run in after.journeys)]


def _conformance(comparison: "Comparison") -> Conformance:
    """A plan and one run of it; of two portfolios the only journey before that has runs, and all its runs after."""
    before, after = comparison.before, comparison.after
    plans = _plans(before, after) if isinstance(before, Portfolio) and isinstance(after, Portfolio) else []
    if not plans or not isinstance(after, Portfolio):
        plan, _ = two_journeys(comparison, "Conformance")
        return conformance(plan, [run_of(comparison)])
    if len(plans) > 1:
        names = ", ".join(repr(one.id) for one in plans)
        message = "Conformance is a lens on one planned journey and its runs."
        hint = "conformance(plan, runs_in(book, plan)) takes the one you name"
        raise ConversionError(Problem(message, got=names, expected="one", hint=hint))
    runs = runs_in(after, plans[0], fuzzy=comparison.fuzzy, likeness=comparison.likeness)
    back = comparison.translation.inverse()
    return conformance(plans[0], (in_ids_of_plan(one, back) for one in runs))
