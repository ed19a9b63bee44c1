"""Which font file draws which letters, where a picture carries its letters itself: PNG, PDF, matplotlib.

The user's files come first, then DejaVu Sans, which is part of this package, then the fonts of this machine. A letter that nobody can draw
is an error: it may not become a blank or a box.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import category, normalize

from attrs import frozen

from journeykit.errors import Problem, RenderError
from journeykit.scene import Scene, Text, walk

from ._checked import drawn
from ._clusters import clusters, described, selects_variant
from ._fontfile import FontFile

_SHIPPED = Path(__file__).parent / "_dejavu"
_STYLES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf")
_REGULAR, _BOLD = 400, 700
_NAMED = 5
_KINDS = frozenset({".ttf", ".otf", ".ttc", ".otc"})


@frozen
class Letters:
    """Font files in the order of preference.

    Attributes:
        files: each with what it says about itself.
    """

    files: tuple[FontFile, ...]

    @classmethod
    def of(cls, scene: Scene, paths: Iterable[Path] = (), *, dots: bool = True) -> "Letters":
        """What draws every letter of a scene: the user's files, the shipped ones, and the machine's for what these lack.

        Args:
            scene: whose texts are to be drawn.
            paths: the user's files, the preferred first.
            dots: fonts whose letters are dots and not shapes can be drawn too.

        Raises:
            RenderError: a file is no font, or some letters are in none; the error names them.
        """
        return cls.of_texts(_texts(scene), paths, dots=dots)

    @classmethod
    def of_texts(cls, texts: Iterable[str], paths: Iterable[Path] = (), *, dots: bool = True) -> "Letters":
        """What draws every letter of some texts; all else as for a scene.

        Raises:
            RenderError: a file is no font, or some letters are in none; the error names them.
        """
        wanted = tuple(dict.fromkeys(texts))
        given = [FontFile.of(one) for one in paths]
        if not dots and (flat := next((one for one in given if not one.outlined), None)):
            raise RenderError(
                Problem(f"The font file {str(flat.path)!r} holds dots, and this format draws shapes.", hint="use PNG, or another font")
            )
        first = cls((*given, *_shipped()))
        missing = first._missing(wanted)
        if not missing:
            return first
        letters = cls((*first.files, *_of_machine(frozenset(missing), dots=dots)))
        missing = letters._missing(wanted)
        if missing:
            raise _blank(missing)
        return letters

    @property
    def families(self) -> tuple[str, ...]:
        """Names of the families, in the order of preference."""
        return tuple(dict.fromkeys(one.family for one in self.files))

    def ordered(self, weight: float, *, italic: bool) -> Sequence[FontFile]:
        """Family by family, in each the nearest style first, as CSS does."""
        return _ordered(self.files, weight, italic=italic)

    def runs(self, text: str, weight: float, *, italic: bool) -> Iterator[tuple[int, int, FontFile]]:
        """Pieces of a text with the file that draws each. What shows nothing goes with the letters before it, else after it; a space stays with those before it."""
        order = self.ordered(weight, italic=italic)
        if not text:
            return
        if order[0].characters.holds(text):
            yield 0, len(text), order[0]
            return
        start, end = 0, 0
        now: FontFile | None = None
        for cluster in clusters(text):
            if _inked(cluster) and not (cluster == " " and now is not None and draws(now, cluster)):
                file = next((one for one in order if draws(one, cluster)), order[0])
                if now is not None and file is not now:
                    yield start, end, now
                    start = end
                now = file
            end += len(cluster)
        yield start, end, now or order[0]

    def _missing(self, texts: Iterable[str]) -> list[str]:
        """Clusters that no file can draw, in the order of the texts."""
        known = self.files[-1].characters  # of any; most texts are in all of them
        found: dict[str, None] = {}
        for text in texts:
            if known.holds(set(text)):
                continue
            for cluster in clusters(text):
                if cluster not in found and not any(draws(one, cluster) for one in self.files):
                    found[cluster] = None
        return list(found)


def draws(file: FontFile, cluster: str) -> bool:
    """Whether a file has a glyph for every character of a cluster that should show something."""
    inked = _inked(cluster)
    return file.characters.holds(inked) or file.characters.holds(normalize("NFC", "".join(inked)))


def _inked(cluster: str) -> list[str]:
    return [one for one in cluster if category(one) != "Cf" and not selects_variant(one)]


def _texts(scene: Scene) -> Iterator[str]:
    for page in scene.pages:
        for node in walk(page.nodes):
            if isinstance(node, Text):
                yield drawn(node.text)
                if node.tail:
                    yield drawn(node.tail.text)


@cache
def _shipped() -> tuple[FontFile, ...]:
    return tuple(FontFile.of(_SHIPPED / name) for name in _STYLES)


@lru_cache(maxsize=256)
def _ordered(files: tuple[FontFile, ...], weight: float, *, italic: bool) -> tuple[FontFile, ...]:
    rank = {family: at for at, family in reversed([*enumerate(one.family for one in files)])}
    return tuple(sorted(files, key=lambda one: (rank[one.family], one.italic != italic, abs(one.weight - weight))))


@lru_cache(maxsize=64)
def _of_machine(missing: frozenset[str], *, dots: bool) -> tuple[FontFile, ...]:
    """As few families as draw what is missing, each regular and bold: the one that draws most of it first."""
    able = [one for one in _installed() if (dots or one.outlined) and any(draws(one, cluster) for cluster in missing)]
    found: list[FontFile] = []
    left = set(missing)
    while left:
        best = min(able, key=lambda one: _merit(one, left), default=None)
        if best is None or not any(draws(best, cluster) for cluster in left):
            break
        same = [one for one in able if one.family == best.family and not one.italic]
        found.append(best)
        bold = min(same, key=lambda one: (abs(one.weight - _BOLD), str(one.path)), default=best)
        if bold.weight > best.weight:
            found.append(bold)
        left = {cluster for cluster in left if not draws(best, cluster)}
    return tuple(found)


def _merit(file: FontFile, wanted: set[str]) -> tuple[int, bool, bool, bool, int, str]:
    """The least is the best: draws most, is a sans-serif face without frills, upright and regular."""
    name = file.family.casefold()
    return (
        -sum(draws(file, cluster) for cluster in wanted),
        file.italic,
        "serif" in name or "mono" in name,
        "sans" not in name,
        abs(file.weight - _REGULAR),
        str(file.path),
    )


@cache  # fonts that are installed while the program runs are found by the next one
def _installed() -> tuple[FontFile, ...]:
    """The fonts of this machine; files that are no fonts are passed over."""
    paths = (
        Path(at, name) for folder in _folders() for at, _, files in os.walk(folder) for name in files if Path(name).suffix.lower() in _KINDS
    )
    found = []
    for path in sorted(paths):
        with suppress(RenderError):
            found.append(FontFile.of(path))
    return tuple(found)


def _folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "darwin":
        return [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    if sys.platform == "win32":
        roots = {"LOCALAPPDATA": "Microsoft/Windows/Fonts", "WINDIR": "Fonts"}
        return [Path(os.environ[name], below) for name, below in roots.items() if name in os.environ]
    return [home / ".local/share/fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]


def _blank(missing: Sequence[str]) -> RenderError:
    singles = list(dict.fromkeys(_inked(one)[0] if len(_inked(one)) == 1 else one for one in missing))
    shown = [described(one) if len(one) == 1 else f"{one!r} ({' '.join(f'U+{ord(c):04X}' for c in one)})" for one in singles[:_NAMED]]
    more = f" and {len(singles) - _NAMED} more" if len(singles) > _NAMED else ""
    what = "the character" if len(singles) == 1 else "the characters"
    return RenderError(
        Problem(
            f"No font here can draw {what} {', '.join(shown)}{more}.",
            expected="a font that holds them" if len(singles) > 1 else "a font that holds it",
            hint="name a font file: font_files=[…], on the command line --font-file PATH; or draw SVG, which leaves the letters to the viewer",
        )
    )
