"""Edits of texts: what is equal stays letter for letter, comments go with what they stand at, and reading gives what was asked for."""

import random
import re
from pathlib import Path
from textwrap import dedent

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit import Portfolio, edit
from journeykit.documents import Document, document_of, dumps, loads, open_document, revised, save_document
from journeykit.errors import ConversionError, JourneykitError
from journeykit.formats import Syntax
from journeykit.model import Touchpoint
from journeykit.testing import portfolios

EXAMPLES = sorted(one for one in Path("src/journeykit/examples").rglob("*.yaml") if one.parent.name != "bikes")  # one map in three files


def _document(text: str) -> Document:
    return document_of(dedent(text).lstrip("\n"))


def _changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.split("\n"), after.split("\n")
    return [one for one in old if one not in new], [one for one in new if one not in old]


@settings(max_examples=25)
@given(portfolios(), portfolios(), st.sampled_from(["yaml", "json"]))
def test_any_text_can_be_made_to_say_anything(before: Portfolio, after: Portfolio, syntax: Syntax) -> None:
    assert revised(document_of(dumps(before, syntax), syntax=syntax), after).portfolio == after


@settings(max_examples=50)
@given(portfolios(), st.randoms(use_true_random=False))
def test_every_comment_survives_what_removes_nothing(book: Portfolio, chance: random.Random) -> None:
    text = _commented(dumps(book), chance)
    after = _edited(book, chance, moving=False)
    made = revised(document_of(text), after)
    assert made.portfolio == after
    assert re.findall(r"# note \d+$", made.text, re.MULTILINE) == re.findall(r"# note \d+$", text, re.MULTILINE)


@settings(max_examples=50)
@given(portfolios(), st.randoms(use_true_random=False))
def test_moving_and_removing_gives_what_was_asked_for(book: Portfolio, chance: random.Random) -> None:
    text = _commented(dumps(book), chance)
    after = _edited(book, chance, moving=True)
    made = revised(document_of(text), after)
    assert made.portfolio == after
    assert set(re.findall(r"# note \d+$", made.text, re.MULTILINE)) <= set(re.findall(r"# note \d+$", text, re.MULTILINE))


def _commented(text: str, chance: random.Random) -> str:
    """The text with lines of comment between its entries, not inside of texts of several lines."""
    lines, inside = [], -1
    for number, line in enumerate(text.rstrip("\n").split("\n")):
        depth = len(line) - len(line.lstrip(" "))
        inside = -1 if line.strip() and depth <= inside else inside
        if inside < 0 and line.strip() and number and chance.random() < 0.3:
            lines.append(" " * depth + f"# note {number}")
        lines.append(line)
        if re.search(r"[:-] [|>][-+]?$", line):
            inside = len(re.match(r"[ -]*", line).group()) - 1  # type: ignore[union-attr]
    return "\n".join(lines) + "\n"


def _edited(book: Portfolio, chance: random.Random, *, moving: bool) -> Portfolio:
    for _ in range(chance.randint(1, 4)):
        addresses = [f"{one.id}/{at.id}" for one in book.journeys for at in one.touchpoints]
        if not addresses:
            return evolve(book, title="Another title")
        one, other = chance.choice(addresses), chance.choice(addresses)
        try:
            match chance.randint(0, 4 if moving else 2):
                case 0:
                    book = edit.update(book, one, optional=True, goal="to know: more")
                case 1:
                    book = edit.update(book, one, title="Does # something else")
                case 2:
                    book = edit.rename(book, one, "renamed")
                case 3:
                    book = edit.move(book, one, after=other)
                case _:
                    book = edit.remove(book, one)
        except JourneykitError:
            continue
    return book


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_new_title_changes_one_line_of_an_example(path: Path) -> None:
    document = open_document(path)
    journey = document.portfolio.journeys[0]
    made = revised(document, edit.update(document.portfolio, journey.id, title="Another: title"))
    assert made.portfolio.journeys[0].title == "Another: title"
    old, new = _changed_lines(document.text, made.text)
    assert len(old) <= 1
    assert any('title: "Another: title"' in one for one in new)
    assert len(new) <= 2


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_removing_and_putting_back_loses_only_the_touchpoint_itself(path: Path) -> None:
    document = open_document(path)
    journey = document.portfolio.journeys[0]
    gone = journey.touchpoints[1]
    made = revised(document, edit.remove(document.portfolio, f"{journey.id}/{gone.id}"))
    again = revised(made, document.portfolio)
    assert again.portfolio == document.portfolio
    assert set(re.findall(r"#.*", made.text)) <= set(re.findall(r"#.*", document.text))


