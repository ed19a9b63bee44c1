"""The examples in the docstring of a rule, run: the one that fails must fail, the one that passes must pass."""

import inspect
from datetime import date
from textwrap import dedent
from typing import Any

import journeykit.model
from journeykit.errors import ModelError, Problem

from ._finding import Finding
from ._rule import Rule
from ._run import check

EXAMPLE_DAY = date(2026, 1, 15)
"""The date that examples of rules take for today."""


def _names(rule: Rule) -> dict[str, Any]:
    from journeykit import scene  # noqa: PLC0415  # names for examples alone
    from journeykit.comparison import compare  # noqa: PLC0415

    known = {name: getattr(journeykit.model, name) for name in journeykit.model.__all__}
    known |= {name: getattr(scene, name) for name in scene.__all__}
    return (
        known
        | dict(inspect.getmodule(rule.function).__dict__)
        | {"compare": compare}
        | {name: known[name] for name in ("Stage", "Touchpoint")}
    )


def _found(rule: Rule, expression: str) -> list[Finding]:
    what = eval("(" + dedent(expression) + "\n)", _names(rule))  # noqa: S307  # the code is the docstring of the rule itself
    report = check(what, profile="draft", today=EXAMPLE_DAY, select=[rule.code], rules=() if _is_known(rule) else (rule,))
    return [one for one in report if one.code == rule.code]


def _is_known(rule: Rule) -> bool:
    from ._catalogue import catalogue  # noqa: PLC0415  # asked for in tests alone

    return any(one.code == rule.code for one in catalogue())


def prove(rule: Rule) -> tuple[Finding, ...]:
    """Run the examples in the docstring of a rule, which is the test of the rule.

    The examples are Python expressions that give something to check; the names of the model, of scenes, `compare` and those of the
    rule's own file may be used. Today is 15 January 2026.

    Returns:
        What the failing example gives.

    Raises:
        ModelError: a section is missing, nothing is found in the failing example, or something in the passing one.
    """
    doc = rule.doc
    lacking = [name for name in ("what", "why", "fails", "passes", "fix", "source") if not getattr(doc, name)]
    lacking += [f"the meaning of {name}" for name in rule.settings if name not in doc.settings]
    if lacking:
        raise ModelError(Problem(f"The docstring of the rule {rule.code} is not complete.", got="without " + ", ".join(lacking)))
    found = _found(rule, doc.fails)
    if not found:
        raise ModelError(Problem(f"The rule {rule.code} finds nothing in its failing example.", got=doc.fails))
    if wrong := _found(rule, doc.passes):
        raise ModelError(Problem(f"The rule {rule.code} finds something in its passing example.", got=wrong[0].message))
    return tuple(found)
