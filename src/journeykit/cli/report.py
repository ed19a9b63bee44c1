"""`journeykit report`."""

import click

from ._saying import book_of, clean, guarded, out


@click.command()
@click.argument("file")
@click.option("--journey", metavar="ID", help="Only this journey.")
@click.option("--measure", "names", multiple=True, metavar="NAME", help="Only this measure, such as peak_end; repeatable.")
@click.option("--format", "kind", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True, help="As what.")
@guarded
def report(*, file: str, journey: str | None, names: tuple[str, ...], kind: str) -> None:
    """Print the measures of FILE, what they rest on and what is missing. FILE may be a folder, or - for standard input.

    \b
    Example:  journeykit report my.yaml --format markdown > report.md
    """
    from journeykit import measure
    from journeykit.pipeline import journey_of

    book = book_of(file)
    found = measure.report(journey_of(book, journey) if journey is not None else book, only=[one.replace("-", "_") for one in names])
    match kind:
        case "markdown":
            text = found.to_markdown()
        case "json":
            text = found.to_json()
        case _:
            text = found.to_text()
    out(clean(text).encode())
