"""What a bare journey mentions, declared: so that it can stand in a portfolio."""

from typing import TYPE_CHECKING, Any

from attrs import fields

from .about import Ref
from .actors import Actor, Owner, Persona, System
from .ids import fold, slug
from .insight import Source
from .kpi import KPI
from .library import Library
from .references import references

if TYPE_CHECKING:
    from .journey import Journey


def implied_library(journey: "Journey") -> dict[str, Any]:
    """The collections of a journey's library, with whatever it mentions beyond them added under its name.

    Personas, systems, KPIs and sources by the field that mentions them; other actors become owners without a kind.
    """
    library: Library = journey.library
    added: dict[str, dict[str, Any]] = {"personas": {}, "systems": {}, "owners": {}, "kpis": {}, "sources": {}}
    order = ("persona", "system", "owner", "actor", "kpi", "source")
    mentioned: dict[str, list[tuple[Ref, str]]] = {kind: [] for kind in order}
    for _, _, ref, written in references(journey):
        if ref.kind in mentioned and not ref.loose:
            mentioned[ref.kind].append((ref, written))
    for kind in order:
        for _, written in mentioned[kind]:
            _declare(library, added, kind, written)
    return {name: (*getattr(library, name), *added.get(name, {}).values()) for name in _collections(library)}


def _collections(library: Library) -> list[str]:
    return [one.name for one in fields(type(library))]


def _declare(library: Library, added: dict[str, dict[str, Any]], kind: str, written: str) -> None:
    key = slug(written)
    actor = kind in {"persona", "system", "owner", "actor"}
    held: list[Any] = list(library.every_actor()) if actor else list(library.kpis if kind == "kpi" else library.sources)
    sections = ("personas", "systems", "owners") if actor else (f"{kind}s",)
    if any(one.id == fold(written) or slug(one.label) == key for one in held) or any(key in added[name] for name in sections):
        return
    made: Actor | KPI | Source
    match kind:
        case "persona":
            made = Persona(written)
        case "system":
            made = System(written)
        case "kpi":
            made = KPI(written)
        case "source":
            made = Source(written)
        case _:
            made = Owner(written)
    added[{"actor": "owners"}.get(kind, f"{kind}s")][key] = made
