"""What customers feel and what employees think they feel, touchpoint by touchpoint, the widest gap first."""

from collections.abc import Iterator

from journeykit.comparison import Gap, perception
from journeykit.diagram import Dumbbell, Dumbbells, Part

from .comparison_sides import Sides
from .printed import valence


def perceived(sides: Sides) -> tuple[Part, ...]:
    """One row for each moment that either side has a reading of; those that only one side has stand last."""
    found = perception(sides.comparison)
    said, words = sides.said, sides.words
    turned = sides.before.journey.perspective != "customer" and sides.after.journey.perspective == "customer"
    customer = sides.after if turned else sides.before
    names = sides.names[::-1] if turned else sides.names
    gaps = sorted(found.gaps, key=lambda one: (one.gap is None, -abs(one.gap or 0.0)))
    if not gaps:
        return ()
    places = {one.id: at for at, one in enumerate(customer.columns)}
    rows = tuple(_row(one, sides, f"{places[one.touchpoint] + 1} {customer.columns[places[one.touchpoint]].title}", customer.paths[places[one.touchpoint]])
                 for one in gaps)  # fmt: skip
    return (
        Dumbbells(rows=rows, names=(names[0], names[1]), head=said.gap_head, axis=words.axis, title=said.gaps_title, note=said.gaps_note),
    )


def _row(one: Gap, sides: Sides, title: str, source: str) -> Dumbbell:
    said, words = sides.said, sides.words
    texts = [valence(value, words) if value is not None else said.no_view for value in (one.customer, one.employee)]
    gap = valence(one.gap, words) if one.gap is not None else said.no_view
    if one.gap and one.margin is not None and not one.margin.is_shown:
        gap = f"{gap} {said.within_margin}"
    return Dumbbell(
        title=title, detail="; ".join(_details(one, sides)), first=one.customer, second=one.employee, texts=(texts[0], texts[1]), gap=gap,
        strong=one.is_material, source=source,
    )  # fmt: skip


def _details(one: Gap, sides: Sides) -> Iterator[str]:
    """When, and how it is known where the two are not known in the same way."""
    words = sides.words
    if one.moment != "during":
        yield words.moments[one.moment]
    if one.bases[0] != one.bases[1] and None not in one.bases:
        yield " – ".join(words.bases[basis] for basis in one.bases if basis)
