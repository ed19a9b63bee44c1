"""Write the advance-width tables that the text room ships.

Usage::

    python tools/make_widths.py [--noto FOLDER]

The first font that has a character gives its width. DejaVu Sans comes first, because it is the widest of the usual sans-serif faces: what fits
in its metrics fits in Inter, Segoe UI, Roboto, Arial and Noto Sans. Where that is not so (Georgian), the wider of the two counts. The Noto
faces give the scripts DejaVu lacks; a vowel sign of an Indic script counts as the most it adds to a consonant.

Left out, because the text room knows them by rule: other marks, which take no room, format and control characters, and whatever East Asian
Width calls wide (ideographs 1 em, emoji by rule).

Needs fontTools, uharfbuzz and matplotlib (for the two DejaVu files it carries); Noto fonts are looked for in FOLDER (Debian:
``fonts-noto-core``).
"""

from __future__ import annotations

import argparse
import math
import unicodedata
from pathlib import Path

import matplotlib as mpl
import uharfbuzz
from fontTools.ttLib import TTFont

BLOCK = 128
HEADER = "# advance widths in 1/2048 em: DejaVu Sans (Bitstream Vera licence), Noto Sans (OFL 1.1); written by tools/make_widths.py"
UNITS_PER_EM = 2048
"""DejaVu's own grid: its widths are kept exactly, all others are rounded up."""

TARGET = Path(__file__).parents[1] / "src" / "journeykit" / "text"
DEJAVU = Path(mpl.get_data_path()) / "fonts" / "ttf"
SCRIPTS = (
    *("", "Thai", "Ethiopic", "Cherokee", "Thaana", "Syriac", "Mongolian", "Javanese", "Arabic"),
    *("Symbols", "Symbols2", "Math"),
)
INDIC = range(0x0900, 0x0E00)
"""Marks that take room in their font are listed here: the shapers of these scripts leave it to them."""
NOT_SIGNS = (7, 9)
"""Canonical combining classes of nuktas and viramas."""
CONSONANTS = {
    "Devanagari": range(0x0915, 0x093A),
    "Bengali": range(0x0995, 0x09BA),
    "Gurmukhi": range(0x0A15, 0x0A3A),
    "Gujarati": range(0x0A95, 0x0ABA),
    "Oriya": range(0x0B15, 0x0B3A),
    "Tamil": range(0x0B95, 0x0BBA),
    "Telugu": range(0x0C15, 0x0C3A),
    "Kannada": range(0x0C95, 0x0CBA),
    "Malayalam": range(0x0D15, 0x0D3A),
    "Sinhala": range(0x0D9A, 0x0DC7),
    "Lao": range(0x0E81, 0x0EAF),
    "Khmer": range(0x1780, 0x17A3),
    "Myanmar": range(0x1000, 0x1022),
}
ARABIC = range(0x0620, 0x06D6)
TATWEEL = "\u0640"
COMPARED = ("Hebrew", "Armenian", "Georgian", "Lao")
BOLD_FACTOR = 1.13
"""How much wider than its regular face a character is taken to be when no bold face has it (DejaVu and Noto: median 1.11)."""

