"""Check something: choose the rules, run each once for each of its subjects, and report."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve

from journeykit.errors import ConversionError, ModelError, Problem, shown
from journeykit.model import Journey, Portfolio

from ._allow import allowances, idle, without_allowed
from ._catalogue import catalogue
from ._facts import BookFacts
from ._finding import Finding, Hit, Severity, Spot
from ._plan import Planned, chain_of, plan
from ._report import NotRun, Report
from ._rule import Rule, Subject
from ._settings import Known, Layer, read_layer

_OWN: dict[str, tuple[str, Severity, str, str]] = {
    "CHK-01": ("unused-allowance", "info", "An allowance that is not needed hides the next finding.", "Remove it."),
    "CHK-02": ("unknown-rule-allowed", "warning", "A misspelt allowance accepts nothing.", "Write the code or name of a rule."),
    "CHK-03": ("wrong-setting", "warning", "A setting that is not understood is not followed.", "Correct the settings under `check`."),
}


def check(
    what: Any,
    *,
    profile: str | None = None,
    today: date | None = None,
    select: str | Sequence[str] = (),
    ignore: str | Sequence[str] = (),
    severity: Mapping[str, str] | None = None,
    parameters: Mapping[str, Mapping[str, Any]] | None = None,
    configuration: Mapping[str, Any] | None = None,
    rules: Iterable[Rule] = (),
) -> Report:
    """Check a portfolio, a journey, a comparison or a picture against the rules of the craft. Nothing is changed.

    Settings are taken, the last first, from the arguments, from `check` of the portfolio, and from `configuration`.

    Args:
        what: a portfolio or journey; a comparison; a scene, or anything that has one as its `scene`, as a picture does.
        profile: how strict: draft, workshop, publish, blueprint, management or one's own; draft where nobody says it.
        today: the date for rules that ask for one; without it they are listed as not run.
        select: codes, names or groups of rules: only these, whatever the profile.
        ignore: codes, names or groups of rules that do not run.
        severity: error, warning, info or off, by code, name or group.
        parameters: settings of rules, by code or name.
        configuration: a project's settings: profile, select, ignore, severity, parameters, and `profiles` of one's own, each with
            `extends`, `select` (more rules), `ignore`, `severity` and `parameters`.
        rules: more rules than those that are installed.

    Raises:
        ConversionError: there is nothing to check in `what`.
        ModelError: arguments or configuration that cannot be meant. What a portfolio says under `check` is reported instead.
        UnknownNameError: there is no such profile.

    Example:
        >>> from journeykit.model import Stage
        >>> report = check(Journey("I leave", stages=[Stage("Leave")]))
        >>> [(one.code, one.severity) for one in report.filter(severity="warning")]
        [('STR-01', 'error')]
    """
    known = Known(catalogue(rules, drawn=not isinstance(what, Portfolio | Journey)), rest=lambda: catalogue(rules))
    project = read_layer(configuration or {}, known, "configuration")
    given = read_layer(_given(select, ignore, severity, parameters), known, "check")
    if wrong := (*project.problems, *given.problems):
        raise ModelError(wrong)
    if isinstance(what, Portfolio | Journey):
        book = what if isinstance(what, Portfolio) else Portfolio.of(what)
        return _of_book(book, known, (project, given), profile=profile, today=today)
    subjects = _subjects(what)
    chosen = profile or project.profile or "draft"
    planned = plan(known.rules, subjects, layers=(project, given), own=project.profiles, profile=chosen)
    findings, ran, skipped = _findings(planned, subjects, today)
    return Report(findings=tuple(findings), profile=chosen, ran=ran, not_run=skipped)


def _subjects(what: Any) -> dict[Subject, Sequence[Any]]:
    """What there is to look at in a comparison or a picture. Checking a portfolio loads nothing of this."""
    from journeykit.comparison import Comparison  # noqa: PLC0415
    from journeykit.scene import Scene  # noqa: PLC0415

    scene = what if isinstance(what, Scene) else getattr(what, "scene", None)
    if isinstance(what, Comparison):
        from ._sides import ComparisonFacts  # noqa: PLC0415

        return {"comparison": (ComparisonFacts(what),)}
    if isinstance(scene, Scene):
        from ._drawing import DrawingFacts  # noqa: PLC0415

        return {"rendering": (DrawingFacts(what, scene),)}
    raise ConversionError(
        Problem("There is nothing to check in this.", got=shown(what), expected="a portfolio, journey, comparison or picture")
    )


def settings_problems(written: Mapping[str, Any], rules: Iterable[Rule] = ()) -> tuple[Problem, ...]:
    """What cannot be meant in the settings of a project; the path of each problem begins with the name of the setting.

    Args:
        written: as `check` takes it as `configuration`.
        rules: more rules than those that are installed.
    """
    problems = read_layer(written, Known(catalogue(rules)), "").problems
    return tuple(evolve(one, where=one.where.removeprefix(".")) for one in problems)


def _given(select: Any, ignore: Any, severity: Any, parameters: Any) -> dict[str, Any]:
    return {"select": select, "ignore": ignore, "severity": severity, "parameters": parameters}


def _of_book(book: Portfolio, known: Known, layers: tuple[Layer, Layer], *, profile: str | None, today: date | None) -> Report:
    project, given = layers
    own = read_layer(book.check, known, "check")
    chosen, problems = _profile(profile, own, project)
    facts = BookFacts(book, today)
    subjects: dict[Subject, Sequence[Any]] = {"portfolio": (facts,), "journey": facts.journeys}
    planned = plan(known.rules, subjects, layers=(project, own, given), own={**project.profiles, **own.profiles}, profile=chosen)
    findings, ran, skipped = _findings(planned, subjects, today)
    held = allowances(facts, known)
    kept, used = without_allowed(findings, held)
    kept += [_remark(code, hit) for code, hit in idle(held, used, ran, known)]
    kept += [
        _remark("CHK-03", Hit(Spot(one.where, "", book.title or ""), f"{one.message} {one.hint}".strip()))
        for one in (*own.problems, *problems)
    ]
    return Report(findings=tuple(kept), profile=chosen, ran=ran, not_run=skipped)


def _profile(asked: str | None, own: Layer, project: Layer) -> tuple[str, tuple[Problem, ...]]:
    """The profile: as asked for, else as the file says where that can be meant, else as the project says."""
    fallback = project.profile or "draft"
    if asked or not own.profile:
        return asked or fallback, ()
    try:
        chain_of(own.profile, {**project.profiles, **own.profiles})
    except LookupError:
        return fallback, (Problem(f"There is no profile {shown(own.profile)}.", "check.profile"),)
    return own.profile, ()


def _findings(
    planned: Iterable[Planned], subjects: Mapping[Subject, Sequence[Any]], today: date | None
) -> tuple[list[Finding], tuple[str, ...], tuple[NotRun, ...]]:
    found: list[Finding] = []
    ran: list[str] = []
    skipped: list[NotRun] = []
    for one in planned:
        if one.rule.needs_today and today is None:
            skipped.append(NotRun(one.rule.code, one.rule.name, "it asks for today's date, and none was given"))
            continue
        ran.append(one.rule.code)
        for subject in subjects[one.rule.of]:
            found += [_finding(one, hit) for hit in one.rule.function(subject, **one.settings)]
    return found, tuple(ran), tuple(skipped)


def _finding(planned: Planned, hit: Hit) -> Finding:
    one, doc = planned.rule, planned.rule.doc
    return Finding(
        code=one.code, name=one.name, severity=planned.severity if planned.is_graded or hit.severity is None else hit.severity, message=hit.message, where=hit.spot.where,
        anchors=tuple((spot.id, spot.title) for spot in (hit.spot, *hit.also) if spot.id), why=doc.why, fix=hit.fix or doc.fix, source=doc.source,
    )  # fmt: skip


def _remark(code: str, hit: Hit) -> Finding:
    name, severity, why, fix = _OWN[code]
    anchors = tuple((spot.id, spot.title) for spot in (hit.spot, *hit.also) if spot.id)
    return Finding(code=code, name=name, severity=severity, message=hit.message, where=hit.spot.where, anchors=anchors, why=why, fix=fix)
