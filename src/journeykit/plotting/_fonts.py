"""Which fonts draw the words around curves: those of the user's charts while they have every letter, else those of pictures."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from unicodedata import category

from ._axes import ink

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text

_BOLD = 700
_UNSEEN = {"Cc", "Cf", "Zs"}


def check_letters(words: Iterable[str], font_files: Sequence[Path]) -> None:
    """Whether all words can be drawn, before anything is.

    Raises:
        RenderError: a file is no font, or a letter is in none.
    """
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415  # known to be there by now

    usual = tuple(FontProperties().get_family())
    ink().fonts(_lines(one for one in words if font_files or not _drawn_by(usual, one)), font_files=font_files)


def dress(texts: Sequence["Text"], font_files: Sequence[Path]) -> None:
    """Give texts fonts that have all their letters; those whose own do are left as they are, unless the user names files.

    Raises:
        RenderError: a file is no font, or a letter is in none.
    """
    for one in texts:
        words = one.get_text()
        if words.strip() and (font_files or not _drawn_by(tuple(one.get_fontfamily()), words)):
            bold = one.get_fontweight() in {"bold", "heavy", "black", "extra bold", _BOLD}
            found = ink().fonts(_lines([words]), _BOLD if bold else 400, font_files=font_files)
            one.set_fontproperties(_from_files(one.get_fontproperties(), found))


def _lines(words: Iterable[str]) -> list[str]:
    return [line for one in words for line in one.split("\n")]


def _drawn_by(families: tuple[str, ...], words: str) -> bool:
    """Whether the fonts of some families have all letters of some words between them."""
    from matplotlib.font_manager import get_font  # noqa: PLC0415  # known to be there by now

    fonts = [get_font(one) for one in _files_of(families)]
    return all(any(font.get_char_index(ord(char)) for font in fonts) for char in set(words) if category(char) not in _UNSEEN)


def _files_of(families: Iterable[str]) -> list[str]:
    """Their files, as matplotlib finds them; families that are not there are passed over."""
    from matplotlib.font_manager import FontProperties, findfont  # noqa: PLC0415  # known to be there by now

    found = []
    for one in families:
        try:
            found.append(str(findfont(FontProperties(family=[one]), fallback_to_default=False)))
        except ValueError:
            continue
    return found


def _from_files(old: "FontProperties", fonts: Sequence[tuple[str, Path]]) -> "FontProperties":
    """The same size, weight and style, drawn with files in their order."""
    made: FontProperties = _properties()(
        style=old.get_style(), variant=old.get_variant(), weight=old.get_weight(), stretch=old.get_stretch(), size=old.get_size()
    )
    made.set_family([_Family(name, path) for name, path in fonts])
    return made


class _Family(str):
    """The name of a family that knows its file."""

    __slots__ = ("file",)
    file: Path

    def __new__(cls, name: str, file: Path) -> Self:
        """The name, and where the font is."""
        made = super().__new__(cls, name)
        made.file = file
        return made

    def __getnewargs__(self) -> tuple[str, Path]:  # type: ignore[override]  # as many as __new__ takes
        """For copies of a figure, and figures that are kept."""
        return str(self), self.file


@lru_cache(maxsize=1)
def _properties() -> Any:
    """Font properties that find the file of a family without asking the fonts of the machine."""
    from ._fontproperties import FileProperties  # noqa: PLC0415  # with matplotlib at its head

    return FileProperties
