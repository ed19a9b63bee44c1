"""From a language to the words of comparisons."""

from .comparison_words import ComparisonWords


def comparison_words_for(lang: str) -> ComparisonWords:
    """The words in the language of a table of `Words`."""
    match lang:
        case "ar":
            from .comparison_words_arabic import COMPARISON_ARABIC  # noqa: PLC0415  # a table is made when its language is asked for

            return COMPARISON_ARABIC
        case "de":
            from .comparison_words_german import COMPARISON_GERMAN  # noqa: PLC0415  # a table is made when its language is asked for

            return COMPARISON_GERMAN
        case _:
            from .comparison_words_english import COMPARISON_ENGLISH  # noqa: PLC0415  # a table is made when its language is asked for

            return COMPARISON_ENGLISH
