"""Ways to look at a comparison: each asks its own question, and gives plain data for an answer."""

from typing import TYPE_CHECKING, Literal, get_args

from journeykit.errors import Problem, UnknownNameError, nearest

from .lens_action import ActionEffects, action
from .lens_channels import ChannelGaps, channels
from .lens_competitor import Competitor, competitor
from .lens_conformance import Conformance, conformance
from .lens_expectation import Expectations, expectation
from .lens_future import Future, future
from .lens_perception import Perception, perception
from .lens_personas import Personas, personas
from .lens_versions import Versions, versions
from .preparing import two_journeys
from .runs import Run

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["LENSES", "Lens", "Seen", "lens_named", "seen"]

Lens = Literal["future", "personas", "perception", "conformance", "versions", "competitor", "expectation", "channels", "action"]
"""future: current (before) to future; personas: the journeys of two personas; perception: customers' account against that of
employees; conformance: a planned journey (before) against an actual run of it; versions: an older and a newer map; competitor:
one's own (before) and another provider's; expectation: what was expected and what was met; channels: one figure by channel or
persona; action: what was measured before and since an action. The last three also look at one journey, compared with itself."""

LENSES: tuple[Lens, ...] = get_args(Lens)
"""All of them."""

Seen = Future | Personas | Perception | Conformance | Versions | Competitor | Expectations | ChannelGaps | ActionEffects


def lens_named(name: str) -> Lens:
    """The lens of that name.

    Raises:
        UnknownNameError: there is none.
    """
    found: Lens | None = next((one for one in LENSES if one == name), None)
    if found is None:
        near = nearest(name, LENSES)
        raise UnknownNameError(
            Problem(f"There is no lens {name!r}.", got=repr(name), expected="one of " + ", ".join(map(repr, LENSES)),
                    hint=f"did you mean {near!r}?" if near else "")
        )  # fmt: skip
    return found


def seen(comparison: "Comparison", lens: Lens) -> Seen:  # noqa: PLR0911  # one for each lens
    """A comparison through a lens.

    Raises:
        ConversionError: two portfolios were compared: all lenses but `action` look at two journeys.
    """
    match lens:
        case "future":
            return future(comparison)
        case "personas":
            return personas(comparison)
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
            before, after = two_journeys(comparison, "Conformance")
            return conformance(before, [Run.of(after)])
