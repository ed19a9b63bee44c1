"""Settings as people write them, read leniently: what is meant, and what cannot be meant."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from attrs import Factory, field, frozen

from journeykit.errors import Problem, did_you_mean, shown, step

from ._finding import SEVERITIES
from ._rule import LEVELS, Rule

OFF = "off"
_LETTERS = {"E": "error", "W": "warning", "I": "info"}
_KEYS = ("profile", "select", "ignore", "severity", "parameters")
_OF_A_PROJECT = ("fail-on", "baseline")
_OF_A_PROFILE = ("extends", "select", "ignore", "severity", "parameters")


@frozen(kw_only=True)
class Layer:
    """Settings from one place: the call, a file, or a project's configuration; what is not said is empty.

    Attributes:
        profile: name of the profile; of a profile of one's own, the one that it extends.
        select, ignore: codes, names or groups of rules.
        severity: error, warning, info (or their first letters, E, W and I) or off, by code, name or group.
        parameters: settings of rules, by code or name.
        profiles: profiles of one's own, by name.
        problems: what was written and cannot be meant.
    """

    profile: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = Factory(dict)
    parameters: Mapping[str, Mapping[str, Any]] = Factory(dict)
    profiles: "Mapping[str, Layer]" = field(factory=dict)
    problems: tuple[Problem, ...] = ()


class Known:
    """The names by which rules may be called."""

    def __init__(self, rules: Iterable[Rule], rest: Callable[[], Iterable[Rule]] = tuple) -> None:
        self.rules = tuple(rules)
        self._rest = rest
        self._read(self.rules)

    def _read(self, rules: Iterable[Rule]) -> None:
        held = tuple(rules)
        self.by_key = {key: one for one in held for key in (one.code, one.name)}
        self.groups = {one.group for one in held}

    def find(self, key: object) -> Rule | None:
        """The rule of that code or name; those that look at other things are loaded only when they are asked for."""
        if not isinstance(key, str):
            return None
        if key not in self.by_key and key not in self.groups:
            self._read((*self._rest(), *self.rules))
        return self.by_key.get(key)

    def problem(self, key: object, where: str, *, groups: bool = True) -> Problem | None:
        """What is wrong with a name; None where a rule, or a group of them, is called so."""
        if self.find(key) or (groups and key in self.groups):
            return None
        return Problem(f"There is no rule {shown(key)}.", where, got=shown(key), expected="code, name or group of a rule",
                       hint=did_you_mean(key, [*self.by_key, *self.groups]) if isinstance(key, str) else "")  # fmt: skip


def read_layer(written: Any, known: Known, where: str, *, own: bool = False) -> Layer:
    """A layer from a mapping; whatever cannot be meant becomes a problem and is left out.

    Args:
        written: the mapping, as a file or a program says it.
        known: the rules that may be named.
        where: its path, for problems.
        own: it describes a profile of one's own.
    """
    if not isinstance(written, Mapping):
        return Layer(problems=(Problem("Settings of the checker are no mapping.", where, got=shown(written), expected="a mapping"),))
    keys = _OF_A_PROFILE if own else (*_KEYS, "profiles")
    problems = [_unknown(key, keys, where) for key in written if key not in keys]
    chosen = written.get("extends" if own else "profile", "")
    if not isinstance(chosen, str):
        problems.append(Problem("The profile is no text.", f"{where}.profile", got=shown(chosen), expected="the name of a profile"))
    return Layer(
        profile=chosen if isinstance(chosen, str) else "",
        select=_names(written.get("select"), known, f"{where}.select", problems),
        ignore=_names(written.get("ignore"), known, f"{where}.ignore", problems),
        severity=_severities(written.get("severity"), known, f"{where}.severity", problems),
        parameters=_parameters(written.get("parameters"), known, f"{where}.parameters", problems),
        profiles={} if own else _profiles(written.get("profiles"), known, f"{where}.profiles", problems),
        problems=tuple(problems),
    )


def _unknown(key: Any, keys: Sequence[str], where: str) -> Problem:
    is_of_project = str(key).replace("_", "-") in _OF_A_PROJECT
    hint = "it holds for all files: say it in pyproject.toml or journeykit.toml" if is_of_project else did_you_mean(str(key), keys)
    return Problem(f"The checker has no setting {shown(key)}.", where, got=shown(key), expected="one of " + ", ".join(keys), hint=hint)


def _names(written: Any, known: Known, where: str, problems: list[Problem]) -> tuple[str, ...]:
    found = []
    for one in _several(written):
        problem = known.problem(one, where)
        if problem:
            problems.append(problem)
        else:
            found.append(str(one))
    return tuple(found)


def _several(written: Any) -> Sequence[Any]:
    """Names as people give them: one, or several in one text, in a list, or in anything else that gives them one by one."""
    if written is None:
        return ()
    if isinstance(written, str):
        return written.replace(",", " ").split() or ([written] if written else [])
    if isinstance(written, AbstractSet):
        return sorted(written, key=str)
    return tuple(written) if isinstance(written, Iterable) and not isinstance(written, Mapping) else (written,)


def _mapping(written: Any, where: str, problems: list[Problem]) -> Mapping[Any, Any]:
    if written is None or isinstance(written, Mapping):
        return written or {}
    problems.append(Problem("A setting of the checker is no mapping.", where, got=shown(written), expected="a mapping"))
    return {}


def _severities(written: Any, known: Known, where: str, problems: list[Problem]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in _mapping(written, where, problems).items():
        problem = known.problem(key, where)
        grade = OFF if value is False else _LETTERS.get(value, value) if isinstance(value, str) else None  # YAML 1.1 reads `off` as false
        if problem is None and grade not in {*SEVERITIES, OFF}:
            expected = "one of " + ", ".join(map(repr, (*SEVERITIES, OFF)))
            problem = Problem(f"The severity of {key} is none.", where + step("", str(key)), got=shown(value), expected=expected)
        if problem:
            problems.append(problem)
        else:
            found[key] = str(grade)
    return found


def _parameters(written: Any, known: Known, where: str, problems: list[Problem]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for key, held in _mapping(written, where, problems).items():
        if problem := known.problem(key, where, groups=False):
            problems.append(problem)
            continue
        one = known.by_key[key]
        for name, value in _mapping(held, where + step("", str(key)), problems).items():
            if problem := _setting_problem(one, name, value, _below(where + step("", str(key)), name)):
                problems.append(problem)
            else:
                found.setdefault(one.code, {})[name] = tuple(value) if isinstance(value, list) else value
    return found


def _setting_problem(one: Rule, name: Any, value: Any, where: str) -> Problem | None:
    if name not in one.settings:
        expected = "one of " + ", ".join(map(repr, one.settings)) if one.settings else "none: it has no settings"
        return Problem(f"The rule {one.code} has no setting {shown(name)}.", where, got=shown(name), expected=expected)
    default = one.settings[name]
    expected, fits = _wanted(name, default, value)
    return None if fits else Problem(f"The setting {name} of {one.code} has a wrong value.", where, got=shown(value), expected=expected)


def _wanted(name: str, default: Any, value: Any) -> tuple[str, bool]:
    """What a setting takes, and whether a value is that: a number is what the default is, a share or no less than 0."""
    if isinstance(default, tuple):
        return "texts", isinstance(value, Sequence) and not isinstance(value, str) and all(isinstance(word, str) for word in value)
    if isinstance(default, bool):
        return "true or false", isinstance(value, bool)
    if not isinstance(default, int | float):
        return "a text", isinstance(value, str)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if name == "share":
        return "a number from 0 to 1", is_number and 0 <= value <= 1
    if default >= 0:
        return "a number, 0 or more", is_number and value >= 0
    return "a number", is_number and value == value  # noqa: PLR0124  # not NaN


def _below(where: str, name: Any) -> str:
    return f"{where}.{name}" if isinstance(name, str) and name.isidentifier() else where


def _profiles(written: Any, known: Known, where: str, problems: list[Problem]) -> dict[str, Layer]:
    found: dict[str, Layer] = {}
    for name, held in _mapping(written, where, problems).items():
        if name in LEVELS and name != "any":
            problems.append(Problem(f"The profile {shown(name)} is built in.", where + step("", str(name)), got=shown(name),
                                    expected="a name of your own", hint=f"write `extends: {name}`"))  # fmt: skip
            continue
        layer = read_layer(held, known, where + step("", str(name)), own=True)
        problems += layer.problems
        found[str(name)] = layer
    return found
