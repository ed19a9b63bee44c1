"""MODEL ⇄ TEXT: YAML and JSON, their schema and their older versions.

This room sees the model and texts. It may not know folders, the file system, how a journey is drawn or checked.
"""

from typing import TYPE_CHECKING, Any

from ._locate import Position
from ._migrate import VERSION, migrate
from ._parsed import SUFFIXES, Syntax, TextFile, syntax_of
from ._reading import Reading, read, read_all
from ._schema import json_schema
from ._text import MOST_BYTES
from ._writing import write

if TYPE_CHECKING:
    from ._conflicts import Region, conflict_regions
    from ._converter import converter
    from ._rewrite import rewritten

__all__ = [
    "MOST_BYTES",
    "SUFFIXES",
    "VERSION",
    "Position",
    "Reading",
    "Region",
    "Syntax",
    "TextFile",
    "conflict_regions",
    "converter",
    "json_schema",
    "migrate",
    "read",
    "read_all",
    "rewritten",
    "syntax_of",
    "write",
]


def __getattr__(name: str) -> Any:
    if name == "converter":  # loads cattrs, which nothing else here needs
        from ._converter import converter  # noqa: PLC0415

        return converter
    if name == "rewritten":  # loads the parser of YAML, which JSON does not need
        from ._rewrite import rewritten  # noqa: PLC0415

        return rewritten
    if name in {"Region", "conflict_regions"}:  # files with conflicts are rare
        from . import _conflicts  # noqa: PLC0415

        return getattr(_conflicts, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
