"""A portfolio together with the text it was read from."""

import os
from pathlib import Path
from typing import Protocol

from attrs import field, frozen

from journeykit.arguments import door
from journeykit.collector import uncollected
from journeykit.formats import Reading, Syntax, TextFile, read_all
from journeykit.model import Portfolio
from journeykit.record import Record

from ._folder import files_of

__all__ = ["Document", "Readable", "document_of", "load", "loads", "open_document"]


class Readable(Protocol):
    """An open file, of text or of bytes."""

    def read(self) -> str | bytes:
        """All that is left."""
        ...


@frozen(eq=False, repr=False)
class Document(Record):
    r"""A portfolio, the texts it was read from, and where in them everything stands.

    Example:
        >>> document = document_of("journeykit: 1\njourneys:\n  - title: I pay\n")
        >>> document.locate("journeys['i-pay'].title")
        '<text>:3:12'
    """

    _reading: Reading = field(repr=False, alias="reading")

    @property
    def portfolio(self) -> Portfolio:
        """What the texts say."""
        return self._reading.portfolio

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the files, in the order in which they were read."""
        return tuple(one.name for one in self._reading.files)

    @property
    def name(self) -> str:
        """The name of the first file."""
        return self.names[0]

    @property
    def text(self) -> str:
        """The text of the first file, decoded, without a byte order mark."""
        return self._reading.files[0].text

    @property
    def syntax(self) -> Syntax:
        """The syntax of the first file."""
        return self._reading.files[0].syntax

    def text_of(self, name: str) -> str:
        """The text of one of the files.

        Raises:
            KeyError: there is no file of that name.
        """
        return {one.name: one.text for one in self._reading.files}[name]

    def locate(self, where: str) -> str:
        """`file:line:column`, one-based, of what a model path leads to; of the nearest thing around it where it is not written itself.

        Empty where nothing on the path is written anywhere.
        """
        place = self._reading.locate(where)
        return "" if place is None else str(place)


@door
def document_of(content: str | bytes, *, name: str = "<text>", syntax: Syntax | None = None) -> Document:
    """A document from text, or from its bytes.

    Raises:
        FileError: with all problems, in order of their positions.
    """
    with uncollected():
        return Document(read_all([TextFile(content, name, syntax)]))


@door
def open_document(path: str | os.PathLike[str]) -> Document:
    """A document from a file, or from a folder: then all its .yaml, .yml and .json files together are one portfolio.

    Raises:
        FileError: with all problems of all files, in order of files and positions.
        OSError: it cannot be opened.
    """
    with uncollected():
        return Document(read_all(files_of(Path(path))))


@door
def load(source: str | os.PathLike[str] | Readable) -> Portfolio:
    """A portfolio from a file, a folder, or an open file.

    Args:
        source: path of a YAML or JSON file; path of a folder, whose files together are one portfolio; or an open file, such as
            `sys.stdin.buffer`.

    Raises:
        FileError: with all problems of all files, in order of files and positions.
        OSError: it cannot be opened.
    """
    if isinstance(source, str | os.PathLike):
        return open_document(source).portfolio
    name = getattr(source, "name", None)
    return document_of(source.read(), name=name if isinstance(name, str) else "<input>").portfolio


@door
def loads(content: str | bytes, *, syntax: Syntax | None = None) -> Portfolio:
    """A portfolio from text, or from its bytes.

    Raises:
        FileError: with all problems, in order of their positions.
    """
    return document_of(content, syntax=syntax).portfolio
