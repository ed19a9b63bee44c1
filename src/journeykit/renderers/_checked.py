"""Strings from strangers, made safe or refused: text, colours, path data, addresses, ids."""

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import quote

from journeykit.errors import Problem, RenderError, shown
from journeykit.scene import number

_BREAKS = r"[\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]"
_UNDRAWABLE = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
_UNUSUAL = r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
_EMBEDDINGS = r"[\u202a-\u202e\u2066-\u2069]"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
_PATH = re.compile(rf"M {_NUMBER} {_NUMBER}(?: (?:[ML] {_NUMBER} {_NUMBER}|C(?: {_NUMBER}){{6}}|Z))*")
_SCHEME = re.compile(r"([^/?#]*?):")
_LINKED = frozenset({"http", "https", "mailto"})
_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_NOT_IN_ID = re.compile(r"[^0-9A-Za-z]+")
_LONGEST_ID = 80


@lru_cache(maxsize=8)
def _set(characters: str) -> re.Pattern[str]:
    """A set of characters, compiled when a text first asks for it: most texts do not, and it takes a millisecond."""
    return re.compile(characters)


def _is_unusual(text: str) -> bool:
    return not text.isprintable() and _set(_UNUSUAL).search(text) is not None


def drawn(text: str) -> str:
    r"""One line of text as it may be drawn.

    Line breaks become spaces and what no file may hold becomes U+FFFD. Embeddings and overrides of direction are dropped: they could turn
    the words around, or end the embedding that a renderer puts around a line from right to left. Marks and isolates stay.

    Example:
        >>> drawn("a\x1b[1m\nb")
        'a�[1m b'
    """
    if not _is_unusual(text):
        return text
    return _set(_EMBEDDINGS).sub("", _set(_UNDRAWABLE).sub("\ufffd", _set(_BREAKS).sub(" ", text)))


def spoken(text: str) -> str:
    r"""Text for a name, a description or a tooltip: line breaks stay as line feeds, tabs become spaces, what no file may hold becomes U+FFFD.

    Example:
        >>> spoken("a\r\nb\x00")
        'a\nb�'
    """
    if not _is_unusual(text):
        return text
    return _set(_EMBEDDINGS).sub("", _set(_UNDRAWABLE).sub("\ufffd", "\n".join(text.replace("\t", " ").splitlines())))


def visible(text: str) -> str:
    r"""One line of text for a terminal or a log: what would act on it instead of showing is written as an escape.

    Example:
        >>> print(visible("a\x1b[31m\u202eb"))
        a\x1b[31m\u202eb
    """
    return _set(_UNUSUAL).sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return " " if found[0] == "\t" else f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


@lru_cache(maxsize=256)
def colour(value: str) -> str:
    """A colour, if it is `#rrggbb`.

    Raises:
        RenderError: it is something else.
    """
    if not _COLOUR.fullmatch(value):
        raise RenderError(Problem("A colour in a scene is not written as #rrggbb.", got=shown(value), expected="such as '#1A1A1A'"))
    return value


@lru_cache(maxsize=512)
def path_data(d: str) -> str:
    """Path data, if it is in the canonical form that `PathBuilder` writes.

    Raises:
        RenderError: it is something else.
    """
    if not _PATH.fullmatch(d):
        raise RenderError(
            Problem(
                "A path in a scene is not in canonical form.", got=shown(d), expected="such as 'M 0 0 L 4 0 Z'", hint="use parse_path()"
            )
        )
    return d


def link(address: str) -> str | None:
    r"""An address that may be followed: http, https, mailto or relative; None for all else, such as `javascript:`.

    Example:
        >>> link("https://example.org/a b"), link("java\tscript:alert(1)"), link("JavaScript:alert(1)")
        ('https://example.org/a%20b', None, None)
    """
    trimmed = address.strip(" ")
    if not trimmed or _is_unusual(trimmed):
        return None
    scheme = _SCHEME.match(trimmed)
    if scheme and scheme.group(1).lower() not in _LINKED:
        return None
    return quote(trimmed, safe="!#$%&'()*+,/:;=?@[]~\\^`{|}-._") if trimmed.isascii() else trimmed.replace(" ", "%20")


def id_prefix(prefix: str) -> str:
    """A prefix of ids, if it is one in every format.

    Raises:
        RenderError: it is not an ASCII letter followed by letters, digits, `_` and `-`.
    """
    if not _PREFIX.fullmatch(prefix):
        raise RenderError(
            Problem(
                "A prefix of ids holds what an id may not hold.",
                got=shown(prefix),
                expected="an ASCII letter, then letters, digits, - and _",
            )
        )
    return prefix


def digest(text: str, size: int = 4) -> str:
    """A short hash of a text, the same on every machine: `size` bytes as hexadecimal digits."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


def slug(source: str) -> str:
    """A model path as an id in ASCII; where letters are lost or it is too long, a hash keeps different paths apart.

    Example:
        >>> slug("journeys['buy'].stages['deal']")
        'journeys-buy-stages-deal'
    """
    plain = _NOT_IN_ID.sub("-", source).strip("-")
    if source.isascii() and len(plain) <= _LONGEST_ID:
        return plain
    return f"{plain[:_LONGEST_ID].strip('-')}-{digest(source)}".lstrip("-")


def length(value: float) -> str:
    """A length as text.

    Raises:
        RenderError: it is negative or not finite.
    """
    if value < 0:
        message = f"A length in a scene is negative: {value!r}."
        raise RenderError(message)
    return number(value)


def checked(*places: float, lengths: Iterable[float] = ()) -> None:
    """Refuse coordinates that are not finite, and lengths that are negative too; for renderers that write no numbers as text.

    Raises:
        RenderError: one of them is.
    """
    for one in places:
        number(one)
    for one in lengths:
        length(one)
