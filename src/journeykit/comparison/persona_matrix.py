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
        """Titles of the critical moments, with the columns of those for whom each is it; one that is the same touchpoint stands once.

        A part and the whole of it are the same; a part alone has its own title.
        """
        moments = []
        for column, journey in enumerate(self.journeys):
            rows = [row for row in self.rows if (one := row.touchpoints[column]) is not None and one.id == journey.critical_moment]
            if held := {tuple(map(id, row.touchpoints)): row for row in rows}:
                moments.append((column, held))
        found: list[tuple[str, set[tuple[int, ...]], list[int]]] = []
        for column, held in sorted(moments, key=lambda one: -len(one[1])):  # a whole before its parts
            same = next((one for one in found if one[1] & held.keys()), None)
            if same is None:
                row = next(iter(held.values()))
                found.append((row.part or row.title if len(held) == 1 else row.title, {*held}, [column]))
            else:
                same[2].append(column)
        return tuple(sorted(((title, tuple(sorted(columns))) for title, _, columns in found), key=lambda one: one[1]))

    @property
    def skipped(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Titles of the touchpoints that several meet and some do not, with the columns of those who do not."""
        titles = {tuple(map(id, one.touchpoints)): one.title for one in reversed(self.rows)}
        missing = [(titles[tuple(map(id, parts[0]))], self._lacking(parts)) for parts in self._wholes]
        return tuple((title, columns) for title, columns in missing if columns and len(self.journeys) - len(columns) > 1)

    @property
    def in_common(self) -> tuple[int, int]:
        """How many touchpoints all personas meet, and how many there are; one that some have in parts is one."""
        return sum(not self._lacking(parts) for parts in self._wholes), len(self._wholes)

    def _lacking(self, parts: "_Parts") -> tuple[int, ...]:
        """The columns of those who meet none of the parts."""
        return tuple(column for column in range(len(self.journeys)) if all(one[column] is None for one in parts))

    @property
    def _wholes(self) -> list["_Parts"]:
        """The touchpoints; what some have in parts together."""
        found: list[_Parts] = []
        known: dict[tuple[int, str], _Parts] = {}
        for one in self.touchpoints:
            keys = [(column, held.id) for column, held in enumerate(one) if held is not None]
            parts = next((known[key] for key in keys if key in known), None)
            if parts is None:
                parts = []
                found.append(parts)
            parts.append(one)
            known |= dict.fromkeys(keys, parts)
        return found

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


_Parts = list[tuple[Touchpoint | None, ...]]


@define(eq=False)
class _Group:
    """By number of the journey what is the same touchpoint; `whole` and `part` as of a row."""

    held: dict[int, Touchpoint]
    whole: str = ""
    part: str = ""


_Groups = dict[str, list[_Group]]
"""By id of a touchpoint where it stands; what others have in parts stands in several."""


def _groups(journeys: Sequence[Journey], *, fuzzy: bool, how: Likeness) -> list[_Group]:
    """What is the same touchpoint, in an order that keeps those of the journeys as far as they agree."""
    ordered: list[_Group] = []
    of: list[_Groups] = []
    for number, journey in enumerate(journeys):
        mine: _Groups = {}
        matchings = [matched(earlier, journey, mapping=None, fuzzy=fuzzy, how=how) for earlier in journeys[:number]]
        pairs = [
            (pair.method == "similarity", groups[pair.old.id], pair.new.id)
            for matching, groups in zip(matchings, of, strict=True)
            for pair in matching.pairs()
            if pair.what == "Touchpoint"
        ]
        for _, several, key in sorted(pairs, key=lambda one: one[0]):  # likeness never takes what an id joins
            free = [one for one in several if number not in one.held]
            if key not in mine and free:
                mine[key] = free
                for group in free:
                    group.held[number] = journey.touchpoints[key]
        for matching, groups in zip(matchings, of, strict=True):
            for divided in matching.groups:
                if isinstance(divided.whole.value, Touchpoint):
                    _join(divided, groups, of, mine=mine, ordered=ordered)
        places = {id(group): at for at, group in enumerate(ordered)}
        place = next((places[id(mine[one.id][0])] for one in journey.touchpoints if mine.get(one.id)), len(ordered))
        for one in journey.touchpoints:
            if known := mine.get(one.id):
                place = next(at for at, group in enumerate(ordered) if group is known[-1]) + 1
            else:
                mine[one.id] = [_Group({number: one})]
                ordered.insert(place, mine[one.id][0])
                place += 1
        of.append(mine)
    return ordered


def _join(one: Group, groups: _Groups, of: list[_Groups], *, mine: _Groups, ordered: list[_Group]) -> None:
    """Sets each part beside the whole, one on this journey and the other on an earlier one; the whole stands in as many groups as it has parts."""
    number, whole, parts = len(of), one.whole.value, [item.value for item in one.parts]
    if any(part.id in mine for part in parts) if one.is_split else whole.id in mine:
        return
    if not one.is_split:
        held = [(part, group) for part in parts for group in groups[part.id] if number not in group.held]
        mine[whole.id] = [group for _, group in held]
        for part, group in held:
            group.whole, group.part, group.held[number] = group.whole or whole.title, group.part or part.title, whole
        return
    known = groups[whole.id]
    free = [group for group in known if number not in group.held]
    while len(free) < len(parts):
        wholes = {at: value for at, value in known[0].held.items() if at != number and all(other.held.get(at) is value for other in known)}
        group = _Group(wholes)
        ordered.insert(next(place for place, other in enumerate(ordered) if other is known[-1]) + 1, group)
        for at, value in wholes.items():
            if of[at][value.id] is not known:
                of[at][value.id].append(group)
        known.append(group)
        free.append(group)
    for part, group in zip(parts, free, strict=False):
        group.whole, group.part, group.held[number] = group.whole or whole.title, group.part or part.title, part
        mine[part.id] = [group]


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
