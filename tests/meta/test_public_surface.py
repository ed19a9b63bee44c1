"""Names and signatures that users see change only on purpose: `make goldens` accepts, the diff shows what."""

from collections.abc import Callable
from types import ModuleType

import pytest
from attrs import frozen

import journeykit
from tests.meta.surface import surface

MOST_NAMES = 60


def test_the_public_surface_is_what_was_agreed(golden: Callable[[str, str], None]) -> None:
    golden("public_surface.txt", surface(journeykit))


def test_there_are_at_most_sixty_names_and_each_once() -> None:
    assert len(set(journeykit.__all__)) == len(journeykit.__all__) <= MOST_NAMES


def test_dir_offers_the_public_names_to_editors() -> None:
    assert set(journeykit.__all__) <= set(dir(journeykit))


@frozen
class Cup:
    """A value."""

    colour: str
    size: int = 3

    def fill(self, *, to: float = 1.0) -> "Cup":
        return self

    @property
    def is_full(self) -> bool:
        return False


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    made = ModuleType("made")
    monkeypatch.setattr(Cup, "__module__", "journeykit.model")
    vars(made).update(__all__=["Cup", "wash", "LIMIT"], Cup=Cup, LIMIT=3, wash=lambda cup, /, *, hot=True: cup)
    return made


def test_the_surface_names_fields_members_and_signatures(module: ModuleType) -> None:
    assert surface(module).splitlines() == [
        "class Cup()(colour: str, size: int = 3) -> None",
        "    colour: str",
        "    size: int",
        "    fill(self, *, to: float = 1.0) -> 'Cup'",
        "    is_full: property → bool",
        "LIMIT: int",
        "wash(cup, /, *, hot=True)",
    ]
