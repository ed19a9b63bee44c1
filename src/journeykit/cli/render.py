"""`journeykit render`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve

from journeykit.errors import FileError, Problem, UnknownNameError

from ._saying import book_of, guarded, out, say

if TYPE_CHECKING:
    from journeykit.model import Portfolio
    from journeykit.pipeline import Rendering

_OF_TWO = "comparison"
_FLAGS = {"lanes", "layers", "of", "detail", "language"}
_HINT_OF_SEVERAL = "name one with --journey, or draw them all with --all -o folder/"
_HINT_OF_TWO = "journeykit diff BEFORE AFTER --format svg draws a comparison"


@click.command()
@click.argument("file", required=False)
@click.option("-o", "--output", metavar="PATH", default="-", help="Where to; the ending chooses the format; - is standard output.")
@click.option("--view", metavar="NAME", help="What to show; journey-map by default, --view help lists them.")
@click.option("--journey", metavar="ID", help="Which journey, where there are several.")
@click.option("--all", "everything", is_flag=True, help="The hand-out set, or every journey in a --view, into the folder given with -o.")
@click.option("--lanes", metavar="A,B,…", help="Which lanes, in order; see journeykit render --lanes help.")
@click.option("--layers", metavar="A,B,…", help="Which layers of a blueprint.")
@click.option("--of", metavar="ID", help="Which persona or touchpoint, for the cards.")
@click.option("--detail", type=click.Choice(["auto", "all", "summary"]), help="Every touchpoint, or stages.")
@click.option("-O", "further", multiple=True, metavar="NAME=VALUE", help="A further option of the view; repeatable. -O help lists them.")
@click.option("--language", metavar="TAG", help="Of the words that are not the journey's own: en, de or ar.")
@click.option("--theme", default="default", metavar="NAME", show_default=True, help="default, print, dark, high-contrast, or a TOML file.")
@click.option("--paper", metavar="SIZE", help="a5, a4, a3, a2, a1, letter or tabloid: pages instead of one picture.")
@click.option("--format", "kind", metavar="NAME", help="svg, png, pdf, text or markdown, where the ending does not say it.")
@click.option("--scale", type=float, metavar="N", help="Of PNG: dots for each px; 2 for sharp screens.")
@click.option("--dpi", type=float, metavar="N", help="Of PNG, instead of --scale: dots to the inch; 300 for print.")
@click.option(
    "--fonts", type=click.Choice(["system", "embed", "outline"]), default="system", show_default=True, help="What to do with fonts."
)
@click.option(
    "--font-file",
    "font_files",
    multiple=True,
    metavar="PATH",
    help="A font to embed, outline, or draw PNG and PDF with; repeatable, for bold.",
)
@guarded
def render(
    *,
    file: str | None,
    output: str,
    journey: str | None,
    everything: bool,
    lanes: str | None,
    layers: str | None,
    further: tuple[str, ...],
    kind: str | None,
    **options: Any,
) -> None:
    """Draw a journey of FILE. FILE may be a folder, or - for standard input.

    \b
    Example:  journeykit render my.yaml -o map.svg --paper a3
    """
    if "help" in {lanes, options["view"], *further}:
        _help("lanes" if lanes == "help" else "views" if options["view"] == "help" else "options", options["view"] or "journey-map")
        return
    if options["view"] == _OF_TWO:
        raise FileError(Problem("The view 'comparison' shows two versions.", got="one", hint=_HINT_OF_TWO))
    if file is None:
        message = "Missing argument 'FILE'."
        raise click.UsageError(message)
    options |= {"lanes": _listed("lane", lanes), "layers": _listed("layer", layers)} | dict(_named(one) for one in further)
    book = book_of(file)
    options["theme"] = _theme(options["theme"])
    if everything:
        from journeykit.pipeline import journey_of

        _render_all(book if journey is None else journey_of(book, journey), output, kind, options, source=file)
        return
    from journeykit.pipeline import render as draw  # a file with mistakes never gets here, and need not wait for what draws

    if journey is None:
        _check_one(book, options["view"])
    if output == "-":
        drawn = draw(book, journey=journey, format=kind, **options)
        if len(drawn.pages) > 1:
            raise FileError(Problem(f"The picture has {len(drawn.pages)} pages.", hint="name a file with -o: its pages are numbered"))
        out(drawn.data)
        return
    drawn = draw(book, journey=journey, format=_kind(output, kind), standalone=True, **options)
    _save(drawn, Path(output), file)


def _check_one(book: "Portfolio", view: str | None) -> None:
    """See that there is no doubt which journey is drawn."""
    from journeykit.pipeline import journey_of
    from journeykit.views import subject_of
    from journeykit.views import view as view_named

    if len(book.journeys) > 1 and (view is None or subject_of(view, view_named(view)) == "journey"):
        try:
            journey_of(book)
        except UnknownNameError as error:
            raise UnknownNameError(*(evolve(one, hint=_HINT_OF_SEVERAL) for one in error.problems)) from None


def _theme(name: str) -> Any:
    """The theme of a file, and on standard error what of it had to be corrected; else the name as it is."""
    if not name.lower().endswith(".toml"):
        return name
    from journeykit.themes import read_corrected

    found = read_corrected(name)
    for one in found.reasons:
        say(f"Corrected: {one.message}")
    return found.theme


def _save(drawn: "Rendering", target: Path, source: str) -> None:
    """Write a picture, but never over what it was drawn from."""
    from journeykit.pipeline import files_of_pages

    for one in files_of_pages(target, len(drawn.pages)):
        if source != "-" and one.exists() and one.samefile(source):
            raise FileError(
                Problem("The picture would take the place of the file it is drawn from.", got=repr(str(one)), expected="another name")
            )
    for one in drawn.save(target):
        say(f"Written: {one}")


def _help(what: str, view: str) -> None:
    """Print what can be asked for: the views, the lanes of a view, or its options."""
    from journeykit.views import BLUEPRINT_LANES, DEFAULT_LANES, LANE_NAMES, VIEW_NAMES, options_of
    from journeykit.views import view as view_named

    if what == "views":
        out("".join(f"{one}\n" for one in VIEW_NAMES if one != _OF_TWO).encode())
        say(_HINT_OF_TWO)
        return
    if what == "options":
        found = {name: words for name, words in options_of(view_named(view)).items() if name not in _FLAGS}
        lines = [f"{name}={'|'.join(words) or '…'}" for name, words in found.items()]
        out("".join(f"{one}\n" for one in lines or [f"{view} has no further options."]).encode())
        return
    usual = BLUEPRINT_LANES if view == "service-blueprint" else DEFAULT_LANES
    others = ", ".join(one for one in LANE_NAMES if one not in usual)
    out(f"In this order unless asked otherwise: {', '.join(usual)}\nOn request: {others}\n".encode())


def _listed(kind: str, names: str | None) -> list[str] | None:
    if names is None:
        return None
    found = [one.strip() for one in names.split(",") if one.strip()]
    if not found:
        raise FileError(
            Problem(f"No {kind} is named.", got=repr(names), expected="names with commas between them", hint=f"leave --{kind}s out for all")
        )
    return found


def _named(option: str) -> tuple[str, str]:
    name, equals, value = option.partition("=")
    if not equals or not name.isidentifier():
        raise FileError(Problem("This is not an option of a view.", got=repr(option), expected="NAME=VALUE, such as -O variant=importance"))
    return name, value


def _kind(output: str, kind: str | None) -> str:
    """The format: that of the ending; one that is named must not contradict it."""
    from journeykit.renderers import renderer, renderer_for

    suffix = Path(output).suffix
    if kind is None:
        return renderer_for(suffix).name
    if _is_of_picture(suffix) and (usual := renderer_for(suffix).name) != renderer(kind).name:
        expected = f"a name that ends in {renderer(kind).suffixes[0]}, or --format {usual}"
        raise FileError(Problem(f"The ending of {output!r} means {usual}, and --format says {kind}.", got=repr(output), expected=expected))
    return kind


def _suffix(kind: str | None) -> str:
    from journeykit.renderers import renderer

    return renderer(kind or "svg").suffixes[0]


def _is_of_picture(suffix: str) -> bool:
    from journeykit.renderers import renderer_for

    try:
        return bool(suffix) and bool(renderer_for(suffix))
    except UnknownNameError:
        return False


def _render_all(book: Any, output: str, kind: str | None, options: dict[str, Any], *, source: str) -> None:
    """The hand-out set into a folder; where a view is named, that of every journey."""
    from journeykit.model import Journey
    from journeykit.pipeline import render as draw

    if output == "-":
        raise FileError(Problem("Every journey needs a folder to go to.", expected="-o folder/"))
    folder = Path(output)
    if _is_of_picture(folder.suffix) and not folder.is_dir():
        hint = f"-o {folder.stem}/ --format {_kind(output, None)}"
        raise FileError(Problem("Every journey needs a file of its own, in a folder.", got=repr(output), expected="-o folder/", hint=hint))
    folder.mkdir(parents=True, exist_ok=True)
    if options["view"] is None and not any(options[one] for one in ("lanes", "layers", "of", "detail")):
        _hand_out(book, folder, kind, options, source=source)
        return
    if options["view"] == "service-blueprint":
        # The files stand side by side, so a touchpoint can lead to the journey that shows it in detail.
        options.setdefault("sub_journeys", "{id}" + _suffix(kind))
    journeys = [book] if isinstance(book, Journey) else list(book.journeys)
    for number, journey in enumerate(journeys, 1):
        if sys.stderr is not None and sys.stderr.isatty():
            click.echo(f"\r{number} of {len(journeys)}", err=True, nl=False)
        drawn = draw(journey, format=kind, standalone=True, **options)
        _save(drawn, folder / f"{journey.id}{drawn.suffix}", source)


def _hand_out(book: Any, folder: Path, kind: str | None, options: dict[str, Any], *, source: str) -> None:
    """Every picture that has something to show."""
    from journeykit.handout import hand_outs

    asked = {name: value for name, value in options.items() if value is not None and name != "view"}
    for name, drawn in hand_outs(book, format=kind, standalone=True, **asked):
        _save(drawn, folder / f"{name}{drawn.suffix}", source)
