"""The words of curves side by side, one table a language."""

from attrs import frozen

from journeykit.model import FrozenMap

Plural = tuple[str, str]


@frozen(kw_only=True, eq=False, repr=False)
class CurveWords:
    """What panels of curves say beside what a map says. As in `Words`, nothing has a default; fields that end in `_n` are pairs."""

    note: str
    peak: str
    trough: str
    end: str
    nobody: str
    no_journey: str
    curves_n: Plural
    best: str
    worst: str
    no_felt: str
    n_range: str
    n_unstated: str
    no_channel: str
    no_persona: str
    view_of: FrozenMap[str, str]
    intended: str
    illustrative: str
    table: tuple[str, str, str, str, str, str]


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
