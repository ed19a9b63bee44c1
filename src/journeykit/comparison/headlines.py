"""The few sentences that matter most."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from attrs import frozen

from journeykit.model import Journey, Portfolio

from .changes import Added, Change, Merged, Moved, ReadingChanged, ReferenceChanged, Rekeyed, Removed, Renamed, Split, ValueChanged
from .feelings import margin_of
from .fields import BOOKKEEPING
from .figures import figure_changes
from .lenses import sees_whole
from .naming import Naming
from .rows import Row
from .runs_recognised import unresolved_in
from .sentences import lens_sentences, told_figure
from .words import chosen, described, listed, named, plural, told, unquoted, unsigned, worded

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["headlines", "initial"]

_MATERIAL = 1.0  # of valence
_RESPONSIBLE = frozenset({"owner", "responsible", "channels"})
_TIMES = frozenset({"duration", "wait_before", "tolerance"})
_IN_TIME = frozenset({"future", "versions"})
_ONE_BY_ONE = frozenset({"personas", "perception", "conformance"})
"""Lenses that say what one side lacks: what was not recognised may only look so."""
_FAILING = frozenset({"drop_off", "fail_point", "fail_point.probability", "fail_point.severity"})


@frozen(order=True)
class _Line:
    """A sentence with its rank (0 first) and, within it, its weight (heaviest first)."""

    rank: int
    lightness: float
    sentence: str


def headlines(comparison: "Comparison", limit: int, language: str | None = None) -> tuple[str, ...]:
    """The sentences that matter most, at most so many.

    What is compared and how sure that is comes first. Through a lens its answers follow; where both sides are one thing at two
    times, and without a lens, the differences do: the critical moment; what fails and where people leave; feelings that differ
    by one or more; what is new, gone, split or merged; places; owners and channels; time; other feelings and values; names.
    """
    naming = Naming.of(comparison, language)
    lines = [_Line(0, 3 + place, one) for place, one in enumerate(lens_sentences(comparison, naming))]
    if _follow(comparison):
        lines += _differences(comparison, naming)
    elif comparison.lens in _ONE_BY_ONE and not sees_whole(comparison):
        lines += _unresolved(_open(comparison), naming)
    if not lines and (not comparison.changes or sees_whole(comparison)):
        return (naming.words.nothing_differs,)[:limit]
    if comparison.changes and not sees_whole(comparison):
        lines.append(_Line(0, 0, _summary(comparison.rows, naming)))
    return tuple(dict.fromkeys(one.sentence for one in sorted(lines)))[:limit]


def _open(comparison: "Comparison") -> Sequence[Row]:
    is_run = comparison.lens == "conformance" and isinstance(comparison.before, Journey)
    return unresolved_in(comparison) if is_run else comparison.unresolved


def _follow(comparison: "Comparison") -> bool:
    """Whether the differences follow the answers of the lens: where both sides are one thing, or alike enough."""
    if comparison.lens is None or comparison.lens in _IN_TIME:
        return True
    alike = any(one.code == "CMP-03" and one.is_met for one in comparison.preconditions)
    return comparison.lens == "competitor" and alike


def _differences(comparison: "Comparison", naming: Naming) -> Iterator[_Line]:
    if comparison.changes:
        yield from _bases(comparison, naming)
        yield from _unresolved(comparison.unresolved, naming)
        yield from _one_by_one(comparison, naming)
        wandered = [*_wandered(comparison.changes, insights=comparison.lens in _IN_TIME)]
        for old, new in wandered:
            places = {"old": naming.holder(old.spot, is_new=False), "new": naming.holder(new.spot, is_new=True)}
            name, sides = named(new.spot, naming.words), naming.sides
            form = naming.words.wandered_sides if sides else naming.words.wandered
            first, second = sides or ("", "")
            yield _Line(5, 0, form.format(name=name, first=first, second=second, **places))
        told_already = {id(one) for pair in wandered for one in pair}
        yield from _grouped((one for one in comparison.changes if id(one) not in told_already), naming)
    if comparison.lens is None:
        yield from (_Line(3, -_MATERIAL, told_figure(one, naming)) for one in figure_changes(comparison) if one.difference)


def _one_by_one(comparison: "Comparison", naming: Naming) -> Iterator[_Line]:
    """Changes with a sentence each; many of one kind share one."""
    words = naming.words
    several: dict[tuple[str, str, str], list[tuple[Row, Change]]] = {}
    for row in comparison.rows:
        for change in row.changes:
            if not (comparison.lens == "versions" and isinstance(change, ReadingChanged)):  # that lens tells of them itself
                several.setdefault(_alike(row, change), []).append((row, change))
    for (field, way, _), found in several.items():
        names = [naming.spot(row.spot, row.what, is_new=row.is_new) for row, _ in found]
        if field and len(found) > _MANY:
            told_names = listed(names, words=words)
            if field == _FEELING:
                form, rank = words.readings_alike[way], 3
            else:
                form, rank = words.fields_alike[way], _rank(field)
            sentence = form.format(n=words.number(len(found)), field=initial(worded(field, words)), names=told_names)
            yield _Line(rank, -len(found), sentence)
        else:
            for row, change in found:
                yield from _of_change(row, change, naming)


_MANY = 3
_FEELING = "feeling"


def initial(text: str) -> str:
    """A text that begins with a capital."""
    return text[:1].upper() + text[1:]


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


def _is_wandering(change: Change, *, insights: bool) -> bool:
    """A thing without an id at a touchpoint or stage: it may have gone from one to another."""
    is_one = not change.spot.id or (insights and change.what == "Insight")
    return isinstance(change, Added | Removed) and is_one and "touchpoints[" in change.spot.at


def _wandered(changes: Sequence[Change], *, insights: bool) -> Iterator[tuple[Removed, Added]]:
    """Equal things that are gone at one touchpoint and new at another, each used once; pains among them where a lens follows these."""
    gone: dict[object, list[Removed]] = {}
    for one in changes:
        if isinstance(one, Removed) and _is_wandering(one, insights=insights):
            gone.setdefault(one.value, []).append(one)
    for one in changes:
        if isinstance(one, Added) and _is_wandering(one, insights=insights) and gone.get(one.value):
            yield gone[one.value].pop(0), one


def _summary(rows: Sequence[Row], naming: Naming) -> str:
    words = naming.words
    touchpoints = [one for one in rows if one.what == "Touchpoint"]
    if not touchpoints:
        count = sum(one.status != "unchanged" for one in rows)
        return words.counted(count, words.elements_differ_n, all=words.number(len(rows)))
    same = sum(one.status == "unchanged" for one in touchpoints)
    matched = sum(one.method is not None and len(one.old) == len(one.new) == 1 for one in touchpoints)
    counts = [plural("Touchpoint", sum(len(one.old) for one in touchpoints), words), words.number(sum(len(one.new) for one in touchpoints))]
    unchanged = words.none_unchanged if not same else words.all_unchanged if same == matched else words.number(same)
    before, after = naming.sides or (words.before, words.after)
    return words.counted(matched, words.summary_n, first=counts[0], second=counts[1], before=before, after=after, same=unchanged)


def _readings(document: Portfolio | Journey) -> Iterator[str]:
    for journey in (document,) if isinstance(document, Journey) else document.journeys:
        for touchpoint in journey.touchpoints:
            yield from (one.basis for one in touchpoint.emotions)


def _bases(comparison: "Comparison", naming: Naming) -> Iterator[_Line]:
    """Intended and measured feelings are never compared without saying so."""
    words = naming.words
    before, after = (set(_readings(one)) for one in (comparison.before, comparison.after))
    only = sorted(before - after), sorted(after - before)
    if "intended" in before ^ after and before and after:
        parts = [
            words.known_only.format(names=listed([chosen(one, words) for one in found], words=words), side=side)
            for found, side in zip(only, naming.sides or (words.before, words.after), strict=True)
            if found
        ]
        yield _Line(0, 1, words.known_otherwise.format(words=words.separator.join(parts)))


def _unresolved(rows: Sequence[Row], naming: Naming) -> Iterator[_Line]:
    words = naming.words
    if rows:
        names = [naming.spot(one.spot, one.what, is_new=one.is_new) for one in rows]
        yield _Line(0, 2, words.counted(len(rows), words.unresolved_n, names=listed(names, words=words)))


def _of_change(row: Row, change: Change, naming: Naming) -> Iterator[_Line]:
    """Changes that deserve a sentence of their own."""
    words = naming.words
    name = naming.spot(row.spot, row.what, is_new=row.is_new)
    remark = words.remark.format(name=name, words=described(change, naming))
    match change:
        case ReferenceChanged(field="critical_moment", before=before, after=after):
            yield _Line(1, 0, words.critical_moment.format(name=name, change=_moments(change, before, after, naming)))
        case ValueChanged(field=field) if field in _FAILING:
            yield _Line(2, 0, remark)
        case ReadingChanged():
            yield _of_reading(name, change, naming)
        case Split() | Merged():
            yield _Line(4, -2, remark)
        case ReferenceChanged(field="touchpoints") if row.what == "Activity":
            yield _Line(5, 0, _places(name, change, naming))
        case ReferenceChanged(field=field) if field in _RESPONSIBLE and row.what in {"Touchpoint", "Activity", "Journey"}:
            yield _Line(6, 0, remark)
        case ValueChanged(field=field, difference=timedelta() as difference) if field in _TIMES:
            times = f"{told(change.before, words)}{words.arrow}{told(change.after, words)}"
            form = words.times[field][difference > timedelta(0)]
            yield _Line(7, -abs(difference.total_seconds()), form.format(name=name, times=times))
        case Renamed() | Rekeyed() | Moved() | Added() | Removed():
            pass
        case ValueChanged(field=field) | ReferenceChanged(field=field):
            yield _Line(_rank(field), 0, remark)
        case _:
            yield _Line(9, 0, remark)


def _places(name: str, change: ReferenceChanged, naming: Naming) -> str:
    """Where an activity takes place now."""
    words = naming.words
    gained = listed([naming.target(change, one, True) for one in change.gained], words=words)
    lost = listed([naming.target(change, one, False) for one in change.lost], words=words)
    if naming.sides and (gained or lost):
        held = [
            words.activity_only.format(names=names, side=side) for names, side in zip((lost, gained), naming.sides, strict=True) if names
        ]
        return words.activity_sides.format(name=name, places=listed(held, words=words))
    forms = {
        (True, True): words.activity_instead, (True, False): words.activity_also, (False, True): words.activity_no_longer,
        (False, False): words.activity_order,
    }  # fmt: skip
    return forms[bool(gained), bool(lost)].format(name=name, new=gained, old=lost)


def _moments(change: ReferenceChanged, before: Any, after: Any, naming: Naming) -> str:
    words = naming.words
    sides = ((before, False), (after, True))
    return words.arrow.join(naming.target(change, one, is_new) if isinstance(one, str) else told(one, words) for one, is_new in sides)


def _of_reading(name: str, change: ReadingChanged, naming: Naming) -> _Line:
    """Better and worse only beyond the margin of error, and only where both sides know it in the same way."""
    words = naming.words
    difference, change_told = change.difference, described(change, naming)
    margin = margin_of(change.before, change.after)
    nothing = words.no_change if naming.sides is None else words.no_difference
    facts = {"name": name, "words": change_told, "size": unsigned(difference or 0, words), "nothing": nothing}
    is_chance = margin is not None and not margin.is_shown
    if difference is None or abs(difference) < _MATERIAL:
        form = words.reading_within if difference and is_chance else words.remark
        return _Line(8, -abs(difference or 0), form.format(**facts))
    if margin is not None and is_chance:
        return _Line(8, -abs(difference), words.reading_within_margin.format(**facts, margin=unsigned(margin.margin, words)))
    if change.same_basis:
        form = words.reading_better if difference > 0 else words.reading_worse
    else:
        form = words.reading_higher if difference > 0 else words.reading_lower
    return _Line(3, -abs(difference), form.format(**facts))


def _grouped(changes: Iterable[Change], naming: Naming) -> Iterator[_Line]:
    """What is new, gone, elsewhere or called otherwise, each class in one sentence."""
    held: dict[tuple[str, str], list[Change]] = {}
    for one in changes:
        if not (isinstance(one, Added | Removed) and one.candidates):
            held.setdefault((one.kind, one.what), []).append(one)
    words = naming.words
    for (kind, what), found in held.items():
        if kind not in _RANKS:
            continue
        names = [described(one, naming) if isinstance(one, Renamed) and len(found) == 1 else _told(one, naming) for one in found]
        facts = {"things": plural(what, len(found), words), "names": listed(names, words=words)}
        form = words.grouped_n[kind]
        if naming.sides and kind in {"added", "removed"}:
            form, facts = words.grouped_only_n, facts | {"side": naming.sides[kind == "added"]}
        rank = _RANKS[kind] if what in {"Touchpoint", "Journey", "Stage"} else max(_RANKS[kind], 9)
        yield _Line(rank, -len(found), words.counted(len(found), form, **facts))


_RANKS = {"added": 4, "removed": 4, "moved": 5, "renamed": 10, "rekeyed": 11}


def _told(change: Change, naming: Naming) -> str:
    words = naming.words
    name = naming.spot(change.spot, change.what, is_new=change.old is None)
    if isinstance(change, Moved) and change.across:
        return words.now_in.format(name=name, stage=named(change.new_owner, words))
    return words.arrow.join(unquoted(one, words) for one in (change.before, change.after)) if isinstance(change, Rekeyed) else name
