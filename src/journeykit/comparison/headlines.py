"""The few sentences that matter most, and the table of all rows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from attrs import frozen

from journeykit.model import Journey, Portfolio

from .changes import Added, Change, Merged, Moved, ReadingChanged, ReferenceChanged, Rekeyed, Removed, Renamed, Split, ValueChanged
from .rows import Row
from .words import described, listed, named, plural, signed, told

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["headlines", "table"]

_MATERIAL = 1.0  # of valence
_RESPONSIBLE = frozenset({"owner", "responsible", "channels"})
_TIMES = frozenset({"duration", "wait_before", "tolerance"})
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

    In this order: what is compared and how sure that is; the critical moment; what fails and where people leave; feelings
    that differ by one or more; what is new, gone, split or merged; places; owners and channels; time; other feelings and
    values; names.
    """
    if not comparison.changes:
        return ("Nothing differs.",)
    lines = [_Line(0, 0, _summary(comparison.rows)), *_bases(comparison), *_unresolved(comparison.unresolved)]
    for row in comparison.rows:
        for change in row.changes:
            lines += _of_change(row, change)
    lines += _grouped(comparison.changes)
    return tuple(one.sentence for one in sorted(lines)[:limit])


def _summary(rows: Sequence[Row]) -> str:
    touchpoints = [one for one in rows if one.what == "Touchpoint"]
    if not touchpoints:
        counted = [one for one in rows if one.status != "unchanged"]
        return f"{plural('element', len(counted)).capitalize()} of {len(rows)} differ{'s' if len(counted) == 1 else ''}."
    same = sum(one.status == "unchanged" for one in touchpoints)
    matched = sum(one.method is not None and len(one.old) == len(one.new) == 1 for one in touchpoints)
    before, after = sum(len(one.old) for one in touchpoints), sum(len(one.new) for one in touchpoints)
    return f"{plural('Touchpoint', before)} before, {after} after: {matched} are matched, {same} of them unchanged."


def _readings(document: Portfolio | Journey) -> Iterator[str]:
    for journey in (document,) if isinstance(document, Journey) else document.journeys:
        for touchpoint in journey.touchpoints:
            yield from (one.basis for one in touchpoint.emotions)


def _bases(comparison: "Comparison") -> Iterator[_Line]:
    """Intended and measured feelings are never compared without saying so."""
    before, after = (set(_readings(one)) for one in (comparison.before, comparison.after))
    only_before, only_after = sorted(before - after), sorted(after - before)
    if "intended" in before ^ after and before and after:
        words = [f"{listed(found)} only {side}" for found, side in ((only_before, "before"), (only_after, "after")) if found]
        yield _Line(0, 1, f"Feelings are not known in the same way on both sides: {', '.join(words)}.")


def _unresolved(rows: Sequence[Row]) -> Iterator[_Line]:
    if rows:
        yield _Line(
            0, 2, f"{plural('element', len(rows)).capitalize()} could not be matched for sure: {listed([named(one.spot) for one in rows])}."
        )


def _of_change(row: Row, change: Change) -> Iterator[_Line]:
    """Changes that deserve a sentence of their own."""
    name = named(row.spot)
    match change:
        case ReferenceChanged(field="critical_moment"):
            yield _Line(1, 0, f"The critical moment of {name} is another one: {told(change.before)} → {told(change.after)}.")
        case ValueChanged(field=field) if field in _FAILING:
            yield _Line(2, 0, f"{name}: {described(change)}.")
        case ReadingChanged(difference=float() | int() as difference) if abs(difference) >= _MATERIAL:
            size = signed(abs(difference))[1:]
            if change.same_basis:
                sentence = f"{name} feels {'better' if difference > 0 else 'worse'} by {size}: {described(change)}."
            else:
                sentence = f"{name} stands {size} {'higher' if difference > 0 else 'lower'}: {described(change)}, which are not known in the same way."
            yield _Line(3, -abs(difference), sentence)
        case Split() | Merged():
            yield _Line(4, -2, f"{name}: {described(change)}.")
        case ReferenceChanged(field=field) if field in _RESPONSIBLE and row.what in {"Touchpoint", "Activity", "Journey"}:
            yield _Line(6, 0, f"{name}: {described(change)}.")
        case ValueChanged(field=field, difference=timedelta() as difference) if field in _TIMES:
            longer = "longer" if difference > timedelta(0) else "shorter"
            yield _Line(7, -abs(difference.total_seconds()), f"{name} is {longer}: {described(change)}.")
        case ReadingChanged():
            yield _Line(8, -abs(change.difference or 0), f"{name}: {described(change)}.")
        case Renamed() | Rekeyed() | Moved() | Added() | Removed():
            pass
        case _:
            yield _Line(9, 0, f"{name}: {described(change)}.")


def _grouped(changes: Iterable[Change]) -> Iterator[_Line]:
    """Changes that are told together."""
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
        names = [described(one) if isinstance(one, Renamed) and len(found) == 1 else _told(one) for one in found]
        is_main = what in {"Touchpoint", "Journey", "Stage"}
        verb = "is" if len(found) == 1 else "are"
        yield _Line(rank if is_main else max(rank, 9), -len(found), f"{plural(what, len(found))} {verb} {word}: {listed(names)}.")


def _told(change: Change) -> str:
    if isinstance(change, Moved) and change.across:
        return f"{named(change.spot)} (now in {named(change.new_owner)})"
    return f"{change.before} → {change.after}" if isinstance(change, Rekeyed) else named(change.spot)


def table(rows: Iterable[Row], *, unchanged: bool) -> tuple[tuple[str, ...], ...]:
    """Headings, then one line for each row that differs, or for all."""
    lines: list[tuple[str, ...]] = [_HEADINGS]
    for row in rows:
        if unchanged or row.status != "unchanged":
            score = f" {row.score:.2f}" if row.method == "similarity" and row.score is not None else ""
            before, after = (listed([f"{one.id}: {_title(one.title)}" for one in side]) for side in (row.old, row.new))
            lines.append((row.what, row.status, before, after, f"{row.method or ''}{score}", "; ".join(map(described, row.changes))))
    return tuple(lines)


def _title(text: str) -> str:
    return told(text) if text else ""
