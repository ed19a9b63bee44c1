from hypothesis import given

from journeykit.renderers import Options, renderer
from journeykit.scene import Rect, Scene
from journeykit.testing import scenes

from .making import group, outline, page, scene, words


def _item(label, *children):
    return group(words("drawn"), *children, role="listitem", label=label)


def test_an_outline_in_full():
    touchpoints = group(_item("Asks a friend", group(_item("No total"), role="list", label="Pains")), _item("Test drives"), role="list")
    header = group(group(role="columnheader", label="Stage"), group(role="columnheader", label="Learn"), role="row", label="first row")
    row = group(group(role="rowheader", label="Feeling"), group(group(label="+2", role="img"), role="cell"), group(role="cell"), role="row")
    drawn = Scene(
        title="I buy a new car",
        description="Two touchpoints.\nBest at the test drive.",
        pages=(
            page(Rect(x=0, y=0, width=1, height=1), group(_item("Learn", touchpoints), role="list", label="Stages"), label="1 of 2"),
            page(group(header, row, role="table", label="Lanes"), group(role="img", label="A curve."), label="2 of 2"),
        ),
    )
    assert outline(drawn).splitlines() == [
        "I buy a new car",
        "===============",
        "",
        "Two touchpoints.",
        "Best at the test drive.",
        "",
        "[1 of 2]",
        "",
        "Stages:",
        "  - Learn",
        "    - Asks a friend",
        "      Pains:",
        "        - No total",
        "    - Test drives",
        "",
        "[2 of 2]",
        "",
        "Lanes:",
        "  - Stage | Learn",
        "  - Feeling | +2 | ",
        "A curve.",
    ]


def test_only_labelled_groups_speak():
    drawn = scene(words("decoration"), group(words("more"), group(role="img", label="heard"), tip="tip", href="https://example.org"))
    assert outline(drawn) == "Title\n=====\n\nheard\n"


def test_what_would_act_on_a_terminal_is_shown_instead():
    text = outline(scene(group(role="list", label="a\x1b[31m\u202eb\x9b2J\u2066c"), title="x\x07"))
    assert "a\\x1b[31m\\u202eb\\x9b2J\\u2066c" in text
    assert text.startswith("x\\x07\n")


def test_lines_of_an_item_stay_under_it():
    assert outline(scene(_item("one\ntwo\r\n\nthree"))).splitlines()[3:] == ["- one", "  two", "  three"]


def test_nothing_gives_nothing():
    assert outline(Scene(title="", pages=(page(),))) == ""


@given(scenes())
def test_text_is_safe_and_whole(drawn):
    (data,) = renderer("text").render(drawn, Options())
    text = data.decode()
    assert all(one == "\n" or ord(one) >= 32 for one in text)
    assert not set("\x7f\x9b\u202e\u202d\u2066\u2028") & set(text)
