"""What every command says and how it ends: results to standard output, everything else to standard error, problems in the house form."""

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, BinaryIO, NoReturn

import click

from journeykit.errors import FileError, JourneykitError, Problem

_LIMIT = 100
_INTERRUPTED = 130  # as shells have it: 128 and the number of the signal
_PLAIN = {one: None for one in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)) if one != 0x0A}


def clean(text: str) -> str:
    """Text from files must not drive the terminal."""
    return text.translate(_PLAIN)


def say(text: str) -> None:
    """A line to standard error."""
    click.echo(clean(text), err=True)


def fail(problems: Sequence[Problem]) -> NoReturn:
    """Print the problems and end with exit code 2."""
    for one in problems[:_LIMIT]:
        say(f"{one}\n")
    more = f", the first {_LIMIT} are shown" if len(problems) > _LIMIT else ""
    say(f"{len(problems)} problem{'s' if len(problems) != 1 else ''}{more}.")
    raise SystemExit(2)


def guarded(command: Callable[..., None]) -> Callable[..., None]:
    """Whatever a command cannot do ends in the house form and exit code 2, never in a traceback."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except JourneykitError as error:
            fail(error.problems)
        except KeyboardInterrupt:
            say("\nStopped.")
            raise SystemExit(_INTERRUPTED) from None
        except BrokenPipeError:
            sys.stderr.close()
            raise SystemExit(2) from None
        except OSError as error:
            name = repr(str(error.filename)) if error.filename else "A file"
            fail([Problem(f"{name} could not be used: {(error.strerror or str(error)).lower()}.")])

    return run


def book_of(file: str) -> Any:
    """The portfolio of a file, a folder, or `-` for standard input."""
    from journeykit.documents import load

    return load(standard_input() if file == "-" else file)


def standard_input() -> BinaryIO:
    """Where the bytes of `-` come from.

    Raises:
        FileError: whoever started the process closed it.
    """
    if sys.stdin is None:
        raise FileError(Problem("Standard input is closed."))
    return sys.stdin.buffer


def out(data: bytes) -> None:
    """Bytes to standard output.

    Raises:
        FileError: whoever started the process closed it.
    """
    if sys.stdout is None:
        raise FileError(Problem("Standard output is closed."))
    stream = sys.stdout.buffer
    stream.write(data)
    stream.flush()
