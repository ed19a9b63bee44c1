"""A picture goes to files that mean what it is, all its pages or none."""

from pathlib import Path

import pytest

import journeykit as jk
from journeykit.errors import RenderError
from journeykit.examples import example

BOOK = jk.loads(example("dealership"))


@pytest.mark.parametrize("name", ["x.png", "x.PDF", "x.txt", "x.yaml", "x.json"])
def test_an_ending_that_means_something_else_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(RenderError) as caught:
        jk.render(BOOK).save(tmp_path / name)
    assert "a name that ends in .svg" in str(caught.value)
    with pytest.raises(RenderError):
        jk.render(BOOK, tmp_path / name, format="svg")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["x.SVG", "x", "x.out"])
def test_an_ending_that_means_nothing_else_is_taken(tmp_path: Path, name: str) -> None:
    assert jk.render(BOOK).save(tmp_path / name) == (tmp_path / name,)


def test_pages_are_written_together_or_not_at_all(tmp_path: Path) -> None:
    jk.render(BOOK, tmp_path / "map.svg", paper="a4")
    (tmp_path / "map-1.svg").write_text("of before", encoding="utf-8")
    (tmp_path / "map-2.svg").unlink()
    (tmp_path / "map-2.svg").mkdir()
    names = sorted(one.name for one in tmp_path.iterdir())
    with pytest.raises(OSError, match=r"map-2\.svg"):
        jk.render(BOOK, tmp_path / "map.svg", paper="a4")
    assert (tmp_path / "map-1.svg").read_text(encoding="utf-8") == "of before"
    assert sorted(one.name for one in tmp_path.iterdir()) == names
