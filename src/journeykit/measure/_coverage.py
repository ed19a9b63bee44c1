"""How much of a journey is known: felt, evidenced, listened to, drawn behind the scenes."""

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from journeykit.errors import step
from journeykit.model import Journey

from ._kpi_series import series_in
from ._numbers import percent, quoted, share_of
from ._places import Column, columns_of, stated
from ._readings import bases, readings
from ._result import Missing, Result, Used, for_each_journey
from ._strength import STRENGTHS, Strength, cited_in, declared, strength_of


@frozen(kw_only=True)
class Coverage(Result[float | None]):
    """A share of touchpoints, 0 to 1; None where there are none.

    Attributes:
        covered, uncovered: their ids in order. counts: by kind of what covers them, such as the strength of evidence.
    """

    covered: tuple[str, ...] = ()
    uncovered: tuple[str, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()


@for_each_journey
def emotion_coverage(journey: Journey, *, perspective: str = "customer") -> Coverage:
    """Touchpoints with a felt reading of the perspective ÷ touchpoints.

    Args:
        journey: a journey; a portfolio gives one result a journey.
        perspective: whose readings.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> emotion_coverage(Journey("I buy", stages=[Stage("All", [Touchpoint("Asks", emotion=1), Touchpoint("Pays")])])).value
        0.5
    """
    columns = columns_of(journey)
    points = readings(journey, perspective=perspective, kind="felt")
    seen = {one.index for one in points}
    return _coverage(
        "emotion_coverage", journey, columns,
        covered=seen, what="a reading", lacking="emotions", used=[Used(where, one.valence) for one in points for where in one.where], basis=bases(points),
        counts=Counter(basis for one in points for basis in one.basis),
    )  # fmt: skip


@for_each_journey
def evidence_coverage(journey: Journey) -> Coverage:
    """Touchpoints that rest on customer evidence (indicated or triangulated) ÷ touchpoints; `counts` has all four strengths.

    Args:
        journey: a journey; a portfolio gives one result a journey.

    Source: see `evidence_strength`.
    """
    columns = columns_of(journey)
    everywhere = cited_in(journey)
    cited = {one.index: everywhere[one.touchpoint.id] for one in columns}
    strengths: dict[int, Strength] = {index: strength_of(journey.library, ids) for index, ids in cited.items()}
    found = Counter(strengths.values())
    unknown = dict.fromkeys(source for ids in cited.values() for source in declared(journey.library, ids)[1])
    return _coverage(
        "evidence_coverage", journey, columns,
        covered={index for index, one in strengths.items() if one in {"indicated", "triangulated"}}, what="customer evidence", lacking="sources",
        used=[Used(f"{one.where}.sources", ", ".join(cited[one.index])) for one in columns if cited[one.index]],
        basis=tuple(one for one in STRENGTHS if found[one]), counts=Counter({one: found[one] for one in STRENGTHS if found[one]}),
        detail={index: str(one) for index, one in strengths.items()},
        more=[Missing(step("sources", one), "cited but not declared: it counts as internal at best") for one in unknown],
    )  # fmt: skip


@for_each_journey
def listening_coverage(journey: Journey) -> Coverage:
    """Interactions where a KPI is measured ÷ interactions: named by the touchpoint, or measured with it as anchor.

    `counts` has the families of the KPIs that listen.

    Args:
        journey: a journey; a portfolio gives one result a journey.
    """
    columns = [one for one in columns_of(journey) if one.touchpoint.kind == "interaction"]
    at: dict[str, set[str]] = {}
    for one in series_in(journey):
        place = one.anchor.partition("/")[2]
        if place and one.points:
            at.setdefault(place, set()).add(one.kpi.id)
    held = {one.index: dict.fromkeys((*one.touchpoint.kpis, *sorted(at.get(one.touchpoint.id, ())))) for one in columns}
    family = {one.id: one.family or "family not given" for one in journey.library.kpis}
    return _coverage(
        "listening_coverage", journey, columns,
        covered={index for index, kpis in held.items() if kpis}, what="a KPI", lacking="kpis", noun="interaction",
        used=[Used(f"{one.where}.kpis", ", ".join(held[one.index])) for one in columns if held[one.index]], basis=stated(journey),
        counts=Counter(family.get(kpi, "family not given") for kpis in held.values() for kpi in kpis),
    )  # fmt: skip


@for_each_journey
def blueprint_coverage(journey: Journey) -> Coverage:
    """Interactions of brand or partner with something behind them ÷ all of these: an activity, or a statement that there is none.

    `counts` has the layers: how many of these interactions have an activity there.

    Args:
        journey: a journey; a portfolio gives one result a journey.
    """
    columns = [one for one in columns_of(journey) if one.is_served]
    layers: dict[str, set[str]] = {}
    for one in journey.activities:
        for place in one.touchpoints:
            layers.setdefault(place, set()).add(one.layer)
    held = {
        one.index: layers.get(one.touchpoint.id, set()) | ({"known to have none"} if one.touchpoint.no_backstage else set())
        for one in columns
    }
    return _coverage(
        "blueprint_coverage", journey, columns,
        covered={index for index, found in held.items() if found}, what="something behind the scenes", lacking="no_backstage", noun="interaction",
        used=[Used(one.where, ", ".join(sorted(held[one.index]))) for one in columns if held[one.index]], basis=stated(journey),
        counts=Counter(layer for found in held.values() for layer in found), detail={index: ", ".join(sorted(found)) for index, found in held.items()},
    )  # fmt: skip


def _coverage(
    measure: str, journey: Journey, columns: Sequence[Column], *, covered: set[int], what: str, lacking: str, used: Sequence[Used],
    basis: tuple[str, ...], counts: Counter[str], noun: str = "touchpoint", detail: dict[int, str] | None = None, more: Sequence[Missing] = (),
) -> Coverage:  # fmt: skip
    share = len(covered) / len(columns) if columns else None
    gaps = [one for one in columns if one.index not in covered]
    first = f"; first without: {quoted(gaps[0].touchpoint.title)}" if gaps and covered else ""
    told = (
        f"{share_of(len(covered), len(columns), noun)} {what} ({percent(share)}){first}."
        if share is not None
        else f"There are no {noun}s to cover."
    )
    words = detail or {}
    return Coverage(
        measure=measure,
        about=journey.id,
        value=share,
        sentence=told,
        columns=("position", "touchpoint", "title", "is_covered", "detail"),
        records=tuple(
            (one.index + 1, one.touchpoint.id, one.touchpoint.title, one.index in covered, words.get(one.index) or None) for one in columns
        ),
        used=tuple(used),
        missing=(*(Missing(f"{one.where}.{lacking}", f"without {what}") for one in gaps), *more),
        basis=basis,
        covered=tuple(one.touchpoint.id for one in columns if one.index in covered),
        uncovered=tuple(one.touchpoint.id for one in gaps),
        counts=tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))),
    )
