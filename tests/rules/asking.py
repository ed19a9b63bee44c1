"""How the tests of rules ask: a journey of some touchpoints, and what one rule says of it on a fixed day."""

from datetime import date
from typing import Any

from journeykit.model import Journey, Stage, Touchpoint
from journeykit.rules import check

TODAY = date(2026, 1, 15)


def of(*steps: Touchpoint, **fields: Any) -> Journey:
    return Journey("I do", stages=[Stage("All", steps)], **fields)


def found(what: Any, code: str, *, today: date = TODAY, **settings: Any) -> list[str]:
    return [one.message for one in check(what, select=[code], today=today, parameters={code: settings}) if one.code == code]


def places(what: Any, code: str) -> list[str]:
    return [one.where for one in check(what, select=[code], today=TODAY) if one.code == code]
