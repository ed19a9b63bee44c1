"""The themes that come with journeykit: default (light), dark, print (greyscale-safe) and high-contrast."""

from journeykit.errors import UnknownNameError

from ._theme import Palette, Theme

_LIGHT = Palette(
    paper="#FFFFFF", ink="#1A1A1A", ink2="#595959", rule2="#767676", rule="#D4D4D4", good="#08408B", bad="#8C2D04",
    added="#0B6E4F", removed="#B3261E", changed="#0B5C99", wash="#F6F5F1", focus="#F5EFDF", up="#DDE9F6", down="#FBE5D3",
    customer="#E8F1FB", back="#F0F0EE", support="#E3E3E0", bar="#B9B9B9",
    valence=("#8C2D04", "#CC6A1A", "#767676", "#4A86C5", "#08408B"),
)  # fmt: skip
_DARK = Palette(
    paper="#14171C", ink="#F2F2F0", ink2="#A9AEB6", rule2="#7D848F", rule="#353A43", good="#B4D8FF", bad="#FFB07F",
    added="#63C9A0", removed="#FF8A80", changed="#7CC0F5", wash="#1B1F26", focus="#2A271E", up="#1D3147", down="#40291A",
    customer="#19283A", back="#22252B", support="#2A2E35", bar="#5A616C",
    valence=("#FFB07F", "#C06A28", "#868C95", "#3F7FC1", "#B4D8FF"),
)  # fmt: skip
_PRINT = Palette(
    paper="#FFFFFF", ink="#111111", ink2="#555555", rule2="#767676", rule="#D4D4D4", good="#111111", bad="#111111",
    added="#111111", removed="#555555", changed="#333333", wash="#F5F5F5", focus="#EFEFEF", up="#EFEFEF", down="#DDDDDD",
    customer="#F2F2F2", back="#EDEDED", support="#E3E3E3", bar="#BDBDBD",
    valence=("#111111", "#4A4A4A", "#767676", "#4A4A4A", "#111111"),
)  # fmt: skip

_HIGH_CONTRAST = Palette(
    paper="#FFFFFF", ink="#000000", ink2="#262626", rule2="#404040", rule="#767676", good="#00327A", bad="#7A1F00",
    added="#004D36", removed="#8A0F08", changed="#003E70", wash="#F2F2F2", focus="#FFF3C2", up="#DCE9FA", down="#FFE3D1",
    customer="#E3EEFC", back="#EEEEEE", support="#E0E0E0", bar="#A6A6A6",
    valence=("#6B1D00", "#A84B00", "#4D4D4D", "#1F5FA8", "#00245C"),
)  # fmt: skip

_THEMES = {
    one.name: one
    for one in (
        Theme(name="default", palette=_LIGHT),
        Theme(name="print", palette=_PRINT),
        Theme(name="dark", palette=_DARK),
        Theme(name="high-contrast", palette=_HIGH_CONTRAST),
    )
}
THEME_NAMES: tuple[str, ...] = tuple(_THEMES)


def theme(name: str) -> Theme:
    """A built-in theme by name.

    Raises:
        UnknownNameError: there is no theme of that name.
    """
    if (found := _THEMES.get(name)) is None:
        raise UnknownNameError.of("theme", name, THEME_NAMES)
    return found
