"""From a model to a picture: the only file that sees everything.

Journey ── views ──▶ Diagram ── layout ──▶ Scene ── renderers ──▶ bytes
what is true         what to show          where it goes          ink
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from attrs import field, fields, frozen

from journeykit.arguments import check_arguments, door
from journeykit.collector import uncollected
from journeykit.diagram import Diagram
from journeykit.display import Shown
from journeykit.documents import write_files
from journeykit.errors import ModelError, Problem, RenderError, UnknownNameError, shown
from journeykit.formats import SUFFIXES
from journeykit.layout import arrange
from journeykit.model import Journey, Persona, Portfolio
from journeykit.renderers import Fonts, Options, agrees, check_options, renderer, renderer_for
from journeykit.scene import Scene
from journeykit.text import DEFAULT_MEASURER, TextMeasurer, as_sentence, in_series
from journeykit.themes import Theme
from journeykit.themes import theme as theme_named
from journeykit.views import Detail, LaneLike, subject_of, taken_options, words_for
from journeykit.views import view as view_named

if TYPE_CHECKING:
    from journeykit.comparison import Comparison, Conformance, PersonaMatrix

_RENDERER_OPTIONS = tuple(one.name for one in fields(Options))

__all__ = ["Rendering", "diagram_of", "journey_of", "render", "scene_of"]


@frozen(kw_only=True, slots=False)
class Rendering(Shown):
    """A picture that knows its bytes, its text equivalent and how to save itself.

    Attributes:
        pages: the bytes, one item for each page or a single one for all.
        media_type: such as `image/svg+xml`.
        suffix: the usual ending of its files, with the dot.
        scene: what was drawn.
        diagram: what was shown, before it had places.
        theme: which inks it was drawn with.
    """

    pages: tuple[bytes, ...] = field(repr=False)
    media_type: str
    suffix: str
    scene: Scene = field(repr=False)
    diagram: Diagram = field(repr=False)
    theme: Theme = field(repr=False)

    @property
    def data(self) -> bytes:
        """The bytes of the only page.

        Raises:
            RenderError: there are several pages.
        """
        if len(self.pages) != 1:
            message = f"The picture has {len(self.pages)} pages."
            raise RenderError(Problem(message, hint="use .pages, or .save(), which numbers the files"))
        return self.pages[0]

    @cached_property
    def svg(self) -> str:
        """The picture as SVG text, ready to stand inside an HTML page.

        Raises:
            RenderError: there are several pages.
        """
        if self.media_type == "image/svg+xml":
            return self.data.decode("utf-8")
        drawn = renderer("svg").render(self.scene, Options())
        if len(drawn) != 1:
            message = f"The picture has {len(drawn)} pages."
            raise RenderError(Problem(message, hint="render without paper for one page"))
        return drawn[0].decode("utf-8")

    @cached_property
    def text(self) -> str:
        """The picture as an outline in words: the same facts in the same order."""
        return renderer("text").render(self.scene, Options())[0].decode("utf-8")

    @property
    def alt(self) -> str:
        """A few sentences that stand for the picture: its title, its state, what was found and how that is known."""
        shown = self.diagram
        sentences = (*(as_sentence(text) for text in (shown.title, *(one.text for one in shown.badges))), shown.finding, shown.known)
        return " ".join(one for one in sentences if one)

    def describe(self) -> str:
        """The picture in sentences, for those who do not see it, a paragraph a line.

        Of a journey: what was found, its low and high points, its stages in their order, what is not known. A picture that says no
        more of itself than what was found is told row by row.
        """
        shown = self.diagram
        told = shown.telling or shown.description or self.alt
        says_more = shown.telling or (shown.finding and told != shown.finding)
        return told if says_more else "\n".join((told, *_rows_told(self.to_table())))

    def to_table(self) -> tuple[tuple[str, ...], ...]:
        """The picture as rows of text, the first row the header; nothing is cut."""
        return self.scene.table

    @door
    def save(self, path: "str | Path") -> tuple[Path, ...]:
        """Write the picture, whole or not at all; several pages become `map-1.svg`, `map-2.svg` ...

        Returns:
            The files written.

        Raises:
            RenderError: the ending means another format, or a journey file.
        """
        target = Path(path)
        files = files_of_pages(target, len(self.pages))
        for file in files:
            _check_ending(file, self.suffix)
        write_files(list(zip(files, self.pages, strict=True)))
        return tuple(files)


def files_of_pages(path: Path, pages: int) -> list[Path]:
    """The files that so many pages go to: the one that is named, or numbered ones beside it."""
    return [path] if pages == 1 else [path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(1, pages + 1)]


def _check_ending(file: Path, suffix: str) -> None:
    """The ending of a file may not mean another format than the picture has, and never a journey."""
    expected = f"a name that ends in {suffix}"
    ending, held = file.suffix.lower(), file.resolve().suffix.lower()  # a link may lead to a file with another ending
    if any(one in SUFFIXES and one != suffix for one in (ending, held)):
        raise RenderError(Problem("A picture is not written over a journey file.", got=repr(str(file)), expected=expected))
    if not agrees(suffix, ending):
        hint = f"render(..., path={file.name!r}) draws what the ending means; format= names a format"
        message = f"The picture is {suffix[1:]}, and the ending of the file means {ending[1:]}."
        raise RenderError(Problem(message, got=repr(str(file)), expected=expected, hint=hint))


def _rows_told(table: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """The rows of a table as sentences: what each cell is, and what it says."""
    for row in table[1:]:
        cells = [f"{head}: {cell}" if head else cell for head, cell in zip(table[0], row, strict=True) if cell]
        yield as_sentence(in_series(cells))


@door
def journey_of(what: object, journey: str | int | None = None) -> Journey:
    """The journey that is meant: the one named, or the only one.

    Raises:
        UnknownNameError: there is none of that name, none at all, or several and none is named.
    """
    if isinstance(what, Journey):
        return what
    if not isinstance(what, Portfolio):
        raise ModelError(Problem("This is neither a journey nor a portfolio.", got=shown(what), expected="a Journey or a Portfolio",
                                 hint="journeykit.load(path) reads a file"))  # fmt: skip
    if journey is not None:
        if isinstance(journey, int) and not -len(what.journeys) <= journey < len(what.journeys):
            raise UnknownNameError(
                Problem(f"There is no journey at position {journey}.", got=str(journey), expected=f"0 to {len(what.journeys) - 1}")
            )
        if isinstance(journey, str) and journey not in what.journeys:
            raise UnknownNameError.of("journey", journey, what.journeys.ids)
        return what.journeys[journey]
    if len(what.journeys) != 1:
        count = len(what.journeys)
        raise UnknownNameError(
            Problem("The portfolio holds no journey." if not count else f"The portfolio holds {count} journeys, and none was named.",
                    expected="one of " + ", ".join(map(repr, what.journeys.ids)) if count else "a journey to draw", hint="name one" if count else "")
        )  # fmt: skip
    return what.journeys[0]


@door
def diagram_of(
    what: "Journey | Portfolio | Persona | Comparison | Conformance | PersonaMatrix",
    *,
    view: str | None = None,
    journey: str | int | None = None,
    language: str | None = None,
    **options: Any,
) -> Diagram:
    """First step: what to show. An option that is None is not asked for.

    Raises:
        UnknownNameError: there is no such view, journey or language, or the view has no such option.
        ArgumentError: the value of an option is none that the view takes.
        ModelError: the view does not show what it is given.
    """
    if language is not None and words_for(language).lang != language.replace("_", "-").split("-")[0].casefold():
        raise UnknownNameError(
            Problem(f"There are no words in the language {shown(language)}.", got=shown(language), expected="one of 'en', 'de', 'ar'")
        )
    name = view if view is not None else _usual_view(what)
    drawn = view_named(name)
    asked = taken_options(name, drawn, {key: value for key, value in options.items() if value is not None})
    check_arguments(drawn, (), asked)
    match subject_of(name, drawn):
        case "comparison":
            return drawn(_compared(what, name), language=language, **asked)
        case "book" if journey is None and isinstance(what, Journey | Portfolio | Persona):
            return drawn(what, language=language, **asked)
        case _:
            return drawn(journey_of(what, journey), language=language, **asked)


def _usual_view(what: object) -> str:
    if isinstance(what, Persona):
        return "persona"
    return "comparison" if _is_comparison(what) else "journey-map"


def _is_comparison(what: object) -> bool:
    if isinstance(what, Journey | Portfolio | Persona):
        return False
    from journeykit.comparison import Comparison, Conformance, PersonaMatrix  # noqa: PLC0415  # most pictures are of no comparison

    return isinstance(what, Comparison | Conformance | PersonaMatrix)


def _compared(what: object, view: str) -> Any:
    if not _is_comparison(what):
        hint = "journeykit.compare(before, after) makes one"
        raise ModelError(Problem(f"The view {view!r} shows a comparison.", got=shown(what), expected="a comparison", hint=hint))
    return what


@door
def inks_of(theme: "Theme | str | Path") -> Theme:
    """The theme that is meant: a built-in one by its name, one of a TOML file, or a theme all of whose colours can be read.

    Raises:
        UnknownNameError: there is no theme of that name.
        FileError: the file of the theme is wrong.
        ModelError: a colour of the theme cannot be read, or levels of feeling look alike.
    """
    if isinstance(theme, str) and not theme.lower().endswith(".toml"):
        return theme_named(theme)
    if isinstance(theme, Theme):
        from journeykit.themes import checked_theme  # noqa: PLC0415  # most pictures are drawn in a theme that comes along

        return checked_theme(theme)
    from journeykit.themes import read_theme  # noqa: PLC0415  # as above

    return read_theme(theme)


def scene_of(
    diagram: Diagram, *, theme: "Theme | str | Path" = "default", paper: str | None = None, measurer: TextMeasurer = DEFAULT_MEASURER
) -> Scene:
    """Second step: where it goes."""
    return arrange(diagram, inks_of(theme), measurer, paper=paper)


@door
def render(  # noqa: PLR0913  # the one door of all that can be asked of a picture; all but two by keyword
    what: "Journey | Portfolio | Persona | Comparison | Conformance | PersonaMatrix",
    path: "str | Path | None" = None,
    *,
    view: str | None = None,
    journey: str | int | None = None,
    lanes: LaneLike | Sequence[LaneLike] | None = None,
    detail: Detail | Literal["stages"] | None = None,
    language: str | None = None,
    theme: "Theme | str | Path" = "default",
    paper: str | None = None,
    format: str | None = None,  # noqa: A002  # the word that users of every drawing library expect
    fonts: Fonts = "system",
    font_files: "Sequence[str | Path] | str | Path" = (),
    measurer: TextMeasurer = DEFAULT_MEASURER,
    **options: Any,
) -> Rendering:
    """Draw a journey.

    Args:
        what: a journey, a portfolio, a persona, a comparison, many runs of a plan, or many personas; of a portfolio with several journeys most views want `journey` named.
        path: where to save it; its ending chooses the format. Without it nothing is written.
        view: what to show, such as `journey-map`, which is the default for journeys.
        journey: id or position, for a portfolio of several.
        lanes: keys of lanes in the order wanted, and functions or `LaneSpec` for lanes of one's own; None is the usual order.
        detail: `auto`, the default, summarises very long journeys, `all` draws every touchpoint, `summary` always summarises.
        language: BCP 47, of the words that are not the journey's own; by default that of the journey. English, German and Arabic are there.
        theme: a name, a `Theme`, or the path of a TOML file with one.
        paper: a sheet such as `a4` or `a3`; None is one page as large as it needs to be.
        format: name of a renderer, such as `svg`, `png`, `pdf` or `text`; by default after the ending of `path`, else `svg`.
        fonts: `system`, `embed` or `outline`; the last two need `font_files`.
        font_files: the user's font files, the preferred first. PNG and PDF take them with `system` too, before those of the machine.
        measurer: how wide texts are; by default the widest of the usual sans-serif faces, so that no other one overflows.
        options: further options of the view, such as `layers` of a blueprint, and of the renderer, such as `scale`, `dpi` or `prefix`.

    Returns:
        The picture: `.svg`, `.text`, `.alt`, `.describe()`, `.to_table()`, `.save(path)`.

    Raises:
        UnknownNameError: there is no such view, lane, theme, paper, journey, format or option.
        MissingExtraError: the format needs packages that are not installed; the message says how to install them.
        RenderError: the picture cannot be drawn as asked.
    """
    suffix = Path(path).suffix if path is not None else ""
    ink = renderer(format) if format is not None else renderer_for(suffix) if path is not None else renderer("svg")
    settings: dict[str, Any] = {"standalone": path is not None} | {key: value for key, value in options.items() if key in _RENDERER_OPTIONS}
    of_view = {key: value for key, value in options.items() if key not in _RENDERER_OPTIONS}
    check_arguments(Options, (), settings)
    files = (font_files,) if isinstance(font_files, str | Path) else font_files
    if files and fonts == "system" and "font-files" not in ink.capabilities:
        raise RenderError(
            Problem(
                "Font files are named, and the fonts are those of the system.", got="fonts='system'", expected="fonts='embed' or 'outline'"
            )
            if ink.capabilities & {"fonts-embed", "fonts-outline"}
            else Problem(f"Font files are named, and the renderer {ink.name!r} draws no letters.", hint="leave them out")
        )
    asked = Options(fonts=fonts, font_files=tuple(Path(one) for one in files), **settings)
    check_options(ink, asked)
    name = view if view is not None else _usual_view(what)
    taken_options(name, view_named(name), {key: value for key, value in of_view.items() if value is not None}, beside=_RENDERER_OPTIONS)
    inks = inks_of(theme)
    with uncollected():
        diagram = diagram_of(what, view=view, journey=journey, language=language, lanes=lanes, detail=detail, **of_view)
        scene = arrange(diagram, inks, measurer, paper=paper)  # the theme is checked already
        pages = ink.render(scene, asked)
    drawn = Rendering(pages=pages, media_type=ink.media_type, suffix=ink.suffixes[0], scene=scene, diagram=diagram, theme=inks)
    if path is not None:
        drawn.save(path)
    return drawn
