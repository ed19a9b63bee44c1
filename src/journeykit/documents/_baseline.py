"""Findings that are accepted for now: what was there before the checking began does not hide what is new."""

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from attrs import evolve, field, frozen

from journeykit.errors import ConversionError, FileError, Problem, parse_where, step
from journeykit.rules import Finding, Report

__all__ = ["Baseline", "baseline_of", "read_baseline"]

VERSION: Final = 2
_OLD: Final = 1
"""Names of files were as somebody typed them, and places held the stage of a touchpoint."""

Key = tuple[str, str, str]


@frozen
class Baseline:
    """How many findings of each rule are accepted at each element.

    Attributes:
        accepted: by file, code and address. A file is named as seen from `folder`. An address is a model path without the stage of a
            touchpoint, so that messages, lines and the stage may change; the element may not.
        folder: the one that the baseline lies in.
    """

    accepted: Counter[Key]
    folder: Path = field(factory=Path)

    def apply(self, report: Report, files: Iterable[str] | None = None) -> tuple[Report, int]:
        """The report without what is accepted, and how many accepted findings are no longer there.

        Args:
            report: of a check.
            files: names of the files that were checked; what is accepted in others is not said to be gone. None is all of them.
        """
        left = Counter(self.accepted)
        kept = []
        for one in report:
            found = next((key for key in _keys(one, self.folder) if left[key]), None)
            if found is None:
                kept.append(one)
            else:
                left[found] -= 1
        names = None if files is None else {_name(one, self.folder) for one in files}
        gone = sum(amount for key, amount in left.items() if _was_judged(key, names, report.ran))
        return evolve(report, findings=tuple(kept)), gone

    def renewed(self, checked: Iterable[tuple[Report, Collection[str]]]) -> "Baseline":
        """The baseline that accepts all that was found, and what this one accepts where nobody looked.

        Args:
            checked: reports, each with the names of the files that it is about.
        """
        held = [(report, {_name(one, self.folder) for one in files}) for report, files in checked]
        found = Counter(next(_keys(one, self.folder)) for report, _ in held for one in report)
        for key, amount in self.accepted.items():
            if not any(_was_judged(key, names, report.ran) for report, names in held) and (self.folder / key[0]).exists():
                found[key] = max(found[key], amount)
        return Baseline(found, self.folder)

    def dumps(self) -> str:
        """The text of its file; sorted, so that versions of it compare well."""
        rows = [
            {"file": file, "code": code, "where": where, "count": amount}
            for (file, code, where), amount in sorted(self.accepted.items())
            if amount
        ]
        return json.dumps({"journeykit_baseline": VERSION, "findings": rows}, ensure_ascii=False, indent=2) + "\n"


def baseline_of(report: Report, folder: Path | None = None) -> Baseline:
    """The baseline that accepts all findings of a report.

    Args:
        report: of a check.
        folder: where the baseline will lie; the current one where it is not said.
    """
    return Baseline(Counter(), folder or Path()).renewed([(report, ())])


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file.

    Raises:
        FileError: it is none.
        OSError: it cannot be opened.
    """
    problem = Problem("This is no baseline.", location=f"{path}:1:1", hint="write one with `journeykit check --write-baseline`")
    try:
        held = json.loads(path.read_bytes())
        version = held["journeykit_baseline"]
        if version not in {_OLD, VERSION}:
            raise FileError(evolve(problem, got=f"version {version!r}", expected=f"version {VERSION}"))
        rows = [(str(one["file"]), str(one["code"]), str(one["where"]), int(one["count"])) for one in held["findings"]]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        if isinstance(error, FileError):
            raise
        raise FileError(problem) from None
    found: Counter[Key] = Counter()
    for file, code, where, amount in rows:
        found[_of_old(file, path.parent) if version == _OLD else file, code, _address(where)] += amount
    return Baseline(found, path.parent)


def _keys(one: Finding, folder: Path) -> Iterator[Key]:
    """By what a finding is accepted; an unneeded allowance by its rule, and as older baselines have it."""
    file = one.place.rsplit(":", 2)[0] if one.place.count(":") >= 2 else ""
    address = _address(one.where)
    if one.code == "CHK-01" and one.anchors:
        yield _name(file, folder), one.code, address + step("", one.anchors[-1][0])
    yield _name(file, folder), one.code, address


def _was_judged(key: Key, names: Collection[str] | None, ran: Collection[str]) -> bool:
    """Whether what is accepted would have been found if it were still there."""
    file, code, address = key
    if names is not None and file not in names:
        return False
    if code == "CHK-01":
        return _last_key(address) in ran
    return code in ran or code.startswith("CHK-")


def _parts(where: str) -> tuple[tuple[str, Any], ...]:
    try:
        return parse_where(where)
    except ConversionError:  # a rule of somebody's own may say what it likes
        return ()


def _last_key(address: str) -> str:
    return str(next((key for _, key in reversed(_parts(address))), ""))


def _address(where: str) -> str:
    """A model path without the stage that a touchpoint stands in."""
    parts = _parts(where)
    names = [name for name, _ in parts][1:]
    kept = [one for one, after in zip(parts, [*names, ""], strict=True) if (one[0], after) != ("stages", "touchpoints")] if parts else []
    return ".".join(step(name, key) for name, key in kept) or where


def _name(file: str, folder: Path) -> str:
    """The name of a file as seen from a folder; of what is no file, its name."""
    if not file or file.startswith("<"):
        return file
    try:
        return os.path.relpath(os.path.realpath(file), os.path.realpath(folder)).replace("\\", "/")
    except ValueError:  # another drive
        return os.path.realpath(file).replace("\\", "/")


def _of_old(file: str, folder: Path) -> str:
    """The name of a file in a baseline of an older version, which was written as seen from where somebody stood."""
    is_beside = (folder / file).exists() or not Path(file).exists()
    return file if is_beside and not Path(file).is_absolute() else _name(file, folder)
