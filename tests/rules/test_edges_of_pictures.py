"""Rules of pictures and what is printed of findings, exactly at their thresholds."""

from typing import Any

import pytest
from attrs import evolve

import journeykit as jk
from journeykit.model import Emotion, Journey, Stage, Touchpoint
from journeykit.rules import check, grouped, statistics
from journeykit.scene import Circle, Group, Page, Path, Scene, Text


def of(*steps: Touchpoint, **fields: Any) -> Journey:
    return Journey("I do", stages=[Stage("All", steps)], **fields)


def found(what: Any, code: str) -> list[str]:
    return [one.message for one in check(what, select=[code]) if one.code == code]


# ------------------------------------------------------------------------------------------------------- honest curves
def _map(basis: Any) -> Journey:
    return of(
        Touchpoint("A", emotion=Emotion(1, basis=basis, n=9)), Touchpoint("B"), Touchpoint("C", emotion=Emotion(-1, basis=basis, n=9))
    )


@pytest.mark.parametrize("basis", ["assumed", "derived", "intended", "measured"])
def test_drawn_curves_are_honest(basis: Any) -> None:
    assert found(jk.render(_map(basis)), "ACC-08") == []


def _filled(node: Any) -> Any:
    if isinstance(node, Group):
        return evolve(node, children=tuple(_filled(one) for one in node.children))
    return evolve(node, fill="#08408B") if isinstance(node, Circle) else node


@pytest.mark.parametrize(("basis", "amount"), [("assumed", 2), ("derived", 2), ("measured", 0)])
def test_a_full_marker_of_what_nobody_felt_is_an_error(basis: Any, amount: int) -> None:
    drawn = jk.render(_map(basis))
    pages = tuple(evolve(page, nodes=tuple(map(_filled, page.nodes))) for page in drawn.scene.pages)
    assert len(found(evolve(drawn, scene=evolve(drawn.scene, pages=pages)), "ACC-08")) == amount


def _scene(path: str, *, gap: float = 120) -> Scene:
    def reading(x: float, y: float) -> Group:
        return Group(
            role="listitem",
            label="+1",
            source="journeys['i'].touchpoints['a'].emotions[0]",
            children=(Circle(cx=x, cy=y, r=5, fill="#08408B"),),
        )

    bracket = Group(role="listitem", label="no reading", children=(Path(d=f"M {gap - 40} 80 L {gap + 40} 80", stroke="#767676"),))
    lane = Group(role="list", label="Feels", children=(reading(20, 30), reading(220, 50), bracket))
    return Scene(title="M", pages=(Page(width=300, height=100, background="#FFFFFF", nodes=(Path(d=path, stroke="#1A1A1A"), lane)),))


@pytest.mark.parametrize(
    ("path", "amount"),
    [
        ("M 20 30 L 220 50", 1),
        ("M 0 30 L 300 30", 0),
        ("M 20 30 L 100 40", 0),
        ("M 20 70 L 220 90", 0),
        ("M 22 30 L 218 50", 1),
        ("M 26 30 L 220 50", 0),
    ],
)
def test_lines_across_gaps(path: str, amount: int) -> None:
    assert len(found(_scene(path), "ACC-08")) == amount


def test_a_gap_beside_the_line_is_none() -> None:
    assert found(_scene("M 20 30 L 220 50", gap=270), "ACC-08") == []


# ------------------------------------------------------------------------------------------- paper, words and contrast
def test_paper_is_judged_in_points() -> None:
    def page(size: float, **given: Any) -> int:
        text = Text(x=5, y=20, text="Waits", width=30, size=size, fill="#1A1A1A")
        held = Scene(title="M", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=(text,), **given),))
        return len(found(held, "ACC-06"))

    millimetres = 100 / 72 * 25.4  # one point for each px
    assert [page(11), page(10.9)] == [0, 1]
    assert [page(7, paper=(millimetres, 50.0)), page(6.9, paper=(millimetres, 50.0))] == [0, 1]


def test_each_missing_word_of_a_picture_is_named() -> None:
    bare = Scene(title="M", pages=(Page(width=9, height=9, background="#FFFFFF", nodes=()),))
    assert found(bare, "ACC-04") == ['The picture "M" has no description, no table.']
    drawn = jk.render(of(Touchpoint("A")))
    assert found(drawn, "ACC-04") == []
    naked = drawn.data.replace(b"<title", b"<other").replace(b"role=", b"part=")
    assert found(evolve(drawn, pages=(naked,)), "ACC-04")[0].endswith("has no title element, no role.")


@pytest.mark.parametrize(("size", "weight", "amount"), [(24, 400, 0), (23.9, 400, 1), (18.66, 700, 0), (18.6, 700, 1), (18.66, 400, 1)])
def test_large_text_may_be_fainter(size: float, weight: Any, amount: int) -> None:
    text = Text(x=5, y=20, text="Waits", width=30, size=size, weight=weight, fill="#808080")  # 3.9 to 1 on white
    held = Scene(title="M", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=(text,)),))
    assert len(found(held, "ACC-01")) == amount


# ------------------------------------------------------------------------------------------------------- what is printed
def test_groups_stand_worst_first() -> None:
    report = check(of(Touchpoint("Website"), critical_moment="website"), profile="workshop")
    heads = [line.split()[0] for line in grouped(report).splitlines() if line.startswith(("error", "warning", "info"))]
    assert heads == sorted(heads, key=["error", "warning", "info"].index)
    assert "\x1b[33mwarning\x1b[0m \x1b[1mCOM-01\x1b[0m" in grouped(report, colour=True)
    assert "\x1b" not in grouped(report)


def test_statistics_stand_in_columns() -> None:
    report = check(of(*(Touchpoint(f"Website {at}") for at in range(12))), profile="workshop")
    rows = statistics(report).splitlines()[:-1]
    assert len({row.index(row.split()[1]) for row in rows}) == 1
    assert len({row.index(row.split()[3], 12) for row in rows}) == 1
