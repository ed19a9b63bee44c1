"""From the words of a picture to those of its tables."""

from .table_words import TableWords
from .words import Words


def table_words(words: Words) -> TableWords:
    """The words of tables in the same language."""
    match words.lang:
        case "ar":
            from .table_words_arabic import TABLE_ARABIC  # noqa: PLC0415  # a table is made when its language is asked for

            return TABLE_ARABIC
        case "de":
            from .table_words_german import TABLE_GERMAN  # noqa: PLC0415  # a table is made when its language is asked for

            return TABLE_GERMAN
        case _:
            from .table_words_english import TABLE_ENGLISH  # noqa: PLC0415  # a table is made when its language is asked for

            return TABLE_ENGLISH
