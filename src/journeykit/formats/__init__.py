"""MODEL ⇄ TEXT: YAML and JSON, their schema and their older versions.

This room sees the model and texts. It may not know folders, the file system, how a journey is drawn or checked.
"""

from typing import TYPE_CHECKING

from journeykit.lazily import lazily

from ._locate import Position
from ._migrate import VERSION, migrate
from ._parsed import SUFFIXES, Syntax, TextFile, syntax_of
from ._reading import Reading, read, read_all
from ._text import MOST_BYTES

if TYPE_CHECKING:
    from ._conflicts import Region, conflict_regions
    from ._converter import converter
    from ._rewrite import rewritten
    from ._schema import json_schema
    from ._writing import write

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

# What reading a file does not need: cattrs, the parser of YAML, conflicts, schema and writing.
_LATER = {
    "Region": "_conflicts", "conflict_regions": "_conflicts", "converter": "_converter", "json_schema": "_schema", "rewritten": "_rewrite",
    "write": "_writing",
}  # fmt: skip

__getattr__ = lazily(__name__, _LATER)
