"""Every kind of part. A new kind is added here and in `layout/parts`, where a test misses it until it is drawn."""

from ._figures import FigureStrip
from ._parts import Matrix
from ._parts_curves import CurvePanels
from ._parts_dumbbells import Dumbbells
from ._parts_profile import Profile
from ._parts_rings import Rings
from ._parts_scatter import Scatter
from ._parts_sentences import Sentences
from ._parts_slopes import Slopes
from ._parts_timeline import Timeline
from ._parts_tree import Tree

Part = Matrix | Profile | Timeline | CurvePanels | FigureStrip | Rings | Scatter | Tree | Sentences | Dumbbells | Slopes
