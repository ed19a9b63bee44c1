"""A useful map in ten lines."""

import journeykit as jk

buy = jk.Journey("I buy a new car", persona="Ana", lang="en", stages=[
    jk.Stage("Learn", [jk.Touchpoint("Researches online", channel="web", emotion=0),
                       jk.Touchpoint("Asks a friend", emotion=+1)]),
    jk.Stage("At the dealership", [jk.Touchpoint("Test drives", emotion=+2, owner="Sales", matters=True),
                                   jk.Touchpoint("Negotiates the price", emotion=-1, owner="Sales",
                                                 pains=["Nobody names the total"])]),
])
if __name__ == "__main__":
    jk.render(buy, "buy.svg")
