"""Saving: the whole file or nothing."""

import os
import stat
from collections.abc import Sequence
from pathlib import Path

from journeykit.arguments import door
from journeykit.errors import ConversionError, Problem
from journeykit.formats import SUFFIXES, Syntax
from journeykit.model import Journey, Portfolio

__all__ = ["dumps", "save", "write_file", "write_files"]


@door
def dumps(model: Portfolio | Journey, syntax: Syntax = "yaml") -> str:
    """The canonical text of a portfolio, or of a journey as a portfolio of one. The same model gives the same text.

    Raises:
        ConversionError: it holds what no file can hold.
    """
    from journeykit.formats import write  # noqa: PLC0415  # most files are only read

    return write(model, syntax)


@door
def save(model: Portfolio | Journey, path: str | os.PathLike[str]) -> None:
    """Write a portfolio, or a journey as a portfolio of one, in canonical form.

    The file is complete or untouched: a new file beside it takes its place. Its permissions stay, a symbolic link stays a link.

    Args:
        model: what is saved.
        path: ends in .yaml, .yml or .json.

    Raises:
        ConversionError: an ending that means no format, or a model that holds what no file can hold.
        OSError: it cannot be written.
    """
    target = Path(path)
    syntax = SUFFIXES.get(target.suffix.lower())
    if syntax is None:
        raise ConversionError(
            Problem(
                f"No file format has the ending {target.suffix!r}.",
                got=repr(str(path)),
                expected="a name that ends in " + ", ".join(SUFFIXES),
                hint=f"save it as {target.stem + '.yaml'!r}",
            )
        )
    _replace(Path(os.path.realpath(target)), dumps(model, syntax).encode("utf-8"))


def write_file(path: str | os.PathLike[str], content: bytes) -> None:
    """Write a file, complete or not at all, as `save` does.

    Raises:
        OSError: it cannot be written.
    """
    _replace(Path(os.path.realpath(path)), content)


def write_files(files: Sequence[tuple[str | os.PathLike[str], bytes]]) -> None:
    """Write files that belong together: where one of them cannot be written, none is replaced.

    Raises:
        OSError: one cannot be written.
    """
    waiting: list[tuple[Path, Path]] = []
    try:
        for path, content in files:
            target = Path(os.path.realpath(path))
            if (new := _beside(target, content)) is not None:
                waiting.append((new, target))
        for new, target in waiting:
            new.replace(target)
    except BaseException:
        for new, _ in waiting:
            new.unlink(missing_ok=True)
        raise


def _replace(target: Path, content: bytes) -> None:
    if (new := _beside(target, content)) is None:
        return
    try:
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _beside(target: Path, content: bytes) -> Path | None:
    """The name of a new file that can take the place of a file; None where it was written to itself, as no other can take its place."""
    try:
        held = target.stat()
    except FileNotFoundError:
        mode = None
    else:
        if not stat.S_ISREG(held.st_mode):  # a pipe or a device is written to, never replaced; a folder says no by itself
            target.write_bytes(content)
            return None
        mode = stat.S_IMODE(held.st_mode)
    new = target.with_name(f".{target.name}.{os.urandom(6).hex()}.new")
    try:
        opened = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        error.filename = str(target)  # nobody asked for the temporary name
        raise
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            new.chmod(mode)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return new
