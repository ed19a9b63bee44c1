"""Every kind of change can be undone: the base says so, and none is left without."""

from inspect import isabstract

import pytest

import journeykit as jk
from journeykit.comparison.changes import Change, Spot


def test_a_change_without_an_inverse_cannot_be_made() -> None:
    assert isabstract(Change)
    with pytest.raises(TypeError, match="inverse"):
        Change(what="Touchpoint", old=Spot("", "", ""))  # type: ignore[abstract]
    assert [one for one in Change.__subclasses__() if isabstract(one)] == []


def test_a_measurement_is_called_by_what_and_when_it_measured() -> None:
    kpi = jk.KPI("Time in the store", id="time", measurements=[jk.Measurement(at="2015", value=157, source="study")])
    before = jk.Portfolio(
        "Shop", kpis=[kpi], sources=[jk.Source("Study", id="study")], measurements=[jk.Measurement(kpi="time", at="2016-02", value=90)]
    )
    after = jk.Portfolio("Shop", kpis=[jk.KPI("Time in the store", id="time")], sources=[jk.Source("Study", id="study")])
    assert sorted(change.title for change in jk.compare(before, after).changes) == ["2015", "time, 2016-02"]
