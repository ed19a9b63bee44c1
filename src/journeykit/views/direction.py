"""In which direction time runs: that of the language, else that of most titles."""

from collections.abc import Iterable
from unicodedata import bidirectional

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ku", "ps", "sd", "syr", "ug", "ur", "yi"})
_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo"})


def runs_right_to_left(lang: str | None, titles: Iterable[str]) -> bool:
    """Whether the picture is mirrored.

    Example:
        >>> runs_right_to_left("he", []), runs_right_to_left("ku-Latn", []), runs_right_to_left(None, ["يبحث عبر الإنترنت", "Web"])
        (True, False, False)
    """
    parts = (lang or "").replace("_", "-").casefold().split("-")
    script = next((one for one in parts[1:] if len(one) == 4 and one.isalpha()), None)
    if script is not None:
        return script in _SCRIPTS
    if parts[0]:
        return parts[0] in _RIGHT_TO_LEFT
    found = [_is_rtl(one) for one in titles]
    return 2 * found.count(True) > len(found)


def _is_rtl(text: str) -> bool:
    """The first letter with a direction decides."""
    return not text.isascii() and next((kind != "L" for one in text if (kind := bidirectional(one)) in {"L", "R", "AL"}), False)
