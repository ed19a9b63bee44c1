"""Pictures in a real browser: what a reader sees, measured. Knows SVG text alone, nothing of how it was made."""

from tests.browser.chromium import missing
from tests.browser.measure import Report, measure

__all__ = ["Report", "measure", "missing"]
