"""Maps as people write them, with comments, braces and blank lines; and what people do to such a file."""

from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any

from attrs import evolve, frozen
from hypothesis import strategies as st

__all__ = ["Map", "Part", "changed", "maps"]


LINE = "# ----------------"


@frozen
class Part:
    """A stage or a touchpoint, as it is written.

    Attributes:
        key: what its id begins with, whoever renames it.
        id: what it is known by.
        title: what it is called.
        owner: of a touchpoint; empty for nobody.
        above: lines of comment above it.
        behind: the comment behind its first line, if any.
        end: lines of comment below the touchpoints of a stage.
        is_framed: whether a line stands above and below the comment above it; it says the same everywhere.
        is_flow: whether a touchpoint is written in braces.
        is_apart: whether a blank line stands above a stage.
        parts: the touchpoints of a stage.
    """

    key: str
    id: str
    title: str
    owner: str = ""
    above: tuple[str, ...] = ()
    behind: str = ""
    end: tuple[str, ...] = ()
    is_framed: bool = False
    is_flow: bool = False
    is_apart: bool = False
    parts: tuple["Part", ...] = ()


@frozen
class Map:
    """A file: the stages of a journey, and comments at the end of all."""

    stages: tuple[Part, ...]
    end: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The file."""
        lines = [
            "journeykit: 1", "owners:", "  - {id: sales, name: Sales team}", "  - {id: till, name: Till}",
            "journeys:", "  - id: buy", "    title: I buy", "    stages:",
        ]  # fmt: skip
        for stage in self.stages:
            lines += [""] * stage.is_apart
            lines += [f"      {one}" for one in _above(stage)]
            lines += [f"      - id: {stage.id}{stage.behind and '   '}{stage.behind}", f"        title: {stage.title}"]
            lines += ["        touchpoints:"] * bool(stage.parts)
            for one in stage.parts:
                lines += [f"          {line}" for line in (*_above(one), *_written(one))]
            lines += [f"          {one}" for one in stage.end]
        return "\n".join([*lines, *self.end]) + "\n"

    @property
    def framed(self) -> set[str]:
        """Keys of what is framed."""
        return {one.key for one in self.parts() if one.is_framed}

    @property
    def comments(self) -> dict[str, str]:
        """By comment, the id of what it stands at; nothing for one at the end of all."""
        found = dict.fromkeys(self.end, "")
        for part in self.parts():
            found.update(dict.fromkeys((*part.above, *filter(None, [part.behind]), *part.end), part.id))
        return found

    def parts(self) -> Iterator[Part]:
        """The stages and touchpoints."""
        for stage in self.stages:
            yield stage
            yield from stage.parts


def _above(one: Part) -> tuple[str, ...]:
    return (LINE, *one.above, LINE) if one.is_framed else one.above


def _written(one: Part) -> list[str]:
    behind = f"   {one.behind}" if one.behind else ""
    owner = [f"owner: {one.owner}"] * bool(one.owner)
    if one.is_flow:
        return [f"- {{ {', '.join([f'id: {one.id}', f'title: {one.title}', *owner])} }}{behind}"]
    return [f"- id: {one.id}{behind}", f"  title: {one.title}", *(f"  {line}" for line in owner)]


@st.composite
def maps(draw: Any) -> Map:
    """A map in which every id, title and comment is said once."""
    names = iter("abcdefghijklmnopqrstuvwxyz")
    words = cycle(["river", "stone", "cloud", "paper", "window", "garden", "silver", "market", "winter", "candle", "bridge", "forest"])

    def part(**more: Any) -> Part:
        name = next(names)
        above = tuple(f"# {name} above {number}" for number in range(draw(st.integers(0, 2))))
        behind = f"# {name} behind" if draw(st.booleans()) else ""
        return Part(
            name * 3, name * 3, f"{next(words)} {next(words)} {name}", above=above, behind=behind, is_framed=draw(st.booleans()), **more
        )

    def touchpoint() -> Part:
        return part(owner=draw(st.sampled_from(["", "sales", "till"])), is_flow=draw(st.booleans()))

    stages = []
    for _ in range(draw(st.integers(1, 3))):
        inside = tuple(touchpoint() for _ in range(draw(st.integers(0, 3))))
        stage = part(is_apart=draw(st.booleans()), parts=inside)
        stages.append(evolve(stage, end=(f"# {stage.id} end",) if inside and draw(st.booleans()) else ()))
    return Map(tuple(stages), ("# end of all",) if draw(st.booleans()) else ())


@st.composite
def changed(draw: Any, before: Map, side: str, most: int = 2) -> Map:
    """The map after some changes; what is new is named after the side."""
    for number in range(draw(st.integers(1, most))):
        way = draw(st.sampled_from(_WAYS))
        before = way(draw, before, f"{side}{number}")
    return before


def _with(book: Map, old: Part, new: Part | None) -> Map:
    """With another part in the place of one, or none."""

    def inside(parts: tuple[Part, ...]) -> tuple[Part, ...]:
        made = (new if one is old else evolve(one, parts=inside(one.parts)) for one in parts)
        return tuple(one for one in made if one is not None)

    return evolve(book, stages=inside(book.stages))


def _any(draw: Any, book: Map) -> Part:
    return draw(st.sampled_from([*book.parts()]))


def _put(draw: Any, parts: tuple[Part, ...], one: Part) -> tuple[Part, ...]:
    at = draw(st.integers(0, len(parts)))
    return (*parts[:at], one, *parts[at:])


def _retitle(draw: Any, book: Map, name: str) -> Map:
    one = _any(draw, book)
    return _with(book, one, evolve(one, title=f"{one.title} {name}")) if one.id == one.key else book


def _give(draw: Any, book: Map, name: str) -> Map:
    one = _any(draw, book)
    return _with(book, one, evolve(one, owner=draw(st.sampled_from(["", "sales", "till"])))) if one not in book.stages else book


def _rename(draw: Any, book: Map, name: str) -> Map:
    one = _any(draw, book)
    return _with(book, one, evolve(one, id=f"{one.id}{name}")) if len(one.title.split()) == 3 else book


def _move(draw: Any, book: Map, name: str) -> Map:
    one = _any(draw, book)
    if one in book.stages:
        others = tuple(stage for stage in book.stages if stage is not one)
        return evolve(book, stages=_put(draw, others, one))
    book = _with(book, one, None)
    stage = draw(st.sampled_from(book.stages))
    return _with(book, stage, evolve(stage, parts=_put(draw, stage.parts, one)))


def _remove(draw: Any, book: Map, name: str) -> Map:
    one = _any(draw, book)
    return _with(book, one, None) if len(book.stages) > 1 or one not in book.stages else book


def _add(draw: Any, book: Map, name: str) -> Map:
    new = Part(
        f"n{name}", f"n{name}", f"New thing {name}", above=(f"# {name} above",) * draw(st.integers(0, 1)), behind=f"# {name} behind",
        is_flow=draw(st.booleans()), owner="sales",
    )  # fmt: skip
    stage = draw(st.sampled_from(book.stages))
    return _with(book, stage, evolve(stage, parts=_put(draw, stage.parts, new)))


def _comment(draw: Any, book: Map, name: str) -> Map:
    one, comment = _any(draw, book), f"# {name} says"
    match draw(st.sampled_from(["above", "below", "behind", "end", "all"])):
        case "above":
            return _with(book, one, evolve(one, above=(*one.above, comment)))
        case "below":
            return _with(book, one, evolve(one, above=(comment, *one.above)))
        case "behind":
            return _with(book, one, evolve(one, behind=comment))
        case "end" if one.parts:
            return _with(book, one, evolve(one, end=(*one.end, comment)))
    return evolve(book, end=(*book.end, comment))


def _uncomment(draw: Any, book: Map, name: str) -> Map:
    one = _any(draw, book)
    which = draw(st.sampled_from(["above", "behind", "end"]))
    return _with(book, one, evolve(one, **{which: "" if which == "behind" else ()}))


def _frame(draw: Any, book: Map, name: str) -> Map:
    one = _any(draw, book)
    return _with(book, one, evolve(one, is_framed=not one.is_framed))


_WAYS: tuple[Callable[[Any, Map, str], Map], ...] = (_retitle, _give, _rename, _move, _remove, _add, _comment, _uncomment, _frame)
