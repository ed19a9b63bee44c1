"""WHICH INK: palettes and type, and the contrast between them.

This room imports nothing of journeykit but errors. It may not know what is drawn with it: a theme maps tones to colours.
"""

from typing import TYPE_CHECKING

from journeykit.lazily import lazily

from ._builtin import THEME_NAMES, theme
from ._theme import Palette, Theme, contrast

if TYPE_CHECKING:
    from ._checks import Corrected, checked_theme, corrected, theme_problems
    from ._colour import Vision, difference
    from ._file import read_corrected, read_theme

__all__ = [
    "THEME_NAMES", "Corrected", "Palette", "Theme", "Vision", "checked_theme", "contrast", "corrected", "difference", "read_corrected", "read_theme", "theme",
    "theme_problems",
]  # fmt: skip

# What only themes of one's own need is loaded with the first of them.
_LATER = {
    "Corrected": "_checks", "Vision": "_colour", "checked_theme": "_checks", "corrected": "_checks", "difference": "_colour",
    "read_corrected": "_file", "read_theme": "_file", "theme_problems": "_checks",
}  # fmt: skip

__getattr__ = lazily(__name__, _LATER)
