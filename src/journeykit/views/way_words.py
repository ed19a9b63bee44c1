"""The words for ways that not everybody goes, one table a language in a file of its own."""

from attrs import frozen

from journeykit.model import FrozenMap

Plural = tuple[str, str]


@frozen(kw_only=True, eq=False, repr=False)
class WayWords:
    """What is said of steps that can be left out or happen again, and of ways that part. As in `Words`, nothing has a default; fields that end in `_n` are pairs."""

    times_n: Plural
    up_to_n: Plural
    from_n: Plural
    between: str
    symbols: FrozenMap[str, str]
    again: str
    on: str
    how_often: str
    optional: str
    repeats: str
    ways: str
