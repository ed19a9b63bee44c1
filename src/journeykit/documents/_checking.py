"""Check what is written: findings carry the place in the file, which the rules themselves never know."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

from journeykit.arguments import door
from journeykit.errors import ConversionError
from journeykit.rules import Report, Rule
from journeykit.rules import check as check_model

from ._document import Document

__all__ = ["check", "place_of"]


@door
def check(
    what: Any,
    *,
    profile: str | None = None,
    today: date | None = None,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    severity: Mapping[str, str] | None = None,
    parameters: Mapping[str, Mapping[str, Any]] | None = None,
    configuration: Mapping[str, Any] | None = None,
    rules: Iterable[Rule] = (),
) -> Report:
    r"""Check a portfolio, a journey, a comparison, a picture or a document against the rules of the craft. Nothing is changed.

    Settings are taken, the last first, from the arguments, from `check:` in the portfolio, and from `configuration`, which is what a
    project says in its `pyproject.toml` or `journeykit.toml`.

    Args:
        what: a portfolio or journey; a `Document`, then each finding has its `place`, file:line:column; a comparison; a picture as
            `render` gives it.
        profile: how strict: draft, workshop, publish, blueprint, management or one's own; draft where nobody says it.
        today: the date for rules that ask for one; without it they are listed as not run.
        select: codes, names or groups of rules: only these, whatever the profile.
        ignore: codes, names or groups of rules that do not run.
        severity: error, warning, info or off, by code, name or group.
        parameters: settings of rules, by code or name.
        configuration: a project's settings: profile, select, ignore, severity, parameters, and `profiles` of one's own.
        rules: more rules than those that are installed.

    Raises:
        ConversionError: there is nothing to check in `what`.
        ModelError: arguments or configuration that cannot be meant. What a portfolio says under `check` is reported instead.
        UnknownNameError: there is no such profile.

    Example:
        >>> from journeykit.documents import document_of
        >>> report = check(document_of("journeykit: 1\njourneys:\n  - title: I pay\n"))
        >>> print(report[0])
        <text>:3:5: error STR-01 Journey "I pay" (i-pay) has no touchpoint.
    """
    report = check_model(
        what.portfolio if isinstance(what, Document) else what, profile=profile, today=today, select=select, ignore=ignore,
        severity=severity, parameters=parameters, configuration=configuration, rules=rules,
    )  # fmt: skip
    return report.located(partial(place_of, what)) if isinstance(what, Document) else report


def place_of(document: Document, where: str) -> str:
    """`file:line:column` of a model path; empty where it is none: a rule of somebody's own may say what it likes."""
    try:
        return document.locate(where)
    except ConversionError:
        return ""
