"""What matters most, in sentences side by side."""

from attrs import frozen


@frozen(kw_only=True)
class Sentences:
    """Sentences, the heaviest first. `strong`: how many of them stand in larger type."""

    sentences: tuple[str, ...]
    title: str = ""
    strong: int = 3
