"""A map from scratch, as a user writes it: every short form is accepted, and types come out as they should."""

from typing import assert_type

import journeykit as jk

buy = jk.Journey(
    "I buy a new car",
    persona="Ana",
    stages=[
        jk.Stage(
            "Learn",
            [
                jk.Touchpoint("Researches online", channel="web", emotion=0),
                jk.Touchpoint("Asks a friend", emotion=+1),
            ],
        ),
        jk.Stage(
            "At the dealership",
            [
                jk.Touchpoint("Test drives", emotion=+2, owner="Sales", matters=True),
                jk.Touchpoint("Negotiates the price", emotion={"before": 0, "during": -1}, owner="Sales", pains=["Nobody names the total"]),
            ],
        ),
    ],
)

assert_type(buy, jk.Journey)
assert_type(buy.title, str)
assert_type(buy.stages[0], jk.Stage)
assert_type(buy.stages["learn"], jk.Stage)
assert_type(buy.stages[0].touchpoints[0], jk.Touchpoint)
for stage in buy.stages:
    assert_type(stage, jk.Stage)
