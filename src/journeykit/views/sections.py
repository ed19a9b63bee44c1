"""Sections of a card that hold much: what does not fit goes on below, in sections over the whole width."""

from collections.abc import Sequence

from attrs import evolve

from journeykit.diagram import Item, ProfileSection

from .card_words import CardWords
from .printed import counted
from .words import Words

# Statements and lines that a section holds, and about how many letters a line has, in half the width and in the whole of it.
_HALF = (6, 16, 34)
_WIDE = (14, 20, 74)


def split(sections: Sequence[ProfileSection], words: Words, cards: CardWords) -> tuple[ProfileSection, ...]:
    """The sections as far as a sheet has room for them, and the rest behind them under the same titles."""
    first: list[ProfileSection] = []
    later: list[ProfileSection] = []
    for one in sections:
        held, rest = _taken(one.items, _WIDE if one.wide else _HALF)
        first.append(evolve(one, items=held, more=counted(len(rest), cards.more_n, words)) if rest else one)
        while rest:
            held, rest = _taken(rest, _WIDE)
            later.append(ProfileSection(title=cards.continued.format(title=one.title), items=held, wide=True))
    return (*first, *later)


def _taken(items: tuple[Item, ...], room: tuple[int, int, int]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The items that find room, at least one, and the others."""
    most, lines, letters = room
    taken, used = 0, 0
    for one in items[:most]:
        used += sum(-(-len(text) // letters) for text in (one.text, one.detail)) + (2 if one.share is not None else 0)
        if taken and used > lines:
            break
        taken += 1
    return items[:taken], items[taken:]
