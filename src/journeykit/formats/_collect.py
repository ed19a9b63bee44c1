"""The slow way from data to the model: all faults of all files in one run.

Runs only where something is wrong. A value that does not fit is reported and left out, or a stand-in takes its place, so that
everything else is still checked and nothing is reported that only follows from it.
"""

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from journeykit.errors import Problem, nearest, shown, step
from journeykit.model import Checked, Emotion, Journey, Measurement, Scale

from ._construct import construct
from ._entries import Entry, entries_of, label_of
from ._fault import Path
from ._hints import of_text_entry, wrong
from ._ledger import Ledger
from ._made import Made, Part, Slot, joined
from ._plan import Key, Plan, plan_of
from ._short import DEPTH, MISSING, is_json, share
from ._tests import fits

__all__ = ["Collector"]


class Collector:
    """Builds values bottom-up; the ledger keeps all faults."""

    def __init__(self) -> None:
        self.ledger = Ledger()
        self._journey: Path = ()

    def build(self, cls: type[Checked], raw: Any, path: Path, where: str, *, given: dict[str, Any] | None = None) -> Made:
        """A value of a class, as far as it can be made."""
        plan = plan_of(cls)
        label = label_of(plan, raw)
        made = Made(cls, path, where, f"{plan.word} {shown(label)}" if label else plan.word)
        arguments = dict(given or {})
        if cls is Journey:
            self._journey = path
        if isinstance(raw, dict):
            self.read_keys(plan, raw, made, arguments)
        elif (isinstance(raw, str) and plan.title) or (cls is Emotion and fits("number", raw)):
            name = plan.title if isinstance(raw, str) else "valence"
            made.parts[name] = Part(path)
            arguments[name] = raw
        else:
            expected = "a number, or a mapping" if cls is Emotion else "a text, or a mapping" if plan.title else "a mapping"
            hint = f"write `{plan.title or next(iter(plan.keys))}: …` below it"
            self.ledger.fault(
                path, Problem(f"{plan.word} is written as {_said(raw)}.", got=shown(raw), expected=expected, hint=hint), where
            )
            return made
        construct(self.ledger, made, arguments)
        return made

    def read_keys(self, plan: Plan, raw: dict[str, Any], made: Made, arguments: dict[str, Any]) -> None:
        """Everything behind the keys of a mapping, as arguments of the constructor."""
        given = set(arguments)
        for name, value in raw.items():
            key = plan.keys.get(name)
            if key is None:
                self._guess(plan, name, raw, made, arguments)
            elif value is not None and key.alias in arguments and key.alias not in given:
                names = ", ".join(repr(other) for other, one in plan.keys.items() if one.alias == key.alias)
                twice = Problem(
                    f"{made.named} gives its {key.name} twice.", got=shown(name), expected=f"one of {names}", hint="join the two"
                )
                self.ledger.fault((*made.path, name), twice, joined(made.where, key.name), at_key=True)
            elif value is not None and (read := self._read(Slot(key, (*made.path, name), made), value)) is not MISSING:
                arguments[key.alias] = read
                given.discard(key.alias)

    def _guess(self, plan: Plan, name: str, raw: dict[str, Any], made: Made, arguments: dict[str, Any]) -> None:  # noqa: PLR0917  # one place calls it
        """Report an unknown key; what it most likely means is read under the right name, so that nothing seems missing."""
        at = (*made.path, name)
        near = nearest(name, plan.keys)
        keep = "what belongs to nobody goes under 'extra'" if "extra" in plan.keys else "delete it"
        hint = keep if not near else f"did you mean {near!r}?" + (f" W{keep[1:]}." if "extra" in plan.keys else "")
        known = ", ".join(map(repr, list(plan.keys)[:12])) + (" …" if len(plan.keys) > 12 else "")
        problem = Problem(f"{made.named} has no key {shown(name)}.", got=shown(name), expected=f"one of {known}", hint=hint)
        self.ledger.fault(at, problem, made.where, at_key=True)
        key = plan.keys.get(near or "")
        if key is None or raw[name] is None or key.alias in {plan.keys[one].alias for one in raw if one in plan.keys}:
            return
        since = len(self.ledger.faults)
        read = self._read(Slot(key, at, made), raw[name])
        self.ledger.forget(at, since)  # the guess may be wrong
        if read is not MISSING and (isinstance(raw[name], dict | list) or key.name in {"id", plan.title}):
            arguments[key.alias] = read

    def _read(self, slot: Slot, raw: Any) -> Any:
        """What stands behind a key, or MISSING where it does not fit."""
        match slot.key.shape:
            case "one":
                return self._one(slot, raw)
            case "scale" if fits("scale", raw):
                return self._scale(slot, raw)
            case "emotions" | "many" | "elements" | "single":
                entries = entries_of(self.ledger, slot, raw)
                return MISSING if entries is None else self._several(slot, entries)
            case "values" if isinstance(raw, dict):
                return self._values(slot, raw)
            case "texts":
                return self._texts(slot, raw)
            case _:
                return self._plain(slot, raw)

    def _plain(self, slot: Slot, raw: Any) -> Any:
        key = slot.key
        slot.opened()
        if key.shape == "any" and isinstance(raw, dict) and not is_json(raw):
            self._no_json(slot.path, raw, slot.where, 2)
            return MISSING
        if not fits(key.shape, raw):
            if key.name == "id":
                self.ledger.broken.add(shown(raw))
            self.ledger.fault(slot.path, wrong(slot.made.named, key, raw), slot.where)
            return MISSING
        return share(raw) if key.shape == "share" else raw

    def _one(self, slot: Slot, raw: Any) -> Any:
        inner = self.build(_kind(slot.key), raw, slot.path, slot.where)
        slot.made.parts[slot.key.name] = Part(slot.path, [slot.path], [inner])
        return MISSING if inner.value is None else inner.value

    def _scale(self, slot: Slot, raw: Any) -> Any:
        ends = {"low": Part((*slot.path, 0)), "high": Part((*slot.path, 1))}
        inner = Made(Scale, slot.path, slot.where, slot.made.named, parts=ends)
        slot.made.parts[slot.key.name] = Part(slot.path, [slot.path], [inner])
        construct(self.ledger, inner, {"low": raw[0], "high": raw[1]})
        return MISSING if inner.value is None else inner.value

    def _several(self, slot: Slot, entries: Iterable[Entry]) -> list[Any]:
        key, made, kind = slot.key, slot.made, _kind(slot.key)
        part = made.parts.setdefault(key.name, Part(slot.path))
        offset = len(part.items)
        with_ids = key.shape in {"elements", "single"}
        for place, entry in enumerate(entries):
            label = label_of(plan_of(kind), entry.raw, entry.given.get("id")) if with_ids else ""
            inner = self.build(kind, entry.raw, entry.path, joined(made.where, step(key.name, label or place + offset)), given=entry.given)
            if inner.value is None:
                self.ledger.doubtful.add(kind)
                continue
            if with_ids:
                self.ledger.once(inner, key.name, self._journey)
            part.items.append(entry.path)
            part.made.append(inner)
        return [one.value for one in part.made[offset:] if one is not None]

    def _values(self, slot: Slot, raw: dict[str, Any]) -> list[Any]:
        part = slot.made.parts.setdefault("measurements", Part(slot.path))
        for place, (at, value) in enumerate(raw.items()):
            path = (*slot.path, at)
            where = joined(slot.made.where, step("measurements", place))
            inner = Made(Measurement, path, where, "A measurement", parts={"at": Part(path), "value": Part(path)})
            construct(self.ledger, inner, {"at": at, "value": value})
            if inner.value is not None:
                part.items.append(path)
                part.made.append(inner)
        return [one.value for one in part.made if one is not None]

    def _texts(self, slot: Slot, raw: Any) -> list[str]:
        part = slot.opened()
        several = enumerate(raw) if isinstance(raw, list) else [(None, raw)]
        kept = []
        for place, one in several:
            at = slot.path if place is None else (*slot.path, place)
            if isinstance(one, str) and one.strip():
                part.items.append(at)
                kept.append(one)
                continue
            expected = "a text, or a list of texts" if place is None else "a text that is not empty"
            problem = Problem(f"{slot.made.named} has wrong {slot.key.name}.", got=shown(one), expected=expected)
            where = slot.where if place is None else joined(slot.made.where, step(slot.key.name, place))
            self.ledger.fault(at, evolve(problem, hint=of_text_entry(one)), where)
        return kept

    def _no_json(self, path: Path, raw: Any, where: str, depth: int) -> None:
        if depth > DEPTH:
            problem = Problem("The file is nested too deep.", expected=f"at most {DEPTH} levels", hint="most journeys need fewer than 12")
            self.ledger.fault(path, problem, where)
        elif isinstance(raw, dict | list):
            for name, one in raw.items() if isinstance(raw, dict) else enumerate(raw):
                self._no_json((*path, name), one, where, depth + 1)
        elif not is_json(raw, depth):
            hint = "leave the key out where nothing is known"
            self.ledger.fault(
                path, Problem("This is no number that can be kept.", got=shown(raw), expected="a finite number", hint=hint), where
            )


def _kind(key: Key) -> type[Checked]:
    if key.kind is None:
        raise TypeError(key.key)
    return key.kind


def _said(raw: Any) -> str:
    return {list: "a list", dict: "a mapping", str: "a text", bool: "true or false", type(None): "nothing"}.get(type(raw), "a number")
