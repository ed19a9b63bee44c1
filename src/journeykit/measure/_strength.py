"""How strong the evidence is, from the sources that are cited."""

from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from journeykit.arguments import check_arguments
from journeykit.model import Journey, Library, Source, Touchpoint

Strength = Literal["assumed", "internal", "indicated", "triangulated"]
STRENGTHS: tuple[Strength, ...] = get_args(Strength)


def evidence_strength(sources: Iterable[Source]) -> Strength:
    """What a claim rests on: nothing (assumed), no customer (internal), customers (indicated), or customers in two ways (triangulated).

    Two ways are two different kinds of customer evidence, such as interviews and a call log. A source whose kind is not given
    counts as no second way.

    Source: methodological triangulation as in Halvorsrud, Kvale and Følstad 2016.

    Example:
        >>> evidence_strength([Source("Ten talks", kind="interview", perspective="customer")])
        'indicated'
    """
    try:
        return _strength(list(sources))
    except (TypeError, AttributeError):  # asked for each statement of a map: what goes well pays for no check
        check_arguments(evidence_strength, (sources,), {})
        raise


def _strength(cited: Sequence[Source]) -> Strength:
    if not cited:
        return "assumed"
    heard = [one for one in cited if one.is_customer_evidence]
    if not heard:
        return "internal"
    return "triangulated" if len({one.kind for one in heard if one.kind}) > 1 else "indicated"


def cited_in(journey: Journey) -> dict[str, tuple[str, ...]]:
    """Ids of all sources cited at each touchpoint: by itself, its readings, expectations, insights and opportunities.

    Insights and opportunities of the library count where they name the touchpoint itself; refuted insights count nowhere.
    """
    found = {f"{journey.id}/{one.id}": _cited_at(one) for one in journey.touchpoints}
    insights = [(one.anchors, one.sources) for one in journey.library.insights if one.status != "refuted"]
    for anchors, sources in (*insights, *((one.anchors, one.sources) for one in journey.library.opportunities)):
        for anchor in anchors:
            if anchor in found:
                found[anchor] += sources
    return {place.partition("/")[2]: tuple(dict.fromkeys(sources)) for place, sources in found.items()}


def _cited_at(touchpoint: Touchpoint) -> tuple[str, ...]:
    found = [*touchpoint.sources]
    found += [source for one in touchpoint.emotions for source in one.sources]
    found += [source for one in touchpoint.expectations for source in one.sources]
    for held in (touchpoint.pains, touchpoint.gains, touchpoint.insights):
        found += [source for one in held if one.status != "refuted" for source in one.sources]
    found += [source for one in touchpoint.opportunities for source in one.sources]
    return tuple(found)


def declared(library: Library, ids: Sequence[str]) -> tuple[list[Source], list[str]]:
    """The sources of these ids, and the ids of which nothing is known."""
    found, unknown = [], []
    for one in ids:
        source = library.sources.get(one)
        if source is None:
            unknown.append(one)
        else:
            found.append(source)
    return found, unknown


def strength_of(library: Library, ids: Sequence[str]) -> Strength:
    """The strength of a claim that cites these ids; what is cited but not declared is at best internal."""
    found, unknown = declared(library, ids)
    strength = _strength(found)
    return "internal" if strength == "assumed" and unknown else strength
