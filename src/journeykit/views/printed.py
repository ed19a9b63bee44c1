"""Numbers as a picture prints them: one place for signs, rounding and separators."""

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache
from unicodedata import bidirectional, category

from .direction import runs_right_to_left
from .words import Plural, Words

MINUS = "\N{MINUS SIGN}"
NBSP = "\N{NO-BREAK SPACE}"
_MOST_NAMED = 3
_WHOLE_FROM = 0.095
_JOINER = "\N{ZERO WIDTH JOINER}"
_BACKWARDS = frozenset({"R", "AL"})
_RTL = "\N{RIGHT-TO-LEFT MARK}"
_LTR = "\N{LEFT-TO-RIGHT MARK}"


@lru_cache(maxsize=512)
def valence(value: float, words: Words) -> str:
    """A value from -2 to +2 with its sign, at most one decimal.

    Example:
        >>> from journeykit.views.words_english import ENGLISH
        >>> [valence(one, ENGLISH) for one in (1, -0.143, -0.04, 2.0)]
        ['+1', '−0.1', '0', '+2']
    """
    text = f"{value:+.1f}"
    sign, digits = text[0], text[1:].removesuffix(".0")
    if digits == "0":
        return "0"
    before = _LTR if runs_right_to_left(words.lang, ()) else ""  # or the sign would change sides
    return before + (MINUS if sign == "-" else "+") + digits.replace(".", words.decimal)


@lru_cache(maxsize=1024)
def amount(value: float, words: Words) -> str:
    """A value of any size: at most one decimal, two leading figures below one, thousands apart.

    Example:
        >>> from journeykit.views.words_english import ENGLISH
        >>> [amount(one, ENGLISH) for one in (157, 1436, -7.25, 0.0123, -0.0)]
        ['157', '1,436', '−7.2', '0.012', '0']
    """
    if not value:
        return "0"
    digits = f"{Decimal(f'{abs(value):.2g}'):f}" if abs(value) < 1 else f"{abs(value):,.1f}"
    if "." in digits:
        digits = digits.rstrip("0").removesuffix(".")
    whole, _, rest = digits.partition(".")
    whole = whole.replace(",", words.thousands)
    return (MINUS if value < 0 else "") + whole + (words.decimal + rest if rest else "")


def signed(value: float, words: Words) -> str:
    """An amount that always shows on which side of zero it lies."""
    text = amount(value, words)
    return f"+{text}" if value > 0 and text != "0" else text


def share(value: float, words: Words) -> str:
    """A share from 0 to 1 in per cent, with a no-break space.

    Example:
        >>> from journeykit.views.words_english import ENGLISH
        >>> share(0.41, ENGLISH) == f"41{NBSP}%"
        True
    """
    return f"{amount(round(100 * value, 6), words)}{NBSP}%"


def share_of(count: int, of: int, words: Words) -> str:
    """How many of them in per cent, as precise as sentences on the same count: whole, and with a decimal below ten.

    Example:
        >>> from journeykit.views.words_english import ENGLISH
        >>> [share_of(one, 104, ENGLISH).replace(NBSP, " ") for one in (52, 10, 1)]
        ['50 %', '10 %', '1 %']
    """
    part = count / of
    return share(round(100 * part, 0 if part >= _WHOLE_FROM else 1) / 100, words)


def with_unit(value: str, unit: str) -> str:
    """A printed number and its unit, kept on one line."""
    return f"{value}{NBSP}{unit}" if unit else value


@lru_cache(maxsize=512)
def duration(value: timedelta, words: Words) -> str:
    """A duration in days, hours, minutes and seconds.

    Example:
        >>> from journeykit.views.words_english import ENGLISH
        >>> duration(timedelta(hours=2, minutes=30), ENGLISH).replace(NBSP, " ")
        '2 h 30 min'
    """
    rest = value.total_seconds()
    units = words.duration_units
    parts = []
    for name, seconds in (("d", 86_400), ("h", 3_600), ("min", 60)):
        count, rest = divmod(rest, seconds)
        if count:
            parts.append(with_unit(amount(count, words), units[name]))
    if rest or not parts:
        parts.append(with_unit(amount(rest, words), units["s"]) if rest else with_unit("0", units["min"]))
    return " ".join(parts)


def spelled(count: int, words: Words) -> str:
    """A small number in words, as it stands within a sentence; a larger one in digits."""
    return words.numerals[count] if 0 <= count < len(words.numerals) else amount(count, words)


def counted(count: int, forms: Plural, words: Words, *, in_words: bool = False, **facts: str) -> str:
    """The form for that many, with the number in it.

    Example:
        >>> from journeykit.views.words_english import ENGLISH
        >>> counted(1, ENGLISH.stages_n, ENGLISH), counted(4, ENGLISH.stages_n, ENGLISH)
        ('1 stage', '4 stages')
    """
    number = spelled(count, words) if in_words else amount(count, words)
    return forms[0 if count == 1 else 1].format(n=number, **facts)


