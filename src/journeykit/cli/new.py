"""`journeykit new`."""

from pathlib import Path

import click

from journeykit.errors import FileError, Problem

from ._saying import guarded, out, say


@click.command()
@click.argument("file")
@click.option("--template", "name", default="lifecycle", metavar="NAME", help="lifecycle, integration, relationship, use or renewal.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@guarded
def new(*, file: str, name: str, force: bool) -> None:
    """Write a starter FILE that renders as it is.

    \b
    Example:  journeykit new my.yaml --template renewal
    """
    from journeykit.documents import loads, save, write_file
    from journeykit.examples import template

    text, target = template(name), Path(file)
    if file == "-":
        out(text.encode())
        return
    if target.exists() and not force:
        raise FileError(Problem(f"{file!r} exists.", hint="choose another name, or --force to write over it"))
    if target.suffix.lower() in {".yaml", ".yml"}:
        write_file(target, text.encode())  # as it is, with its remarks
    else:
        save(loads(text), target)
    say(f"Written: {file}\nNext: journeykit render {file} -o {target.with_suffix('.svg')}")
