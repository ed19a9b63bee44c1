"""What the symbol of a touchpoint says, in words."""

from typing import Literal

from .context import Context

Emphasis = Literal["none", "matters", "critical"]


def emphasis(context: Context, at: int) -> Emphasis:
    """Whether a column is the critical moment, or one that matters."""
    return "critical" if at == context.critical else "matters" if context.columns[at].matters else "none"


def flags(context: Context, at: int) -> tuple[str, ...]:
    """What sets a touchpoint apart: without contact, not ours, critical or one that matters."""
    words, weight = context.words, emphasis(context, at)
    return (
        *([words.flags["alone"]] if context.columns[at].kind == "action" else []),
        *([] if context.ours(at) else [words.not_ours]),
        *([words.flags[weight]] if weight != "none" else []),
    )
