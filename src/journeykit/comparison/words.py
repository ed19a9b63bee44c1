"""Changes and results in words: the only place of the core that has any."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Protocol

from journeykit.model import Checked, Emotion, FrozenMap, show_duration

from .changes import (
    Added,
    Change,
    Merged,
    Moved,
    ReadingChanged,
    ReferenceChanged,
    Rekeyed,
    Removed,
    Renamed,
    Split,
    Spot,
    ValueChanged,
)
from .fields import label_of

__all__ = ["Names", "described", "listed", "named", "plain", "plural", "signed", "singular", "told", "worded"]

_LONGEST = 60
_JOINERS = "\u200c\u200d\ufe0f"
_PLURALS = {
    "Activity": "activities", "Opportunity": "opportunities", "KPI": "KPIs", "PhysicalEvidence": "pieces of physical evidence",
}  # fmt: skip
_SINGULARS = {"KPI": "KPI", "PhysicalEvidence": "piece of physical evidence", "TeamMember": "team member"}


def plain(text: str, longest: int = _LONGEST) -> str:
    r"""A text of one line: no control characters, cut where it is long.

    Example:
        >>> plain("two\nlines")
        'two lines'
    """
    clean = " ".join("".join(one if one.isprintable() or one in _JOINERS else " " for one in text).split())
    return clean if len(clean) <= longest else clean[: longest - 1].rstrip() + "…"


def named(spot: Spot) -> str:
    """What something is called, in quotation marks; its id where it has no title."""
    return f"“{plain(spot.title or spot.id or spot.at)}”"


def plural(what: str, count: int) -> str:
    """A count of things of a class.

    Example:
        >>> plural("Touchpoint", 2), plural("Activity", 1)
        ('2 touchpoints', '1 activity')
    """
    one = singular(what)
    return f"{count} {one if count == 1 else _PLURALS.get(what, one + 's')}"


def singular(what: str) -> str:
    """What a thing of a class is called.

    Example:
        >>> singular("Touchpoint")
        'touchpoint'
    """
    return _SINGULARS.get(what, what.lower())


def listed(names: Sequence[str], most: int = 4) -> str:
    """Names in a row; how many more where they are many.

    Example:
        >>> listed(["a", "b", "c"], most=2)
        'a, b and 1 more'
    """
    shown = list(names[:most])
    if len(names) > most:
        return f"{', '.join(shown)} and {len(names) - most} more"
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else "".join(shown)


def signed(number: float) -> str:
    """A number with its sign, at most one decimal, never a negative zero.

    Example:
        >>> signed(1), signed(-0.04), signed(-1.5)
        ('+1', '0', '−1.5')
    """
    rounded = round(number, 1) + 0.0
    if rounded == 0:
        return "0"
    text = f"{abs(rounded):.1f}".removesuffix(".0")
    return ("+" if rounded > 0 else "−") + text


def told(value: Any) -> str:
    """A value as it reads in a sentence; nothing is “nothing”, never 0."""
    if value is None or (not value and isinstance(value, str | tuple | FrozenMap)):
        return "nothing"
    if isinstance(value, tuple):
        return listed([told(one) for one in value])
    if isinstance(value, FrozenMap):
        return listed([f"{plain(str(key))} {told(one)}" for key, one in value.items()])
    return _told_one(value)


def _told_one(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, timedelta):
        return show_duration(value)
    if isinstance(value, float | int):
        return f"{value:,.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"
    if isinstance(value, Emotion):
        return f"{signed(value.valence)} ({value.basis})"
    return plain(label_of(value) if isinstance(value, Checked) else str(value)) or type(value).__name__


def worded(field: str) -> str:
    """The name of a field as words.

    Example:
        >>> worded("wait_before"), worded("kpis"), worded("scope.start")
        ('wait before', 'KPIs', 'scope, start')
    """
    return field.replace("_", " ").replace(".", ", ").replace("kpi", "KPI")


class Names(Protocol):
    """Knows what things are called."""

    @property
    def sides(self) -> tuple[str, str] | None:
        """What only one side has is there: such as “for customers”, “for employees”. None where one side follows the other in time."""
        ...

    def target(self, change: ReferenceChanged, written: str, is_new: bool) -> str:  # noqa: FBT001  # which side
        """The target of a changed reference."""
        ...

    def spot(self, spot: Spot, what: str, *, is_new: bool) -> str:
        """Something of a class, where it stands."""
        ...


def described(change: Change, names: Names | None = None) -> str:  # noqa: PLR0911  # one for each kind
    """One change in a few words, without the name of what changed.

    Args:
        change: any.
        names: knows what is called how; without it references and the ends of links are told by their ids.
    """
    match change:
        case Added() | Removed():
            return _one_sided(change, names)
        case Moved(across=True):
            return f"moved from {named(change.old_owner)} to {named(change.new_owner)}"
        case Moved():
            return f"moved from place {change.old_place + 1} to {change.new_place + 1}"
        case Renamed():
            return f"{worded(change.field)}: “{plain(change.before)}” → “{plain(change.after)}”"
        case Rekeyed():
            return f"id: {change.before} → {change.after}"
        case Split():
            return f"split into {listed([named(one.spot) for one in change.parts])}"
        case Merged():
            return f"merged from {listed([named(one.spot) for one in change.parts])}"
        case ReadingChanged():
            return _reading(change)
        case ReferenceChanged():
            return _referred(change, names)
        case ValueChanged():
            return _changed(change)
        case _:
            return change.kind


def _one_sided(change: Added | Removed, names: Names | None) -> str:
    if change.candidates:
        return f"unresolved; perhaps {listed([named(one) for one in change.candidates], 3)}"
    is_new = isinstance(change, Added)
    called = named(change.spot) if names is None or change.what != "Link" else names.spot(change.spot, "Link", is_new=change.old is None)
    if names is not None and names.sides is not None:
        return f"only {names.sides[is_new]}: {singular(change.what)} {called}"
    return f"{'new' if is_new else 'gone'} {singular(change.what)} {called}"


def _changed(change: ValueChanged) -> str:
    name = worded(change.field)
    if isinstance(change.before, tuple) and isinstance(change.after, tuple):
        return f"{name}: {_gained_lost([told(one) for one in change.gained], [told(one) for one in change.lost])}"
    return f"{name}: {told(change.before)} → {told(change.after)}"


def _referred(change: ReferenceChanged, names: Names | None) -> str:
    name = worded(change.field)

    def calls(written: str, is_new: bool) -> str:  # noqa: FBT001  # which side
        return plain(written) if names is None else names.target(change, written, is_new)

    if isinstance(change.before, tuple) and isinstance(change.after, tuple):
        gained, lost = ([calls(one, is_new) for one in held] for held, is_new in ((change.gained, True), (change.lost, False)))
        return f"{name}: {_gained_lost(gained, lost)}"
    before, after = (
        calls(held, is_new) if isinstance(held, str) else told(held) for held, is_new in ((change.before, False), (change.after, True))
    )
    return f"{name}: {before} → {after}"


def _gained_lost(gained: Sequence[str], lost: Sequence[str]) -> str:
    return ", ".join([*(f"+ {one}" for one in gained), *(f"− {one}" for one in lost)]) or "another order"


def _reading(change: ReadingChanged) -> str:
    reading = change.after or change.before
    view = f", {reading.perspective}" if reading is not None and reading.perspective else ""
    moment = reading.moment if reading is not None else ""
    if change.before is not None and change.after is not None and change.before.valence == change.after.valence:
        return f"feeling {moment}{view}: {signed(change.after.valence)}, other particulars"
    before, after = ("no reading" if one is None else told(one) for one in (change.before, change.after))
    return f"feeling {moment}{view}: {before} → {after}"
