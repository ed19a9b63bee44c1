"""Findings that a program can put right: safe fixes lose nothing and say nothing new; the others are only proposed."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, Final, cast

from attrs import NOTHING, evolve, fields, frozen

from journeykit.edit import remove, update
from journeykit.errors import JourneykitError, parse_where
from journeykit.model import Channel, Checked, Element, Elements, Journey, Portfolio, Ref, Stage, Touchpoint, references, rewritten
from journeykit.rules import Finding, one_spelling

__all__ = ["FIXABLE", "PROPOSED", "Fixed", "fixed"]

_ACTORS: Final = frozenset({"actor", "persona", "owner", "system"})
Fix = Callable[[Portfolio, Finding], Portfolio]


@frozen
class Fixed:
    """A portfolio in which findings were put right, and those findings."""

    portfolio: Portfolio
    findings: tuple[Finding, ...]


def fixed(book: Portfolio, findings: Iterable[Finding], *, unsafe: bool = False, among: Iterable[Finding] = ()) -> Fixed:
    """The portfolio in which all findings are put right that can be; a fix that would break something is left out.

    Args:
        book: what was checked.
        findings: of the check.
        unsafe: also by changes that somebody has to judge.
        among: all findings of the check, where `findings` are only some of them.

    Example:
        >>> from journeykit.model import Journey, Stage, Touchpoint
        >>> from journeykit.rules import check
        >>> book = Portfolio.of(Journey("I buy", stages=[Stage("Buy", [Touchpoint("Asks", counterparts="seller")])]))
        >>> done = fixed(book, check(book, profile="workshop"))
        >>> [one.code for one in done.findings], done.portfolio.journeys[0].participants
        (['STR-10'], ('seller',))
    """
    findings = tuple(findings)
    every = tuple(among) or findings
    joining = [one for one in findings if one.code == "STR-10"]
    book, done = _with_participants(book, joining)
    joined = frozenset(done)
    for one in findings:
        if one in joined:
            continue
        fix = FIXABLE.get(one.code) or (PROPOSED.get(one.code) if unsafe else None)
        if fix is None:
            continue
        try:
            after = fix(book, one) if one.code != "STR-14" else _unified(book, one, _alike(one, every, losing=unsafe), losing=unsafe)
        except (JourneykitError, LookupError):  # an earlier fix took away what this one is about, or the change would not be valid
            continue
        if after != book:
            book = after
            done.append(one)
    return Fixed(book, tuple(done))


def _path(where: str) -> tuple[tuple[str, str | int | None], ...]:
    return parse_where(where)


def _at(value: Any, path: Collection[tuple[str, str | int | None]], change: Callable[[Any], Any]) -> Any:
    """A value with another part below it; the path leads to that part."""
    if not path:
        return change(value)
    (name, key), *rest = path
    held = getattr(value, name)
    if key is None:
        return evolve(value, **{name: _at(held, rest, change)})
    place = held.position(key) if isinstance(held, Elements) and isinstance(key, str) else int(key)
    items = list(held)
    items[place] = _at(items[place], rest, change)
    return evolve(value, **{name: tuple(items)})


def _with_participants(book: Portfolio, findings: Sequence[Finding]) -> tuple[Portfolio, list[Finding]]:
    """All participants at once: each change of a portfolio takes a look at all of it. Nothing where one of them does not fit."""
    joining: dict[str, list[str]] = {}
    for one in findings:
        (journey, _), (who, _) = one.anchors
        joining.setdefault(journey, []).append(who)
    if not joining.keys() <= set(book.journeys.ids):
        return book, []
    journeys = [evolve(one, participants=(*one.participants, *joining[one.id])) if one.id in joining else one for one in book.journeys]
    try:
        return (evolve(book, journeys=tuple(journeys)), list(findings)) if joining else (book, [])
    except JourneykitError:
        return book, []


def _with_participant(book: Portfolio, finding: Finding) -> Portfolio:
    after, _ = _with_participants(book, [finding])
    return after


def _by_time(book: Portfolio, finding: Finding) -> Portfolio:
    """The touchpoints of a run in order of time within each stage, and its stages by their beginnings, if that puts them all in order."""

    def ordered(journey: Journey) -> Journey:
        stages = [evolve(one, touchpoints=_sorted(one.touchpoints, _when)) for one in journey.stages]
        after = evolve(journey, stages=_sorted(stages, _begins))
        times = [at for one in after.touchpoints if (at := _when(one)) is not None]
        return after if times == sorted(times) else journey

    return _whole(_at(book, _path(finding.where)[:1], ordered))


def _whole(book: Any) -> Portfolio:
    assert isinstance(book, Portfolio)  # noqa: S101  # the paths of findings begin in the portfolio
    return book


def _when(one: Touchpoint) -> datetime | None:
    return one.started or one.ended


def _begins(one: Stage) -> datetime | None:
    return next((at for inner in one.touchpoints if (at := _when(inner)) is not None), None)


def _sorted(several: Iterable[Any], when: Callable[[Any], datetime | None]) -> tuple[Any, ...]:
    """In order of time; what has no time stays behind what it followed."""
    groups: list[tuple[datetime | None, list[Any]]] = [(None, [])]
    for one in several:
        at = when(one)
        if at is None:
            groups[-1][1].append(one)
        else:
            groups.append((at, [one]))
    head, *rest = groups
    return (*head[1], *(one for _, held in sorted(rest, key=lambda group: cast("datetime", group[0])) for one in held))


def _kinds(finding: Finding) -> frozenset[str]:
    section = str(_path(finding.where)[0][0])
    return _ACTORS if section in {"personas", "owners", "systems", "actors"} else frozenset({"channel"})


def _alike(finding: Finding, findings: Iterable[Finding], *, losing: bool) -> frozenset[str]:
    """All keys that look the same as those of the finding: each finding compares another one with the same key."""
    same = (
        one
        for one in findings
        if one.code == finding.code
        and one.anchors[-1] == finding.anchors[-1]
        and _kinds(one) == _kinds(finding)
        and (losing or _is_spelling(one))
    )
    return frozenset(key for one in (finding, *same) for key, _ in one.anchors)


def _is_spelling(finding: Finding) -> bool:
    """Whether two names are surely one, and not two that only look alike."""
    (_, one), (_, other) = finding.anchors
    return one_spelling(one, other)


def _unified(book: Portfolio, finding: Finding, alike: Collection[str], *, losing: bool) -> Portfolio:
    """One element in the place of two with almost the same name.

    Safe only where they are two spellings of one name, and where the second says nothing that the first does not.
    """
    (gone, _), (kept, _) = finding.anchors
    if not losing and not _is_spelling(finding):
        return book
    kinds = _kinds(finding)
    first, second = _element(book, kinds, kept), _element(book, kinds, gone)
    if second is not None and not losing and (first is None or not _says_nothing_new(first, second)):
        return book
    if first is None and second is None:
        return _spelled(book, gone, kept, alike)
    after = _pointed(book, kinds, gone, kept)
    return after if second is None else remove(after, gone)


def _spelled(book: Portfolio, gone: str, kept: str, alike: Collection[str]) -> Portfolio:
    """One spelling for two of a channel that is not declared: a declared id, else the most frequent, else the first.

    Stray spaces are no spelling of their own, so the spelling may be one that nobody wrote yet.
    """
    written = [key for _, _, ref, key in references(book) if ref.kind == "channel" and key in alike]
    amounts = Counter(" ".join(key.split()) for key in written)
    best = max(amounts, key=lambda one: (one in book.channels.ids, amounts[one]), default=kept)
    moved = {gone} if best != gone and best in written else {gone, kept}
    for key in sorted(moved - {best}):
        book = _pointed(book, frozenset({"channel"}), key, best)
    return book


def _pointed(book: Portfolio, kinds: frozenset[str], gone: str, kept: str) -> Portfolio:
    """All references to one key lead to another; a list that names both names it once."""

    def visit(owner: Checked, name: str, ref: Ref, written: str) -> str | None:
        if ref.kind not in kinds or written != gone:
            return written
        held = getattr(owner, name)
        return None if isinstance(held, tuple) and kept in held else kept

    return rewritten(book, visit)


def _element(book: Portfolio, kinds: frozenset[str], key: str) -> Element | None:
    held: Iterable[Element] = book.channels if "channel" in kinds else book.every_actor()
    return next((one for one in held if one.id == key), None)


def _says_nothing_new(first: Element, second: Element) -> bool:
    label = "name" if isinstance(second, Channel) else second._title_field  # noqa: SLF001  # what the class calls its name
    if type(first) is not type(second):
        return False
    for one in fields(type(second)):
        if not one.init or one.name in {"id", label}:
            continue
        value = getattr(second, one.name)
        default = one.default.factory() if hasattr(one.default, "factory") else one.default
        if default is not NOTHING and value not in (default, (), None) and value != getattr(first, one.name):
            return False
    return True


def _without_allowance(book: Portfolio, finding: Finding) -> Portfolio:
    written = finding.anchors[-1][0]
    path = _path(finding.where)
    return _whole(_at(book, path[:-1], lambda one: evolve(one, allow={key: why for key, why in one.allow.items() if key != written})))


def _basis(basis: str) -> Fix:
    return lambda book, finding: _whole(_at(book, _path(finding.where), lambda one: evolve(one, basis=basis)))


def _without_stage(book: Portfolio, finding: Finding) -> Portfolio:
    return remove(book, finding.anchors[0][0])


def _in_outer_ring(book: Portfolio, finding: Finding) -> Portfolio:
    return update(book, finding.anchors[0][0], ring=2)


FIXABLE: Final[dict[str, Fix]] = {
    "STR-10": _with_participant,
    "STR-12": _by_time,
    "STR-14": lambda book, finding: _unified(book, finding, _alike(finding, (), losing=False), losing=False),
    "CHK-01": _without_allowance,
}
"""Safe fixes, by code."""

PROPOSED: Final[dict[str, Fix]] = {
    "STR-02": _without_stage,
    "EVD-08": _basis("assumed"),
    "EVD-09": _basis("intended"),
    "BLU-09": _in_outer_ring,
}
"""Fixes that say something new or lose something, by code: they are shown, never applied by themselves."""
