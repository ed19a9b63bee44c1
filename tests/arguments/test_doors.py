"""What public functions do with arguments of a wrong type: one error in the house form, before anything else happens."""

import inspect
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Protocol

import pytest

import journeykit
from journeykit.arguments import door
from journeykit.errors import ArgumentError, JourneykitError, ModelError, UnknownNameError, UnknownPlaceError

jk: Any = journeykit  # type checkers would refuse most of what follows
BUY = jk.Journey("I buy", stages=[jk.Stage("Learn", [jk.Touchpoint("Asks", owner="Sales"), jk.Touchpoint("Reads")])])
BOOK = jk.Portfolio.of(BUY)
SAME = jk.compare(BUY, BUY)
WRONG: list[Any] = [None, 3, 1.5, b"x", [], {}, "text", object()]


def calls() -> Iterator[tuple[str, Any]]:
    yield "insert", lambda it: jk.edit.insert(it, jk.Touchpoint("Pays"))
    yield "insert what", lambda it: jk.edit.insert(BUY, it)
    yield "insert before", lambda it: jk.edit.insert(BUY, jk.Touchpoint("Pays"), before=it or [])
    yield "insert position", lambda it: jk.edit.insert(BUY, jk.Touchpoint("Pays"), position="1" if it is None or it == 3 else it)
    yield "move", lambda it: jk.edit.move(it, "asks", position=1)
    yield "move what", lambda it: jk.edit.move(BUY, it, position=1)
    yield "remove", lambda it: jk.edit.remove(it, "asks")
    yield "rename", lambda it: jk.edit.rename(it, "asks", "wants")
    yield "rename what", lambda it: jk.edit.rename(BUY, it, "wants")
    yield "rename kind", lambda it: jk.edit.rename(BUY, "asks", "wants", kind=it or [])
    yield "update", lambda it: jk.edit.update(it, "asks", matters=True)
    yield "compare", lambda it: jk.compare(it, BUY)
    yield "compare with", lambda it: jk.compare(BUY, it)
    yield "compare lens", lambda it: jk.compare(BUY, BUY, lens=it or [])
    yield "compare mapping", lambda it: jk.compare(BUY, BUY, mapping=it or "text")
    yield "compare likeness", lambda it: jk.compare(BUY, BUY, likeness=it or [])
    yield "merge", lambda it: jk.merge(it, BUY, BUY)
    yield "merge theirs", lambda it: jk.merge(BUY, BUY, it)
    yield "apply", lambda it: jk.apply(it, SAME)
    yield "apply what", lambda it: jk.apply(BUY, it)
    yield "dumps", jk.dumps
    yield "dumps syntax", lambda it: jk.dumps(BUY, it)
    yield "save", lambda it: jk.save(it, "never.yaml")
    yield "save where", lambda it: jk.save(BUY, it)
    yield "loads", lambda it: jk.loads(it or [])
    yield "load", lambda it: jk.load(it if it != "text" else [])
    yield "evidence_strength", lambda it: jk.measure.evidence_strength(it or 3)
    yield "thresholds", lambda it: jk.measure.emotion_curve(BUY, thresholds=it)
    yield "select stages", lambda it: BUY.select(stages=it or {})
    yield "select actors", lambda it: BUY.select(actors=it or {})
    yield "select layers", lambda it: BUY.select(layers=it or {})
    yield "select journeys", lambda it: BOOK.select(it or {})
    yield "select of all", lambda it: BOOK.select(stages=it or {})
    yield "stage_of", BUY.stage_of
    yield "by_actor", BOOK.by_actor
    yield "insights_at", lambda it: BOOK.insights_at(it if it is not None else [])
    yield "library", lambda it: jk.Journey("I pay", library=it)
    yield "elements", lambda it: BUY.stages[it if it != 3 else 99]
    for name in ("theme", "view", "lanes", "detail", "language", "paper", "fonts", "font_files", "measurer"):
        yield f"render {name}", lambda it, name=name: jk.render(BUY, **{name: it if it not in (None, [], {}) else object()})
    yield "render", jk.render
    yield "render prefix", lambda it: jk.render(BUY, prefix=it if it not in ("text", None) else 3)
    yield "save picture", lambda it: jk.render(BUY).save(it if it != "text" else 3)


@pytest.mark.parametrize("call", [pytest.param(call, id=name) for name, call in calls()])
def test_a_wrong_argument_is_refused_in_the_house_form(call: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for wrong in WRONG:
        with pytest.raises(JourneykitError) as caught:
            call(wrong)
        assert "  got: " in str(caught.value)
        assert "  expected: " in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [name for name in jk.measure.__all__ if inspect.isfunction(getattr(jk.measure, name))])
