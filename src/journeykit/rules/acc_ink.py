"""ACC, first half: contrast, colour and size: whether what is drawn can be seen."""

from collections.abc import Iterator

from journeykit.scene import Circle, Group, Path, Rect, Text
from journeykit.themes import contrast

from ._drawing import DrawingFacts, Drawn
from ._finding import Hit, Spot, quoted
from ._rule import rule


@rule("ACC-01", "faint-text", of="rendering", error="any")
def faint_text(at: DrawingFacts, *, ratio: float = 4.5, large: float = 3.0) -> Iterator[Hit]:
    """Text stands out from its ground by 4.5 to 1; from 24 px on, or bold from 18.66 px on, by 3 to 1.

    Why it matters:
        Faint text is not read by those who see little, nor by anybody in sunlight.

    Settings:
        ratio: contrast of text at least, 1 to 21.
        large: contrast of large text at least, 1 to 21.

    Fails:
        Scene(title="Map", pages=(Page(width=100, height=50, background="#E8F1FB", nodes=(Text(x=5, y=20, text="Waits", width=30, size=12, fill="#9A9A9A"),)),))

    Passes:
        Scene(title="Map", pages=(Page(width=100, height=50, background="#E8F1FB", nodes=(Text(x=5, y=20, text="Waits", width=30, size=12, fill="#1A1A1A"),)),))

    How to fix:
        Darken the text, or lighten its ground.

    Source:
        WCAG 2.2, success criterion 1.4.3.
    """
    seen: set[tuple[str, str]] = set()
    for one in at.drawn:
        node = one.node
        if isinstance(node, Text) and (node.fill, one.ground) not in seen:
            least = large if node.size >= 24 or (node.weight >= 600 and node.size >= 18.66) else ratio
            found = contrast(node.fill, one.ground)
            if found < least - 0.005:
                seen.add((node.fill, one.ground))
                yield Hit(
                    one.spot,
                    f"Text {quoted(node.text)} in {node.fill} on {one.ground} has a contrast of {found:.1f}:1; {least:g}:1 is needed.",
                )


@rule("ACC-02", "faint-graphics", of="rendering", error="any")
def faint_graphics(at: DrawingFacts, *, ratio: float = 3.0) -> Iterator[Hit]:
    """Lines and marks that mean something stand out from their ground by 3 to 1, by their fill or their outline.

    Colours that the theme has for decoration alone are left out, and so are grounds: rectangles without an outline.

    Why it matters:
        A curve that cannot be seen says nothing.

    Settings:
        ratio: contrast at least, 1 to 21.

    Fails:
        Scene(title="Map", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=(Path(d="M 0 0 L 50 20", stroke="#56B4E9"),)),))

    Passes:
        Scene(title="Map", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=(Path(d="M 0 0 L 50 20", stroke="#08408B"),)),))

    How to fix:
        Use the colours of the theme for what has a meaning.

    Source:
        WCAG 2.2, success criterion 1.4.11.
    """
    seen: set[tuple[str, str]] = set()
    for one in at.drawn:
        node = one.node
        if isinstance(node, Text) or (isinstance(node, Rect) and node.stroke is None):
            continue
        inks = [held for held in (node.fill, node.stroke) if held is not None and held.upper() != one.ground.upper()]
        if not inks or any(held.upper() in at.decoration for held in inks):
            continue
        best = max(inks, key=lambda held: contrast(held, one.ground))
        found = contrast(best, one.ground)
        if found < ratio - 0.005 and (best, one.ground) not in seen:
            seen.add((best, one.ground))
            yield Hit(one.spot, f"A mark of {one.spot} in {best} on {one.ground} has a contrast of {found:.1f}:1; {ratio:g}:1 is needed.")


@rule("ACC-03", "colour-alone", of="rendering", error="any")
def colour_alone(at: DrawingFacts) -> Iterator[Hit]:
    """What is drawn in a colour that says something (good, bad, added, removed, a valence) also says it in words, in the drawing or to a reader.

    It needs to know the theme: that of the picture, or a built-in one with the same ground.

    Why it matters:
        One man in twelve does not see red and green apart, and a printer sees neither.

    Fails:
        Scene(title="Map", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=(Group(children=(Circle(cx=9, cy=9, r=4, fill="#0B6E4F"),)),)),))

    Passes:
        Scene(title="Map", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=(Group(label="Pays: added", children=(Circle(cx=9, cy=9, r=4, fill="#0B6E4F"),)),)),))

    How to fix:
        Give the group a label, and the mark a symbol or a word.

    Source:
        WCAG 2.2, success criterion 1.4.1.
    """
    seen: set[str] = set()
    for one in at.drawn:
        node = one.node
        if not isinstance(node, Circle | Path):
            continue
        colour = next((held.upper() for held in (node.fill, node.stroke) if held is not None and held.upper() in at.signals), None)
        if colour and colour not in seen and not any(held.label or _has_text(held) for held in one.groups):
            seen.add(colour)
            yield Hit(Spot(one.source, "", at.scene.title), f"A mark in {colour} has neither a label nor a text beside it.")