TEXT = """
    # about the file
    journeykit: 1
    title: Shop   # the shop

    owners:
      # the people in front
      - {id: sales, name: Sales team}  # since May

      # --- behind ---

      # they ship
      - {id: store, name: Store}
    journeys:
      - id: buy
        title: I buy
        persona: ana
        stages:
          - title: Choose
            touchpoints:
              # first contact
              - id: look     # at the window
                title: Looks
                owner: sales
                emotion: {before: 0, during: -1}  # interviews
              - title: Asks
                channel: shop
                pains:
                  - Nobody answers
                  - {text: Waits, severity: 2}   # counted
          - title: Pay
            touchpoints:
            - id: pay
              title: Pays
              # cash only
              channel: shop
    personas: {ana: Ana}
    """


def _revised(text: str, after: Portfolio) -> str:
    made = revised(_document(text), after)
    assert made.portfolio == after
    return made.text


@pytest.fixture
def book() -> Portfolio:
    return _document(TEXT).portfolio


def test_a_scalar_changes_alone(book: Portfolio) -> None:
    made = _revised(TEXT, edit.update(book, "buy/pay", channel="web"))
    assert _changed_lines(dedent(TEXT).lstrip("\n"), made) == (["          channel: shop"], ["          channel: web"])


def test_a_flow_list_grows_in_its_line(book: Portfolio) -> None:
    made = _revised(TEXT, edit.update(book, "buy/look", owner=None))
    assert "owner: sales" not in made
    assert "# first contact\n          - id: look     # at the window\n            title: Looks\n            emotion:" in made


def test_a_reading_changes_inside_its_braces(book: Portfolio) -> None:
    made = _revised(TEXT, edit.update(book, "buy/look", emotion={"before": 0, "during": -2, "after": 1}))
    assert "emotion: {before: 0, during: -2, after: 1}  # interviews" in made


def test_a_title_keeps_the_id_that_came_from_it(book: Portfolio) -> None:
    made = _revised(TEXT, edit.update(book, "buy/asks", title="Asks again"))
    assert "- id: asks\n            title: Asks again\n" in made


def test_an_inline_value_changes_inside_a_list(book: Portfolio) -> None:
    asks = book.journeys[0].touchpoints["asks"]
    pains = (asks.pains[0], evolve(asks.pains[1], severity=3))
    assert "- {text: Waits, severity: 3}   # counted" in _revised(TEXT, edit.update(book, "buy/asks", pains=pains))


def test_a_moved_touchpoint_takes_its_comments_along(book: Portfolio) -> None:
    made = _revised(TEXT, edit.move(book, "buy/look", after="buy/pay"))
    assert made.endswith(
        "        - id: pay\n          title: Pays\n          # cash only\n          channel: shop\n"
        "        # first contact\n        - id: look     # at the window\n          title: Looks\n          owner: sales\n"
        "          emotion: {before: 0, during: -1}  # interviews\npersonas: {ana: Ana}\n"
    )


