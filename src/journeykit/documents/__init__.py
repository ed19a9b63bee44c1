"""FILES AS PEOPLE KEEP THEM: documents with positions, folders, safe saving.

This room sees the model, formats and editing, and the file system. It may not know how a journey is drawn.
"""

from ._document import Document, Readable, document_of, load, loads, open_document
from ._save import dumps, save, write_file

__all__ = ["Document", "Readable", "document_of", "dumps", "load", "loads", "open_document", "save", "write_file"]
