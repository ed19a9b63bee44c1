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
        value: a journey, a portfolio, a comparison, or the report of a check.
        include: media types wanted, as IPython passes them; none means all.
        exclude: media types not wanted.
    """
    if isinstance(value, Journey):
        bundle = _of_journey(value)
    elif isinstance(value, Portfolio):
        bundle = _of_portfolio(value)
    else:
        bundle = _of_comparison(value) if hasattr(value, "headlines") else _of_report(value)
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


def _of_comparison(comparison: Any) -> dict[str, str]:
    """The headlines of a comparison, and the table of what differs."""
    sentences, (head, *rows) = comparison.headlines(), comparison.to_table()
    plain = "\n".join([*sentences, *(f"- {what} {before or after}: {status}" for what, status, before, after, *_ in rows)])
    body = "".join(f"<tr>{''.join(f'<td>{escape(one)}</td>' for one in row)}</tr>" for row in rows)
    table = f"<table><thead><tr>{''.join(f'<th>{one}</th>' for one in head)}</tr></thead><tbody>{body}</tbody></table>" if rows else ""
    return {"text/html": f"<ul>{''.join(f'<li>{escape(one)}</li>' for one in sentences)}</ul>{table}", "text/plain": plain}


def _of_report(report: Any) -> dict[str, str]:
    """The findings of a check as a table: severity, rule, what was found, where, and what to do."""
    from journeykit.rules import grouped  # noqa: PLC0415  # only whoever shows a report needs rules

    rows = "".join(
        f"<tr><td>{escape(one.severity)}</td><td><code>{escape(one.code)}</code> {escape(one.name)}</td><td>{escape(one.message)}</td>"
        f"<td>{escape(one.place or one.where)}</td><td>{escape(one.fix)}</td></tr>"
        for one in report
    )
    head = "".join(f"<th>{name}</th>" for name in ("Severity", "Rule", "Finding", "Where", "What to do"))
    plain = grouped(report).rstrip("\n")
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if rows else ""
    return {"text/html": f"{table}<p>{escape(plain.rpartition(chr(10))[2])}</p>", "text/plain": plain}


def _figure(svg: str, alt: str) -> str:
    """A figure that scrolls sideways; its caption is for those who do not see the picture."""
    name = "journey-" + sha256(svg.encode()).hexdigest()[:8]
    return (
        f'<figure style="margin:0;overflow-x:auto" tabindex="0" role="region" aria-labelledby="{name}">{svg}'
        f'<figcaption id="{name}" style="position:absolute;left:-10000px">{escape(alt)}</figcaption></figure>'
    )
