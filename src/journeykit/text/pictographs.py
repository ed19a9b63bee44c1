"""Which characters are drawn as emoji. Two tables, so that the answer does not change with the Unicode version of the running Python.

Source: emoji-data.txt of Unicode Technical Standard 51 (Extended_Pictographic and Emoji_Presentation), Unicode 15.
"""

import re
from functools import lru_cache
from typing import Final

_LOW_PICTOGRAPHS: Final = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u2388\u23cf\u23e9-\u23f3\u23f8-\u23fa\u24c2\u25aa\u25ab"
    "\u25b6\u25c0\u25fb-\u25fe\u2600-\u2605\u2607-\u2612\u2614-\u2685\u2690-\u2705\u2708-\u2712\u2714\u2716\u271d\u2721\u2728\u2733\u2734\u2744"
    "\u2747\u274c\u274e\u2753-\u2755\u2757\u2763-\u2767\u2795-\u2797\u27a1\u27b0\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d"
    "\u3297\u3299"
)
_HIGH_PICTOGRAPHS: Final = (
    "\U0001f000-\U0001f0ff\U0001f10d-\U0001f10f\U0001f12f\U0001f16c-\U0001f171\U0001f17e\U0001f17f\U0001f18e\U0001f191-\U0001f19a"
    "\U0001f1ad-\U0001f1e5\U0001f201-\U0001f20f\U0001f21a\U0001f22f\U0001f232-\U0001f23a\U0001f23c-\U0001f23f\U0001f249-\U0001f3fa"
    "\U0001f400-\U0001f53d\U0001f546-\U0001f64f\U0001f680-\U0001f6ff\U0001f774-\U0001f77f\U0001f7d5-\U0001f7ff\U0001f80c-\U0001f80f"
    "\U0001f848-\U0001f84f\U0001f85a-\U0001f85f\U0001f888-\U0001f88f\U0001f8ae-\U0001f8ff\U0001f90c-\U0001f93a\U0001f93c-\U0001f945"
    "\U0001f947-\U0001faff\U0001fc00-\U0001fffd"
)
_LOW_COLOURED: Final = (
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4"
    "\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55"
)
_FLAG_LETTERS: Final = "\U0001f1e6-\U0001f1ff"
_SKIN_TONES: Final = "\U0001f3fb-\U0001f3ff"

_PICTOGRAPHS: Final = f"[{_LOW_PICTOGRAPHS}{_HIGH_PICTOGRAPHS}]"
_COLOURED: Final = f"[{_LOW_COLOURED}{_HIGH_PICTOGRAPHS}{_FLAG_LETTERS}{_SKIN_TONES}]"
_FIRST_PICTOGRAPH: Final = "\u00a9"
_FIRST_COLOURED: Final = "\u231a"


@lru_cache(maxsize=2)
def _set(characters: str) -> re.Pattern[str]:
    """A set of characters, compiled when a character first asks for it: most texts need none, and it takes milliseconds."""
    return re.compile(characters)


def is_pictograph(char: str) -> bool:
    """Whether a character can begin or continue an emoji sequence (Extended_Pictographic)."""
    return char >= _FIRST_PICTOGRAPH and _set(_PICTOGRAPHS).match(char) is not None


def is_coloured(char: str) -> bool:
    """Whether viewers draw this one character as a colour emoji although nothing asks for it.

    Everything from U+1F000 on counts, text presentation or not: a viewer may have no other face for it, and too wide is the safe side.
    """
    return char >= _FIRST_COLOURED and _set(_COLOURED).match(char) is not None
