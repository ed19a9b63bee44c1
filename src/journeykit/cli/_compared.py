"""What `journeykit diff` compared: through most lenses two journeys, and beside them what else their files say."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

if TYPE_CHECKING:
    from journeykit.comparison import Comparison, Naming, Row

_IN_TIME = frozenset({"future", "versions"})
"""Lenses that look at one thing at two times: what else the files say is part of their answer."""


@frozen
class Compared:
    """Two things that are compared.

    Attributes:
        found: their comparison.
        files: where they are the only journeys of two files, the comparison of the files. Nothing that these share is lost through it.
    """

    found: "Comparison"
    files: "Comparison | None" = field(default=None, kw_only=True)

    @property
    def differs(self) -> bool:
        """Whether the two differ; of a plan and its runs, whether any run does."""
        from journeykit.comparison import Conformance, sees_whole
        from journeykit.errors import ConversionError

        if not sees_whole(self.found):
            return bool(self.found or self.files)
        try:
            seen = self.found.seen
        except ConversionError:
            return bool(self.found)
        return bool(seen.deviating) if isinstance(seen, Conformance) else bool(self.found)

    @property
    def pictured(self) -> "Comparison":
        """What a picture shows: the journeys; the files where the journeys are the same and only these differ."""
        if self.files is None or self.found or not self.differs:
            return self.found
        return evolve(self.files, lens=None)

    def counts(self) -> dict[str, int]:
        """How many changes of each kind there are, those beside the journeys included."""
        return (self.found if self.files is None else self.files).counts()

    def headlines(self, limit: int, language: str | None) -> tuple[str, ...]:
        """The sentences that matter most."""
        own = self.found.headlines(limit, language=language)
        if self.files is None or not any(True for _ in self._beside()):
            return own
        if self.found.lens in _IN_TIME:
            return self.files.headlines(limit, language=language)
        if self.found:
            return own
        from journeykit.comparison import words_in

        answers = (one for one in own if one != words_in(language).nothing_differs)
        return tuple(dict.fromkeys((*answers, *self.pictured.headlines(limit, language=language))))[:limit]

    def data(self, limit: int, language: str | None) -> dict[str, Any]:
        """All of it as plain data."""
        from journeykit.comparison import plain_data

        data = plain_data(self.found, limit=limit, language=language)
        if self.files is not None:
            data |= {"differs": self.differs, "headlines": [*self.headlines(limit, language)], "counts": self.counts()}
            rows = plain_data(self.files, limit=0, language=language)["rows"]
            data["rows"] += [row for row in rows if not _is_inside((row["before"] or row["after"])[0]["where"])]
        return data

    def rows(self, language: str | None) -> Iterator[tuple["Row", "Naming"]]:
        """Each element that differs, with what tells of it in words, in the order of the table."""
        from journeykit.comparison import Naming

        own = Naming.of(self.found, language)
        yield from ((row, own) for row in self.found.rows if row.status != "unchanged")
        if self.files is not None:
            shared = Naming.of(self.files, language)
            yield from ((row, shared) for row, _ in self._beside())

    def to_table(self, language: str | None) -> tuple[tuple[str, ...], ...]:
        """Headings, then one row of texts for each element that differs."""
        lines = self.found.to_table(language=language)
        return (*lines, *(line for _, line in self._beside(language)))

    def _beside(self, language: str | None = None) -> Iterator[tuple["Row", tuple[str, ...]]]:
        """Rows of what differs beside the journeys, with their texts."""
        if self.files is not None:
            rows = (row for row in self.files.rows if row.status != "unchanged")
            for row, line in zip(rows, self.files.to_table(language=language)[1:], strict=True):
                if not _is_inside(row.spot.at):
                    yield row, line


def _is_inside(at: str) -> bool:
    """Whether something stands in a journey, whose own comparison tells of it."""
    return at.startswith("journeys[")
