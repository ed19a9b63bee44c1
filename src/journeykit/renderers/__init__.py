"""SCENE → INK: one renderer for each format, and the registry that finds them.

A renderer sees a scene and nothing else: no model, no diagram, no theme, no font metrics. It never measures a text, never chooses a
colour and never moves anything. Formats are loaded when they are asked for.
"""

from ._protocol import Capability, Fonts, Options, Renderer
from ._registry import agrees, check_options, names, renderer, renderer_for

__all__ = ["Capability", "Fonts", "Options", "Renderer", "agrees", "check_options", "names", "renderer", "renderer_for"]
