"""Random edits of generated portfolios, made with the verbs that users have."""

from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from journeykit import edit
from journeykit.errors import JourneykitError
from journeykit.model import Insight, Portfolio, Touchpoint
from journeykit.testing import portfolios, titles

FIELDS: dict[str, Any] = {
    "goal": "Be done with it", "duration": "17 min", "actions": ["Looks around"], "thoughts": ["Why?"], "matters": True, "optional": True,
    "drop_off": 0.25, "importance": {"customer": 5, "employee": 2}, "tags": ["one", "two"], "control": "partner", "extra": {"cost": [1, None]},
    "messages": ["Welcome"], "channels": ["carrier pigeon"], "emotion": {"before": -2, "after": 1}, "expectations": ["An answer"],
}  # fmt: skip


@frozen
class Edit:
    """One edit: its kind, and what it was made with."""

    kind: str
    address: str
    detail: Any


def _addresses(book: Portfolio) -> dict[str, list[str]]:
    return {
        "touchpoint": [f"{journey.id}/{one.id}" for journey in book.journeys for one in journey.touchpoints],
        "stage": [f"{journey.id}/stage:{one.id}" for journey in book.journeys for one in journey.stages],
        "activity": [f"{journey.id}/{one.id}" for journey in book.journeys for one in journey.activities],
        "journey": [journey.id for journey in book.journeys],
        "shared": [f"{name}/{one.id}" for name in ("owners", "personas", "kpis", "channels", "sources") for one in getattr(book, name)],
    }


def done(book: Portfolio, one: Edit) -> Portfolio:
    """The portfolio after one edit; the same object where it cannot be made."""
    try:
        match one.kind:
            case "rekey":
                return edit.rename(book, one.address, one.detail)
            case "field" | "title":
                return edit.update(book, one.address, **one.detail)
            case "move":
                return edit.move(book, one.address, into=one.detail)
            case "reorder":
                return edit.move(book, one.address, position=one.detail)
            case "insert":
                return edit.insert(book, one.detail, into=one.address, position=0)
            case _:
                return edit.remove(book, one.address)
    except JourneykitError:
        return book


@st.composite
def edits(draw: Any, book: Portfolio, kinds: tuple[str, ...], number: str) -> Edit | None:  # noqa: PLR0911  # one for each kind
    """One edit that may be made, or None where there is nothing to edit."""
    kind = draw(st.sampled_from(kinds))
    known = _addresses(book)
    pools = {
        "rekey": ("touchpoint", "stage", "activity", "journey", "shared"), "field": ("touchpoint",), "value": ("touchpoint",), "move": ("touchpoint",), "insert": ("stage",),
        "reorder": ("touchpoint", "stage", "shared"), "title": ("touchpoint", "stage", "activity", "journey"), "pain": ("touchpoint",),
        "remove": ("touchpoint", "stage", "activity", "journey", "shared"),
    }[kind]  # fmt: skip
    held = [one for pool in pools for one in known[pool]]
    if not held:
        return None
    address = draw(st.sampled_from(held))
    match kind:
        case "rekey":
            return Edit("rekey", address, f"fresh-{number}")
        case "field" | "value":
            name = draw(st.sampled_from(sorted(FIELDS if kind == "field" else FIELDS.keys() - {"emotion", "expectations"})))
            return Edit("field", address, {name: FIELDS[name]})
        case "title":
            return Edit("title", address, {"title": f"{draw(titles())} {number}"})
        case "pain":
            return Edit("field", address, {"pains": [Insight(f"It hurts {number}")]})
        case "move":
            stages = [one for one in known["stage"] if one.split("/")[0] == address.split("/")[0]]
            return Edit("move", address, draw(st.sampled_from(stages)))
        case "reorder":
            return Edit("reorder", address, draw(st.integers(0, 3)))
        case "insert":
            return Edit(
                "insert", address, Touchpoint(f"{draw(titles())} {number}", id=f"added-{number}", emotion=draw(st.none() | st.just(1)))
            )
        case _:
            return Edit("remove", address, None)


ALL = ("rekey", "field", "title", "pain", "move", "reorder", "insert", "remove")


@st.composite
def edited(draw: Any, book: Portfolio, *, kinds: tuple[str, ...] = ALL, most: int = 5, salt: str = "") -> tuple[Portfolio, list[Edit]]:
    """A portfolio after some edits, and those that took effect."""
    script: list[Edit] = []
    for number in range(draw(st.integers(1, most))):
        one = draw(edits(book, kinds, f"{salt}{number}"))
        if one is None:
            continue
        after = done(book, one)
        if after is not book and after != book:
            script.append(one)
            book = after
    return book, script


@st.composite
def versions(draw: Any, count: int = 2, **how: Any) -> tuple[Portfolio, ...]:
    """A portfolio, and others that were made from it by edits."""
    base = draw(portfolios(max_journeys=2, max_touchpoints=6))
    return (base, *(draw(edited(base, salt=f"{side}-", **how))[0] for side in range(1, count)))
