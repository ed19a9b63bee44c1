"""Model paths taken apart: what holds a thing, and in which field."""

from journeykit.errors import parse_where, step

__all__ = ["owner_of"]


def owner_of(at: str) -> tuple[str, str]:
    """The path of what holds something, and the field it is held in.

    Example:
        >>> owner_of("stages['deal'].touchpoints['pay']")
        ("stages['deal']", 'touchpoints')
    """
    steps = parse_where(at)
    return ".".join(step(name, key) for name, key in steps[:-1]), steps[-1][0]
