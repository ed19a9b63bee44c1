"""A card about one thing: who or what it is at the side, what is known of it in headed blocks beside."""

from attrs import frozen

from journeykit.record import Record

from ._items import Badge, Item
from ._lanes import Basis


@frozen(kw_only=True, eq=False, repr=False)
class ProfileFact(Record):
    """A name and its value; `known` False where nobody knows it, which the value then says in words."""

    name: str
    value: str
    known: bool = True


@frozen(kw_only=True, eq=False, repr=False)
class Meter(Record):
    """A scale of segments; `filled` None where nobody has rated it. `text` says it in words."""

    filled: int | None
    text: str
    of: int = 5


@frozen(kw_only=True, eq=False, repr=False)
class Mood(Record):
    """How it feels at one moment: -2 to +2, or None where nobody was asked. `text` is the value in words, `when` the moment."""

    when: str
    value: float | None
    text: str
    basis: Basis = "measured"
    tip: str = ""
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class ProfileSection(Record):
    """A heading and statements under it.

    Attributes:
        wide: over the whole width instead of half of it.
        more: what is said of those listed elsewhere.
    """

    title: str
    items: tuple[Item, ...]
    wide: bool = False
    more: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Profile(Record):
    """A card.

    Attributes:
        name: what it is about. detail: a line below.
        sign: a few letters or a number in a ring: a portrait made of initials, or the number of a station. `sign_tip` says what it means.
        heavy: the ring of what is critical.
        badges: words in boxes. facts: names with values. meter: a rating. moods: how it feels; `moods_note` how that is known.
        quote: in large letters over the sections; `quote_note` whose or from where.

    On paper each card begins a sheet.
    """

    name: str
    detail: str = ""
    sign: str = ""
    sign_tip: str = ""
    heavy: bool = False
    badges: tuple[Badge, ...] = ()
    facts: tuple[ProfileFact, ...] = ()
    meter_title: str = ""
    meter: Meter | None = None
    moods_title: str = ""
    moods: tuple[Mood, ...] = ()
    moods_note: str = ""
    quote: str = ""
    quote_note: str = ""
    sections: tuple[ProfileSection, ...] = ()
    source: str = ""
