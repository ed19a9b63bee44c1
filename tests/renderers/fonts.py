"""Fonts for the tests: matplotlib ships DejaVu Sans, which holds Latin, Greek, Cyrillic, Hebrew and Arabic."""

from importlib.util import find_spec
from pathlib import Path

from journeykit import renderers


def _shipped() -> tuple[Path, ...]:
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        return ()
    folder = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"
    files = tuple(folder / name for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"))
    return files if all(one.exists() for one in files) else ()


FONT_FILES = _shipped()

SHIPPED = tuple(Path(renderers.__file__).parent / "_dejavu" / f"DejaVuSans{style}.ttf" for style in ("", "-Bold", "-Oblique"))
"""Those that are part of the package: every letter of a Latin map comes from them."""
