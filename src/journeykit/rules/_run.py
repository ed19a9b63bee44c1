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
from ._finding import Finding, Hit, Spot
from ._outcome import outcome_of
from ._plan import chain_of, chain_problems, fully_asked, plan
from ._remarks import REMARKS
from ._report import Report
from ._rule import Rule, Subject
from ._settings import Known, Layer, read_layer


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
    within: Portfolio | None = None,
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
        within: of a picture, the portfolio that it shows: its settings and what is accepted in it hold for the picture too.

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
    own = Layer() if within is None else read_layer(within.check, known, "check")
    own_profiles = {**project.profiles, **own.profiles}
    chosen, _ = _profile(profile, own, project)
    planned = plan(known.rules, subjects, layers=(project, own, given), own=own_profiles, profile=chosen)
    outcome = outcome_of(planned, subjects, today)
    kept, _ = without_allowed(outcome.found, {} if within is None else allowances(BookFacts(within, today), known))
    return Report(findings=tuple(kept), profile=chosen, **outcome.told)


def picture_rules(
    book: Portfolio,
    *,
    profile: str | None = None,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    configuration: Mapping[str, Any] | None = None,
) -> tuple[str, ...]:
    """Codes of the rules about pictures that a check of a portfolio asks for: in profiles for readers, and those that are selected.

    Args:
        book: what is checked.
        profile: as `check` takes it, and so are the others.
        select: codes, names or groups of rules.
        ignore: codes, names or groups of rules.
        configuration: a project's settings.

    Raises:
        UnknownNameError: there is no such profile.

    Example:
        >>> picture_rules(Portfolio("Empty")), picture_rules(Portfolio("Empty"), select="ACC-01")
        ((), ('ACC-01',))
    """
    known = Known(catalogue(drawn=False), rest=catalogue)
    project, own = read_layer(configuration or {}, known, "configuration"), read_layer(book.check, known, "check")
    layers = (project, own, read_layer(_given(select, ignore, None, None), known, "check"))
    profiles = {**project.profiles, **own.profiles}
    chosen, _ = _profile(profile, own, project)
    levels, parts = chain_of(chosen, profiles)
    is_all = "publish" in levels or any(one.select for one in layers)
    added = {key for layer in parts for key in layer.select}
    if not is_all and not added:
        return ()
    planned = plan(catalogue(), ("rendering",), layers=layers, own=profiles, profile=chosen)
    return tuple(one.rule.code for one in planned if is_all or added & {one.rule.code, one.rule.name, one.rule.group})


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
    layer = read_layer(written, Known(catalogue(rules)), "")
    problems = (*layer.problems, *chain_problems(layer, layer.profiles, ""))
    return tuple(evolve(one, where=one.where.removeprefix(".")) for one in problems)


def _given(select: Any, ignore: Any, severity: Any, parameters: Any) -> dict[str, Any]:
    return {"select": select, "ignore": ignore, "severity": severity, "parameters": parameters}


def _of_book(book: Portfolio, known: Known, layers: tuple[Layer, Layer], *, profile: str | None, today: date | None) -> Report:
    project, given = layers
    own = read_layer(book.check, known, "check")
    chosen, problems = _profile(profile, own, project)
    facts = BookFacts(book, today)
    subjects: dict[Subject, Sequence[Any]] = {"portfolio": (facts,), "journey": facts.journeys}
    own_profiles = {**project.profiles, **own.profiles}
    planned = plan(known.rules, subjects, layers=(project, own, given), own=own_profiles, profile=chosen)
    outcome = outcome_of(planned, subjects, today)
    held = allowances(facts, known)
    kept, used = without_allowed(outcome.found, held)
    judged = fully_asked((one for one in planned if one.rule.code in outcome.ran), chosen, own_profiles)
    kept += [_remark(code, hit) for code, hit in idle(held, used, judged, known)]
    kept += [
        _remark("CHK-03", Hit(Spot(one.where, "", book.title or ""), _told(one)))
        for one in (*own.problems, *problems, *chain_problems(evolve(own, profile=""), own_profiles, "check"))
    ]
    return Report(findings=tuple(kept), profile=chosen, **outcome.told)


def _told(problem: Problem) -> str:
    """A problem in a sentence or two: what is wrong, and what would be right."""
    more = problem.hint or (f"expected {problem.expected}" if problem.expected else "")
    return f"{problem.message} {more[:1].upper()}{more[1:]}{'' if more.endswith('?') or not more else '.'}".strip()


def _profile(asked: str | None, own: Layer, project: Layer) -> tuple[str, tuple[Problem, ...]]:
    """The profile: as asked for, else as the file says where that can be meant, else as the project says."""
    fallback = project.profile or "draft"
    if asked or not own.profile:
        return asked or fallback, ()
    try:
        chain_of(own.profile, {**project.profiles, **own.profiles})
    except LookupError:
        return fallback, chain_problems(own, {**project.profiles, **own.profiles}, "check")[:1]
    return own.profile, ()


def _remark(code: str, hit: Hit) -> Finding:
    one = REMARKS[code]
    anchors = tuple((spot.id, spot.title) for spot in (hit.spot, *hit.also) if spot.id)
    return Finding(
        code=code, name=one.name, severity=one.severity, message=hit.message, where=hit.spot.where, anchors=anchors, why=one.why, fix=one.fix,
    )  # fmt: skip
