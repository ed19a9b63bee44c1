"""Small journeys in which not everybody goes the same way."""

from journeykit.model import Journey, Link, Stage, Touchpoint


def of(*steps, links=(), **fields):
    """A journey of steps (title, feeling, marks) and links such as `a branch c 0.3`."""
    made = [Touchpoint(title, id=title.lower(), emotion=feeling, **marks) for title, feeling, marks in ((*one, {})[:3] for one in steps)]
    found = []
    for source, kind, target, *share in (one.split() for one in links):
        found.append(Link(source=source, target=target, kind=kind, probability=float(share[0]) if share else None))
    return Journey("I do", stages=[Stage("All", made)], links=found, **fields)


A, B, C, D = ("A", 1), ("B", -2), ("C", 2), ("D", 0)
OPTIONAL = ("B", -2, {"optional": True})
