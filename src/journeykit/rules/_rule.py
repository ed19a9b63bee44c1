"""A rule: a function with a code, the profiles in which it runs, and a docstring that explains and proves it."""

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from textwrap import dedent
from typing import Any, Literal, get_args

from attrs import frozen

from journeykit.errors import ModelError, Problem, shown
from journeykit.model import FrozenMap

from ._finding import Hit, Severity

Level = Literal["draft", "workshop", "publish", "blueprint", "management", "any"]
"""From which profile on a rule runs; `any`: whenever a comparison or a picture is checked."""
Subject = Literal["portfolio", "journey", "comparison", "rendering"]
"""What a rule is called with, once for each."""

LEVELS: tuple[Level, ...] = get_args(Level)
_CODE = re.compile(r"[A-Z][A-Z0-9]*-[0-9]+")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_SECTION = re.compile(r"^(Why it matters|Settings|Fails|Passes|How to fix|Source):[ \t]*\n((?:[ \t]+.*\n?|\n)*)", re.MULTILINE)


@frozen
class RuleDoc:
    """The docstring of a rule, taken apart.

    Attributes:
        what: what holds where the rule finds nothing.
        why: why it matters. fix: what to do. source: who says so.
        fails, passes: Python expressions that give something to check; the rule finds something in the first, nothing in the second.
        settings: what each setting means, by name.
    """

    what: str
    why: str
    fails: str
    passes: str
    fix: str
    source: str
    settings: FrozenMap[str, str]


@frozen(kw_only=True, eq=False)
class Rule:
    """One rule.

    Attributes:
        code: permanent, never used again for anything else. name: the bad pattern, in words joined by `-`.
        of: what it looks at, one call for each.
        levels: its severity by the profile from which on it holds.
        needs_today: it asks for today's date, and does not run without one.
        settings: the default of each setting: the keyword arguments of the function.
        by_profile: other defaults, by profile.
        function: takes facts about the subject and the settings; gives hits.
    """

    code: str
    name: str
    of: Subject
    levels: FrozenMap[str, Severity]
    needs_today: bool
    settings: FrozenMap[str, Any]
    by_profile: FrozenMap[str, Any]
    function: Callable[..., Iterable[Hit]]

    @property
    def group(self) -> str:
        """The letters of the code."""
        return self.code.partition("-")[0]

    @property
    def doc(self) -> RuleDoc:
        """What its docstring says."""
        return _doc(self.function)

    def __repr__(self) -> str:
        return f"Rule({self.code!r}, {self.name!r})"


@lru_cache(maxsize=1024)
def _doc(function: Callable[..., Iterable[Hit]]) -> RuleDoc:
    text = inspect.getdoc(function) or ""
    parts = {name: dedent(held).strip() for name, held in _SECTION.findall(text + "\n")}
    what = text.partition("Why it matters:")[0]
    settings = dict(re.findall(r"^(\w+): (.+(?:\n[ \t]+.+)*)", parts.get("Settings", ""), re.MULTILINE))
    return RuleDoc(
        what=" ".join(what.split()),
        why=" ".join(parts.get("Why it matters", "").split()),
        fails=parts.get("Fails", ""),
        passes=parts.get("Passes", ""),
        fix=" ".join(parts.get("How to fix", "").split()),
        source=" ".join(parts.get("Source", "").split()),
        settings=FrozenMap({name: " ".join(held.split()) for name, held in settings.items()}),
    )


def rule(
    code: str,
    name: str,
    *,
    of: Subject,
    error: Level | None = None,
    warning: Level | None = None,
    info: Level | None = None,
    needs_today: bool = False,
    by_profile: Mapping[str, Mapping[str, Any]] | None = None,
) -> Callable[[Callable[..., Iterable[Hit]]], Rule]:
    """Make a rule of a function. Its keyword arguments are settings that users may change, with their defaults.

    The docstring is its documentation and its test: a first sentence that says what should hold, then the sections `Why it matters`,
    `Settings` (where it has any), `Fails`, `Passes`, `How to fix` and `Source`. `prove` runs the two examples.

    Args:
        code: letters, a hyphen and a number, such as `ACME-1`.
        name: the bad pattern in words joined by `-`, such as `touchpoint-without-sla`.
        of: what the function is called with: facts about the portfolio, about each journey, a comparison or a drawing.
        error: the profile from which on it is an error.
        warning: the profile from which on it is a warning.
        info: the profile from which on it is advice; one of the three must be there.
        needs_today: whether it asks for today's date.
        by_profile: other defaults of settings in a profile and those that build on it.

    Raises:
        ModelError: a code or name that is not well formed, or no severity.

    Example:
        >>> from journeykit.rules import Hit, check, rule
        >>> from journeykit.model import Journey
        >>> @rule("ACME-1", "title-in-capitals", of="journey", warning="draft")
        ... def capitals(at):
        ...     if at.journey.title.isupper():
        ...         yield Hit(at.spot, f"The title of {at.spot} shouts.")
        >>> [one.message for one in check(Journey("I PAY"), rules=[capitals], select=["ACME"])]
        ['The title of "I PAY" (i-pay) shouts.']
    """
    given: tuple[tuple[Level | None, Severity], ...] = ((info, "info"), (warning, "warning"), (error, "error"))
    levels: dict[str, Severity] = {level: severity for level, severity in given if level is not None}
    if not _CODE.fullmatch(code):
        raise ModelError(Problem("A rule has a code that is not well formed.", got=shown(code), expected="such as 'ACME-1'"))
    if not _NAME.fullmatch(name):
        raise ModelError(Problem(f"The rule {code} has a wrong name.", got=shown(name), expected="small words joined by '-'"))
    if not levels or not levels.keys() <= set(LEVELS):
        raise ModelError(
            Problem(f"The rule {code} runs in no profile.", got=shown(levels), expected="error, warning or info from a profile on")
        )

    def made(function: Callable[..., Iterable[Hit]]) -> Rule:
        settings = {
            key: one.default for key, one in inspect.signature(function).parameters.items() if one.kind is inspect.Parameter.KEYWORD_ONLY
        }
        return Rule(
            code=code, name=name, of=of, levels=FrozenMap(levels), needs_today=needs_today, settings=FrozenMap(settings),
            by_profile=FrozenMap({profile: FrozenMap(held) for profile, held in (by_profile or {}).items()}), function=function,
        )  # fmt: skip

    return made
