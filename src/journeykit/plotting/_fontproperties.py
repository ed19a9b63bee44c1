"""Font properties whose families know their files. This file alone loads matplotlib at its head: it is imported with the first font."""

from collections.abc import Iterable

from matplotlib.font_manager import FontProperties


class FileProperties(FontProperties):
    """As matplotlib's; where it asks for one family after the other to find what draws a letter, each leads to its file."""

    def set_family(self, family: str | Iterable[str] | None) -> None:
        """One family with its file, or several."""
        super().set_family(family)
        self.set_file(getattr(family, "file", None))
