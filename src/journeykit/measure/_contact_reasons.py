"""Why customers get in touch: the reasons by frequency, and whether the contact was wanted or caused by a failure."""

from typing import Literal

from attrs import frozen

from journeykit.arguments import door
from journeykit.model import slug

from ._kpi_series import series_in
from ._numbers import count, number, percent, quoted
from ._places import Column, about, all_stated, columns_of, journeys_of
from ._result import Book, Missing, Result, Used

Demand = Literal["value", "failure", "mixed", "not classified"]
VALUE_TAG, FAILURE_TAG = "value-demand", "failure-demand"


@frozen(kw_only=True)
class Reason:
    """One reason for contact.

    Attributes:
        touchpoints: full addresses where it is given. volume: contacts per case measured there; None unless all are measured.
        share: of the counts of touchpoints, 0 to 1. cumulative: the same with all more frequent reasons.
        demand: value (wanted), failure (caused by something not done, or not done right), mixed, or not classified.
    """

    reason: str
    touchpoints: tuple[str, ...]
    volume: float | None
    share: float
    cumulative: float
    demand: Demand


@frozen(kw_only=True)
class ContactReasons(Result[int]):
    """Reasons for contact; `value` is their number. `failure_share`: of the classified contact touchpoints; None where none is."""

    reasons: tuple[Reason, ...] = ()
    failure_share: float | None = None


@door
def contact_reasons(book: Book, *, value_tag: str = VALUE_TAG, failure_tag: str = FAILURE_TAG) -> ContactReasons:
    """The reasons of contact touchpoints, the most frequent first, with value and failure demand.

    Reasons are the same where their words are. What a contact is comes from the tags of its touchpoint, never from a guess. Counts
    are numbers of touchpoints; volumes are KPIs of the metric contacts_per_case measured there.

    Args:
        book: a journey or a portfolio.
        value_tag: tag of touchpoints where the contact is wanted.
        failure_tag: tag of touchpoints where it comes from a failure.

    Source: value and failure demand in contact centres (after Seddon).

    Example:
        >>> from journeykit.model import Journey, Stage, Touchpoint
        >>> calls = [Touchpoint("Calls", contact_reason="Where is it?", tags=["failure-demand"]), Touchpoint("Asks", contact_reason="Price")]
        >>> found = contact_reasons(Journey("I buy", stages=[Stage("All", calls)]))
        >>> found.value, found.failure_share
        (2, 1.0)
    """
    held = [(f"{journey.id}/{one.touchpoint.id}", one) for journey in journeys_of(book) for one in columns_of(journey)]
    told = [(place, one) for place, one in held if one.touchpoint.contact_reason]
    volumes = {one.anchor: one.points[-1] for one in series_in(book) if one.kpi.metric == "contacts_per_case" and one.anchor and one.points}
    groups: dict[str, list[tuple[str, Column]]] = {}
    for place, one in told:
        groups.setdefault(slug(one.touchpoint.contact_reason or ""), []).append((place, one))
    reasons: list[Reason] = []
    before = 0
    for group in sorted(groups.values(), key=lambda group: (-len(group), group[0][1].touchpoint.contact_reason or "")):
        before += len(group)
        points = [volumes[place] for place, _ in group if place in volumes]
        reasons.append(
            Reason(
                reason=group[0][1].touchpoint.contact_reason or "",
                touchpoints=tuple(place for place, _ in group),
                volume=sum(one.value for one in points) if len(points) == len(group) else None,
                share=len(group) / len(told),
                cumulative=before / len(told),
                demand=_demand([one for _, one in group], value_tag, failure_tag),
            )
        )
    tags = [set(one.touchpoint.tags) & {value_tag, failure_tag} for _, one in held if one.touchpoint.kind == "interaction"]
    classified = [one for one in tags if len(one) == 1]
    failure = sum(1 for one in classified if failure_tag in one) / len(classified) if classified else None
    return ContactReasons(
        measure="contact_reasons",
        about=about(book),
        value=len(reasons),
        sentence=_sentence(reasons, failure),
        columns=("reason", "touchpoints", "share", "cumulative", "volume", "demand"),
        records=tuple((one.reason, len(one.touchpoints), one.share, one.cumulative, one.volume, one.demand) for one in reasons),
        used=tuple(Used(f"{one.where}.contact_reason", one.touchpoint.contact_reason) for _, one in told),
        missing=tuple(
            Missing(f"{one.where}.contact_reason", "a contact without a reason")
            for _, one in held
            if one.is_served and not one.touchpoint.contact_reason
        ),
        basis=all_stated(book),
        reasons=tuple(reasons),
        failure_share=failure,
    )


def _demand(group: list[Column], value_tag: str, failure_tag: str) -> Demand:
    found = {name for one in group for name, tag in (("value", value_tag), ("failure", failure_tag)) if tag in one.touchpoint.tags}
    return "not classified" if not found else "mixed" if len(found) > 1 else "failure" if "failure" in found else "value"


def _sentence(reasons: list[Reason], failure: float | None) -> str:
    if not reasons:
        return "No reason for contact is recorded."
    tail = (
        f"; {percent(failure)} of the classified contacts come from a failure"
        if failure is not None
        else "; whether contacts come from failures is not classified"
    )
    first = reasons[0]
    volume = f", {number(first.volume)} a case" if first.volume is not None else ""
    return f"{quoted(first.reason)} is the first of {count(len(reasons), 'reason')} ({count(len(first.touchpoints), 'touchpoint')}{volume}){tail}."
