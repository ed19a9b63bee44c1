"""Links of a journey of stages: between which cards they run, and which of them are one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from attrs import evolve, frozen

from journeykit.model import Journey, Link

from .blueprint_gathering import Gathered
from .printed import counted
from .words import Words

_Value = TypeVar("_Value")


@frozen(kw_only=True, eq=False)
class Bundled:
    """Links, each with its place in the whole, or that of the first which it stands for; `left_out` is how many are not drawn."""

    links: tuple[tuple[int, Link], ...]
    left_out: int = 0


@frozen(kw_only=True, eq=False)
class _End:
    """A link, its place in the whole, and from where to where it leads now. `together`: both ends stand in one stage."""

    at: int
    link: Link
    source: str
    target: str
    together: bool


def bundled(journey: Journey, place: Mapping[str, str], behind: Gathered, words: Words) -> Bundled:
    """The links of a journey between its stages and the cards behind them.

    Links that have become equal are one, and so are those that say the same in both directions. Where activities are gathered, all links
    between two cards of a stage are one, and those from stage to stage are left out: they would cover the picture.

    Args:
        journey: the whole.
        place: in which stage each touchpoint stands.
        behind: which cards stand for its activities.
        words: of the remarks on links that stand for several.
    """
    ends = _ends(journey, place, behind)
    if not behind.details:
        return Bundled(links=tuple(_equal(ends, words)), left_out=len(journey.links) - len(ends))
    held = _of_pairs(ends)
    return Bundled(links=tuple(_one(these, words) for these in held), left_out=len(journey.links) - sum(map(len, held)))


def _ends(journey: Journey, place: Mapping[str, str], behind: Gathered) -> list[_End]:
    """The links that lead from one stage or card to another, and where they do: to the card in the nearest stage."""
    order = {key: at for at, key in enumerate(dict.fromkeys(place.values()))}
    cards = {key: {stage: stage} for key, stage in place.items()} | dict(behind.cards)
    stages: dict[str, set[str]] = {}
    for each in cards.values():
        for stage, card in each.items():
            stages.setdefault(card, set()).add(stage)
    out: list[_End] = []
    for at, link in enumerate(journey.links):
        sources, targets = cards.get(link.source, {"": link.source}), cards.get(link.target, {"": link.target})
        pairs = [(abs(order.get(one, 0) - order.get(two, 0)), sources[one], targets[two]) for one in sources for two in targets]
        _, source, target = min(pairs)
        together = not stages.get(source, set()).isdisjoint(stages.get(target, ()))
        # A way that leads back into the stage of its own activity does not divide there.
        goes_back = link.kind == "branch" and (target in stages.get(source, ()) or source in stages.get(target, ()))
        if source != target and not goes_back:
            out.append(_End(at=at, link=link, source=source, target=target, together=together))
    return out


def _equal(ends: Iterable[_End], words: Words) -> Iterable[tuple[int, Link]]:
    held: dict[tuple[str, str, str], list[_End]] = {}
    for one in ends:
        held.setdefault((one.source, one.target, one.link.kind), []).append(one)
    for (source, target, kind), these in held.items():
        back = held.get((target, source, kind), []) if kind in {"message", "supports"} else []
        if not back or these[0].at < back[0].at:
            made = _merged([one.link for one in (*these, *back)], words)
            # What is required of touchpoints could run in a circle between their stages.
            yield these[0].at, evolve(made, source=source, target=target, required=False, both_ways=made.both_ways or bool(back))


def _merged(held: Sequence[Link], words: Words) -> Link:
    """Links of one kind between the same two as one, with the words that hold for all of them."""
    first = held[0]
    if len(held) == 1 or first.kind == "impact":
        return first
    remark = counted(len(held), words.blueprint.links_n, words)
    if first.kind == "branch":
        return evolve(first, condition=None, label=None, probability=_share(held), note=remark)
    return evolve(
        first,
        label=_common(one.label for one in held),
        channel=_common(one.channel for one in held),
        quality=_common(one.quality for one in held),
        both_ways=any(one.both_ways for one in held),
        note=remark,
    )


def _common(values: Iterable[_Value | None]) -> _Value | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _share(held: Sequence[Link]) -> float | None:
    """How often one of several branches is taken: shares of several places cannot be added."""
    shares = [one.probability for one in held if one.probability is not None]
    known = len(shares) == len(held) and len({one.source for one in held}) == 1 and sum(shares) < 1
    return round(sum(shares), 9) if known else None


def _of_pairs(ends: Iterable[_End]) -> list[list[_End]]:
    """The links between two cards of one stage, in whatever direction."""
    held: dict[tuple[str, str], list[_End]] = {}
    for one in ends:
        if one.together and one.link.kind != "impact":
            held.setdefault((min(one.source, one.target), max(one.source, one.target)), []).append(one)
    return list(held.values())


def _one(these: Sequence[_End], words: Words) -> tuple[int, Link]:
    """One link for all those between two cards, of the kind of most."""
    first = these[0]
    if len(these) == 1:
        return first.at, evolve(first.link, source=first.source, target=first.target, required=False)
    # A way that divides for one of many does not divide for the whole.
    straight = [one.link for one in these if one.link.kind != "branch"]
    counts = Counter(link.kind for link in straight)
    made = Link(
        source=first.source,
        target=first.target,
        kind=max(straight, key=lambda link: counts[link.kind]).kind if straight else "sequence",
        both_ways=any(one.link.both_ways or one.source != first.source for one in these),
        note=counted(len(these), words.blueprint.links_n, words),
    )
    return first.at, made
