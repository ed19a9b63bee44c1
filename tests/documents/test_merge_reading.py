"""One file of a folder is merged by itself: what others define is known by how it is mentioned, however often and as whatever."""

import pytest

from journeykit.documents import merge_texts
from journeykit.errors import FileError

TEXT = """\
journeykit: 1
insights:
  - {text: Slow, kind: pain, anchors: [shop/pay]}
  - {text: Dear, kind: pain, anchors: [shop/Pay, "shop/stage:deal", "shop/stage:Deal"]}
journeys:
  - id: buy
    title: I buy
    persona: ana
    stages:
      - title: Deal
        touchpoints:
          - {title: Pays, owner: Sales team, channels: [Web Site, web-site], counterparts: [Ana]}
          - {title: Drives, owner: sales-team, counterparts: [ana, till]}
"""


@pytest.mark.parametrize(("old", "new"), [("title: Drives", "title: Drives home"), ("counterparts: [Ana]", "counterparts: [Till]")])
def test_what_is_mentioned_twice_or_as_two_kinds_is_one_thing(old: str, new: str) -> None:
    ours = TEXT.replace("title: I buy", "title: I buy a car")
    merged = merge_texts(TEXT, ours, TEXT.replace(old, new))
    assert merged
    assert merged.text == ours.replace(old, new)


def test_a_new_id_of_a_persona_who_is_also_an_actor() -> None:
    """The lines of both sides may mention an id that they do not define, as a persona and as an actor."""
    base = TEXT.replace("journeys:", "personas:\n  - id: ana\n    name: Ana\njourneys:")
    ours = base.replace("  - id: ana\n", "  - id: ana  # since May\n")
    theirs = base.replace("id: ana", "id: anna").replace("persona: ana", "persona: anna").replace("[ana, till]", "[anna, till]")
    merged = merge_texts(base, ours, theirs)
    assert merged
    assert merged.text == theirs.replace("  - id: anna\n", "  - id: anna  # since May\n")


def test_what_can_be_no_two_kinds_at_once_is_said() -> None:
    text = TEXT.replace("owner: Sales team", "owner: ana")
    with pytest.raises(FileError, match="as persona, but that is an owner"):
        merge_texts(text, text.replace("I buy", "I pay"), text.replace("Drives", "Runs"))