BY_RULE = {"Mn", "Me", "Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def advances(path: Path) -> dict[int, int]:
    """Advance width by code point, in units of 1/2048 em, rounded up."""
    with TTFont(path) as font:
        scale = UNITS_PER_EM / font["head"].unitsPerEm
        glyphs = font["hmtx"].metrics
        widths = {code: math.ceil(glyphs[name][0] * scale) for code, name in font.getBestCmap().items()}
        return {code: width for code, width in widths.items() if is_listed(chr(code)) or (code in INDIC and width)}


def is_listed(char: str) -> bool:
    return unicodedata.category(char) not in BY_RULE and unicodedata.east_asian_width(char) not in "WF"


def with_signs(path: Path, consonants: range) -> dict[int, int]:
    """Advances of a font whose vowel signs melt with their consonant: each counts as the most it adds to any consonant.

    Viramas and nuktas stay as they are: what they add depends on the letter after them, and mostly they make the word shorter.
    """
    table = advances(path)
    font, scale = shaper(path)
    letters = [chr(code) for code in consonants if code in table]
    for sign in (chr(code) for code in range(consonants.start // BLOCK * BLOCK, consonants.stop // BLOCK * BLOCK + BLOCK)):
        if unicodedata.category(sign) in ("Mn", "Mc") and unicodedata.combining(sign) not in NOT_SIGNS:
            added = max(shaped(font, letter + sign) - shaped(font, letter) for letter in letters)
            table[ord(sign)] = max(0, math.ceil(added * scale))
    return table


def with_joined_letters(path: Path) -> dict[int, int]:
    """Advances of DejaVu; an Arabic letter counts as its widest form, which often is the one that ends a word."""
    table = advances(path)
    font, scale = shaper(path)
    stretch = shaped(font, TATWEEL)
    for letter in (chr(code) for code in ARABIC if code in table and unicodedata.category(chr(code)) == "Lo"):
        forms = (TATWEEL + letter, letter + TATWEEL, TATWEEL + letter + TATWEEL)
        widest = max(shaped(font, form) - stretch * form.count(TATWEEL) for form in forms)
        table[ord(letter)] = max(table[ord(letter)], math.ceil(widest * scale))
    return table


def shaper(path: Path) -> tuple[uharfbuzz.Font, float]:
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path))
    return uharfbuzz.Font(face), UNITS_PER_EM / face.upem


def shaped(font: uharfbuzz.Font, text: str) -> int:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return sum(position.x_advance for position in buffer.glyph_positions)


def first_wins(tables: list[dict[int, int]]) -> dict[int, int]:
    return {code: width for table in reversed(tables) for code, width in table.items()}


def write(name: str, table: dict[int, int]) -> None:
    """One line per block of 128 code points: its first one in hexadecimal, then a width for each, "." where there is none."""
    lines = [HEADER]
    for first in range(0, max(table) + 1, BLOCK):
        widths = [str(table.get(code, ".")) for code in range(first, first + BLOCK)]
        if set(widths) != {"."}:
            lines.append(f"{first:04X} " + " ".join(widths).rstrip(". "))
    (TARGET / name).write_text("\n".join(lines) + "\n", encoding="ascii", newline="\n")
    print(f"{name}: {len(table)} characters")


def faces(folder: Path, dejavu: str, weight: str) -> list[dict[int, int]]:
    own = with_joined_letters(DEJAVU / dejavu)
    for script in COMPARED:
        other = advances(folder / f"NotoSans{script}-{weight}.ttf")
        own |= {code: max(width, own.get(code, 0)) for code, width in other.items() if 0x0530 <= code < 0x2000}
    paths = [folder / f"NotoSans{script}-{weight}.ttf" for script in SCRIPTS] + [folder / f"NotoSerifTibetan-{weight}.ttf"]
    signs = [with_signs(folder / f"NotoSans{script}-{weight}.ttf", consonants) for script, consonants in CONSONANTS.items()]
    return [own, *signs, *(advances(path) for path in paths if path.exists())]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--noto", type=Path, default=Path("/usr/share/fonts/truetype/noto"), help="folder of the Noto Sans files")
    folder: Path = parser.parse_args().noto
    if not (folder / "NotoSans-Regular.ttf").exists():
        parser.error(f"no Noto fonts in {folder}; name their folder with --noto")
    regular = first_wins(faces(folder, "DejaVuSans.ttf", "Regular"))
    emboldened = {code: math.ceil(width * BOLD_FACTOR) for code, width in regular.items()}
    write("widths_regular.txt", regular)
    write("widths_bold.txt", first_wins([*faces(folder, "DejaVuSans-Bold.ttf", "Bold"), emboldened]))


if __name__ == "__main__":
    main()
