"""`journeykit render`."""

import sys
from pathlib import Path
from typing import Any

import click

from journeykit.errors import FileError, Problem

from ._saying import book_of, guarded, out, say


@click.command()
@click.argument("file")
@click.option("-o", "--output", metavar="PATH", default="-", help="Where to; the ending chooses the format; - is standard output.")
@click.option("--view", default="journey-map", metavar="NAME", show_default=True, help="What to show.")
@click.option("--journey", metavar="ID", help="Which journey, where there are several.")
@click.option("--all", "everything", is_flag=True, help="Every journey, into the folder given with -o.")
@click.option("--lanes", metavar="A,B,…", help="Which lanes, in order; see journeykit render --lanes help.")
@click.option(
    "--detail", type=click.Choice(["auto", "all", "summary"]), default="auto", show_default=True, help="Every touchpoint, or stages."
)
@click.option("--language", metavar="TAG", help="Of the words that are not the journey's own: en, de or ar.")
@click.option("--theme", default="default", metavar="NAME", show_default=True, help="default, print or dark.")
@click.option("--paper", metavar="SIZE", help="a4, a3, a2, a1, letter or tabloid: pages instead of one picture.")
@click.option("--format", "kind", metavar="NAME", help="svg, text or markdown, where the ending does not say it.")
@click.option(
    "--fonts", type=click.Choice(["system", "embed", "outline"]), default="system", show_default=True, help="What to do with fonts."
)
@click.option("--font-file", "font_files", multiple=True, metavar="PATH", help="A font to embed or outline; repeatable.")
@guarded
def render(*, file: str, output: str, journey: str | None, everything: bool, lanes: str | None, kind: str | None, **options: Any) -> None:
    """Draw a journey of FILE. FILE may be a folder, or - for standard input.

    \b
    Example:  journeykit render my.yaml -o map.svg --paper a3
    """
    from journeykit.pipeline import render as draw

    if lanes == "help":
        from journeykit.views import DEFAULT_LANES, LANE_NAMES

        click.echo("In this order unless asked otherwise: " + ", ".join(DEFAULT_LANES))
        click.echo("On request: " + ", ".join(one for one in LANE_NAMES if one not in DEFAULT_LANES))
        return
    options |= {"lanes": [one.strip() for one in lanes.split(",") if one.strip()] if lanes else None}
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
