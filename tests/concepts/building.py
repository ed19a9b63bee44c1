"""Short ways to small models, and to what is said of them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import journeykit as jk
from journeykit.views import view


def buy(*steps: jk.Touchpoint, **more: Any) -> jk.Journey:
    """A journey of one stage, `buy/all`."""
    return jk.Journey("I buy", **{"id": "buy", "stages": [jk.Stage("All", steps)], **more})


def shop(*journeys: jk.Journey, **library: Any) -> jk.Portfolio:
    """A portfolio; without journeys it has one of a single touchpoint, `buy/pay`."""
    return jk.Portfolio("Shop", journeys=journeys or [buy(jk.Touchpoint("Pay"))], **library)


def fires(code: str, what: Any, *, profile: str = "publish", today: date | None = None) -> int:
    """How often a rule finds something."""
    return len(jk.check(what, profile=profile, select=[code], today=today))


def words(what: Any, name: str = "journey-map", **options: Any) -> str:
    """All that a view says, as a table of texts."""
    return "\n".join(" | ".join(row) for row in view(name)(what, **options).table)


def kept(book: jk.Portfolio) -> jk.Portfolio:
    """The portfolio after it was written to YAML and read again; the same, or the test fails."""
    again = jk.loads(jk.dumps(book))
    assert again == book
    return again


def refused(make: Callable[[], object]) -> str:
    """What the error says; where there is none the test fails."""
    try:
        made = make()
    except jk.JourneykitError as error:
        return str(error)
    raise AssertionError(f"it was taken: {made}")
