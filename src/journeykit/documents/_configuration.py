"""What a project says about checking: `[tool.journeykit.check]` in pyproject.toml, or `[check]` in journeykit.toml."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import evolve, field, frozen

from journeykit.errors import FileError, Problem, did_you_mean, shown
from journeykit.rules import SEVERITIES, settings_problems

__all__ = ["Configuration", "find_configuration", "read_configuration"]

_TABLES: Final[dict[str, tuple[str, ...]]] = {"journeykit.toml": ("check",), "pyproject.toml": ("tool", "journeykit", "check")}
_KEYS: Final = ("profile", "select", "ignore", "severity", "parameters", "profiles")
_OF_THE_COMMAND: Final = ("fail_on", "baseline")
_HEADER = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]?\]\s*(?:#.*)?$")
_ENTRY = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_PART = re.compile(r"[\w-]+|\"[^\"]*\"|'[^']*'")


@frozen
class Configuration:
    """How a project wants its journeys checked.

    Attributes:
        settings: profile, select, ignore, severity, parameters and profiles, as `check` takes them as `configuration`.
        fail_on: the least severity that makes the command fail; empty where the project does not say it.
        baseline: the file with findings that are accepted for now; None where there is none.
        source: the file that says so; None where no file does.
    """

    settings: Mapping[str, Any] = field(factory=dict)
    fail_on: str = ""
    baseline: Path | None = None
    source: Path | None = None


def find_configuration(start: Path) -> Configuration:
    """The settings of the project that a file or folder belongs to.

    The nearest folder upwards counts that has a journeykit.toml, or a pyproject.toml that says something under `[tool.journeykit]`; in
    one folder journeykit.toml comes first.

    Raises:
        FileError: it cannot be read, or says what cannot be meant.
        OSError: it cannot be opened.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        for name in _TABLES:
            path = folder / name
            if path.is_file() and (name == "journeykit.toml" or _speaks(path)):
                return read_configuration(path)
    return Configuration()


def _speaks(path: Path) -> bool:
    """Whether a pyproject.toml says something of journeykit; of one that is no TOML, whether it means to."""
    text = path.read_text("utf-8", "replace")
    if "journeykit" not in text:
        return False
    try:
        return bool(_held(tomllib.loads(text), ("tool", "journeykit")))
    except tomllib.TOMLDecodeError:
        return "tool.journeykit" in text


def _held(found: Any, table: Sequence[str]) -> Any:
    """What a table leads to; nothing where it leads nowhere."""
    for key in table:
        found = found.get(key, {}) if isinstance(found, dict) else {}
    return found


def read_configuration(path: Path) -> Configuration:
    """The settings in one file: of a pyproject.toml those under `[tool.journeykit.check]`, of any other file those under `[check]`.

    Raises:
        FileError: it cannot be read, or says what cannot be meant: all of it, with the place of each.
        OSError: it cannot be opened.
    """
    try:
        text = path.read_bytes().decode("utf-8")
        found: Any = tomllib.loads(text)
    except UnicodeDecodeError:
        raise FileError(Problem("The settings are not UTF-8.", location=f"{path}:1:1", expected="UTF-8")) from None
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        place = f"{path}:{at.group(1)}:{at.group(2)}" if at else f"{path}:1:1"
        raise FileError(Problem("The settings are no TOML.", location=place, got=str(error).partition(" (at")[0])) from None
    table = _TABLES.get(path.name, ("check",))
    outer = _held(found, table[:-1])
    held = _held(found, table)
    problems = _around(outer, table, is_ours=path.name in _TABLES)
    written = {}
    if isinstance(held, dict):
        written = {key.replace("-", "_") if key.replace("-", "_") in _OF_THE_COMMAND else key: one for key, one in held.items()}
        problems += [evolve(one, where=f"check.{one.where}") for one in _problems(written)]
    if problems:
        places = _places(text)
        raise FileError([evolve(one, location=f"{path}:{_place(places, table[:-1], one)}") for one in problems])
    baseline = written.get("baseline")
    return Configuration(
        settings={key: one for key, one in written.items() if key in _KEYS},
        fail_on=written.get("fail_on", ""),
        baseline=path.parent / baseline if baseline else None,
        source=path,
    )


def _around(outer: Any, table: Sequence[str], *, is_ours: bool) -> list[Problem]:
    """What stands beside the settings and means nothing, or in their place; a file of another name may hold what it likes beside them."""
    name = ".".join(table)
    if not isinstance(outer, dict):
        return [Problem("The settings are no table.", got=shown(outer), expected=f"a table [{name}]")]
    if not isinstance(outer.get("check", {}), dict):
        return [Problem("The settings are no table.", "check", got=shown(outer["check"]), expected=f"a table [{name}]")]
    return [
        Problem(
            f"There is no table {shown('.'.join((*table[:-1], key)))}.",
            got=shown(key),
            expected=f"[{name}]",
            hint=did_you_mean(key, ["check"]),
        )
        for key in outer
        if key != "check" and (is_ours or "check" not in outer)
    ]


def _problems(written: Mapping[str, Any]) -> list[Problem]:
    """What cannot be meant."""
    found = []
    for key in written:
        if key not in (*_KEYS, *_OF_THE_COMMAND):
            known = (*_KEYS, "fail-on", "baseline")
            found.append(Problem(f"There is no setting {shown(key)}.", key, got=shown(key), expected="one of " + ", ".join(known),
                                 hint=did_you_mean(key, known)))  # fmt: skip
    level = written.get("fail_on", "error")
    if level not in SEVERITIES:
        expected = "one of " + ", ".join(map(repr, SEVERITIES))
        found.append(Problem("The severity that fails is none.", "fail-on", got=shown(level), expected=expected))
    if not isinstance(written.get("baseline", ""), str):
        found.append(Problem("The baseline is no path.", "baseline", got=shown(written["baseline"]), expected="the path of a file"))
    return found + list(settings_problems({key: one for key, one in written.items() if key in _KEYS}))


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(one.strip("\"'") for one in _PART.findall(dotted))


def _places(text: str) -> dict[tuple[str, ...], tuple[int, int]]:
    """Line and column of each table and key that stands on a line of its own."""
    found: dict[tuple[str, ...], tuple[int, int]] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        column = len(line) - len(line.lstrip()) + 1
        if header := _HEADER.match(line):
            table = _parts(header.group(1))
            found.setdefault(table, (number, column))
        elif entry := _ENTRY.match(line):
            found.setdefault((*table, *_parts(entry.group(1))), (number, column))
    return found


def _place(places: Mapping[tuple[str, ...], tuple[int, int]], table: Sequence[str], problem: Problem) -> str:
    """`line:column` of what a problem is about; of the nearest thing around it that has a line of its own."""
    path = (*table, *_parts(problem.where), *_parts(problem.got.strip("'\"")))
    for end in range(len(path), 0, -1):
        for one in (path[:end], (*path[: end - 1], path[end - 1].replace("-", "_"))):
            if one in places:
                return ":".join(map(str, places[one]))
    return "1:1"
