"""Canonical JSON: two spaces, text as it is, one line break at the end."""

import json
from typing import Any

from ._plain import Bare

__all__ = ["json_text"]


def _bare(value: Any) -> Any:
    if isinstance(value, Bare):
        return int(value.text) if value.text.isdecimal() else value.text
    raise TypeError(value)


def json_text(data: dict[str, Any]) -> str:
    """The text of plain data."""
    return json.dumps(data, ensure_ascii=False, indent=2, default=_bare, allow_nan=False) + "\n"
