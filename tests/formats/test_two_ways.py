"""The quick way and the way that finds all faults read alike, and no data whatever breaks either."""

import copy
import json
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from journeykit.errors import FileError
from journeykit.formats import read, write
from journeykit.formats._faulty import collected
from journeykit.formats._parsed import TextFile, parsed
from journeykit.formats._reading import _quick
from journeykit.model import Portfolio
from journeykit.testing import portfolios

JSONISH = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 3000) | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=4)
    | st.sampled_from(["41 %", "20 min", "2025", "2025-06", "1 EUR", "pain", "before", "customer", "x/y"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "title", "text", "name", "kpi", "at", "value", "before", "valence", "x"]), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip


def both_ways(data: dict[str, Any]) -> tuple[Portfolio | None, Portfolio | FileError]:
    files = (parsed(TextFile(json.dumps(data), "x.json")),)
    quick = _quick(files)
    try:
        return quick, collected(files)
    except FileError as error:
        return quick, error


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for name, one in inner for place in places(one, (*path, name)))]


@settings(max_examples=80, deadline=None)
@given(portfolios(), JSONISH, st.integers(0, 2**32), st.sampled_from(["put", "rename", "drop", "double"]))
def test_a_change_anywhere_is_read_alike_or_reported_with_a_position(book: Portfolio, value: Any, seed: int, how: str) -> None:
    data = json.loads(write(book, "json"))
    found = [path for path in places(data)[1:] if path != ("journeykit",)]
    assume(found)
    path = found[seed % len(found)]
    changed = copy.deepcopy(data)
    holder = changed
    for one in path[:-1]:
        holder = holder[one]
    if how == "put":
        holder[path[-1]] = value
    elif how == "double" and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[path[-1]]))
    elif how == "rename" and isinstance(holder, dict):
        holder[str(path[-1])[:-1] + "q"] = holder.pop(path[-1])
    else:
        del holder[path[-1]]
    quick, slow = both_ways(changed)
    if quick is not None:
        assert slow == quick
    elif isinstance(slow, FileError):
        assert slow.problems
        for problem in slow.problems:
            assert problem.location.startswith("x.json:"), str(problem)
            assert problem.hint, str(problem)
            assert problem.message.endswith("."), str(problem)
    else:
        pytest.fail(f"only the quick way refuses {path}")


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["title", "owners", "kpis", "journeys", "journey", "extra", "check", "personas", "measurements", "x"]),
        JSONISH,
        max_size=4,
    )
)
def test_any_data_is_a_portfolio_or_a_list_of_problems(data: dict[str, Any]) -> None:
    quick, slow = both_ways({"journeykit": 1, **data})
    assert quick is None or slow == quick
    assert quick is not None or isinstance(slow, FileError)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60) | st.binary(max_size=40) | st.text("{}[]:,-\n\t '\"&*!|>#%ab1~?", max_size=30))
def test_any_text_is_a_portfolio_or_a_list_of_problems(text: str | bytes) -> None:
    for syntax in ("yaml", "json", None):
        found = _tried(text, syntax)
        assert isinstance(found, Portfolio) or all(problem.location for problem in found.problems)


def _tried(text: str | bytes, syntax: Any) -> Portfolio | FileError:
    try:
        return read(text, syntax=syntax).portfolio
    except FileError as error:
        return error