def test_every_measure_refuses_what_is_no_journey(name: str) -> None:
    found = getattr(jk.measure, name)
    first = next(iter(inspect.signature(found).parameters))
    if first not in {"journey", "book"}:
        return
    for wrong in (None, 3, "buy.yaml", [BUY]):
        with pytest.raises(ArgumentError, match=rf"^{name}\(\) cannot use what it was given as '{first}'\.") as caught:
            found(wrong)
        assert "a Journey or a Portfolio" in str(caught.value)


def test_the_error_says_what_where_got_expected_and_what_to_do() -> None:
    with pytest.raises(ArgumentError) as caught:
        jk.measure.moments("buy.yaml")
    assert isinstance(caught.value, TypeError)
    assert isinstance(caught.value, ModelError)
    assert str(caught.value) == (
        "moments() cannot use what it was given as 'journey'.\n  where: journey\n  got: 'buy.yaml'\n  expected: a Journey or a Portfolio\n"
        "  hint: journeykit.load(path) reads a portfolio from a file; its journeys are in .journeys"
    )
    with pytest.raises(ArgumentError, match="expected: a text, a list of texts or None"):
        BUY.select(stages=object())


def test_a_name_that_is_none_to_choose_from_is_named_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match=r"There is no along 'tim'(.|\n)*did you mean 'time'\?"):
        jk.measure.emotion_curve(BUY, along="tim")
    with pytest.raises(UnknownNameError, match=r"did you mean 'frontstage'\?"):
        BUY.select(layers="frontstag")
    with pytest.raises(UnknownNameError, match=r"did you mean 'Sales'\?"):
        BUY.select(actors="sals")
    with pytest.raises(UnknownNameError, match=r"There is no stage 'larn'(.|\n)*did you mean 'learn'\?"):
        BOOK.select(stages="larn")
    with pytest.raises(UnknownNameError, match=r"There is no place 'i-buy/aks'(.|\n)*did you mean 'i-buy/asks'\?"):
        BOOK.insights_at("i-buy/aks")


def test_options_of_a_view_are_refused_by_the_signature_of_the_view() -> None:
    with pytest.raises(UnknownNameError, match=r"There is no variant 'efort'(.|\n)*did you mean 'effort'\?"):
        jk.render(BOOK, view="opportunities", variant="efort")
    with pytest.raises(ArgumentError, match=r"cannot use what it was given as 'today'"):
        jk.render(BOOK, view="atlas", today="soon")
    with pytest.raises(UnknownNameError, match="There is no detail 'stages'"):
        jk.render(BUY, detail="stages")
    assert jk.render(BUY, view="service-blueprint", detail="stages").svg


def test_one_lane_needs_no_list() -> None:
    assert jk.render(BUY, lanes="owner").svg == jk.render(BUY, lanes=["owner"]).svg


def test_an_actor_that_takes_no_part_has_an_empty_slice() -> None:
    book = jk.Portfolio.of(BUY)
    book = jk.edit.insert(book, jk.Owner("Finance"))
    assert not book.journeys[0].select(actors="finance").touchpoints


def test_a_position_that_is_not_there_is_an_index_error_too() -> None:
    with pytest.raises(UnknownPlaceError, match="expected: -1 to 0") as caught:
        BUY.stages[1]
    assert isinstance(caught.value, IndexError)
    assert [one.title for one in reversed(BUY.stages)] == ["Learn"]
    assert BUY.touchpoints.index(BUY.touchpoints[1]) == 1


class Reads(Protocol):
    def read(self) -> str: ...


@door
def takes(
    *, number: float = 0, whole: int = 0, pair: tuple[float, str] = (0, ""), words: Sequence[str] = (), table: Mapping[str, int] | None = None,
    which: Literal["a", "b"] = "a", source: Reads | None = None, **more: int,
) -> str:  # fmt: skip
    return "taken"


@pytest.mark.parametrize(
    "given",
    [
        {"number": 1}, {"number": True}, {"whole": 3}, {"pair": (1, "x")}, {"pair": [1.5, "x"]}, {"words": ["a"]}, {"words": ("a", "b")},
        {"table": {"a": 1}}, {"table": None}, {"which": "b"}, {"source": open}, {"other": "anything"},
    ],
)  # fmt: skip
def test_what_the_signature_names_is_taken(given: dict[str, Any]) -> None:
    if "source" in given:
        given = {"source": type("Source", (), {"read": lambda self: ""})()}
    assert takes(**given) == "taken"


@pytest.mark.parametrize(
    "given",
    [
        {"number": "1"}, {"number": 1j}, {"whole": 1.5}, {"pair": (1,)}, {"pair": ("x", 1)}, {"words": "a"}, {"words": [1]}, {"words": b"a"},
        {"words": {"a": 1}}, {"table": [("a", 1)]}, {"which": 1}, {"source": "text"},
    ],
)  # fmt: skip
def test_what_it_does_not_name_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(ArgumentError):
        takes(**given)
