"""FILES AS PEOPLE KEEP THEM: documents with positions, folders, safe saving.

This room sees the model, formats and editing, and the file system. It may not know how a journey is drawn.
"""

from typing import TYPE_CHECKING

from journeykit.lazily import lazily

from ._document import Document, Readable, document_of, load, loads, open_document
from ._edits import revised, save_document
from ._save import dumps, save, write_file, write_files

if TYPE_CHECKING:
    from ._baseline import Baseline, baseline_of, read_baseline
    from ._checking import check, place_of
    from ._configuration import Configuration, find_configuration, read_configuration
    from ._fixes import FIXABLE, PROPOSED, Fixed, fixed
    from ._mending import Mended, mended
    from ._merge_text import MergedText, merge_texts

__all__ = [
    "FIXABLE",
    "PROPOSED",
    "Baseline",
    "Configuration",
    "Document",
    "Fixed",
    "Mended",
    "MergedText",
    "Readable",
    "baseline_of",
    "check",
    "document_of",
    "dumps",
    "find_configuration",
    "fixed",
    "load",
    "loads",
    "mended",
    "merge_texts",
    "open_document",
    "place_of",
    "read_baseline",
    "read_configuration",
    "revised",
    "save",
    "save_document",
    "write_file",
    "write_files",
]


_LATER = {  # what loads comparison or rules, which reading and saving do not need
    "_baseline": "Baseline baseline_of read_baseline",
    "_checking": "check place_of",
    "_configuration": "Configuration find_configuration read_configuration",
    "_fixes": "FIXABLE PROPOSED Fixed fixed",
    "_mending": "Mended mended",
    "_merge_text": "MergedText merge_texts",
}
_HOMES = {name: home for home, names in _LATER.items() for name in names.split()}

__getattr__ = lazily(__name__, _HOMES)
