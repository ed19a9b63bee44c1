"""How strong sources are together."""

from collections.abc import Collection
from typing import Literal

from journeykit.model import Library

Strength = Literal[0, 1, 2, 3]
"""0 assumed, 1 internal only, 2 one kind of customer source, 3 several kinds of customer source."""


def strength(names: Collection[str], library: Library) -> Strength:
    """The strength of what cites these sources. One that is not declared is at best internal, one without a kind is no further kind.

    Source: methodological triangulation, as in Halvorsrud and others on customer journeys.

    Example:
        >>> from journeykit.model import Source
        >>> strength(["talks"], Library(sources=[Source("Talks", kind="interview", perspective="customer")]))
        2
    """
    if not names:
        return 0
    kinds = {known.kind for name in names if (known := library.sources.get(name)) is not None and known.is_customer_evidence}
    return 3 if len(kinds - {None}) > 1 else 2 if kinds else 1
