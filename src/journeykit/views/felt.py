"""Readings in words: where they stand, at which moment, and how they are known."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from .context import Context
from .printed import listed, valence
from .readings import Known, Reading, Track, weakest
from .telling_words import TellingWords
from .words import Words
from .wordtables import words_of

Name = Callable[[int], str]
"""What a column is called."""


def places(readings: Iterable[Reading], name: Name, words: Words) -> list[str]:
    """The columns of readings in order of time, each once; with the moments where these are not during alone."""
    found = []
    for column, held in groupby(readings, key=lambda one: one.column):
        here = list(held)
        moments = any(when(one, words) for one in here)
        found.append(_with(name(column), [_moment(one, words) for one in here] if moments else [], words))
    return found


def ends(fall: tuple[Reading, Reading], name: Name, words: Words) -> tuple[str, str]:
    """From where to where it falls; within a column both moments are said."""
    within = fall[0].column == fall[1].column
    source, target = (_with(name(one.column), [_moment(one, words)] if within or when(one, words) else [], words) for one in fall)
    return source, target


def when(one: Reading, words: Words) -> str:
    """The moment of a reading in words; empty where it is during, which goes without saying."""
    return "" if one.moment == "during" else _moment(one, words)


def _moment(one: Reading, words: Words) -> str:
    return words.moments[one.moment]


def _with(name: str, moments: Sequence[str], words: Words) -> str:
    return words_of(TellingWords, words).read.format(name=name, value=listed(moments, words)) if moments else name


def values(readings: Sequence[Reading], words: Words, *, with_basis: bool = False) -> str:
    """The readings of a column; the moment where there are several or it is not during, the basis where it is not that of all."""
    return words.comma.join(
        " ".join(
            text
            for text in (
                _moment(one, words) if len(readings) > 1 else when(one, words),
                valence(one.value, words),
                words.bases[one.basis] if with_basis else "",
            )
            if text
        )
        for one in readings
    )


def known_of(tracks: Sequence[Track], words: Words) -> str:
    """How the readings of some series are known, in a sentence; empty where there are none."""
    basis, same = weakest([one for track in tracks for one in track.readings])
    if basis is None:
        return ""
    key: Known | str = "illustrative" if all(track.kind == "illustrative" for track in tracks) else basis
    return (words.feelings_are if same else words.feelings_mixed)[key]


def how_known(context: Context) -> str:
    """The same of the series that counts most."""
    return known_of(context.tracks[:1], context.words)
