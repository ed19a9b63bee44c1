"""What nobody had planned has one name in the sentences, the columns and the table of many runs."""

from journeykit.comparison import compare
from journeykit.model import Journey, Portfolio, Stage, Touchpoint
from journeykit.views.comparison import comparison

PLAN = Journey("I pay", id="plan", form="planned", stages=[Stage("Pay", [Touchpoint("Orders", id="a"), Touchpoint("Pays", id="b")])])


def run(case: str, title: str) -> Journey:
    held = [Touchpoint("Orders", id="a"), Touchpoint(title, id="x"), Touchpoint("Pays", id="b")]
    return Journey(f"Run {case}", id=f"r{case}", case=case, form="actual", origin="plan", stages=[Stage("Pay", held)])


def test_what_runs_call_differently_by_one_id_has_a_column_each() -> None:
    book = Portfolio(journeys=[PLAN, run("1", "Chases delivery"), run("2", "Wants money back")])
    diagram = comparison(compare(book, book, lens="conformance"))
    assert [one.title for one in diagram.columns] == ["Orders", "Chases delivery", "Wants money back", "Pays"]
    assert [one[1:3] for one in diagram.table[3:]] == [("Chases delivery", "1"), ("Wants money back", "1")]
    (lead,) = diagram.lead
    assert lead.sentences == (
        "“Chases delivery” happens unplanned in 1 of 2 runs (50 %).", "“Wants money back” happens unplanned in 1 of 2 runs (50 %).",
    )  # fmt: skip
