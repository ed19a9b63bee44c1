"""The words with which a journey is told stage by stage, one table a language in a file of its own."""

from attrs import frozen

from .words import Plural


@frozen(kw_only=True, eq=False, repr=False)
class TellingWords:
    """What is told beside what a picture says. As in `Words`, nothing has a default; fields that end in `_n` are pairs."""

    stage: str
    read: str
    many: str
    many_read: str
    many_unread: str
    unread_n: Plural
    unsourced_n: Plural
    unowned_n: Plural
    and_more_n: Plural
    hypothesis: str
