"""Blueprints to draw: a usual one of 60 cards and 90 links, and one in which as many links run criss-cross."""

import json
import random
from pathlib import Path
from typing import TYPE_CHECKING

import journeykit as jk

if TYPE_CHECKING:
    from journeykit.model.words import Layer

__all__ = ["FILE", "tangled", "usual"]

FILE = Path(__file__).with_name("blueprint_60_90.json")
_LAYERS: "tuple[Layer, ...]" = ("frontstage", "backstage", "support")


def usual(number: int = 0) -> jk.Journey:
    """The blueprint of `FILE`: what is seen (its first lane) becomes the physical evidence of the touchpoints in its second.

    Another `number` gives other ids, so that nothing is known of it from the one before, and the same picture.
    """
    data = json.loads(FILE.read_text(encoding="utf-8"))
    cards = {one["id"]: one for one in data["nodes"]}
    name = {key: f"{key}-{number}" for key in cards}
    seen = {target: cards[source]["label"] for source, target in data["links"] if cards[source]["lane"] == 0}
    steps = [
        jk.Touchpoint(one["label"], id=name[key], physical_evidence=[seen[key]] if key in seen else [])
        for key, one in cards.items()
        if one["lane"] == 1
    ]
    own = [name[key] for key, one in cards.items() if one["lane"] == 1]
    acts = [
        jk.Activity(one["label"], id=name[key], layer=_LAYERS[one["lane"] - 2], touchpoints=own[one["column"]])
        for key, one in cards.items()
        if one["lane"] > 1
    ]
    links = []
    for source, target in data["links"]:
        lanes = (cards[source]["lane"], cards[target]["lane"])
        if 0 not in lanes:
            kind = "message" if sorted(lanes) == [1, 2] else "sequence" if lanes[0] == lanes[1] else "supports"
            links.append(jk.Link(source=name[source], target=name[target], kind=kind))  # type: ignore[arg-type]
    stages = [jk.Stage(f"Stage {at + 1}", steps[3 * at : 3 * at + 3], id=f"s{at}") for at in range(4)]
    return jk.Journey("I get a router installed", stages=stages, activities=acts, links=links)


def tangled(seed: int = 0) -> jk.Journey:
    """Twelve touchpoints, 48 activities in three layers, 90 links; most tie neighbours together, over any number of lanes."""
    chance = random.Random(seed)  # noqa: S311  # a picture, not a secret
    steps = [jk.Touchpoint(f"Does step {at + 1}", id=f"t{at}") for at in range(12)]
    stages = [jk.Stage(f"Stage {at + 1}", steps[3 * at : 3 * at + 3], id=f"s{at}") for at in range(4)]
    acts = [
        jk.Activity(
            f"Works on step {at % 12 + 1}", id=f"a{at}", layer=_LAYERS[at // 16], actor=f"Team {at % 4 + 1}", touchpoints=f"t{at % 12}"
        )
        for at in range(48)
    ]
    column = {one.id: at for at, one in enumerate(steps)} | {one.id: at % 12 for at, one in enumerate(acts)}
    near = [(one, two) for one in column for two in column if one != two and abs(column[one] - column[two]) <= 1]
    kinds = ("message", "supports", "sequence", "handover")
    links = [jk.Link(source=one, target=two, kind=kinds[at % 4]) for at, (one, two) in enumerate(chance.sample(near, 90))]  # type: ignore[arg-type]
    return jk.Journey("I take twelve steps", stages=stages, activities=acts, links=links)
