"""Symbols as path data, each around its own centre (0, 0) so that a mirrored page moves them and does not turn them."""

import math
from functools import lru_cache

from journeykit.scene import Circle, Node, Path, Rect, parse_path

_HEAD = parse_path("M-7.25 0A7.25 7.25 0 1 1 7.25 0A7.25 7.25 0 1 1 -7.25 0Z")
_EYES = parse_path("M-3.6 -2a1.1 1.1 0 1 1 2.2 0a1.1 1.1 0 1 1 -2.2 0ZM1.4 -2a1.1 1.1 0 1 1 2.2 0a1.1 1.1 0 1 1 -2.2 0Z")
_MOUTHS = {
    2: "M-4 1C-3 5.5 3 5.5 4 1Z", 1: "M-3.8 2C-2 4.4 2 4.4 3.8 2", 0: "M-3.5 3H3.5",
    -1: "M-3.8 4.2C-2 1.8 2 1.8 3.8 4.2", -2: "M-4 5.2C-3 .6 3 .6 4 5.2Z",
}  # fmt: skip
_MOUTH_PATHS = {level: parse_path(d) for level, d in _MOUTHS.items()}

# In a box of 16 with its corner at (0, 0); drawn shifted by -8 so that the box is centred.
ICONS = {
    "web": "M1.5 3.5H14.5V12.5H1.5ZM1.5 6.5H14.5M3.5 5H4M5.5 5H6",
    "listing-site": "M2.5 7V13.5H13.5V7M1.5 5.5L3 2.5H13L14.5 5.5C14.5 7.5 11 7.5 10.5 5.5C10 7.5 6 7.5 5.5 5.5C5 7.5 1.5 7.5 1.5 5.5Z",
    "face-to-face": (
        "M5 7.5A2.5 2.5 0 1 1 5 2.5A2.5 2.5 0 1 1 5 7.5ZM11.5 8.5A2 2 0 1 1 11.5 4.5A2 2 0 1 1 11.5 8.5Z"
        "M.8 13.5C.8 8.5 9.2 8.5 9.2 13.5M9.5 10.7C12 9.6 15.2 10.8 15.2 13.5"
    ),
    "telephone": "M3 2.5L5.5 2L7 5.5L5.5 6.8C6.2 8.4 7.6 9.8 9.2 10.5L10.5 9L14 10.5L13.5 13C8 14.5 1.5 8 3 2.5Z",
    "place": "M8 14.5C4.5 10.5 3 8.3 3 6.3A5 5 0 1 1 13 6.3C13 8.3 11.5 10.5 8 14.5ZM8 8A1.8 1.8 0 1 1 8 4.4A1.8 1.8 0 1 1 8 8Z",
    "document": "M3.5 1.5H9.5L12.5 4.5V14.5H3.5ZM9.5 1.5V4.5H12.5M5.5 8H10.5M5.5 11H10.5",
    "object": "M2 5L8 2L14 5V11L8 14L2 11ZM2 5L8 8L14 5M8 8V14",
    "app": "M5 1.5H11A1 1 0 0 1 12 2.5V13.5A1 1 0 0 1 11 14.5H5A1 1 0 0 1 4 13.5V2.5A1 1 0 0 1 5 1.5ZM7 12.5H9",
    "mail": "M1.5 3.5H14.5V12.5H1.5ZM1.5 4L8 9L14.5 4",
    "chat": "M2 2.5H14V11H8L4.5 14V11H2ZM5 6.75H5.5M7.75 6.75H8.25M10.5 6.75H11",
    "air": (
        "M2 4.5C4 2.5 6 2.5 8 4.5C10 6.5 12 6.5 14 4.5M2 8.5C4 6.5 6 6.5 8 8.5C10 10.5 12 10.5 14 8.5"
        "M2 12.5C4 10.5 6 10.5 8 12.5C10 14.5 12 14.5 14 12.5"
    ),
    "social": (
        "M4 10A2 2 0 1 1 4 6A2 2 0 1 1 4 10ZM12 5.5A2 2 0 1 1 12 1.5A2 2 0 1 1 12 5.5ZM12 14.5A2 2 0 1 1 12 10.5A2 2 0 1 1 12 14.5Z"
        "M5.8 7.1L10.2 4.4M5.8 8.9L10.2 11.6"
    ),
    "broadcast": (
        "M8 8V14.5M8 8A1.2 1.2 0 1 1 8 5.6A1.2 1.2 0 1 1 8 8ZM4.5 10.3A5 5 0 0 1 4.5 3.3M11.5 10.3A5 5 0 0 0 11.5 3.3"
        "M2.3 12.3A8 8 0 0 1 2.3 1.3M13.7 12.3A8 8 0 0 0 13.7 1.3"
    ),
}  # fmt: skip
_QUARTER = parse_path("M0 0V-3.8A3.8 3.8 0 0 1 3.8 0Z")
_HALF = parse_path("M0 0V-3.8A3.8 3.8 0 0 1 0 3.8Z")


