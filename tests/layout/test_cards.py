"""Cards about one thing: side, sections, and how they are spread over sheets."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeykit.diagram import Badge, Diagram, Item, Mark, Meter, Mood, Profile, ProfileFact, ProfileSection
from journeykit.layout import arrange
from journeykit.scene import Circle, Group, Rect, Text, walk
from journeykit.text import DEFAULT_MEASURER
from journeykit.themes import theme
from tests.layout.checks import faults, silent, untold
from tests.layout.small import drawn, groups, lines
from tests.layout.strategies import items, texts, words

LIGHT = theme("default")


def profile(**fields):
    return Profile(name="Ana Silva", sign="AS", source="personas['ana']", **fields)


def sheet(*parts, rtl=False):
    return Diagram(view="x", title="A title", titled=False, parts=parts, rtl=rtl, lang="en")


def section(title, count, **fields):
    return ProfileSection(title=title, items=tuple(Item(text=f"{title} {at}", mark=Mark(kind="bullet")) for at in range(count)), **fields)


def strip(page):
    """The ground of the side: as wide as it is, from where to where."""
    grounds = [one for one in walk(page.nodes) if isinstance(one, Rect) and one.fill == LIGHT.palette.wash]
    return {one.width for one in grounds}, min(one.y for one in grounds), max(one.y + one.height for one in grounds)


def test_a_card_is_as_large_as_a5_and_says_its_title_itself():
    scene = drawn(sheet(profile()))
    assert (scene.pages[0].width, scene.pages[0].height) == (794, 559)
    assert "A title" not in lines(scene)
    assert strip(scene.pages[0]) == ({244}, 0, 559)


def test_a_small_card_fills_one_sheet_of_a5():
    (page,) = drawn(sheet(profile(sections=(section("Likes", 3), section("Hates", 3)))), "a5").pages
    assert page.paper == (210, 148)
    assert strip(page)[1:] == (0, pytest.approx(page.height))


def test_each_card_begins_a_sheet_and_on_an_endless_page_they_follow_each_other():
    two = sheet(profile(), Profile(name="Ben", source="personas['ben']"))
    assert len(drawn(two, "a5").pages) == 2
    assert len(drawn(two).pages) == 1


def test_a_long_card_goes_on_and_its_side_goes_along():
    held = sheet(profile(sections=tuple(section(f"Part {at}", 9) for at in range(14))))
    pages = drawn(held, "a5").pages
    assert len(pages) > 1
    assert all(strip(one)[1:] == (0, pytest.approx(one.height)) for one in pages)
    assert faults(drawn(held, "a5")) == []
    (endless,) = drawn(held).pages
    assert strip(endless)[1:] == (0, endless.height)


def test_wide_sections_take_a_row_of_their_own():
    scene = drawn(sheet(profile(sections=(section("A", 1), section("B", 1), section("C", 1, wide=True), section("D", 1)))))
    tops = {one.text: one.y for one in walk(scene.pages[0].nodes) if isinstance(one, Text) and one.weight == 600}
    assert tops["A"] == tops["B"] < tops["C"] < tops["D"]


def test_a_rating_that_nobody_gave_is_empty():
    def filled(meter):
        boxes = [one for one in walk(drawn(sheet(profile(meter=meter))).pages[0].nodes) if isinstance(one, Rect) and one.height == 7]
        return [one.fill == LIGHT.palette.ink for one in boxes]

    assert filled(Meter(filled=2, text="")) == [True, True, False, False, False]
    assert filled(Meter(filled=None, text="not asked")) == [False] * 5


def test_a_moment_that_nobody_was_asked_about_is_an_empty_ring():
    moods = (Mood(when="before", value=None, text="–"), Mood(when="during", value=-1.5, text="−1.5"))
    scene = drawn(sheet(profile(moods=moods, moods_title="Feels")))
    rings = [one for one in walk(scene.pages[0].nodes) if isinstance(one, Circle) and one.dash]
    assert len(rings) == 1
    assert [one.label for one in groups(scene, "listitem")] == ["before: –", "during: −1.5"]


def test_names_and_values_that_are_too_long_for_a_line_stand_below_each_other():
    facts = (ProfileFact(name="Age", value="34"), ProfileFact(name="Occupation", value="teaches geography at two schools"))
    texts_ = {one.text: one for one in walk(drawn(sheet(profile(facts=facts))).pages[0].nodes) if isinstance(one, Text)}
    assert texts_["34"].anchor == "end"
    assert texts_["Age"].y == texts_["34"].y
    assert texts_["teaches geography at two"].y > texts_["Occupation"].y


def test_from_right_to_left_the_side_stands_at_the_right():
    (page,) = drawn(sheet(profile(), rtl=True)).pages
    assert {one.x for one in walk(page.nodes) if isinstance(one, Rect) and one.fill == LIGHT.palette.wash} == {page.width - 244}


sections = st.builds(
    ProfileSection,
    title=words,
    items=st.lists(items, min_size=1, max_size=5).map(tuple),
    wide=st.booleans(),
    more=st.sampled_from(("", "3 more below")),
)
moods = st.builds(
    Mood,
    when=words,
    value=st.none() | st.floats(-2, 2),
    text=st.sampled_from(("–", "+1")),
    basis=st.sampled_from(("measured", "assumed", "intended")),
)
profiles = st.builds(
    Profile, name=texts.map(lambda one: one or "A"), detail=texts, sign=st.sampled_from(("", "AB", "1234567")), heavy=st.booleans(),
    badges=st.lists(st.builds(Badge, text=words), max_size=3).map(tuple),
    facts=st.lists(st.builds(ProfileFact, name=words, value=words, known=st.booleans()), max_size=6).map(tuple),
    meter=st.none() | st.builds(Meter, filled=st.none() | st.integers(0, 5), text=texts), meter_title=words,
    moods=st.lists(moods, max_size=3).map(tuple), moods_title=words, moods_note=texts, quote=texts, quote_note=texts,
    sections=st.lists(sections, max_size=6).map(tuple),
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(profiles, min_size=1, max_size=2), st.sampled_from([None, "a5", "a3"]), st.booleans())
def test_no_card_has_faults(held, paper, rtl):
    scene = arrange(sheet(*held, rtl=rtl), LIGHT, DEFAULT_MEASURER, paper=paper)
    assert faults(scene) == []
    assert silent(scene) == []
    assert untold(scene) == []
    assert all(isinstance(one, Group) or one is not None for page in scene.pages for one in page.nodes)
