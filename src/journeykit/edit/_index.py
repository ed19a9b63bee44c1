"""What has which address in a portfolio or journey, and what every reference leads to."""

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from journeykit.errors import Problem, UnknownNameError, did_you_mean, nearest, shown
from journeykit.model import Checked, Element, Elements, Journey, Library, Portfolio, Ref, Resolver, fold, nested_fields, slug

__all__ = ["ACTORS", "STATEMENTS", "Index", "Path", "address_of", "family"]

Path = tuple[tuple[str, str], ...]
"""From the root to an element: the field that holds it and its id, step by step."""

ACTORS = frozenset({"personas", "owners", "systems", "actors"})
STATEMENTS = frozenset({"pains", "gains", "insights"})
_SECTIONS = {
    "persona": {"personas"}, "owner": {"owners"}, "system": {"systems"}, "actor": ACTORS, "relation": {"relations"}, "channel": {"channels"},
    "source": {"sources"}, "kpi": {"kpis"}, "insight": STATEMENTS, "opportunity": {"opportunities"}, "goal": {"goals"}, "action": {"actions"},
    "journey": {"journeys"}, "stage": {"stages"}, "touchpoint": {"touchpoints"}, "activity": {"activities"},
}  # fmt: skip
_INNER = frozenset({"touchpoint", "step"})


def family(kind: str) -> str:
    """The id space that a kind of reference looks into."""
    return "actor" if kind in {"persona", "owner", "system", "actor"} else kind


def address_of(path: Path) -> str:
    """The full address of an element, as references write it."""
    (section, first), *rest = path
    if section != "journeys":
        return first
    parts = [first]
    for place, (name, key) in enumerate(rest):
        if name == "stages" and place == len(rest) - 1:
            parts.append(f"stage:{key}")
        elif name != "stages":
            parts.append(key)
    return "/".join(parts)


@frozen
class Index:
    """All elements of a portfolio or journey by path, and what its references lead to."""

    elements: dict[Path, Element]
    resolver: Resolver
    _by_address: dict[tuple[str, str], Path] = field(factory=dict)

    @classmethod
    def of(cls, root: Portfolio | Journey) -> "Index":
        """The index of a portfolio; of a journey: its elements and those of the library that it is bound to."""
        library: Library = root if isinstance(root, Portfolio) else root.library
        journeys = root.journeys if isinstance(root, Portfolio) else Elements([root])
        elements: dict[Path, Element] = dict(_below(library, ()))
        for journey in journeys:
            elements[("journeys", journey.id),] = journey
            elements.update(_below(journey, (("journeys", journey.id),)))
        by_address = {(_space(path), address_of(path)): path for path in reversed(list(elements))}
        return cls(elements, Resolver(library, journeys), by_address)

    def target(self, ref: Ref, written: str, journey: str) -> Path | None:
        """The element that a reference leads to; None where it leads to none or to several."""
        if ref.kind in _INNER and "/" not in written:
            return self._by_address.get(("step", f"{journey}/{fold(written)}"))
        found = self.resolver.candidates(ref, written)
        if len(found) != 1:
            return None
        if ref.kind in {"insight", "opportunity"}:
            spaces = ("opportunity", "insight") if ref.kind == "opportunity" else ("insight",)
        else:
            spaces = ("step",) if ref.kind == "place" or ref.kind in _INNER else (family(ref.kind),)
        known = (self._by_address.get(("step" if space == "journey" else space, found[0])) for space in spaces)
        return next((path for path in known if path is not None), None)

    def find(self, address: str, kind: str | None = None) -> Path:
        """The element at an address.

        Raises:
            UnknownNameError: there is none, or several.
        """
        found = self.matches(address, kind)
        if len(found) == 1:
            return found[0]
        names = sorted({form for path in found or self._of_kind(kind) for form in (_qualified(path),)})
        near = None if found else nearest(fold(address), [form for path in self._of_kind(kind) for form in _forms(path)])
        raise UnknownNameError(
            Problem(
                f"{len(found)} elements are called {shown(address)}." if found else f"There is no element {shown(address)}.",
                got=shown(address),
                expected="one of " + ", ".join(map(repr, names[:8])) + (" …" if len(names) > 8 else "")
                if names
                else "nothing: there are none",
                hint="write one of these" if found else f"did you mean {near!r}?" if near else "",
            )
        )

    def matches(self, address: str, kind: str | None = None) -> list[Path]:
        """All elements that an address may mean: by full address, else by a shorter form, else by title."""
        folded = fold(address)
        held = list(self._of_kind(kind))
        exact = [path for path in held if path[0][0] == "journeys" and address_of(path) == folded]
        shorter = [path for path in held if folded in _forms(path)]
        if len(exact) == 1 and all(path[0][0] == "journeys" for path in shorter):
            return exact
        if not shorter and kind == "stage":
            shorter = [path for path in held if path[-1][1] == folded]
        return shorter or [path for path in held if slug(self.elements[path].label) == slug(address)]

    def _of_kind(self, kind: str | None) -> Iterator[Path]:
        if kind is None:
            yield from self.elements
            return
        if kind not in _SECTIONS:
            hint = did_you_mean(kind, _SECTIONS)
            raise UnknownNameError(
                Problem(f"There is no kind {shown(kind)}.", got=shown(kind), expected=f"one of {', '.join(_SECTIONS)}", hint=hint)
            )
        yield from (path for path in self.elements if path[-1][0] in _SECTIONS[kind])


def _below(value: Checked, path: Path) -> Iterator[tuple[Path, Element]]:
    for name in nested_fields(type(value)):
        held: Any = getattr(value, name)
        if name == "journeys" or not held or isinstance(held, Checked):
            continue
        for one in held:
            if isinstance(one, Element):
                here = (*path, (name, one.id))
                yield here, one
                yield from _below(one, here)


def _space(path: Path) -> str:
    section = path[-1][0]
    if section in ACTORS:
        return "actor"
    if section in STATEMENTS:
        return "insight"
    if section == "opportunities":
        return "opportunity"
    return "step" if path[0][0] == "journeys" else section.removesuffix("s")


def _qualified(path: Path) -> str:
    (section, key), *below = path
    return address_of(path) if section == "journeys" and below else f"{section}/{key}"


def _forms(path: Path) -> set[str]:
    """Every way to write the address of an element: full, shorter, and behind its section."""
    full = address_of(path)
    parts = full.split("/")
    forms = {"/".join(parts[at:]) for at in range(len(parts))}
    return forms | {f"{path[0][0]}/{full}"}
