"""How much two pictures of one scene differ, beyond what antialiasing does: a count of dots, over all and at the worst place."""

from io import BytesIO
from typing import NamedTuple

import numpy as np
from PIL import Image

_NEAR = 48  # of 255: as far as two ways to draw an edge may lie apart beside the colours around it
_TILE = 32  # dots on a side: about one word
_LEAST_INK = 60  # dots in a tile; less is the end of a line


class Difference(NamedTuple):
    """Shares of inked dots that differ, 0 to 1.

    Attributes:
        share: of the whole picture.
        worst: of the tile where it is highest; one changed word shows here and drowns in the whole.
    """

    share: float
    worst: float


def dots(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(png)).convert("RGB")).astype(np.int16)


def difference(one: np.ndarray, other: np.ndarray) -> Difference:
    """A dot differs where its colour lies outside the colours around the same place of the other picture, seen from either side."""
    height, width = (min(one.shape[at], other.shape[at]) for at in (0, 1))
    one, other = one[:height, :width], other[:height, :width]
    differs = _outside(one, other) | _outside(other, one)
    inked = _inked(one) | _inked(other)
    differs &= inked
    tiles, ink = _by_tile(differs), _by_tile(inked)
    worst = (tiles / np.maximum(ink, 1))[ink >= _LEAST_INK]
    return Difference(float(differs.sum() / max(1, inked.sum())), float(worst.max(initial=0.0)))


def _outside(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    low, high = (_over(_over(other, pick, 0), pick, 1) for pick in (np.minimum, np.maximum))
    return ((one < low - _NEAR) | (one > high + _NEAR)).any(axis=2)


def _over(one: np.ndarray, pick: np.ufunc, axis: int) -> np.ndarray:
    """Of each dot and both its neighbours along an axis the least or the most."""
    out, line = one.copy(), np.moveaxis(one, axis, 0)
    grown = np.moveaxis(out, axis, 0)
    pick(grown[1:], line[:-1], out=grown[1:])
    pick(grown[:-1], line[1:], out=grown[:-1])
    return out


def _inked(one: np.ndarray) -> np.ndarray:
    """Whatever is not the ground, which is the commonest colour."""
    whole = (one.astype(np.int32) * (1 << 16, 1 << 8, 1)).sum(axis=2)
    colours, counts = np.unique(whole[::7, ::3], return_counts=True)
    ground = int(colours[counts.argmax()])
    return (np.abs(one - [ground >> 16, ground >> 8 & 255, ground & 255]) > 8).any(axis=2)


def _by_tile(mask: np.ndarray) -> np.ndarray:
    height, width = (-(-size // _TILE) * _TILE for size in mask.shape)
    grown = np.zeros((height, width), dtype=np.int64)
    grown[: mask.shape[0], : mask.shape[1]] = mask
    return grown.reshape(height // _TILE, _TILE, width // _TILE, _TILE).sum(axis=(1, 3))
