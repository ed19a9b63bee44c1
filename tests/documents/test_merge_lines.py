"""Three texts merged line by line."""

import subprocess
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit.documents._merge_lines import equal_lines, merged_lines, pick

LINES = st.lists(st.sampled_from("abcdefgh"), max_size=12)


@given(LINES, LINES)
def test_equal_lines_are_equal_and_in_order(one: list[str], other: list[str]) -> None:
    pairs = equal_lines(one, other)
    assert all(one[first] == other[second] for first, second in pairs)
    assert all(first[0] < second[0] and first[1] < second[1] for first, second in pairwise(pairs))
    assert len(equal_lines(one, one)) == len(one)


@given(LINES, LINES)
def test_a_side_that_did_nothing_gives_way(base: list[str], side: list[str]) -> None:
    for ours, theirs in ((base, side), (side, base), (side, side)):
        chunks = merged_lines(base, ours, theirs)
        assert not any(one.is_conflict for one in chunks)
        assert pick(chunks) == pick(chunks, both=True) == side


@given(LINES, LINES, LINES)
def test_sides_are_alike(base: list[str], ours: list[str], theirs: list[str]) -> None:
    one, other = merged_lines(base, ours, theirs), merged_lines(base, theirs, ours)
    assert [(part.ours, part.theirs) for part in one] == [(part.theirs, part.ours) for part in other]


@given(st.data())
@settings(max_examples=40)
def test_clean_merges_are_those_of_git(data: st.DataObject) -> None:
    base = [f"{place} {data.draw(st.sampled_from('abc'))}" for place in range(12)]
    sides = []
    for name in ("ours", "theirs"):
        side = list(base)
        for _ in range(data.draw(st.integers(0, 2))):
            side[data.draw(st.integers(0, len(side) - 1))] = name
        sides.append(side)
    chunks = merged_lines(base, sides[0], sides[1])
    names = ["ours", "base", "theirs"]
    with TemporaryDirectory() as folder:
        for name, lines in zip(names, (sides[0], base, sides[1]), strict=True):
            Path(folder, name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        done = subprocess.run(["git", "merge-file", "-p", *names], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        assert not any(one.is_conflict for one in chunks)
        assert "".join(f"{line}\n" for line in pick(chunks)) == done.stdout


def test_two_additions_at_one_place_are_both_kept_where_both_are_wanted() -> None:
    chunks = merged_lines(["a"], ["a", "x"], ["a", "y"])
    assert pick(chunks) == ["a", "x"]
    assert pick(chunks, both=True) == ["a", "x", "y"]


def test_a_long_change_is_one_change() -> None:
    base = [str(one) for one in range(2000)]
    ours = [f"x{one % 3}" for one in range(2000)]
    assert pick(merged_lines(base, ours, base)) == ours


def test_a_comment_here_and_what_stands_before_it_there() -> None:
    chunks = merged_lines(["a: 1  # one"], ["a: 1  # two"], ["a: 2  # one"])
    assert pick(chunks) == ["a: 1  # two"]
    assert pick(chunks, both=True) == ["a: 2  # two"]
    assert pick(merged_lines(["a: 1"], ["a: 1  # two"], ["a: 2"]), both=True) == ["a: 2  # two"]
    assert pick(merged_lines(["a: 1"], ["a: 3"], ["a: 2  # two"]), both=True) == ["a: 3  # two"]