def face(x: float, y: float, level: int, colour: str) -> list[Node]:
    """A face in a box of 16; mouth and eyes say the level from -2 to +2."""
    filled = colour if abs(level) == 2 else None
    return [
        Path(d=_HEAD, x=x, y=y, stroke=colour, stroke_width=1.5),
        Path(d=_EYES, x=x, y=y, fill=colour),
        Path(d=_MOUTH_PATHS[level], x=x, y=y, fill=filled, stroke=colour, stroke_width=1.5, round=True),
    ]


@lru_cache(maxsize=64)
def _icon_path(name: str) -> str:
    values = parse_path(ICONS[name]).split()
    return " ".join(one if one.isalpha() else f"{float(one) - 8:g}" for one in values)


def icon(x: float, y: float, name: str, colour: str) -> list[Node]:
    """A channel's icon around (x, y); nothing where there is no icon of that name."""
    return [Path(d=_icon_path(name), x=x, y=y, stroke=colour, stroke_width=1.25, round=True)] if name in ICONS else []


@lru_cache(maxsize=64)
def _triangle(r: float, up: bool) -> str:  # noqa: FBT001  (an lru_cache key)
    top, bottom = (-0.9 * r, 0.6 * r) if up else (0.9 * r, -0.6 * r)
    return parse_path(f"M{-r} {bottom:g}L{r} {bottom:g}L0 {top:g}Z")


def triangle(x: float, y: float, r: float, *, up: bool, fill: str | None, stroke: str | None = None) -> Path:
    """A triangle of half width r that points up or down."""
    return Path(d=_triangle(r, up), x=x, y=y, fill=fill, stroke=stroke)


@lru_cache(maxsize=64)
def _diamond(r: float) -> str:
    return parse_path(f"M0 {-r}L{r} 0L0 {r}L{-r} 0Z")


def diamond(x: float, y: float, r: float, *, fill: str | None, stroke: str | None, stroke_width: float) -> Path:
    """A square on its corner, r from centre to corner."""
    return Path(d=_diamond(r), x=x, y=y, fill=fill, stroke=stroke, stroke_width=stroke_width, round=True)


@lru_cache(maxsize=16)
def _star(r: float) -> str:
    corners = []
    for at in range(10):
        reach, angle = r if at % 2 == 0 else 0.42 * r, math.pi * at / 5
        corners.append(f"{reach * math.sin(angle):.2f} {-reach * math.cos(angle):.2f}")
    return parse_path("M" + "L".join(corners) + "Z")


def star(x: float, y: float, r: float, fill: str) -> Path:
    """A star of five rays, one pointing up."""
    return Path(d=_star(r), x=x, y=y, fill=fill)


def evidence(x: float, y: float, strength: int, *, ink: str, paper: str) -> list[Node]:
    """A disc filled by strength: 0 dashed outline, 1 a quarter, 2 half, 3 full."""
    ring = Circle(cx=x, cy=y, r=6, fill=paper, stroke=ink, stroke_width=1.25, dash=(2, 2) if strength == 0 else ())
    if strength == 0:
        return [ring]
    if strength == 3:
        return [ring, Circle(cx=x, cy=y, r=3.8, fill=ink)]
    return [ring, Path(d=_QUARTER if strength == 1 else _HALF, x=x, y=y, fill=ink)]


def pill(x: float, y: float, *, filled: bool, ink: str, paper: str) -> Rect:
    """The ground of the A of an owner (filled) or the S of a supporter, 26 by 18 around (x, y)."""
    return Rect(x=x - 13, y=y - 9, width=26, height=18, radius=9, fill=ink if filled else paper, stroke=ink, stroke_width=1.25)
