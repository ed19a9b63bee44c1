"""German words for ways that not everybody goes."""

from journeykit.model import FrozenMap

from .way_words import WayWords

WAY_GERMAN = WayWords(
    times_n=("einmal", "{n}-mal"),
    up_to_n=("höchstens einmal", "bis zu {n}-mal"),
    from_n=("mindestens einmal", "mindestens {n}-mal"),
    between="{low}- bis {high}-mal",
    symbols=FrozenMap({
        "optional": "nicht immer, nicht bei allen", "repeats": "auch mehrmals", "other-way": "dünn: ein anderer Weg",
        "arc-on": "geht dort weiter",
    }),
    again="noch einmal: {text}",
    on="geht dort weiter",
    how_often="Wie oft",
    optional="Nicht immer, nicht bei allen: {names}.",
    repeats="Auch mehrmals: {names}.",
    ways="Wege, die sich trennen oder zurückführen: {ways}.",
)  # fmt: skip
