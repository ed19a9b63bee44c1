"""Building much at once without the garbage collector looking on.

Whoever makes a hundred thousand small values that all stay alive makes Python look through them again and again for circles
that are not there. Nothing of journeykit is circular, so nothing is lost by looking later.
"""

import gc
from collections.abc import Generator
from contextlib import contextmanager

__all__ = ["uncollected"]


@contextmanager
def uncollected() -> Generator[None]:
    """Pauses the search for circular garbage; memory that nobody refers to is still freed at once.

    What was made is handed to the oldest generation without a look, as it will live long; not where the application has frozen objects
    itself, which that would undo.

    Safe in threads: whoever finds the collector running starts it again, whoever does not leaves it alone. At worst it runs
    while another thread would have paused it, and that only costs time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        gc.enable()
