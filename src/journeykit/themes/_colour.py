"""How different two colours look, to readers with and without colour blindness."""

import math
from typing import Literal, get_args

Vision = Literal["normal", "protan", "deutan", "tritan"]
VISIONS: tuple[Vision, ...] = get_args(Vision)

_Vector = tuple[float, float, float]
_Matrix = tuple[_Vector, _Vector, _Vector]

# Full severity.
_BLIND: dict[Vision, _Matrix] = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
_XYZ: _Matrix = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE: _Vector = (0.95047, 1.0, 1.08883)


def linear(colour: str) -> _Vector:
    """Red, green and blue of `#rrggbb` as amounts of light, 0 to 1 each."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _to_linear(red), _to_linear(green), _to_linear(blue)


def written(light: _Vector) -> str:
    """Amounts of light as `#RRGGBB`."""
    return "#" + "".join(f"{round(255 * _from_linear(min(1.0, max(0.0, one)))):02X}" for one in light)


def difference(one: str, other: str, vision: Vision = "normal") -> float:
    """CIEDE2000: about 1 is just visible, 10 is seen at a glance.

    Source: Sharma, Wu and Dalal 2005; colour blindness after Machado, Oliveira and Fernandes 2009, full severity.

    Example:
        >>> round(difference("#8C2D04", "#08408B"), 1) > 40
        True
    """
    return _ciede2000(_lab(_seen(linear(one), vision)), _lab(_seen(linear(other), vision)))


def _to_linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _from_linear(light: float) -> float:
    return 12.92 * light if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)


def _times(matrix: _Matrix, vector: _Vector) -> _Vector:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def _seen(light: _Vector, vision: Vision) -> _Vector:
    if vision == "normal":
        return light
    red, green, blue = (min(1.0, max(0.0, one)) for one in _times(_BLIND[vision], light))
    return red, green, blue


def _lab(light: _Vector) -> _Vector:
    x, y, z = (_root(one / white) for one, white in zip(_times(_XYZ, light), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(value: float) -> float:
    return value ** (1 / 3) if value > (6 / 29) ** 3 else value / (3 * (6 / 29) ** 2) + 4 / 29


def _ciede2000(first: _Vector, second: _Vector) -> float:
    (l1, a1, b1), (l2, a2, b2) = first, second
    mean_chroma = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean_chroma**7 / (mean_chroma**7 + 25.0**7)))
    c1, h1 = _polar((1 + g) * a1, b1)
    c2, h2 = _polar((1 + g) * a2, b2)
    lightness, chroma = l2 - l1, c2 - c1
    turn = _turn(c1 * c2, h1, h2)
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn) / 2)
    middle_l, middle_c = (l1 + l2) / 2, (c1 + c2) / 2
    middle_h = _middle(c1 * c2, h1, h2)
    t = (
        1 - 0.17 * math.cos(math.radians(middle_h - 30)) + 0.24 * math.cos(math.radians(2 * middle_h))
        + 0.32 * math.cos(math.radians(3 * middle_h + 6)) - 0.20 * math.cos(math.radians(4 * middle_h - 63))
    )  # fmt: skip
    s_l = 1 + 0.015 * (middle_l - 50) ** 2 / math.sqrt(20 + (middle_l - 50) ** 2)
    s_c = 1 + 0.045 * middle_c
    s_h = 1 + 0.015 * middle_c * t
    swing = 30 * math.exp(-(((middle_h - 275) / 25) ** 2))
    r = -2 * math.sqrt(middle_c**7 / (middle_c**7 + 25.0**7)) * math.sin(math.radians(2 * swing))
    dl, dc, dh = lightness / s_l, chroma / s_c, hue / s_h
    return math.sqrt(max(0.0, dl * dl + dc * dc + dh * dh + r * dc * dh))


def _polar(a: float, b: float) -> tuple[float, float]:
    return math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360 if a or b else 0.0


def _turn(product: float, h1: float, h2: float) -> float:
    if not product:
        return 0.0
    turn = h2 - h1
    return turn - 360 if turn > 180 else turn + 360 if turn < -180 else turn


def _middle(product: float, h1: float, h2: float) -> float:
    if not product:
        return h1 + h2
    if abs(h1 - h2) <= 180:
        return (h1 + h2) / 2
    return (h1 + h2 + 360) / 2 if h1 + h2 < 360 else (h1 + h2 - 360) / 2
