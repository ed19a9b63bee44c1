"""Path data: building it, and reducing any SVG path data to absolute M, L, C and Z."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from journeykit.errors import RenderError, shown

_GAP = re.compile(r"[\s,]*")
_FLAG = re.compile(r"[01]")
_VALUE = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_COUNT = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}

Point = tuple[float, float]


def number(value: float) -> str:
    """A coordinate as text: at most three decimals, never `-0`, never an exponent.

    Raises:
        RenderError: the value is not finite.

    Example:
        >>> number(0.1 + 0.2), number(-0.0001), number(12.0)
        ('0.3', '0', '12')
    """
    if value == (whole := int(value) if math.isfinite(value) else 0) and math.isfinite(value):
        return str(whole)
    if not math.isfinite(value):
        message = f"A coordinate is not a finite number: {value!r}."
        raise RenderError(message)
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


class PathBuilder:
    """Writes path data one command after the other. Coordinates are absolute px.

    Example:
        >>> PathBuilder().move(0, 0).line(10, 0).close().d
        'M 0 0 L 10 0 Z'
    """

    def __init__(self) -> None:
        self._parts: list[str] = []

    @property
    def d(self) -> str:
        """The path data written so far."""
        return " ".join(self._parts)

    def move(self, x: float, y: float) -> "PathBuilder":
        """Start a new run at (x, y)."""
        self._parts.append(f"M {number(x)} {number(y)}")
        return self

    def line(self, x: float, y: float) -> "PathBuilder":
        """A straight line to (x, y)."""
        self._parts.append(f"L {number(x)} {number(y)}")
        return self

    def curve(self, first: Point, second: Point, end: Point) -> "PathBuilder":
        """A cubic curve to `end` with two control points."""
        self._parts.append(" ".join(["C", *(number(one) for point in (first, second, end) for one in point)]))
        return self

    def close(self) -> "PathBuilder":
        """Back to the start of the run."""
        self._parts.append("Z")
        return self


@lru_cache(maxsize=512)
def parse_path(d: str) -> str:
    """Any SVG path data as absolute `M`, `L`, `C` and `Z`; arcs and quadratic curves become cubic curves.

    Raises:
        RenderError: the data is not path data.

    Source: SVG 1.1, sections 8.3 and F.6.5.

    Example:
        >>> parse_path("M0 0h4v4z")
        'M 0 0 L 4 0 L 4 4 Z'
    """
    reader = _Reader(d)
    while reader.step():
        pass
    return reader.out.d


def _tokens(d: str) -> Iterator[str]:
    """Commands and numbers; the two flags of an arc may stand close together and before a number."""
    at, command, count = 0, "", 0
    while (at := at + len(_GAP.match(d, at)[0])) < len(d):  # type: ignore[index]  # it matches everywhere, nothing too
        if d[at].upper() in _COUNT:
            command, count = d[at], 0
            token = command
        else:
            found = (_FLAG if command in {"A", "a"} and count % 7 in {3, 4} else _VALUE).match(d, at)
            if found is None:
                message = f"Path data holds what is neither command nor number: {shown(d[at:])}."
                raise RenderError(message)
            token, count = found[0], count + 1
        at += len(token)
        yield token


class _Reader:
    """The state of one pass over path data."""

    def __init__(self, d: str) -> None:
        self.data = d
        self.tokens = list(_tokens(d))
        self.at = 0
        self.command = ""
        self.out = PathBuilder()
        self.here: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.control: Point | None = None
        self.before = ""

    def step(self) -> bool:
        if self.at >= len(self.tokens):
            return False
        token = self.tokens[self.at]
        if token.isalpha():
            self.command, self.at = token, self.at + 1
        elif self.command in {"M", "m"}:
            self.command = "L" if self.command == "M" else "l"
        elif self.command in {"", "Z", "z"}:
            message = f"Path data has a number where a command belongs: {shown(self.data)}."
            raise RenderError(message)
        kind = self.command.upper()
        if not self.before and kind != "M":
            message = f"Path data does not begin with a move: {shown(self.data)}."
            raise RenderError(message)
        values = self.tokens[self.at : self.at + _COUNT[kind]]
        if len(values) < _COUNT[kind] or any(one.isalpha() for one in values):
            message = f"Path data ends inside the command {self.command!r}: {shown(self.data)}."
            raise RenderError(message)
        self.at += _COUNT[kind]
        self.apply(kind, [float(one) for one in values])
        self.before = kind
        return True

    def apply(self, kind: str, raw: list[float]) -> None:
        x0, y0 = self.here if self.command.islower() else (0.0, 0.0)
        if kind == "Z":
            self.out.close()
            self.here = self.start
        elif kind == "A":
            self.arc(raw, (raw[5] + x0, raw[6] + y0))
        elif kind in {"H", "V"}:
            self.here = (raw[0] + x0, self.here[1]) if kind == "H" else (self.here[0], raw[0] + y0)
            self.out.line(*self.here)
        else:
            self.segment(kind, [(raw[i] + x0, raw[i + 1] + y0) for i in range(0, len(raw), 2)])

    def segment(self, kind: str, points: list[Point]) -> None:
        if kind == "M":
            self.start = points[0]
            self.out.move(*points[0])
        elif kind == "L":
            self.out.line(*points[0])
        elif kind in {"C", "S"}:
            first = points[0] if kind == "C" else self.mirrored({"C", "S"})
            self.out.curve(first, points[-2], points[-1])
            self.control = points[-2]
        else:
            middle = points[0] if kind == "Q" else self.mirrored({"Q", "T"})
            self.out.curve(_third(self.here, middle), _third(points[-1], middle), points[-1])
            self.control = middle
        self.here = points[-1]

    def mirrored(self, kinds: set[str]) -> Point:
        if self.control is None or self.before not in kinds:
            return self.here
        return (2 * self.here[0] - self.control[0], 2 * self.here[1] - self.control[1])

    def arc(self, raw: list[float], end: Point) -> None:
        for first, second, point in _arc_curves(
            self.here, end, radii=(abs(raw[0]), abs(raw[1])), turn=raw[2], flags=(bool(raw[3]), bool(raw[4]))
        ):
            self.out.curve(first, second, point)
        self.here = end


def _third(end: Point, middle: Point) -> Point:
    return (end[0] + 2 / 3 * (middle[0] - end[0]), end[1] + 2 / 3 * (middle[1] - end[1]))


def _arc_curves(
    start: Point, end: Point, *, radii: tuple[float, float], turn: float, flags: tuple[bool, bool]
) -> list[tuple[Point, Point, Point]]:
    """An elliptical arc as cubic curves of at most a quarter turn each."""
    rx, ry = radii
    if start == end:
        return []
    if rx == 0 or ry == 0:
        return [(start, end, end)]
    phi = math.radians(turn)
    cos, sin = math.cos(phi), math.sin(phi)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x1, y1 = cos * dx + sin * dy, -sin * dx + cos * dy
    grow = math.sqrt(max(1.0, (x1 / rx) ** 2 + (y1 / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    under = max(0.0, (rx * ry) ** 2 - (rx * y1) ** 2 - (ry * x1) ** 2)
    factor = math.sqrt(under / ((rx * y1) ** 2 + (ry * x1) ** 2)) * (-1 if flags[0] == flags[1] else 1)
    cx1, cy1 = factor * rx * y1 / ry, -factor * ry * x1 / rx
    cx, cy = cos * cx1 - sin * cy1 + (start[0] + end[0]) / 2, sin * cx1 + cos * cy1 + (start[1] + end[1]) / 2
    angle = math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx)
    sweep = math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - angle
    if flags[1] and sweep < 0:
        sweep += 2 * math.pi
    elif not flags[1] and sweep > 0:
        sweep -= 2 * math.pi
    parts = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    step = sweep / parts
    reach = 4 / 3 * math.tan(step / 4)

    def at(t: float, along: float) -> Point:
        ux, uy = math.cos(t) - along * math.sin(t), math.sin(t) + along * math.cos(t)
        return (cx + rx * ux * cos - ry * uy * sin, cy + rx * ux * sin + ry * uy * cos)

    curves = []
    for i in range(parts):
        a, b = angle + i * step, angle + (i + 1) * step
        curves.append((at(a, reach), at(b, -reach), end if i == parts - 1 else at(b, 0)))
    return curves
