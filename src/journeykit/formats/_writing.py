"""A portfolio to canonical text."""

from journeykit.model import Journey, Portfolio

from ._parsed import Syntax
from ._plain import plain

__all__ = ["write"]


def write(model: Portfolio | Journey, syntax: Syntax = "yaml") -> str:
    """The canonical text of a portfolio; a bare journey is written as a portfolio of one. The same model gives the same text.

    Raises:
        ConversionError: it holds what no file can hold.

    Example:
        >>> from journeykit.model import Stage
        >>> print(write(Journey("I pay", stages=[Stage("Pay")])))
        # yaml-language-server: $schema=journeykit.schema.json
        journeykit: 1
        title: I pay
        journeys:
          - id: i-pay
            title: I pay
            stages:
              - id: pay
                title: Pay
        <BLANKLINE>
    """
    data = plain(Portfolio.of(model) if isinstance(model, Journey) else model)
    if syntax == "json":
        from ._write_json import json_text  # noqa: PLC0415  # json is loaded only for JSON

        return json_text(data)
    from ._write_yaml import yaml_text  # noqa: PLC0415

    return yaml_text(data)
