"""What changed, as data. No wording here: sentences are made in `words`."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import timedelta
from typing import Any, ClassVar, Literal

from attrs import frozen

from journeykit.model import Checked, Emotion

__all__ = [
    "Added", "Change", "ChangeKind", "Merged", "Method", "Moved", "Pair", "Part", "ReadingChanged", "ReferenceChanged", "Rekeyed", "Removed",
    "Renamed", "Split", "Spot", "ValueChanged",
]  # fmt: skip

ChangeKind = Literal["added", "removed", "moved", "renamed", "rekeyed", "split", "merged", "value", "reference", "reading"]
Method = Literal["explicit", "lineage", "id", "equal", "similarity"]


@frozen
class Spot:
    """Where something stands on one side.

    Attributes:
        at: model path, such as `stages['deal'].touchpoints['pay']`; empty for the whole.
        id: its id; empty for a value that has none.
        title: what it is called.
    """

    at: str
    id: str
    title: str


@frozen(kw_only=True)
class Pair:
    """An element of one side and the same element on the other.

    Attributes:
        what: its class, such as `Touchpoint`.
        old: where it was. new: where it is.
        method: explicit (given by the user), lineage (origin), id, equal (in everything but the id), similarity.
        score: how surely, 0 to 1; 1 for all methods but similarity.
    """

    what: str
    old: Spot
    new: Spot
    method: Method
    score: float = 1.0

    def inverse(self) -> "Pair":
        """The same pair seen from the other side."""
        return Pair(what=self.what, old=self.new, new=self.old, method=self.method, score=self.score)


@frozen(kw_only=True)
class Change(ABC):
    """One difference; its subclasses say which.

    Attributes:
        what: the class of the thing, such as `Touchpoint`, `Insight` or `Link`.
        old: where it was; None where it is new.
        new: where it is; None where it is gone.
    """

    kind: ClassVar[ChangeKind]

    what: str
    old: Spot | None = None
    new: Spot | None = None

    @property
    def spot(self) -> Spot:
        """Where it was, or where it is when it is new."""
        return self.old or self.new or Spot("", "", "")

    @property
    def where(self) -> str:
        """Model path of what changed: before, or after where it is new."""
        return self.spot.at

    @property
    def id(self) -> str:
        """Id of the thing, before where it was there."""
        return self.spot.id

    @property
    def title(self) -> str:
        """What it is called, before where it was there."""
        return self.spot.title

    @abstractmethod
    def inverse(self) -> "Change":
        """The change that undoes this one."""


@frozen(kw_only=True)
class Added(Change):
    """Something is new.

    Attributes:
        value: it; a stage without its touchpoints, which have changes of their own.
        place: zero-based place among its neighbours.
        candidates: what it may be on the other side. Where there are any, it is unresolved rather than new.
    """

    kind = "added"

    value: Checked
    place: int
    candidates: tuple[Spot, ...] = ()

    def inverse(self) -> "Removed":
        """It goes again."""
        return Removed(what=self.what, old=self.new, value=self.value, place=self.place, candidates=self.candidates)


@frozen(kw_only=True)
class Removed(Change):
    """Something is gone. Attributes as those of `Added`, on the side before."""

    kind = "removed"

    value: Checked
    place: int
    candidates: tuple[Spot, ...] = ()

    def inverse(self) -> "Added":
        """It comes back."""
        return Added(what=self.what, new=self.old, value=self.value, place=self.place, candidates=self.candidates)


@frozen(kw_only=True)
class Moved(Change):
    """Something stands elsewhere: in another stage, or out of the order that its neighbours kept.

    Attributes:
        old_owner, new_owner: what held it and what holds it.
        old_place, new_place: zero-based places there.
        across: the owner is another one.
    """

    kind = "moved"

    old_owner: Spot
    new_owner: Spot
    old_place: int
    new_place: int
    across: bool

    def inverse(self) -> "Moved":
        """It moves back."""
        return Moved(what=self.what, old=self.new, new=self.old, old_owner=self.new_owner, new_owner=self.old_owner,
                     old_place=self.new_place, new_place=self.old_place, across=self.across)  # fmt: skip


@frozen(kw_only=True)
class Renamed(Change):
    """The same thing has another title, name, text or statement: `before`, `after`; `field` is which of these."""

    kind = "renamed"

    field: str
    before: str
    after: str

    def inverse(self) -> "Renamed":
        """The old title again."""
        return Renamed(what=self.what, old=self.new, new=self.old, field=self.field, before=self.after, after=self.before)


@frozen(kw_only=True)
class Rekeyed(Change):
    """The same thing has another id. References that follow it are no changes."""

    kind = "rekeyed"

    before: str
    after: str

    def inverse(self) -> "Rekeyed":
        """The old id again."""
        return Rekeyed(what=self.what, old=self.new, new=self.old, before=self.after, after=self.before)


@frozen
class Part:
    """One of the things that something was split into or merged from: where, what, and its zero-based place."""

    spot: Spot
    value: Checked
    place: int


@frozen(kw_only=True)
class Split(Change):
    """One thing became several: `whole` before, `parts` after; `method` says how that is known."""

    kind = "split"

    whole: Part
    parts: tuple[Part, ...]
    method: Method

    def inverse(self) -> "Merged":
        """They become one again."""
        return Merged(what=self.what, new=self.old, whole=self.whole, parts=self.parts, method=self.method)


@frozen(kw_only=True)
class Merged(Change):
    """Several things became one: `parts` before, `whole` after."""

    kind = "merged"

    whole: Part
    parts: tuple[Part, ...]
    method: Method

    def inverse(self) -> "Split":
        """They become several again."""
        return Split(what=self.what, old=self.new, whole=self.whole, parts=self.parts, method=self.method)


@frozen(kw_only=True)
class ValueChanged(Change):
    """A field holds another value.

    Attributes:
        field: its name; `scope.objective` for the field of a value inside.
        before, after: what it held and what it holds.
    """

    kind = "value"

    field: str
    before: Any
    after: Any

    @property
    def difference(self) -> float | timedelta | None:
        """After minus before, of numbers and durations; None of anything else."""
        if isinstance(self.before, timedelta) and isinstance(self.after, timedelta):
            return self.after - self.before
        numbers = [one for one in (self.before, self.after) if isinstance(one, int | float) and not isinstance(one, bool)]
        return numbers[1] - numbers[0] if len(numbers) == 2 else None

    @property
    def relative(self) -> float | None:
        """The difference as a share of the value before; None where there is none."""
        difference = self.difference
        if isinstance(difference, timedelta):
            return difference / self.before if self.before else None
        return difference / abs(self.before) if difference is not None and self.before else None

    @property
    def gained(self) -> tuple[Any, ...]:
        """What a list has more than before."""
        return _beyond(self.after, self.before)

    @property
    def lost(self) -> tuple[Any, ...]:
        """What a list has no longer."""
        return _beyond(self.before, self.after)

    def inverse(self) -> "ValueChanged":
        """The old value again."""
        return ValueChanged(what=self.what, old=self.new, new=self.old, field=self.field, before=self.after, after=self.before)


@frozen(kw_only=True)
class ReferenceChanged(Change):
    """A field refers to something else.

    Attributes:
        field: its name. leads_to: what it refers to, such as `owner`.
        before, after: an id or None, or ids.
    """

    kind = "reference"

    field: str
    leads_to: str
    before: str | tuple[str, ...] | None
    after: str | tuple[str, ...] | None

    @property
    def gained(self) -> tuple[str, ...]:
        """The ids it has more than before."""
        return _beyond(_several(self.after), _several(self.before))

    @property
    def lost(self) -> tuple[str, ...]:
        """The ids it has no longer."""
        return _beyond(_several(self.before), _several(self.after))

    def inverse(self) -> "ReferenceChanged":
        """The old reference again."""
        return ReferenceChanged(
            what=self.what, old=self.new, new=self.old, field=self.field, leads_to=self.leads_to, before=self.after, after=self.before
        )


@frozen(kw_only=True)
class ReadingChanged(Change):
    """A reading of how somebody feels is new, gone, or another one for the same perspective, moment and date.

    Attributes:
        before, after: the readings; None is no reading, never 0.
        old_place, new_place: zero-based place among the readings of one that is gone or new; -1 on a side that lacks it, and where it stays.
    """

    kind = "reading"

    before: Emotion | None
    after: Emotion | None
    old_place: int = -1
    new_place: int = -1

    @property
    def difference(self) -> float | None:
        """Valence after minus before; None where there is a reading on one side only."""
        return self.after.valence - self.before.valence if self.before is not None and self.after is not None else None

    @property
    def same_basis(self) -> bool:
        """Both readings are known in the same way: only then a difference is more than a difference of sources."""
        return self.before is not None and self.after is not None and self.before.basis == self.after.basis

    def inverse(self) -> "ReadingChanged":
        """The old reading again."""
        return ReadingChanged(what=self.what, old=self.new, new=self.old, before=self.after, after=self.before,
                              old_place=self.new_place, new_place=self.old_place)  # fmt: skip


def _several(value: "str | tuple[str, ...] | None") -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()


def _beyond(more: Any, less: Any) -> tuple[Any, ...]:
    if not isinstance(more, tuple) or not isinstance(less, Iterable):
        return ()
    known = list(less)
    return tuple(one for one in more if one not in known)
