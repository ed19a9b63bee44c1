"""JSON to plain data with the fast parser; duplicate keys and numbers that are none are refused."""

import json
from typing import Any

from journeykit.errors import Problem, shown

from ._fault import Fault, FaultsError, Mark
from ._scan import JsonTree
from ._text import control

__all__ = ["parse_json"]

_HINTS = (
    ("Expecting property name enclosed in double quotes", "Here should be a key in double quotes.", "is there a comma too many, or single quotes?"),
    ("Expecting ',' delimiter", "Here should be a comma or the end of a list or object.", "add ',' or close the bracket"),
    ("Expecting ':' delimiter", "Here should be a ':'.", "add ':' between key and value"),
    ("Expecting value", "Here should be a value.", "texts need double quotes; JSON has no comments and no trailing commas"),
    ("Unterminated string", "A text is opened and never closed.", "add the closing double quote"),
    ("Invalid control character", "A text runs over the end of its line.", "write \\n for a line break"),
    ("Invalid \\", "A text holds an escape that does not exist.", "write \\\\ for a backslash"),
    ("Illegal trailing comma", "There is a comma too many.", "delete it"),
    ("Extra data", "The file goes on after its end.", "delete what follows the last bracket"),
)  # fmt: skip


class _DoubtfulError(Exception):
    """A duplicate key, NaN or an infinite number: the slow way says where."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _DoubtfulError
    return made


def _no_number(_word: str) -> Any:
    raise _DoubtfulError


def parse_json(text: str) -> tuple[Any, JsonTree, list[Fault]]:
    """Plain data (the first of two equal keys counts), the tree that knows where everything stands, and faults that leave the rest readable.

    Raises:
        FaultsError: no JSON, or nesting that is too deep.
    """
    tree = JsonTree(text)
    if not text.strip():
        raise FaultsError(
            [Fault(Problem("The file is empty.", expected="journeys", hint='begin with {"journeykit": 1}'), mark=Mark(1, 1, 0))]
        )
    faults: list[Fault] = []
    try:
        data = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise FaultsError([_syntax(text, error)]) from error
    except RecursionError:
        raise FaultsError(tree.faults()) from None
    except (_DoubtfulError, ValueError):
        data, faults = json.loads(text, object_pairs_hook=_first_counts, parse_int=_int), tree.faults()
    if "\\" in text:
        faults += tree.matching(control(), "A text holds the control character {}.")
    return data, tree, faults


def _first_counts(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        made.setdefault(key, value)
    return made


def _int(digits: str) -> float:
    return int(digits) if len(digits) < 4_000 else float(digits)


def _syntax(text: str, error: json.JSONDecodeError) -> Fault:
    meaning, hint = next(((meaning, hint) for part, meaning, hint in _HINTS if error.msg.startswith(part)), ("The file is no JSON.", ""))
    line = text.split("\n")[error.lineno - 1].strip()
    return Fault(
        Problem(meaning, got=shown(line) if line else "", expected="JSON", hint=hint), mark=Mark(error.lineno, error.colno, error.pos)
    )
