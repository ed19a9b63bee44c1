"""From a language to the words of curves side by side."""

from .curve_words import CurveWords


def curve_words_for(lang: str) -> CurveWords:
    """The words in the language of a table of `Words`."""
    match lang:
        case "ar":
            from .curve_words_arabic import CURVE_ARABIC  # noqa: PLC0415  # a table is made when its language is asked for

            return CURVE_ARABIC
        case "de":
            from .curve_words_german import CURVE_GERMAN  # noqa: PLC0415  # a table is made when its language is asked for

            return CURVE_GERMAN
        case _:
            from .curve_words_english import CURVE_ENGLISH  # noqa: PLC0415  # a table is made when its language is asked for

            return CURVE_ENGLISH
