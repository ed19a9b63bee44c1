"""From a language to its words."""

from .words import Words
from .words_english import ENGLISH


def words_for(language: str | None) -> Words:
    """The words of a language (BCP 47); English where there is no table for it.

    Example:
        >>> words_for("de-AT").stage, words_for("tlh").stage
        ('Phase', 'Stage')
    """
    match (language or "en").replace("_", "-").split("-", 1)[0].casefold():
        case "ar":
            from .words_arabic import ARABIC  # noqa: PLC0415  # a table is made when its language is asked for

            return ARABIC
        case "de":
            from .words_german import GERMAN  # noqa: PLC0415  # a table is made when its language is asked for

            return GERMAN
        case _:
            return ENGLISH
