"""From the words of a picture to the other tables of words in the same language."""

from importlib import import_module
from typing import TypeVar, cast

from .words import Words

W = TypeVar("W")
_NAMES = {"ar": "arabic", "de": "german"}


def words_of(kind: type[W], words: Words) -> W:
    """The table of a kind in the language of `words`; it is made when its language is asked for.

    A kind `CardWords` stands in `card_words`, and its tables in `card_words_english` as `CARD_ENGLISH` and so on.

    Example:
        >>> from journeykit.views.languages import words_for
        >>> from journeykit.views.table_words import TableWords
        >>> words_of(TableWords, words_for("de")).owner
        'Verantwortlich'
    """
    language = _NAMES.get(words.lang, "english")
    family = kind.__module__.rpartition(".")[2].removesuffix("_words")
    return cast("W", getattr(import_module(f"{kind.__module__}_{language}"), f"{family}_{language}".upper()))
