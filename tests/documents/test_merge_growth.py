"""The work of putting comments back grows with the text, not with its square. Steps are counted: no clock is asked."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from journeykit.documents import merge_texts
from journeykit.documents._merge_notes import notes_of
from journeykit.documents._merge_outline import Outline

HEAD = "journeykit: 1\nowners: {shop: Shop}\njourneys:\n  - id: a\n    title: A\n    stages:\n"
STAGE = "      - title: S{at}\n        touchpoints:\n          - title: T{at}\n            owner: shop\n"
KINDS = {
    "parted": "      # part {at}\n\n" + STAGE,
    "closing": STAGE + "            # end {at}\n",
    "above": "      # part {at}\n" + STAGE,
}


def steps(made: Callable[[], object]) -> int:
    count = 0

    def counted(_frame: FrameType, _event: str, _arg: object) -> Any:
        nonlocal count
        count += 1
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        made()
    finally:
        sys.settrace(before)
    return count


def versions(kind: str, size: int, *, is_emptied: bool) -> tuple[str, str, str]:
    """A text with many comments; one side added some and took others out, the other did something else, or removed nearly all."""
    text = HEAD + "".join(KINDS[kind].format(at=at) for at in range(size))
    ours = text.replace("# part 1", "# section 1").replace("# end 1", "# ending 1")
    theirs = HEAD + STAGE.format(at="first") if is_emptied else text.replace("title: T3\n", "title: T3 now\n            id: t3\n")
    return text, ours, theirs


@pytest.mark.parametrize("is_emptied", [False, True])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_four_times_the_comments_are_four_times_the_work(kind: str, *, is_emptied: bool) -> None:
    few, many = (versions(kind, size, is_emptied=is_emptied) for size in (30, 120))
    merge_texts(*few)  # what a process makes once is made before counting
    assert steps(lambda: merge_texts(*many)) <= 5 * steps(lambda: merge_texts(*few))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_a_comment_stands_at_is_found_without_a_look_at_everything(kind: str) -> None:
    few, many = (Outline(versions(kind, size, is_emptied=False)[0]) for size in (30, 120))
    assert steps(lambda: notes_of(many)) <= 4.5 * steps(lambda: notes_of(few))
