"""Two personas on one journey: who skips what, who feels what, which pains they share. Never averaged."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from journeykit.measure import Difference
from journeykit.model import MOMENTS, Emotion, Journey

from .changes import Spot
from .feelings import last_readings, margin_of
from .pains import pains_by_text
from .preparing import counterparts, two_journeys
from .rows import Row

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["PersonaCell", "Personas", "personas"]


@frozen(kw_only=True)
class PersonaCell:
    """One moment of one touchpoint, as each persona feels it.

    Attributes:
        touchpoint: title, before where it is on both sides.
        row: what became of the touchpoint. Where it was split or merged, each part stands beside the whole in a cell of its own.
        part: title of that part; empty where neither side has the touchpoint in parts.
        moment: before, during or after; None where neither has any reading: then both valences are None.
        first, second: valences of the two sides; None is no reading or no such touchpoint.
        bases: how the two are known.
        margin: the difference with its margin of error; None where n or standard deviation is not stated on both sides.
    """

    touchpoint: str
    row: Row
    moment: str | None
    first: float | None
    second: float | None
    bases: tuple[str | None, str | None]
    margin: Difference | None = None
    part: str = ""

    @property
    def difference(self) -> float | None:
        """Second minus first; None where one is missing."""
        return self.second - self.first if self.first is not None and self.second is not None else None


@frozen(kw_only=True)
class Personas:
    """Two personas.

    Attributes:
        names: ids of the two, None where a journey names none.
        cells: the matrix of touchpoints and moments, in the order of the first journey, what only the second has at the end.
        only_first, only_second: touchpoints that the other does not have: it skips them. What is unresolved is in neither.
        critical_moments: of the two. same_critical_moment: None where one names none.
        shared_pains: texts that both name: fixed once, felt twice. first_pains, second_pains: those of one alone.
        channels_first, channels_second: how many touchpoints use each channel, by channel, most used first.
    """

    names: tuple[str | None, str | None]
    cells: tuple[PersonaCell, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    critical_moments: tuple[str | None, str | None]
    same_critical_moment: bool | None
    shared_pains: tuple[str, ...]
    first_pains: tuple[str, ...]
    second_pains: tuple[str, ...]
    channels_first: tuple[tuple[str, int], ...]
    channels_second: tuple[tuple[str, int], ...]


def personas(comparison: "Comparison") -> Personas:
    """Looks at a comparison of the journeys of two personas.

    Raises:
        ConversionError: two portfolios were compared.
    """
    one, other = two_journeys(comparison, "Persona against persona")
    rows = [row for row in comparison.rows if row.what == "Touchpoint"]
    partner = counterparts(comparison)
    mine, yours = pains_by_text(one), pains_by_text(other)
    moments = one.critical_moment, other.critical_moment
    return Personas(
        names=(one.persona, other.persona),
        cells=tuple(cell for row in rows for cell in _cells(row, one, other)),
        only_first=tuple(row.old[0].id for row in rows if row.status == "removed"),
        only_second=tuple(row.new[0].id for row in rows if row.status == "added"),
        critical_moments=moments,
        same_critical_moment=None if None in moments else moments[1] in partner.get(moments[0] or "", ()),
        shared_pains=tuple(text for key, text in mine.items() if key in yours),
        first_pains=tuple(text for key, text in mine.items() if key not in yours),
        second_pains=tuple(text for key, text in yours.items() if key not in mine),
        channels_first=_channels(one),
        channels_second=_channels(other),
    )


def _cells(row: Row, one: Journey, other: Journey) -> list[PersonaCell]:
    """Those of a touchpoint; of one that is in parts on one side those of each part beside the whole."""
    in_parts = row.old if len(row.old) > 1 else row.new if len(row.new) > 1 else ()
    whole = row.new if len(row.old) > 1 else row.old
    if not in_parts:
        return _moments(row, row.spot.title, _at(one, row.old), _at(other, row.new))
    found = []
    for part in in_parts:
        old, new = ((part,), whole) if in_parts is row.old else (whole, (part,))
        found += [evolve(cell, part=part.title) for cell in _moments(row, row.spot.title, _at(one, old), _at(other, new))]
    return found


def _at(journey: Journey, spots: Sequence[Spot]) -> dict[str, Emotion]:
    return last_readings(journey.touchpoints.get(spots[0].id) if spots else None, journey.perspective)


def _moments(row: Row, title: str, mine: Mapping[str, Emotion], yours: Mapping[str, Emotion]) -> list[PersonaCell]:
    """One cell for each moment that either has a reading of; one without moment where neither has."""
    found = []
    for moment in MOMENTS:
        if moment in mine or moment in yours:
            first, second = mine.get(moment), yours.get(moment)
            found.append(
                PersonaCell(
                    touchpoint=title, row=row, moment=moment,
                    first=None if first is None else first.valence, second=None if second is None else second.valence,
                    bases=(None if first is None else first.basis, None if second is None else second.basis),
                    margin=margin_of(first, second),
                )
            )  # fmt: skip
    return found or [PersonaCell(touchpoint=title, row=row, moment=None, first=None, second=None, bases=(None, None))]


def _channels(journey: Journey) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for one in journey.touchpoints:
        for name in one.channels:
            counts[name] = counts.get(name, 0) + 1
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
