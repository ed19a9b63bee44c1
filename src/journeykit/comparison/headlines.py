"""The few sentences that matter most, and the table of all rows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from attrs import frozen

from journeykit.model import Journey, Portfolio

from .changes import Added, Change, Merged, Moved, ReadingChanged, ReferenceChanged, Rekeyed, Removed, Renamed, Split, ValueChanged
from .feelings import margin_of
from .fields import BOOKKEEPING
from .figures import figure_changes
from .naming import Naming
from .rows import Row
from .sentences import lens_sentences, told_figure
from .words import described, listed, named, plural, signed, told, worded

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["headlines", "table"]

_MATERIAL = 1.0  # of valence
_RESPONSIBLE = frozenset({"owner", "responsible", "channels"})
_TIMES = {  # shorter, longer
    "duration": ("{name} takes less time: {times}.", "{name} takes longer: {times}."),
    "wait_before": ("The wait before {name} is shorter: {times}.", "The wait before {name} is longer: {times}."),
    "tolerance": ("Less time is acceptable for {name}: {times}.", "More time is acceptable for {name}: {times}."),
}
_IN_TIME = frozenset({"future", "versions"})
_FAILING = frozenset({"drop_off", "fail_point", "fail_point.probability", "fail_point.severity"})
_HEADINGS = ("What", "Status", "Before", "After", "Matched by", "Changes")


@frozen(order=True)
class _Line:
    """A sentence with its rank (0 first) and, within it, its weight (heaviest first)."""

    rank: int
    lightness: float
    sentence: str


def headlines(comparison: "Comparison", limit: int) -> tuple[str, ...]:
    """The sentences that matter most, at most so many.

    What is compared and how sure that is comes first. Through a lens its answers follow; where both sides are one thing at two
    times, and without a lens, the differences do: the critical moment; what fails and where people leave; feelings that differ
    by one or more; what is new, gone, split or merged; places; owners and channels; time; other feelings and values; names.
    """
    naming = Naming.of(comparison)
    lines = [_Line(0, 3 + place, one) for place, one in enumerate(lens_sentences(comparison, naming))]
    if _follow(comparison):
        lines += _differences(comparison, naming)
    if not lines:
        return ("Nothing differs.",)
    if comparison.changes:
        lines.append(_Line(0, 0, _summary(comparison.rows, naming.sides)))
    return tuple(dict.fromkeys(one.sentence for one in sorted(lines)))[:limit]


def _follow(comparison: "Comparison") -> bool:
    """Whether the differences follow the answers of the lens: where both sides are one thing, or alike enough."""
    if comparison.lens is None or comparison.lens in _IN_TIME:
        return True
    alike = any(one.code == "CMP-03" and one.is_met for one in comparison.preconditions)
    return comparison.lens == "competitor" and alike


def _differences(comparison: "Comparison", naming: Naming) -> Iterator[_Line]:
    if comparison.changes:
        yield from _bases(comparison, naming.sides)
        yield from _unresolved(comparison.unresolved, naming)
        yield from _one_by_one(comparison, naming)
        wandered = [*_wandered(comparison.changes)]
        for old, new in wandered:
            places = [naming.holder(spot, is_new=is_new) for spot, is_new in ((new.spot, True), (old.spot, False))]
            if naming.sides:
                yield _Line(5, 0, f"{named(new.spot)} is at {places[1]} {naming.sides[0]}, at {places[0]} {naming.sides[1]}.")
            else:
                yield _Line(5, 0, f"{named(new.spot)} is now at {places[0]} instead of {places[1]}.")
        told_already = {id(one) for pair in wandered for one in pair}
        yield from _grouped((one for one in comparison.changes if id(one) not in told_already), naming)
    if comparison.lens is None:
        yield from (_Line(3, -_MATERIAL, told_figure(one, naming)) for one in figure_changes(comparison) if one.difference)


def _one_by_one(comparison: "Comparison", naming: Naming) -> Iterator[_Line]:
    """Changes with a sentence each; many of one kind share one."""
    several: dict[tuple[str, str, str], list[tuple[Row, Change]]] = {}
    for row in comparison.rows:
        for change in row.changes:
            if not (comparison.lens == "versions" and isinstance(change, ReadingChanged)):  # that lens tells of them itself
                several.setdefault(_alike(row, change), []).append((row, change))
    for (field, way, _), found in several.items():
        names = [naming.spot(row.spot, row.what, is_new=not row.old) for row, _ in found]
        if field == _FEELING and len(found) > _MANY:
            yield _Line(
                3, -len(found), f"{len(found)} readings stand {way} by 1 or more, though not known in the same way: {listed(names)}."
            )
        elif field and len(found) > _MANY:
            yield _Line(
                _rank(field), -len(found), f"{_ALIKE[way].format(field=worded(field)[:1].upper() + worded(field)[1:])} {listed(names)}."
            )
        else:
            for row, change in found:
                yield from _of_change(row, change, naming)


_MANY = 3
_FEELING = "feeling"
_ALIKE = {"gained": "{field}: now stated for", "lost": "{field}: no longer stated for", "changed": "{field}: another one for"}


def _alike(row: Row, change: Change) -> tuple[str, str, str]:
    """Field, way and class of changes that are told together where there are many; those that are told one by one have no field."""
    if isinstance(change, ReadingChanged) and not change.same_basis and abs(change.difference or 0) >= _MATERIAL:
        return _FEELING, "higher" if (change.difference or 0) > 0 else "lower", row.what
    name = getattr(change, "field", "")
    is_plain = isinstance(change, ValueChanged) and change.field not in _TIMES
    if not is_plain and not (isinstance(change, ReferenceChanged) and change.field in BOOKKEEPING):
        return "", "", row.spot.at
    before, after = (getattr(change, side) in (None, (), "") for side in ("before", "after"))
    return name, "lost" if after else "gained" if before else "changed", row.what


def _rank(field: str) -> int:
    return 2 if field in _FAILING else 12 if field.partition(".")[0] in BOOKKEEPING else 9


def _is_wandering(change: Change) -> bool:
    """A thing without an id at a touchpoint or stage: it may have gone from one to another."""
    return isinstance(change, Added | Removed) and not change.spot.id and "touchpoints[" in change.spot.at


def _wandered(changes: Sequence[Change]) -> Iterator[tuple[Removed, Added]]:
    """Equal things that are gone at one touchpoint and new at another, each used once."""
    gone: dict[object, list[Removed]] = {}
    for one in changes:
        if isinstance(one, Removed) and _is_wandering(one):
            gone.setdefault(one.value, []).append(one)
    for one in changes:
        if isinstance(one, Added) and _is_wandering(one) and gone.get(one.value):
            yield gone[one.value].pop(0), one


def _summary(rows: Sequence[Row], sides: tuple[str, str] | None) -> str:
    touchpoints = [one for one in rows if one.what == "Touchpoint"]
    if not touchpoints:
        counted = [one for one in rows if one.status != "unchanged"]
        return f"{plural('element', len(counted)).capitalize()} of {len(rows)} differ{'s' if len(counted) == 1 else ''}."
    same = sum(one.status == "unchanged" for one in touchpoints)
    matched = sum(one.method is not None and len(one.old) == len(one.new) == 1 for one in touchpoints)
    before, after = sum(len(one.old) for one in touchpoints), sum(len(one.new) for one in touchpoints)
    unchanged = "none" if not same else "all" if same == matched else str(same)
    first, second = sides or ("before", "after")
    return f"{plural('Touchpoint', before)} {first}, {after} {second}: {matched} {'is' if matched == 1 else 'are'} matched, {unchanged} of them unchanged."


def _readings(document: Portfolio | Journey) -> Iterator[str]:
    for journey in (document,) if isinstance(document, Journey) else document.journeys:
        for touchpoint in journey.touchpoints:
            yield from (one.basis for one in touchpoint.emotions)


def _bases(comparison: "Comparison", sides: tuple[str, str] | None) -> Iterator[_Line]:
    """Intended and measured feelings are never compared without saying so."""
    before, after = (set(_readings(one)) for one in (comparison.before, comparison.after))
    only_before, only_after = sorted(before - after), sorted(after - before)
    if "intended" in before ^ after and before and after:
        words = [
            f"{listed(found)} only {side}"
            for found, side in zip((only_before, only_after), sides or ("before", "after"), strict=True)
            if found
        ]
        yield _Line(0, 1, f"Feelings are not known in the same way on both sides: {', '.join(words)}.")


def _unresolved(rows: Sequence[Row], naming: Naming) -> Iterator[_Line]:
    if rows:
        names = [naming.spot(one.spot, one.what, is_new=not one.old) for one in rows]
        yield _Line(0, 2, f"{plural('element', len(rows)).capitalize()} could not be matched for sure: {listed(names)}.")


def _of_change(row: Row, change: Change, naming: Naming) -> Iterator[_Line]:
    """Changes that deserve a sentence of their own."""
    name = naming.spot(row.spot, row.what, is_new=not row.old)
    words = described(change, naming)
    match change:
        case ReferenceChanged(field="critical_moment", before=before, after=after):
            yield _Line(1, 0, f"The critical moment of {name} is another one: {_moments(change, before, after, naming)}.")
        case ValueChanged(field=field) if field in _FAILING:
            yield _Line(2, 0, f"{name}: {words}.")
        case ReadingChanged():
            yield _of_reading(name, change)
        case Split() | Merged():
            yield _Line(4, -2, f"{name}: {words}.")
        case ReferenceChanged(field="touchpoints") if row.what == "Activity":
            yield _Line(5, 0, f"{name} {_places(change, naming)}.")
        case ReferenceChanged(field=field) if field in _RESPONSIBLE and row.what in {"Touchpoint", "Activity", "Journey"}:
            yield _Line(6, 0, f"{name}: {words}.")
        case ValueChanged(field=field, difference=timedelta() as difference) if field in _TIMES:
            is_longer = difference > timedelta(0)
            times = f"{told(change.before)} → {told(change.after)}"
            yield _Line(7, -abs(difference.total_seconds()), _TIMES[field][is_longer].format(name=name, times=times))
        case Renamed() | Rekeyed() | Moved() | Added() | Removed():
            pass
        case ValueChanged(field=field) | ReferenceChanged(field=field):
            yield _Line(_rank(field), 0, f"{name}: {words}.")
        case _:
            yield _Line(9, 0, f"{name}: {words}.")


def _places(change: ReferenceChanged, naming: Naming) -> str:
    """Where an activity takes place now."""
    gained = listed([naming.target(change, one, True) for one in change.gained])
    lost = listed([naming.target(change, one, False) for one in change.lost])
    if naming.sides:
        held = [f"at {names} only {side}" for names, side in zip((lost, gained), naming.sides, strict=True) if names]
        return f"is {listed(held)}" if held else "has its touchpoints in another order"
    if gained and lost:
        return f"is now at {gained} instead of {lost}"
    return f"is now also at {gained}" if gained else f"is no longer at {lost}" if lost else "has its touchpoints in another order"


def _moments(change: ReferenceChanged, before: Any, after: Any, naming: Naming) -> str:
    sides = ((before, False), (after, True))
    return " → ".join(naming.target(change, one, is_new) if isinstance(one, str) else told(one) for one, is_new in sides)


def _of_reading(name: str, change: ReadingChanged) -> _Line:
    """Better and worse only beyond the margin of error, and only where both sides know it in the same way."""
    difference, words = change.difference, described(change)
    margin = margin_of(change.before, change.after)
    if difference is None or abs(difference) < _MATERIAL:
        if difference and margin is not None and not margin.is_shown:
            return _Line(8, -abs(difference), f"{name}: {words}; within the margin of error, so no demonstrable change.")
        return _Line(8, -abs(difference or 0), f"{name}: {words}.")
    size = signed(abs(difference))[1:]
    if margin is not None and not margin.is_shown:
        sentence = f"{name}: {words}; that is within the margin of error of ±{signed(margin.margin)[1:]}, so no demonstrable change."
        return _Line(8, -abs(difference), sentence)
    if change.same_basis:
        return _Line(3, -abs(difference), f"{name} feels {'better' if difference > 0 else 'worse'} by {size}: {words}.")
    higher = "higher" if difference > 0 else "lower"
    return _Line(3, -abs(difference), f"{name} stands {size} {higher}: {words}, which are not known in the same way.")


def _grouped(changes: Iterable[Change], naming: Naming) -> Iterator[_Line]:
    """What is new, gone, elsewhere or called otherwise, each class in one sentence."""
    held: dict[tuple[str, str], list[Change]] = {}
    for one in changes:
        if not (isinstance(one, Added | Removed) and one.candidates):
            held.setdefault((one.kind, one.what), []).append(one)
    words = {
        "added": (4, "new"),
        "removed": (4, "gone"),
        "moved": (5, "elsewhere"),
        "renamed": (10, "called otherwise"),
        "rekeyed": (11, "known by another id"),
    }
    for (kind, what), found in held.items():
        if kind not in words:
            continue
        rank, word = words[kind]
        names = [described(one) if isinstance(one, Renamed) and len(found) == 1 else _told(one, naming) for one in found]
        is_main = what in {"Touchpoint", "Journey", "Stage"}
        verb = "is" if len(found) == 1 else "are"
        if naming.sides and kind in {"added", "removed"}:
            word = f"there only {naming.sides[kind == 'added']}"
        yield _Line(rank if is_main else max(rank, 9), -len(found), f"{plural(what, len(found))} {verb} {word}: {listed(names)}.")


def _told(change: Change, naming: Naming) -> str:
    name = naming.spot(change.spot, change.what, is_new=change.old is None)
    if isinstance(change, Moved) and change.across:
        return f"{name} (now in {named(change.new_owner)})"
    return f"{change.before} → {change.after}" if isinstance(change, Rekeyed) else name


def table(rows: Iterable[Row], naming: Naming, *, unchanged: bool) -> tuple[tuple[str, ...], ...]:
    """Headings, then one line for each row that differs, or for all."""
    lines: list[tuple[str, ...]] = [_HEADINGS]
    for row in rows:
        if unchanged or row.status != "unchanged":
            score = f" {row.score:.2f}" if row.method == "similarity" and row.score is not None else ""
            before, after = (
                listed([f"{one.id}: {_title(one.title)}" if one.id else _title(one.title) for one in side]) for side in (row.old, row.new)
            )
            lines.append(
                (
                    row.what,
                    row.status,
                    before,
                    after,
                    f"{row.method or ''}{score}",
                    "; ".join(described(one, naming) for one in row.changes),
                )
            )
    return tuple(lines)


def _title(text: str) -> str:
    return told(text) if text else ""
