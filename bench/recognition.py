"""How well edits are recognised: a journey, a script of known edits, and what the comparison made of it."""

import random
from collections.abc import Iterator

from attrs import evolve, frozen

from journeykit.comparison import Added, Comparison, Merged, Removed, Split, compare
from journeykit.model import Journey, Stage, Touchpoint

__all__ = ["KINDS", "Score", "recognised"]

KINDS = ("moved", "renamed", "split", "merged", "added", "removed")
_VERBS = ("asks", "books", "calls", "checks", "chooses", "collects", "compares", "confirms", "downloads", "enters", "fills", "finds", "gets", "hands",
          "installs", "joins", "leaves", "meets", "opens", "orders", "packs", "pays", "picks", "prints", "reads", "receives", "registers", "rents",
          "returns", "reviews", "rides", "scans", "sends", "shows", "signs", "sits", "tests", "tries", "uploads", "waits")  # fmt: skip
_THINGS = ("account", "address", "advice", "app", "appointment", "bag", "bill", "boarding pass", "brochure", "camera", "card", "catalogue", "coffee",
           "contract", "counter", "coupon", "deposit", "desk", "device", "discount", "document", "driver", "email", "form", "gate", "guide", "key",
           "label", "letter", "licence", "locker", "manual", "map", "menu", "message", "meter", "offer", "parcel", "passport", "phone", "photo",
           "platform", "policy", "price", "queue", "quote", "receipt", "record", "rental car", "report", "room", "router", "seat", "shelf", "shop",
           "signature", "stamp", "suitcase", "survey", "table", "tariff", "terms", "ticket", "token", "tool", "video", "voucher", "warranty", "window")  # fmt: skip
_WHERE = (
    "at home",
    "online",
    "in the shop",
    "by phone",
    "with a friend",
    "at the airport",
    "on the train",
    "in the morning",
    "after work",
    "with help",
)
_CHANNELS = ("web", "phone", "shop", "post", "app")


@frozen
class Score:
    """Of one kind: how many were made, how many found, and how many of those rightly."""

    made: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """Share of what was found that was made."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what was made that was found."""
        return self.right / self.made if self.made else 1.0


def _title(chance: random.Random) -> str:
    return f"{chance.choice(_VERBS).title()} the {chance.choice(_THINGS)} {chance.choice(_WHERE)}"


def _touchpoint(chance: random.Random, key: str) -> Touchpoint:
    return Touchpoint(_title(chance), id=key, channels=[chance.choice(_CHANNELS)], emotion=chance.choice((None, -2, -1, 0, 1, 2)),
                      actions=[_title(chance)] if chance.random() < 0.4 else ())  # fmt: skip


def _renamed(chance: random.Random, title: str) -> str:
    """One to three words are others."""
    words = title.split()
    for place in chance.sample(range(len(words)), min(len(words) - 1, chance.randint(1, 3))):
        words[place] = chance.choice((*_VERBS, *_THINGS)).split()[0]
    return " ".join(words)


Side = tuple[Journey, Journey, set[tuple[str, frozenset[str], frozenset[str]]]]


