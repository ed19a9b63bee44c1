"""matplotlib Axes in and out: a whole picture in an Axes, and emotion curves as lines that a chart can go on with.

Neither pyplot nor rcParams are touched; titles are never read as mathematics.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from itertools import pairwise
from math import nan
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from attrs import frozen

from journeykit.arguments import door
from journeykit.documents import write_file
from journeykit.errors import ModelError, Problem, RenderError, shown
from journeykit.measure import emotion_curve
from journeykit.measure import Reading as Reading  # noqa: PLC0414
from journeykit.model import Journey, Portfolio
from journeykit.pipeline import diagram_of, scene_of
from journeykit.renderers import renderer
from journeykit.text import DEFAULT_MEASURER, clean, wrap
from journeykit.themes import Theme
from journeykit.themes import theme as theme_named
from journeykit.views import Words, words_for
