"""Distances of a blueprint, px."""

from attrs import frozen

from journeykit.layout.space import MARGIN

GUTTER = 200.0
LEFT = MARGIN + GUTTER

COLUMN_MIN = 180.0
COLUMN_MAX = 264.0
COLUMNS_MOST = 14
# A card stands so far from the edge of its column, and so much narrower is it than the column: links need the rest.
CARD_INSET = 10.0
CARD_LESS = 36.0
NARROWED = 40.0

CARD_INDENT = 12.0
NUMBER_ROOM = 22.0
STRIP = 20.0
# Beside the words of the strip: the star.
TAG_ROOM = 34.0
TITLE_LINES = 5

# Beside a tag at which a connector goes on.
SIGN_GAP = 16.0

# The double line between two pieces of a card is so high, and begins so far above their bottom: below their ports.
JOIN = 8.0
JOIN_ABOVE_BOTTOM = 13.0

# What stands at an upper corner rises so far above its card; nothing else may stand there.
LIFT = 11.0
# Words keep so far from the marker and the diamond where their connector begins.
WORDS_PAD = 8.0


@frozen(kw_only=True)
class Spacing:
    """What is roomier on an endless page than on paper, px.

    Attributes:
        column: how wide a column likes to be. line_notes: how wide what stands at the right end of a named line may be.
        card, own_card: the least height of a card, and of a column's own. card_pad: above and below its words.
        above_cards, below_cards: at the ends of a tier. between_rows: between two rows of a lane. around_line: above and below a named line.
        under_title: between the title block and the first tier.
        notes_spread: whether a note takes the room of the columns to its right that have none.
        keeps_empty_rows: whether a row without cards in a tier keeps its strip, so that a lane looks the same in all tiers.
    """

    column: float
    line_notes: float
    card: float
    own_card: float
    card_pad: float
    above_cards: float
    below_cards: float
    between_rows: float
    around_line: float
    under_title: float
    notes_spread: bool
    keeps_empty_rows: bool


USUAL = Spacing(
    column=212, line_notes=182, card=52, own_card=64, card_pad=10, above_cards=14, below_cards=24, between_rows=14, around_line=24, under_title=36,
    notes_spread=False, keeps_empty_rows=True,
)  # fmt: skip
ON_PAPER = Spacing(
    column=212, line_notes=172, card=42, own_card=46, card_pad=6, above_cards=10, below_cards=12, between_rows=8, around_line=16, under_title=22,
    notes_spread=True, keeps_empty_rows=False,
)  # fmt: skip
