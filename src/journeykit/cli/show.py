"""`journeykit show`."""

import click

from ._saying import book_of, guarded, out


@click.command()
@click.argument("file")
@click.option("--journey", metavar="ID", help="Only this journey.")
@click.option("--markdown", is_flag=True, help="As a Markdown table.")
@guarded
def show(*, file: str, journey: str | None, markdown: bool) -> None:
    """Print the journeys of FILE as an outline. FILE may be a folder, or - for standard input.

    \b
    Example:  journeykit show my.yaml
    """
    book = book_of(file)
    from journeykit.pipeline import journey_of, render  # a file with mistakes never gets here, and need not wait for what draws

    chosen = [journey_of(book, journey)] if journey is not None or len(book.journeys) < 2 else list(book.journeys)
    for one in chosen:
        drawn = render(one, format="markdown" if markdown else "text", detail="all")
        out(b"".join(drawn.pages))
