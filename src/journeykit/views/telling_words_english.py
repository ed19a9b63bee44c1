"""English words with which a journey is told."""

from .telling_words import TellingWords

TELLING_ENGLISH = TellingWords(
    stage="Stage {n}, {title}: {told}.",
    read="{name} ({value})",
    many="{touchpoints}, from {first} to {last}",
    many_read="feeling from {low} to {high}, {n} of {m} read",
    many_unread="no reading of feelings",
    unread_n=("How it feels is not known at one touchpoint: {names}.", "How it feels is not known at {n} touchpoints: {names}."),
    unsourced_n=("No source is cited at one touchpoint: {names}.", "No source is cited at {n} touchpoints: {names}."),
    unowned_n=("One contact has no accountable owner.", "{n} contacts have no accountable owner."),
    and_more_n=("one more", "{n} more"),
    hypothesis="The map is a hypothesis: less than half of it rests on customers’ own evidence.",
)
