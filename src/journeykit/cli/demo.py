"""`journeykit demo`."""

from pathlib import Path

import click

from ._saying import clean, guarded, out, say
from .schema import schema_text


@click.command()
@click.argument("folder", default="journeykit-demo")
@guarded
def demo(*, folder: str) -> None:
    """Write the example portfolios and their pictures into FOLDER, and print the first map as text.

    \b
    Example:  journeykit demo
    """
    from journeykit.documents import load, write_file
    from journeykit.examples import DEMO_FILES, demo_file
    from journeykit.pipeline import render

    top = Path(folder)
    written: list[Path] = []
    for name in DEMO_FILES:
        file = top / name
        file.parent.mkdir(parents=True, exist_ok=True)
        write_file(file, demo_file(name).encode())
        written.append(file)
    write_file(top / "journeykit.schema.json", schema_text().encode())
    pictures: list[Path] = []
    first = ""
    for book in dict.fromkeys(_portfolio(top, one) for one in written if one.suffix == ".yaml"):
        journeys = load(book).journeys
        for journey in journeys:
            picture = book.with_suffix(".svg") if len(journeys) == 1 else book / f"{journey.id}.svg"
            drawn = render(journey, picture)
            pictures.append(picture)
            first = first or drawn.text
    out(clean(first).encode())
    say("\nWritten, beside the schema that lets an editor check them:")
    for one in (*written, *pictures):
        say(f"  {one}")
    say(f"\nNext: open {pictures[0]} in a browser, or journeykit new my.yaml")


def _portfolio(top: Path, file: Path) -> Path:
    """What holds a portfolio: a file of the folder itself, or a folder in it."""
    return file if file.parent == top else file.parent
