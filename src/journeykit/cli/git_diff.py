"""`journeykit git-diff`: what git calls to show what changed in a journey file."""

from difflib import unified_diff
from pathlib import Path
from typing import Any

import click

from journeykit.errors import FileError

from ._saying import clean, guarded, say

_SIGNS = {"added": "+", "removed": "-", "moved": ">", "unresolved": "?"}


@click.command(name="git-diff")
@click.argument("path")
@click.argument("old")
@click.argument("old_hex")
@click.argument("old_mode")
@click.argument("new")
@click.argument("new_hex")
@click.argument("new_mode")
@click.argument("renamed", nargs=-1)
@guarded
def git_diff(*, path: str, old: str, new: str, renamed: tuple[str, ...], **_names: str) -> None:
    """Print what changed in a journey file, as git asks for it. journeykit git-setup installs it; git diff --no-ext-diff shows the lines.

    \b
    Example:  git diff
    """
    from journeykit import compare
    from journeykit.documents import document_of

    contents = [b"" if one == "/dev/null" else Path(one).read_bytes() for one in (old, new)]
    texts = [one.decode("utf-8", "replace") for one in contents]
    click.echo(clean(f"{path} → {renamed[0]}" if renamed else path))
    try:
        books: list[Any] = [document_of(one if one.strip() else b"journeykit: 1\n", name=path).portfolio for one in contents]
    except FileError as error:
        say(f"{path} is shown as text: {error.problems[0].message} ({error.problems[0].location})")
        _lines(texts, path)
        return
    rows = compare(books[0], books[1]).to_table()[1:]
    for what, status, before, after, _, changes in rows:
        click.echo(clean(f"{_SIGNS.get(status, '~')} {what} {after or before}{f' · {changes}' if changes else ''}"))
    if not rows:
        click.echo("The journeys are the same; only the text differs.")
        _lines(texts, path)


def _lines(texts: list[str], path: str) -> None:
    """The lines that differ."""
    before, after = (one.splitlines() for one in texts)
    for line in unified_diff(before, after, f"a/{path}", f"b/{path}", lineterm=""):
        click.echo(clean(line))
