"""Journeys inside of other people's attrs classes: a cattrs converter in which the values of the model are at home."""

from typing import Any

from cattrs import Converter

from journeykit.errors import JourneykitError, ModelError
from journeykit.model import Checked, Portfolio

from ._collect import Collector
from ._fast import FaultyError, builder
from ._plain import Bare, plain_value

__all__ = ["converter"]


def converter() -> Converter:
    """A new cattrs converter that reads and writes journeys as files do, strictly, wherever they stand in attrs classes of one's own.

    It is new at every call, so that hooks added to it change nothing elsewhere.

    Example:
        >>> from attrs import frozen
        >>> from journeykit.model import Journey
        >>> @frozen
        ... class Project:
        ...     budget: int
        ...     journey: Journey
        >>> made = converter().structure({"budget": 5, "journey": {"title": "I pay", "stages": ["Pay"]}}, Project)
        >>> made.journey.stages[0].id
        'pay'
        >>> converter().unstructure(made)["journey"]["id"]
        'i-pay'
    """
    made = Converter(forbid_extra_keys=True)
    made.register_structure_hook_func(_is_ours, _structured)
    made.register_unstructure_hook_func(_is_ours, _unstructured)
    return made


def _is_ours(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, Checked)


def _structured(raw: Any, cls: type[Checked]) -> Any:
    """A value of plain data.

    Raises:
        ModelError: with all that is wrong.
    """
    if cls is Portfolio and isinstance(raw, dict):
        raw = {key: one for key, one in raw.items() if key != "journeykit"}
    try:
        return builder(cls)(raw)
    except (FaultyError, JourneykitError, TypeError, ValueError, AttributeError):
        collector = Collector()
        made = collector.build(cls, raw, (0,), "")
        if collector.ledger.faults or made.value is None:
            raise ModelError([one.problem for one in collector.ledger.faults]) from None
        return made.value


def _unstructured(value: Checked) -> Any:
    return _texts(plain_value(value))


def _texts(data: Any) -> Any:
    if isinstance(data, Bare):
        return data.text
    if isinstance(data, dict):
        return {key: _texts(one) for key, one in data.items()}
    return [_texts(one) for one in data] if isinstance(data, list) else data
