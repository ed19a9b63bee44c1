"""The gallery of the documentation shows every view there is."""

import re
from pathlib import Path

from journeykit.views import VIEW_NAMES

PAGE = Path(__file__).parents[2] / "docs" / "gallery" / "index.md"


def test_every_view_stands_in_the_gallery_once() -> None:
    shown = re.findall(r"^:view: (\S+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(shown) == sorted(VIEW_NAMES)
