"""The contests of the table, and the facts below it."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count as upwards
from pathlib import Path
from statistics import median
from typing import Literal

import journeykit as jk
from bench.blueprints import tangled, usual
from bench.comparison import contests as comparisons
from bench.imports import import_seconds, modules_loaded
from bench.ink import contests as inks
from bench.maps import journey, portfolio
from bench.processes import contests as processes
from bench.rivals import json_alone, svgwrite_alone, yaml_alone
from bench.timing import Contest
from journeykit.examples import example
from journeykit.handout import hand_outs
from journeykit.scene import walk

__all__ = ["contests", "facts"]


def contests() -> Iterator[Contest]:
    """Every contest, made when its turn comes."""
    yield from _imports()
    yield from _loads()
    yield from _drawings()
    yield from _insights()
    yield from comparisons()
    yield from inks()
    yield from processes()


def _insights() -> Iterator[Contest]:
    """What is found in a portfolio of 200 journeys, against reading it from YAML."""
    book = portfolio(2000, per_journey=10)
    text = jk.dumps(book)
    for what, call in (("all measures", lambda: jk.measure.report(book)), ("all rules", lambda: jk.check(book, profile="management"))):
        yield Contest(f"{what}, 2,000 touchpoints in 200 journeys", call, "load them, YAML", _loading(text, "yaml"), limit=1)
    small = portfolio(200, per_journey=10)
    yield Contest("growth: all measures of 2,000", lambda: jk.measure.report(book), "of 200", lambda: jk.measure.report(small), limit=13)


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
    """60 cards and 90 links: the usual blueprint again, with its routes known, and each another; and each another in a tangle."""
    number = upwards(1)
    drawn: tuple[tuple[str, float, Callable[[], jk.Journey]], ...] = (
        ("again", 4.0, usual),
        ("each another", 4.0, lambda: usual(next(number))),
        ("each another tangle", 6.0, lambda: tangled(next(number))),
    )
    for name, limit, draw in drawn:
        size = elements(jk.render(draw(), view="service-blueprint"))
        yield Contest(
            f"blueprint, 60 cards, 90 links to SVG, {name}",
            lambda journey=draw: jk.render(journey(), view="service-blueprint"),  # type: ignore[misc]
            f"svgwrite alone, {size:,} elements",
            lambda number=size: svgwrite_alone(number),  # type: ignore[misc]
            limit=limit,
        )


def facts() -> Iterator[tuple[str, str]]:
    """What is counted, or timed only for orientation: a name and a figure."""
    for statement in ("import journeykit", "import attrs"):
        yield f"modules loaded by `{statement}`", str(modules_loaded(statement))
    thirteen = journey(13)
    warm = []
    for _ in range(20):
        start = time.perf_counter()
        jk.render(thirteen)
        warm.append(time.perf_counter() - start)
    yield "13 touchpoints to SVG, warm (limit 17 ms)", f"{median(warm) * 1000:.1f} ms"
    dealership = jk.loads(example("dealership"))
    start = time.perf_counter()
    count = len(list(hand_outs(dealership)))
    yield f"hand-out set of the dealership, {count} pictures (limit 3 s)", f"{time.perf_counter() - start:.2f} s"
    yield "peak memory, 1,300 touchpoints drawn whole (limit 300 MB)", _peak()


def _peak() -> str:
    """Of a process of its own, from what the kernel counted for it: what `resource` says there begins with the size of this one."""
    code = (
        "import journeykit as jk; from bench.maps import journey; jk.render(journey(1300), detail='all');"
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    if not Path("/proc/self/status").exists():
        return "not measured on this system"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return f"{int(done.stdout) // 1024} MB"
