"""Known edits of a portfolio: what a comparison should find, counted against what it finds."""

import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from attrs import define, evolve, field

from journeykit.model import Emotion, Portfolio, Stage, Touchpoint

__all__ = ["Script", "hundred_edits"]

Truth = set[tuple[str, str]]
"""Kind of the edit, and the id of the touchpoint: before, or after where it is new."""


@define(eq=False)
class Script:
    """Edits of the touchpoints of a portfolio, made one after the other; no touchpoint is edited twice.

    Attributes:
        stages: by journey, lists of touchpoints.
        truth: what was done.
        taken: ids that no further edit may touch.
    """

    book: Portfolio
    chance: random.Random
    stages: list[list[list[Touchpoint]]] = field(init=False)
    truth: Truth = field(factory=set)
    taken: set[str] = field(factory=set)
    new_ids: dict[str, str] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.stages = [[list(stage.touchpoints) for stage in journey.stages] for journey in self.book.journeys]

    def pick(self, *, room: int = 1) -> tuple[list[Touchpoint], int, list[list[Touchpoint]]]:
        """A touchpoint that is not edited yet, and `room - 1` that follow it in its stage: (stage, place, stages of the journey)."""
        while True:
            journey = self.chance.choice(self.stages)
            stage = self.chance.choice(journey)
            if len(stage) < room:
                continue
            place = self.chance.randrange(len(stage) - room + 1)
            ids = {one.id for one in stage[place : place + room]}
            if not ids & self.taken:
                self.taken |= ids
                return stage, place, journey

    def change(self, kind: str, make: Callable[[Touchpoint], Touchpoint]) -> None:
        """One touchpoint becomes another."""
        stage, place, _ = self.pick()
        self.truth.add((kind, stage[place].id))
        stage[place] = make(stage[place])

    def move(self) -> None:
        """To a place in another stage."""
        stage, place, journey = self.pick()
        one = stage.pop(place)
        target = self.chance.choice([other for other in journey if other is not stage])
        target.insert(self.chance.randrange(len(target) + 1), one)
        self.truth.add(("moved", one.id))

    def remove(self) -> None:
        """One less."""
        stage, place, _ = self.pick()
        self.truth.add(("removed", stage.pop(place).id))

    def add(self, one: Touchpoint) -> None:
        """One more, somewhere."""
        stage = self.chance.choice(self.chance.choice(self.stages))
        stage.insert(self.chance.randrange(len(stage) + 1), one)
        self.taken.add(one.id)
        self.truth.add(("added", one.id))

    def rekey(self) -> None:
        """Another id and nothing else."""
        stage, place, _ = self.pick()
        one = stage[place]
        self.new_ids[one.id] = f"new-{one.id}"
        self.truth.add(("rekeyed", one.id))
        stage[place] = evolve(one, id=self.new_ids[one.id])

    def made(self) -> Portfolio:
        """The portfolio after all edits."""
        journeys = []
        for journey, lists in zip(self.book.journeys, self.stages, strict=True):
            stages: list[Stage] = [evolve(stage, touchpoints=held) for stage, held in zip(journey.stages, lists, strict=True)]
            held = {one.id for stage in lists for one in stage}
            moment = self.new_ids.get(journey.critical_moment or "", journey.critical_moment)
            changes: dict[str, Any] = {"stages": stages, "critical_moment": moment if moment in held else None}
            journeys.append(evolve(journey, **changes))
        return evolve(self.book, journeys=journeys)


def _field_edits() -> Iterator[Callable[[Touchpoint], Touchpoint]]:
    """Edits of single fields, one after the other."""
    while True:
        yield lambda one: evolve(one, goal="Be done with it today")
        yield lambda one: evolve(one, duration=(one.duration or timedelta()) + timedelta(minutes=7))
        yield lambda one: evolve(one, owner="sales" if one.owner == "service" else "service")
        yield lambda one: evolve(one, actions=(*one.actions, "Asks once more"))
        yield lambda one: evolve(
            one,
            emotions=(evolve(one.emotions[0], valence=-one.emotions[0].valence or 1), *one.emotions[1:]) if one.emotions else (Emotion(1),),
        )
        yield lambda one: evolve(one, matters=not one.matters)


def hundred_edits(book: Portfolio, *, seed: int = 1, share: int = 1) -> Script:
    """40 edits of one field, 15 renames, 15 moves to another stage, 10 additions, 10 removals, 10 with nothing but the id changed.

    Args:
        book: what is edited.
        seed: of the choice.
        share: only every so many of them.
    """
    script = Script(book, random.Random(seed))  # noqa: S311  # a known script, not a secret
    critical = {journey.critical_moment for journey in book.journeys}
    script.taken |= {one for one in critical if one}
    edits = _field_edits()
    for _ in range(40 // share):
        script.change("field", next(edits))
    for number in range(15 // share):
        script.change("renamed", lambda one, n=number: evolve(one, title=f"{one.title} {('again', 'at home', 'by phone')[n % 3]}"))  # type: ignore[misc]
    for _ in range(15 // share):
        script.move()
    for number in range(10 // share):
        script.add(
            Touchpoint(f"Reads the small print of page {number}", id=f"added-{number}", goal=f"Understand clause {number}", channel="post")
        )
    for _ in range(10 // share):
        script.remove()
    for _ in range(10 // share):
        script.rekey()
    return script
