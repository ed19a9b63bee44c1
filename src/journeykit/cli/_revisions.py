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
        if (files := _files_in(revision, path)) is not None:
            raise FileError(_folder_problem(name, revision, path, files))
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        hint = "" if path.startswith("./") else f"paths count from the root of the repository; from here it is {revision}:./{path}"
        if _is_known("HEAD") and not _is_known(revision):
            hint = "git log --oneline lists the revisions that there are"
        raise FileError(Problem(f"git cannot show {name!r}.", got=said[0][:_TEXT] if said else "", expected="REV:path", hint=hint))
    return document_of(done.stdout, name=name, syntax="json" if path.lower().endswith(".json") else None).portfolio


def _is_known(revision: str) -> bool:
    command = ["git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}"]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0  # noqa: S603  # as above


def _files_in(revision: str, path: str) -> list[str] | None:
    """The names of the journey files in a folder of a revision; None where it is no folder."""
    from journeykit.formats import SUFFIXES

    inside = path.rstrip("/") or "."
    command = ["git", "ls-tree", "--full-tree", "--name-only", "-z", f"{revision}:{'./' if inside == '.' else inside}"]
    done = subprocess.run(command, check=False, capture_output=True)  # noqa: S603  # as above
    names = done.stdout.decode("utf-8", "replace").split("\0")
    return sorted(one for one in names if one.lower().endswith(tuple(SUFFIXES))) if done.returncode == 0 else None


def _folder_problem(name: str, revision: str, path: str, files: list[str]) -> Problem:
    inside = path.rstrip("/") or "."
    instead = f"{revision}:{inside}/{files[0] if files else 'map.yaml'}"
    return Problem(
        f"{name!r} is a folder, and of a revision one file at a time is read.",
        got=f"a folder with {len(files)} journey {'file' if len(files) == 1 else 'files'}",
        expected=f"a file, such as {instead}",
        hint=f"to compare whole folders, let git write the old one beside this: git worktree add ../before {revision}",
    )
