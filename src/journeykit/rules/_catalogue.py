"""All rules: those of journeykit, in the order of their codes, and those of other packages, found through an entry point."""

import os
import sys
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from journeykit.errors import ModelError, Problem, UnknownNameError, did_you_mean, shown

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
    return [one for one in (vars(held).values() if isinstance(held, ModuleType) else held) if isinstance(one, Rule)]


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


@lru_cache(maxsize=1)
def _installed() -> tuple[Rule, ...]:
    if not any(_is_offered(folder or ".") for folder in sys.path):
        return ()
    from importlib.metadata import entry_points  # noqa: PLC0415  # slow to load

    return tuple(one for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda one: one.name) for one in _in(point.load()))


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
    found = (*own, *_installed(), *more)
    seen: dict[str, Rule] = {}
    for one in found:
        for key in (one.code, one.name):
            if key in seen:
                raise ModelError(
                    Problem(f"Two rules are called {key!r}.", got=f"{seen[key]!r} and {one!r}", expected="codes and names that differ")
                )
            seen[key] = one
    return found if len(found) == len(own) else tuple(sorted(found, key=_place))


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
