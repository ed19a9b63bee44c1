"""A comparison as plain data, for programs that read JSON: texts, numbers, lists and mappings, always in the same order."""

from typing import TYPE_CHECKING, Any

from .changes import (
    Added,
    Change,
    Merged,
    Moved,
    ReadingChanged,
    ReferenceChanged,
    Rekeyed,
    Removed,
    Renamed,
    Split,
    Spot,
    ValueChanged,
)
from .lens_measures import LensMeasure
from .lens_preconditions import Precondition
from .naming import Naming
from .rows import Row
from .tables import measures_told
from .words import described, told

if TYPE_CHECKING:
    from .result import Comparison

__all__ = ["plain_data"]


def plain_data(comparison: "Comparison", *, limit: int = 10, language: str | None = None) -> dict[str, Any]:
    """What `journeykit diff --format json` prints: headlines, counts, measures, preconditions, and every row that differs.

    Args:
        comparison: any.
        limit: of the headlines.
        language: of the sentences (BCP 47); English where not given.
    """
    naming = Naming.of(comparison, language)
    return {
        "differs": bool(comparison),
        "lens": comparison.lens,
        "headlines": list(comparison.headlines(limit, language=language)),
        "counts": comparison.counts(),
        "measures": [_measure(one, naming) for one in comparison.measures],
        "preconditions": [_precondition(one) for one in comparison.preconditions],
        "rows": [_row(one, naming) for one in comparison.rows if one.status != "unchanged"],
    }


def _measure(one: LensMeasure, naming: Naming) -> dict[str, Any]:
    told = [f"{name}: {value}" for name, value in measures_told([one], naming)]
    return {"key": one.key, "kind": one.kind, "value": one.value, "of": one.of, "journey": one.journey or None, "words": "".join(told)}


def _precondition(one: Precondition) -> dict[str, Any]:
    return {"code": one.code, "about": one.about, "met": one.is_met, "before": _value(one.before), "after": _value(one.after)}


def _row(row: Row, naming: Naming) -> dict[str, Any]:
    return {
        "what": row.what,
        "status": row.status,
        "before": [_spot(one) for one in row.old],
        "after": [_spot(one) for one in row.new],
        "matched_by": row.method,
        "score": row.score,
        "candidates": [_spot(one) for one in row.candidates],
        "journey": None if row.journey is None else _spot(row.journey),
        "parts": [{**_spot(part.spot), "changes": [_change(one, naming) for one in part.changes]} for part in row.parts],
        "changes": [_change(one, naming) for one in row.changes],
    }


def _spot(spot: Spot) -> dict[str, str]:
    return {"where": spot.at, "id": spot.id, "title": spot.title}


def _change(one: Change, naming: Naming) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": one.kind, "what": one.what, "where": one.where, "words": described(one, naming)}
    match one:
        case ValueChanged() | ReferenceChanged() | Renamed():
            found |= {"field": one.field, "before": _value(one.before), "after": _value(one.after)}
        case Rekeyed():
            found |= {"before": one.before, "after": one.after}
        case ReadingChanged():
            found |= {
                "before": one.before.valence if one.before is not None else None,
                "after": one.after.valence if one.after is not None else None,
                "same_basis": one.same_basis,
            }
        case Moved():
            found |= {"from": _spot(one.old_owner), "to": _spot(one.new_owner), "before": one.old_place, "after": one.new_place}
        case Split() | Merged():
            found |= {"whole": _spot(one.whole.spot), "parts": [_spot(part.spot) for part in one.parts]}
        case Added() | Removed():
            found |= {"candidates": [_spot(spot) for spot in one.candidates]}
        case _:
            pass
    return found


def _value(value: Any) -> Any:
    """Numbers, texts and lists of them as they are; anything else as it reads."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    return told(value)
