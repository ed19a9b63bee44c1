"""A NEW MODEL FROM AN OLD ONE: rename, update, move, insert and remove, with references kept right.

This room sees the model alone. It may not know files, figures, rules or pictures. Every verb takes a portfolio or a journey and gives
the same kind back; a journey keeps the library that it is bound to, changed where the verb changes it.
"""

from ._placing import insert, move
from ._renaming import rename
from ._verbs import remove, update

__all__ = ["insert", "move", "remove", "rename", "update"]
