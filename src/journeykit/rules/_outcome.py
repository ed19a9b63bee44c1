"""What comes of running rules: their findings, and what is wrong with rules of other packages, which never stop the others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from journeykit.errors import Problem, shown

from ._allow import Found
from ._catalogue import faulty_packages
from ._finding import SEVERITIES, Finding, Hit, Spot
from ._plan import Planned
from ._report import NotRun
from ._rule import Rule, Subject

_HOUSE = f"{__name__.partition('.')[0]}."


@frozen
class Outcome:
    """What came of it.

    Attributes:
        found: findings, each with the paths of the other elements that it names.
        ran: codes of the rules that ran.
        skipped: the others, each with the reason.
        broken: what is wrong with rules of other packages.
    """

    found: tuple[Found, ...]
    ran: tuple[str, ...]
    skipped: tuple[NotRun, ...]
    broken: tuple[Problem, ...]

    @property
    def told(self) -> dict[str, Any]:
        """What a report says of it besides the findings."""
        return {"ran": self.ran, "not_run": self.skipped, "broken": self.broken}


def outcome_of(planned: Iterable[Planned], subjects: Mapping[Subject, Sequence[Any]], today: date | None) -> Outcome:
    """Run each rule once for each of its subjects."""
    found: list[Found] = []
    ran: list[str] = []
    skipped: list[NotRun] = []
    broken = [*faulty_packages()]
    for one in planned:
        if one.rule.needs_today and today is None:
            skipped.append(NotRun(one.rule.code, one.rule.name, "it asks for today's date, and none was given"))
        elif _module(one.rule).startswith(_HOUSE):
            found += (_found(one, hit) for subject in subjects[one.rule.of] for hit in one.rule.function(subject, **one.settings))
            ran.append(one.rule.code)
        else:
            try:
                found += [_found(one, hit) for subject in subjects[one.rule.of] for hit in _hits(one, subject)]
                ran.append(one.rule.code)
            except Exception as error:  # noqa: BLE001  # a rule of somebody's own may do anything
                broken.append(_fault(one.rule, error))
                skipped.append(NotRun(one.rule.code, one.rule.name, "it failed"))
    return Outcome(tuple(found), tuple(ran), tuple(skipped), tuple(broken))


def _hits(planned: Planned, subject: Any) -> Iterator[Hit]:
    """What a rule of another package says, each a hit whose parts are what they should be."""
    given: Iterable[Any] = planned.rule.function(subject, **planned.settings)  # Any: nobody promised that it gives hits
    for hit in given:
        if not (isinstance(hit, Hit) and hit.severity in {None, *SEVERITIES} and all(isinstance(one, str) for one in _texts(hit))):
            message = f"it gave what is no Hit with a spot and a sentence: {shown(hit)}"
            raise TypeError(message)
        yield hit


def _texts(hit: Hit) -> Iterator[Any]:
    yield from (hit.message, hit.fix)
    spots: tuple[Any, ...] = (hit.spot, *hit.also)  # Any: as above
    for one in spots:
        yield from (one.where, one.id, one.title) if isinstance(one, Spot) else (None,)


def _module(rule: Rule) -> str:
    return getattr(rule.function, "__module__", None) or "?"


def _fault(rule: Rule, error: Exception) -> Problem:
    package = _module(rule).partition(".")[0]
    return Problem(
        f"The rule {rule.code} {rule.name} of the package {package!r} failed.",
        got=f"{type(error).__name__}: {shown(str(error))}",
        hint=f"mend it, or leave it out: --ignore {rule.code}; the other rules ran",
    )


def _found(planned: Planned, hit: Hit) -> Found:
    one, doc = planned.rule, planned.rule.doc
    finding = Finding(
        code=one.code, name=one.name, severity=planned.severity if planned.is_graded or hit.severity is None else hit.severity, message=hit.message, where=hit.spot.where,
        anchors=tuple((spot.id, spot.title) for spot in (hit.spot, *hit.also) if spot.id), why=doc.why, fix=hit.fix or doc.fix, source=doc.source,
    )  # fmt: skip
    return finding, tuple(spot.where for spot in hit.also)
