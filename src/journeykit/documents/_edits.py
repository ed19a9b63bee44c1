"""Edits of files that keep their comments and their layout."""

import os
from collections.abc import Sequence
from pathlib import Path

from journeykit.model import Portfolio

from ._document import Document
from ._save import write_file

__all__ = ["revised", "save_document"]


def revised(document: Document, after: Portfolio, *, whole: bool = True, wordings: Sequence[Document] = ()) -> Document:
    r"""The document whose texts say `after`: only what changed is written anew, all other text stays, letter for letter.

    Comments go with what they stand at: lines directly above an entry, the comment behind it and those below it that stand further to the
    right move with it and go with it; comments that a blank line parts from the entry below them stay where they are. Reading the new texts gives exactly `after`.

    Args:
        document: a portfolio and its texts; of one file or of several.
        after: what the texts shall say, mostly made from `document.portfolio` by `journeykit.edit`, `merge` or `apply`.
        whole: where it cannot be done in place, also a whole file may be written anew, below the comment that it begins with.
        wordings: other documents; what is new is written as one of them has it, where it says the same.

    Raises:
        ConversionError: `after` holds what no file can hold, or what these files together cannot say; or it takes a whole file,
            and `whole` is not given.

    Example:
        >>> from journeykit import edit
        >>> from journeykit.documents import document_of
        >>> old = document_of("journeykit: 1\njourneys:\n  - title: I pay  # said Ana\n    type: use\n")
        >>> print(revised(old, edit.update(old.portfolio, "i-pay", type="renewal")).text)
        journeykit: 1
        journeys:
          - title: I pay  # said Ana
            type: renewal
        <BLANKLINE>
    """
    from journeykit.formats import rewritten  # noqa: PLC0415  # only where something is written

    reading = rewritten(document._reading, after, whole=whole, wordings=[one._reading for one in wordings])  # noqa: SLF001  # the room's own class
    return document if reading is document._reading else Document(reading)  # noqa: SLF001


def save_document(document: Document, before: Document | None = None) -> tuple[str, ...]:
    """Write the texts of a document to the files that they are named after, each complete or not at all.

    Args:
        document: what is written.
        before: only files whose text differs from this document's are written.

    Returns:
        The names of the files that were written.

    Raises:
        OSError: one cannot be written.
    """
    written = []
    for name in document.names:
        if before is None or document.text_of(name) != before.text_of(name):
            held = Path(name).read_bytes()[:3] if Path(name).exists() else b""
            mark = "\ufeff" if held == b"\xef\xbb\xbf" else ""
            write_file(os.fspath(name), (mark + document.text_of(name)).encode("utf-8"))
            written.append(name)
    return tuple(written)
