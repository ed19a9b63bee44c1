"""A text in lines of a given width."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from attrs import frozen

from journeykit.record import Record
from journeykit.text.clusters import graphemes
from journeykit.text.linebreak_rules import Piece, paragraphs
from journeykit.text.measurer import TextMeasurer

_ELLIPSIS: Final = "…"
_TOLERANCE: Final = 1e-6
"""px. A width that went through additions and subtractions must still hold the word it was computed from."""

_Measure = Callable[[str], float]


@frozen(eq=False, repr=False)
class Line(Record):
    """One line of a wrapped text.

    Attributes:
        text: what is drawn; no white space at either end.
        width: its advance width in px.
    """

    text: str
    width: float


@frozen(eq=False, repr=False)
class Wrapped(Record):
    """A text in lines.

    Attributes:
        lines: from top to bottom; none for a text without content.
        cut: whether text was left out, in which case the last line ends in "…".
    """

    lines: tuple[Line, ...]
    cut: bool


def wrap(text: str, width: float, size: float, *, weight: int = 400, measurer: TextMeasurer, max_lines: int | None = None) -> Wrapped:
    """Break a text into lines.

    Lines end at white space, after hyphens and dashes, between ideographs and so on; at a soft hyphen they end with a hyphen. Only a word
    longer than a whole line is broken inside, between graphemes and without a hyphen. A newline always ends a line; blank lines stay,
    except at the start and at the end. White space at the ends of lines is dropped, inside them it becomes one space; nothing else is lost.

    Args:
        text: a cleaned text, see `clean`.
        width: the room in px. No line is wider (by more than a millionth of a px) unless one grapheme alone is.
        size: font size in px.
        weight: CSS font weight.
        measurer: the source of widths; those of neighbouring pieces are taken to add up.
        max_lines: how many lines may be kept, at least 1; None for all.

    Returns:
        The lines, none at all where the text is empty or only white space.

    Raises:
        ValueError: if `max_lines` is less than 1.

    Source: Unicode Standard Annex 14 (a subset).

    Example:
        >>> from journeykit.text import DEFAULT_MEASURER
        >>> wrapped = wrap("She waits for the courtesy car", 80, 12, measurer=DEFAULT_MEASURER, max_lines=2)
        >>> [line.text for line in wrapped.lines], wrapped.cut
        (['She waits for', 'the courte…'], True)
    """
    if max_lines is not None and max_lines < 1:
        raise ValueError(f"max_lines must be at least 1, got {max_lines}")

    def measure(part: str) -> float:
        return measurer.width(part, size, weight)

    found = (line for pieces in paragraphs(text) for line in _filled(pieces, width + _TOLERANCE, measure))
    if max_lines is None:
        return Wrapped(tuple(found), cut=False)
    lines = tuple(islice(found, max_lines + 1))
    if len(lines) <= max_lines:
        return Wrapped(lines, cut=False)
    last = _marked(lines[max_lines - 1].text, width, measure)
    return Wrapped((*lines[: max_lines - 1], last), cut=True)


def shorten(text: str, width: float, size: float, *, weight: int = 400, measurer: TextMeasurer) -> str:
    """The text on one line, cut between graphemes and ended by "…" where it does not fit.

    Args:
        text: a cleaned text; newlines and runs of white space become one space.
        width: the room in px; the result is wider only if "…" alone is.
        size: font size in px.
        weight: CSS font weight.
        measurer: the source of widths.

    Example:
        >>> from journeykit.text import DEFAULT_MEASURER
        >>> shorten("Line of internal interaction", 100, 12, measurer=DEFAULT_MEASURER)
        'Line of interna…'
    """

    def measure(part: str) -> float:
        return measurer.width(part, size, weight)

    line = " ".join(_joined(pieces) for pieces in paragraphs(text) if pieces)
    return line if measure(line) <= width + _TOLERANCE else _marked(line, width, measure).text


def longest_run(text: str, size: float, *, weight: int = 400, measurer: TextMeasurer) -> float:
    """The width in px of the longest stretch that `wrap` keeps on one line; 0.0 for a text without content.

    A column as wide as this needs no break inside a word.
    """
    hyphen = measurer.width("-", size, weight)
    return max(
        (
            measurer.width(piece.text, size, weight) + (hyphen if piece.hyphenated else 0.0)
            for pieces in paragraphs(text)
            for piece in pieces
        ),
        default=0.0,
    )


def _joined(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text + " " if piece.spaced else piece.text for piece in pieces).rstrip(" ")


def _filled(pieces: tuple[Piece, ...], limit: float, measure: _Measure) -> Iterator[Line]:
    """As many pieces on each line as fit; at least one empty line."""
    if not pieces:
        yield Line("", 0.0)
        return
    rest = list(pieces)
    widths = [measure(piece.text) for piece in rest]
    space, hyphen = measure(" "), measure("-")
    start = 0
    while start < len(rest):
        end, width = _fitting(start, limit, pieces=rest, widths=widths, space=space, hyphen=hyphen)
        if end > start:
            shown = "-" if rest[end - 1].hyphenated and end < len(rest) else ""
            yield Line(_joined(tuple(rest[start:end])) + shown, width)
            start = end
        elif widths[start] <= limit:
            yield Line(rest[start].text, widths[start])  # only its hyphen does not fit
            start += 1
        else:
            *full, last = _chunks(rest[start].text, limit, measure)
            yield from full
            rest[start] = rest[start]._replace(text=last.text)
            widths[start] = last.width
            if not full:
                yield last
                start += 1


def _fitting(start: int, limit: float, *, pieces: list[Piece], widths: list[float], space: float, hyphen: float) -> tuple[int, float]:
    """Where the line that begins with piece `start` ends, and its width; `start` itself if not one piece fits."""
    used = gap = fitting = 0.0
    end = start
    for index in range(start, len(pieces)):
        piece = pieces[index]
        used += gap + widths[index]
        if used > limit:
            break
        ending = used + hyphen if piece.hyphenated and index + 1 < len(pieces) else used
        if ending <= limit:
            end, fitting = index + 1, ending
        gap = space if piece.spaced else 0.0
    return end, fitting


def _chunks(word: str, limit: float, measure: _Measure) -> list[Line]:
    """A word too long for a line, broken between graphemes; each part holds at least one."""
    found: list[Line] = []
    part: list[str] = []
    used = 0.0
    for cluster in graphemes(word):
        width = measure(cluster)
        if part and used + width > limit:
            found.append(_stripped("".join(part), used, measure))
            part, used = [], 0.0
        if part or cluster != " ":
            part.append(cluster)
            used += width
    found.append(_stripped("".join(part), used, measure))
    return found


def _stripped(text: str, width: float, measure: _Measure) -> Line:
    bare = text.rstrip(" ")
    return Line(bare, width if bare == text else measure(bare))


def _marked(text: str, width: float, measure: _Measure) -> Line:
    """The text with "…" after it, cut as far as it must to fit."""
    room = width + _TOLERANCE - measure(_ELLIPSIS)
    kept: list[str] = []
    used = 0.0
    for cluster in graphemes(text):
        used += measure(cluster)
        if used > room:
            break
        kept.append(cluster)
    short = "".join(kept).rstrip(" ") + _ELLIPSIS
    return Line(short, measure(short))
