"""A concept: its code, its meaning, what carries it, and the function that exercises it."""

from collections.abc import Callable
from types import ModuleType
from typing import NamedTuple

Exercise = Callable[[], None]


class Concept(NamedTuple):
    """One row of the table.

    `code`: article, then number; `carried_by`: `Class.field`, `Class.method`, a class, the code of a rule, `measure.name`, `lens name`,
    `view name`, `lane name`, `command name`, `profile name`, or the name of a function of the package.
    """

    code: str
    meaning: str
    carried_by: tuple[str, ...]
    exercise: Exercise


def concept(code: str, meaning: str, *carried_by: str) -> Callable[[Exercise], Exercise]:
    """Say of a function which concept it exercises."""

    def said(exercise: Exercise) -> Exercise:
        exercise.__dict__["concept"] = Concept(code, meaning, carried_by, exercise)
        return exercise

    return said


def concepts_of(module: ModuleType) -> tuple[Concept, ...]:
    """The concepts of a module, in order of writing."""
    return tuple(
        held.__dict__["concept"] for held in vars(module).values() if callable(held) and "concept" in getattr(held, "__dict__", {})
    )
