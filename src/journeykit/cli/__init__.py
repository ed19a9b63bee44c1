"""The command line. Thin: every command is one library call, in a file of its own.

Results go to standard output, everything else to standard error. Exit 0 fine, 1 findings or differences, 2 could not.
"""

import gc
import sys
from collections.abc import Sequence

import click

from journeykit import __version__

from ._commands import COMMANDS, Commands, command

__all__ = ["COMMANDS", "cli", "command", "main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="journeykit")
def cli() -> None:
    """Customer journeys as code: write them as files, draw them, read them as text."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; exits the process."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    gc.disable()
    try:
        cli.main(args=list(arguments) if arguments is not None else None, prog_name="journeykit")
    finally:
        gc.freeze()  # the process ends, and need not look through all that it made to find that it is garbage
        gc.enable()
