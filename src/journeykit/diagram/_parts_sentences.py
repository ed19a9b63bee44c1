"""What matters most, in sentences side by side."""

from attrs import frozen

from journeykit.record import Record


@frozen(kw_only=True, eq=False, repr=False)
class Sentences(Record):
    """Sentences, the heaviest first. `strong`: how many of them stand in larger type."""

    sentences: tuple[str, ...]
    title: str = ""
    strong: int = 3
