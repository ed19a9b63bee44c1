"""Distances, px: the grid that everything stands on."""

MARGIN = 32.0
GUTTER = 156.0
GRID_LEFT = MARGIN + GUTTER
LABEL_WIDTH = GUTTER - 12.0

COLUMN_MIN = 128.0
COLUMN_IDEAL = 160.0
COLUMN_MAX = 240.0
PAPER_IDEAL = 200.0
LONGEST_WORD_MAX = 260.0
PAD = 10.0

# One tier of columns on an endless page: 14 columns of 128 with one widened to its max, or 11 of 160.
TIER_ROOM = 1904.0
# Title block, key figures and legend need this much even where the grid is narrower.
PAGE_MIN = 1096.0
# A picture that is no grid may be as narrow as a card of A5.
SHEET_MIN = 794.0

BAND_HEIGHT = 30.0
BAND_BAR = 4.0
BAND_GAP = 12.0
SPINE_BELOW_BAND = 34.0
TITLE_BELOW_SPINE = 40.0
TITLE_LINES = 5
UNDER_TITLES = 24.0

TAG_HEIGHT = 24.0
TAG_ABOVE_BAND = 30.0
TITLE_TO_GRID = 64.0
LEAD_TO_GRID = 32.0
BETWEEN_TIERS = 44.0

ROW_MIN = 40.0
ROW_TOP = 12.0
ROW_BOTTOM = 8.0
FIRST_BASELINE = 20.0
