"""The comments of a YAML text."""

import re
from typing import Any

import yaml

__all__ = ["comments_of"]

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)
_Scanner: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def comments_of(text: str) -> list[str]:
    """The comments, in order, each from its `#` to the end of its line; none where the text is no YAML.

    Example:
        >>> comments_of('a: "# no comment"  # one')
        ['# one']
    """
    found: list[str] = []
    at = 0
    try:
        for token in yaml.scan(text, Loader=_Scanner):
            if token.start_mark.index > at:
                found += [one.group().rstrip() for one in _COMMENT.finditer(text, at, token.start_mark.index)]
            at = max(at, token.end_mark.index)
    except yaml.YAMLError:
        return []
    return found + [one.group().rstrip() for one in _COMMENT.finditer(text, at)]
