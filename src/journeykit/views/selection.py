"""Which lanes, in which order: what a user asks for."""

from collections.abc import Callable, Sequence
from typing import cast

from attrs import frozen

from journeykit.diagram import Cell, CellLane, Item
from journeykit.errors import Problem, RenderError, UnknownNameError, shown, step
from journeykit.model import Journey, Touchpoint
from journeykit.record import Record

from .context import Context
from .lanes import CATALOGUE, DEFAULT_LANES, LANE_NAMES, Draw, Group
from .printed import initial

Texts = Callable[[Touchpoint], str | Sequence[str] | None]
"""A lane of one's own: the text or texts of a touchpoint, or None."""


@frozen(kw_only=True, eq=False, repr=False)
class LaneSpec(Record):
    """A lane of one's own.

    Attributes:
        key: stable name of the lane.
        title: its label. note: below it, how to read it.
        texts: what it says of a touchpoint.

    Example:
        >>> risks = LaneSpec(key="risks", title="Risks", texts=lambda touchpoint: touchpoint.extra.get("risk"))
        >>> risks.texts(Touchpoint("Pays", extra={"risk": "Card declined"}))
        'Card declined'
    """

    key: str
    title: str
    texts: Texts
    note: str = ""


LaneLike = str | LaneSpec | Texts
"""A lane as asked for: its name, or a lane of one's own."""


OWN = "notes"


@frozen(kw_only=True, eq=False, repr=False)
class Chosen(Record):
    """A lane to draw. Lanes of one group stand together."""

    key: str
    group: Group
    draw: Draw


def chosen_lanes(journey: Journey, asked: str | LaneLike | Sequence[LaneLike] | None = None) -> tuple[Chosen, ...]:
    """The lanes that are asked for, in order.

    Args:
        journey: the journey, whose notes may bring lanes of their own.
        asked: None for the default lanes and those of `Touchpoint.notes`. Names alone are exactly the lanes drawn. `+name` adds one to those
            named, or to the default at its usual place; `-name` takes one away. `default`, `notes` and `all` stand for several. A `LaneSpec`
            or a function of a touchpoint is a lane of one's own. A text may hold several names, with commas.

    Raises:
        UnknownNameError: there is no lane of that name.
    """
    own = {
        key if key not in CATALOGUE else f"{OWN}:{key}": key
        for key in dict.fromkeys(key for one in journey.touchpoints for key in one.notes)
    }
    base: dict[str, LaneSpec | None] = {}
    added: list[str] = []
    removed: set[str] = set()
    named = False
    for one in _split(asked):
        if not isinstance(one, str):
            spec = one if isinstance(one, LaneSpec) else _spec_of(one)
            base.setdefault(spec.key, spec)
            named = True
            continue
        sign = one[0] if one[:1] in {"+", "-"} else ""
        names = _expanded(one.removeprefix(sign), own)
        if sign == "-":
            removed.update(names)
        elif sign:
            added += names
        else:
            named = True
            base.update({name: base.get(name) for name in names})
    if not named:
        usual = {*DEFAULT_LANES, *added}
        base = dict.fromkeys([*(name for name in CATALOGUE if name in usual), *own])
    base.update({name: base.get(name) for name in added})
    return tuple(_chosen(name, spec, own) for name, spec in base.items() if name not in removed)


def _split(asked: str | LaneLike | Sequence[LaneLike] | None) -> list[LaneLike]:
    if asked is None:
        return []
    parts: Sequence[LaneLike] = (asked,) if isinstance(asked, str | LaneSpec) or callable(asked) else asked
    found: list[LaneLike] = []
    for one in parts:
        found += [name.strip() for name in one.split(",") if name.strip()] if isinstance(one, str) else [one]
    return found


def _expanded(name: str, own: dict[str, str]) -> tuple[str, ...]:
    folded = name.strip().casefold().replace("-", "_")
    several = {"default": (*DEFAULT_LANES, *own), "all": (*LANE_NAMES, *own), OWN: tuple(own)}
    if folded in several:
        return several[folded]
    if folded in CATALOGUE:
        return (folded,)
    if name in own:
        return (name,)
    raise UnknownNameError.of("lane", name, [*LANE_NAMES, *own, *several])


def _spec_of(texts: Texts) -> LaneSpec:
    """A lane of a function: its name is the key, and in words the title."""
    name = getattr(texts, "__name__", "") or type(texts).__name__
    if name == "<lambda>":
        raise RenderError(
            Problem("A lane of one's own has no name.", got="a lambda", expected="a named function, or LaneSpec(key=…, title=…, texts=…)")
        )
    return LaneSpec(key=name, title=title_of(name), texts=texts)


def title_of(key: str) -> str:
    """A key in words.

    Example:
        >>> title_of("data_we-store")
        'Data we store'
    """
    return initial(" ".join(key.replace("_", " ").replace("-", " ").split())) or key


def _chosen(name: str, spec: LaneSpec | None, own: dict[str, str]) -> Chosen:
    if spec is not None:
        return Chosen(key=name, group="own", draw=lambda context: _own_lane(spec, context))
    if name in CATALOGUE:
        return Chosen(key=name, group=CATALOGUE[name].group, draw=CATALOGUE[name].draw)
    key = own[name]
    made = LaneSpec(key=name, title=title_of(key), texts=lambda one: one.notes.get(key))
    return Chosen(key=name, group="own", draw=lambda context: _own_lane(made, context, field=f".{step('notes', key)}"))


def _own_lane(spec: LaneSpec, context: Context, *, field: str = "") -> CellLane | None:
    cells = []
    for at, one in enumerate(context.columns):
        if texts := _checked(spec, spec.texts(one), one):
            sources = [f"{context.paths[at]}{field}[{place}]" if field else "" for place in range(len(texts))]
            items = tuple(Item(text=text, source=source) for text, source in zip(texts, sources, strict=True))
            cells.append(Cell(start=at, end=at, items=items))
    return CellLane(key=spec.key, title=spec.title, note=spec.note, cells=tuple(cells)) if cells else None


def _checked(spec: LaneSpec, found: object, touchpoint: Touchpoint) -> tuple[str, ...]:
    if found is None or isinstance(found, str):
        return (found,) if isinstance(found, str) and found.strip() else ()
    if isinstance(found, Sequence) and all(isinstance(one, str) for one in found):
        return tuple(one for one in cast("Sequence[str]", found) if one.strip())
    raise RenderError(
        Problem(
            f"The lane {shown(spec.key)} says no text of touchpoint {shown(touchpoint.id)}.",
            got=shown(found),
            expected="a text, texts or None",
        )
    )
