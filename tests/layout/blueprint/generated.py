"""Blueprints of any size, made from a seed."""

from random import Random

from journeykit.model import Activity, Journey, Link, Stage, Touchpoint

LAYERS = ("frontstage", "backstage", "support", "external")
KINDS = ("sequence", "message", "supports", "handover", "branch", "impact")
WORDS = ("checks", "bag", "the", "register", "and", "carries", "up", "room", "guest", "payment", "of", "confirmation", "brings")


def title(random: Random) -> str:
    return " ".join(random.choice(WORDS) for _ in range(random.randint(1, 7))).capitalize()


def journey(seed: int, columns: int = 7, *, behind: float = 1.7, links: float = 1.8, actors: int = 4) -> Journey:
    """A journey with so many columns, activities and links a column; long ties are rare, as in a service."""
    random = Random(seed)  # noqa: S311  # a picture, not a secret
    names = [f"t{at}" for at in range(columns)]
    touchpoints = [
        Touchpoint(title(random), id=name, kind="action" if random.random() < 0.2 else "interaction", matters=random.random() < 0.1,
                   fail_point="It fails" if random.random() < 0.3 else None, wait_before="5 min" if random.random() < 0.1 else None)
        for name in names
    ]  # fmt: skip
    stages, at = [], 0
    while at < columns:
        size = random.randint(1, 6)
        stages.append(Stage(f"Stage {len(stages) + 1}", touchpoints[at : at + size], id=f"stage-{len(stages)}"))
        at += size
    activities = []
    for number in range(int(columns * behind)):
        start = random.randrange(columns)
        over = {start}
        if random.random() < 0.2:
            over |= set(range(start, min(columns, start + random.randint(1, 3))))
        if random.random() < 0.1:
            over.add(min(columns - 1, start + random.randint(2, 5)))
        layer = random.choice(LAYERS[: 3 if seed % 3 else 4])
        activities.append(
            Activity(title(random), id=f"a{number}", layer=layer, actor=f"Actor {random.randrange(actors)}" if random.random() < 0.9 else None,
                     touchpoints=[names[at] for at in sorted(over)], status=random.choice(["existing"] * 6 + ["needed", "changed", "retired"]),
                     fail_point="It breaks" if random.random() < 0.15 else None, policy="A rule" if random.random() < 0.1 else None,
                     wait_point=random.random() < 0.1)
        )  # fmt: skip
    where = {name: at for at, name in enumerate(names)} | {one.id: int(one.touchpoints[0][1:]) for one in activities}
    ids = list(where)
    made = []
    for _ in range(int(columns * links)):
        source = random.choice(ids)
        near = [one for one in ids if one != source and abs(where[one] - where[source]) <= (2 if random.random() < 0.93 else columns)]
        if near:
            kind = random.choice(KINDS)
            more = {"condition": "so it is", "probability": 0.1} if kind == "branch" and random.random() < 0.6 else {}
            both = {"both_ways": True} if kind in {"message", "supports"} and random.random() < 0.2 else {}
            label = title(random) if random.random() < 0.2 else None
            made.append(Link(source=source, target=random.choice(near), kind=kind, label=label, **more, **both))
    if columns > 2 and seed % 4 == 0:
        made.append(Link(source="t1", target="t1", kind="branch", condition="again"))
    return Journey(f"Generated {seed}", stages=stages, activities=activities, links=made, critical_moment=names[-1] if seed % 2 else None)
