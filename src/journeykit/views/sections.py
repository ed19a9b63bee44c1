"""Sections of a card that hold much: what does not fit goes on below, in sections over the whole width."""

from collections.abc import Sequence

from attrs import evolve

from journeykit.diagram import ProfileSection

from .card_words import CardWords
from .printed import counted
from .words import Words

_MOST = 6
_MOST_WIDE = 14


def split(sections: Sequence[ProfileSection], words: Words, cards: CardWords) -> tuple[ProfileSection, ...]:
    """The sections with at most six statements each, and the rest behind them under the same title."""
    first: list[ProfileSection] = []
    later: list[ProfileSection] = []
    for one in sections:
        most = _MOST_WIDE if one.wide else _MOST
        if len(one.items) <= most:
            first.append(one)
            continue
        rest = one.items[most:]
        first.append(evolve(one, items=one.items[:most], more=counted(len(rest), cards.more_n, words)))
        later += [
            ProfileSection(title=cards.continued.format(title=one.title), items=rest[at : at + _MOST_WIDE], wide=True)
            for at in range(0, len(rest), _MOST_WIDE)
        ]
    return (*first, *later)
