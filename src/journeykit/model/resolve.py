"""From what is written to ids: every reference of a portfolio, by id or name."""

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from attrs import frozen

from journeykit.errors import Problem, nearest, shown, step
from journeykit.record import Record

from .about import Ref
from .actors import Actor, Owner, Persona, System
from .addresses import Places
from .checked import Checked, Element
from .elements import Elements
from .ids import fold, slug
from .walking import references, rewritten

if TYPE_CHECKING:
    from .journey import Journey
    from .library import Library

_SECTIONS: dict[type[Element], tuple[str, str]] = {
    Persona: ("a persona", "personas"), Owner: ("an owner", "owners"), System: ("a system", "systems"), Actor: ("another actor", "actors"),
}  # fmt: skip
_CLASS_OF: dict[str, type[Actor]] = {"persona": Persona, "owner": Owner, "system": System}
_INNER = frozenset({"touchpoint", "step"})
_ACTORS = frozenset({"actor", "persona", "owner", "system"})


@frozen(eq=False, repr=False)
class Names(Record):
    """Ids, and the ids behind names, of one kind."""

    ids: dict[str, Element]
    by_name: dict[str, list[str]]

    @classmethod
    def of(cls, elements: Iterable[Element]) -> "Names":
        """The names of these elements."""
        ids, by_name = {}, dict[str, list[str]]()
        for one in elements:
            ids[one.id] = one
            by_name.setdefault(slug(one.label), []).append(one.id)
        return cls(ids, by_name)

    def find(self, written: str) -> list[str]:
        """The id that is written, else the ids of all that are called so."""
        if written in self.ids:
            return [written]
        folded = fold(written)
        return [folded] if folded in self.ids else self.by_name.get(slug(written), [])


