"""Which files of a folder belong to a portfolio."""

import os
from pathlib import Path

from journeykit.errors import FileError, Problem
from journeykit.formats import MOST_BYTES, SUFFIXES, TextFile

__all__ = ["BASELINE", "files_of"]


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


BASELINE = "journeykit-baseline.json"
"""Where a check keeps the findings that are accepted for now: beside the files, and none of them."""


def _is_of_folder(path: Path) -> bool:
    name = path.name
    return path.suffix.lower() in SUFFIXES and name[0] != "." and not name.endswith(".schema.json") and name != BASELINE and path.is_file()


def files_of(path: Path) -> list[TextFile]:
    """The file itself, or the .yaml, .yml and .json files directly in a folder in order of their names.

    Schemas, hidden files, baselines of checks and folders inside are left out.

    Raises:
        FileError: a folder without such files, a file that is too large.
        OSError: a file that cannot be opened.
    """
    if not path.is_dir():
        return [_content(path, str(path))]
    found = sorted(filter(_is_of_folder, path.iterdir()))
    if not found:
        inner = next((one.name for one in sorted(path.iterdir()) if one.is_dir() and any(map(_is_of_folder, one.iterdir()))), "")
        raise FileError(
            Problem(
                "The folder holds no journey files.", got=str(path), expected="files that end in " + ", ".join(SUFFIXES),
                hint=f"folders inside are not read; did you mean {str(path / inner)!r}?" if inner else "",
            )
        )  # fmt: skip
    return [_content(one, str(one)) for one in found]
