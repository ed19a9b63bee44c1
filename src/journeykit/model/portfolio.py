"""The portfolio: journeys and what they share, with every reference resolved."""

import copy
from collections.abc import Iterable
from typing import Any, ClassVar

from attrs import evolve, field, fields, frozen

from journeykit.arguments import check_arguments, door
from journeykit.display import Shown
from journeykit.errors import ModelError, Problem, ReferenceProblemError, UnknownNameError, shown, step

from .about import TEXT, Ref, about, about_field, later, many
from .activity import Link
from .addresses import Places
from .checked import MAP, Checked, Element, to_map, to_texts
from .elements import NONE, Elements, to_elements
from .frozenmap import EMPTY, FrozenMap
from .ids import fold
from .insight import Insight
from .journey import Journey
from .kpi import Measurement, doubled
from .library import FROM_FILE, Library
from .lookup import ActorParts, part_of
from .resolve import Resolver, resolved
from .walking import cycle, nested_fields, rewritten


def to_journeys(value: "Elements[Journey] | Journey | Iterable[Journey] | None") -> Elements[Journey]:
    """Journeys."""
    return to_elements(value, Journey)


_JOURNEYS = many(Journey, "journeys", Elements, "elements")
_SHARED = tuple(one.name for one in fields(Library) if (known := about_field(one)) is not None and not known.hidden)
_COLLECTIONS = nested_fields(Library)
_ACTOR_SECTIONS = ("personas", "owners", "systems", "actors")


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Portfolio(Library, Shown):
    """Journeys, and the library that they share.

    References may be written as ids or names; the portfolio holds ids. Each journey knows the library.

    Attributes:
        check: settings of the checker: profile, ignore, severity, parameters.

    Raises:
        ModelError: doubled ids, references that lead nowhere or in a circle; all at once.
    """

    _word: ClassVar[str] = "Portfolio"
    _instead: ClassVar[str] = FROM_FILE

    title: str | None = field(default=None, kw_only=False, metadata=about("What it is called.", TEXT))
    journeys: Elements[Journey] = field(default=NONE, converter=to_journeys, metadata=about("The journeys.", _JOURNEYS))
    check: FrozenMap[str, Any] = field(default=EMPTY, converter=to_map, metadata=about("Settings of the checker.", MAP))
    extra: FrozenMap[str, Any] = field(default=EMPTY, converter=to_map, metadata=about("Data that belongs to nobody; kept and saved.", MAP))

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        changed, journeys, problems = resolved(self, self.journeys, _COLLECTIONS)
        for name, value in changed.items():
            object.__setattr__(self, name, value)
        if self.organisation and len(known := Resolver(self, journeys).names("actor").find(self.organisation)) == 1:
            object.__setattr__(self, "organisation", known[0])
        problems += [*_circles(self, journeys), *self._measured_twice()]
        if doubled := [*self._doubled()]:
            raise ModelError([*doubled, *problems])
        if problems:
            raise ReferenceProblemError(problems)
        library = self.library
        object.__setattr__(library, "journey_titles", FrozenMap({one.id: one.title for one in journeys}))
        object.__setattr__(self, "journeys", Elements(_bound(journey, library) for journey in journeys))

    @property
    def library(self) -> Library:
        """What the journeys share, without the journeys."""
        return Library(**{name: getattr(self, name) for name in _SHARED})

    @classmethod
    def of(cls, journey: Journey) -> "Portfolio":
        """A portfolio of one journey, with the library it is bound to; what a bare journey mentions is declared for it.

        References to journeys that are not there go. Whoever is mentioned as two kinds, such as persona and owner, becomes two entries.
        """
        from .implied import implied  # noqa: PLC0415  # it needs what stands in this file's neighbours, and few ask

        kept, collections = implied(journey)
        return cls(journey.title, lang=journey.language, organisation=journey.library.organisation, journeys=[kept], **collections)

    @door
    def by_actor(self, actor: str | Element) -> ActorParts:
        """What one actor does: its part in every journey in which it appears, and its relations.

        Raises:
            UnknownNameError: there is no such actor.
        """
        known = self.actor(actor.id if isinstance(actor, Element) else actor)
        parts = tuple(part for journey in self.journeys if (part := part_of(journey, known)))
        return ActorParts(
            actor=known.id, parts=parts, relations=tuple(one for one in self.relations if known.id in {one.source, one.target})
        )

    @door
    def insights_at(self, place: str | None = None) -> tuple[tuple[str, Insight], ...]:
        """Insights with the place they stand at: those written at touchpoints, then those of the library with each of their anchors.

        Args:
            place: `journey`, `journey/stage:stage` or `journey/touchpoint`; only insights at or below it. None: all, also those without a place.

        Raises:
            UnknownNameError: there is no such place, or several are called so.
        """
        found: list[tuple[str, Insight]] = []
        for journey in self.journeys:
            for touchpoint in journey.touchpoints:
                found += [(f"{journey.id}/{touchpoint.id}", one) for one in (*touchpoint.pains, *touchpoint.gains, *touchpoint.insights)]
        found += [(anchor, one) for one in self.insights for anchor in one.anchors or ("",)]
        if place is None:
            return tuple(found)
        wanted = self._below(place)
        return tuple((anchor, one) for anchor, one in found if anchor in wanted)

    def _below(self, place: str) -> set[str]:
        places = Places(self.journeys).steps
        found = places.find(place)
        if len(found) != 1:
            raise UnknownNameError.of("place" if not found else "single place", place, found or places.all)
        full = found[0]
        journey_id, _, rest = full.partition("/")
        journey = self.journeys[journey_id]
        if not rest:
            return {
                journey_id,
                *(f"{journey_id}/stage:{one.id}" for one in journey.stages),
                *(f"{journey_id}/{one.id}" for one in (*journey.touchpoints, *journey.activities)),
            }
        if rest.startswith("stage:"):
            return {full, *(f"{journey_id}/{one.id}" for one in journey.stages[rest.removeprefix("stage:")].touchpoints)}
        return {full}

    @door
    def select(self, journeys: str | Iterable[str] | None = None, **slices: Any) -> "Portfolio":
        """A slice: only these journeys; further arguments slice each journey as `Journey.select` does.

        Journeys that keep no touchpoint go. Whatever in the library pointed to what is gone no longer does.

        Raises:
            UnknownNameError: a journey, stage, touchpoint, actor or layer that none of them has.
        """
        kept = [self.journeys[name] for name in to_texts(journeys)] if journeys is not None else list(self.journeys)
        if slices:
            check_arguments(Journey.select, (), slices)
            known = {"stages", "touchpoints"} & slices.keys()
            for name in sorted(known):
                _refuse_unknown(kept, name, slices[name])
            kept = [journey for one in kept if (journey := _lenient(one, slices, known)).touchpoints]
        return pruned(self, kept)

    def _doubled(self) -> Iterable[Problem]:
        seen: dict[str, str] = {}
        for name in (*_ACTOR_SECTIONS, *(one for one in _COLLECTIONS if one not in {*_ACTOR_SECTIONS, "measurements"}), "journeys"):
            if name not in _ACTOR_SECTIONS:
                seen = {}
            for one in getattr(self, name):
                if one.id in seen:
                    also = f" and {name}" if seen[one.id] != name else ""
                    yield Problem(f"Two entries of {seen[one.id]}{also} have the id {shown(one.id)}.", f"{step(name, one.id)}.id", got=shown(one.id), expected="ids that differ",
                                  hint=f"add the line `id: {one.id}-2` to the second, {shown(one.label)}")  # fmt: skip
                seen[one.id] = name

    def _measured_twice(self) -> Iterable[Problem]:
        nested = [evolve(one, kpi=kpi.id) for kpi in self.kpis for one in kpi.measurements]
        for place, one in enumerate(self.measurements):
            if one.kpi is None:
                yield Problem(
                    "A measurement names no KPI.",
                    f"measurements[{place}].kpi",
                    expected="the id of a KPI",
                    hint="name it, or write the measurement at its KPI",
                )
        yield from doubled((*nested, *self.measurements))


