"""The contests of the table, and the facts below it."""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count as upwards
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Literal

import journeykit as jk
from bench.imports import import_seconds, modules_loaded
from bench.maps import journey, portfolio
from bench.rivals import json_alone, svgwrite_alone, yaml_alone
from bench.timing import Contest
from journeykit.examples import example
from journeykit.scene import walk

if TYPE_CHECKING:
    from journeykit.model.words import Layer

__all__ = ["contests", "facts"]


def contests() -> Iterator[Contest]:
    """Every contest, made when its turn comes."""
    yield from _imports()
    yield from _loads()
    yield from _drawings()


def _imports() -> Iterator[Contest]:
    def attrs() -> float:
        return import_seconds("import attrs")

    yield Contest("import journeykit", lambda: import_seconds("import journeykit"), "import attrs", attrs, limit=2)
    yield Contest(
        "… and a first class of the model",
        lambda: import_seconds("import journeykit; journeykit.Touchpoint"),
        "import attrs",
        attrs,
        limit=2.5,
    )


def _loading(text: str, syntax: Literal["json", "yaml"]) -> Callable[[], object]:
    return lambda: jk.loads(text, syntax=syntax)


def _parsing(parse: Callable[[str], object], text: str) -> Callable[[], object]:
    return lambda: parse(text)


def _loads() -> Iterator[Contest]:
    for count in (200, 2000):
        book = portfolio(count)
        plain, pretty = jk.dumps(book, "json"), jk.dumps(book)
        yield Contest(f"load {count:,} touchpoints, JSON", _loading(plain, "json"), "json.loads", _parsing(json_alone, plain), limit=8)
        yield Contest(
            f"load {count:,} touchpoints, YAML", _loading(pretty, "yaml"), "yaml.compose, C", _parsing(yaml_alone, pretty), limit=2.5
        )


def elements(map_: jk.Rendering) -> int:
    """How many elements the picture has."""
    return sum(1 for page in map_.scene.pages for _ in walk(page.nodes))


def _drawings() -> Iterator[Contest]:
    for count, detail in ((13, "auto"), (200, "all"), (1300, "all"), (2000, "all"), (2000, "summary")):
        drawn = portfolio(count, per_journey=count).journeys[0]
        size = elements(jk.render(drawn, detail=detail))  # type: ignore[arg-type]
        limit = 3.0 if count == 13 else None
        yield Contest(
            f"{count:,} touchpoints ({detail}) to SVG",
            lambda one=drawn, how=detail: jk.render(one, detail=how),  # type: ignore[misc]
            f"svgwrite alone, {size:,} elements",
            lambda number=size: svgwrite_alone(number),  # type: ignore[misc]
            limit=limit,
        )
    yield from _blueprints()
    small, large = (portfolio(count, per_journey=count).journeys[0] for count in (200, 2000))
    yield Contest(
        "growth: 2,000 touchpoints to SVG",
        lambda: jk.render(large, detail="all"),
        "200 touchpoints",
        lambda: jk.render(small, detail="all"),
        limit=13,
    )


def _blueprints() -> Iterator[Contest]:
    """A blueprint of 60 cards and 90 links: laid out, routed and written; and again, with the routes known."""
    drawn = blueprint_60_90()
    size = elements(jk.render(drawn, view="service-blueprint"))
    yield Contest(
        "blueprint of 60 cards and 90 links to SVG, again",
        lambda: jk.render(drawn, view="service-blueprint"),
        f"svgwrite alone, {size:,} elements",
        lambda: svgwrite_alone(size),
        limit=4.0,
    )
    number = upwards()
    yield Contest(
        "blueprint of 60 cards and 90 links to SVG, each another",
        lambda: jk.render(blueprint_60_90(next(number)), view="service-blueprint"),
        f"svgwrite alone, {size:,} elements",
        lambda: svgwrite_alone(size),
    )


def blueprint_60_90(seed: int = 0) -> jk.Journey:
    """Twelve touchpoints, 48 activities in three layers, 90 links; most tie neighbours together."""
    chance = random.Random(seed)  # noqa: S311  # a picture, not a secret
    steps = [jk.Touchpoint(f"Does step {at + 1}", id=f"t{at}") for at in range(12)]
    stages = [jk.Stage(f"Stage {at + 1}", steps[3 * at : 3 * at + 3], id=f"s{at}") for at in range(4)]
    layers: tuple[Layer, ...] = ("frontstage", "backstage", "support")
    acts = [
        jk.Activity(
            f"Works on step {at % 12 + 1}", id=f"a{at}", layer=layers[at // 16], actor=f"Team {at % 4 + 1}", touchpoints=f"t{at % 12}"
        )
        for at in range(48)
    ]
    column = {one.id: at for at, one in enumerate(steps)} | {one.id: at % 12 for at, one in enumerate(acts)}
    near = [(one, two) for one in column for two in column if one != two and abs(column[one] - column[two]) <= 1]
    kinds = ("message", "supports", "sequence", "handover")
    links = [jk.Link(source=one, target=two, kind=kinds[at % 4]) for at, (one, two) in enumerate(chance.sample(near, 90))]  # type: ignore[arg-type]
    return jk.Journey("I take twelve steps", stages=stages, activities=acts, links=links)


def _whole_process(*arguments: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "map.yaml").write_text(example("dealership"), encoding="utf-8")
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "journeykit", *arguments], cwd=folder, check=True, capture_output=True)
        return time.perf_counter() - start


def facts() -> Iterator[tuple[str, str]]:
    """What is counted, or timed only for orientation: a name and a figure."""
    for statement in ("import journeykit", "import attrs"):
        yield f"modules loaded by `{statement}`", str(modules_loaded(statement))
    times = [_whole_process("render", "map.yaml", "-o", "map.svg") for _ in range(7)]
    yield "whole process, journeykit render map.yaml -o map.svg (limit 0.3 s)", f"{median(times):.3f} s"
    thirteen = journey(13)
    warm = []
    for _ in range(20):
        start = time.perf_counter()
        jk.render(thirteen)
        warm.append(time.perf_counter() - start)
    yield "13 touchpoints to SVG, warm (limit 17 ms)", f"{median(warm) * 1000:.1f} ms"
    yield "peak memory, 1,300 touchpoints drawn whole (limit 300 MB)", _peak()


def _peak() -> str:
    code = (
        "import resource, journeykit as jk; from bench.maps import journey; jk.render(journey(1300), detail='all');"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return f"{done.stdout.strip()} MB"
