"""Findings that people accept: `allow: {rule: reason}` on an element covers the element and all that stands in it."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from journeykit.errors import ConversionError, nearest, parse_where, step
from journeykit.model import Element

from ._facts import BookFacts
from ._finding import Finding, Hit, Spot
from ._settings import Known

Found = tuple[Finding, tuple[str, ...]]
"""A finding, and the model paths of the other elements that it names."""

_SECTIONS = ("personas", "owners", "systems", "actors", "relations", "channels", "sources", "kpis", "goals", "actions")


@frozen
class Allowance:
    """One rule accepted at one element: the rule as written, and its code where there is such a rule."""

    spot: Spot
    written: str
    code: str
    reason: str


def _elements(facts: BookFacts) -> Iterator[tuple[Element, Spot]]:
    for at in facts.journeys:
        yield at.journey, at.spot
        yield from ((one.stage, one.spot) for one in at.stages)
        yield from ((one.touchpoint, one.spot) for one in at.columns)
        yield from ((one.activity, one.spot) for one in at.activities)
    yield from ((one.insight, one.spot) for one in facts.insights)
    yield from ((one.opportunity, one.spot) for one in facts.opportunities)
    for name in _SECTIONS:
        for held in getattr(facts.book, name):
            if held.allow:
                yield held, facts.spot_in(name, held)


def allowances(facts: BookFacts, known: Known) -> dict[str, list[Allowance]]:
    """All that is accepted, by the model path of the element."""
    found: dict[str, list[Allowance]] = {}
    for element, spot in _elements(facts):
        for written, reason in element.allow.items():
            rule = known.find(written)
            found.setdefault(spot.where, []).append(Allowance(spot, written, rule.code if rule else "", reason))
    return found


def _above(where: str) -> Iterator[str]:
    """The path itself and every path around it, the nearest first."""
    try:
        parts = parse_where(where)
    except ConversionError:  # a rule of somebody's own may say what it likes
        parts = ()
    steps = [step(name, key) for name, key in parts]
    for end in range(len(steps), 0, -1):
        yield ".".join(steps[:end])


def _named(where: str) -> Iterator[str]:
    """The element that a path of a finding's other spots leads to: the path itself, and what is around it up to the first with a key."""
    for path in _above(where):
        yield path
        if path.endswith("]"):
            return


def without_allowed(findings: Iterable[Found], held: dict[str, list[Allowance]]) -> tuple[list[Finding], set[tuple[str, str]]]:
    """The findings that nobody accepted, and the (path, code) pairs of those allowances that were needed.

    Where a finding is about several elements, it is accepted at any of them.
    """
    if not held:
        return [one for one, _ in findings], set()
    kept: list[Finding] = []
    used: set[tuple[str, str]] = set()
    for one, others in findings:
        covering = [(path, one.code) for path in _above(one.where) if _allows(held, path, one.code)][:1]
        covering += [(path, one.code) for other in others for path in _named(other) if _allows(held, path, one.code)]
        used.update(covering)
        if not covering:
            kept.append(one)
    return kept, used


def _allows(held: dict[str, list[Allowance]], path: str, code: str) -> bool:
    return any(one.code == code for one in held.get(path, ()))


def idle(held: dict[str, list[Allowance]], used: set[tuple[str, str]], judged: Iterable[str], known: Known) -> Iterator[tuple[str, Hit]]:
    """Allowances that name no rule, that say no reason, and those of rules that found nothing there, each with the code that says so.

    Args:
        held: all allowances.
        used: those that were needed.
        judged: codes of the rules that ran with all that they ask in any profile.
        known: the rules that may be named.
    """
    done = set(judged)
    for path, several in held.items():
        for one in several:
            if not one.code:
                near = nearest(one.written, known.by_key)
                hint = f" Did you mean {near!r}?" if near else ""
                yield "CHK-02", Hit(one.spot.at("allow"), f"{one.spot} allows {one.written[:40]!r}, and no rule is called so.{hint}")
            elif not one.reason.strip():
                yield "CHK-05", Hit(one.spot.at("allow"), f"{one.spot} allows {one.written} and does not say why.")
            if one.code in done and (path, one.code) not in used:
                yield (
                    "CHK-01",
                    Hit(one.spot.at("allow"), f"{one.spot} allows {one.written}, which finds nothing there.", (Spot("", one.written, ""),)),
                )
