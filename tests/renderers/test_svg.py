from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given

from journeykit.errors import RenderError
from journeykit.renderers import Options, renderer
from journeykit.renderers import svg as module
from journeykit.scene import Circle, Path, Rect, Scene, Tail
from journeykit.testing import scenes

from .making import SVG, XLINK, group, page, parsed, scene, svg, tree, words


def test_a_picture_in_full(golden):
    item = group(
        Rect(x=10, y=30, width=120.3333, height=40, fill="#F5F5F5", stroke="#767676", radius=2),
        words("Test drives", x=20, y=54, weight=600, size=13),
        Circle(cx=70, cy=90, r=8, stroke="#1A1A1A", stroke_width=1.5, dash=(2, 3)),
        Path(d="M 0 0 L 4 0 L 4 4 Z", x=66, y=86, scale=2, fill="#1A1A1A", round=True),
        role="listitem",
        label="Test drives. Feeling +2.",
        tip="At the dealership",
        href="https://example.org/?a=1&b=2",
        source="journeys['buy'].stages['deal'].touchpoints['test-drive']",
    )
    drawn = scene(
        words("I buy a new car", size=34, weight=700, spacing=-0.6),
        words("All the words & some more"),
        words("157", size=26, weight=700, spacing=-0.5, tail=Tail(text="min", size=13, dx=5)),
        words("קונה מכונית", x=390, anchor="end", rtl=True),
        group(item, role="list", label="At the dealership"),
        title="I buy a new car",
        description="One touchpoint.",
        lang="en",
        font_family="Inter, 'DejaVu Sans', sans-serif",
    )
    golden("picture.svg", svg(drawn))


def test_the_root_names_and_describes_the_picture():
    root = tree(scene(description="What it says.", lang="de"))
    assert root.get("role") == "group"
    assert root.get("lang") == root.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    title, desc = list(root)[:2]
    assert (title.text, desc.text) == ("Title", "What it says.")
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert root.get("viewBox") == "0 0 400 300"


def test_a_page_for_paper_has_the_size_of_the_sheet():
    root = tree(Scene(title="T", pages=(page(paper=(297, 210)),)))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("297mm", "210mm", "0 0 400 300")


def test_what_most_texts_share_stands_at_the_root():
    root = tree(
        scene(
            words("a"),
            words("b"),
            words("c", size=34, fill="#595959"),
            Rect(x=0, y=0, width=1, height=1),
            Circle(cx=1, cy=1, r=1, fill="#1A1A1A"),
        )
    )
    texts = root.findall(f"{SVG}text")
    assert (root.get("font-size"), root.get("fill")) == ("12", "#1A1A1A")
    assert set(texts[0].attrib) == {"x", "y"}
    assert (texts[2].get("font-size"), texts[2].get("fill")) == ("34", "#595959")
    assert root.findall(f"{SVG}rect")[1].get("fill") == "none"
    assert root.find(f"{SVG}circle").get("fill") is None


def test_names_stand_only_where_there_is_a_role():
    root = tree(
        scene(group(words("a"), label="Heard"), group(words("b"), label="Named", role="list"), group(words("c"), role="none", label="x"))
    )
    (named,) = root.findall(f"{SVG}g")
    assert (named.get("role"), named.get("aria-label")) == ("list", "Named")


def test_a_picture_without_a_name_is_decoration():
    assert "<g" not in svg(scene(group(Circle(cx=1, cy=1, r=1), role="img")))


def test_a_tooltip_is_the_first_child():
    found = tree(scene(group(words("cut…"), tip="uncut\nin full"))).find(f"{SVG}g")
    assert (found[0].tag, found[0].text) == (f"{SVG}title", "uncut\nin full")


@pytest.mark.parametrize(
    "href",
    ["https://example.org/?a=1&b=2", "HTTP://example.org", "mailto:a@example.org", "map.html#deal", "//example.org/x", "#part", "?q=a:b"],
)
def test_an_address_becomes_a_link_for_old_and_new_viewers(href):
    found = tree(scene(group(words("a"), href=href, role="listitem", label="A"))).find(f"{SVG}g/{SVG}a")
    assert found.get("href") == found.get(f"{XLINK}href") == href
    assert found.get("tabindex") is None


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ｊavascript:x",
        "blob:x",
        " ",
    ],
)
def test_other_addresses_are_never_links(href):
    assert "href=" not in svg(scene(group(words("a"), href=href, role="listitem", label="A")))


