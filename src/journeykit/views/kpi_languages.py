"""From a language to the words of key figures by place."""

from .kpi_words import KPIWords


def kpi_words_for(lang: str) -> KPIWords:
    """The words in the language of a table of `Words`."""
    match lang:
        case "ar":
            from .kpi_words_arabic import KPI_ARABIC  # noqa: PLC0415  # a table is made when its language is asked for

            return KPI_ARABIC
        case "de":
            from .kpi_words_german import KPI_GERMAN  # noqa: PLC0415  # a table is made when its language is asked for

            return KPI_GERMAN
        case _:
            from .kpi_words_english import KPI_ENGLISH  # noqa: PLC0415  # a table is made when its language is asked for

            return KPI_ENGLISH
