"""The model as a user writes it: what fits and what does not. (An ignore that nothing needs is an error: so each one is a test.)"""

from datetime import date, timedelta
from typing import assert_type

import journeykit as jk

sales = jk.Owner("Sales team", id="sales", kind="team")
pay = jk.Touchpoint(
    "Pays",
    owner=sales,
    responsible="sales",
    supporters=[sales, "ops"],
    channels=("web", "app"),
    emotions=[1, jk.Emotion(-1, moment="after")],
    duration=timedelta(minutes=20),
    wait_before="20 min",
    expectations=["Knows the total", jk.Expectation("Pays by card", kano="must_be")],
    pains=["Nobody names the total", jk.Insight("Waits", severity=3)],
    importance={"customer": 5},
    notes={"lane": "x", "other": ["y", "z"]},
    extra={"key": [1, 2]},
)
assert_type(pay.owner, str | None)
assert_type(pay.channels, tuple[str, ...])
assert_type(pay.emotions, tuple[jk.Emotion, ...])
assert_type(pay.emotions[0].valence, float)
assert_type(pay.duration, timedelta | None)
assert_type(pay.pains, tuple[jk.Insight, ...])

jk.Touchpoint("Pays", emotion={"before": -1, "after": jk.Emotion(2)})
jk.Touchpoint("Pays", emotions=pay, colour="red")  # type: ignore[arg-type, call-arg]
jk.Touchpoint("Pays", kind="sale")  # type: ignore[arg-type]
jk.Touchpoint("Pays", "buy")  # type: ignore[call-arg]
jk.Touchpoint("Pays", matters="yes")  # type: ignore[arg-type]
jk.Touchpoint()  # type: ignore[call-arg]
jk.Emotion("good")  # type: ignore[arg-type]
jk.Emotion(1, moment="later")  # type: ignore[arg-type]
jk.Stage("Deal", ["Pays"])  # type: ignore[list-item]
jk.Link(source="pay")  # type: ignore[call-arg]
pay.title = "Buys"  # type: ignore[misc]

buy = jk.Journey("I buy", stages=jk.Stage("Deal", pay), valid_on=date(2025, 6, 30), critical_moment=pay)
book = jk.Portfolio("Book", journeys=buy, owners=[sales], kpis=[jk.KPI("NPS", scale=(0, 10), target=40)])
assert_type(book.owners["sales"], jk.Owner)
assert_type(book.owners[0], jk.Owner)
assert_type(book.owners.get("x"), jk.Owner | None)
assert_type(book.kpis[0].target, float | None)
assert_type(buy.touchpoints["pays"].title, str)
assert_type(buy.actors(), tuple[str, ...])
assert_type(book.actor("sales").name, str)
buy.stages["deal", 0]  # type: ignore[call-overload]

# A verb gives back the kind that it got.
assert_type(jk.edit.rename(book, "sales", "sales-team"), jk.Portfolio)
assert_type(jk.edit.rename(buy, "sales", "sales-team"), jk.Journey)
assert_type(jk.edit.update(book, "i-buy/pays", owner="sales"), jk.Portfolio)
assert_type(jk.edit.move(buy, "pays", into="stage:deal"), jk.Journey)
assert_type(jk.edit.insert(buy, jk.Touchpoint("Drives"), after="pays"), jk.Journey)
assert_type(jk.edit.remove(book, "i-buy/pays"), jk.Portfolio)
jk.edit.rename("book", "sales", "sales-team")  # type: ignore[type-var]
