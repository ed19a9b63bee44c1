"""DIAGRAM + THEME + MEASURER -> SCENE: columns, rows, curves, legend, pages.

This room imports diagram, scene, text, themes and errors only. It may not know the model: it has never heard of a
customer. It holds no words of its own and no colours: words come with the diagram, colours with the theme.
"""

from .arranging import arrange
from .papers import PAPERS

__all__ = ["PAPERS", "arrange"]
