"""From what is written to ids: every reference of a portfolio, by id or name."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from attrs import frozen

from journeykit.errors import Problem, nearest, shown

from .about import Ref
from .actors import Actor, Owner, Persona, System
from .checked import Checked, Element
from .elements import Elements
from .ids import fold, slug
from .references import references, rewritten

if TYPE_CHECKING:
    from .journey import Journey

_SECTIONS: dict[type[Actor], tuple[str, str]] = {
    Persona: ("a persona", "personas"), Owner: ("an owner", "owners"), System: ("a system", "systems"), Actor: ("another actor", "actors"),
}  # fmt: skip
_CLASS_OF: dict[str, type[Actor]] = {"persona": Persona, "owner": Owner, "system": System}
_INNER = frozenset({"touchpoint", "step"})
_ACTORS = frozenset({"actor", "persona", "owner", "system"})


@frozen
class Names:
    """Ids, and the ids behind names, of one kind."""

    ids: dict[str, Element]
    by_name: dict[str, str]

    @classmethod
    def of(cls, elements: Iterable[Element]) -> "Names":
        """The names of these elements."""
        held = list(elements)
        return cls({one.id: one for one in held}, {slug(one.label): one.id for one in reversed(held)})

    def find(self, written: str) -> str | None:
        """The id that is meant, or None."""
        folded = fold(written)
        return folded if folded in self.ids else self.by_name.get(slug(written))


class Places:
    """Journeys, stages, touchpoints, activities and what is written at them, by every form in which they may be named."""

    def __init__(self, journeys: "Iterable[Journey]") -> None:
        self.places: dict[str, list[str]] = {}
        self.insights: dict[str, list[str]] = {}
        self.opportunities: dict[str, list[str]] = {}
        for journey in journeys:
            self._add(self.places, journey.id, journey.id)
            for stage in journey.stages:
                self._add(self.places, f"{journey.id}/stage:{stage.id}", f"stage:{stage.id}")
                for touchpoint in stage.touchpoints:
                    full = f"{journey.id}/{touchpoint.id}"
                    self._add(self.places, full, touchpoint.id)
                    for one in (*touchpoint.pains, *touchpoint.gains, *touchpoint.insights):
                        self._add(self.insights, f"{full}/{one.id}", one.id, f"{touchpoint.id}/{one.id}")
                    for other in touchpoint.opportunities:
                        self._add(self.opportunities, f"{full}/{other.id}", other.id, f"{touchpoint.id}/{other.id}")
            for activity in journey.activities:
                self._add(self.places, f"{journey.id}/{activity.id}", activity.id)

    @staticmethod
    def _add(table: dict[str, list[str]], full: str, *forms: str) -> None:
        for form in dict.fromkeys((full, *forms)):
            found = table.setdefault(form, [])
            if full not in found:
                found.append(full)


class Resolver:
    """Finds what references of a portfolio lead to."""

    def __init__(self, library: Any, journeys: "Elements[Journey]") -> None:
        self.journeys = journeys
        self.actors = Names.of(library.every_actor())
        self.tables: dict[str, Names] = {
            "channel": Names.of(library.channels), "kpi": Names.of(library.kpis), "source": Names.of(library.sources),
            "goal": Names.of(library.goals), "action": Names.of(library.actions), "journey": Names.of(journeys),
            "insight": Names.of(library.insights), "opportunity": Names.of(library.opportunities),
        }  # fmt: skip
        self._places: Places | None = None

    @property
    def places(self) -> Places:
        """All places; the table is made when a reference first asks for it."""
        if self._places is None:
            self._places = Places(self.journeys)
        return self._places

    def candidates(self, ref: Ref, written: str) -> list[str]:
        """What a reference may lead to; exactly one is right."""
        if ref.kind in _ACTORS:
            found = self.actors.find(written)
            fits = found is not None and (ref.kind == "actor" or isinstance(self.actors.ids[found], _CLASS_OF[ref.kind]))
            return [found] if found is not None and fits else []
        if ref.kind == "place":
            return self._in(self.places.places, written)
        if ref.kind in {"insight", "opportunity"}:
            return self._statements(ref, written)
        known = self.tables[ref.kind].find(written)
        return [known] if known else []

    def _statements(self, ref: Ref, written: str) -> list[str]:
        names = ("opportunity", "insight") if ref.kind == "opportunity" else ("insight",)
        for name in names:
            if (known := self.tables[name].find(written)) is not None:
                return [known]
        inline = [*(self._in(self.places.opportunities, written) if ref.kind == "opportunity" else ()), *self._in(self.places.insights, written)]
        return inline

    @staticmethod
    def _in(table: dict[str, list[str]], written: str) -> list[str]:
        folded = fold(written)
        return table.get(folded) or table.get("/".join(slug(part) if not part.startswith("stage:") else part for part in folded.split("/"))) or []

    def visit(self, _owner: Checked, _name: str, ref: Ref, written: str) -> str:
        """The id that a reference means, or the reference itself where it means none or several."""
        if ref.kind in _INNER and "/" not in written:
            return written
        found = self.candidates(Ref("place") if ref.kind in _INNER else ref, written)
        return found[0] if len(found) == 1 and not (ref.soft and ref.kind == "place") else written

    def problems(self, value: Checked, where: str) -> Iterator[Problem]:
        """Every reference below a value that leads nowhere, to several things, or to the wrong kind."""
        for path, owner, ref, written in references(value, where):
            if ref.soft or (ref.kind in _INNER and "/" not in written):
                continue
            found = self.candidates(Ref("place") if ref.kind in _INNER else ref, written)
            if len(found) > 1 or (not found and not ref.loose):
                yield self._problem(path, owner, ref, written, found)

    def _problem(self, path: str, owner: Checked, ref: Ref, written: str, found: list[str]) -> Problem:
        whose = owner._named()  # noqa: SLF001  # same family
        name = path.rsplit(".", 1)[-1].split("[", 1)[0]
        if found:
            return Problem(f"{whose} names {shown(written)} as {name}, which {len(found)} places are called.", path, got=shown(written),
                           expected="one of " + ", ".join(map(repr, found[:6])), hint="write the full form")  # fmt: skip
        if ref.kind in _ACTORS and (actual := self.actors.find(written)) is not None:
            kind, section = _SECTIONS[type(self.actors.ids[actual])]
            wanted, right = _SECTIONS[_CLASS_OF[ref.kind]]
            return Problem(f"{whose} names {shown(written)} as {name}, but that is {kind}.", path, got=shown(written), expected=f"{wanted} (section {right})",
                           hint=f"move {actual!r} from {section} to {right}, or name another")  # fmt: skip
        known = self._known(ref)
        near = nearest(fold(written), known)
        word = "an actor" if ref.kind == "actor" else f"a{'n' if ref.kind[0] in 'aeio' else ''} {ref.kind}"
        add = f"add {word} with that id" if ref.kind != "place" else "name a journey, 'journey/touchpoint' or 'journey/stage:stage'"
        return Problem(f"{whose} names {name} {shown(written)}, which this portfolio does not define.", path, got=shown(written),
                       expected="one of " + ", ".join(map(repr, known[:8])) + (" …" if len(known) > 8 else "") if known else word,
                       hint=f"did you mean {near!r}? Or {add}." if near else f"{add}.")  # fmt: skip

    def _known(self, ref: Ref) -> list[str]:
        if ref.kind in _ACTORS:
            return [key for key, one in self.actors.ids.items() if ref.kind == "actor" or isinstance(one, _CLASS_OF[ref.kind])]
        if ref.kind in _INNER or ref.kind == "place":
            return list(self.places.places)
        return [*self.tables[ref.kind].ids, *(self.places.insights if ref.kind == "insight" else ())]


def resolved(library: Any, journeys: "Elements[Journey]", names: Iterable[str]) -> tuple[dict[str, Any], "Elements[Journey]", list[Problem]]:
    """The collections of a library and the journeys with ids for references, and what is wrong."""
    resolver = Resolver(library, journeys)
    changed = _rewritten(library, names, resolver.visit)
    renewed = [rewritten(journey, resolver.visit) for journey in journeys]
    if any(new is not old for new, old in zip(renewed, journeys, strict=True)):
        journeys = Elements(renewed)
    problems = [
        problem
        for name in names
        for place, one in enumerate(changed.get(name, getattr(library, name)))
        for problem in resolver.problems(one, f"{name}['{one.id}']" if isinstance(one, Element) else f"{name}[{place}]")
    ]
    problems += [problem for journey in journeys for problem in resolver.problems(journey, f"journeys['{journey.id}']")]
    return changed, journeys, problems


def _rewritten(library: Any, names: Iterable[str], visit: Callable[[Checked, str, Ref, str], str]) -> dict[str, Any]:
    changed: dict[str, Any] = {}
    for name in names:
        held = getattr(library, name)
        renewed = [rewritten(one, visit) for one in held]
        if any(new is not old for new, old in zip(renewed, held, strict=True)):
            changed[name] = Elements(renewed) if isinstance(held, Elements) else tuple(renewed)
    return changed


