"""The comments of a YAML text."""

import re
from typing import Any

import yaml
from attrs import frozen

__all__ = ["Comment", "comments_in", "comments_of"]

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)
_Scanner: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@frozen
class Comment:
    """A comment and where it stands.

    Attributes:
        text: from its `#` to the end of its line, without blanks at its end.
        line: zero-based.
        is_alone: nothing else stands on its line.
    """

    text: str
    line: int
    is_alone: bool


def comments_in(text: str) -> list[Comment]:
    """The comments, in order; none where the text is no YAML.

    Example:
        >>> comments_in('a: "# no comment"  # one')
        [Comment(text='# one', line=0, is_alone=False)]
    """
    if "#" not in text:
        return []
    found: list[re.Match[str]] = []
    at = 0
    try:
        for token in yaml.scan(text, Loader=_Scanner):
            if token.start_mark.index > at:
                found += _COMMENT.finditer(text, at, token.start_mark.index)
            at = max(at, token.end_mark.index)
    except yaml.YAMLError:
        return []
    found += _COMMENT.finditer(text, at)
    made: list[Comment] = []
    line, seen = 0, 0
    for one in found:
        line += text.count("\n", seen, one.start())
        seen = one.start()
        before = text[text.rfind("\n", 0, seen) + 1 : seen]
        made.append(Comment(one.group().rstrip(), line, not before.strip()))
    return made


def comments_of(text: str) -> list[str]:
    """What the comments say, in order, each from its `#` to the end of its line; none where the text is no YAML.

    Example:
        >>> comments_of('a: "# no comment"  # one')
        ['# one']
    """
    return [one.text for one in comments_in(text)]
