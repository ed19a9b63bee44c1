"""The command line. Thin: every command is one library call.

Results go to standard output, everything else to standard error. Exit 0 fine, 2 could not.
"""

import json
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn

import click

from journeykit import __version__
from journeykit.errors import FileError, JourneykitError, Problem

__all__ = ["main"]

_LIMIT = 100
_PLAIN = {one: None for one in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)) if one != 0x0A}


def _clean(text: str) -> str:
    """Text from files must not drive the terminal."""
    return text.translate(_PLAIN)


def _say(text: str) -> None:
    click.echo(_clean(text), err=True)


def _fail(problems: Sequence[Problem]) -> NoReturn:
    for one in problems[:_LIMIT]:
        _say(f"{one}\n")
    more = f", the first {_LIMIT} are shown" if len(problems) > _LIMIT else ""
    _say(f"{len(problems)} problem{'s' if len(problems) != 1 else ''}{more}.")
    raise SystemExit(2)


def _guarded(command: Callable[..., None]) -> Callable[..., None]:
    """Whatever a command cannot do ends in the house form and exit code 2, never in a traceback."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except JourneykitError as error:
            _fail(error.problems)
        except BrokenPipeError:
            sys.stderr.close()
            raise SystemExit(2) from None
        except OSError as error:
            name = repr(str(error.filename)) if error.filename else "A file"
            _fail([Problem(f"{name} could not be used: {(error.strerror or str(error)).lower()}.")])

    return run


def _book(file: str) -> Any:
    from journeykit.documents import load

    return load(sys.stdin.buffer if file == "-" else file)


def _schema_text() -> str:
    from journeykit.formats import json_schema

    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _out(data: bytes) -> None:
    stream = sys.stdout.buffer
    stream.write(data)
    stream.flush()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="journeykit")
def cli() -> None:
    """Customer journeys as code: write them as files, draw them, read them as text."""


@cli.command()
@click.argument("folder", default="journeykit-demo")
@_guarded
def demo(*, folder: str) -> None:
    """Write the example portfolios and their pictures into FOLDER, and print the first map as text.

    \b
    Example:  journeykit demo
    """
    from journeykit.documents import load, write_file
    from journeykit.examples import EXAMPLES, example
    from journeykit.pipeline import render

    written: list[Path] = []
    first = ""
    for name in EXAMPLES:
        file = Path(folder, name, f"{name}.yaml")
        file.parent.mkdir(parents=True, exist_ok=True)
        write_file(file, example(name).encode())
        write_file(file.with_name("journeykit.schema.json"), _schema_text().encode())
        written.append(file)
        for journey in load(file).journeys:
            drawn = render(journey, file.with_name(f"{journey.id}.svg"))
            written.append(file.with_name(f"{journey.id}.svg"))
            first = first or drawn.text
    _out(_clean(first).encode())
    _say("\nWritten, each beside the schema that lets an editor check it:")
    for one in written:
        _say(f"  {one}")
    _say(f"\nNext: open {written[1]} in a browser, or journeykit new my.yaml")


@cli.command()
@click.argument("file")
@click.option("--template", "name", default="lifecycle", metavar="NAME", help="lifecycle, integration, relationship, use or renewal.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@_guarded
def new(*, file: str, name: str, force: bool) -> None:
    """Write a starter FILE that renders as it is.

    \b
    Example:  journeykit new my.yaml --template renewal
    """
    from journeykit.documents import loads, save, write_file
    from journeykit.examples import template

    text, target = template(name), Path(file)
    if file == "-":
        _out(text.encode())
        return
    if target.exists() and not force:
        raise FileError(Problem(f"{file!r} exists.", hint="choose another name, or --force to write over it"))
    if target.suffix.lower() in {".yaml", ".yml"}:
        write_file(target, text.encode())  # as it is, with its remarks
    else:
        save(loads(text), target)
    _say(f"Written: {file}\nNext: journeykit render {file} -o {target.with_suffix('.svg')}")


@cli.command()
@click.argument("file")
@click.option("--journey", metavar="ID", help="Only this journey.")
@click.option("--markdown", is_flag=True, help="As a Markdown table.")
@_guarded
def show(*, file: str, journey: str | None, markdown: bool) -> None:
    """Print the journeys of FILE as an outline. FILE may be a folder, or - for standard input.

    \b
    Example:  journeykit show my.yaml
    """
    from journeykit.pipeline import journey_of, render

    book = _book(file)
    chosen = [journey_of(book, journey)] if journey is not None or len(book.journeys) < 2 else list(book.journeys)
    for one in chosen:
        drawn = render(one, format="markdown" if markdown else "text", detail="all")
        _out(b"".join(drawn.pages))


@cli.command()
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
@_guarded
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
    book = _book(file)
    if everything:
        _render_all(book, output, kind, options)
        return
    if output == "-":
        drawn = draw(book, journey=journey, format=kind, **options)
        if len(drawn.pages) > 1:
            raise FileError(Problem(f"The picture has {len(drawn.pages)} pages.", hint="name a file with -o: its pages are numbered"))
        _out(drawn.data)
        return
    files = draw(book, journey=journey, format=kind or _kind(output), standalone=True, **options).save(output)
    for one in files:
        _say(f"Written: {one}")


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
            _say(f"Written: {one}")


@cli.command()
@click.argument("source")
@click.argument("target")
@_guarded
def convert(*, source: str, target: str) -> None:
    """Write SOURCE as TARGET: YAML or JSON, after the ending. The result is canonical: same journeys, same bytes.

    \b
    Example:  journeykit convert a.yaml b.json
    """
    from journeykit.documents import dumps, save

    book = _book(source)
    if target == "-":
        click.echo(dumps(book), nl=False)
        return
    save(book, target)
    _say(f"Written: {target}")


@cli.command()
@_guarded
def schema() -> None:
    """Print the JSON Schema of the file format, so that editors complete and check while you type.

    \b
    Example:  journeykit schema > journeykit.schema.json
    """
    click.echo(_schema_text(), nl=False)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; exits the process."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    cli.main(args=list(arguments) if arguments is not None else None, prog_name="journeykit")
