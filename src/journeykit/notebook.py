"""How journeys show themselves in Jupyter, nbconvert and galleries: inline SVG in HTML, with plain text beside it."""

from collections.abc import Collection
from hashlib import sha256
from html import escape
from typing import Any

from journeykit.model import Journey, Portfolio
from journeykit.pipeline import render

__all__ = ["mimebundle"]


def mimebundle(value: Any, *, include: Collection[str] | None = None, exclude: Collection[str] | None = None) -> dict[str, str]:
    """What a notebook is given: `text/html` with the picture, and `text/plain`.

    Args:
        value: a journey or a portfolio.
        include: media types wanted, as IPython passes them; none means all.
        exclude: media types not wanted.
    """
    bundle = _of_journey(value) if isinstance(value, Journey) else _of_portfolio(value)
    return {kind: text for kind, text in bundle.items() if (not include or kind in include) and not (exclude and kind in exclude)}


def _of_journey(journey: Journey) -> dict[str, str]:
    drawn = render(journey)
    return {"text/html": _figure(drawn.svg, drawn.alt), "text/plain": drawn.text}


def _of_portfolio(book: Portfolio) -> dict[str, str]:
    if len(book.journeys) == 1:
        return _of_journey(book.journeys[0])
    title = book.title or "Portfolio"
    plain = "\n".join([title, *(f"- {one.title} ({one.id}): {len(one.touchpoints)} touchpoints" for one in book.journeys)])
    rows = "".join(
        f"<li>{escape(one.title)} <code>{escape(one.id)}</code>: {len(one.touchpoints)} touchpoints</li>" for one in book.journeys
    )
    return {"text/html": f"<p><strong>{escape(title)}</strong></p><ul>{rows}</ul>", "text/plain": plain}


def _figure(svg: str, alt: str) -> str:
    """A figure that scrolls sideways; its caption is for those who do not see the picture."""
    name = "journey-" + sha256(svg.encode()).hexdigest()[:8]
    return (
        f'<figure style="margin:0;overflow-x:auto" tabindex="0" role="region" aria-labelledby="{name}">{svg}'
        f'<figcaption id="{name}" style="position:absolute;left:-10000px">{escape(alt)}</figcaption></figure>'
    )
