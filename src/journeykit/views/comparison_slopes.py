"""What became better and what worse: the feeling at each touchpoint of both sides, joined by lines."""

from journeykit.comparison import FeelingChange, feeling_changes
from journeykit.diagram import Dumbbell, Part, Slopes

from .comparison_cells import part_of
from .comparison_sides import Sides
from .printed import embedded, valence

_MATERIAL = 1.0
_MOST = 30


def slopes(sides: Sides) -> tuple[Part, ...]:
    """Every moment that both sides have a reading of, the largest differences where there are too many; nothing where there is none."""
    found = [*feeling_changes(sides.before.journey, sides.after.journey, sides.comparison.rows, parts=True)]
    if not found:
        return ()
    kept = sorted(sorted(range(len(found)), key=lambda at: -abs(found[at].difference))[:_MOST])
    said = sides.said
    apart = all(one.verdict == "not comparable" for one in found)
    rows = tuple(_row(found[at], sides, is_told=not apart) for at in kept)
    strong = {one.strong for one in rows}
    key = (said.slope_strong if True in strong else "", said.slope_weak if False in strong else "")
    return (Slopes(rows=rows, names=sides.names, axis=sides.words.axis, title=said.slopes, note=said.unlike if apart else "", key=key),)


def _row(one: FeelingChange, sides: Sides, *, is_told: bool) -> Dumbbell:
    """One line; `is_told`: it says where its two readings may not be compared."""
    words, said = sides.words, sides.said
    at = sides.before.journey.touchpoints.position(one.spot.id)
    title = f"{at + 1} {embedded(one.whole or one.spot.title, words)}"
    if one.part:
        title = f"{title} {part_of(one.part, words, said)}"
    if one.moment != "during":
        title = f"{title} ({words.moments[one.moment]})"
    told = {"no demonstrable change", "not comparable"} if is_told else {"no demonstrable change"}
    verdict = said.verdicts[one.verdict] if one.verdict in told else ""
    return Dumbbell(
        title=title, first=one.before.valence, second=one.after.valence, detail=verdict, source=sides.before.paths[at],
        texts=(valence(one.before.valence, words), valence(one.after.valence, words)), strong=abs(one.difference) >= _MATERIAL,
        gap=f"({valence(one.difference, words)})" if one.difference else "",
    )  # fmt: skip
