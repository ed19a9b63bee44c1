"""Which files of a folder belong to a portfolio."""

import os
from pathlib import Path

from journeykit.errors import FileError, Problem
from journeykit.formats import MOST_BYTES, SUFFIXES, TextFile

__all__ = ["files_of"]


def _content(path: Path, name: str) -> TextFile:
    """The bytes of a file; one that is too large is not read."""
    with path.open("rb") as opened:
        size = os.fstat(opened.fileno()).st_size
        if size > MOST_BYTES:
            raise FileError(
                Problem(
                    "The file is too large.",
                    location=f"{name}:1:1",
                    got=f"{size / 1e6:.1f} MB",
                    expected=f"at most {MOST_BYTES // 1_000_000} MB",
                    hint="split it into several files in one folder",
                )
            )
        return TextFile(opened.read(MOST_BYTES + 1), name)


def files_of(path: Path) -> list[TextFile]:
    """The file itself, or the .yaml, .yml and .json files directly in a folder in order of their names, schemas and hidden files left out.

    Raises:
        FileError: a folder without such files, a file that is too large.
        OSError: a file that cannot be opened.
    """
    if not path.is_dir():
        return [_content(path, str(path))]
    found = sorted(
        one
        for one in path.iterdir()
        if one.suffix.lower() in SUFFIXES and one.name[0] != "." and not one.name.endswith(".schema.json") and one.is_file()
    )
    if not found:
        raise FileError(Problem("The folder holds no journey files.", got=str(path), expected="files that end in " + ", ".join(SUFFIXES)))
    return [_content(one, str(one)) for one in found]
