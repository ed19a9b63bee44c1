"""For tests: strategies for valid values, a recording renderer, a square font, and the suite that every renderer passes.

Nothing outside tests may import this room. Hypothesis is loaded only with the strategies, and is needed for nothing else.
"""

from typing import TYPE_CHECKING

from journeykit.lazily import lazily

if TYPE_CHECKING:
    from ._cases import ConformanceCase, conformance_cases
    from ._conformance import check_renderer, conformance_table
    from ._measuring import SquareMeasurer
    from ._phrases import titles
    from ._portfolios import activities, emotions, journeys, personas, portfolios, stages, touchpoints
    from ._recording import RecordingRenderer
    from ._scenes import nodes, scenes, texts

__all__ = [
    "ConformanceCase",
    "RecordingRenderer",
    "SquareMeasurer",
    "activities",
    "check_renderer",
    "conformance_cases",
    "conformance_table",
    "emotions",
    "journeys",
    "nodes",
    "personas",
    "portfolios",
    "scenes",
    "stages",
    "texts",
    "titles",
    "touchpoints",
]

_HOMES = {
    "ConformanceCase": "_cases",
    "RecordingRenderer": "_recording",
    "SquareMeasurer": "_measuring",
    "activities": "_portfolios",
    "check_renderer": "_conformance",
    "conformance_cases": "_cases",
    "conformance_table": "_conformance",
    "emotions": "_portfolios",
    "journeys": "_portfolios",
    "nodes": "_scenes",
    "personas": "_portfolios",
    "portfolios": "_portfolios",
    "scenes": "_scenes",
    "stages": "_portfolios",
    "texts": "_scenes",
    "titles": "_phrases",
    "touchpoints": "_portfolios",
}

__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__
