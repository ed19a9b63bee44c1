"""Which lanes and layers of a blueprint: what a user asks for."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.errors import Problem, UnknownNameError, did_you_mean, shown
from journeykit.model import Journey

from .blueprint_links import LAYERS, Layer
from .lanes import LANE_NAMES
from .selection import Chosen, LaneLike, LaneSpec, chosen_lanes

_ABOVE = ("time", "physical_evidence")
_BELOW = ("feelings", "metrics")
BLUEPRINT_LANES: tuple[str, ...] = (*_ABOVE, *LAYERS, "notes", *_BELOW)
"""The lanes of a blueprint, top to bottom; `notes` is what can go wrong, under the columns."""


@frozen(kw_only=True)
class Parts:
    """Lanes above the cards, layers of cards, lanes below them, and whether the notes are shown; `own` are lanes of one's own, last."""

    above: tuple[str, ...]
    layers: tuple[Layer, ...]
    below: tuple[str, ...]
    notes: bool
    own: tuple[Chosen, ...] = ()


def chosen_parts(journey: Journey, lanes: LaneLike | Sequence[LaneLike] | None, layers: str | Sequence[str] | None) -> Parts:
    """What is asked for. The customer's own layer is always there; lanes that a blueprint does not have, and one's own, stand below.

    Raises:
        UnknownNameError: there is no lane or no layer of that name.
        RenderError: a lane of one's own has no name.
    """
    asked = [lanes] if isinstance(lanes, str | LaneSpec) or callable(lanes) else [*(lanes or ())]
    own = [one for one in asked if isinstance(one, LaneSpec) or callable(one)]
    names = _named([one for one in asked if one not in own])
    wanted = {_known(one, LAYERS, "layer") for one in _split(layers)} if layers is not None else set(LAYERS)
    return Parts(
        above=tuple(one for one in _ABOVE if one in names),
        layers=tuple(one for one in LAYERS if one == "customer" or (one in wanted and one in names)),
        below=tuple(one for one in names if one not in BLUEPRINT_LANES or one in _BELOW),
        notes="notes" in names,
        own=chosen_lanes(journey, own) if own else (),
    )


def _named(lanes: Sequence[object]) -> list[str]:
    named: list[str] = []
    added: list[str] = []
    removed: set[str] = set()
    for one in _split(lanes):
        sign = one[:1] if one[:1] in {"+", "-"} else ""
        folded = one.removeprefix(sign)
        several = BLUEPRINT_LANES if folded == "default" else (_known(folded, (*BLUEPRINT_LANES, *LANE_NAMES, "default"), "lane"),)
        if sign == "-":
            removed.update(several)
        else:
            (added if sign else named).extend(several)
    base = dict.fromkeys([*(named or BLUEPRINT_LANES), *added])
    return [one for one in base if one not in removed]


def _split(asked: str | Sequence[object] | None) -> list[str]:
    parts: list[str] = []
    for one in [asked] if isinstance(asked, str) else [*(asked or ())]:
        if isinstance(one, str):
            parts.append(one)
        else:
            raise UnknownNameError(
                Problem(
                    f"A blueprint has no lane {shown(one)}.",
                    got=shown(one),
                    expected="a LaneSpec, a function of a touchpoint, or one of " + ", ".join(map(repr, BLUEPRINT_LANES)),
                )
            )
    return [name.strip() for one in parts for name in one.split(",") if name.strip()]


def _known(name: str, known: Sequence[str], word: str) -> str:
    folded = name.strip().casefold().replace("-", "_")
    if folded not in known:
        raise UnknownNameError(
            Problem(f"A blueprint has no {word} {shown(name)}.", got=shown(name), expected="one of " + ", ".join(map(repr, known)),
                    hint=did_you_mean(folded, known))
        )  # fmt: skip
    return folded
