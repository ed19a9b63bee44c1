"""Every kind of part. A new kind is added here and in `layout/parts`, whose dispatch fails type checking until it draws it."""

from ._figures import FigureStrip
from ._parts import Matrix
from ._parts_curves import CurvePanels
from ._parts_profile import Profile
from ._parts_timeline import Timeline

Part = Matrix | Profile | Timeline | CurvePanels | FigureStrip
