"""Which parser reads which syntax."""

from collections.abc import Callable
from typing import Any, Literal

from ._fault import Fault, Tree
from ._json import parse_json

__all__ = ["Syntax", "parser_of"]

Syntax = Literal["yaml", "json"]


def parser_of(syntax: Syntax) -> Callable[[str], tuple[Any, Tree, list[Fault]]]:
    """What makes plain data of a text."""
    if syntax == "json":
        return parse_json
    from ._yaml import parse_yaml  # noqa: PLC0415  # yaml is loaded only where there is YAML

    return parse_yaml
