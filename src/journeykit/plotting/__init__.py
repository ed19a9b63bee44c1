"""matplotlib Axes in and out: a whole picture in an Axes, and emotion curves as lines that a chart can go on with.

Neither pyplot nor rcParams are touched, and no title is read as mathematics. matplotlib is loaded with the first call: at the head of no file
of this room may it be imported.
"""

from ._emotions import plot_emotions
from ._maps import plot
from ._saving import save_figure

__all__ = ["plot", "plot_emotions", "save_figure"]
