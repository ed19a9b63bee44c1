"""All rules: those of journeykit, in the order of their codes, and those of other packages, found through an entry point."""

import os
import sys
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from attrs import evolve

from journeykit.errors import JourneykitError, ModelError, Problem, UnknownNameError, did_you_mean, shown

from ._remarks import REMARKS, Remark
from ._rule import Rule

ENTRY_POINTS = "journeykit.rules"
_FILES = (
    "str_parts", "str_order", "com_subject", "com_touchpoints", "com_stages", "cus_words", "cus_balance", "evd_sources", "evd_claims",
    "blu_layers", "blu_actors", "mea_kpis", "mea_values", "mgt_goals", "mgt_actions", "mgt_owners",
)  # fmt: skip
_FILES_OF_THE_DRAWN = ("cmp_sides", "acc_ink", "acc_structure", "acc_honesty")
_GROUPS = ("STR", "COM", "CUS", "EVD", "BLU", "MEA", "MGT", "CMP", "ACC")


def _in(held: Any) -> Iterable[Rule]:
    """The rules of a module, of several in a row, or a rule itself."""
    if isinstance(held, Rule):
        return (held,)
    several = vars(held).values() if isinstance(held, ModuleType) else held if isinstance(held, Iterable) else ()
    return [one for one in several if isinstance(one, Rule)]


def _place(rule: Rule) -> tuple[int, str, int]:
    group, _, number = rule.code.partition("-")
    return (_GROUPS.index(group) if group in _GROUPS else len(_GROUPS), group, int(number))


@lru_cache(maxsize=2)
def _own(*, drawn: bool) -> tuple[Rule, ...]:
    found = [one for name in (*_FILES, *(_FILES_OF_THE_DRAWN if drawn else ())) for one in _in(import_module(f"{__package__}.{name}"))]
    return tuple(sorted(found, key=_place))


def _is_offered(folder: str) -> bool:
    """Whether a package installed in a folder may offer rules: much quicker than to ask for entry points, which most never need."""
    try:
        names = [one.name for one in os.scandir(folder) if one.name.endswith((".dist-info", ".egg-info"))]
    except NotADirectoryError:
        return True  # an archive: only importlib knows what is in it
    except OSError:
        return False
    for name in names:
        try:
            text = Path(folder, name, "entry_points.txt").read_bytes()
        except OSError:
            continue
        if ENTRY_POINTS.encode() in text:
            return True
    return False


def _loaded(point: Any, package: str) -> Iterable[Rule] | Problem:
    """The rules that an entry point leads to, or why there are none."""
    problem = Problem(f"The rules of the package {package!r} could not be loaded.", hint=f"its entry point is {shown(point.value)}")
    try:
        found = tuple(_in(point.load()))
    except JourneykitError as error:  # a rule that is not well formed
        return evolve(problem, got=error.problems[0].message)
    except Exception as error:  # noqa: BLE001  # a package of somebody's own may do anything
        return evolve(problem, got=f"{type(error).__name__}: {shown(str(error))}")
    return found or evolve(problem, got="no rule", expected="a function decorated with @rule, several of them, or a module that holds them")


@lru_cache(maxsize=1)
def _installed() -> tuple[tuple[Rule, ...], tuple[Problem, ...]]:
    """The rules of other packages, and what is wrong with those packages: none of them stops the others."""
    if not any(_is_offered(folder or ".") for folder in sys.path):
        return (), ()
    from importlib.metadata import entry_points  # noqa: PLC0415  # slow to load

    seen = {key: one for one in _own(drawn=True) for key in (one.code, one.name)}
    rules: list[Rule] = []
    problems: list[Problem] = []
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda one: one.name):
        package = point.dist.name if point.dist else point.module
        found = _loaded(point, package)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        for one in found:
            twin = next((seen[key] for key in (one.code, one.name) if key in seen), None)
            if twin is None:
                rules.append(one)
            else:
                problems.append(Problem(f"A rule of the package {package!r} is called as another one is, and does not run.",
                                        got=f"{one!r} beside {twin!r}", expected="codes and names that differ"))  # fmt: skip
            seen |= {one.code: one, one.name: one} if twin is None else {}
    return tuple(rules), tuple(problems)


def faulty_packages() -> tuple[Problem, ...]:
    """What is wrong with the packages that offer rules."""
    return _installed()[1]


def catalogue(more: Iterable[Rule] = (), *, drawn: bool = True) -> tuple[Rule, ...]:
    """All rules by group and number: journeykit's, those of installed packages, and `more`.

    A package offers rules through the entry point group `journeykit.rules`: each entry leads to a rule, to several in a row, or to a
    module that holds them.

    Args:
        more: rules besides those that are installed.
        drawn: also the rules about comparisons and pictures.

    Raises:
        ModelError: two rules have the same code or name.

    Example:
        >>> catalogue()[0].code
        'STR-01'
    """
    own = _own(drawn=drawn)
    found = (*own, *_installed()[0], *more)
    seen: dict[str, Rule] = {}
    for one in found:
        if not isinstance(one, Rule):
            raise ModelError(Problem("This is no rule.", got=shown(one), expected="a function decorated with @rule"))
        for key in (one.code, one.name):
            if key in seen:
                raise ModelError(
                    Problem(f"Two rules are called {key!r}.", got=f"{seen[key]!r} and {one!r}", expected="codes and names that differ")
                )
            seen[key] = one
    return found if len(found) == len(own) else tuple(sorted(found, key=_place))


def rule_or_remark(key: str) -> Rule | Remark:
    """The rule of that code or name, or what the checker itself says under it.

    Raises:
        UnknownNameError: there is none.

    Example:
        >>> rule_or_remark("CHK-01").name
        'unused-allowance'
    """
    return next((one for one in REMARKS.values() if key in {one.code, one.name}), None) or rule_named(key)


def rule_named(key: str, rules: Iterable[Rule] | None = None) -> Rule:
    """The rule of that code or name.

    Raises:
        UnknownNameError: there is none.

    Example:
        >>> rule_named("MGT-13").name
        'touchpoint-without-owner'
    """
    known = {name: one for one in (catalogue() if rules is None else rules) for name in (one.code, one.name)}
    if key not in known:
        raise UnknownNameError(Problem(f"There is no rule {shown(key)}.", got=shown(key), hint=did_you_mean(key, known)))
    return known[key]