def test_into_a_stage_without_touchpoints_it_takes_its_comments_along_too() -> None:
    document = _document("""
        journeykit: 1
        journeys:
          - id: buy
            title: I buy
            stages:
            - title: Look
              touchpoints:
              # first contact
              - id: look  # at the window
                title: Looks
                pains:
                  # said Ana
                  - text: Dear
              - title: Asks
            - title: Pay  # cash
    """)
    after = edit.move(document.portfolio, "buy/look", into="buy/stage:pay")
    after = edit.insert(after, Touchpoint("Pays"), into="buy/stage:pay")
    made = revised(document, after)
    assert made.portfolio == after
    assert made.text.endswith(
        "    - title: Pay  # cash\n      touchpoints:\n"
        "        # first contact\n        - id: look  # at the window\n          title: Looks\n"
        "          pains:\n            # said Ana\n            - text: Dear\n        - id: pays\n          title: Pays\n"
    )


def test_what_stands_apart_stays_where_the_entry_goes(book: Portfolio) -> None:
    made = _revised(TEXT, edit.remove(book, "store"))
    assert "# --- behind ---" in made
    assert "# they ship" not in made


def test_new_entries_look_like_their_neighbours(book: Portfolio) -> None:
    after = evolve(book, owners=(*book.owners, type(book.owners[0])("Desk, front", kind="team")))
    assert '\n  - {id: desk-front, name: "Desk, front", kind: team}\n' in _revised(TEXT, after)


def test_a_name_in_the_place_of_an_id_follows() -> None:
    text = "journeykit: 1\nowners: [{id: s, name: Sales}]\njourneys:\n  - title: I pay\n    owner: Sales # here\n"
    document = document_of(text)
    made = revised(document, edit.update(document.portfolio, "s", name="Shop"))
    assert made.text == "journeykit: 1\nowners: [{id: s, name: Shop}]\njourneys:\n  - title: I pay\n    owner: s # here\n"


def test_windows_line_ends_stay() -> None:
    document = document_of(b"journeykit: 1\r\njourneys:\r\n  - title: I pay # x\r\n    type: use\r\n", name="a.yaml")
    made = revised(document, edit.update(document.portfolio, "i-pay", status="in_review"))
    assert made.text == "journeykit: 1\r\njourneys:\r\n  - title: I pay # x\r\n    type: use\r\n    status: in_review\r\n"


def test_aliases_are_written_out_only_where_they_change() -> None:
    text = "journeykit: 1\njourneys:\n  - title: A\n    tags: &t [one, two]\n  - title: B # b\n    tags: *t\n"
    document = document_of(text)
    made = revised(document, edit.update(document.portfolio, "b", tags=["three"]))
    assert made.text == text.replace("tags: *t", "tags: [three]")


def test_json_keeps_its_layout() -> None:
    text = '{\n    "journeykit": 1,\n    "journeys": [{"id": "a", "title": "A", "stages": []}]\n}\n'
    made = revised(document_of(text), edit.update(document_of(text).portfolio, "a", status="in_review"))
    assert made.text == text.replace('"stages": []', '"stages": [], "status": "in_review"').replace(
        '"stages": [], "status": "in_review"', _json_order(made.text)
    )


def _json_order(text: str) -> str:
    """Where the new key stands among the old ones is not what the test is about."""
    return re.search(r'"title": "A", (.*)}]', text).group(1)  # type: ignore[union-attr]


