"""`journeykit convert`."""

import click

from ._saying import book_of, guarded, out, say


@click.command()
@click.argument("source")
@click.argument("target")
@guarded
def convert(*, source: str, target: str) -> None:
    """Write SOURCE as TARGET: YAML or JSON, after the ending. The result is canonical: same journeys, same bytes.

    \b
    Example:  journeykit convert a.yaml b.json
    """
    from journeykit.documents import dumps, save

    book = book_of(source)
    if target == "-":
        out(dumps(book).encode())
        return
    save(book, target)
    say(f"Written: {target}")
