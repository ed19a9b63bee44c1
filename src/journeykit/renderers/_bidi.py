"""In which order the parts of one line stand, where scripts run in both directions. Used only where letters are drawn as shapes."""

from collections.abc import Iterator
from itertools import groupby
from unicodedata import bidirectional

_STRONG = frozenset({"L", "R", "AL"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "BN", "LRI", "RLI", "FSI", "PDI", "LRE", "RLE", "LRO", "RLO", "PDF"})
_PAIRS = ("()", "[]", "{}", "⁅⁆", "⟨⟩", "⟦⟧", "〈〉", "《》", "「」", "『』", "【】", "〔〕", "〖〗", "（）", "［］", "｛｝", "｢｣")
_OPENED_BY = {pair[1]: pair[0] for pair in _PAIRS}
_MIRRORED = {pair[at]: pair[1 - at] for pair in (*_PAIRS, "<>", "«»", "‹›", "≤≥") for at in (0, 1)}
_MARKS = frozenset("\u061c\u200e\u200f\u2066\u2067\u2068\u2069")
_DEEPEST = 63
_AT_THE_END = frozenset({"B", "S", "WS", "BN", "LRI", "RLI", "FSI", "PDI"})


def visual_runs(text: str, *, rtl: bool) -> list[tuple[int, int, bool]]:
    """Pieces of a line from left to right: start, end, and whether the piece runs from right to left.

    Isolates count as neutral signs; a line holds no embeddings here.

    Source: Unicode Standard Annex #9, rules W1 to W7, N0 to N2, I1, I2, L1 and L2.

    Example:
        >>> visual_runs("abc \u05d0\u05d1 12", rtl=False)
        [(0, 4, False), (7, 9, False), (4, 7, True)]
    """
    if not rtl and text.isascii():
        return [(0, len(text), False)] if text else []
    runs = []
    for level, places in groupby(enumerate(_levels(text, 1 if rtl else 0)), key=lambda one: one[1]):
        found = [at for at, _ in places]
        runs.append((found[0], found[-1] + 1, level))
    highest = max((level for *_, level in runs), default=0)
    for level in range(highest, 0, -1):
        runs = list(_reversed_from(runs, level))
    return [(start, end, level % 2 == 1) for start, end, level in runs]


def _reversed_from(runs: list[tuple[int, int, int]], level: int) -> Iterator[tuple[int, int, int]]:
    """Rule L2 for one level: every stretch of runs at that level or above is turned around."""
    for high, stretch in groupby(runs, key=lambda run: run[2] >= level):
        found = list(stretch)
        yield from reversed(found) if high else found


def _levels(text: str, base: int) -> list[int]:
    kinds = [bidirectional(one) or "L" for one in text]
    outside = "R" if base else "L"
    _resolve_weak(kinds, outside)
    _resolve_brackets(text, kinds, outside)
    _resolve_neutral(kinds, outside)
    levels = [base + _raise(kind, base) for kind in kinds]
    for at in range(len(text) - 1, -1, -1):  # L1: white space at the end stays outside
        if bidirectional(text[at]) not in _AT_THE_END:
            break
        levels[at] = base
    return levels


def _raise(kind: str, base: int) -> int:
    if kind == "L":
        return base % 2
    if kind == "R":
        return 1 - base % 2
    return 1 if base % 2 else 2


def _resolve_weak(kinds: list[str], outside: str) -> None:
    """Rules W1 to W7, in place; afterwards there are only L, R, EN, AN and neutrals."""
    before, strong = outside, outside
    for at, kind in enumerate(kinds):
        now = before if kind == "NSM" else kind
        if now in _STRONG:
            strong = now
        elif now == "EN" and strong == "AL":
            now = "AN"
        kinds[at] = before = now
    for at in range(1, len(kinds) - 1):
        left, right = kinds[at - 1], kinds[at + 1]
        if left == right and ((kinds[at] in {"ES", "CS"} and left == "EN") or (kinds[at] == "CS" and left == "AN")):
            kinds[at] = left
    _spread_terminators(kinds)
    strong = outside
    for at, kind in enumerate(kinds):
        if kind in _STRONG:
            strong = kind
            kinds[at] = "R" if kind == "AL" else kind
        elif kind in {"ES", "ET", "CS"}:
            kinds[at] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _spread_terminators(kinds: list[str]) -> None:
    """Rule W5: signs such as % and € beside a number belong to it."""
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > at and "EN" in {kinds[at - 1] if at else "", kinds[end] if end < len(kinds) else ""}:
            kinds[at:end] = ["EN"] * (end - at)
        at = max(end, at + 1)


def _resolve_brackets(text: str, kinds: list[str], outside: str) -> None:
    """Rule N0, in place: both brackets of a pair run in one direction."""
    for start, end in _bracket_pairs(text, kinds):
        inside = {_side(one) for one in kinds[start + 1 : end] if one not in _NEUTRAL}
        if not inside:
            continue
        if outside not in inside:
            before = next((_side(one) for one in reversed(kinds[:start]) if one not in _NEUTRAL), outside)
            kinds[start] = kinds[end] = before if before in inside else outside
        else:
            kinds[start] = kinds[end] = outside


def _bracket_pairs(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    """Rule BD16: places of opening and closing brackets, in the order of the opening ones."""
    opened: list[tuple[str, int]] = []
    pairs = []
    for at, char in enumerate(text):
        if kinds[at] != "ON":
            continue
        if char in _OPENED_BY.values():
            if len(opened) == _DEEPEST:
                break
            opened.append((char, at))
        elif char in _OPENED_BY:
            for back in range(len(opened) - 1, -1, -1):
                if opened[back][0] == _OPENED_BY[char]:
                    pairs.append((opened[back][1], at))
                    del opened[back:]
                    break
    return sorted(pairs)


def _resolve_neutral(kinds: list[str], outside: str) -> None:
    """Rules N1 and N2, in place: neutrals go with what surrounds them, numbers count as from right to left."""
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > at:
            left = _side(kinds[at - 1]) if at else outside
            right = _side(kinds[end]) if end < len(kinds) else outside
            kinds[at:end] = [left if left == right else outside] * (end - at)
        at = max(end, at + 1)


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"


def in_sight(text: str, *, backwards: bool) -> str:
    """A run for a shaper that finds the direction by itself from the letters: without marks of direction, neutral signs turned around already.

    Example:
        >>> in_sight("(\u200f", backwards=True), in_sight("[1 ", backwards=True)
        (')', ' 1]')
    """
    shown = "".join(one for one in text if one not in _MARKS)
    if not backwards or runs_backwards(shown):
        return shown
    return "".join(_MIRRORED.get(one, one) for one in reversed(shown))


def runs_backwards(text: str) -> bool:
    """Whether a text in one direction says by its letters that it runs from right to left."""
    return any(bidirectional(one) in {"R", "AL"} for one in text)
