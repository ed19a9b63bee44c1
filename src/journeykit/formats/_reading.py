"""Texts to a portfolio: the quick way first, and where anything is wrong the way that finds everything."""

from collections.abc import Sequence

from attrs import field, frozen

from journeykit.model import Portfolio
from journeykit.record import Record

from ._locate import Position, position_of
from ._migrate import VERSION
from ._parsed import Parsed, Syntax, TextFile, parsed

__all__ = ["Reading", "read", "read_all"]


@frozen(eq=False, repr=False)
class Reading(Record):
    """A portfolio and the files it was read from."""

    portfolio: Portfolio
    files: tuple[Parsed, ...] = field(repr=False)

    def locate(self, where: str) -> Position | None:
        """Where a model path stands in the files: the nearest thing around it, where it is not written itself; None where nothing is.

        Raises:
            ConversionError: `where` is no model path.
        """
        return position_of(where, self.files)


def read(content: str | bytes, *, name: str = "<text>", syntax: Syntax | None = None) -> Reading:
    """A portfolio from the text of one file.

    Args:
        content: the text, or its bytes in UTF-8.
        name: appears in messages; its ending tells the syntax where `syntax` is not given.
        syntax: yaml or json.

    Raises:
        FileError: with all problems, in order of their positions.

    Example:
        >>> read("{journeykit: 1, journeys: [{title: I pay, stages: []}]}").portfolio.journeys[0].id
        'i-pay'
    """
    return read_all([TextFile(content, name, syntax)])


def read_all(files: Sequence[TextFile]) -> Reading:
    """One portfolio from several files; ids resolve across them.

    Raises:
        FileError: with all problems of all files, in order of files and positions.
    """
    texts = tuple(map(parsed, files))
    found = _quick(texts)
    if found is None:
        from ._faulty import collected  # noqa: PLC0415  # only for files with faults

        found = collected(texts)
    return Reading(found, texts)


def _quick(texts: Sequence[Parsed]) -> Portfolio | None:
    from ._fast import FaultyError, portfolio_of  # noqa: PLC0415  # nothing is read at import

    datas = []
    for one in texts:
        if one.faults or type(one.data) is not dict or type(version := one.data.get("journeykit")) is not int or version != VERSION:
            return None
        datas.append({key: value for key, value in one.data.items() if key != "journeykit"})
    try:
        return portfolio_of(datas)
    except FaultyError:
        return None
