"""`journeykit diff`."""

import json
from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import click

from journeykit.comparison import LENSES
from journeykit.errors import ArgumentError, Problem

from ._revisions import book_at, revision_of
from ._saying import book_of, clean, guarded, out

if TYPE_CHECKING:
    from journeykit.comparison import Comparison

_SIGNS = {"added": "+", "removed": "-", "moved": ">", "unresolved": "?"}
_KINDS = {
    "rekeyed": "given another id", "value": "values changed", "reference": "references changed", "reading": "feelings changed",
    "unresolved": "not matched for sure",
}  # fmt: skip
_MOST_PICTURES = 20


@click.command()
@click.argument("before")
@click.argument("after")
@click.option("--lens", type=click.Choice(LENSES), metavar="NAME", help=f"The question that is asked: {', '.join(LENSES)}.")
@click.option(
    "--journey", "journeys", multiple=True, metavar="ID", help="Only this journey; given twice, that of BEFORE and that of AFTER."
)
@click.option(
    "--format", "kind", type=click.Choice(["text", "markdown", "json", "svg", "html"]), default="text", show_default=True, help="As what."
)
@click.option("--stat", is_flag=True, help="Only how many differences of each kind there are.")
@click.option(
    "--headlines", "limit", type=click.IntRange(0), default=10, show_default=True, metavar="N", help="How many sentences at most."
)
@click.option(
    "--picture", metavar="NAME", help="In svg and html: another picture than the one that suits the lens, such as slope or table."
)
@click.option("--exact", is_flag=True, help="Recognise nothing by its likeness.")
@guarded
def diff(
    *, before: str, after: str, lens: Any, journeys: Sequence[str], kind: str, stat: bool, limit: int, exact: bool, picture: str | None
) -> None:
    """Compare two files, folders, or versions in git (REV:path); - is standard input.

    Exit code 0: the same; 1: something differs; 2: could not.

    \b
    Example:  journeykit diff HEAD:map.yaml map.yaml
    """
    from journeykit.comparison import compare

    books = [_book(one) for one in (before, after)]
    sides = _chosen(books, journeys, lens)
    found = compare(sides[0], sides[1], lens=lens, fuzzy=not exact)
    title = f"{before} → {after}"
    ways: dict[str, Callable[[], str]] = {
        "text": lambda: as_text(found, limit),
        "markdown": lambda: _markdown(found, title, limit),
        "json": lambda: _json(found, limit),
        "svg": lambda: _svg(found, picture),
        "html": lambda: _html(found, title, limit, picture),
    }
    out((_stat(found) if stat else ways[kind]()).encode("utf-8", "backslashreplace"))
    raise SystemExit(1 if found else 0)


def _book(name: str) -> Any:
    at = revision_of(name)
    return book_of(name) if at is None else book_at(*at)


def _chosen(books: Sequence[Any], journeys: Sequence[str], lens: str | None) -> list[Any]:
    """Portfolios; journeys where they are named, or where a lens is asked for and either side has one alone."""
    from journeykit.pipeline import journey_of

    if len(journeys) > 2:
        raise ArgumentError(Problem("Two journeys can be compared.", got=f"{len(journeys)} times --journey", expected="once or twice"))
    if journeys:
        return [journey_of(book, name) for book, name in zip(books, (journeys[0], journeys[-1]), strict=True)]
    if lens not in {None, "action"} and all(len(one.journeys) == 1 for one in books):
        return [one.journeys[0] for one in books]
    return [*books]


def _stat(found: "Comparison") -> str:
    counts = found.counts()
    lines = [f"{count:>6}  {_KINDS.get(kind, kind)}" for kind, count in counts.items()]
    return "\n".join([*lines, f"{sum(counts.values()):>6}  in all"]) + "\n"


def as_text(found: "Comparison", limit: int) -> str:
    """At most so many sentences, then every element that differs with what is different about it."""
    from journeykit.comparison import plain_data

    lines = [*found.headlines(limit)] if limit else []
    rows = plain_data(found, limit=0)["rows"]
    lines += [""] if lines and rows else []
    for row in rows:
        name = " → ".join(dict.fromkeys(one for side in ("before", "after") if (one := _names(row, side))))
        lines.append(f"{_SIGNS.get(row['status'], '~')} {row['what']} {name}")
        if row["status"] not in {"added", "removed"}:
            lines += [f"    {one['words']}" for one in row["changes"]]
    return clean("\n".join(lines)) + "\n"


def _markdown(found: "Comparison", title: str, limit: int) -> str:
    """By the renderer of Markdown, which lets no word become markup."""
    from journeykit.renderers import Options, renderer
    from journeykit.scene import Scene

    rows = found.to_table()
    headlines = "\n".join(found.headlines(limit)) if limit else ""
    scene = Scene(title=title, description=headlines, table=rows if len(rows) > 1 else (), pages=())
    return renderer("markdown").render(scene, Options())[0].decode("utf-8")


def _json(found: "Comparison", limit: int) -> str:
    from journeykit.comparison import plain_data

    return json.dumps(plain_data(found, limit=limit), ensure_ascii=False, indent=2) + "\n"


def _svg(found: "Comparison", picture: str | None) -> str:
    from journeykit.pipeline import render

    return render(found, standalone=True, picture=picture).svg


def _html(found: "Comparison", title: str, limit: int, picture: str | None) -> str:
    """One page that needs nothing else: sentences, pictures, and the table of all changes."""
    from journeykit.comparison import plain_data
    from journeykit.pipeline import render

    changed = [part for part in found.parts if part] if found else []
    pictures = [render(part, prefix=f"c{number}-", picture=picture).svg for number, part in enumerate(changed[:_MOST_PICTURES])]
    rows = plain_data(found, limit=0)["rows"]
    name = escape(clean(title))
    body = [
        f"<h1>{name}</h1>",
        f"<ul>{''.join(f'<li>{_inert(one)}</li>' for one in found.headlines(limit))}</ul>" if limit else "",
        *(f"<figure>{one}</figure>" for one in pictures),
        f"<table><thead>{_line(_HEADINGS, 'th')}</thead><tbody>{''.join(_line(_cells(one), 'td') for one in rows)}</tbody></table>"
        if rows
        else "",
    ]
    lang = getattr(found.after, "language", None) or getattr(found.after, "lang", None) or "en"
    return _PAGE.format(lang=escape(lang), title=name, body="\n".join(one for one in body if one))


_HEADINGS = ("What", "Status", "Before", "After", "Matched by", "Changes")


def _names(row: dict[str, Any], side: str) -> str:
    return ", ".join(f"{one['id']}: {one['title']}" if one["id"] else one["title"] for one in row[side])


def _cells(row: dict[str, Any]) -> list[str]:
    """The cells of a row, ready for HTML."""
    score = f" {row['score']:.2f}" if row["matched_by"] == "similarity" else ""
    texts = [row["what"], row["status"], _names(row, "before"), _names(row, "after"), f"{row['matched_by'] or ''}{score}"]
    return [*map(_inert, texts), "<br>".join(_inert(one["words"]) for one in row["changes"])]


def _inert(text: str) -> str:
    return escape(clean(text))


def _line(cells: Sequence[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{one}</{tag}>' for one in cells)}</tr>\n"


_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 24px; max-width: 1800px }}
h1 {{ font-size: 24px }}
figure {{ margin: 24px 0; overflow-x: auto }}
table {{ border-collapse: collapse; font-size: 14px }}
th, td {{ text-align: start; vertical-align: top; padding: 6px 12px; border-bottom: 1px solid #bdbdbd }}
</style>
</head>
<body>
{body}
</body>
</html>
"""
