"""Older versions of the format become newer ones, one step at a time."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from journeykit.errors import ConversionError, Problem

__all__ = ["MIGRATIONS", "VERSION", "Migration", "migrate"]

Migration = Callable[[dict[str, Any]], dict[str, Any]]

VERSION: Final = 1
"""The version of the format that is written."""

MIGRATIONS: Final[Mapping[int, Migration]] = {}
"""From a version to the next: pure functions of plain data."""


def migrate(data: dict[str, Any], version: int, *, newest: int = VERSION, steps: Mapping[int, Migration] = MIGRATIONS) -> dict[str, Any]:
    """Plain data of an older version, as the newest version says it.

    Raises:
        ConversionError: the version is newer than `newest`, or there is no way from it.

    Example:
        >>> migrate({"name": "x"}, 1, newest=2, steps={1: lambda data: {"title": data["name"]}})
        {'title': 'x'}
    """
    if version > newest:
        raise ConversionError(
            Problem(
                f"The file has version {version} of the format, which is newer than this journeykit knows.",
                "journeykit",
                got=str(version),
                expected=f"at most {newest}",
                hint="upgrade journeykit",
            )
        )
    for one in range(version, newest):
        if one not in steps:
            raise ConversionError(
                Problem(
                    f"There is no version {version} of the format.",
                    "journeykit",
                    got=str(version),
                    expected=str(newest),
                    hint=f"write `journeykit: {newest}`",
                )
            )
        data = steps[one](data)
    return data
