"""The commands by name, each in a module of its own that is loaded when the command is asked for."""

from importlib import import_module
from typing import NamedTuple

import click

__all__ = ["COMMANDS", "Commands", "command"]


class _Entry(NamedTuple):
    """Where a command lives, and its line in the list of commands."""

    module: str
    short: str


COMMANDS: dict[str, _Entry] = {
    "demo": _Entry("demo", "Write the example portfolios and their pictures into FOLDER."),
    "new": _Entry("new", "Write a starter FILE that renders as it is."),
    "show": _Entry("show", "Print the journeys of FILE as an outline."),
    "render": _Entry("render", "Draw a journey of FILE."),
    "check": _Entry("check", "Check the journeys in FILES by the rules of the craft."),
    "diff": _Entry("diff", "Compare BEFORE and AFTER: what changed, element by element."),
    "merge": _Entry("merge", "Merge OURS and THEIRS, two versions made from BASE, element by element."),
    "report": _Entry("report", "Print the measures of FILE, what they rest on and what is missing."),
    "convert": _Entry("convert", "Write SOURCE as TARGET: YAML or JSON, after the ending."),
    "schema": _Entry("schema", "Print the JSON Schema of the file format."),
    "git-setup": _Entry("git_setup", "Let git compare and merge journey files by what they say."),
    "git-diff": _Entry("git_diff", "What git calls to show what changed in a journey file."),
}
"""In the order in which `--help` lists them. The function is named like the command, with `_` for `-`."""


def command(name: str) -> click.Command:
    """The command of that name, loaded.

    Raises:
        KeyError: there is none.
    """
    found: click.Command = getattr(import_module(f"journeykit.cli.{COMMANDS[name].module}"), name.replace("-", "_"))
    return found


class Commands(click.Group):
    """A group that knows its commands by name and loads one when it is run: the start of the process is part of its speed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of use."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        del ctx
        return command(cmd_name) if cmd_name in COMMANDS else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.short) for name, entry in COMMANDS.items()])
