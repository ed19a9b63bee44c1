import struct
from io import BytesIO

import pytest

from journeykit.errors import RenderError
from journeykit.renderers import Options, renderer
from journeykit.scene import Rect, Tail
from journeykit.testing._saying import png_words

from .fonts import FONT_FILES, SHIPPED
from .making import group, page, scene, words

pytest.importorskip("resvg_py", reason="the extra png is not installed")
Image = pytest.importorskip("PIL.Image", reason="the extra matplotlib brings Pillow")


def png(drawn, **options):
    return renderer("png").render(drawn, Options(**options))[0]


def ink(data):
    """How many dots are not white."""
    return sum(count for count, colour in Image.open(BytesIO(data)).convert("RGB").getcolors(1 << 20) if colour != (255, 255, 255))


def size(data):
    return struct.unpack(">II", data[16:24])


def per_metre(data):
    at = data.index(b"pHYs") + 4
    return struct.unpack(">II", data[at : at + 8])


def test_a_px_is_a_dot_unless_asked_otherwise():
    assert size(png(scene())) == (400, 300)
    assert size(png(scene(), scale=2)) == (800, 600)
    assert size(png(scene(), dpi=48)) == (200, 150)


def test_a_sheet_has_its_size_at_the_dots_to_the_inch():
    drawn = scene(pages=(page(width=1000, height=707, paper=(254, 180)),))
    data = png(drawn, dpi=300)
    assert abs(size(data)[0] - 3000) <= 1
    assert per_metre(data) == (11811, 11811)


def test_title_and_description_are_inside():
    drawn = scene(title="A <map> & more", description="Zwei Sätze. Hier.", lang="de")
    assert png_words(png(drawn)).splitlines() == ["A <map> & more", "Zwei Sätze. Hier."]
    Image.open(BytesIO(png(drawn))).verify()


@pytest.mark.parametrize("options", [{"scale": 0}, {"scale": -1}, {"scale": float("nan")}, {"dpi": 1e6}, {"scale": 2, "dpi": 96}])
def test_an_impossible_size_is_refused(options):
    with pytest.raises(RenderError):
        png(scene(), **options)


def test_a_picture_too_large_for_the_memory_is_refused_before_it_is_drawn():
    with pytest.raises(RenderError, match="1,000,000 × 300 dots"):
        png(scene(pages=(page(width=1e6),)))


@pytest.mark.parametrize("text", ["Kauft", "Ελλάδα", "Кофе", "يشتري", "קונה", "ქართული", "Հայ", "−2 … ½ ★ ▲ ◆", "☺😀"])
def test_the_letters_that_come_along_draw_many_scripts(text):
    assert ink(png(scene(words(text)))) > 30


def test_every_style_has_a_font():
    drawn = [png(scene(words("Letters", weight=weight, italic=italic))) for weight in (400, 700) for italic in (False, True)]
    assert len({*drawn}) >= 3


def test_a_letter_without_a_font_is_an_error_that_names_it():
    with pytest.raises(RenderError) as caught:
        png(scene(group(words("a \U000f0000 b")), words("c", tail=Tail(text="\U000f0001", size=9))))
    (problem,) = caught.value.problems
    assert "U+F0000" in problem.message
    assert "U+F0001" in problem.message
    assert "--font-file" in problem.hint


def test_the_users_font_comes_first():
    serif = FONT_FILES[0].with_name("DejaVuSerif.ttf")
    assert png(scene(words("Letters")), font_files=(serif,)) != png(scene(words("Letters")))


def test_outlines_give_the_same_letters():
    pytest.importorskip("uharfbuzz", reason="the extra fonts is not installed")
    outlined = png(scene(words("Letters")), fonts="outline", font_files=SHIPPED)
    assert abs(ink(outlined) - ink(png(scene(words("Letters"))))) < 40


def test_fonts_of_a_browser_are_refused():
    with pytest.raises(RenderError, match="fonts-embed"):
        png(scene(), fonts="embed", font_files=SHIPPED)


def test_a_line_in_several_fonts_leaves_no_letter_out():
    """Arabic in italics is upright: the oblique face has none of it. Each part alone has as much ink as both together."""
    pytest.importorskip("uharfbuzz", reason="the extra png brings it")
    both = ink(png(scene(words("ABC يشتري سيارة", italic=True))))
    apart = ink(png(scene(words("ABC", italic=True)))) + ink(png(scene(words("يشتري سيارة", italic=True))))
    assert abs(both - apart) < 0.1 * apart


def test_a_line_from_right_to_left_ends_where_it_should():
    picture = Image.open(BytesIO(png(scene(words("(קונה) 2025", rtl=True, anchor="end", x=200, y=100))))).convert("L")
    left, _, right, _ = picture.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert 190 <= right <= 201
    assert left > 100


def test_only_what_is_drawn_is_looked_up():
    assert ink(png(scene(Rect(x=0, y=0, width=10, height=10, fill="#000000"), title="\U000f0000", description="\U000f0000"))) == 100


@pytest.mark.parametrize(
    ("sheet", "dpi", "dots"), [((297, 210), 300, (3508, 2480)), ((297, 210), 96, (1123, 794)), ((210, 148), 150, (1240, 874))]
)
def test_a_sheet_has_the_nearest_whole_number_of_dots(sheet, dpi, dots):
    drawn = scene(pages=(page(width=1000, height=1000 * sheet[1] / sheet[0], paper=sheet),))
    made = Image.open(BytesIO(renderer("png").render(drawn, Options(dpi=dpi))[0]))
    assert made.size == dots
    assert len({made.convert("RGBA").getpixel((x, y)) for x in (0, dots[0] - 1) for y in (0, dots[1] - 1)}) == 1
