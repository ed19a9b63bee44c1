import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.errors import RenderError
from journeykit.renderers._checked import path_data
from journeykit.scene import Path, PathBuilder, bounds, number, parse_path


def _curves(d):
    """Start points and cubic curves of canonical path data."""
    words, at, here, out = d.split(), 0, (0.0, 0.0), []
    while at < len(words):
        count = {"M": 2, "L": 2, "C": 6, "Z": 0}[words[at]]
        values = [float(one) for one in words[at + 1 : at + 1 + count]]
        points = list(zip(values[::2], values[1::2], strict=True))
        if words[at] == "C":
            out.append((here, *points))
        here = points[-1] if points else here
        at += count + 1
    return out


def _at(curve, t):
    weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    return tuple(sum(w * point[axis] for w, point in zip(weights, curve, strict=True)) for axis in (0, 1))


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("M0 0h4v4z", "M 0 0 L 4 0 L 4 4 Z"),
        ("m1,2 3,4", "M 1 2 L 4 6"),
        ("M1 1 2 2 3 3", "M 1 1 L 2 2 L 3 3"),
        ("M0 0zm2 2l1 1", "M 0 0 Z M 2 2 L 3 3"),
        ("M5 5l1 0zl0 1", "M 5 5 L 6 5 Z L 5 6"),
        ("M0 0c1 2 3 4 5 6s1 1 2 2", "M 0 0 C 1 2 3 4 5 6 C 7 8 6 7 7 8"),
        ("M0 0S1 1 2 2", "M 0 0 C 0 0 1 1 2 2"),
        ("M0 0Q3 3 6 0T12 0", "M 0 0 C 2 2 4 2 6 0 C 8 -2 10 -2 12 0"),
        ("M0 0T6 0", "M 0 0 C 0 0 2 0 6 0"),
        ("M.5.5-1-1", "M 0.5 0.5 L -1 -1"),
        ("M+1e1 -2E-1", "M 10 -0.2"),
        ("M0 0A0 5 0 0 1 9 0", "M 0 0 C 0 0 9 0 9 0"),
        ("M3 3A5 5 0 0 1 3 3", "M 3 3"),
        ("", ""),
    ],
)
def test_path_data_becomes_canonical(given, canonical):
    assert parse_path(given) == canonical


@pytest.mark.parametrize(
    "given",
    ["M0", "M0 0L1", "1 1", "L1 1", "M0 0 foo", "M0 0;1", "M0 0A1 1 0 2 0 1 1", "M0 0z 1 1", "M1e999 0", "M0 0L\u0661 1", "<script>"],
)
def test_what_is_no_path_data_is_refused(given):
    with pytest.raises(RenderError):
        parse_path(given)


def test_flags_of_an_arc_may_stand_close():
    assert parse_path("M0 0a4 4 0 0110 0") == parse_path("M0 0a4 4 0 0 1 10 0")


_RADII = st.floats(1, 50)
_TURNS = st.floats(-math.pi, math.pi)


@given(radii=st.tuples(_RADII, _RADII), start=_TURNS, turn=st.tuples(st.floats(0.1, 6.1), st.booleans()), tilt=st.floats(-90, 90))
def test_an_arc_lies_on_its_ellipse(radii, start, turn, tilt):
    (rx, ry), (sweep, back) = radii, turn
    phi = math.radians(tilt)

    def on(angle):
        x, y = rx * math.cos(angle), ry * math.sin(angle)
        return (100 + x * math.cos(phi) - y * math.sin(phi), 100 + x * math.sin(phi) + y * math.cos(phi))

    end = start - sweep if back else start + sweep
    (x0, y0), (x1, y1) = on(start), on(end)
    curves = _curves(parse_path(f"M{x0!r} {y0!r}A{rx!r} {ry!r} {tilt!r} {int(sweep > math.pi)} {int(not back)} {x1!r} {y1!r}"))
    assert 1 <= len(curves) <= 4
    assert math.dist(curves[-1][-1], (x1, y1)) < 0.002
    length = 0.0
    for curve in curves:
        points = [_at(curve, step / 16) for step in range(17)]
        length += sum(math.dist(one, other) for one, other in pairwise(points))
        for x, y in points:
            u = ((x - 100) * math.cos(phi) + (y - 100) * math.sin(phi)) / rx
            v = (-(x - 100) * math.sin(phi) + (y - 100) * math.cos(phi)) / ry
            assert abs(math.hypot(u, v) - 1) < 0.01 + 0.01 / min(rx, ry)
    steps = [on(start + (end - start) * step / 400) for step in range(401)]
    assert math.isclose(length, sum(math.dist(a, b) for a, b in pairwise(steps)), rel_tol=0.02, abs_tol=0.05)


def test_radii_too_small_grow_until_they_reach():
    box = bounds(Path(d=parse_path("M0 0A1 1 0 0 1 10 0")))
    assert box is not None
    assert (round(box.left, 2), round(box.right, 2), round(box.top, 2)) == (0, 10, -5)


_POINTS = st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))


@given(st.lists(st.tuples(_POINTS, _POINTS, _POINTS), max_size=5))
def test_what_is_built_is_canonical_and_stays(curves):
    path = PathBuilder().move(0, 0)
    for first, second, end in curves:
        path.curve(first, second, end)
    d = path.close().d
    assert path_data(d) == d
    assert parse_path(d) == d


@given(st.text("MmLlHhVvCcSsQqTtAaZz0123456789.,-+e ", max_size=40))
def test_any_text_is_canonical_afterwards_or_refused(text):
    try:
        d = parse_path(text)
    except RenderError:
        return
    assert not d or path_data(d) == d


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers())
def test_a_number_has_three_decimals_at_most(value):
    text = number(value)
    assert text != "-0"
    assert "e" not in text
    assert len(text.partition(".")[2]) <= 3
    assert math.isclose(float(text), value, abs_tol=0.00051, rel_tol=1e-12)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_what_is_not_finite_is_refused(value):
    with pytest.raises(RenderError, match="finite"):
        number(value)
