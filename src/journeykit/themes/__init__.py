"""WHICH INK: palettes and type, and the contrast between them.

This room imports nothing of journeykit but errors. It may not know what is drawn with it: a theme maps tones to colours.
"""

from ._builtin import THEME_NAMES, theme
from ._theme import Palette, Theme, contrast

__all__ = ["THEME_NAMES", "Palette", "Theme", "contrast", "theme"]
