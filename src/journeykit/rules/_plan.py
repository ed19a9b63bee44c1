"""The plan of a check: which rules run, how severe they are and with which settings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from journeykit.errors import Problem, UnknownNameError, did_you_mean, shown, step

from ._finding import SEVERITIES, Severity
from ._rule import LEVELS, Level, Rule, Subject
from ._settings import OFF, Layer

PROFILES: dict[str, tuple[Level, ...]] = {
    "draft": ("draft",),
    "workshop": ("draft", "workshop"),
    "publish": ("draft", "workshop", "publish"),
    "blueprint": ("draft", "workshop", "blueprint"),
    "management": ("draft", "workshop", "publish", "management"),
}
"""The levels that each profile holds, the most basic first."""


@frozen
class Planned:
    """A rule that runs: how severe it is, with which settings, and whether somebody gave it that severity."""

    rule: Rule
    severity: Severity
    settings: Mapping[str, Any]
    is_graded: bool


def chain_of(profile: str, own: Mapping[str, Layer]) -> tuple[tuple[Level, ...], tuple[Layer, ...]]:
    """The levels of a profile, and the layers of one's own profiles that it is made of, the most basic first.

    Raises:
        UnknownNameError: there is no such profile, or profiles extend each other in a circle.
    """
    layers: list[Layer] = []
    name, seen = profile, [profile]
    while name not in PROFILES:
        layer = own.get(name)
        if layer is None:
            known = [*PROFILES, *own]
            raise UnknownNameError(Problem(f"There is no profile {shown(name)}.", got=shown(name), expected="one of " + ", ".join(map(repr, known)),
                                           hint=did_you_mean(name, known)))  # fmt: skip
        layers.insert(0, layer)
        name = layer.profile or "draft"
        if name in seen:
            raise UnknownNameError(Problem(f"The profile {shown(profile)} extends itself.", got=" → ".join([*seen, name])))
        seen.append(name)
    return PROFILES[name], tuple(layers)


def chain_problems(layer: Layer, own: Mapping[str, Layer], where: str) -> tuple[Problem, ...]:
    """Profiles that are not there, or that extend themselves: the one that a layer chooses, and those of its own.

    Args:
        layer: settings from one place.
        own: all profiles of one's own.
        where: the path of the settings.
    """
    asked = [*([(layer.profile, f"{where}.profile")] if layer.profile else [])]
    asked += [(name, f"{where}.profiles{step('', name)}.extends") for name in layer.profiles]
    found: dict[str, Problem] = {}
    for name, path in asked:
        try:
            chain_of(name, own)
        except UnknownNameError as error:
            for one in error.problems:
                found.setdefault(path, evolve(one, where=path))
    return tuple(found.values())


def _means(key: str, one: Rule) -> bool:
    return key in {one.code, one.name, one.group}


def _any(keys: Iterable[str], one: Rule) -> bool:
    return any(_means(key, one) for key in keys)


def _graded(one: Rule, layers: Sequence[Layer]) -> str:
    """The severity that somebody gave it: the last layer that says one, a rule's own name over its group's; empty where nobody did."""
    for layer in reversed(layers):
        for key in (one.code, one.name, one.group):
            if key in layer.severity:
                return layer.severity[key]
    return ""


def _own_severity(one: Rule, levels: Sequence[Level]) -> Severity:
    """As the highest level that holds says; of a rule outside of the profile, as its first level says."""
    here: tuple[Level, ...] = (*levels, "any")
    held: list[Severity] = [one.levels[level] for level in here if level in one.levels]
    first: list[Severity] = [one.levels[level] for level in LEVELS if level in one.levels]
    return held[-1] if held else first[0]


def _settings(one: Rule, levels: Sequence[Level], layers: Sequence[Layer]) -> dict[str, Any]:
    made = dict(one.settings)
    for level in levels:
        made |= one.by_profile.get(level, {})
    for layer in layers:
        made |= layer.parameters.get(one.code, {})
    return made


def plan(
    rules: Iterable[Rule], subjects: Iterable[Subject], *, layers: Sequence[Layer], own: Mapping[str, Layer], profile: str
) -> tuple[Planned, ...]:
    """What runs, in order.

    Args:
        rules: all that there are.
        subjects: what is there to be looked at.
        layers: settings, the weakest first.
        own: profiles of one's own.
        profile: which profile.

    Raises:
        UnknownNameError: there is no such profile.
    """
    levels, parts = chain_of(profile, own)
    every = (*parts, *layers)
    selected = next((layer.select for layer in reversed(layers) if layer.select), ())
    added = [key for layer in parts for key in layer.select]
    wanted = set(subjects)
    made = []
    for one in rules:
        if one.of not in wanted:
            continue
        held = (
            _any(selected, one) if selected else ("any" in one.levels or _any(added, one) or any(level in one.levels for level in levels))
        )
        if not held or any(_any(layer.ignore, one) for layer in every):
            continue
        graded = _graded(one, every)
        if graded != OFF:
            severity = _known(graded) if graded else _own_severity(one, levels)
            made.append(Planned(one, severity, _settings(one, levels, every), is_graded=bool(graded)))
    return tuple(made)


def fully_asked(planned: Iterable[Planned], profile: str, own: Mapping[str, Layer]) -> Iterator[str]:
    """Codes of the rules that ask as much here as in any other profile, also in those of one's own."""
    levels, parts = chain_of(profile, own)
    others = [layer for layer in own.values() if layer not in parts]
    for one in planned:
        if one.rule.by_profile.keys() <= set(levels) and not any(one.rule.code in layer.parameters for layer in others):
            yield one.rule.code


def _known(severity: str) -> Severity:
    known: dict[str, Severity] = {one: one for one in SEVERITIES}
    return known[severity]
