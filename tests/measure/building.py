"""A short way to a journey."""

from typing import Any

from journeykit.model import Journey, Stage, Touchpoint


def journey(*steps: Touchpoint, **more: Any) -> Journey:
    return Journey("I buy", id="buy", stages=[Stage("All", steps)], **more)
