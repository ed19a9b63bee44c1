"""Inside one journey: ids that are told apart, and references between its touchpoints, activities and links."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from journeykit.errors import Problem, did_you_mean, shown, step
from journeykit.record import Record

from .checked import Element
from .elements import Elements
from .ids import fold, slug
from .walking import cycle

if TYPE_CHECKING:
    from .journey import Journey


@frozen(eq=False, repr=False)
class _Steps(Record):
    """The touchpoints, or touchpoints and activities, of a journey, by id and title."""

    held: dict[str, Element]
    words: str
    titled: dict[str, list[str]] = field(factory=dict)

    def find(self, written: str) -> list[str]:
        """The id that is written, else the ids of all that are called so."""
        if written in self.held:
            return [written]
        folded = fold(written)
        if folded in self.held:
            return [folded]
        if not self.titled:  # made when ids did not help
            for key, one in self.held.items():
                self.titled.setdefault(slug(one.label), []).append(key)
        return self.titled.get(slug(written), [])


class Inner:
    """Resolves what a journey says of itself; `changes` are its fields with ids for names, `problems` all that is wrong."""

    def __init__(self, journey: "Journey") -> None:
        self.changes: dict[str, Any] = {}
        self.problems: list[Problem] = list(_doubled(journey))
        columns: dict[str, Element] = {one.id: one for one in journey.touchpoints}
        self._columns = _Steps(columns, "a touchpoint")
        self._steps = (
            _Steps(columns | {one.id: one for one in journey.activities}, "a touchpoint or activity")
            if journey.activities
            else self._columns
        )
        if journey.critical_moment is not None:
            found = self._look(journey.critical_moment, self._columns, "critical_moment", journey)
            self._change(journey, "critical_moment", found)
        self._change(journey, "activities", Elements(self._activities(journey)))
        links = tuple(self._links(journey))
        self._change(journey, "links", links)
        if circle := cycle((link.source, link.target) for link in links if link.kind == "sequence" and link.required):
            message = f"{journey._named()} has required sequences in a circle."  # noqa: SLF001  # same family
            self.problems.append(Problem(message, "links", got=" → ".join(circle), expected="an order without circles"))

    def _change(self, journey: "Journey", name: str, value: object) -> None:
        if value != getattr(journey, name):
            self.changes[name] = value

    def _activities(self, journey: "Journey") -> Iterator[Any]:
        for one in journey.activities:
            front = step("activities", one.id)
            ids = tuple(
                self._look(name, self._columns, f"{front}.{step('touchpoints', place)}", one) for place, name in enumerate(one.touchpoints)
            )
            yield one if ids == one.touchpoints else evolve(one, touchpoints=tuple(dict.fromkeys(ids)))

    def _links(self, journey: "Journey") -> Iterator[Any]:
        for place, link in enumerate(journey.links):
            ends = [
                name if link.kind == "impact" and "/" in name else self._look(name, self._steps, f"{step('links', place)}.{end}", link)
                for end, name in (("source", link.source), ("target", link.target))
            ]
            if ends == [link.source, link.target]:
                yield link
            elif ends[0] == ends[1] and link.kind != "branch":
                message = f"{link._named()} leads to itself."  # noqa: SLF001  # same family
                self.problems.append(Problem(message, step("links", place), got=shown(ends[1]), expected="another touchpoint or activity"))
            else:
                yield evolve(link, source=ends[0], target=ends[1])

    def _look(self, written: str, steps: _Steps, where: str, owner: Any) -> str:
        found = steps.find(written)
        if len(found) == 1:
            return found[0]
        whose = owner._named()  # noqa: SLF001  # same family
        if found:
            message = f"{whose} names {shown(written)}, which {len(found)} elements of this journey are called."
            expected, hint = "one of " + ", ".join(map(repr, found[:8])), "write the id of the one that is meant"
        else:
            message = f"{whose} names {shown(written)}, which this journey does not have."
            expected, hint = f"{steps.words} of this journey", did_you_mean(fold(written), steps.held)
        self.problems.append(Problem(message, where, got=shown(written), expected=expected, hint=hint))
        return written


def _doubled(journey: "Journey") -> Iterable[Problem]:
    stages = [(stage, step("stages", stage.id)) for stage in journey.stages]
    columns = [(one, f"{front}.{step('touchpoints', one.id)}") for stage, front in stages for one in stage.touchpoints]
    yield from _twice(journey, stages, "stages")
    yield from _twice(journey, [*columns, *((one, step("activities", one.id)) for one in journey.activities)], "touchpoints or activities")


def _twice(journey: "Journey", held: "Iterable[tuple[Element, str]]", what: str) -> Iterable[Problem]:
    seen: set[str] = set()
    for one, where in held:
        key = free = one.id
        if key in seen:
            number = 2
            while (free := f"{key}-{number}") in seen:
                number += 1
            message = f"Journey {shown(journey.id)} has two {what} with the id {shown(key)}."
            hint = f"add the line `id: {free}` to the second, {shown(one.label)}"
            yield Problem(message, f"{where}.id", got=shown(key), expected="ids that differ", hint=hint)
        seen.add(key)
