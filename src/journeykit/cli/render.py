"""`journeykit render`."""

import sys
from pathlib import Path
from typing import Any

import click

from journeykit.errors import FileError, Problem

from ._saying import book_of, guarded, out, say


@click.command()
@click.argument("file", required=False)
@click.option("-o", "--output", metavar="PATH", default="-", help="Where to; the ending chooses the format; - is standard output.")
@click.option("--view", metavar="NAME", help="What to show; journey-map by default, --view help lists them.")
@click.option("--journey", metavar="ID", help="Which journey, where there are several.")
@click.option("--all", "everything", is_flag=True, help="Every journey, into the folder given with -o.")
@click.option("--lanes", metavar="A,B,…", help="Which lanes, in order; see journeykit render --lanes help.")
@click.option("--layers", metavar="A,B,…", help="Which layers of a blueprint.")
@click.option("--of", metavar="ID", help="Which persona or touchpoint, for the cards.")
@click.option("--detail", type=click.Choice(["auto", "all", "summary"]), help="Every touchpoint, or stages.")
@click.option("-O", "further", multiple=True, metavar="NAME=VALUE", help="A further option of the view; repeatable.")
@click.option("--language", metavar="TAG", help="Of the words that are not the journey's own: en, de or ar.")
@click.option("--theme", default="default", metavar="NAME", show_default=True, help="default, print or dark.")
@click.option("--paper", metavar="SIZE", help="a4, a3, a2, a1, letter or tabloid: pages instead of one picture.")
@click.option("--format", "kind", metavar="NAME", help="svg, text or markdown, where the ending does not say it.")
@click.option(
    "--fonts", type=click.Choice(["system", "embed", "outline"]), default="system", show_default=True, help="What to do with fonts."
)
@click.option("--font-file", "font_files", multiple=True, metavar="PATH", help="A font to embed or outline; repeatable.")
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
    from journeykit.pipeline import render as draw

    if "help" in {lanes, options["view"]}:
        _help(lanes == "help")
        return
    if file is None:
        message = "Missing argument 'FILE'."
        raise click.UsageError(message)
    options |= {"lanes": _listed(lanes), "layers": _listed(layers)} | dict(_named(one) for one in further)
    book = book_of(file)
    if everything:
        _render_all(book, output, kind, options)
        return
    if output == "-":
        drawn = draw(book, journey=journey, format=kind, **options)
        if len(drawn.pages) > 1:
            raise FileError(Problem(f"The picture has {len(drawn.pages)} pages.", hint="name a file with -o: its pages are numbered"))
        out(drawn.data)
        return
    files = draw(book, journey=journey, format=kind or _kind(output), standalone=True, **options).save(output)
    for one in files:
        say(f"Written: {one}")


def _help(lanes: bool) -> None:  # noqa: FBT001  # which of two lists
    from journeykit.views import DEFAULT_LANES, LANE_NAMES, VIEW_NAMES

    if not lanes:
        click.echo("\n".join(VIEW_NAMES))
        return
    click.echo("In this order unless asked otherwise: " + ", ".join(DEFAULT_LANES))
    click.echo("On request: " + ", ".join(one for one in LANE_NAMES if one not in DEFAULT_LANES))


def _listed(names: str | None) -> list[str] | None:
    return [one.strip() for one in names.split(",") if one.strip()] if names else None


def _named(option: str) -> tuple[str, str]:
    name, equals, value = option.partition("=")
    if not equals or not name.isidentifier():
        raise FileError(Problem("This is not an option of a view.", got=repr(option), expected="NAME=VALUE, such as -O variant=importance"))
    return name, value


def _kind(output: str) -> str:
    from journeykit.renderers import renderer_for

    return renderer_for(Path(output).suffix).name


def _render_all(book: Any, output: str, kind: str | None, options: dict[str, Any]) -> None:
    """Every journey of a portfolio, into a folder."""
    from journeykit.pipeline import render as draw

    if output == "-":
        raise FileError(Problem("Every journey needs a folder to go to.", expected="-o folder/"))
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    for number, journey in enumerate(book.journeys, 1):
        if sys.stderr.isatty():
            click.echo(f"\r{number} of {len(book.journeys)}", err=True, nl=False)
        drawn = draw(journey, format=kind, standalone=True, **options)
        for one in drawn.save(folder / f"{journey.id}{drawn.suffix}"):
            say(f"Written: {one}")