def named_or_counted(titles: Sequence[str], words: Words) -> str:
    """Touchpoints by their titles, or how many there are where the titles would fill a sentence.

    Example:
        >>> from journeykit.views.words_english import ENGLISH
        >>> named_or_counted(["“Asks”", "“Pays”"], ENGLISH), named_or_counted(["“Asks”"] * 4, ENGLISH)
        ('“Asks” and “Pays”', '4 touchpoints')
    """
    return listed(titles, words) if len(titles) <= _MOST_NAMED else counted(len(titles), words.touchpoints_n, words)


def listed(texts: Sequence[str], words: Words, *, either: bool = False) -> str:
    """Texts as a list within a sentence.

    Example:
        >>> from journeykit.views.words_english import ENGLISH
        >>> listed(["age", "family", "needs"], ENGLISH)
        'age, family and needs'
        >>> from journeykit.views.words_arabic import ARABIC
        >>> listed(["أ", "ب", "ج"], ARABIC)
        'أ، ب وج'
    """
    if len(texts) < 2:
        return "".join(texts)
    form = words.either if either else words.listed
    return form.format(first=words.comma.join(texts[:-1]), last=texts[-1])


def joined(texts: Iterable[str], words: Words) -> str:
    """Parts of one sentence, set apart by semicolons.

    Example:
        >>> from journeykit.views.words_arabic import ARABIC
        >>> joined(["أ", "ب"], ARABIC)
        'أ؛ ب'
    """
    return _apart(words).join(texts)


def _apart(words: Words) -> str:
    return "؛ " if words.lang == "ar" else "; "


_TWICE = re.compile("([?!…؟！？。][\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}”“»’)]*)[.。]$")


def shortened(text: str, longest: int) -> str:
    """A text cut after a word where it is longer than so many characters; the cut is marked."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    end = longest
    while end > 1 and (category(text[end])[0] == "M" or text[end] == _JOINER or text[end - 1] == _JOINER):
        end -= 1  # never between a letter and its marks, or within a joined pictograph
    kept = text[:end]
    if " " in kept[end // 2 :]:
        kept = kept.rsplit(" ", 1)[0]
    return kept.rstrip(" ,;:.–—-") + "…"


def sentence_part(text: str, words: Words) -> str:
    """A text within a sentence: without the full stop that the sentence will bring."""
    return embedded(text.strip().rstrip(".").rstrip() or text, words)


def closed(sentence: str) -> str:
    """A sentence without the full stop behind a text that brought its own end.

    Example:
        >>> closed("Objective: What is this map for?."), closed("Objective: Less waiting.")
        ('Objective: What is this map for?', 'Objective: Less waiting.')
    """
    return _TWICE.sub(r"\1", sentence)


def initial(text: str) -> str:
    """A text that begins with a capital."""
    return text[:1].upper() + text[1:]


def annotated(text: str, remark: str, words: Words) -> str:
    """A stranger's text with a remark of ours behind it: the whole runs as the text does, and the remark stays in one piece.

    Args:
        text: the text.
        remark: what is said of it.
        words: those of the picture, for its direction.

    Example:
        >>> from journeykit.views.languages import words_for
        >>> annotated("Waits", "also at 9", words_for("en"))
        'Waits; also at 9'
    """
    if text.isascii() and remark.isascii():
        return f"{text}{_apart(words)}{remark}"
    mirrored = runs_right_to_left(words.lang, ())
    backwards = any(bidirectional(one) in _BACKWARDS for one in text) if mirrored else runs_right_to_left(None, (text,))
    mark = _RTL if backwards else _LTR
    turns = any(bidirectional(one) in ({"L"} if backwards else _BACKWARDS) for one in remark)
    return f"{text}{_apart(words)}{mark}{remark}{mark}" if turns else f"{text}{_apart(words)}{remark}"


def embedded(text: str, words: Words) -> str:
    """A stranger's text within a sentence: marks keep both in order where the text runs the other way.

    Marks of the sentence stand outside; within them those of the text, where signs or numbers at its ends would part from it.

    Args:
        text: the text.
        words: those of the sentence.

    Example:
        >>> from journeykit.views.words_english import ENGLISH
        >>> embedded("Waits", ENGLISH), embedded("أنتظر", ENGLISH) == "\N{LEFT-TO-RIGHT MARK}أنتظر\N{LEFT-TO-RIGHT MARK}"
        ('Waits', True)
    """
    sentence_turns = runs_right_to_left(words.lang, ())
    if text.isascii() and not sentence_turns:
        return text
    kinds = [bidirectional(one) for one in text]
    strong = [one in _BACKWARDS for one in kinds if one == "L" or one in _BACKWARDS]
    if not strong or all(one is sentence_turns for one in strong):
        return text
    turns = any(strong) if sentence_turns else strong[0]
    outer, own = (_RTL, _LTR) if sentence_turns else (_LTR, _RTL)
    open_ended = turns is not sentence_turns and not {kinds[0], kinds[-1]} <= ({"L"} if sentence_turns else _BACKWARDS)
    return f"{outer}{own}{text}{own}{outer}" if open_ended else f"{outer}{text}{outer}"
