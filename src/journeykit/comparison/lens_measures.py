"""What each lens counts, as numbers that can be read off: the same that its sentences tell, the low ones included."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from .lens_action import ActionEffects, TargetEffect
from .lens_channels import ChannelGaps
from .lens_competitor import Competitor
from .lens_conformance import Conformance
from .lens_expectation import Expectations
from .lens_future import Future
from .lens_perception import Perception
from .lens_personas import Personas
from .lens_versions import Versions
from .persona_matrix import PersonaMatrix

if TYPE_CHECKING:
    from .lenses import Seen

__all__ = ["LensMeasure", "MeasureKind", "measures_of"]

MeasureKind = Literal["count", "share", "ratio", "correlation"]


@frozen
class LensMeasure:
    """One number that a lens gives.

    Attributes:
        key: such as `rank_correlation` or `fitness`; the words for it are in the vocabulary.
        kind: count; share, 0 to 1, told in per cent; ratio, 0 to 1, told as it is; correlation, -1 to +1.
        value: None where it cannot be told, such as a rank correlation of two ratings, or a share of none: unmeasured is not zero.
        of: out of how many, or over how many; None where that says nothing.
        journey: id of the journey, where portfolios were compared journey by journey; else empty.
    """

    key: str
    kind: MeasureKind
    value: float | None
    of: int | None = None
    journey: str = ""


def measures_of(found: "Seen") -> tuple[LensMeasure, ...]:
    """The numbers of what a lens found, in the order of its questions."""
    return tuple(_measures(found))


def _measures(found: "Seen") -> Iterator[LensMeasure]:
    match found:
        case Future():
            yield from _future(found)
        case Personas() | PersonaMatrix():
            yield from _personas(found)
        case Perception():
            yield from _perception(found)
        case Conformance():
            yield _count("runs_as_planned", found.runs - found.deviating, found.runs)
            yield LensMeasure("fitness", "ratio", found.fitness, found.runs)
        case Versions():
            yield from _versions(found)
        case Competitor():
            both = [one for one in found.stages if one.before is not None and one.after is not None]
            yield _count("stages_of_both", len(both), len(found.stages))
            yield _count("stages_first_better", sum(one.best == "before" for one in both), len(both))
            yield _count("stages_second_better", sum(one.best == "after" for one in both), len(both))
        case Expectations():
            gaps = found.after.gaps
            yield _count("expectations_met", sum(one.met in {"met", "exceeded"} for one in gaps), len(gaps))
            yield _count("expectations_unknown", sum(one.met in {None, "unknown"} for one in gaps), len(gaps))
            yield _count("disappointments", len(found.disappointments))
            yield _count("times_kept", sum(one.is_kept for one in found.times), len(found.times))
        case ChannelGaps():
            yield _count("gaps_shown", sum(bool(one.shown) for one in found.after), len(found.after))
            yield _count("channels_unmeasured", len(found.unmeasured))
        case ActionEffects():
            yield from _actions(found)


def _count(key: str, value: int, of: int | None = None) -> LensMeasure:
    return LensMeasure(key, "count", None if of == 0 else value, of)


def _future(found: Future) -> Iterator[LensMeasure]:
    old = sum(one.fate != "new" for one in found.pains)
    yield _count("pains_addressed", len(found.of_fate("addressed")), old)
    yield _count("pains_not_addressed", len(found.of_fate("not addressed")), old)
    yield _count("pains_new", len(found.of_fate("new")))
    yield _count("differences_unrealised", len(found.unrealised), len(found.differences))
    yield _count("actions_without_effect", len(found.actions_without_effect))


def _personas(found: Personas | PersonaMatrix) -> Iterator[LensMeasure]:
    spreads: Sequence[float | None]
    if isinstance(found, PersonaMatrix):
        shared, count = found.in_common
        spreads = [one.spread for one in found.rows]
    else:
        rows = list({id(one.row): one.row for one in found.cells}.values())
        shared, count = sum(bool(one.old and one.new) for one in rows), len(rows)
        spreads = [one.difference for one in found.cells]
    yield _count("touchpoints_shared", shared, count)
    known = [abs(one) for one in spreads if one is not None]
    yield _count("feelings_apart", sum(one >= 1 for one in known), len(known))
    if isinstance(found, PersonaMatrix):
        yield _count("pains_of_several", sum(len(columns) > 1 for _, columns in found.pains))
    else:
        yield _count("pains_shared", len(found.shared_pains))


def _perception(found: Perception) -> Iterator[LensMeasure]:
    known = sum(one.gap is not None for one in found.gaps)
    judged = {one.touchpoint for one in found.gaps if one.customer is not None}
    yield _count("overestimated", len(found.overestimated), known)
    yield _count("underestimated", len(found.underestimated), known)
    yield LensMeasure("without_view", "share", len(found.without_view) / len(judged) if judged else None, len(judged))
    yield _count("blind_spots", len(found.customer_pains), len(found.customer_pains) + len(found.shared_pains))
    yield LensMeasure("rank_correlation", "correlation", found.importance_correlation, found.rated)
    yield LensMeasure("top_overlap", "share", found.top_overlap, found.top)


def _versions(found: Versions) -> Iterator[LensMeasure]:
    yield _count("figures_better", sum(one.verdict == "better" for one in found.figures), len(found.figures))
    yield _count("figures_worse", sum(one.verdict == "worse" for one in found.figures), len(found.figures))
    yield _count("pains_resolved", len(found.pains_resolved))
    yield _count("pains_new", len(found.pains_new))
    yield _count("pains_reopened", len(found.pains_reopened))


def _actions(found: ActionEffects) -> Iterator[LensMeasure]:
    targets = [
        [one for one in held.targets if one.kpi == kpi] for held in found.actions for kpi in dict.fromkeys(one.kpi for one in held.targets)
    ]
    yield _count("actions_measured", sum(one.can_be_shown for one in found.actions), len(found.actions))
    yield _count("targets_reached", sum(all(map(_is_reached, one)) for one in targets), len(targets))
    yield _count("side_effects", sum(len(one.worsened) for one in found.actions))


def _is_reached(one: TargetEffect) -> bool:
    """One series of a target: at the target, and not by chance as far as that is known."""
    is_chance = one.figure is not None and one.figure.verdict == "no demonstrable change"
    return one.attainment is not None and one.attainment >= 1 and not is_chance