def _edited(chance: random.Random, size: int, share: float, how: str) -> Side:
    """A journey, the journey after edits, and what was done: kind, ids before, ids after."""
    stages = [[_touchpoint(chance, f"t{stage}-{place}") for place in range(10)] for stage in range(size // 10)]
    before = _journey("before", stages)
    after = [list(one) for one in stages]
    taken: set[str] = set()
    truth: set[tuple[str, frozenset[str], frozenset[str]]] = set()
    for number in range(round(size * share)):
        kind = KINDS[number % len(KINDS)]
        stage, place = _free(chance, after, taken, 2 if kind == "merged" else 1)
        one = after[stage][place]
        taken.add(one.id)
        old = frozenset({one.id})
        match kind:
            case "moved":
                del after[stage][place]
                target = chance.choice([other for other in range(len(after)) if other != stage])
                after[target].insert(chance.randrange(len(after[target]) + 1), one)
                truth.add((kind, old, old))
            case "renamed":
                after[stage][place] = evolve(one, title=_renamed(chance, one.title))
                truth.add((kind, old, old))
            case "split":
                second = _title(chance)
                whole = evolve(one, title=f"{one.title} and {second[0].lower()}{second[1:]}")
                before = _replaced(before, whole)
                parts = [
                    evolve(one, id=f"{one.id}-{n}", title=title, origin=f"before/{one.id}" if how == "lineage" else None)
                    for n, title in ((1, one.title), (2, second))
                ]
                after[stage][place : place + 1] = parts
                taken |= {part.id for part in parts}
                truth.add((kind, old, frozenset(part.id for part in parts)))
            case "merged":
                other = after[stage][place + 1]
                taken.add(other.id)
                made = evolve(one, id=f"{one.id}-m", title=f"{one.title} and {other.title[0].lower()}{other.title[1:]}")
                after[stage][place : place + 2] = [made]
                taken.add(made.id)
                truth.add((kind, old | {other.id}, frozenset({made.id})))
            case "added":
                after[stage].insert(place, _touchpoint(chance, f"new-{number}"))
                taken.add(f"new-{number}")
                taken.discard(one.id)
                truth.add((kind, frozenset(), frozenset({f"new-{number}"})))
            case _:
                del after[stage][place]
                truth.add((kind, old, frozenset()))
    return before, _journey("after" if how == "lineage" else "before", after), truth


def _free(chance: random.Random, stages: list[list[Touchpoint]], taken: set[str], room: int) -> tuple[int, int]:
    while True:
        stage = chance.randrange(len(stages))
        if len(stages[stage]) > room:
            place = chance.randrange(len(stages[stage]) - room + 1)
            if not taken & {one.id for one in stages[stage][place : place + room]}:
                return stage, place


def _journey(key: str, stages: list[list[Touchpoint]]) -> Journey:
    return Journey("A long way", id=key, stages=[Stage(f"Part {number}", held, id=f"s{number}") for number, held in enumerate(stages)])


def _replaced(journey: Journey, one: Touchpoint) -> Journey:
    stages = [evolve(stage, touchpoints=[one if other.id == one.id else other for other in stage.touchpoints]) for stage in journey.stages]
    return evolve(journey, stages=stages)


def _rekeyed(journey: Journey, how: str, merged: dict[str, frozenset[str]]) -> tuple[Journey, dict[str, str]]:
    """New ids throughout: with origins, or with nothing that says so."""
    new = {one.id: f"n{number}" for number, one in enumerate(journey.touchpoints)}
    made = [
        evolve(
            stage,
            touchpoints=[
                evolve(
                    one, id=new[one.id], origin=one.origin or (f"before/{one.id}" if how == "lineage" and one.id not in merged else None)
                )
                for one in stage.touchpoints
            ],
        )
        for stage in journey.stages
    ]
    return evolve(journey, stages=made), new


def _told(c: Comparison) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """What the comparison says of touchpoints."""
    for one in c.changes:
        if one.what != "Touchpoint" or one.kind not in KINDS or (isinstance(one, Added | Removed) and one.candidates):
            continue
        if isinstance(one, Split | Merged):
            whole, parts = frozenset({one.whole.spot.id}), frozenset(part.spot.id for part in one.parts)
            yield (one.kind, whole, parts) if isinstance(one, Split) else (one.kind, parts, whole)
        else:
            yield one.kind, frozenset({one.old.id} if one.old else ()), frozenset({one.new.id} if one.new else ())


def recognised(how: str, *, seeds: range, size: int = 400, share: float = 0.05, fuzzy: bool = True) -> dict[str, Score]:
    """Scores by kind, over several scripts.

    Args:
        how: `lineage`: new ids throughout, each with its origin; `ids`: the same ids; `similarity`: new ids, and nothing says whose.
        seeds: one script each.
        size: touchpoints.
        share: of them that is edited.
        fuzzy: whether similarity is used.
    """
    sums = {kind: [0, 0, 0] for kind in KINDS}
    for seed in seeds:
        before, after, truth = _edited(random.Random(seed), size, share, how)  # noqa: S311  # a known script, not a secret
        new: dict[str, str] = {}
        mapping: dict[str, str] | None = None
        if how != "ids":
            merged = {next(iter(to)): old for kind, old, to in truth if kind == "merged"}
            after, new = _rekeyed(after, how, merged)
            truth = {(kind, old, frozenset(new[one] for one in to)) for kind, old, to in truth}
            if how == "lineage":  # an origin names one: of a merge the user names the other
                mapping = {one: new[to] for to, old in merged.items() for one in old}
        c = compare(before, after, fuzzy=fuzzy, mapping=mapping)
        told = set(_told(c))
        for kind in KINDS:
            made, found = ({one for one in side if one[0] == kind} for side in (truth, told))
            for place, count in enumerate((len(made), len(found), len(made & found))):
                sums[kind][place] += count
    return {kind: Score(*counts) for kind, counts in sums.items()}
