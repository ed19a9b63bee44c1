"""The page of concepts is made from the functions that exercise them."""

import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

import journeykit
from journeykit import model
from journeykit.formats import json_schema

if TYPE_CHECKING:
    from tests.concepts.concept import Concept

_ROOT = Path(__file__).parents[2]
_PAGES = {"lane": "lanes.md", "profile": "rules/index.md"}
_SECTIONS = {"command": "command-line.md", "lens": "changes.md", "view": "views.md"}


def table_of_concepts() -> "tuple[Concept, ...]":
    """The concepts, from the tests of this project."""
    sys.path.insert(0, str(_ROOT))
    try:
        from tests.concepts import TABLE  # noqa: PLC0415  # found only once the path is set
    finally:
        sys.path.remove(str(_ROOT))
    return TABLE


def _linked(name: str) -> str:
    """What carries a concept, with a link to where it is described."""
    kind, _, rest = name.partition(" ")
    if rest:
        return f"{kind} [`{rest}`]({_PAGES[kind] if kind in _PAGES else f'{_SECTIONS[kind]}#{rest}'})"
    if name[3:4] == "-":
        return f"[{_whole(name)}](#rule-{name.lower()})"
    owner, _, member = name.partition(".")
    if owner == "measure":
        return f"[`measure.{member}`](measures.md#{member})"
    cls = getattr(model, owner, None)
    if cls is None or (member and member not in {one.alias for one in attrs.fields(cls)}):
        return f"{{py:obj}}`{name} <journeykit.{name}>`"
    if owner in json_schema()["definitions"] or cls is journeykit.Portfolio:
        return f"[`{name}`](#format-{owner.lower()})"
    return f"{{py:obj}}`{name} <journeykit.{owner}>`"


def _whole(code: str) -> str:
    """No line ends inside of it; word joiners are no letters to whoever searches the page."""
    return code.replace("-", "\u2060-\u2060")


def concepts() -> str:
    """A table for each article: code, concept, what carries it."""
    parts = []
    for title, held in groupby(table_of_concepts(), key=lambda one: _title(one.code)):
        rows = [f"| {_whole(one.code)} | {one.meaning} | {', '.join(map(_linked, one.carried_by))} |" for one in held]
        parts.append("\n".join((f"## {title}", "", "| Code | Concept | Carried by |", "| --- | --- | --- |", *rows, "")))
    return "\n".join(parts)


_TITLES = {
    "000": "Six steps, from the stakeholder map to the blueprint",
    "001": "What a map is, and how it is filled",
    "002": "Lifecycle maps: today and tomorrow",
    "003": "Journey management",
    "004": "Needs, interactions and opinion",
}


def _title(code: str) -> str:
    return _TITLES[code.partition("-")[0]]
