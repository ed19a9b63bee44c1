"""The public strategies reach what they promise: the fields, many scripts, the size that was asked for."""

import unicodedata

from attrs import NOTHING, fields
from hypothesis import HealthCheck, given, settings

from journeykit.model import (
    KPI,
    Action,
    Channel,
    Emotion,
    Goal,
    Insight,
    Journey,
    Library,
    Opportunity,
    Owner,
    Persona,
    Portfolio,
    Source,
    Stage,
    Touchpoint,
    about_field,
    walk,
)  # fmt: skip
from journeykit.testing import portfolios
from journeykit.testing._fields import _options

SIZE = 4


def test_fields_and_many_scripts_are_reached() -> None:
    reached: set[tuple[type, str]] = set()
    scripts: set[str] = set()

    @settings(max_examples=400, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(portfolios())
    def look(book: Portfolio) -> None:
        for _, value in walk(book):
            kind = type(value)
            reached.update((kind, one.name) for one in fields(kind) if getattr(value, one.name) != one.default)
        for journey in book.journeys:
            titles = (journey.title, *(touchpoint.title for touchpoint in journey.touchpoints))
            scripts.update(unicodedata.name(one, "?").split(" ")[0] for title in titles for one in title)

    look()
    for kind in (Touchpoint, Journey):
        wanted = {(kind, one.name) for one in fields(kind) if (known := about_field(one)) is not None and not known.hidden}
        assert len(wanted & reached) >= 0.9 * len(wanted), sorted(
            name for _, name in wanted - reached
        )  # which of the rare ones are missed is chance
    assert {"LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "DEVANAGARI", "THAI", "CJK", "HIRAGANA"} <= scripts


@given(portfolios(max_journeys=1, max_touchpoints=SIZE))
def test_the_size_is_kept(book: Portfolio) -> None:
    assert len(book.journeys) <= 1
    assert all(len(journey.touchpoints) <= SIZE for journey in book.journeys)


def test_every_optional_field_can_be_drawn() -> None:
    drawn_by_hand = {"stages", "touchpoints", "activities", "links", "team", "emotions", "opportunities", "pains", "gains", "insights",
                     "measurements", "targets", "kpis", "journeys", "relations", "id"} | _COLLECTIONS  # fmt: skip
    for kind in {type(value) for value in _SAMPLES} | {Touchpoint, Journey, Portfolio}:
        optional = {
            one.name for one in fields(kind) if (known := about_field(one)) is not None and not known.hidden and one.default is not NOTHING
        }
        assert optional - {one.name for one in _options(kind)} - drawn_by_hand == set(), kind


_COLLECTIONS = {one.name for one in fields(Library)}
_SAMPLES = (
    Emotion(0),
    Insight("x"),
    Opportunity("x"),
    Action("x"),
    Goal("x"),
    KPI("x"),
    Persona("x"),
    Owner("x"),
    Source("x"),
    Channel("x"),
    Stage("x"),
)
