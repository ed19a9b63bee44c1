"""What a bare journey mentions, declared: so that it can stand in a portfolio."""

from typing import Any

from attrs import evolve

from .about import Ref, RefKind
from .action import Goal
from .actors import Owner, Persona, System
from .checked import Checked, Element
from .elements import Elements
from .ids import slug
from .insight import Source
from .journey import Journey
from .kpi import KPI, Measurement
from .resolve import Resolver
from .walking import nested_fields, references, rewritten

_MADE: dict[RefKind, tuple[str, type[Element]]] = {
    "persona": ("personas", Persona), "system": ("systems", System), "owner": ("owners", Owner), "actor": ("owners", Owner),
    "kpi": ("kpis", KPI), "source": ("sources", Source), "goal": ("goals", Goal),
}  # fmt: skip
_ACTORS = ("personas", "systems", "owners")


class _Declared:
    """Finds what a journey mentions, and declares what its library lacks."""

    def __init__(self, journey: Journey) -> None:
        self.added: dict[str, dict[str, Element]] = {section: {} for section, _ in _MADE.values()}
        self._journey = journey
        self._resolver = Resolver(journey.library, Elements([journey]))
        self._actor_ids = {one.id for one in journey.library.every_actor()}
        mentioned = [(ref.kind, written) for _, _, ref, written in references(journey) if not ref.loose]
        for kind in _MADE:  # in this order: who is a persona or a system somewhere is no owner elsewhere, where any actor will do
            for one, written in mentioned:
                if one == kind:
                    self._find(Ref(kind), written)

    def visit(self, _owner: Checked, name: str, ref: Ref, written: str) -> str | None:
        """The id that is meant; None where it is no part of this journey and cannot be declared."""
        if name in {"sub_journey", "supersedes"} and self._is_here(written):
            return None
        if ref.soft or ref.loose or (ref.kind in {"touchpoint", "step"} and "/" not in written):
            return written
        return self._find(ref, written)

    def leads(self, end: str) -> bool:
        """Whether the end of a link or the anchor of a measurement is part of the journey."""
        return bool(self._resolver.candidates(Ref("place"), end))

    def _is_here(self, written: str) -> bool:
        return self._journey.id in self._resolver.candidates(Ref("journey"), written)

    def _find(self, ref: Ref, written: str) -> str | None:
        found = self._resolver.candidates(ref, written)
        if found:
            return found[0]
        section, cls = _MADE.get(ref.kind, ("", Element))
        if not section:
            return None
        key = slug(written)
        known = [self.added[name][key] for name in (_ACTORS if ref.kind == "actor" else (section,)) if key in self.added[name]]
        return known[0].id if known else self._declare(section, cls, written)

    def _declare(self, section: str, cls: Any, written: str) -> str:
        key = free = slug(written)
        if section in _ACTORS:
            number = 2
            while free in self._actor_ids:
                free, number = f"{key}-{number}", number + 1
            self._actor_ids.add(free)
        self.added[section][key] = cls(written, id=free)
        return free


def implied(journey: Journey) -> tuple[Journey, dict[str, Any]]:
    """The journey with ids for names, and the collections of a library in which all that it mentions is declared.

    Personas, systems, KPIs, sources and goals by the field that mentions them; other actors become owners without a kind. Whoever is
    mentioned as two kinds is declared as both, the second with a number at its id. References to other journeys, and to insights and
    opportunities that are not here, go: nothing could be declared for them that would be true.
    """
    declared = _Declared(journey)
    links = [link for link in journey.links if all("/" not in end or declared.leads(end) for end in (link.source, link.target))]
    kept = rewritten(journey if len(links) == len(journey.links) else evolve(journey, links=links), declared.visit)
    collections: dict[str, Any] = {}
    for name in nested_fields(type(journey.library)):
        held = [_whole(item, declared) for item in getattr(journey.library, name)]
        own = [rewritten(item, declared.visit) for item in held if item is not None]
        collections[name] = (*own, *declared.added.get(name, {}).values())
    return kept, collections


def _whole(item: Any, declared: _Declared) -> Any:
    """A measurement loses its meaning with its anchor."""
    if isinstance(item, Measurement):
        return item if item.anchor is None or declared.leads(item.anchor) else None
    if isinstance(item, KPI) and item.measurements:
        return evolve(item, measurements=[one for one in item.measurements if _whole(one, declared) is not None])
    return item
