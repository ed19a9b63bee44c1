"""From the words of a picture to those of people and opportunities."""

from .people_words import PeopleWords
from .words import Words


def people_words(words: Words) -> PeopleWords:
    """The words of maps of people and of opportunities in the same language."""
    match words.lang:
        case "ar":
            from .people_words_arabic import PEOPLE_ARABIC  # noqa: PLC0415  # a table is made when its language is asked for

            return PEOPLE_ARABIC
        case "de":
            from .people_words_german import PEOPLE_GERMAN  # noqa: PLC0415  # a table is made when its language is asked for

            return PEOPLE_GERMAN
        case _:
            from .people_words_english import PEOPLE_ENGLISH  # noqa: PLC0415  # a table is made when its language is asked for

            return PEOPLE_ENGLISH
