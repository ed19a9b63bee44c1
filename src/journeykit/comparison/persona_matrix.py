"""As many personas as there are, touchpoint by touchpoint: who meets what, and how each feels it. Never averaged."""

from collections.abc import Sequence

from attrs import define, frozen

from journeykit.arguments import door
from journeykit.display import Shown
from journeykit.errors import ArgumentError, Problem
from journeykit.model import MOMENTS, Emotion, Journey, Touchpoint

from .feelings import last_readings
from .items import Group
from .matching import matched
from .pains import pains_by_text
from .similarity import Likeness

__all__ = ["PersonaMatrix", "PersonaRow", "persona_matrix"]


@frozen(kw_only=True)
class PersonaRow:
    """One moment of one touchpoint, as each persona feels it.

    Attributes:
        touchpoints: of each journey the touchpoint; None where its persona does not meet it.
        moment: before, during or after; None where nobody has a reading.
        readings: of each journey the last reading; None is no reading or no such touchpoint.
        whole, part: titles, where some have in parts what others have as a whole: each part has rows of its own beside the whole.
    """

    touchpoints: tuple[Touchpoint | None, ...]
    moment: str | None
    readings: tuple[Emotion | None, ...]
    whole: str = ""
    part: str = ""

    @property
    def title(self) -> str:
        """What the first persona who meets it calls it; of a part the title of the whole."""
        return self.whole or next(one.title for one in self.touchpoints if one is not None)

    @property
    def spread(self) -> float | None:
        """Highest minus lowest valence; None where fewer than two feel anything."""
        values = [one.valence for one in self.readings if one is not None]
        return max(values) - min(values) if len(values) > 1 else None


