"""Distances of a blueprint, px."""

from journeykit.layout.space import MARGIN

GUTTER = 200.0
RIGHT_GUTTER = 196.0
LEFT = MARGIN + GUTTER

COLUMN_MIN = 180.0
COLUMN_IDEAL = 212.0
COLUMN_MAX = 264.0
COLUMNS_MOST = 14
# A card stands so far from the edge of its column, and so much narrower is it than the column: links need the rest.
CARD_INSET = 10.0
CARD_LESS = 36.0
NARROWED = 40.0

CARD_HEIGHT = 52.0
OWN_CARD_HEIGHT = 64.0
CARD_PAD = 10.0
CARD_INDENT = 12.0
NUMBER_ROOM = 22.0
STRIP = 20.0
TITLE_LINES = 5

ABOVE_CARDS = 14.0
BELOW_CARDS = 24.0
BETWEEN_ROWS = 14.0
AROUND_LINE = 24.0

DISC = 20.0
DISC_GAP = 16.0

# The double line between two pieces of a card is so high, and begins so far above their bottom: below their ports.
JOIN = 8.0
JOIN_ABOVE_BOTTOM = 13.0

# What stands at an upper corner rises so far above its card; nothing else may stand there.
LIFT = 11.0
# Words keep so far from the marker and the diamond where their connector begins.
WORDS_PAD = 8.0
