"""Values written once are equal, hashed and shown as attrs itself would have them."""

from typing import Any

import pytest
from attrs import field, fields, frozen, make_class
from hypothesis import given
from hypothesis import strategies as st

from journeykit.diagram import Badge, Cell, Item, Mark
from journeykit.record import Record
from journeykit.scene import Circle, Rect


@frozen(kw_only=True, eq=False, repr=False)
class Ours(Record):
    text: str
    number: float = 0.0
    hidden: str = field(default="", repr=False)
    beside: str = field(default="", eq=False)


@frozen(kw_only=True)
class Theirs:
    text: str
    number: float = 0.0
    hidden: str = field(default="", repr=False)
    beside: str = field(default="", eq=False)


@frozen(eq=False, repr=False)
class Nothing(Record):
    pass


@frozen(eq=False, repr=False)
class One(Record):
    it: object


@frozen(kw_only=True, eq=False, repr=False)
class OursAndMore(Ours):
    further: int = 0


given_values = st.fixed_dictionaries(
    {"text": st.sampled_from(["", "a", "'"])},
    optional={"number": st.sampled_from([0.0, 1.0, 1]), "hidden": st.sampled_from(["", "x"]), "beside": st.sampled_from(["", "y"])},
)


@given(given_values, given_values)
def test_as_attrs_has_it(first: dict[str, Any], second: dict[str, Any]) -> None:
    equal = Theirs(**first) == Theirs(**second)
    assert (Ours(**first) == Ours(**second)) is equal
    assert (Ours(**first) != Ours(**second)) is not equal
    if equal:
        assert hash(Ours(**first)) == hash(Ours(**second))
    assert repr(Ours(**first)) == repr(Theirs(**first)).replace("Theirs", "Ours")


def test_another_class_is_never_equal() -> None:
    assert Ours(text="a") != Theirs(text="a")
    assert Ours(text="a") != OursAndMore(text="a")
    assert OursAndMore(text="a") == OursAndMore(text="a")
    assert OursAndMore(text="a") != OursAndMore(text="a", further=1)
    assert Ours(text="a").__eq__("a") is NotImplemented


def test_few_fields() -> None:
    assert Nothing() == Nothing()
    assert repr(Nothing()) == "Nothing()"
    assert len({Nothing(), Nothing(), One(1), One(1), One(2)}) == 3
    with pytest.raises(TypeError, match="unhashable"):
        hash(One([]))


@pytest.mark.parametrize(
    "value",
    [
        Item(text="a", mark=Mark(kind="dot")),
        Cell(start=0, end=1, items=(Item(text="a"),)),
        Badge(text="a"),
        Rect(x=0, y=1, width=2, height=3, dash=(1.0, 2.0)),
        Circle(cx=0, cy=1, r=2),
    ],
)
def test_the_classes_of_pictures(value: Any) -> None:
    given = {one.name: getattr(value, one.name) for one in fields(type(value))}
    twin = make_class(type(value).__name__, [one.name for one in fields(type(value))], frozen=True)
    assert repr(value) == repr(twin(**given))
    assert value == type(value)(**given)
    assert hash(value) == hash(type(value)(**given))
    assert not hasattr(value, "__dict__")
    with pytest.raises(AttributeError):
        value.text = "b"
