"""What the YAML parser complains of, in words that help whoever wrote the file."""

import re
from typing import Any

import yaml

from journeykit.errors import Problem, shown

from ._fault import Fault, Mark

__all__ = ["syntax_fault"]

# What the parser says (a part of it), what that means, what to do. The first match counts.
_MEANINGS: tuple[tuple[str, str, str], ...] = (
    ("tab character", "A tab stands where only spaces may.", "indent with spaces"),
    ("undefined alias", "An alias has no anchor.", "put text that begins with '*' in quotes, or add the anchor"),
    ("second occurrence", "An anchor stands here twice.", "give the second one another name"),
    ("another document", "The file holds several YAML documents.", "delete the line '---', or write one file for each in one folder"),
    ("undefined tag handle", "The file uses a YAML tag.", "put text that begins with '!' in quotes"),
    ("could not find expected ':'", "A line is neither 'key: value' nor an entry of a list.", "is there a ':' with a space behind it?"),
    ("mapping values are not allowed", "A ':' stands where none may.", "put text that holds ': ' in quotes, and check the indentation of this line"),
    ("block sequence entries are not allowed", "A '- ' stands where none may.", "begin the list on a new line"),
    ("did not find expected ',' or ']'", "A list in brackets is not closed, or lacks a comma.", "add ',' or ']'"),
    ("did not find expected ',' or '}'", "A mapping in braces is not closed, or lacks a comma.", "add ',' or '}'"),
    ("unexpected end of stream", "A quote is opened and never closed.", "add the closing quote"),
    ("cannot start any token", "A text begins with a character that YAML keeps for itself.", "put the text in quotes"),
    ("unknown escape character", "A text in double quotes holds an escape that does not exist.", "write '\\\\' for a backslash, or use single quotes"),
    ("did not find expected '-' indicator", "A list is followed by something that is no entry of it.", "begin the line with '- ', or indent it differently"),
    ("did not find expected key", "A line is indented differently from its neighbours.", "give it as many spaces as the lines above"),
    ("expected node content", "Something is missing here.", "is there a comma too many?"),
)  # fmt: skip


_TAB = re.compile(r"^ *\t", re.MULTILINE)


def syntax_fault(text: str, error: yaml.YAMLError) -> Fault:
    """The one place at which the parser gave up."""
    said = (
        " ".join(str(one) for one in (getattr(error, "context", None), getattr(error, "problem", None)) if one)
        or str(error).splitlines()[0]
    )
    meaning, hint = next(
        ((meaning, hint) for part, meaning, hint in _MEANINGS if part in said),
        ("The file is no YAML.", "check the quotes and the indentation here"),
    )
    mark = _mark(text, error, said)
    if "cannot start any token" in said and text.startswith("\t", mark.offset) and not text[: mark.offset].rpartition("\n")[2].strip():
        _, meaning, hint = _MEANINGS[0]
    line = text.split("\n")[mark.line - 1].rstrip("\r") if mark.line <= text.count("\n") + 1 else ""
    return Fault(Problem(meaning, got=shown(line.strip()) if line.strip() else "", expected="YAML", hint=hint), mark=mark)


def _mark(text: str, error: Any, said: str) -> Mark:
    """Where it went wrong; what is never closed is shown where it is opened."""
    opened = any(one in said for one in ("end of stream", "could not find expected ':'", "tab character")) or ("' or '" in said)
    mark = (getattr(error, "context_mark", None) if opened else None) or getattr(error, "problem_mark", None)
    if mark is None:
        return Mark(1, 1, 0)
    if "tab character" in said:
        indented = _TAB.search(text, mark.index)  # one that stands inside of a line does no harm
        tab = indented.end() - 1 if indented else text.find("\t", mark.index)
        if tab >= 0:
            return Mark(text.count("\n", 0, tab) + 1, tab - text.rfind("\n", 0, tab), tab)
    return Mark(mark.line + 1, mark.column + 1, mark.index)
