"""Fonts inside the picture: each file cut down to the glyphs that are used, as a style sheet of @font-face rules."""

from base64 import b64encode
from collections.abc import Iterable
from importlib.util import find_spec
from io import BytesIO

from fontTools.subset import Options as SubsetOptions
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

from journeykit.errors import MissingExtraError
from journeykit.scene import Text

from ._checked import drawn
from ._faces import Face, Faces

if find_spec("brotli") is None:  # fontTools compresses with it, and would miss it only in the middle of its work
    raise MissingExtraError.of("fonts", "Embedding fonts")

_TABLES = frozenset(
    {
        *("head", "hhea", "hmtx", "maxp", "cmap", "name", "OS/2", "post", "glyf", "loca", "CFF", "CFF2", "kern", "GDEF", "GSUB", "GPOS"),
        *("BASE", "fvar", "avar", "gvar", "cvar", "HVAR", "VVAR", "MVAR", "STAT", "vhea", "vmtx", "VORG", "COLR", "CPAL", "GlyphOrder"),
    }
)  # what draws letters in a browser; tables for editors of fonts would only be carried along
_KEPT_NAMES = [0, 1, 2, 13, 14]  # copyright, family, style, licence and its address


def font_rules(faces: Faces, texts: Iterable[Text], prefix: str) -> str:
    """`@font-face` rules for all faces that the texts use; the families are named `prefix` and a number."""
    used = _used(faces, texts)
    families = faces.families
    return "".join(_rule(face, used[face.at], f"{prefix}{families.index(face.family)}") for face in faces.faces if used.get(face.at))


def family_names(faces: Faces, prefix: str) -> str:
    """The families in the order of the files, as in CSS."""
    return ", ".join(f"{prefix}{at}" for at in range(len(faces.families)))


def _used(faces: Faces, texts: Iterable[Text]) -> dict[int, set[int]]:
    """The characters that each face draws. What no file holds is left to the viewer's fonts."""
    used: dict[int, set[int]] = {}
    for text in texts:
        runs = [(drawn(text.text), text.weight)]
        if text.tail:
            runs.append((drawn(text.tail.text), text.tail.weight))
        for words, weight in runs:
            for start, end, face in faces.runs(words, weight, italic=text.italic):
                if face is not None:
                    used.setdefault(face.at, set()).update(map(ord, words[start:end]))
    return used


def _rule(face: Face, characters: set[int], family: str) -> str:
    weights = f"{face.lightest:g}" if face.lightest == face.heaviest else f"{face.lightest:g} {face.heaviest:g}"
    style = "italic" if face.italic else "normal"
    data = b64encode(_subset(face.data, characters)).decode("ascii")
    return f"@font-face{{font-family:{family};font-weight:{weights};font-style:{style};src:url(data:font/woff2;base64,{data}) format('woff2')}}"


def _subset(data: bytes, characters: set[int]) -> bytes:
    """The font with these characters alone, as WOFF2. No clock enters: the time of change stays that of the file."""
    font = TTFont(BytesIO(data), fontNumber=0, recalcTimestamp=False)
    dropped = [tag for tag in font.keys() if tag.strip() not in _TABLES]  # noqa: SIM118 - no dictionary: iterating it yields no tags
    options = SubsetOptions(hinting=False, recalc_timestamp=False, name_IDs=_KEPT_NAMES, notdef_outline=True, drop_tables=dropped)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(characters | {ord(" ")}))
    subsetter.subset(font)
    font.flavor = "woff2"
    out = BytesIO()
    font.save(out)
    return out.getvalue()