@frozen(kw_only=True, repr=False)
class PersonaMatrix(Shown):
    """The journeys of several personas; `render` draws them.

    Attributes:
        journeys: one for each column.
        names: what each column is called: the persona, with the title of the journey where the persona alone would say too little.
        rows: touchpoints and moments; the order of every journey is kept as far as they agree.
        shared_pains: texts that all name: fixed once, felt by all.
    """

    journeys: tuple[Journey, ...]
    names: tuple[str, ...]
    rows: tuple[PersonaRow, ...]
    shared_pains: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<PersonaMatrix: {len(self.journeys)} journeys, {len(self.touchpoints)} touchpoints>"

    def only(self, column: int) -> tuple[str, ...]:
        """Titles of the touchpoints that one alone meets."""
        alone = [one for one in self.rows if sum(held is not None for held in one.touchpoints) == 1]
        return tuple(dict.fromkeys(one.title for one in alone if one.touchpoints[column] is not None))

    @property
    def critical_moments(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Titles of the critical moments, with the columns of those for whom each is it; one that is the same touchpoint stands once."""
        found: dict[tuple[int, ...], tuple[str, list[int]]] = {}
        for column, journey in enumerate(self.journeys):
            for row in self.rows:
                held = row.touchpoints[column]
                if held is not None and held.id == journey.critical_moment:
                    found.setdefault(tuple(map(id, row.touchpoints)), (row.title, []))[1].append(column)
                    break
        return tuple((title, tuple(columns)) for title, columns in found.values())

    @property
    def skipped(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Titles of the touchpoints that several meet and some do not, with the columns of those who do not."""
        titles = {tuple(map(id, one.touchpoints)): one.title for one in self.rows}
        missing = [(titles[tuple(map(id, one))], tuple(at for at, held in enumerate(one) if held is None)) for one in self.touchpoints]
        return tuple((title, columns) for title, columns in missing if columns and len(self.journeys) - len(columns) > 1)

    @property
    def pains(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Texts of all pains, with the columns of those who name each."""
        found: dict[str, tuple[str, list[int]]] = {}
        for column, journey in enumerate(self.journeys):
            for key, text in pains_by_text(journey).items():
                found.setdefault(key, (text, []))[1].append(column)
        return tuple((text, tuple(columns)) for text, columns in found.values())

    @property
    def touchpoints(self) -> tuple[tuple[Touchpoint | None, ...], ...]:
        """What is the same touchpoint, one of each journey; None where its persona does not meet it."""
        return tuple({tuple(map(id, one.touchpoints)): one.touchpoints for one in self.rows}.values())


@door
def persona_matrix(journeys: Sequence[Journey], *, fuzzy: bool = True, likeness: Likeness | None = None) -> PersonaMatrix:
    """Sets the journeys of several personas side by side.

    Touchpoints are matched as `compare` does: each journey with those that stand before it, until one has a partner.

    Args:
        journeys: two or more, in the order of the columns.
        fuzzy: whether similarity is used at all.
        likeness: thresholds and weights of similarity.

    Raises:
        ArgumentError: there are fewer than two journeys.

    Example:
        >>> from journeykit.model import Stage
        >>> held = [("ana", {"order": 1, "pay": -1}), ("ben", {"order": 1, "pay": 1}), ("cy", {"order": -2})]
        >>> maps = [Journey("I buy", persona=who, stages=[Stage("Buy", [Touchpoint(key, emotion=one) for key, one in felt.items()])])
        ...         for who, felt in held]
        >>> [(one.title, [read and read.valence for read in one.readings], one.spread) for one in persona_matrix(maps).rows]
        [('order', [1, 1, -2], 3), ('pay', [-1, 1, None], 2)]
    """
    if len(journeys) < 2:
        raise ArgumentError(
            Problem("Personas are set side by side, and there are too few.", got=f"{len(journeys)} journeys", expected="two or more")
        )
    groups = _groups(journeys, fuzzy=fuzzy, how=likeness or Likeness())
    rows = tuple(row for group in groups for row in _rows(group, journeys))
    pains = [pains_by_text(one) for one in journeys]
    return PersonaMatrix(
        journeys=tuple(journeys), names=_names(journeys), rows=rows,
        shared_pains=tuple(text for key, text in pains[0].items() if all(key in other for other in pains[1:])),
    )  # fmt: skip


@define(eq=False)
class _Group:
    """By number of the journey what is the same touchpoint; `whole` and `part` as of a row."""

    held: dict[int, Touchpoint]
    whole: str = ""
    part: str = ""


def _groups(journeys: Sequence[Journey], *, fuzzy: bool, how: Likeness) -> list[_Group]:
    """What is the same touchpoint, in an order that keeps those of the journeys as far as they agree."""
    ordered: list[_Group] = []
    of: list[dict[str, _Group]] = []
    for number, journey in enumerate(journeys):
        mine: dict[str, _Group] = {}
        matchings = [matched(earlier, journey, mapping=None, fuzzy=fuzzy, how=how) for earlier in journeys[:number]]
        pairs = [
            (pair.method == "similarity", groups[pair.old.id], pair.new.id)
            for matching, groups in zip(matchings, of, strict=True)
            for pair in matching.pairs()
            if pair.what == "Touchpoint"
        ]
        for _, group, key in sorted(pairs, key=lambda one: one[0]):  # likeness never takes what an id joins
            if key not in mine and number not in group.held:
                mine[key] = group
                group.held[number] = journey.touchpoints[key]
        for matching, groups in zip(matchings, of, strict=True):
            for divided in matching.groups:
                if isinstance(divided.whole.value, Touchpoint):
                    _join(divided, groups, number, mine=mine, ordered=ordered)
        places = {id(group): at for at, group in enumerate(ordered)}
        place = next((places[id(mine[one.id])] for one in journey.touchpoints if one.id in mine), len(ordered))
        for one in journey.touchpoints:
            if (known := mine.get(one.id)) is not None:
                place = next(at for at, group in enumerate(ordered) if group is known) + 1
            else:
                mine[one.id] = _Group({number: one})
                ordered.insert(place, mine[one.id])
                place += 1
        of.append(mine)
    return ordered


def _join(one: Group, groups: dict[str, _Group], number: int, *, mine: dict[str, _Group], ordered: list[_Group]) -> None:
    """Sets each part beside the whole, one on this journey and the other on an earlier one; the whole stands in as many groups as it has parts."""
    whole, parts = one.whole.value, [item.value for item in one.parts]
    here = [part.id for part in parts] if one.is_split else [whole.id]
    if any(key in mine for key in here):
        return
    last = groups[whole.id] if one.is_split else None
    for at, part in enumerate(parts):
        if not one.is_split:
            group = groups[part.id]
        elif at == 0 and last is not None and number not in last.held:
            group = last
        else:
            group = _Group({earlier: held for earlier, held in groups[whole.id].held.items() if earlier != number})
            ordered.insert(next(place for place, known in enumerate(ordered) if known is last) + 1, group)
        group.whole, group.part = group.whole or whole.title, group.part or part.title
        group.held.setdefault(number, part if one.is_split else whole)
        mine.setdefault(part.id if one.is_split else whole.id, group)
        last = group


def _rows(group: _Group, journeys: Sequence[Journey]) -> list[PersonaRow]:
    """One row for each moment that anybody has a reading of; one without a moment where nobody has."""
    held = tuple(group.held.get(number) for number in range(len(journeys)))
    read = [last_readings(one, journey.perspective) for one, journey in zip(held, journeys, strict=True)]
    found = [
        PersonaRow(touchpoints=held, moment=moment, readings=tuple(one.get(moment) for one in read), whole=group.whole, part=group.part)
        for moment in MOMENTS
        if any(moment in one for one in read)
    ]
    return found or [PersonaRow(touchpoints=held, moment=None, readings=(None,) * len(held), whole=group.whole, part=group.part)]


def _names(journeys: Sequence[Journey]) -> tuple[str, ...]:
    named = [one.library.name_of(one.persona) if one.persona else one.title for one in journeys]
    return tuple(
        f"{name} – {one.title}" if named.count(name) > 1 and name != one.title else name for name, one in zip(named, journeys, strict=True)
    )