def _has_text(group: Group) -> bool:
    return any(isinstance(one, Text) for one in group.children)


@rule("ACC-06", "small-or-cut-text", of="rendering", warning="any")
def small_or_cut_text(at: DrawingFacts, *, px: float = 11, pt: float = 7) -> Iterator[Hit]:
    """Text is 11 px or larger on a screen and 7 pt or larger on its paper, and what was cut is told in full to whoever asks.

    Why it matters:
        Small print is not read, and a cut sentence may say the opposite.

    Settings:
        px: size on a screen at least.
        pt: size on paper at least, where the page has a paper.

    Fails:
        Scene(title="Map", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=(Text(x=5, y=20, text="Waits", width=30, size=8, fill="#1A1A1A"),)),))

    Passes:
        Scene(title="Map", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=(Text(x=5, y=20, text="Waits", width=30, size=12, fill="#1A1A1A"),)),))

    How to fix:
        Take larger paper, or split the map.

    Source:
        Legibility in print; a convention.
    """
    for page, held in at.pages:
        scale = page.paper[0] / page.width / 25.4 * 72 if page.paper and page.width > 0 else None
        texts = [one for one in held if isinstance(one.node, Text)]
        small = [
            (one, size)
            for one in texts
            if isinstance(one.node, Text) and (size := one.node.size * (scale or 1)) < (px if scale is None else pt) - 0.005
        ]
        if small:
            first, size = min(small, key=lambda pair: pair[1])
            unit = "px" if scale is None else "pt on its paper"
            size_said = f"{size:.1f} {unit}"
            several_said = f"{len(small)} texts are too small, such as {first.spot} with {size_said}."
            yield Hit(first.spot, f"{first.spot} is too small with {size_said}." if len(small) == 1 else several_said)
        for one in texts:
            if isinstance(one.node, Text) and one.node.text.rstrip().endswith("…") and not _told(one, one.node.text):
                yield Hit(one.spot, f"The text {quoted(one.node.text)} is cut and told nowhere in full.")


def _told(one: Drawn, text: str) -> bool:
    start = text.rstrip().rstrip("…").rstrip()
    return any(held and start[:12] in held for group in one.groups for held in (group.label, group.tip))


@rule("ACC-09", "alike-in-grey", of="rendering", warning="any")
def alike_in_grey(at: DrawingFacts) -> Iterator[Hit]:
    """Marks of different valence whose colours print as the same grey have different shapes, or different words beside them.

    It needs to know the theme: that of the picture, or a built-in one with the same ground.

    Why it matters:
        In a copy without colour very good and very bad must not look the same.

    Fails:
        Scene(title="Map", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=(
            Group(label="-2", children=(Circle(cx=9, cy=9, r=4, fill="#8C2D04"),)), Group(label="+2", children=(Circle(cx=29, cy=9, r=4, fill="#08408B"),)))),))

    Passes:
        Scene(title="Map", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=(
            Group(label="-2", children=(Circle(cx=9, cy=9, r=4, fill="#8C2D04"),)), Group(label="+2", children=(Path(d="M 0 0 L 4 0 L 2 4 Z", fill="#08408B"),)))),))

    How to fix:
        Vary the symbol.

    Source:
        Printing in black and white; a convention.
    """
    shapes: dict[str, dict[tuple[tuple[str, str], ...], Drawn]] = {}
    held: dict[int, list[Drawn]] = {}
    for one in at.drawn:
        if one.groups:
            held.setdefault(id(one.groups[-1]), []).append(one)
    for several in held.values():
        inks = {
            ink.upper()
            for one in several
            if isinstance(one.node, Circle | Path)
            for ink in (one.node.fill, one.node.stroke)
            if ink is not None
        }
        if len(inks & at.signals) == 1:
            signature = tuple((type(one.node).__name__, _shape(one)) for one in several)
            shapes.setdefault((inks & at.signals).pop(), {}).setdefault(signature, several[0])
    for first, second in at.alike_in_grey:
        both = shapes.get(first, {}).keys() & shapes.get(second, {}).keys()
        if both:
            one = shapes[first][min(both)]
            yield Hit(one.spot, f"Marks in {first} and {second} are the same grey and the same shape, such as {one.spot}.")


def _shape(one: Drawn) -> str:
    return one.node.d if isinstance(one.node, Path) else one.node.text if isinstance(one.node, Text) else ""
