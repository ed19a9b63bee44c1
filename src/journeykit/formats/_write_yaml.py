"""Canonical YAML: one fact per line, quotes only where a reader of YAML 1.1 or 1.2 would misread the text."""

import json
import re
from typing import Any, Final

from ._plain import Bare, Row

__all__ = ["flow_text", "lines_of", "yaml_text"]

FIRST_LINE: Final = "# yaml-language-server: $schema=journeykit.schema.json\n"

_WIDEST = 100  # characters of a list on one line

# Letters first; nothing inside that YAML could take for a sign of its own.
_PLAIN = re.compile(r"[^\W\d_](?:[^:#\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufff0-\uffff\ud800-\udfff]|:(?=\S)|(?<=\S)#)*")
_DIGITS = re.compile(r"\d+(?: [^\W\d_][^:#\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufff0-\uffff\ud800-\udfff]*)")
_WORDS: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"})
_FLOWING = re.compile(r"[\[\]{},]")
_BREAKS = re.compile("[\x85\u2028\u2029\r\ufeff]")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufff0-\uffff\ud800-\udfff]")
_WORD = re.compile(r"[\w./-]+")


def yaml_text(data: dict[str, Any]) -> str:
    """The text of plain data, with the line that tells editors where the schema is."""
    lines: list[str] = []
    _mapping(data, "", lines)
    return FIRST_LINE + "\n".join(lines) + "\n"


def lines_of(key: str | None, data: Any) -> list[str]:
    """The lines of one entry: of a mapping by its key, or of a list."""
    lines: list[str] = []
    if key is None:
        _list([data], "", lines)
    else:
        _entry(f"{_key(key)}:", data, "", lines)
    return "\n".join(lines).split("\n")


def flow_text(data: Any) -> str:
    """Plain data on one line, in brackets.

    Example:
        >>> flow_text({"id": "pay", "tags": ["a, b", 1]})
        '{id: pay, tags: ["a, b", 1]}'
    """
    match data:
        case dict():
            return "{" + ", ".join(f"{_key(key)}: {flow_text(one)}" for key, one in data.items()) + "}"
        case list():
            return "[" + ", ".join(map(flow_text, data)) + "]"
        case _:
            return _scalar(data)


def _mapping(data: dict[str, Any], indent: str, lines: list[str], first: str | None = None) -> None:
    for key, value in data.items():
        lead = indent if first is None else first
        first = None
        _entry(f"{lead}{_key(key)}:", value, indent, lines)


def _entry(head: str, value: Any, indent: str, lines: list[str]) -> None:
    """One key or dash with what stands behind it."""
    if isinstance(value, dict) and value:
        lines.append(head)
        _mapping(value, indent + "  ", lines)
    elif isinstance(value, list) and value:
        flow = _flow(value, len(head)) if isinstance(value, Row) else ""
        if flow:
            lines.append(f"{head} {flow}")
        else:
            lines.append(head)
            _list(value, indent + "  ", lines)
    elif isinstance(value, str) and "\n" in value and (block := _block(value, indent + "  ")):
        lines.append(f"{head} {block}")
    else:
        lines.append(f"{head} {_scalar(value)}")


def _list(values: list[Any], indent: str, lines: list[str]) -> None:
    for one in values:
        if isinstance(one, dict) and one:
            _mapping(one, indent + "  ", lines, first=f"{indent}- ")
        else:
            _entry(f"{indent}-", one, indent, lines)


def _flow(values: list[Any], used: int) -> str:
    """A short list of single words or numbers, on one line."""
    if not all(isinstance(one, int | float) or _WORD.fullmatch(one) for one in values):
        return ""
    text = "[" + ", ".join(map(_scalar, values)) + "]"
    return text if used + len(text) < _WIDEST else ""


def _scalar(value: Any) -> str:
    match value:
        case str():
            return quoted(value)
        case Bare():
            return value.text
        case bool():
            return "true" if value else "false"
        case None:
            return "null"
        case int():
            return str(value)
        case float():
            text = repr(value)
            return text.replace("e", ".0e") if "e" in text and "." not in text else text
        case list():
            return "[]"
        case dict():
            return "{}"
        case _:
            raise TypeError(value)


def _key(key: str) -> str:
    return (
        key
        if key.isascii() and key.isidentifier() and key.lower() not in _WORDS - {"y", "n"}
        else key
        if key.isdecimal() and len(key) == 4
        else quoted(key)
    )


def quoted(text: str) -> str:
    r"""A text on one line, in quotes only where it needs them.

    Example:
        >>> quoted("Test drives"), quoted("NO"), quoted("1:30"), quoted("a: b"), quoted('Says "no": why?')
        ('Test drives', '"NO"', '"1:30"', '"a: b"', '\'Says "no": why?\'')
    """
    plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS
    if (plain or _DIGITS.fullmatch(text)) and text[-1] not in " :" and not _FLOWING.search(text):
        return text
    if _UNPRINTABLE.search(text):
        return _UNPRINTABLE.sub(_escape, json.dumps(text, ensure_ascii=False))
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}"


def _block(text: str, indent: str) -> str:
    """A text of several lines as it is; empty where YAML would change it."""
    if _BREAKS.search(text) or _UNPRINTABLE.search(text.replace("\n", "")) or text[0] in " \n":
        return ""
    rows = text.split("\n")
    if any(row != row.rstrip(" ") for row in rows):
        return ""
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    sign = "|-" if ends == 0 else "|" if ends == 1 else "|+"
    kept = rows if ends == 0 else rows[:-1]
    return sign + "\n" + "\n".join(f"{indent}{row}" if row else "" for row in kept)
