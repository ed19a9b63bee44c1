"""Names of a room that are loaded when they are first used. This file imports nothing of journeykit."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

__all__ = ["homes_of", "lazily"]


def homes_of(names: Mapping[str, str]) -> dict[str, str]:
    """The file of each name, from the names of each file with spaces between them.

    Example:
        >>> homes_of({"_time": "Span time"})
        {'Span': '_time', 'time': '_time'}
    """
    return {name: home for home, held in names.items() for name in held.split()}


def lazily(room: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a room whose names are loaded from their files with their first use, and kept.

    Example:
        >>> load = lazily("journeykit.measure", {"time": "_time"})
        >>> load("time").__name__
        'time'
        >>> load("tide")
        Traceback (most recent call last):
        AttributeError: module 'journeykit.measure' has no attribute 'tide'
    """

    def load(name: str) -> Any:
        home = homes.get(name)
        if home is None:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        found = getattr(import_module(f"{room}.{home}"), name)
        setattr(sys.modules[room], name, found)
        return found

    return load
