"""Write the font files that pictures with letters of their own (PNG, PDF, matplotlib) draw with.

Usage::

    python tools/make_fonts.py

DejaVu Sans as matplotlib carries it, in three styles, cut to the scripts and symbols below, without hints (pictures are drawn in any size).
Needs fontTools and matplotlib. The result is the same each time.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import matplotlib as mpl
from fontTools import subset

SOURCE = Path(mpl.get_data_path()) / "fonts" / "ttf"
TARGET = Path(__file__).parents[1] / "src" / "journeykit" / "renderers" / "_dejavu"
STYLES = ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique")
KEPT = (
    *((0x20, 0x7E), (0xA0, 0x36F), (0x370, 0x58F), (0x590, 0x6FF), (0x750, 0x77F)),  # Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic
    *((0x10A0, 0x10FF), (0x1E00, 0x1FFF)),  # Georgian, more Latin (Vietnamese) and Greek
    *((0x2000, 0x20CF), (0x2100, 0x23FF), (0x2460, 0x24FF), (0x2500, 0x27BF)),  # signs, arrows, mathematics, boxes, symbols
    *((0x2B00, 0x2BFF), (0xFB00, 0xFBFF), (0xFE00, 0xFE0F), (0xFE70, 0xFEFF), (0xFFFC, 0xFFFD), (0x1F600, 0x1F64F)),  # forms, faces
)
NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # copyright, family, style, id, full name, version, PostScript name, licence and its address


def main() -> None:
    """Write the files, and the licence that goes with them."""
    TARGET.mkdir(exist_ok=True)
    for style in STYLES:
        options = subset.Options(
            hinting=False, notdef_outline=True, name_IDs=NAMES, name_languages=[0x409], recalc_timestamp=False, glyph_names=False
        )
        options.drop_tables += ["FFTM", "DSIG", "kern"]  # pairs are kerned by GPOS
        font = subset.load_font(SOURCE / f"{style}.ttf", options)
        cut = subset.Subsetter(options)
        cut.populate(unicodes=[code for first, last in KEPT for code in range(first, last + 1)])
        cut.subset(font)
        file = TARGET / f"{style}.ttf"
        subset.save_font(font, file, options)
        print(f"{file.name}: {file.stat().st_size:,} bytes, {len(font.getBestCmap()):,} characters")
    shutil.copy(SOURCE / "LICENSE_DEJAVU", TARGET / "LICENSE")


if __name__ == "__main__":
    main()
