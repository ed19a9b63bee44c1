"""A report as people read it in a terminal: the findings of each rule together, the worst rules first."""

from collections import Counter
from collections.abc import Callable, Iterable
from textwrap import wrap
from typing import Final

from ._finding import SEVERITIES, Finding, several
from ._remarks import Remark
from ._report import Report
from ._rule import Rule

_FEW: Final = 4
_WIDTH: Final = 100
_COLOURS: Final = {"error": "31", "warning": "33", "info": "36", "bold": "1", "faint": "2"}
Paint = Callable[[str, str], str]


def _painted(text: str, colour: str) -> str:
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m"


def _plain(text: str, _colour: str) -> str:
    return text


def printable(text: str) -> str:
    """A text that cannot drive a terminal."""
    return text if text.isprintable() else "".join(one if one.isprintable() else " " for one in text)


def grouped(report: Report, *, colour: bool = False) -> str:
    """The findings of each rule under its name, each on a line that begins with its place, and what to do; then how many there are.

    Args:
        report: of a check.
        colour: with the escape sequences of terminals.
    """
    paint: Paint = _painted if colour else _plain
    groups: dict[tuple[int, str], list[Finding]] = {}
    for one in report:
        groups.setdefault((SEVERITIES.index(one.severity), one.code), []).append(one)
    parts = [_group(held, paint) for _, held in sorted(groups.items(), key=lambda group: group[0][0])]
    return "\n\n".join([*parts, summary(report)]) + "\n"


def _group(held: list[Finding], paint: Paint) -> str:
    first = held[0]
    rows = [f"{paint(first.severity, first.severity)} {paint(first.code, 'bold')} {first.name}"]
    rows += [f"  {paint(printable(place), 'faint')}  {printable(one.message)}" for one in held if (place := one.place or one.where)]
    rows += [f"  {printable(one.message)}" for one in held if not (one.place or one.where)]
    return "\n".join([*rows, *(f"  → {fix}" for fix in dict.fromkeys(one.fix for one in held) if fix)])


def summary(report: Report) -> str:
    """How many findings there are.

    Example:
        >>> summary(Report())
        'No findings in profile draft.'
    """
    found = report.counts()
    parts = [several(found[one], one, "info" if one == "info" else "") for one in SEVERITIES if found[one]]
    return f"{', '.join(parts) or 'No findings'} in profile {printable(report.profile)}."


def statistics(report: Report) -> str:
    """How many findings each rule has, the most first; where files have several profiles, those of each severity."""
    found = Counter((one.code, one.severity, one.name) for one in report)
    held = sorted(found.items(), key=lambda one: (-one[1], SEVERITIES.index(one[0][1])))
    rows = [(str(amount), *one) for one, amount in held]
    wide = [max((len(row[at]) for row in rows), default=0) for at in range(3)]
    lines = [f"{row[0]:>{wide[0]}}  {row[1]:<{wide[1]}}  {row[2]:<{wide[2]}}  {row[3]}" for row in rows]
    return "\n".join([*lines, summary(report)]) + "\n"


def explained(rule: Rule | Remark) -> str:
    """All that a rule says of itself, or what the checker says of allowances, settings and files."""
    if isinstance(rule, Remark):
        rows = [f"{rule.code} {rule.name}  ({rule.severity}, always)", ""]
        return "\n".join([*rows, *_section("Why it matters", [rule.why]), *_section("How to fix", [rule.fix])]).rstrip("\n") + "\n"
    doc = rule.doc
    levels = ", ".join(
        f"{severity} from {level} on" if level != "any" else f"{severity}, always" for level, severity in rule.levels.items()
    )
    rows = [f"{rule.code} {rule.name}  ({levels})", "", doc.what, ""]
    rows += _section("Why it matters", [doc.why])
    rows += _section(
        "Settings", [line for name, value in rule.settings.items() for line in _setting(name, value, doc.settings.get(name, ""))]
    )
    rows += _section("Fails", doc.fails.split("\n")) + _section("Passes", doc.passes.split("\n"))
    rows += _section("How to fix", [doc.fix]) + _section("Source", [doc.source])
    if rule.needs_today:
        rows += ["It asks for today's date.", ""]
    return "\n".join(rows).rstrip("\n") + "\n"


def _setting(name: str, value: object, doc: str) -> list[str]:
    """A setting with its default; a long list of texts below it."""
    if not isinstance(value, tuple) or len(value) <= _FEW:
        return [f"{name} = {list(value) if isinstance(value, tuple) else value!r}: {doc}"]
    lines = wrap(", ".join(map(str, value)), _WIDTH, break_long_words=False, break_on_hyphens=False)
    return [f"{name} = {len(value)} texts: {doc}", *(f"    {one}" for one in lines)]


def _section(name: str, lines: Iterable[str]) -> list[str]:
    held = [f"  {one}" for one in lines if one]
    return [f"{name}:", *held, ""] if held else []
