"""Views by name: the built-in ones, then those of installed packages."""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from inspect import Parameter, signature
from typing import Any, Literal, NamedTuple, cast, get_args, get_origin

from journeykit.diagram import Diagram
from journeykit.errors import ArgumentError, Problem, RenderError, UnknownNameError, did_you_mean, shown

View = Callable[..., Diagram]
"""A view: what is shown and options by keyword, to a diagram."""

Subject = Literal["journey", "book", "comparison"]
"""What a view shows: one journey; a journey or a whole portfolio, whichever it is given; or a comparison."""


class _Entry(NamedTuple):
    """Where a built-in view lives, and what it shows."""

    module: str
    function: str
    subject: Subject = "journey"


GROUP = "journeykit.views"
_BUILT_IN: dict[str, _Entry] = {
    "journey-map": _Entry("journey_map", "journey_map"),
    "service-blueprint": _Entry("blueprint", "service_blueprint"),
    "emotion-curves": _Entry("emotion_curves", "emotion_curves", "book"),
    "kpi": _Entry("kpi", "kpi", "book"),
    "persona": _Entry("persona", "persona", "book"),
    "touchpoint": _Entry("touchpoint", "touchpoint"),
    "rasci": _Entry("rasci", "rasci"),
    "channels": _Entry("channels", "channels"),
    "atlas": _Entry("atlas", "atlas", "book"),
    "roadmap": _Entry("roadmap", "roadmap", "book"),
    "stakeholder-map": _Entry("stakeholder_map", "stakeholder_map", "book"),
    "opportunities": _Entry("opportunities", "opportunities", "book"),
    "opportunity-tree": _Entry("opportunity_tree", "opportunity_tree", "book"),
    "comparison": _Entry("comparison", "comparison", "comparison"),
}
VIEW_NAMES: tuple[str, ...] = tuple(_BUILT_IN)
"""The built-in views."""


def view(name: str) -> View:
    """The view of that name; packages register theirs in the entry point group `journeykit.views`.

    Raises:
        UnknownNameError: nobody registered the name.
        RenderError: the package that registered it cannot be loaded.

    Example:
        >>> view("journey-map") is view("journey_map")
        True
    """
    folded = _folded(name)
    if (entry := _BUILT_IN.get(folded)) is not None:
        return cast("View", getattr(import_module(f"journeykit.views.{entry.module}"), entry.function))
    from importlib.metadata import entry_points  # noqa: PLC0415  # slow to load, and only needed for what is not built in

    foreign = {one.name: one for one in entry_points(group=GROUP)}
    if (found := foreign.get(name)) is not None:
        try:
            return cast("View", found.load())
        except Exception as error:
            package = found.dist.name if found.dist else found.value
            raise RenderError(Problem(f"The view {name!r} of {package} cannot be loaded: {error}.")) from error
    raise UnknownNameError.of("view", name, [*VIEW_NAMES, *sorted(foreign)])


def subject_of(name: str, drawn: View) -> Subject:
    """What a view shows. A view of another package shows a journey, unless its function has an attribute `subject` that says otherwise."""
    if (entry := _BUILT_IN.get(_folded(name))) is not None:
        return entry.subject
    found: Subject = getattr(drawn, "subject", "journey")
    return found


def options_of(drawn: View) -> dict[str, tuple[str, ...]]:
    """The options of a view by name, each with the words it may be, where it is one of a few.

    Example:
        >>> options_of(view("opportunities"))["variant"]
        ('effort', 'importance')
    """
    return {one.name: _words(one.annotation) for one in signature(drawn).parameters.values() if one.kind is Parameter.KEYWORD_ONLY}


def _words(annotation: object) -> tuple[str, ...]:
    """The words of a Literal, alone or beside None."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next((get_args(one) for one in get_args(annotation) if get_origin(one) is Literal), ())


def taken_options(name: str, drawn: View, asked: Mapping[str, Any], *, beside: Iterable[str] = ()) -> dict[str, Any]:
    """The options asked for, all of which the view takes; those `beside` it are taken by somebody else.

    Raises:
        ArgumentError: the view has no option of that name.
    """
    known = [*options_of(drawn), *beside]
    for one in asked:
        if one not in known:
            raise ArgumentError(
                Problem(
                    f"The view {name!r} has no option {one!r}.", got=shown(one), expected="one of " + ", ".join(map(repr, known)),
                    hint=did_you_mean(one, known),
                )
            )  # fmt: skip
    return dict(asked)


def _folded(name: str) -> str:
    return name.strip().casefold().replace("_", "-")