def _refuse_unknown(journeys: Iterable[Journey], name: str, wanted: str | Iterable[str] | None) -> None:
    ids = list(dict.fromkeys(one.id for journey in journeys for one in (journey.stages if name == "stages" else journey.touchpoints)))
    for one in to_texts(wanted):
        if fold(one) not in ids:
            raise UnknownNameError.of(name.removesuffix("s"), one, ids)


def _lenient(journey: Journey, slices: dict[str, Any], names: set[str]) -> Journey:
    """A slice of one of several journeys: what one journey lacks, another may have."""
    held: dict[str, Elements[Any]] = {"stages": journey.stages, "touchpoints": journey.touchpoints}
    known: dict[str, Any] = {
        name: [one for one in to_texts(slices[name]) if one in held[name]] for name in names if slices[name] is not None
    }
    return journey.select(**(slices | known))


def _bound(journey: Journey, library: Library) -> Journey:
    if journey.library == library and journey.library.journey_titles == library.journey_titles:
        return journey
    bound = copy.copy(journey)
    object.__setattr__(bound, "library", library)
    return bound


def _circles(library: Library, journeys: Elements[Journey]) -> Iterable[Problem]:
    checks: list[tuple[str, list[tuple[str, str]]]] = [
        ("parent", [(one.id, one.parent) for one in library.every_actor() if one.parent]),
        ("supersedes", [(one.id, one.supersedes) for one in journeys if one.supersedes]),
        ("sub_journey", [(one.id, inner.sub_journey) for one in journeys for inner in one.touchpoints if inner.sub_journey]),
    ]
    for name, edges in checks:
        if circle := cycle(edges):
            yield Problem(f"The field {name} leads in a circle.", name, got=" → ".join(circle), expected="an order without circles")


