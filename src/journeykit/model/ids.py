"""Ids: what they look like, and how one is made of a title."""

import re
import unicodedata

from journeykit.errors import ArgumentError, Problem, shown

_LONGEST = 64
_ASCII_WORD = re.compile("[a-z0-9_]+")
_MARKS = str.maketrans("._-", "aaa")


def _is_word(one: str) -> bool:
    return one.isalnum() or one == "_" or unicodedata.category(one)[0] == "M"


def fold(text: str) -> str:
    """The form in which ids are compared: NFC, casefolded, NFC again.

    Example:
        >>> fold("Pay-Now")
        'pay-now'
    """
    try:
        if text.isascii():
            return text.lower()
    except AttributeError:
        raise ArgumentError(Problem("This is no id.", got=shown(text), expected="a text")) from None
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def is_id(text: str) -> bool:
    """Whether a text is a well-formed id: folded, a letter, digit or underscore of any script, then also `.` and `-`.

    Example:
        >>> is_id("pay.2"), is_id("-pay"), is_id("Pay"), is_id("支払い")
        (True, False, False, True)
    """
    if text.isascii():
        return text[:1] not in {"", ".", "-"} and text == text.lower() and (text.isalnum() or text.translate(_MARKS).isalnum())
    if fold(text) != text or not _is_word(text[0]) or unicodedata.category(text[0])[0] == "M":
        return False
    return all(_is_word(one) or one in ".-" for one in text)


def _words(folded: str) -> list[str]:
    """The words of a text of any script; a mark without a letter before it opens none."""
    words = "".join(one if _is_word(one) else " " for one in folded).split()
    return [found for word in words if (found := word.lstrip("".join(one for one in word if unicodedata.category(one)[0] == "M") or " "))]


def slug(title: str) -> str:
    """The id of a title: it depends on nothing else.

    Words joined with `-`, at most 64 characters, cut at a word where possible. A title without any letter or digit
    gives the code points of its first characters, so that there always is an id.

    Example:
        >>> slug("Negotiates the price!"), slug("Überweist Geld"), slug("🙂")
        ('negotiates-the-price', 'überweist-geld', 'u1f642')
    """
    folded = fold(title)
    words = _ASCII_WORD.findall(folded) if folded.isascii() else _words(folded)
    if not words:
        return "-".join(f"u{ord(one):x}" for one in title.strip()[:4]) or "u0"
    made = words[0][:_LONGEST]
    for word in words[1:]:
        if len(made) + 1 + len(word) > _LONGEST:
            break
        made += "-" + word
    return made
