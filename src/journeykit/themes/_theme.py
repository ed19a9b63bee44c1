"""Theme and palette, and the contrast of two colours."""

from attrs import field, fields, frozen

from journeykit.errors import ModelError, Problem, shown
from journeykit.record import Record

_CHANNELS = (0.2126, 0.7152, 0.0722)


def _is_colour(text: object) -> bool:
    return isinstance(text, str) and len(text) == 7 and text[0] == "#" and all(one in "0123456789abcdefABCDEF" for one in text[1:])


def _luminance(colour: str) -> float:
    total = 0.0
    for weight, at in zip(_CHANNELS, (1, 3, 5), strict=True):
        share = int(colour[at : at + 2], 16) / 255
        total += weight * (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
    return total


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours `#rrggbb`, 1 to 21.

    Source: WCAG 2.2, relative luminance and contrast ratio.

    Example:
        >>> round(contrast("#FFFFFF", "#595959"), 1)
        7.0
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@frozen(kw_only=True, eq=False, repr=False)
class Palette(Record):
    """The colours of a theme, each `#rrggbb`.

    Attributes:
        paper: the ground.
        ink, ink2: text; ink2 for sources, units and how-to-read.
        rule2: lines that mean something, at least 3:1 on every ground.
        rule: lines that only decorate.
        good, bad: verdict words.
        added, removed, changed: differences; `changed` is also the colour of what is intended.
        wash: ground of the stage band. focus: ground of the critical column.
        up, down: area above and below the zero line of the curve.
        customer, back, support: grounds of the layers of a blueprint.
        bar: bars, always outlined in rule2.
        valence: five colours from -2 to +2, for markers only.
    """

    paper: str
    ink: str
    ink2: str
    rule2: str
    rule: str
    good: str
    bad: str
    added: str
    removed: str
    changed: str
    wash: str
    focus: str
    up: str
    down: str
    customer: str
    back: str
    support: str
    bar: str
    valence: tuple[str, str, str, str, str]

    def __attrs_post_init__(self) -> None:
        for one in fields(type(self)):
            held = getattr(self, one.name)
            for colour in held if one.name == "valence" else (held,):
                if not _is_colour(colour):
                    raise ModelError(Problem(f"The colour {one.name!r} is not a colour.", one.name, got=shown(colour), expected="#rrggbb"))
        if len(self.valence) != 5:
            raise ModelError(Problem("A palette has five colours of valence.", "valence", got=str(len(self.valence)), expected="5"))


@frozen(kw_only=True, eq=False, repr=False)
class Theme(Record):
    """Palette and type of a picture.

    Attributes:
        name: by which it is asked for.
        palette: its colours.
        font_family: stack of families, as in CSS; widths are measured with the widest face of the stack.
    """

    name: str
    palette: Palette
    font_family: str = field(default="Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', 'DejaVu Sans', sans-serif")
