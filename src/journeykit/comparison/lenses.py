"""Ways to look at a comparison: each asks its own question, and gives plain data for an answer."""

from typing import TYPE_CHECKING, Literal, get_args

from journeykit.errors import ConversionError, Problem, UnknownNameError, nearest
from journeykit.model import Journey

from .lens_conformance import Conformance, Run, conformance
from .lens_future import Future, future
from .lens_perception import Perception, perception
from .lens_personas import Personas, personas

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["Lens", "Seen", "lens_named", "seen"]

Lens = Literal["future", "personas", "perception", "conformance"]
"""future: current (before) to future; personas: the journeys of two personas; perception: customers' account against that of
employees; conformance: a planned journey (before) against an actual run of it."""

Seen = Future | Personas | Perception | Conformance


def lens_named(name: str) -> Lens:
    """The lens of that name.

    Raises:
        UnknownNameError: there is none.
    """
    found: Lens | None = next((one for one in get_args(Lens) if one == name), None)
    if found is None:
        near = nearest(name, get_args(Lens))
        raise UnknownNameError(
            Problem(f"There is no lens {name!r}.", got=repr(name), expected="one of " + ", ".join(map(repr, get_args(Lens))),
                    hint=f"did you mean {near!r}?" if near else "")
        )  # fmt: skip
    return found


def seen(comparison: "Comparison", lens: Lens) -> Seen:
    """A comparison through a lens.

    Raises:
        ConversionError: two portfolios were compared: a lens looks at two journeys.
    """
    match lens:
        case "future":
            return future(comparison)
        case "personas":
            return personas(comparison)
        case "perception":
            return perception(comparison)
        case "conformance":
            before, after = comparison.before, comparison.after
            if not isinstance(before, Journey) or not isinstance(after, Journey):
                raise ConversionError("Conformance is a lens on two journeys; compare the journeys themselves.")
            return conformance(before, [Run.of(after)])
