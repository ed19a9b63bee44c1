"""From a language to the words of cards."""

from .card_words import CardWords


def card_words_for(lang: str) -> CardWords:
    """The words in the language of a table of `Words`."""
    match lang:
        case "ar":
            from .card_words_arabic import CARD_ARABIC  # noqa: PLC0415  # a table is made when its language is asked for

            return CARD_ARABIC
        case "de":
            from .card_words_german import CARD_GERMAN  # noqa: PLC0415  # a table is made when its language is asked for

            return CARD_GERMAN
        case _:
            from .card_words_english import CARD_ENGLISH  # noqa: PLC0415  # a table is made when its language is asked for

            return CARD_ENGLISH
