"""`journeykit git-setup`."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from journeykit.errors import FileError, Problem

from ._saying import guarded, say

_USE = "diff=journeykit merge=journeykit"
_HEAD = re.compile(rb"^\s*\{?\s*\"?journeykit\"?\s*:", re.MULTILINE)
_SECTIONS = ("merge.journeykit", "diff.journeykit")
_TITLE_LINE = r"^[ ]*(- )?[{]?(id|title|name): .*$"


@click.command(name="git-setup")
@click.argument("patterns", nargs=-1)
@click.option("--local/--global", "is_local", default=True, help="For this repository (the default), or for all of yours.")
@click.option("--remove", is_flag=True, help="Take out what was put in.")
@guarded
def git_setup(*, patterns: tuple[str, ...], is_local: bool, remove: bool) -> None:
    """Let git compare and merge journey files by what they say. PATTERNS name them; else those in the repository are looked for.

    Writes the drivers to git's configuration and the patterns to .gitattributes, which belongs into the repository.

    \b
    Example:  journeykit git-setup 'maps/*.yaml'
    """
    scope = "--local" if is_local else "--global"
    attributes = _attributes(is_local=is_local)
    if remove:
        done = [_forgotten(scope, one) for one in _SECTIONS] + [_left_out(attributes)]
    else:
        chosen = [_from_top(one) if is_local else one for one in patterns] or (_found(attributes.parent) if is_local else [])
        if is_local and not chosen and not _lines_of(attributes):
            raise FileError(Problem("No journey files are here yet.", expected="a pattern", hint="journeykit git-setup 'maps/*.yaml'"))
        done = [_configured(scope), _listed(attributes, chosen)]
    written = [line for lines in done for line in lines]
    for line in written or ["Nothing to do: all is as it should be."]:
        say(line)


def _git(*arguments: str) -> str:
    """What a git command prints; empty where it has nothing to say.

    Raises:
        FileError: git refuses.
    """
    try:
        done = subprocess.run(["git", *arguments], check=False, capture_output=True, text=True, encoding="utf-8")  # noqa: S603, S607
    except FileNotFoundError as error:
        raise FileError(Problem("git is not installed.", expected="git on the path")) from error
    if done.returncode not in {0, 1}:
        raise FileError(Problem(f"git {arguments[0]} failed.", got=(done.stderr.strip().splitlines() or [""])[0]))
    return done.stdout.strip("\n")


def _command() -> str:
    """How git starts journeykit: by its name where that is on the path, else by this very Python."""
    if shutil.which("journeykit"):
        return "journeykit"
    return f"'{Path(sys.executable).as_posix()}' -m journeykit"


def _configured(scope: str) -> list[str]:
    """Writes the drivers; says what was new."""
    command = _command()
    there = f"{command} --version >/dev/null 2>&1"
    # Where journeykit does not start, git does what it would do without it: else a merge would leave one side without a mark.
    text = "git merge-file -L ours -L base -L theirs"
    wanted = {
        "merge.journeykit.name": "journeys, element by element",
        "merge.journeykit.driver": f"if {there}; then {command} merge --git=%P -o %A -- %O %A %B; else {text} %A %O %B; fi",
        "diff.journeykit.command": f'f() {{ if {there}; then {command} git-diff -- "$@"; else git diff --no-index -- "$2" "$5"; true; fi; }}; f',
        "diff.journeykit.xfuncname": _TITLE_LINE,
    }
    said = []
    for key, value in wanted.items():
        if _git("config", scope, "--get", key) != value:
            _git("config", scope, key, value)
            said.append(f"git config {scope} {key} = {value}")
    return said


def _forgotten(scope: str, section: str) -> list[str]:
    if not _git("config", scope, "--get-regexp", f"^{re.escape(section)}\\."):
        return []
    _git("config", scope, "--remove-section", section)
    return [f"git config {scope} --remove-section {section}"]


def _attributes(*, is_local: bool) -> Path:
    """The file that says which driver is for which files."""
    if is_local:
        return Path(_git("rev-parse", "--show-toplevel"), ".gitattributes")
    named = _git("config", "--global", "--type=path", "--get", "core.attributesFile")
    return Path(named) if named else Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config", "git", "attributes")


def _from_top(pattern: str) -> str:
    """A pattern as seen from the top of the repository; one without a folder is for files everywhere."""
    if pattern.startswith("/") or ("/" not in pattern and not Path(pattern).exists()):
        return pattern
    return f"/{_git('rev-parse', '--show-prefix')}{pattern}"


def _found(top: Path) -> list[str]:
    """Patterns for the journey files of a repository: folders where there is no other file of the kind, else single files."""
    names = _git("-C", str(top), "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "*.yaml", "*.yml", "*.json")
    ours: dict[str, bool] = {}
    for name in sorted(set(names.split("\0")) - {""}):
        path = top / name
        if path.is_file() and not name.endswith(".schema.json"):
            with path.open("rb") as opened:
                ours[name] = bool(_HEAD.search(opened.read(4096)))
    found: dict[str, None] = {}
    for name in (one for one, is_ours in ours.items() if is_ours):
        folder, _, file = name.rpartition("/")
        ending = file.rpartition(".")[2]
        alike = [one for one in ours if one.rpartition("/")[0] == folder and one.endswith(f".{ending}")]
        front, file = f"/{_literal(folder)}/" if folder else "/", _literal(file)
        found[f"{front}*.{ending}" if folder and all(ours[one] for one in alike) else f"{front}{file}"] = None
    return list(found)


def _lines_of(attributes: Path) -> list[str]:
    """The lines that are ours."""
    return [one for one in _text(attributes).splitlines() if one.endswith(_USE)]


def _text(attributes: Path) -> str:
    return attributes.read_text(encoding="utf-8") if attributes.exists() else ""


def _listed(attributes: Path, patterns: Sequence[str]) -> list[str]:
    """Adds the patterns; says what was new."""
    text = _text(attributes)
    lines = [f"{_quoted(one)} {_USE}" for one in patterns]
    new = [one for one in dict.fromkeys(lines) if one not in text.splitlines()]
    if new:
        attributes.parent.mkdir(parents=True, exist_ok=True)
        text += "\n" if text and not text.endswith("\n") else ""
        _write(attributes, text + "".join(f"{one}\n" for one in new))
    return [f"{_shown(attributes)}: {one}" for one in new]


def _literal(name: str) -> str:
    """A name as a pattern that means nothing but it."""
    return re.sub(r"([\\*?\[\]])", r"\\\1", name)


def _shown(attributes: Path) -> str:
    return attributes.name if attributes.name == ".gitattributes" else str(attributes)


def _quoted(pattern: str) -> str:
    if not re.search(r'[\s"]', pattern):
        return pattern
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(signs.get(one, one) for one in pattern) + '"'


def _left_out(attributes: Path) -> list[str]:
    lines = _lines_of(attributes)
    if lines:
        kept = [one for one in _text(attributes).splitlines(keepends=True) if one.rstrip("\r\n") not in lines]
        if kept:
            _write(attributes, "".join(kept))
        else:
            attributes.unlink()
    return [f"{_shown(attributes)}: without {one}" for one in lines]


def _write(attributes: Path, text: str) -> None:
    from journeykit.documents import write_file

    write_file(attributes, text.encode())
