"""Loading, drawing and saving, as a user writes it."""

from pathlib import Path
from typing import assert_type

import journeykit as jk

book = jk.load("dealership.yaml")
assert_type(book, jk.Portfolio)
assert_type(jk.load(Path("maps")), jk.Portfolio)

buy = book.journeys["buy-a-car"]
assert_type(buy, jk.Journey)
assert_type(book.journeys[0], jk.Journey)

# A verb that gives a model back gives the kind that it got.
assert_type(buy.select(stages=["deal"], actors=["sales"]), jk.Journey)
assert_type(book.select(stages=["deal"]), jk.Portfolio)

picture = jk.render(buy, "map.svg")
assert_type(jk.render(buy, view="journey-map").svg, str)
picture.save("map.svg")
picture.save(Path("map.svg"))
assert_type(picture.alt, str)

jk.save(book, "dealership.yaml")
jk.save(book, Path("dealership.json"))
