"""The service blueprint: what the customer meets, who is on stage, what happens behind, what supports it, and how it hangs together."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Literal, get_args

from attrs import evolve, frozen

from journeykit.diagram import Badge, Band, Blueprint, CardLane, Column, Diagram, Fact, Lane, LineKind, NamedLine
from journeykit.errors import UnknownNameError
from journeykit.model import Journey

from .arcs import arcs, effects_elsewhere
from .blueprint_cards import customer_lane, customer_name, layer_lane
from .blueprint_choice import Parts, chosen_parts
from .blueprint_finding import blueprint_description, blueprint_finding
from .blueprint_gathering import with_contents
from .blueprint_lanes import evidence_lane, feelings_lane, metrics_lane, time_lane
from .blueprint_legend import blueprint_legend
from .blueprint_links import LAYERS, LINES, connectors, kept_places, line_counts
from .blueprint_notes import Remarks, notes_title, notes_told, remarks, without_notes
from .blueprint_paths import with_paths_of
from .blueprint_slice import Part, part_shown
from .blueprint_stages import Collapsed, at_stages, collapsed
from .blueprint_table import blueprint_table
from .context import Context, context_of
from .direction import runs_right_to_left
from .legend import legend
from .printed import counted, embedded, listed
from .selection import LaneLike
from .telling import telling
from .titleblock import badges, facts

BlueprintDetail = Literal["auto", "all", "stages", "summary"]
MOST_DRAWN = 240
"""With more touchpoints, `auto` draws one column a stage."""


def service_blueprint(
    journey: Journey,
    *,
    lanes: LaneLike | Sequence[LaneLike] | None = None,
    layers: str | Sequence[str] | None = None,
    stages: str | Sequence[str] | None = None,
    actors: str | Sequence[str] | None = None,
    sub_journeys: str | Mapping[str, str] | None = None,
    detail: BlueprintDetail = "auto",
    language: str | None = None,
) -> Diagram:
    """The blueprint of a journey.

    Args:
        journey: the journey, or a slice of it; bound to a portfolio it also shows what that shares.
        lanes: which lanes, by name (`BLUEPRINT_LANES`, or any lane of a map); `+name` and `-name` change the default, which is every lane that has
            something to say. A `LaneSpec` or a function of a touchpoint adds a lane of one's own, below the cards.
        layers: only these layers of cards; the customer's own is always there.
        stages: only these stages, by id or title.
        actors: only these actors, by id or name, and what touches them: what is linked with their activities.
        sub_journeys: where a touchpoint leads that is a journey of its own: an address with `{id}`, such as `{id}.svg`, or addresses by id.
        detail: "all" draws every touchpoint, "stages" (or "summary") one column a stage, "auto" the stages above 240 touchpoints.
        language: of the words that are not the journey's own (BCP 47).

    Raises:
        UnknownNameError: there is no lane, no layer, no stage, no actor, or no detail, of that name.
        RenderError: a lane of one's own has no name, or gave something that is no text.

    Example:
        >>> from journeykit.model import Activity, Journey, Link, Stage, Touchpoint
        >>> stay = Journey("I stay", stages=[Stage("Arrive", [Touchpoint("Checks in")])], activities=[Activity("Registers", touchpoints="checks-in")],
        ...                links=[Link(source="checks-in", target="registers", kind="message")])
        >>> [part.title if hasattr(part, "title") else part.name for part in service_blueprint(stay).blueprint.parts]
        ['Customer', 'Line of interaction', 'Frontstage']
    """
    if detail not in (known := get_args(BlueprintDetail)):
        raise UnknownNameError.of("detail", str(detail), known)
    chosen = chosen_parts(journey, lanes, layers)
    part = part_shown(journey, chosen.layers, stages=_names(stages), actors=_names(actors))
    shown = part.journey
    service = context_of(journey, language)
    asked = _Asked(chosen=chosen, language=language, part=part, service=service, linked=_addresses(shown, sub_journeys))
    places = kept_places(shown.links, journey.links)
    whole = service if part.is_whole else _numbered(context_of(shown, language), service)
    if detail in {"stages", "summary"} or (detail == "auto" and len(shown.touchpoints) > MOST_DRAWN):
        held = collapsed(shown, whole.words)
        context = at_stages(context_of(held.journey, language), whole)
        order = [one.stage.id for one in service.blocks]
        context = evolve(context, numbers=tuple(order.index(one.stage.id) + 1 for one in whole.blocks))
        diagram = _drawn(context, asked, whole, places=[places[at] for at in held.links], held=held)
        return with_paths_of(diagram, context, whole)
    return _drawn(whole, asked, whole, places=places)


@frozen(kw_only=True, eq=False)
class _Asked:
    """What a user asks for, looked up. `linked`: where touchpoints lead, by their id. `service`: the journey of which a `part` is shown."""

    chosen: Parts
    language: str | None
    part: Part
    service: Context
    linked: Mapping[str, str]


def _numbered(context: Context, service: Context) -> Context:
    """Columns with the numbers that they have in the whole."""
    at = service.journey.touchpoints.position
    return evolve(context, numbers=tuple(service.numbers[at(one.id)] for one in context.columns))


def _at_stages(service: Context, asked: _Asked) -> Context:
    """The whole of which a part is shown, one column a stage: its notes give the numbers."""
    return context_of(collapsed(service.journey, service.words).journey, asked.language)


def _names(asked: str | Sequence[str] | None) -> list[str]:
    return [name.strip() for one in ([asked] if isinstance(asked, str) else asked or ()) for name in one.split(",") if name.strip()]


def _addresses(journey: Journey, asked: str | Mapping[str, str] | None) -> dict[str, str]:
    if asked is None:
        return {}
    held = [(one.id, one.sub_journey) for one in journey.touchpoints if one.sub_journey]
    if isinstance(asked, str):
        return {key: asked.replace("{id}", target) for key, target in held}
    return {key: asked[target] for key, target in held if target in asked}


def _drawn(context: Context, asked: _Asked, whole: Context, *, places: Sequence[int], held: Collapsed | None = None) -> Diagram:
    """What is found and known is that of the `whole`, whatever part of it the columns can show. `places` are those of the links in what is given."""
    chosen, language, service = asked.chosen, asked.language, asked.service
    words, mine, journey = context.words, context.words.blueprint, context.journey
    said = remarks(context, context if asked.part.is_whole else _at_stages(service, asked) if held else service)
    said = said if chosen.notes else without_notes(said)
    cards = _card_lanes(context, said, asked.linked, packs=held is not None and held.behind.by_layer)
    if held:
        cards = with_contents(cards, {**held.sizes, **held.behind.details}, held.behind.contents, words)
    over = arcs(context, behind=True, branches=False)
    links = connectors(context, places)
    upper = _lanes(context, chosen.above, held.times if held else {})
    lower = (*_lanes(context, chosen.below, {}), *(lane for one in chosen.own if (lane := one.draw(context))))
    effects = effects_elsewhere(context)
    finding = _finding(whole, asked)
    description = blueprint_description(whole, cards, finding)
    return Diagram(
        view="service-blueprint",
        title=journey.title,
        bands=tuple(Band(title=one.stage.title, start=one.start, end=one.end, source=one.path) for one in context.blocks),
        columns=tuple(Column(title=one.title, number=str(context.numbers[at]), source=context.paths[at]) for at, one in enumerate(context.columns)),
        lanes=upper,
        blueprint=Blueprint(
            parts=_with_lines(service, cards, is_part=not asked.part.is_whole), connectors=links, notes=said.notes, notes_title=notes_title(said.notes, mine),
            notes_note=mine.notes_note, below=lower, connectors_title=mine.connectors, continues=mine.continues,
        ),
        arcs=over,
        finding=finding,
        description=description,
        telling="\n".join(one for one in (telling(whole, description), notes_told(context, said)) if one),
        lang=journey.language or language or "",
        rtl=runs_right_to_left(journey.language, (journey.title, *(one.title for one in context.columns))),
        badges=_badges(whole, asked),
        facts=_facts(whole),
        corner=words.stage,
        spine=words.touchpoint,
        critical_tag=words.critical,
        footnotes=tuple(one for one in (_convention(context), _left_out(context, held), _cut(asked), _without_columns(asked), *effects) if one),
        legend_title=words.legend,
        legend=(*blueprint_legend(cards, links, over, context), *legend((), (*upper, *lower), words)),
        continued=words.continued,
        part=words.part,
        page=words.page,
        texts_in_full=words.texts_in_full,
        titles_in_full=words.titles_in_full,
        source=context.path,
        table=blueprint_table(context, (*upper, *lower), said, links, over=over),
    )  # fmt: skip


def _card_lanes(context: Context, said: Remarks, linked: Mapping[str, str], *, packs: bool) -> tuple[CardLane, ...]:
    found = (customer_lane(context, said.markers, linked), *(layer_lane(context, one, said.markers, packs=packs) for one in LAYERS[1:]))
    return tuple(one for one in found if one is not None)


def _with_lines(context: Context, lanes: Sequence[CardLane], *, is_part: bool) -> tuple[CardLane | NamedLine, ...]:
    """The lanes with the lines between them: where a layer is missing, the lines around it stand under each other."""
    counts = line_counts(context.journey)
    out: list[CardLane | NamedLine] = []
    before = -1
    for lane in lanes:
        rank = LAYERS.index(lane.key)
        out += [_named_line(context, kind, *counts[kind], is_part=is_part) for kind in LINES[max(0, before) : rank] if before >= 0]
        out.append(lane)
        before = rank
    return tuple(out)


def _named_line(context: Context, kind: LineKind, contacts: int, others: int, *, is_part: bool) -> NamedLine:
    """A line with what it means, and how many links of the whole journey cross it; of contacts only the line of interaction tells."""
    words, mine = context.words, context.words.blueprint
    name = mine.lines[kind]
    if kind == "visibility":
        return NamedLine(kind=kind, name=name, note=mine.below_line[context.journey.visibility_convention])
    if kind != "interaction":
        contacts, others = 0, contacts + others
    parts = [counted(contacts, mine.contacts_n, words)] if contacts else []
    if others:
        parts.append(counted(others, mine.other_links_n if contacts else mine.links_n, words))
    form = {"interaction": mine.meets, "internal": mine.inside, "external": mine.outside}[kind]
    note = form.format(count=listed(parts, words) or mine.no_links)
    meaning = form.format(count="").rstrip(": ")
    of_whole = mine.in_whole.format(note=note)
    return NamedLine(kind=kind, name=name, note=of_whole if is_part else note, first_note=of_whole, later_note=meaning)


def _lanes(context: Context, names: Sequence[str], times: Mapping[str, str]) -> tuple[Lane, ...]:
    from .lanes import CATALOGUE  # noqa: PLC0415  # the catalogue of the map is needed only where a lane of it is asked for

    own: dict[str, Callable[[Context], Lane | None]] = {
        "time": partial(time_lane, known=times), "physical_evidence": evidence_lane, "feelings": feelings_lane, "metrics": metrics_lane,
    }  # fmt: skip
    found = [(own[name] if name in own else CATALOGUE[name].draw)(context) for name in names]
    return tuple(one for one in found if one is not None)


def _badges(context: Context, asked: _Asked) -> tuple[Badge, ...]:
    first, *rest = badges(context)
    words, part = context.words, asked.part
    parts = ([context.names(one) for one in part.actors], part.stages)
    shown = [Badge(text=listed(one, words)) for one in parts if one]
    if part.hidden:
        shown.append(Badge(text=words.blueprint.left_out.format(names=listed([words.blueprint.layers[one] for one in part.hidden], words))))
    return (first, Badge(text=words.blueprint.badge), *shown, *rest)


def _facts(context: Context) -> tuple[Fact, ...]:
    mine, convention = context.words.blueprint, context.journey.visibility_convention
    said = Fact(heading=mine.convention, line=mine.conventions[convention], text=mine.convention_texts[convention])
    first, *rest = facts(context)[:-1]
    if context.journey.persona is None and (name := customer_name(context)) != mine.layers["customer"]:
        first = Fact(heading=first.heading, line=name, text=first.line + context.words.end)
    return (first, *rest, said)


def _finding(context: Context, asked: _Asked) -> str:
    """What holds for the whole service, whatever part of it is shown; why there is nothing to show."""
    words, part = context.words, asked.part
    if not context.columns and part.actors and part.whole.touchpoints:
        return words.blueprint.no_part.format(names=listed([embedded(context.names(one), words) for one in part.actors], words)) + words.end
    if not context.columns or part.is_whole:
        return blueprint_finding(context)
    return f"{blueprint_finding(asked.service)} {words.blueprint.counted_in_whole}{words.end}"


def _cut(asked: _Asked) -> str:
    words, count = asked.service.words, asked.part.cut_links
    return words.blueprint.cut.format(count=counted(count, words.blueprint.links_n, words)) if count else ""


def _without_columns(asked: _Asked) -> str:
    words, part = asked.service.words, asked.part
    empty = [
        one.title for one in part.whole.stages if not one.touchpoints and not part.actors and (not part.stages or one.title in part.stages)
    ]
    return words.steps_without_column.format(stages=listed(empty, words)) if empty else ""


def _left_out(context: Context, held: Collapsed | None) -> str:
    words = context.words
    if held is None or not (held.behind.details or held.left_out):
        return ""
    if not held.behind.details:
        return words.blueprint.within_stages.format(count=counted(held.left_out, words.blueprint.links_n, words))
    return words.blueprint.bundled.format(
        count=counted(held.left_out, words.blueprint.links_n, words) if held.left_out else words.blueprint.none_left_out
    )


def _convention(context: Context) -> str:
    mine, convention = context.words.blueprint, context.journey.visibility_convention
    return f"{mine.conventions[convention]}. {mine.convention_texts[convention]}"