def test_no_link_stands_in_a_link_or_in_a_picture():
    inner = group(words("inner"), href="https://example.org/inner")
    root = tree(scene(group(inner, href="https://example.org/outer"), group(inner, role="img", label="Picture")))
    assert [one.get("href") for one in root.iter(f"{SVG}a")] == ["https://example.org/outer"]


def test_a_picture_that_links_stands_in_its_link():
    root = tree(scene(group(Circle(cx=1, cy=1, r=1), role="img", label="Dot", href="https://example.org")))
    assert root.find(f"{SVG}a/{SVG}g").get("role") == "img"


def test_ids_are_stable_unique_and_say_where_they_come_from():
    sources = ["journeys['a'].stages['b']", "journeys[a].stages[b]", "journeys['a'].stages['b']", "旅", "程", "title", "x" * 300, "…"]
    root = tree(scene(*(group(words("a"), source=one) for one in sources)), prefix="map-")
    ids = [one.get("id") for one in root.findall(f"{SVG}g")]
    assert ids[0] == "map-journeys-a-stages-b"
    assert len(ids) == len(set(ids)) == len(sources) - 1  # the second group of one source has none
    assert all(one.startswith("map-") and len(one) < 120 for one in ids)
    everything = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(everything) == len(set(everything))


def test_two_pictures_share_no_id():
    one = scene(group(words("a"), source="journeys['a']"), source="journeys['a']")
    other = evolve(one, pages=(page(group(words("b"), source="journeys['a']")),))
    several = evolve(one, pages=(page(), page()))
    documents = [svg(one), svg(other), *(page.decode() for page in renderer("svg").render(several, Options()))]
    ids = [element.get("id") for document in documents for element in parsed(document).iter() if element.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("prefix", ["1a", "a b", 'a"', "é", "-a", "a\n"])
def test_a_prefix_that_is_no_id_is_refused(prefix):
    with pytest.raises(RenderError, match="prefix"):
        svg(scene(), prefix=prefix)


def test_a_declaration_comes_only_when_asked_for():
    assert svg(scene()).startswith("<svg ")
    assert svg(scene(), standalone=True).startswith('<?xml version="1.0" encoding="utf-8"?>\n<svg ')


def test_white_space_inside_a_line_survives():
    plain, double, edge = tree(scene(words("a b"), words("a  b"), words(" a"))).findall(f"{SVG}text")
    space = "{http://www.w3.org/XML/1998/namespace}space"
    assert (plain.get(space), double.get(space), edge.get(space)) == (None, "preserve", "preserve")
    assert double.text == "a  b"


def test_one_element_on_each_line_and_none_inside_a_text():
    lines = svg(scene(words("157", tail=Tail(text="min", size=9)), group(words("a"), role="list", label="b"))).splitlines()
    assert all(line.startswith("<") for line in lines)
    assert any(line.startswith("<text") and line.endswith("</tspan></text>") for line in lines)


def test_a_line_from_right_to_left_keeps_its_anchor_and_has_no_direction():
    found = tree(scene(words("שלום", x=390, anchor="end", rtl=True))).find(f"{SVG}text")
    assert (found.get("text-anchor"), found.get("direction"), found.text) == ("end", None, "\u202bשלום\u202c")
    assert tree(scene()).get("direction") == "ltr"


def test_figure_and_unit_part_where_the_line_runs_from_right_to_left():
    node = words("١٥٧", x=390, anchor="end", rtl=True, width=90, tail=Tail(text="دقيقة", size=9, dx=5))
    figure, unit = tree(scene(node)).findall(f"{SVG}text")
    assert (figure.get("x"), figure.get("text-anchor")) == ("390", "end")
    assert (unit.get("x"), unit.get("text-anchor"), unit.get("font-size")) == ("300", None, "9")


def test_overrides_of_direction_inside_a_text_are_dropped():
    assert tree(scene(words("a\u202eb\u202cc\u2067d"))).find(f"{SVG}text").text == "abcd"


def test_strokes_keep_their_width_under_a_scale():
    path = tree(scene(Path(d="M 0 0 L 1 1", scale=0.5, stroke="#000000", stroke_width=1.5, dash=(4, 2)))).find(f"{SVG}path")
    assert (path.get("stroke-width"), path.get("stroke-dasharray"), path.get("transform")) == ("3", "8 4", "scale(0.5)")


_BAD = [
    Rect(x=float("nan"), y=0, width=1, height=1),
    Rect(x=0, y=0, width=-1, height=1),
    Rect(x=0, y=0, width=1, height=float("inf")),
    Rect(x=0, y=0, width=1, height=1, fill="red"),
    Rect(x=0, y=0, width=1, height=1, fill='#000000" onload="x'),
    Rect(x=0, y=0, width=1, height=1, stroke="rgba(0,0,0,.5)"),
    Circle(cx=0, cy=0, r=1, stroke="#000000", stroke_width=float("nan")),
    Circle(cx=0, cy=0, r=1, stroke="#000000", dash=(-1, 1)),
    Path(d="M0 0z"),
    Path(d='M 0 0"/><script/>'),
    Path(d="M 0 0", scale=0),
    Path(d="M 0 0", scale=float("nan")),
    words("a", x=float("inf")),
    words("a", size=float("nan")),
    words("a", fill="currentColor"),
    words("a", anchor='end" x="1'),
    words("a", tail=Tail(text="b", size=float("nan"))),
    group(words("a"), role='list" onclick="x'),
]


@pytest.mark.parametrize("node", _BAD, ids=repr)
def test_what_cannot_be_drawn_is_refused(node):
    with pytest.raises(RenderError):
        svg(scene(node))


@pytest.mark.parametrize("more", [{"width": float("nan")}, {"height": -1}, {"background": "none"}])
def test_a_page_that_cannot_be_drawn_is_refused(more):
    with pytest.raises(RenderError):
        svg(Scene(title="T", pages=(page(**more),)))


_ALLOWED = {
    "svg": "width height viewBox role direction lang {http://www.w3.org/XML/1998/namespace}lang aria-labelledby font-family font-size fill",
    "title": "id",
    "desc": "id",
    "g": "id role aria-label",
    "a": f"href {XLINK}href aria-label",
    "rect": "x y width height rx fill stroke stroke-width stroke-dasharray",
    "circle": "cx cy r fill stroke stroke-width stroke-dasharray",
    "path": "d transform fill stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin",
    "text": "x y text-anchor font-size font-weight font-style letter-spacing fill {http://www.w3.org/XML/1998/namespace}space",
    "tspan": "dx font-size font-weight letter-spacing",
}


@given(scenes())
def test_only_the_safe_subset_is_written(drawn):
    for document in renderer("svg").render(drawn, Options()):
        root = parsed(document)
        ids = [one.get("id") for one in root.iter() if one.get("id") is not None]
        assert len(ids) == len(set(ids))
        for one in root.iter():
            name = one.tag.removeprefix(SVG)
            assert set(one.attrib) <= set(_ALLOWED[name].split()), name
        for link in root.iter(f"{SVG}a"):
            assert not list(link.iter(f"{SVG}a"))[1:]


@given(scenes())
def test_every_word_is_there_once_the_file_is_read_again(drawn):
    for at, document in enumerate(renderer("svg").render(drawn, Options())):
        again = renderer("svg").render(drawn, Options())[at]
        assert document == again
        root = parsed(document)
        if drawn.title and drawn.title.isprintable() and not drawn.pages[at].label:
            assert root.find(f"{SVG}title").text == drawn.title


@given(scenes(max_pages=1))
def test_the_writer_says_what_svgwrite_says(drawn):
    held = module._Drawing(size=12, fill="#000000").nodes(drawn.pages[0].nodes, module._Place())
    names = {"xmlns": "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink"}
    element = module._Element("svg", names, elements=held)
    out: list[str] = []
    module._write(element, out)
    ours = "".join(out).replace(module._PLACE, "p")
    theirs = element.tostring().replace(module._PLACE, "p")
    assert ET.canonicalize(ours, strip_text=False).replace(">\n<", "><").strip() == ET.canonicalize(theirs).replace(">\n<", "><")


def test_nothing_is_drawn_for_a_text_without_letters():
    assert "<text" not in svg(scene(words("")))
    assert "<path" not in svg(scene(Path(d="")))
