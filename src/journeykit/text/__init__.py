"""HOW WIDE IS A STRING: the port for measuring text, the shipped widths, line breaking, direction, cleaning.

This room may not know what the text is about, nor where it is drawn: strings and numbers in, strings and numbers out. It imports no other room.
"""

from journeykit.text.bidi import carried, has_rtl_letters, is_rtl
from journeykit.text.cleaning import clean
from journeykit.text.clusters import graphemes
from journeykit.text.endings import as_sentence
from journeykit.text.measurer import DEFAULT_MEASURER, TableMeasurer, TextMeasurer
from journeykit.text.series import in_series
from journeykit.text.wrapping import Line, Wrapped, longest_run, shorten, wrap

__all__ = [
    "DEFAULT_MEASURER",
    "Line",
    "TableMeasurer",
    "TextMeasurer",
    "Wrapped",
    "as_sentence",
    "carried",
    "clean",
    "graphemes",
    "has_rtl_letters",
    "in_series",
    "is_rtl",
    "longest_run",
    "shorten",
    "wrap",
]
