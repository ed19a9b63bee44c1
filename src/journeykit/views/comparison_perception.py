"""What customers feel and what employees think they feel, touchpoint by touchpoint, the widest gap first."""

from collections.abc import Iterator

from journeykit.comparison import Gap, perception
from journeykit.diagram import Dumbbell, Dumbbells, Part

from .comparison_cells import part_of
from .comparison_sides import Sides
from .context import Context
from .printed import embedded, valence


def perceived(sides: Sides) -> tuple[Part, ...]:
    """One row for each moment that either side has a reading of; those that only one side has stand last."""
    found = perception(sides.comparison)
    said = sides.said
    turned = sides.before.journey.perspective != "customer" and sides.after.journey.perspective == "customer"
    views = (sides.after, sides.before) if turned else (sides.before, sides.after)
    names = (sides.names[1], sides.names[0]) if turned else sides.names
    gaps = sorted(found.gaps, key=lambda one: (one.gap is None, -abs(one.gap or 0.0)))
    if not gaps:
        return ()
    rows = tuple(_row(one, sides, views, names) for one in gaps)
    return (Dumbbells(rows=rows, names=names, head=said.gap_head, axis=sides.words.axis, title=said.gaps_title, note=said.gaps_note),)


def _row(one: Gap, sides: Sides, views: tuple[Context, Context], names: tuple[str, str]) -> Dumbbell:
    """The touchpoint as a whole, with its number on the customers' side; its part on the other side is named below."""
    said, words = sides.said, sides.words
    keys = one.touchpoint, one.counterpart
    side = 0 if one.touchpoint is not None and one.in_parts != "customer" else 1
    context, at = views[side], _place(views[side], keys[side])
    part = "" if one.in_parts is None else views[1 - side].columns[_place(views[1 - side], keys[1 - side])].title
    details = [part_of(part, words, said)] if part else []
    texts = [valence(value, words) if value is not None else said.no_view for value in (one.customer, one.employee)]
    gap = valence(one.gap, words) if one.gap is not None else said.no_view if None not in keys else _only(names[side], sides)
    if one.gap and one.margin is not None and not one.margin.is_shown:
        gap = f"{gap} {said.within_margin}"
    return Dumbbell(
        title=context.columns[at].title if side else f"{at + 1} {context.columns[at].title}",
        detail="; ".join([*details, *_details(one, sides)]), first=one.customer, second=one.employee, texts=(texts[0], texts[1]), gap=gap,
        strong=one.is_material, source=context.paths[at],
    )  # fmt: skip


def _only(name: str, sides: Sides) -> str:
    return sides.said.only_there.format(side=embedded(name, sides.words))


def _place(context: Context, key: str | None) -> int:
    return context.journey.touchpoints.position(key or "")


def _details(one: Gap, sides: Sides) -> Iterator[str]:
    """When, and how it is known where the two are not known in the same way."""
    words = sides.words
    if one.moment != "during":
        yield words.moments[one.moment]
    if one.bases[0] != one.bases[1] and None not in one.bases:
        yield " – ".join(words.bases[basis] for basis in one.bases if basis)
