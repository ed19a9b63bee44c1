"""One file as plain data."""

import json
from typing import Any, Final

from attrs import field, frozen

from journeykit.record import Record

from ._fault import Fault, FaultsError, Tree
from ._parser import Syntax, parser_of
from ._text import decoded

__all__ = ["SUFFIXES", "Parsed", "Syntax", "TextFile", "parsed", "syntax_of"]

SUFFIXES: Final[dict[str, Syntax]] = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}
"""Which endings of file names mean which syntax."""

_MARKERS = ("<<<<<<<", ">>>>>>>")


@frozen(eq=False, repr=False)
class TextFile(Record):
    """The content of one file. `name` appears in messages."""

    content: str | bytes
    name: str = "<text>"
    syntax: Syntax | None = None


@frozen(eq=False, repr=False)
class Parsed(Record):
    """One file as plain data. `data` is None where it could not be parsed."""

    name: str
    text: str
    syntax: Syntax
    data: Any
    tree: Tree | None = field(repr=False)
    faults: tuple[Fault, ...]


def syntax_of(name: str, text: str) -> Syntax:
    """The syntax of a file: by the ending of its name, else by how it begins."""
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    return SUFFIXES.get(ending) or ("json" if text.lstrip()[:1] in {"{", "["} and _is_json(text) else "yaml")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _refuse_conflicts(text: str, syntax: Syntax) -> None:
    """What a merge left for a person to decide is explained as that, not as bad syntax."""
    from ._conflicts import conflict_faults  # noqa: PLC0415  # loaded only where there seems to be a conflict

    if faults := conflict_faults(text, syntax):
        raise FaultsError(faults)


def parsed(file: TextFile) -> Parsed:
    """One file as plain data."""
    text, syntax = "", file.syntax or "yaml"
    try:
        text = decoded(file.content)
        syntax = file.syntax or syntax_of(file.name, text)
        if any(one[0] in text and one in text for one in _MARKERS):  # a search for one character costs next to nothing
            _refuse_conflicts(text, syntax)
        data, tree, faults = parser_of(syntax)(text)
    except FaultsError as error:
        return Parsed(file.name, text, syntax, None, None, error.faults)
    return Parsed(file.name, text, syntax, data, tree, tuple(faults))
