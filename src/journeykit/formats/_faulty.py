"""Files with faults: every file is read as far as it goes, the whole is put together, and all faults come out as one error."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from journeykit.errors import ConversionError, FileError, ModelError, Problem, nearest, parse_where, shown
from journeykit.model import Checked, Portfolio, Ref, rewritten

from ._collect import Collector
from ._hints import hinted
from ._locate import located
from ._made import Made, Part
from ._migrate import VERSION, migrate
from ._parsed import Parsed
from ._plan import Key, plan_of
from ._short import DEPTH, too_deep

__all__ = ["collected"]


def collected(files: Sequence[Parsed]) -> Portfolio:
    """The portfolio, or all that is wrong.

    Raises:
        FileError: with all problems, in order of files and positions.
    """
    collector = Collector()
    root = Made(Portfolio, (0,), "", "The portfolio")
    arguments: dict[str, Any] = {}
    for number, one in enumerate(files):
        collector.ledger.faults += [evolve(fault, file=number) for fault in one.faults]
        data = _current(collector, one, number)
        if data is None:  # what is not read may hold whatever the rest refers to
            collector.ledger.doubtful.update(key.kind for key in plan_of(Portfolio).keys.values() if key.kind is not None)
        else:
            _add_file(collector, root, arguments, data, number=number)
    made = _assembled(collector, root, arguments)
    if collector.ledger.faults or made is None:
        raise FileError(located(collector.ledger.faults, files))
    return made


def _current(collector: Collector, file: Parsed, number: int) -> dict[str, Any] | None:
    """The data of a file in the newest version of the format, without the version; None where it cannot be read at all."""
    if file.tree is None:
        return None
    if not isinstance(file.data, dict):
        got = "a list" if isinstance(file.data, list) else "a text" if isinstance(file.data, str) else "a single value"
        hint = "is there a space behind each ':'?" if isinstance(file.data, str) else "begin with the line `journeykit: 1`"
        collector.ledger.fault(
            (number,), Problem(f"The file is {got}.", got=shown(file.data), expected="a mapping with the key 'journeykit'", hint=hint), ""
        )
        return None
    if (path := too_deep(file.data)) is not None:
        problem = Problem("The file is nested too deep.", expected=f"at most {DEPTH} levels", hint="most journeys need fewer than 12")
        collector.ledger.fault((number, *path), problem, "")
        return None
    data = dict(file.data)
    version = data.pop("journeykit", None)
    line = f'`"journeykit": {VERSION},`' if file.syntax == "json" else f"`journeykit: {VERSION}`"
    if version is None:
        near = nearest("journeykit", data)
        hint = f"did you mean it by {near!r}?" if near else f"add the line {line} at the top"
        if near:
            data.pop(near)
        collector.ledger.fault(
            (number, *([near] if near else [])),
            Problem("The file does not say which version of the format it has.", "journeykit", expected=line.strip("`,"), hint=hint),
            "",
            at_key=True,
        )
        return data
    if type(version) is not int:
        collector.ledger.fault(
            (number, "journeykit"),
            Problem(
                "The version of the format is no whole number.",
                "journeykit",
                got=shown(version),
                expected=str(VERSION),
                hint=f"write {line}",
            ),
            "",
        )
        return data
    try:
        return migrate(data, version)
    except ConversionError as error:
        for problem in error.problems:
            collector.ledger.fault((number, "journeykit"), problem, "")
        return None


def _add_file(collector: Collector, root: Made, arguments: dict[str, Any], data: dict[str, Any], *, number: int) -> None:
    """Read the sections of one file and join them with those of the files before."""
    keys = plan_of(Portfolio).keys
    one = Made(Portfolio, (number,), "", "The file", parts={name: part for name, part in root.parts.items() if _several(keys[name])})
    found: dict[str, Any] = {}
    collector.read_keys(plan_of(Portfolio), data, one, found)
    for alias, value in found.items():
        key = keys[alias]
        held = arguments.get(alias)
        if held is None:
            arguments[alias] = value
        elif _several(key):
            arguments[alias] = [*held, *value]
        elif key.shape == "any" and not held.keys() & value.keys():
            arguments[alias] = {**held, **value}
        elif held != value:
            collector.ledger.fault(
                (number, key.key),
                Problem(
                    f"Two files give the portfolio a {key.name}, and not the same.",
                    key.name,
                    got=shown(value),
                    expected=shown(held),
                    hint="keep it in one file",
                ),
                "",
            )
            continue
    root.parts.update(one.parts)


def _several(key: Key) -> bool:
    return key.shape in {"elements", "many", "single"}


def _assembled(collector: Collector, root: Made, arguments: dict[str, Any]) -> Portfolio | None:
    """The portfolio. What its constructor refuses is reported, taken out, and the rest checked again."""
    for _ in range(6):
        try:
            return Portfolio(**arguments)
        except ModelError as error:
            bad: set[tuple[type[Checked], str, str]] = set()
            changed = False
            for problem in error.problems:
                path, owner, name = _find(root, problem)
                found = plan_of(owner.cls).keys.get(name)
                if found is None or found.about.ref is None:
                    raw = arguments.pop(found.alias, None) if found is not None and owner is root else None
                    changed = changed or raw is not None
                    collector.ledger.fault(path, hinted(problem, found, raw), "")
                    continue
                bad.add((owner.cls, name, problem.got))
                if not collector.ledger.follows(owner, name, problem):
                    collector.ledger.fault(path, hinted(problem, found, None), "")
            if not _taken_out(arguments, bad) and not changed:
                return None
    return None


def _find(root: Made, problem: Problem) -> tuple[Any, Made, str]:
    """Where a problem of the whole portfolio stands."""
    steps = parse_where(problem.where)
    if len(steps) == 1 and steps[0][1] is None and " → " in problem.got:  # a circle: shown at its first element
        name, first = steps[0][0], problem.got.split(" → ", 1)[0]
        for part in root.parts.values():
            place = part.place(first)
            inner = part.made[place] if place is not None else None
            if inner is not None and name in inner.parts:
                return inner.parts[name].path, inner, ""
    if steps and steps[0][0] == "measurements" and len(steps) == 1 and isinstance(steps[0][1], int):
        nested = [
            (kpi, place)
            for kpi in root.parts.get("kpis", Part(root.path)).made
            if kpi is not None
            for place in range(len(kpi.value.measurements))
        ]
        if steps[0][1] >= len(nested):
            return root.find(f"measurements[{steps[0][1] - len(nested)}]")
    return root.find(problem.where)


def _taken_out(arguments: dict[str, Any], bad: set[tuple[type[Checked], str, str]]) -> bool:
    """Leave out references that lead nowhere, and whatever cannot be without; False where there is nothing to leave out."""

    def visit(owner: Checked, name: str, _ref: Ref, written: str) -> str | None:
        return None if (type(owner), name, shown(written)) in bad else written

    def kept(one: Any) -> Any:
        try:
            return rewritten(one, visit)
        except ModelError:
            return None

    for name, held in arguments.items():
        if isinstance(held, list):
            arguments[name] = [new for one in held if (new := kept(one)) is not None]
    return bool(bad)
