"""Whether a text that was changed still has every comment at what it stood at, and every anchor."""

from collections import Counter
from typing import Any

import yaml

from ._merge_comments import Comment
from ._merge_outline import Outline, Path

__all__ = ["keeps_comments"]

_Scanner: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def keeps_comments(before: str, after: str) -> bool:
    r"""Whether each comment stands where it stood, at the same entry; what stood at an entry that is gone may go with it.

    A comment at a text in a list, such as one of several channels, has to stay: which text it was about, nobody can tell.

    Args:
        before: YAML, or JSON, that was read.
        after: the same text, changed.

    Example:
        >>> keeps_comments("a: 1  # one\nb: 2\n", "a: 3  # one\nb: 2\n"), keeps_comments("a: 1  # one\nb: 2\n", "a: 1\nb: 2  # one\n")
        (True, False)
    """
    if before == after:
        return True
    if "&" in before and _anchors(before) != _anchors(after):
        return False
    if "#" not in before:
        return True
    old, new = Outline(before), Outline(after)
    there = Counter((one.text, _owner(new, one)) for one in new.comments)
    loose = Counter(one.text for one in new.comments)
    for one in old.comments:
        owner = _owner(old, one)
        target = new.counterpart(old, owner) if owner else ()
        if target is None:
            if old.is_text_of_list(owner):
                return False
            continue
        if not loose[one.text] or (owner and not there[one.text, target]):
            return False
        there[one.text, target] -= 1
        loose[one.text] -= 1
    return True


def _anchors(text: str) -> Counter[str]:
    """The names of anchors and aliases."""
    kinds = (yaml.AnchorToken, yaml.AliasToken)
    return Counter(f"{type(one).__name__} {one.value}" for one in yaml.scan(text, Loader=_Scanner) if isinstance(one, kinds))


def _owner(text: Outline, one: Comment) -> Path:
    """What a comment stands at: the entry below it or on its line; nothing where a blank line follows, or several texts of a list."""
    line = one.line
    if one.is_alone:
        while line < len(text.lines) and text.lines[line].lstrip().startswith("#"):
            line += 1
        return text.starting(line) or ()
    owner = text.starting(line) or text.ending(line) or ()
    return () if owner and text.is_text_of_list(owner) and text.beginning(line) > 1 else owner
