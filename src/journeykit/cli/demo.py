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
    from journeykit.examples import EXAMPLES, example
    from journeykit.pipeline import render

    written: list[Path] = []
    first = ""
    for name in EXAMPLES:
        file = Path(folder, name, f"{name}.yaml")
        file.parent.mkdir(parents=True, exist_ok=True)
        write_file(file, example(name).encode())
        write_file(file.with_name("journeykit.schema.json"), schema_text().encode())
        written.append(file)
        for journey in load(file).journeys:
            drawn = render(journey, file.with_name(f"{journey.id}.svg"))
            written.append(file.with_name(f"{journey.id}.svg"))
            first = first or drawn.text
    out(clean(first).encode())
    say("\nWritten, each beside the schema that lets an editor check it:")
    for one in written:
        say(f"  {one}")
    say(f"\nNext: open {written[1]} in a browser, or journeykit new my.yaml")
