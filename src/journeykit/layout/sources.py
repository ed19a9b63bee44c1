"""Which model paths a page already shows: a path becomes an id, and an id stands once."""


class Sources:
    """The sources of one page, in reading order: who asks first keeps it."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def claim(self, source: str) -> str:
        """The source, or nothing where the page has it already."""
        if not source or source in self._seen:
            return ""
        self._seen.add(source)
        return source

    def turn(self) -> None:
        """Begin the next page."""
        self._seen.clear()
