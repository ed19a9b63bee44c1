"""What values show of themselves as the last line of a cell."""

import base64
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import journeykit as jk
from journeykit import measure
from journeykit.diagram import Matrix
from journeykit.notebook import mimebundle
from journeykit.scene import Group, bounds

VOID = {"br", "wbr"}


class Reader(HTMLParser):
    """Elements in order; complains about what is closed and was not open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def journey(title: str = "I buy", count: int = 3, **more: Any) -> jk.Journey:
    points = [jk.Touchpoint(f"Step {at}", emotion=(at % 5) - 2) for at in range(count)]
    return jk.Journey(title, stages=[jk.Stage("Learn", points[: count // 2 + 1]), jk.Stage("Buy", points[count // 2 + 1 :])], **more)


def portfolio() -> jk.Portfolio:
    return jk.Portfolio("Shop", journeys=[journey("I buy"), journey("I return it", 1)])


def values() -> dict[str, Any]:
    one = journey()
    return {
        "journey": one,
        "portfolio of one": jk.Portfolio("Shop", journeys=[one]),
        "portfolio": portfolio(),
        "empty portfolio": jk.Portfolio("Shop"),
        "persona": jk.Persona("Ana", needs=["Time"]),
        "rendering": jk.render(one, view="service-blueprint"),
        "comparison": jk.compare(one, journey(count=5)),
        "check": jk.check(one),
        "measure": measure.peak_end(one),
        "measure of several": measure.peak_end(portfolio()),
        "all measures": measure.report(one),
    }


@pytest.mark.parametrize("name", values())
def test_each_shows_html_without_ids_and_plain_text(name: str) -> None:
    value = values()[name]
    bundle = value._repr_mimebundle_()
    assert list(bundle) == ["text/html", "text/plain"]
    assert bundle["text/plain"].strip()
    assert not any("id" in attributes for _, attributes in Reader(bundle["text/html"]).seen)
    assert value._repr_html_() == bundle["text/html"]
    assert value._repr_mimebundle_() == bundle


def test_media_types_can_be_left_out() -> None:
    assert set(journey()._repr_mimebundle_(include=["text/plain"])) == {"text/plain"}
    assert set(journey()._repr_mimebundle_(exclude=["text/plain"])) == {"text/html"}


def test_what_is_strange_is_shown_as_python_shows_it() -> None:
    assert mimebundle(3) == {"text/plain": "3"}


def test_words_of_strangers_never_become_markup() -> None:
    bad = '"><script>alert(1)</script>'
    one = jk.Journey(
        bad, id="j", stages=[jk.Stage(bad, [jk.Touchpoint(bad, emotion=1, thoughts=[bad]), jk.Touchpoint("Pays", emotion=-1)])]
    )
    shown: list[Any] = [
        one, jk.Portfolio(bad, journeys=[one, journey()]), jk.Persona(bad, needs=[bad]), jk.compare(one, journey()), jk.check(one),
        measure.peak_end(one), measure.report(one),
    ]  # fmt: skip
    for value in shown:
        html = value._repr_html_()
        assert "<script" not in html
        assert not any(key.startswith("on") for _, attributes in Reader(html).seen for key in attributes)


def test_a_map_scrolls_in_a_frame_that_the_keyboard_reaches_and_its_labels_stay() -> None:
    html = journey(count=14)._repr_html_()
    tag, frame = Reader(html).seen[0]
    assert (tag, frame["role"], frame["tabindex"], frame["aria-label"]) == ("div", "group", "0", "I buy")
    assert "overflow-x:auto" in (frame["style"] or "")
    labels = html[html.index("position:sticky") : html.index("</svg>")]
    assert "left:0" in labels
    assert 'aria-hidden="true"' in labels
    assert ">Feels<" in labels
    assert "Step 1" not in labels
    picture = html[html.index("</svg>") :]
    assert ">Feels<" in picture
    assert 'aria-label="I buy"' in picture


def held_at_the_side(html: str) -> tuple[list[str], list[list[float]]]:
    """The words that stay in sight, and left, top, width and height of what they stand on."""
    layers = [one.split("</svg>")[0] for one in html.split("position:sticky")[1:]]
    boxes = [[float(each) for each in re.search(r'viewBox="([^"]*)"', one)[1].split()] for one in layers]  # type: ignore[index]  # it is there
    return [word for one in layers for word in re.findall(r"<text[^>]*>([^<]*)</text>", one)], boxes


def test_only_the_labels_of_the_grid_stay_never_titles_headlines_or_the_legend() -> None:
    examples = Path(__file__).parents[2] / "examples"
    before, after = (jk.load(examples / f"{one}.yaml").journeys[0] for one in ("dealership", "dealership_online"))
    for drawn in (jk.render(before), jk.render(jk.compare(before, after), picture="twin"), jk.render(before, view="service-blueprint")):
        words, ((_, top, width, height), *below) = held_at_the_side(drawn._repr_html_())
        assert drawn.diagram.corner in words
        assert len(below) == sum(isinstance(part, Matrix) for part in drawn.diagram.parts)
        assert not {"How to read", "WHAT MATTERS MOST", "All that differs", "Key figures", drawn.diagram.title} & set(words)
        lists = {one.label: bounds(one) for one in drawn.scene.pages[0].nodes if isinstance(one, Group) and one.role == "list"}
        stages, legend = lists[drawn.diagram.corner], lists["How to read"]
        assert stages is not None
        assert legend is not None
        assert (0 < width <= stages.left, 0 < top < stages.bottom, top + height < legend.top) == (True, True, True)


def test_each_band_of_a_wrapped_map_keeps_its_own_labels() -> None:
    _, boxes = held_at_the_side(jk.render(journey(count=60), detail="all")._repr_html_())
    assert len(boxes) > 1
    assert all(above[1] + above[3] < below[1] for above, below in pairwise(boxes))


def test_what_is_no_grid_keeps_no_labels() -> None:
    for view in ("opportunities", "opportunity-tree", "stakeholder-map", "touchpoint"):
        assert "position:sticky" not in jk.render(journey(), view=view)._repr_html_()


def test_two_hundred_columns_are_a_summary_of_bounded_width() -> None:
    html = journey(count=200)._repr_html_()
    widest = max(float(one) for one in re.findall(r'<svg[^>]*? width="([\d.]+)"', html))
    assert widest < 2200
    assert len(html) < 200_000


def test_from_right_to_left_the_labels_stay_at_the_right() -> None:
    html = jk.load(Path(__file__).parents[2] / "examples" / "clinic_ar.yaml")._repr_html_()
    assert Reader(html).seen[0][1]["dir"] == "rtl"
    assert "position:sticky;right:0" in html


def test_a_card_has_no_labels_to_keep() -> None:
    assert "position:sticky" not in jk.Persona("Ana", needs=["Time"])._repr_html_()


def test_pages_stand_below_each_other() -> None:
    html = jk.render(journey(count=60), detail="all", paper="a4")._repr_html_()
    frames = [attributes["aria-label"] for _, attributes in Reader(html).seen if attributes.get("tabindex") == "0"]
    assert len(frames) > 1
    assert len(set(frames)) == len(frames)


def test_what_was_rendered_as_png_is_handed_over_as_png() -> None:
    pytest.importorskip("resvg_py")
    drawn = jk.render(journey(), format="png")
    bundle = drawn._repr_mimebundle_()
    assert base64.b64decode(bundle["image/png"]) == drawn.data
    assert "<svg" in bundle["text/html"]


def test_the_description_is_there_once_for_those_who_do_not_see_the_map() -> None:
    drawn = jk.render(journey())
    first, *_, last = drawn.describe().splitlines()
    assert drawn._repr_html_().count(f"<p>{last}</p>") == 1
    assert drawn._repr_html_().index(f"<p>{first}</p>") < drawn._repr_html_().index("<svg")


def test_a_measure_says_its_sentence_its_table_and_what_is_missing() -> None:
    result = measure.emotion_curve(
        jk.Journey("I buy", stages=[jk.Stage("Learn", [jk.Touchpoint("Asks", emotion=1), jk.Touchpoint("Waits")])])
    )
    bundle = result._repr_mimebundle_()
    assert bundle["text/plain"].splitlines()[0] == result.sentence
    assert "Missing: emotions at waits (no reading: a gap)" in bundle["text/plain"].splitlines()
    assert '<th scope="col" style="text-align:start">Valence</th>' in bundle["text/html"]


def test_a_measure_in_a_cell_speaks_in_words_and_says_what_is_missing_once() -> None:
    pains = [jk.Insight(f"Pain {at}", id=f"pain_{at}", anchors=["buy/waits"], frequency=0.1) for at in range(5)]
    buy = jk.Journey("I buy", id="buy", stages=[jk.Stage("Learn", [jk.Touchpoint("Waits")])])
    result = measure.pain_ranking(jk.Portfolio("Shop", journeys=[buy], insights=pains))
    header, first, *_ = result.to_table()
    assert dict(zip(header, first, strict=True))["Group"] == "severity not rated"
    assert dict(zip(header, first, strict=True))["Insight"] == "pain_0"
    assert result.rows()[0]["group"] == "severity_not_rated"
    bundle = result._repr_mimebundle_()
    (gap,) = [one for one in bundle["text/plain"].splitlines() if one.startswith("Missing")]
    assert gap == "Missing: severity at pain_0, pain_1, pain_2 and 2 more (not rated: the priority is a range from 0)"
    for text in bundle.values():
        assert "severity_not_rated" not in text
        assert "insights[" not in text


def test_what_is_missing_of_a_whole_is_told_too() -> None:
    bundle = measure.stakeholders(
        jk.Journey("I buy", stages=[jk.Stage("Learn", [jk.Touchpoint("Asks", counterparts=["Front desk"])])])
    )._repr_mimebundle_()
    assert "Missing at front desk: mentioned, but not declared: nothing is known of it" in bundle["text/plain"].splitlines()


def test_several_journeys_are_listed_and_lie_in_the_atlas() -> None:
    bundle = portfolio()._repr_mimebundle_()
    assert bundle["text/plain"] == "Shop\n- I buy (i-buy): 3 touchpoints\n- I return it (i-return-it): 1 touchpoint"
    assert "<svg" in bundle["text/html"]


def test_what_differs_names_its_journey_where_there_are_several() -> None:
    def shop(*titles: str) -> jk.Portfolio:
        return jk.Portfolio(
            "Shop", journeys=[jk.Journey(one, stages=[jk.Stage("All", map(jk.Touchpoint, titles))]) for one in ("I buy", "I return")]
        )

    plain = jk.compare(shop("Asks", "Pays"), shop("Asks"))._repr_mimebundle_()["text/plain"].splitlines()
    assert [one for one in plain if "Pays" in one and one.startswith("- ")] == [
        "- I buy: Touchpoint pays: Pays: removed",
        "- I return: Touchpoint pays: Pays: removed",
    ]
