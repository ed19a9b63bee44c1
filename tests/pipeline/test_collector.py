"""The collector is paused while much is built, and runs again whatever happens."""

import gc

import pytest

import journeykit as jk
from journeykit.collector import uncollected
from journeykit.examples import example


def test_it_runs_again_afterwards() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_runs_again_after_an_error() -> None:
    with pytest.raises(jk.JourneykitError):
        jk.loads("journeykit: 1\njourneys: 5\n")
    with pytest.raises(jk.JourneykitError):
        jk.render(jk.loads(example("hotel")), lanes=["nothing"])
    assert gc.isenabled()


def test_who_has_switched_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        jk.render(jk.loads(example("ten_lines")))
        assert not gc.isenabled()
    finally:
        gc.enable()