def test_files_of_a_folder_keep_their_parts(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("journeykit: 1\n# who\nowners:\n  - {id: sales, name: Sales}\n")
    (tmp_path / "b.yaml").write_text("journeykit: 1\njourneys:\n  - title: I pay # b\n    owner: sales\n")
    document = open_document(tmp_path)
    made = revised(document, edit.rename(edit.update(document.portfolio, "i-pay", status="in_review"), "sales", "shop"))
    assert save_document(made, document) == (str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml"))
    assert (tmp_path / "a.yaml").read_text() == "journeykit: 1\n# who\nowners:\n  - {id: shop, name: Sales}\n"
    assert (tmp_path / "b.yaml").read_text() == "journeykit: 1\njourneys:\n  - title: I pay # b\n    owner: shop\n    status: in_review\n"
    assert open_document(tmp_path).portfolio == made.portfolio


def test_what_several_files_cannot_say_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("journeykit: 1\nowners: [{id: b, name: B}]\n")
    (tmp_path / "b.yaml").write_text("journeykit: 1\nowners: [{id: a, name: A}]\n")
    document = open_document(tmp_path)
    with pytest.raises(ConversionError, match="cannot be written into the files"):
        revised(document, evolve(document.portfolio, owners=tuple(reversed(document.portfolio.owners))))


def test_a_byte_order_mark_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfjourneykit: 1\njourneys: [{title: A}]\n")
    document = open_document(path)
    save_document(revised(document, edit.update(document.portfolio, "a", status="in_review")))
    assert path.read_bytes() == b"\xef\xbb\xbfjourneykit: 1\njourneys: [{title: A, status: in_review}]\n"


def test_nothing_to_do_gives_the_document_itself(book: Portfolio) -> None:
    document = _document(TEXT)
    assert revised(document, book) is document


def told(text: str, other: str, after: Portfolio) -> str:
    return revised(document_of(text), after, wordings=[document_of(other)]).text


def test_what_is_new_is_written_as_another_text_has_it() -> None:
    text = "journeykit: 1\nowners:\n  - {id: till, name: Till}\njourneys:\n  - title: I buy\n    stages:\n      - title: Deal\n"
    other = text.replace(
        "{id: till, name: Till}", "{id: till, name: Till}\n  # since May\n  - { id: shop,  name: 'The shop' }   # two people"
    ).replace("title: Deal", 'title: "Deals"\n        touchpoints: [ {title: Pays,  owner: shop} ]')
    assert told(text, other, loads(other)) == other


def test_another_text_has_no_say_in_what_it_says_otherwise() -> None:
    text = "journeykit: 1\njourneys:\n  - title: I buy\n    stages: [{title: Deal, touchpoints: [{title: Pays}]}]\n"
    other = text.replace("Pays", "'Waits', duration: 5 min")
    after = loads(text.replace("Pays", "Pays twice"))
    assert told(text, other, after) == text.replace("Pays", "Pays twice")


def test_words_that_do_not_fit_into_braces_are_written_anew() -> None:
    text = "journeykit: 1\njourneys:\n  - {id: buy, title: I buy}\n"
    other = "journeykit: 1\njourneys:\n  - id: buy\n    title: I buy, you [sell]\n"
    assert told(text, other, loads(other)) == text.replace("I buy", '"I buy, you [sell]"')


def test_json_takes_the_words_of_json() -> None:
    text = '{"journeykit": 1, "owners": [{"id": "till", "name": "Till"}]}'
    other = '{"journeykit": 1, "owners": [{"id": "till", "name": "Till"}, {"id":"shop","name":"Shop"}]}'
    after = revised(document_of(text), loads(other), wordings=[document_of(other)])
    assert after.text == other


ENDS = """\
journeykit: 1
journeys:
  - title: I buy
    stages:
      - title: Learn
        touchpoints:
          - title: Asks
          # end of learn
      - title: Deal
        touchpoints:
          - id: pays
            title: Pays
            tags: [a]
              # of paying
          # end of deal
      # end of the stages
"""
LEARN, DEAL = ENDS[ENDS.index("      - title: Learn") : ENDS.index("      - title: Deal")], ENDS[ENDS.index("      - title: Deal") : -26]


def test_comments_at_the_end_of_something_go_with_it() -> None:
    old = document_of(ENDS)
    assert revised(old, edit.move(old.portfolio, "i-buy/stage:deal", position=0)).text == ENDS.replace(LEARN + DEAL, DEAL + LEARN)
    assert revised(old, edit.remove(old.portfolio, "i-buy/stage:learn")).text == ENDS.replace(LEARN, "")
    assert revised(old, edit.remove(old.portfolio, "i-buy/asks")).text == ENDS.replace(
        "        touchpoints:\n          - title: Asks\n", "", 1
    )
    assert revised(old, edit.update(old.portfolio, "i-buy/pays", title="Pays cash")).text == ENDS.replace("Pays", "Pays cash")
    assert revised(old, edit.update(old.portfolio, "i-buy/pays", tags=["b"])).text == ENDS.replace("[a]", "[b]")
