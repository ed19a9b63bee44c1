"""`journeykit git-diff`: what git calls to show what changed in a journey file."""

from difflib import unified_diff
from pathlib import Path

import click

from journeykit.errors import FileError

from ._compared import Compared
from ._saying import clean, guarded, say
from .diff import as_text

_SENTENCES = 5


@click.command(name="git-diff")
@click.argument("path")
@click.argument("versions", nargs=-1)
@guarded
def git_diff(*, path: str, versions: tuple[str, ...]) -> None:
    """Print what changed in a journey file, as git asks for it. git-setup installs it; git diff --no-ext-diff shows the lines.

    \b
    Example:  git diff
    """
    if len(versions) < 6:  # git names no versions of a file that waits for somebody to decide
        _undecided(path)
        return
    old, _, _, new, _, _, *renamed = versions
    from journeykit.comparison import compare
    from journeykit.documents import document_of

    contents = [b"" if one == "/dev/null" else Path(one).read_bytes() for one in (old, new)]
    texts = [one.decode("utf-8", "replace") for one in contents]
    click.echo(clean(f"{path} → {renamed[0]}" if renamed else path))
    try:
        before, after = (document_of(one if one.strip() else b"journeykit: 1\n", name=path).portfolio for one in contents)
    except FileError as error:
        say(f"{path} is shown as text: {error.problems[0].message} ({error.problems[0].location})")
        _lines(texts, path)
        return
    found = compare(before, after)
    click.echo(as_text(Compared(found), _SENTENCES) if found else "The journeys are the same; only the text differs.")
    if not found:
        _lines(texts, path)


def _undecided(path: str) -> None:
    """Where somebody must decide."""
    from journeykit.formats import conflict_regions

    click.echo(clean(f"* Unmerged path {path}"))
    file = Path(path)
    if file.is_file():
        for one in conflict_regions(file.read_text(encoding="utf-8", errors="replace")):
            click.echo(clean(f"{path}:{one.start}: two versions of {one.named}"))


def _lines(texts: list[str], path: str) -> None:
    """The lines that differ."""
    before, after = (one.splitlines() for one in texts)
    for line in unified_diff(before, after, f"a/{path}", f"b/{path}", lineterm=""):
        click.echo(clean(line))
