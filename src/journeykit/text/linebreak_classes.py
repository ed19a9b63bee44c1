"""The line breaking class of a character: what the rules of `linebreak_rules` are about.

Source: Unicode Standard Annex 14, table 1. Only what Python's `unicodedata` cannot tell is listed here. Departures: small kana never begin a
line (as the strict style of the annex has it); Thai and Lao letters carry classes of their own; opening and closing quotes are told apart.
"""

from functools import lru_cache
from typing import Final
from unicodedata import category, east_asian_width

from journeykit.text.pictographs import is_coloured

SPACE, NEWLINE, ZERO_WIDTH_SPACE, COMBINING = "SP", "BK", "ZW", "CM"

_LISTED: Final = {
    SPACE: " \t",
    NEWLINE: "\n\r\v\f\x85\u2028\u2029",
    ZERO_WIDTH_SPACE: "\u200b",
    "WJ": "\u2060\ufeff",
    "GL": "\u00a0\u2007\u2011\u202f\u0f08\u0f0c\u0f12\u035c\u035d\u035e\u035f\u0360\u0361\u0362",
    "HY": "-",
    "HB": "\u2010",
    "B2": "\u2014\u2e3a\u2e3b",
    "BA": "\u00ad|\u2012\u2013\u058a\u05be\u0964\u0965\u0e5a\u0e5b\u0f0b\u1361\u1400\u17d4\u17d5\u2027\u2056\u2058\u2059\u205a\u205b\u205d\u205e",
    "BB": "\u00b4\u02c8\u02cc\u02df\u1ffd",
    "CP": ")]",
    "CL": "}\u3001\u3002\ufe50\ufe52\uff0c\uff0e\uff61\uff64",
    "OP": "\u00a1\u00bf\u201a\u201e",
    "QU": "\"'",
    "EX": "!?\u05c6\u061b\u061d\u061e\u061f\u06d4\u07f9\u0f0d\u1802\u1803\u1808\u1809\ufe56\ufe57\uff01\uff1f",
    "IS": ",.:;\u037e\u0589\u060c\u060d\u07f8\u2044",
    "SY": "/",
    "IN": "\u2024\u2025\u2026\u22ef\ufe19",
    "NS": "\u17d6\u203c\u203d\u2047\u2048\u2049\u3005\u301c\u303b\u303c\u309b\u309c\u309d\u309e\u30a0\u30fb\u30fc\u30fd\u30fe\uff1a\uff1b\uff65\uff70"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ",
    "PR": "+\\\u00b1\u2116\u2212\u2213",
    "PO": "%\u00a2\u00b0\u066a\u0609\u060a\u060b\u2030\u2031\u2032\u2033\u2034\u2035\u2036\u2037\u2103\u2109\ufdfc\uff05\uffe0",
    # The vowels written first always begin a syllable; these endings always close one.
    "TL": "เแโใไເແໂໃໄ",
    "TF": "ะำๆະຳໆ",
}
_BY_CHARACTER: Final = {char: name for name, chars in _LISTED.items() for char in chars}
_BY_CATEGORY: Final = {
    **dict.fromkeys(("Mn", "Mc", "Me", "Cc", "Cf"), COMBINING),
    "Ps": "OP",
    "Pe": "CL",
    "Pi": "QO",
    "Pf": "QC",
    "Sc": "PR",
    "Nd": "NU",
    "Zs": "BA",
}
_WIDE: Final = frozenset("WFH")


@lru_cache(maxsize=4096)
def line_break_class(char: str) -> str:
    """The class of one character, as the annex abbreviates it.

    Beyond the annex: `HB` hyphen U+2010, `OW` wide opening punctuation, `QO` and `QC` opening and closing quotes, `TH`, `TL`, `TF` Thai and
    Lao letters, vowels written first, and endings of syllables.
    """
    listed = _BY_CHARACTER.get(char)
    if listed is not None:
        return listed
    if "\U0001f3fb" <= char <= "\U0001f3ff" or char in "\uff9e\uff9f":
        return COMBINING
    found = _BY_CATEGORY.get(category(char), "")
    wide = east_asian_width(char) in _WIDE
    if found:
        return "OW" if found == "OP" and wide else "ID" if found == "NU" and wide else found
    if wide or is_coloured(char):
        return "ID"
    if "\u0e00" <= char <= "\u0eff":
        return "TH"
    return "HL" if "\u05d0" <= char <= "\u05f2" else "AL"
