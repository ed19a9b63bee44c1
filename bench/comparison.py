"""`python -m bench.comparison`: what a comparison finds, how long it takes, and beside whom."""

import json
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

import journeykit as jk
from bench.edits import Script, hundred_edits
from bench.maps import portfolio
from bench.recognition import KINDS, recognised
from bench.timing import Contest, run
from journeykit.comparison import Run, Step, apply, compare, conformance, merge

__all__ = ["contests", "facts", "hundred_found"]

_OF_FIELDS = frozenset({"value", "reference", "reading"})


def hundred_found(script: Script) -> tuple[Counter[str], int]:
    """How many of the edits of a script were found under their kind and id, by kind; and how many rows told of an edit that nobody made."""
    told = {
        ("field" if one.kind in _OF_FIELDS else one.kind, row.spot.id)
        for row in compare(script.book, script.made()).rows
        for one in row.changes
    }
    return Counter(kind for kind, _ in script.truth & told), len(told - script.truth)


def _keyed(book: jk.Portfolio) -> dict[str, Any]:
    """Touchpoints by id, by hand: what a general tool needs to see anything."""
    plain = json.loads(jk.dumps(book, "json"))
    held: dict[str, Any] = {}
    for journey in plain["journeys"]:
        for stage in journey.pop("stages"):
            held |= {f"{journey['id']}/{one['id']}": {**one, "stage": stage["id"]} for one in stage["touchpoints"]}
    return held


def _rivals(before: jk.Portfolio, after: jk.Portfolio) -> Iterator[tuple[str, Callable[[], object], float]]:
    """Name, call, and the highest ratio that is good."""
    if find_spec("dictdiffer"):
        import dictdiffer  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: PLC0415  # only where it is installed

        one, other = _keyed(before), _keyed(after)
        yield "dictdiffer, touchpoints keyed by id", lambda: list(dictdiffer.diff(one, other)), 3.0
    if find_spec("deepdiff"):
        import deepdiff  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415  # only where it is installed

        first, second = (json.loads(jk.dumps(book, "json")) for book in (before, after))
        yield "deepdiff, as it comes", lambda: deepdiff.DeepDiff(first, second), 0.1


def _runs(count: int) -> Iterator[Run]:
    """Runs of the planned journey, one after the other: most as planned, some with a step too many or too few."""
    for number in range(count):
        steps = [Step(name) for name in _PLANNED if (number + len(name)) % 29 or name == _PLANNED[0]]
        yield Run(str(number), [*steps, Step("calls for help")] if number % 7 == 0 else steps)


_PLANNED = ("order", "confirmed", "dispatched", "welcome", "sim", "pin", "modem", "install", "invoice")
_PLAN = jk.Journey("I order", form="planned", stages=[jk.Stage("All", [jk.Touchpoint(one.title(), id=one) for one in _PLANNED])])


def peak_of_runs(count: int) -> int:
    """The most memory that so many runs take at once, bytes."""
    tracemalloc.start()
    conformance(_PLAN, _runs(count), keep=0)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def contests() -> Iterator[Contest]:
    """Every contest, made when its turn comes. A rival that is not installed has none."""
    book = portfolio(2000)
    after, other = hundred_edits(book).made(), hundred_edits(book, seed=2).made()
    for name, call, limit in _rivals(book, after):
        yield Contest("compare 2,000 touchpoints, 100 edits", lambda: compare(book, after), name, call, limit=limit)
    yield Contest("merge two times 100 edits", lambda: merge(book, after, other), "compare", lambda: compare(book, after), limit=2.5)
    known = compare(book, after)
    yield Contest("apply 100 edits", lambda: apply(book, known), "compare", lambda: compare(book, after))
    small = portfolio(200)
    edited = hundred_edits(small, share=5).made()
    yield Contest(
        "growth: 2,000 touchpoints in 10 journeys", lambda: compare(book, after), "200 in one", lambda: compare(small, edited), limit=13
    )
    yield Contest(
        "50,000 runs against a plan",
        lambda: conformance(_PLAN, _runs(50_000)),
        "5,000 runs",
        lambda: conformance(_PLAN, _runs(5_000)),
        limit=12,
    )


def facts() -> Iterator[tuple[str, str]]:
    """What is counted: the hundred edits, the recognition of each kind, and the memory of many runs."""
    yield "memory of 500 and of 50,000 runs", f"{peak_of_runs(500) / 1000:.0f} and {peak_of_runs(50_000) / 1000:.0f} kB"
    for name in ("dictdiffer", "deepdiff"):
        if not find_spec(name):
            yield name, "not installed, so not measured"
    for seed in (1, 2, 3):
        found, surplus = hundred_found(hundred_edits(portfolio(2000), seed=seed))
        yield (
            f"of 100 edits found under kind and id, seed {seed}",
            f"{found.total()} ({', '.join(f'{kind} {count}' for kind, count in sorted(found.items()))}), {surplus} more told",
        )
    for how, fuzzy in (("lineage", True), ("lineage", False), ("ids", True), ("ids", False), ("similarity", True)):
        scores = recognised(how, seeds=range(100, 110), fuzzy=fuzzy)
        cells = [f"{kind} {scores[kind].precision:.2f}/{scores[kind].recall:.2f}" for kind in KINDS]
        yield f"precision/recall, 5 % edits, {how}{'' if fuzzy else ', fuzzy off'}", ", ".join(cells)


def main() -> None:
    """Prints the figures."""
    for contest in contests():
        result = run(contest)
        print(
            f"{contest.name}: {result.ours * 1000:.0f} ms; {contest.rival_name}: {result.rival * 1000:.0f} ms; ratio {result.ratio:.2f}, limit {contest.limit}"
        )
    for name, figure in facts():
        print(f"{name}: {figure}")


if __name__ == "__main__":
    main()
