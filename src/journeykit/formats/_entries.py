"""The entries behind a key that holds several values, whichever way they are written."""

from typing import Any

from attrs import frozen

from journeykit.errors import Problem, did_you_mean, nearest, shown
from journeykit.model import MOMENTS, Element, Emotion, fold, slug

from ._fault import Path
from ._hints import wrong
from ._ledger import Ledger
from ._made import Slot
from ._plan import Plan, plan_of
from ._tests import fits

__all__ = ["Entry", "entries_of", "label_of"]


@frozen
class Entry:
    """One value of several: its path, its data, and what it has unless it says otherwise."""

    path: Path
    raw: Any
    given: dict[str, Any]


def label_of(plan: Plan, raw: Any, given: Any = None) -> str:
    """What an entry is called in messages: its id, or the id that its title gives; empty where it has neither."""
    data = raw if isinstance(raw, dict) else {plan.title: raw}
    name = data.get("id", given)
    if isinstance(name, str) and name.strip():
        return fold(name)
    title = data.get(plan.title)
    return slug(title) if isinstance(title, str) and title.strip() and issubclass(plan.cls, Element) else ""


def entries_of(ledger: Ledger, slot: Slot, raw: Any) -> list[Entry] | None:
    """The entries; None, and a fault, where the data holds none."""
    found = _readings(ledger, slot, raw) if slot.key.shape == "emotions" else _elements(ledger, slot, raw)
    if found is None:
        slot.opened()
        if slot.key.kind is not None:
            ledger.doubtful.add(slot.key.kind)
        ledger.fault(slot.path, wrong(slot.made.named, slot.key, raw), slot.where)
    return found


def _elements(ledger: Ledger, slot: Slot, raw: Any) -> list[Entry] | None:
    key, path = slot.key, slot.path
    if key.shape == "single":
        return [Entry(path, raw, {})]
    if isinstance(raw, list):
        return [Entry((*path, place), one, dict(key.given)) for place, one in enumerate(raw)]
    title = plan_of(key.kind).title if key.kind is not None else ""
    if isinstance(raw, dict) and key.shape == "elements":
        if raw.keys() & {"id", title}:  # the entry itself, without its dash; taken for a list by id it would be misread in silence
            return None
        return [Entry((*path, name), _by_id(ledger, slot, name, one), {"id": name}) for name, one in raw.items()]
    if (isinstance(raw, str) and title) or (isinstance(raw, dict) and key.shape == "many"):
        return [Entry(path, raw, dict(key.given))]
    return None


def _by_id(ledger: Ledger, slot: Slot, name: str, raw: Any) -> Any:
    """The data of an entry whose key is its id."""
    if isinstance(raw, dict) and "id" in raw:
        _twice(ledger, slot, (name, "id"), got=raw["id"], message=f"The entry {name!r} gives its id twice.")
        return {key: one for key, one in raw.items() if key != "id"}
    return {} if raw is None else raw


def _twice(ledger: Ledger, slot: Slot, inner: Path, *, got: Any, message: str) -> None:
    problem = Problem(message, got=shown(got), expected="nothing: the key before it says it", hint="delete the line")
    ledger.fault((*slot.path, *inner), problem, slot.where, at_key=True)


def _readings(ledger: Ledger, slot: Slot, raw: Any) -> list[Entry] | None:
    path = slot.path
    if isinstance(raw, list):
        return [Entry((*path, place), one, {}) for place, one in enumerate(raw)]
    if isinstance(raw, dict) and _is_by_moment(raw):
        return [entry for moment, one in raw.items() if (entry := _at(ledger, slot, moment, one)) is not None]
    return [Entry(path, raw, {})] if isinstance(raw, dict) or fits("number", raw) else None


def _is_by_moment(raw: dict[str, Any]) -> bool:
    """Whether a mapping holds readings by moment, perhaps misspelt, and is not itself a reading."""
    known = plan_of(Emotion).keys
    return not raw or any(one in MOMENTS for one in raw) or not any(one in known or nearest(one, MOMENTS) is None for one in raw)


def _at(ledger: Ledger, slot: Slot, moment: str, raw: Any) -> Entry | None:
    if moment not in MOMENTS:
        hint = did_you_mean(moment, MOMENTS) or "write before, during or after"
        expected = "one of " + ", ".join(map(repr, MOMENTS))
        problem = Problem(f"{slot.made.named} has a reading at {shown(moment)}.", got=shown(moment), expected=expected, hint=hint)
        ledger.fault((*slot.path, moment), problem, slot.where, at_key=True)
        return None
    if isinstance(raw, dict) and "moment" in raw:
        _twice(ledger, slot, (moment, "moment"), got=raw["moment"], message=f"A reading {moment} gives its moment twice.")
        return None
    return None if raw is None else Entry((*slot.path, moment), raw, {"moment": moment})
