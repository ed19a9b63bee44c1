"""How strong sources are together."""

from collections.abc import Collection
from typing import Literal, get_args

from journeykit import measure
from journeykit.model import Library

Strength = Literal[0, 1, 2, 3]
"""0 assumed, 1 internal only, 2 one kind of customer source, 3 several kinds of customer source."""


_LEVELS: tuple[Strength, ...] = get_args(Strength)
_ORDER: dict[measure.Strength, Strength] = dict(zip(get_args(measure.Strength), _LEVELS, strict=True))


def strength(names: Collection[str], library: Library) -> Strength:
    """The strength of what cites these sources. One that is not declared is at best internal.

    Source: see `journeykit.measure.evidence_strength`.

    Example:
        >>> from journeykit.model import Source
        >>> strength(["talks"], Library(sources=[Source("Talks", kind="interview", perspective="customer")]))
        2
    """
    if not names:
        return 0
    declared = [known for name in names if (known := library.sources.get(name)) is not None]
    return max(1, _ORDER[measure.evidence_strength(declared)])
