"""How alike two elements are that share no id: a score over the features that both have."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Any

from attrs import fields_dict, frozen

from journeykit.model import Checked, Element, Elements, fold

from .fields import key_of, plan_of

__all__ = ["Features", "Likeness", "dice", "features_of", "likeness", "telling_names", "words_of"]

_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")
_TELLING = re.compile(r"[^\W\d_]{3}")
_LEAST_FACTS = 4
_LONG = 20
_NO_WORDS = 0.2
_SURE = 0.8
_BY_PLACE = 0.95
"""So sure may neighbours make at most: what stands in the place of a thing need not be that thing."""
_LITTLE = frozenset([
    "a", "an", "the", "and", "or", "of", "to", "at", "in", "on", "by", "for", "with", "from", "into", "my", "your", "his", "her",
    "its", "our", "their", "it", "is", "as", "about", "after", "before",
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "und", "oder", "im", "am", "auf",
    "zu", "zum", "zur", "mit", "von", "vom", "bei", "beim", "für", "aus", "sich", "ist", "als", "um",
    "في", "من", "إلى", "الى", "على", "عن", "مع", "أو", "او", "ثم",
])  # fmt: skip
"""Words that stand in titles of anything."""


@frozen(kw_only=True)
class Likeness:
    """How similarity is reckoned and when it is believed. A convention, not a law: all numbers may be set.

    The score is the mean of the features that both sides have, weighted: the words of the title, the stage, channels,
    counterparts, all other facts, and what is held (touchpoints of a stage). Each neighbour that is already matched adds
    half of `neighbours`, where the titles share a word that says something or most facts agree, and never makes a pair quite sure.

    Attributes:
        accept: lowest score of a match, 0 to 1.
        margin: by how much the best assignment must beat the best one without this match.
        neighbours: what two matched neighbours add.
        title, stage, channels, counterparts, facts, held: weights.
    """

    accept: float = 0.6
    margin: float = 0.1
    neighbours: float = 0.2
    title: float = 0.6
    stage: float = 0.2
    channels: float = 0.1
    counterparts: float = 0.1
    facts: float = 0.3
    held: float = 1.0


@frozen(eq=False)
class Features:
    """What of an element is weighed.

    Attributes:
        words: of its title.
        sets: channels and counterparts, as sets of ids.
        facts: what each other field says, as a set, by field; only fields that say something.
        held: what stands in it.
    """

    words: frozenset[str]
    sets: dict[str, frozenset[Any]]
    facts: dict[str, frozenset[Any]]
    held: frozenset[str]


def dice(one: Collection[Any], other: Collection[Any]) -> float:
    """Twice what two sets share, over what they have together; 0 where both are empty.

    Source: Dice 1945, Sørensen 1948.

    Example:
        >>> dice({"test", "drives"}, {"test", "rides"})
        0.5
    """
    total = len(one) + len(other)
    return 2 * len(set(one) & set(other)) / total if total else 0.0


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The words of a text, folded. Scripts that write no spaces give pairs of neighbouring characters.

    Example:
        >>> sorted(words_of("Negotiates the price"))
        ['negotiates', 'price', 'the']
    """
    found: set[str] = set()
    for word in _WORD.findall(fold(text)):
        if any(_is_unspaced(one) for one in word):
            found |= {word[at : at + 2] for at in range(len(word) - 1)} or {word}
        else:
            found.add(word)
    return frozenset(found) or frozenset(text.split())


def _is_unspaced(one: str) -> bool:
    """Thai, Lao, Khmer, Myanmar, kana and Han."""
    return (
        "\u0e00" <= one <= "\u0eff"
        or "\u1000" <= one <= "\u109f"
        or "\u1780" <= one <= "\u17ff"
        or "\u3040" <= one <= "\u30ff"
        or "\u3400" <= one <= "\u9fff"
    )


_SETS = ("channels", "counterparts")


def features_of(value: Element, held: Iterable[str] = ()) -> Features:
    """The features of an element, its references already read as those of the other side; `held` says what stands in it."""
    plan = plan_of(type(value))
    names = [*plan.values, *(name for name, _ in plan.references if name != "origin"), *plan.nested]
    usual = fields_dict(type(value))
    facts: dict[str, frozenset[Any]] = {}
    for name in names:
        said = getattr(value, name)
        if name in _SETS or isinstance(said, Elements) or said == usual[name].default:
            continue
        if atoms := frozenset(_atoms(said)):
            facts[name] = atoms
    sets = {name: frozenset(ids) for name in _SETS if (ids := getattr(value, name, ()))}
    return Features(words_of(value.label), sets, facts, frozenset(held))


def _atoms(held: Any) -> Iterator[Any]:
    """The smallest parts of a value that can be shared. None, False and nothing say nothing."""
    if held is None or held is False:
        return
    for one in held if isinstance(held, tuple) else (held,):
        if isinstance(one, Element):
            yield one.id
        elif isinstance(one, Checked):
            yield (type(one).__name__, *key_of(one))
        else:
            yield words_of(one) if isinstance(one, str) and len(one) > _LONG else one


def telling_names(held: Iterable[Element]) -> list[str]:
    """What elements are called: by their ids; by their titles where ids only count, such as t1 and t2: any other document has these too.

    Example:
        >>> from journeykit.model import Touchpoint
        >>> telling_names([Touchpoint("Pay", id="t1"), Touchpoint("Leave", id="t2"), Touchpoint("Come back", id="return-2")])
        ['title pay', 'title leave', 'return-2']
    """
    several = [(one, _DIGITS.sub("#", one.id)) for one in held]
    times = Counter(stem for _, stem in several)
    return [
        f"title {fold(one.label)}" if "#" in stem and (times[stem] > 1 or not _TELLING.search(stem)) else one.id for one, stem in several
    ]


def likeness(one: Features, other: Features, how: Likeness, *, same_stage: bool | None, neighbours: int) -> float:
    """The score of two elements, 0 to 1.

    Args:
        one: features of the first.
        other: of the second.
        how: weights.
        same_stage: whether they stand in stages that are matched; None where that is not known.
        neighbours: how many of the two neighbours are matched to each other.
    """
    title = dice(one.words, other.words)
    shared = one.facts.keys() & other.facts.keys()
    mine, yours = [{(name, atom) for name in shared for atom in side.facts[name]} for side in (one, other)]
    alike = dice(mine, yours)
    parts = [(how.title, title)]
    if same_stage is not None:
        parts.append((how.stage, float(same_stage)))
    parts += [(getattr(how, name), dice(one.sets[name], other.sets[name])) for name in _SETS if name in one.sets and name in other.sets]
    if shared:
        parts.append((how.facts * min(1.0, len(shared) / 2), alike))
    held = dice(one.held, other.held)
    is_same_in_much = alike >= _SURE and len(mine & yours) >= _LEAST_FACTS
    if title < _NO_WORDS and held < _SURE and not is_same_in_much:
        return 0.0
    score = _mean(parts)
    if held > score:  # the same touchpoints under another title are the same stage; others under the same title need not be another
        score = max(score, _mean([*parts, (how.held, held)]))
    if not is_same_in_much and not _telling_words(one) & _telling_words(other):
        return score
    return max(score, min(_BY_PLACE, score + how.neighbours * neighbours / 2))


def _telling_words(one: Features) -> frozenset[str]:
    """The words of a title but those that stand in titles of anything; all where it has no others."""
    return one.words - _LITTLE or one.words


def _mean(parts: list[tuple[float, float]]) -> float:
    return sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)
