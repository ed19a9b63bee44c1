"""English words for ways that not everybody goes."""

from journeykit.model import FrozenMap

from .way_words import WayWords

WAY_ENGLISH = WayWords(
    times_n=("once", "{n} times"),
    up_to_n=("up to once", "up to {n} times"),
    from_n=("at least once", "at least {n} times"),
    between="{low} to {high} times",
    symbols=FrozenMap({
        "optional": "optional: not everybody", "repeats": "may repeat", "other-way": "thin: another way", "arc-on": "goes on there",
    }),
    again="again: {text}",
    on="goes on there",
    how_often="How often",
    optional="Optional, not for everybody: {names}.",
    repeats="May repeat: {names}.",
    ways="Ways that part or lead back: {ways}.",
)  # fmt: skip
