"""A journey file as a git repository knows it: `REV:path`, read without a shell."""

import subprocess
from pathlib import Path
from typing import Any

from journeykit.errors import FileError, Problem

__all__ = ["book_at", "revision_of"]

_TEXT = 200


def revision_of(name: str) -> tuple[str, str] | None:
    """Revision and path of `REV:path`; None where the name is that of a file, or of standard input.

    Example:
        >>> revision_of("HEAD~2:maps/buy.yaml")
        ('HEAD~2', 'maps/buy.yaml')
    """
    revision, colon, path = name.partition(":")
    is_drive = len(revision) == 1 and path[:1] in {"/", "\\"}
    return None if not colon or is_drive or not revision or not path or Path(name).exists() else (revision, path)


def book_at(revision: str, path: str) -> Any:
    """The portfolio in a file of a revision; the path counts from the root of the repository, or from here where it begins with `./`.

    Raises:
        FileError: git is not installed, this is no repository, or it does not know the revision or the path; or the file is wrong.
    """
    from journeykit.documents import document_of

    name = f"{revision}:{path}"
    if revision.startswith("-"):
        raise FileError(Problem(f"{name!r} names no revision.", got=repr(revision), expected="such as HEAD, main or v1.2"))
    command = ["git", "cat-file", "blob", name]
    try:
        done = subprocess.run(command, check=False, capture_output=True)  # noqa: S603  # one argument each: nothing is interpreted
    except FileNotFoundError as error:
        raise FileError(Problem(f"{name!r} is a file in git, and git is not installed.", expected="git on the path")) from error
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        hint = "" if path.startswith("./") else f"paths count from the root of the repository; from here it is {revision}:./{path}"
        raise FileError(Problem(f"git cannot show {name!r}.", got=said[0][:_TEXT] if said else "", expected="REV:path", hint=hint))
    return document_of(done.stdout, name=name, syntax="json" if path.lower().endswith(".json") else None).portfolio
