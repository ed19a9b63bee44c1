"""Key figures by place: status, change with its margin, and what is not known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import loads, render
from journeykit.examples import example
from journeykit.measure import kpi_status
from journeykit.model import KPI, Journey, Measurement, Portfolio, Stage, Touchpoint
from journeykit.testing import portfolios
from journeykit.views.kpi import kpi


def book(*kpis, **fields):
    return Portfolio("Cars", kpis=kpis, **fields)


def values(*pairs, **fields):
    return [Measurement(at=at, value=value, **fields) for at, value in pairs]


def strips(*args, **options):
    return kpi(*args, **options).parts


def only(*args):
    ((figure,),) = (one.figures for one in strips(*args))
    return figure


def test_figures_stand_at_their_places_in_the_order_of_time():
    found = strips(loads(example("dealership")).journeys[0])
    assert [one.title for one in found] == [
        "I buy a new car", "3 Arrives and is received", "6 Negotiates the price", "7 Has the trade-in appraised", "8 Waits",
        "9 Settles finance, insurance and paperwork",
    ]  # fmt: skip
    assert [one.group for one in found[0].figures] == ["Operational"] * 3 + ["Experience"] * 4
    assert kpi(loads(example("dealership"))).finding.startswith("2024 to 2025: what happened got better, how it felt got worse.")


def test_a_change_within_its_margin_is_none():
    small = only(book(KPI("NPS", metric="nps", direction="higher", measurements=values((2024, 40), (2025, 42), n=100))))
    assert (small.verdict.text, small.verdict.tone, small.verdict.glyph) == (
        "2\N{NO-BREAK SPACE}points higher, within the margin of error",
        "muted",
        "none",
    )
    large = only(book(KPI("NPS", metric="nps", direction="higher", measurements=values((2024, -40), (2025, 42), n=1000))))
    assert (large.verdict.text, large.verdict.tone, large.verdict.glyph) == ("82\N{NO-BREAK SPACE}points, better", "good", "up")


def test_where_n_is_not_stated_the_change_is_told_and_so_is_that():
    diagram = kpi(book(KPI("NPS", metric="nps", direction="higher", measurements=values((2024, 48), (2025, 29)))))
    (figure,) = diagram.parts[0].figures
    assert (figure.verdict.text, figure.note) == ("19\N{NO-BREAK SPACE}points, worse", "2025, n not stated")
    assert diagram.footnotes[1] == "For 1 change n is not stated: whether it is more than chance cannot be said."


def test_status_in_symbol_and_words():
    def status(value, **fields):
        return only(book(KPI("Calls", unit="min", direction="lower", measurements=values((2025, value)), **fields))).status

    assert (status(8, target=10).kind, status(8, target=10).text) == ("good", "target of 10 reached")
    assert (status(15, target=10).kind, status(15, target=10).text) == ("bad", "5 over the target of 10")
    amber = status(15, target=10, red=20)
    assert (amber.kind, amber.text) == ("warning", "needs attention: 5 over the target of 10")
    assert (status(15).kind, status(15).text) == ("none", "no target")


def test_what_was_never_measured_is_a_dash_where_it_is_named():
    buy = Journey("I buy", id="buy", stages=[Stage("Deal", [Touchpoint("Pays", kpis=["wait"])])])
    found = strips(book(KPI("Wait", unit="min"), journeys=[buy]))
    assert [(one.title, one.figures[0].value, one.figures[0].verdict.text) for one in found] == [("1 Pays", "–", "not measured yet")]


def test_a_line_has_twelve_periods_and_a_gap_where_one_is_missing():
    years = only(book(KPI("A", measurements=values(*((year, year) for year in range(2001, 2020) if year != 2015)))))
    assert len(years.spark) == 12
    assert years.spark[7] is None
    quarters = only(book(KPI("A", measurements=values(("2024-Q4", 1), ("2025-Q2", 3)))))
    assert quarters.spark == (1, None, 3)
    mixed = only(book(KPI("A", measurements=values(("2024", 1), ("2025-Q2", 3)))))
    assert mixed.spark == (1, 3)
    assert only(book(KPI("A", measurements=values((2025, 3))))).spark == ()


def test_a_target_is_a_bar_beside_one_value_and_a_tick_beside_several():
    one = only(book(KPI("A", target=5, direction="higher", measurements=values((2025, 3)))))
    assert (one.progress, one.target) == ((3, 5), None)
    several = only(book(KPI("A", target=5, direction="higher", measurements=values((2024, 2), (2025, 3)))))
    assert (several.progress, several.target) == (None, 5)


def test_series_of_personas_and_channels_are_never_mixed():
    measured = [Measurement(at=2025, value=1), Measurement(at=2025, value=3, channel="web")]
    assert [(one.name, one.value) for one in strips(book(KPI("A", measurements=measured)))[0].figures] == [("A", "1"), ("A (web)", "3")]


def test_nothing_to_show_is_said():
    assert kpi(Portfolio("Cars")).finding == "No key figure is defined here."
    assert kpi(Journey("I buy")).parts == ()


@given(portfolios(), st.sampled_from([None, "de", "ar"]), st.booleans())
def test_every_series_is_one_figure(held: Portfolio, language, whole):
    for what in (held,) if whole else held.journeys:
        diagram = kpi(what, language=language)
        figures = [one for strip in diagram.parts for one in strip.figures]
        states = kpi_status(what).states
        assert len([one for one in figures if one.value != "–"]) == sum(one.value is not None for one in states)
        assert {one.kpi for one in states if one.value is None} == {
            one.source.removeprefix("kpis['").removesuffix("']") for one in figures if one.value == "–"
        }
        assert diagram.finding
        assert len(diagram.table) == (len(figures) + 1 if figures else 0)


def test_the_headline_counts_what_the_figures_say():
    def one(name, **fields):
        return KPI(name, measurements=[Measurement(at=2024, value=5), Measurement(at=2025, value=4)], direction="higher", **fields)

    held = Portfolio("P", kpis=[one("Sold"), one("Content", metric="csat", family="experience")])
    tones = [figure.verdict.tone for strip in kpi(held).parts for figure in strip.figures]
    assert sorted(tones) == ["bad", "muted"]
    assert "1 worse" in kpi(held).finding
    assert "2 worse" not in kpi(held).finding


@pytest.mark.parametrize(
    ("targets", "said"),
    [
        ([1], "The only figure with a target or threshold meets it."),
        ([9], "The only figure with a target or threshold misses it."),
        ([1, 9], "1 of 2 figures with a target or threshold misses it."),
        ([9, 9, 1], "2 of 3 figures with a target or threshold miss it."),
    ],
)
def test_the_headline_says_how_many_targets_are_missed(targets, said):
    held = book(*(KPI(f"Sold {at}", direction="higher", target=one, measurements=values((2025, 5))) for at, one in enumerate(targets)))
    assert kpi(held).finding.endswith(said)


def _said(value: Portfolio, **options) -> str:
    return render(value, **options).text.replace("\N{NO-BREAK SPACE}", " ")


def test_words_say_which_way_a_figure_moved_and_its_values_over_time():
    rose_and_fell = book(KPI("Liked", unit="%", direction="higher", measurements=values((2019, 60), (2020, 72), (2021, 66))))
    (line,) = [one for one in _said(rose_and_fell, view="kpi").splitlines() if "Liked: 66 %" in one]
    assert line.endswith("Liked: 66 %; 6 points lower, worse; no target; 2021, n not stated; 2019: 60 %; 2020: 72 %; 2021: 66 %")
    drawn = render(rose_and_fell, view="kpi")
    told = drawn.describe().replace("\N{NO-BREAK SPACE}", " ")
    assert "The whole: Liked 66 %; 6 points lower, worse; no target; 2021, n not stated; 2019: 60 %; 2020: 72 %; 2021: 66 %." in told
    header, row = drawn.to_table()
    found = dict(zip(header, row, strict=True))
    assert found["Change"] == "6\N{NO-BREAK SPACE}points lower, worse"
    assert found["Over time"].replace("\N{NO-BREAK SPACE}", " ") == "2019: 60 %; 2020: 72 %; 2021: 66 %"


def test_words_name_the_target_once_and_always_with_its_value():
    judged = _said(book(KPI("Wait", unit="min", direction="lower", target=90, measurements=values((2015, 157)))), view="kpi")
    assert "Wait: 157 min; 67 over the target of 90; 2015, n not stated\n" in judged
    open_ended = _said(book(KPI("Wait", unit="min", target=90, measurements=values((2015, 157)))), view="kpi")
    assert "; target 90\n" in open_ended


def test_a_map_says_its_figures_with_direction_and_time_too():
    wait = KPI("Wait", unit="min", direction="lower", measurements=values((2024, 9), (2025, 7), anchor="buy"))
    journey = Journey("I buy", id="buy", kpis=["wait"], stages=[Stage("Deal", [Touchpoint("Pays")])])
    assert "Wait: 7 min; 2 min lower, better; 2024: 9 min; 2025: 7 min" in _said(book(wait, journeys=[journey]))
