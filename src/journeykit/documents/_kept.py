"""Whether a text that was changed still has every comment at what it stood at, and every anchor."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml

from ._merge_notes import Note, notes_of
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
    owned = list(_owned(new))
    there, loose = Counter(owned), Counter(text for text, _ in owned)
    for text, owner in _owned(old):
        target = new.counterpart(old, owner) if owner else ()
        if target is None:
            if old.is_text_of_list(owner):
                return False
            continue
        if not loose[text] or (owner and not there[text, target]):
            return False
        there[text, target] -= 1
        loose[text] -= 1
    return True


def _anchors(text: str) -> Counter[str]:
    """The names of anchors and aliases."""
    kinds = (yaml.AnchorToken, yaml.AliasToken)
    return Counter(f"{type(one).__name__} {one.value}" for one in yaml.scan(text, Loader=_Scanner) if isinstance(one, kinds))


def _owned(text: Outline) -> Iterator[tuple[str, Path]]:
    """What each comment says, and the entry that it stands at."""
    owners = {one.comment: _owner(text, one) for one in notes_of(text)}
    return ((one.text, owners.get(one, ())) for one in text.comments)


def _owner(text: Outline, note: Note) -> Path:
    """The outermost entry that a comment stands at; nothing where it is parted from what is below, or behind several texts of a list."""
    if note.place == "apart":
        return ()
    owner = note.paths[-1]
    is_shared = note.place == "behind" and text.beginning(note.comment.line) > 1
    return () if is_shared and owner and text.is_text_of_list(owner) else owner