class Resolver:
    """Finds what references of a portfolio lead to.

    `doubtful` once a reference was visited that leads nowhere or to several things: only then is it worth to ask for `problems`.
    """

    def __init__(self, library: "Library", journeys: "Elements[Journey]") -> None:
        self._journeys = journeys
        self._names: dict[str, Names] = {}
        self._held: dict[str, Iterable[Element]] = {
            "persona": library.personas, "owner": library.owners, "system": library.systems, "actor": library.every_actor(),
            "channel": library.channels, "kpi": library.kpis, "source": library.sources, "goal": library.goals, "action": library.actions,
            "journey": journeys, "insight": library.insights, "opportunity": library.opportunities,
        }  # fmt: skip
        self._places: Places | None = None
        self._seen: dict[tuple[str, str], str] = {}
        self.doubtful = False

    @property
    def places(self) -> Places:
        """All places; made when a reference first asks for one."""
        if self._places is None:
            self._places = Places(self._journeys)
        return self._places

    def names(self, kind: str) -> Names:
        """Ids and names of one kind; made when a reference first asks for it."""
        known = self._names.get(kind)
        if known is None:
            known = self._names[kind] = Names.of(self._held[kind])
        return known

    def candidates(self, ref: Ref, written: str) -> list[str]:
        """What a reference may lead to; exactly one is right."""
        if ref.kind == "place" or ref.kind in _INNER:
            return self.places.steps.find(written)
        if ref.kind == "insight":
            return self.names("insight").find(written) or self.places.insights.find(written)
        if ref.kind == "opportunity":
            return self._answerable(written)
        return self.names(ref.kind).find(written)

    def _answerable(self, written: str) -> list[str]:
        """Opportunities and insights share one field: an id beats a name, and an opportunity an insight."""
        folded = fold(written)
        for kind in ("opportunity", "insight"):
            if folded in self.names(kind).ids:
                return [folded]
        return (
            self.names("opportunity").find(written)
            or self.names("insight").find(written)
            or [*self.places.opportunities.find(written), *self.places.insights.find(written)]
        )

    def visit(self, _owner: Checked, _name: str, ref: Ref, written: str) -> str:
        """The id that a reference means, or the reference itself where it means none or several."""
        known = self._seen.get((ref.kind, written))
        if known and not ref.soft:
            return known
        if (ref.kind in _INNER and "/" not in written) or (ref.soft and ref.kind == "place"):
            return written
        if known is None:
            found = self.candidates(ref, written)
            known = self._seen[ref.kind, written] = found[0] if len(found) == 1 else ""
        if known:
            return known
        self.doubtful = self.doubtful or not (ref.soft or ref.loose)
        return written

    def problems(self, value: Checked, where: str) -> Iterator[Problem]:
        """Every reference below a value that leads nowhere, to several things, or to the wrong kind; a loose one stands for itself then."""
        for path, owner, ref, written in references(value, where):
            if ref.soft or ref.loose or (ref.kind in _INNER and "/" not in written):
                continue
            found = self.candidates(ref, written)
            if len(found) != 1:
                yield self._problem(path, owner, ref, written=written, found=found)

    def _problem(self, path: str, owner: Checked, ref: Ref, *, written: str, found: list[str]) -> Problem:
        whose = owner._named()  # noqa: SLF001  # same family
        name = path.rsplit(".", 1)[-1].split("[", 1)[0]
        if found:
            what = "places are" if ref.kind == "place" or ref.kind in _INNER else "entries are"
            return Problem(f"{whose} names {shown(written)} as {name}, which {len(found)} {what} called.", path, got=shown(written),
                           expected="one of " + ", ".join(map(repr, found[:6])), hint="write the one that is meant")  # fmt: skip
        if ref.kind in _CLASS_OF and (elsewhere := self.names("actor").find(written)):
            return self._wrong_section(path, f"{whose} names {shown(written)} as {name}", ref, written=written, actual=elsewhere[0])
        known = self._known(ref)
        near = nearest(fold(written), known)
        word = "an actor" if ref.kind == "actor" else f"a{'n' if ref.kind[0] in 'aeio' else ''} {ref.kind}"
        add = (
            "name a journey, 'journey/touchpoint' or 'journey/stage:stage'"
            if ref.kind == "place" or ref.kind in _INNER
            else f"add {word} with that id"
        )
        return Problem(f"{whose} names {name} {shown(written)}, which this portfolio does not define.", path, got=shown(written),
                       expected="one of " + ", ".join(map(repr, known[:8])) + (" …" if len(known) > 8 else "") if known else word,
                       hint=f"did you mean {near!r}? Or {add}." if near else f"{add}.")  # fmt: skip

    def _wrong_section(self, path: str, opening: str, ref: Ref, *, written: str, actual: str) -> Problem:
        kind, section = _SECTIONS[type(self.names("actor").ids[actual])]
        wanted, right = _SECTIONS[_CLASS_OF[ref.kind]]
        return Problem(f"{opening}, but that is {kind}.", path, got=shown(written), expected=f"{wanted} (section {right})",
                       hint=f"move {actual!r} from {section} to {right}, or name another")  # fmt: skip

    def _known(self, ref: Ref) -> list[str]:
        if ref.kind in _INNER or ref.kind == "place":
            return self.places.steps.all
        if ref.kind == "insight":
            return [*self.names("insight").ids, *self.places.insights.all]
        if ref.kind == "opportunity":
            return [*self.names("opportunity").ids, *self.names("insight").ids, *self.places.opportunities.all, *self.places.insights.all]
        return list(self.names(ref.kind).ids)


def resolved(
    library: "Library", journeys: "Elements[Journey]", names: Collection[str]
) -> tuple[dict[str, Any], "Elements[Journey]", list[Problem]]:
    """The collections of a library and the journeys with ids for references, and what is wrong."""
    resolver = Resolver(library, journeys)
    changed: dict[str, Any] = {}
    for name in names:
        held = getattr(library, name)
        renewed = [rewritten(one, resolver.visit) for one in held]
        if any(new is not old for new, old in zip(renewed, held, strict=True)):
            changed[name] = Elements(renewed) if isinstance(held, Elements) else tuple(renewed)
    kept = [rewritten(journey, resolver.visit) for journey in journeys]
    if any(new is not old for new, old in zip(kept, journeys, strict=True)):
        journeys = Elements(kept)
    return changed, journeys, list(_problems(resolver, changed, library, journeys, names=names)) if resolver.doubtful else []


def _problems(
    resolver: Resolver, changed: dict[str, Any], library: "Library", journeys: "Elements[Journey]", *, names: Collection[str]
) -> Iterator[Problem]:
    for name in names:
        for place, one in enumerate(changed.get(name, getattr(library, name))):
            yield from resolver.problems(one, step(name, one.id if isinstance(one, Element) else place))
    for journey in journeys:
        yield from resolver.problems(journey, step("journeys", journey.id))
