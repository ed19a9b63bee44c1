"""Ids after a merge: whoever gave a new one has its way, and references of both sides follow."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from attrs import Factory, define, field

from journeykit.model import Checked, Journey, Ref, rewritten

from .conflicts import Conflict
from .items import Match
from .translation import any_reference, inner_address, kinds_of, library_space, space_of

__all__ = ["FinalNames", "final_names"]

C = TypeVar("C", bound=Checked)
Name = tuple[str, str]
"""Space and address, of which the last part is the id."""


@define(eq=False)
class FinalNames:
    """For each side (0 base, 1 ours, 2 theirs): from a name there to the last part of the final one; and the kinds of references to these."""

    sides: tuple[dict[Name, str], dict[Name, str], dict[Name, str]] = Factory(lambda: ({}, {}, {}))
    kinds: tuple[frozenset[str], ...] = field(
        init=False, default=Factory(lambda one: tuple(kinds_of(space for space, _ in side) for side in one.sides), takes_self=True)
    )

    def __bool__(self) -> bool:
        return any(self.sides)

    def id_of(self, side: int, space: str, address: str) -> str:
        """The final id of what has this address on a side."""
        last = self.sides[side].get((space, address))
        return (last if last is not None else address.rsplit("/", 1)[-1]).removeprefix("stage:")

    def reference(self, side: int, ref: Ref, written: str, journey: str) -> str:
        """A reference of a side as it reads in the result; `journey` is the id, on that side, of the journey it is written in."""
        table = self.sides[side]
        if not table:
            return written
        space = space_of(ref, written)
        inner = inner_address(ref, written, journey)
        if inner is not None:
            return table.get((space, inner), written)
        if space != "address":
            return table.get((space, written), written)
        parts = written.split("/")
        return "/".join(table.get((space, "/".join(parts[: at + 1])), part) for at, part in enumerate(parts))

    def touches(self, side: int, value: Checked, journey: str) -> bool:
        """Whether any reference at or below a value of a side reads differently in the result."""
        kinds = self.kinds[side]
        return bool(kinds) and any_reference(value, kinds, lambda ref, written: self.reference(side, ref, written, journey) != written)

    def read(self, side: int, value: C, journey: str) -> C:
        """A value of a side with its references as they read in the result."""
        if not self.sides[side]:
            return value

        def visit(_owner: Checked, _name: str, ref: Ref, written: str) -> str:
            return self.reference(side, ref, written, journey)

        return rewritten(value, visit, skip=frozenset({"touchpoints"}))


def final_names(ours: Mapping[str, Match], theirs: Mapping[str, Match], conflicts: list[Conflict]) -> FinalNames:
    """The names of all that either side renamed by id; two different new ids for one thing are a conflict, and ours is taken."""
    names: tuple[dict[Name, str], dict[Name, str], dict[Name, str]] = ({}, {}, {})
    new_ours, new_theirs = _new_ids(ours.values()), _new_ids(theirs.values())
    for at in dict.fromkeys((*new_ours, *new_theirs)):
        mine, yours = new_ours.get(at), new_theirs.get(at)
        sides = ours.get(at), theirs.get(at)
        item = next(one.old for one in sides if one is not None)
        if mine is not None and yours is not None and mine != yours:
            conflicts.append(
                Conflict(kind="rekeyed", what=type(item.value).__name__, spot=item.spot, field="id", base=item.id, ours=mine, theirs=yours)
            )
        final = mine if mine is not None else yours
        last = f"stage:{final}" if item.address.rsplit("/", 1)[-1].startswith("stage:") else f"{final}"
        space = _space(item.value, item.journey)
        for side, address in (
            (0, item.address),
            *((side, one.new.address) for side, one in ((1, sides[0]), (2, sides[1])) if one is not None),
        ):
            if address.rsplit("/", 1)[-1] != last:
                names[side][space, address] = last
    return FinalNames(names)


def _new_ids(matches: Iterable[Match]) -> dict[str, str]:
    return {one.old.at: one.new.id for one in matches if one.old.id != one.new.id}


def _space(value: Any, journey: str) -> str:
    return "address" if journey or isinstance(value, Journey) else library_space(value)
