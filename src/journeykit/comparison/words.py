"""Changes and results in words of a language: the only place of the core that has any."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Protocol
from unicodedata import bidirectional

from journeykit.model import Checked, Emotion, FrozenMap, show_duration

from .changes import (
    Added,
    Change,
    Merged,
    Moved,
    ReadingChanged,
    ReferenceChanged,
    Rekeyed,
    Removed,
    Renamed,
    Split,
    Spot,
    ValueChanged,
)
from .fields import choices_of, label_of
from .vocabulary import Vocabulary
from .vocabulary_english import ENGLISH

__all__ = [
    "Names",
    "chosen",
    "described",
    "listed",
    "named",
    "plain",
    "plural",
    "quoted",
    "signed",
    "singular",
    "told",
    "unquoted",
    "unsigned",
    "worded",
]

_LONGEST = 60
_JOINERS = "\u200c\u200d\ufe0f"
_LTR, _RTL = "\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT MARK}"
_UNIT = re.compile("[a-z]+")


def plain(text: str, longest: int = _LONGEST) -> str:
    r"""A text of one line: no control characters, cut where it is long.

    Example:
        >>> plain("two\nlines")
        'two lines'
    """
    clean = " ".join("".join(one if one.isprintable() or one in _JOINERS else " " for one in text).split())
    return clean if len(clean) <= longest else clean[: longest - 1].rstrip() + "…"


def quoted(text: str, words: Vocabulary = ENGLISH) -> str:
    """A title in quotation marks; marks keep the sentence in order where the title runs the other way.

    Example:
        >>> quoted("Waits"), quoted("أنتظر") == "\N{LEFT-TO-RIGHT MARK}“أنتظر”\N{LEFT-TO-RIGHT MARK}"
        ('“Waits”', True)
    """
    return _in_order(plain(text), words.quotes, words)


def unquoted(text: str, words: Vocabulary = ENGLISH) -> str:
    """An id or a text as it is written, without quotation marks; marks keep the sentence in order where it runs the other way.

    Example:
        >>> unquoted("sms"), unquoted("أنتظر") == "\N{LEFT-TO-RIGHT MARK}أنتظر\N{LEFT-TO-RIGHT MARK}"
        ('sms', True)
    """
    return _in_order(plain(text), "{}", words)


def _in_order(text: str, form: str, words: Vocabulary) -> str:
    """A text of one line in its quotation marks, if any, with marks of direction around them where it turns."""
    shown = form.format(text)
    if text.isascii() and not words.rtl:
        return shown
    back = [kind != "L" for one in text if (kind := bidirectional(one)) in {"L", "R", "AL"}]
    if all(one is words.rtl for one in back):
        return shown
    outer, own = (_RTL, _LTR) if words.rtl else (_LTR, _RTL)
    turns = not any(back) if words.rtl else back[0]
    if turns and not (text[0].isalpha() and text[-1].isalpha()):
        shown = form.format(f"{own}{text}{own}")  # or signs and numbers at its ends would part from it
    return f"{outer}{shown}{outer}"


def named(spot: Spot, words: Vocabulary = ENGLISH) -> str:
    """What something is called, in quotation marks; its id where it has no title."""
    return quoted(spot.title or spot.id or spot.at, words)


def plural(what: str, count: int, words: Vocabulary = ENGLISH) -> str:
    """A count of things of a class.

    Example:
        >>> plural("Touchpoint", 2), plural("Activity", 1)
        ('2 touchpoints', '1 activity')
    """
    one = singular(what)
    return words.counted(count, words.classes.get(what, (f"{{n}} {one}", f"{{n}} {one}s")))


def singular(what: str, words: Vocabulary = ENGLISH) -> str:
    """What a thing of a class is called.

    Example:
        >>> singular("Touchpoint")
        'touchpoint'
    """
    if what in words.singulars:
        return words.singulars[what]
    return words.classes[what][0].removeprefix("{n} ") if what in words.classes else what.lower()


def listed(names: Sequence[str], most: int = 4, words: Vocabulary = ENGLISH) -> str:
    """Names in a row; how many more where they are many.

    Example:
        >>> listed(["a", "b", "c"], most=2)
        'a, b and 1 more'
    """
    shown = list(names[:most])
    if len(names) > most:
        return words.listed_more.format(first=words.separator.join(shown), n=words.number(len(names) - most))
    return words.listed.format(first=words.separator.join(shown[:-1]), last=shown[-1]) if len(shown) > 1 else "".join(shown)


def signed(number: float, words: Vocabulary = ENGLISH) -> str:
    """A number with its sign, at most one decimal, never a negative zero.

    Example:
        >>> signed(1), signed(-0.04), signed(-1.5)
        ('+1', '0', '−1.5')
    """
    rounded = round(number, 1) + 0.0
    if rounded == 0:
        return "0"
    return words.sign("+" if rounded > 0 else "−") + unsigned(rounded, words)


def unsigned(number: float, words: Vocabulary = ENGLISH) -> str:
    """The size of a number, at most one decimal.

    Example:
        >>> unsigned(-1.5), unsigned(2)
        ('1.5', '2')
    """
    return f"{abs(number):.1f}".removesuffix(".0").replace(".", words.decimal)


def told(value: Any, words: Vocabulary = ENGLISH, *, is_choice: bool = False) -> str:
    """A value as it reads in a sentence; nothing is “nothing”, never 0.

    Args:
        value: any.
        words: of which language.
        is_choice: it is one of a few that the model knows, and is told in words; texts are told as they are.
    """
    if value is None or (not value and isinstance(value, str | tuple | FrozenMap)):
        return words.nothing
    if isinstance(value, tuple):
        return listed([told(one, words, is_choice=is_choice) for one in value], words=words)
    if isinstance(value, FrozenMap):
        return listed([f"{told(str(key), words, is_choice=is_choice)} {told(one, words)}" for key, one in value.items()], words=words)
    return _told_one(value, words, is_choice=is_choice)


def chosen(value: str, words: Vocabulary) -> str:
    """One of the choices of the model in words.

    Example:
        >>> chosen("mystery_shopping", ENGLISH)
        'mystery shopping'
    """
    return words.values.get(value, value.replace("_", " "))


def _told_one(value: Any, words: Vocabulary, *, is_choice: bool) -> str:
    if isinstance(value, bool):
        return words.yes if value else words.no
    if isinstance(value, timedelta):
        return _UNIT.sub(lambda found: words.duration_units[found.group()], show_duration(value).replace(".", words.decimal))
    if isinstance(value, float | int):
        return words.number(value)
    if isinstance(value, Emotion):
        return words.with_remark.format(text=signed(value.valence, words), remark=chosen(value.basis, words))
    if is_choice and isinstance(value, str):
        return chosen(value, words)
    return plain(label_of(value) if isinstance(value, Checked) else str(value)) or type(value).__name__


def worded(field: str, words: Vocabulary = ENGLISH) -> str:
    """The name of a field as words.

    Example:
        >>> worded("wait_before"), worded("kpis"), worded("scope.start")
        ('wait before', 'KPIs', 'scope, start')
    """
    return words.separator.join(words.fields.get(one, one.replace("_", " ")) for one in field.split("."))


_WITHIN = frozenset({"Expectation", "FailPoint"})
"""Several of these stand in one element, which alone has a row: what changes says which of them it is."""


class Names(Protocol):
    """Knows what things are called."""

    @property
    def words(self) -> Vocabulary:
        """In which language."""
        ...

    @property
    def sides(self) -> tuple[str, str] | None:
        """What only one side has is there: such as “for customers”, “for employees”. None where one side follows the other in time."""
        ...

    def target(self, change: ReferenceChanged, written: str, is_new: bool) -> str:  # noqa: FBT001  # which side
        """The target of a changed reference."""
        ...

    def spot(self, spot: Spot, what: str, *, is_new: bool) -> str:
        """Something of a class, where it stands."""
        ...


def described(change: Change, names: Names | None = None) -> str:  # noqa: PLR0911  # one for each kind
    """One change in a few words, without the name of what changed.

    Args:
        change: any.
        names: knows what is called how, and in which language; without it references and the ends of links are told by their ids, in English.
    """
    words = ENGLISH if names is None else names.words
    match change:
        case Added() | Removed():
            return _one_sided(change, names, words)
        case Moved(across=True):
            return words.moved_across.format(old=named(change.old_owner, words), new=named(change.new_owner, words))
        case Moved():
            return words.moved_place.format(old=change.old_place + 1, new=change.new_place + 1)
        case Renamed():
            before, after = quoted(change.before, words), quoted(change.after, words)
            return words.change.format(field=worded(change.field, words), before=before, after=after)
        case Rekeyed():
            before, after = unquoted(change.before, words), unquoted(change.after, words)
            return words.change.format(field=worded("id", words), before=before, after=after)
        case Split() | Merged():
            form = words.split_into if isinstance(change, Split) else words.merged_from
            return form.format(names=listed([named(one.spot, words) for one in change.parts], len(change.parts), words))
        case ReadingChanged():
            return _reading(change, words)
        case ReferenceChanged():
            return _referred(change, names, words)
        case ValueChanged():
            is_said = change.what in _WITHIN and change.field != "text" and change.spot.title
            return f"{named(change.spot, words)}: {_changed(change, words)}" if is_said else _changed(change, words)
        case _:
            return change.kind


def _one_sided(change: Added | Removed, names: Names | None, words: Vocabulary) -> str:
    if change.candidates:
        return words.unresolved_perhaps.format(names=listed(_told_apart(change.candidates, words), 3, words))
    is_new = isinstance(change, Added)
    known = named(change.spot, words)
    called = known if names is None or change.what != "Link" else names.spot(change.spot, "Link", is_new=change.old is None)
    thing = singular(change.what, words)
    if names is not None and names.sides is not None:
        return words.only_there.format(side=names.sides[is_new], thing=thing, name=called)
    return (words.new_one if is_new else words.gone_one).format(thing=thing, name=called)


def _told_apart(spots: Sequence[Spot], words: Vocabulary) -> list[str]:
    """Names; those that are the same with their id."""
    names = [named(one, words) for one in spots]
    return [
        words.with_remark.format(text=name, remark=unquoted(one.id, words)) if names.count(name) > 1 and one.id else name
        for one, name in zip(spots, names, strict=True)
    ]


def _changed(change: ValueChanged, words: Vocabulary) -> str:
    name, is_choice = worded(change.field, words), change.field in choices_of(change.what)
    if isinstance(change.before, tuple) and isinstance(change.after, tuple):
        gained, lost = ([told(one, words, is_choice=is_choice) for one in held] for held in (change.gained, change.lost))
        return f"{name}: {_gained_lost(gained, lost, words)}"
    before, after = (
        unquoted(one, words) if isinstance(one, str) and plain(one) and not is_choice else told(one, words, is_choice=is_choice)
        for one in (change.before, change.after)
    )
    return words.change.format(field=name, before=before, after=after)


def _referred(change: ReferenceChanged, names: Names | None, words: Vocabulary) -> str:
    name = worded(change.field, words)

    def calls(written: str, is_new: bool) -> str:  # noqa: FBT001  # which side
        return unquoted(written, words) if names is None else names.target(change, written, is_new)

    if isinstance(change.before, tuple) and isinstance(change.after, tuple):
        gained, lost = ([calls(one, is_new) for one in held] for held, is_new in ((change.gained, True), (change.lost, False)))
        return f"{name}: {_gained_lost(gained, lost, words)}"
    before, after = (
        calls(held, is_new) if isinstance(held, str) else told(held, words)
        for held, is_new in ((change.before, False), (change.after, True))
    )
    return words.change.format(field=name, before=before, after=after)


def _gained_lost(gained: Sequence[str], lost: Sequence[str], words: Vocabulary) -> str:
    return words.separator.join([*(f"+ {one}" for one in gained), *(f"− {one}" for one in lost)]) or words.another_order


def _reading(change: ReadingChanged, words: Vocabulary) -> str:
    reading = change.after or change.before
    view = words.separator + chosen(reading.perspective, words) if reading is not None and reading.perspective else ""
    moment = chosen(reading.moment, words) if reading is not None else ""
    if change.before is not None and change.after is not None and change.before.valence == change.after.valence:
        return words.feeling_same.format(moment=moment, view=view, value=signed(change.after.valence, words))
    before, after = (words.no_reading if one is None else told(one, words) for one in (change.before, change.after))
    return words.feeling.format(moment=moment, view=view, before=before, after=after)
