"""`journeykit merge`."""

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from journeykit.errors import JourneykitError

from ._saying import clean, fail, guarded, out, say, standard_input

if TYPE_CHECKING:
    from journeykit.documents import MergedText

_MARK = b"\xef\xbb\xbf"  # of UTF-8; reading takes it off


@click.command()
@click.argument("base")
@click.argument("ours")
@click.argument("theirs")
@click.option("-o", "--output", metavar="PATH", default="-", help="Where to; - is standard output.")
@click.option("--git", "path", metavar="PATH", hidden=True, help="What git calls the file; what cannot be read is merged as text.")
@guarded
def merge(*, base: str, ours: str, theirs: str, output: str, path: str | None) -> None:
    """Merge OURS and THEIRS, two versions made from BASE, element by element. Comments and layout of OURS stay.

    Exit code 0: merged; 1: both changed the same thing differently, and both sides stand in the result between markers; 2: could not.

    \b
    Example:  journeykit merge base.yaml mine.yaml hers.yaml -o merged.yaml
    """
    from journeykit.documents import merge_texts, write_file

    contents = [standard_input().read() if one == "-" else Path(one).read_bytes() for one in (base, ours, theirs)]
    name = path or ours
    try:
        merged = merge_texts(contents[0], contents[1], contents[2], name="<stdin>" if name == "-" else name)
    except JourneykitError as error:
        if path is None:
            raise
        _as_text(error, [ours, base, theirs], path)
    made = (_MARK if contents[1].startswith(_MARK) else b"") + merged.text.encode()
    if output == "-":
        out(made)
    else:
        write_file(output, made)
    _report(merged, name if output == "-" or path else output)
    raise SystemExit(0 if merged else 1)


def _report(merged: "MergedText", name: str) -> None:
    """What a person has to know."""
    for comment in merged.lost:
        say(f"{name}: this comment is not in the result: {comment}")
    if merged:
        return
    regions = merged.regions
    for region in regions:
        say(f"{name}:{region.start}: both sides changed {region.named}")
    for one in merged.conflicts:
        if one.problem is not None:
            say(f"{one.problem}\n")
    if regions:
        say(
            f"{len(regions)} conflict{'s' if len(regions) != 1 else ''}: choose in the file, between the markers; journeykit show explains them."
        )
    else:
        say("Each side is fine alone, but not together: mend the file before you commit it.")


def _as_text(error: JourneykitError, files: list[str], path: str) -> NoReturn:
    """What git itself would have done, and why it was done."""
    first = error.problems[0]
    say(f"{path} is merged as text: {first.message}" + (f"\n  where: {first.location}" if first.location else ""))
    names = [part for one in ("ours", "base", "theirs") for part in ("-L", one)]
    try:
        done = subprocess.run(["git", "merge-file", *names, *files], check=False, capture_output=True)  # noqa: S603, S607  # git called us
    except OSError:
        fail(error.problems)
    click.echo(clean(done.stderr.decode(errors="replace")), err=True, nl=False)
    raise SystemExit(min(done.returncode, 1) if done.returncode >= 0 else 1)