def pruned(portfolio: Portfolio, journeys: Iterable[Journey]) -> Portfolio:
    """The portfolio with only these journeys, and without references to what is gone."""
    kept = Elements(journeys)
    places, ids = Places(kept), set(kept.ids)
    gone_inline = Places(portfolio.journeys)

    def alive(ref: Ref, written: str) -> bool:
        if ref.soft:
            return True
        if ref.kind == "journey":
            return written in ids
        if ref.kind == "place" or (ref.kind in {"step", "touchpoint"} and "/" in written):
            return written in places.steps
        if ref.kind in {"insight", "opportunity"} and "/" in written:
            return (
                written in places.insights
                or written in places.opportunities
                or (written not in gone_inline.insights and written not in gone_inline.opportunities)
            )
        return True

    def visit(_owner: Checked, _name: str, ref: Ref, written: str) -> str | None:
        return written if alive(ref, written) else None

    def whole(one: Checked) -> bool:
        """Links and measurements lose their meaning with their ends."""
        ends = (one.source, one.target) if isinstance(one, Link) else (one.anchor,) if isinstance(one, Measurement) and one.anchor else ()
        return (
            all("/" not in end or end in places.steps for end in ends)
            if isinstance(one, Link)
            else all(end in places.steps for end in ends)
        )

    changes: dict[str, Any] = {}
    for name in _COLLECTIONS:
        held = [one for one in getattr(portfolio, name) if whole(one)]
        if name == "kpis":
            held = [evolve(one, measurements=[m for m in one.measurements if whole(m)]) for one in held]
        changes[name] = [rewritten(one, visit) for one in held]
    renewed = [rewritten(evolve(one, links=[link for link in one.links if whole(link)]), visit) for one in kept]
    return evolve(portfolio, journeys=renewed, **changes)
