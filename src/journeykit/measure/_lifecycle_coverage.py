"""Which parts of the customer's life the journeys cover."""

from typing import TYPE_CHECKING

from attrs import frozen

from journeykit.arguments import door
from journeykit.errors import step

from ._places import about, all_stated, journeys_of, path_of
from ._result import Book, Cell, Missing, Result, Used

if TYPE_CHECKING:
    from journeykit.model import Journey, Stage

LIFECYCLE = ("learn", "onboard", "use", "support", "leave")


@frozen(kw_only=True)
class LifecycleCoverage(Result[float]):
    """The share of the five parts of the lifecycle that a stage covers, 0 to 1.

    Attributes:
        covered, holes: parts of the lifecycle. by_persona: persona (empty where none is named) and the parts that its journeys cover.
    """

    covered: tuple[str, ...] = ()
    holes: tuple[str, ...] = ()
    by_persona: tuple[tuple[str, tuple[str, ...]], ...] = ()


@door
def lifecycle_coverage(book: Book) -> LifecycleCoverage:
    """Learn, onboard, use, support, leave: which of them some stage with touchpoints covers. Personas are listed, not averaged.

    Args:
        book: a journey or a portfolio.

    Example:
        >>> from journeykit.model import Journey, Stage, Touchpoint
        >>> lifecycle_coverage(Journey("I buy", stages=[Stage("Looks around", [Touchpoint("Asks")], lifecycle="learn")])).holes
        ('onboard', 'use', 'support', 'leave')
    """
    journeys = journeys_of(book)
    found: dict[str, dict[str, list[tuple[Journey, Stage]]]] = {}
    untold: list[Missing] = []
    used: list[Used] = []
    for journey in journeys:
        of_persona = found.setdefault(journey.persona or "", {})
        for stage in journey.stages:
            where = f"{path_of(journey, step('stages', stage.id))}.lifecycle"
            if stage.lifecycle is None:
                untold.append(Missing(where, "not said which part of the lifecycle it is"))
            elif stage.touchpoints:
                used.append(Used(where, stage.lifecycle))
                of_persona.setdefault(stage.lifecycle, []).append((journey, stage))
    covered = tuple(one for one in LIFECYCLE if any(one in held for held in found.values()))
    holes = tuple(one for one in LIFECYCLE if one not in covered)
    records: list[tuple[Cell, ...]] = []
    for persona, held in found.items():
        for part in LIFECYCLE:
            stages = held.get(part, [])
            titles = ", ".join(stage.title for _, stage in stages) or None
            records.append(
                (
                    persona or None,
                    part,
                    len({journey.id for journey, _ in stages}),
                    sum(len(stage.touchpoints) for _, stage in stages),
                    titles,
                )
            )
    tail = f"; nothing on {', '.join(holes)}" if holes else ""
    return LifecycleCoverage(
        measure="lifecycle_coverage",
        about=about(book),
        value=len(covered) / len(LIFECYCLE),
        sentence=f"{len(covered)} of 5 parts of the lifecycle are covered{tail}." if journeys else "There are no journeys.",
        columns=("persona", "lifecycle", "journeys", "touchpoints", "stages"),
        records=tuple(records),
        used=tuple(used),
        missing=tuple(untold),
        basis=all_stated(book),
        covered=covered,
        holes=holes,
        by_persona=tuple((persona, tuple(one for one in LIFECYCLE if one in held)) for persona, held in found.items()),
    )
