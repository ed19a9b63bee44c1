"""The bench's own arithmetic: medians, ratios, limits."""

import itertools

import pytest

from bench.rivals import json_alone, svgwrite_alone, yaml_alone
from bench.timing import Contest, run


def test_the_ratio_is_the_median_of_neighbouring_rounds() -> None:
    ours = itertools.cycle([0.2, 0.4, 0.6])
    result = run(Contest("ours", lambda: next(ours), "rival", lambda: 0.1, limit=3, seconds=0))
    assert (result.rival, result.rounds) == (0.1, 5)
    assert result.ratio == pytest.approx(4)
    assert not result.is_good


def test_without_a_limit_every_ratio_is_good() -> None:
    assert run(Contest("ours", lambda: 5.0, "rival", lambda: 1.0, seconds=0)).is_good


def test_a_call_that_gives_no_seconds_is_timed() -> None:
    assert run(Contest("ours", lambda: None, "rival", lambda: 1.0, seconds=0)).ours < 1


@pytest.mark.parametrize("elements", [0, 1, 101])
def test_svgwrite_alone_draws_as_many_elements_as_asked(elements: int) -> None:
    text = svgwrite_alone(elements)
    assert sum(text.count(f"<{tag} ") for tag in ("rect", "path", "text")) == elements


def test_the_bare_parsers_read() -> None:
    assert json_alone('{"a": [1]}') == {"a": [1]}
    assert yaml_alone("a: [1]") is not None
