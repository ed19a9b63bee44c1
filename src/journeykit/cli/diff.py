"""`journeykit diff`."""

import json
from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import click

from journeykit.comparison import LENSES
from journeykit.errors import ArgumentError, Problem, step
from journeykit.model import Journey

from ._compared import Compared
from ._revisions import book_at, revision_of
from ._saying import book_of, clean, guarded, out

if TYPE_CHECKING:
    from journeykit.comparison import Comparison, Row, Spot, Vocabulary

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
@click.option("--language", metavar="TAG", help="Of the sentences: en, de or ar; pages and pictures speak that of the journey.")
@click.option("--exact", is_flag=True, help="Recognise nothing by its likeness.")
@guarded
def diff(
    *,
    before: str,
    after: str,
    lens: Any,
    journeys: Sequence[str],
    kind: str,
    stat: bool,
    limit: int,
    exact: bool,
    picture: str | None,
    language: str | None,
) -> None:
    """Compare two files, folders, or versions in git (REV:path); - is standard input.

    Exit code 0: the same; 1: something differs; 2: could not.

    \b
    Example:  journeykit diff HEAD:map.yaml map.yaml
    """
    books = [_book(one) for one in (before, after)]
    found = _compared(books, _chosen(books, journeys, lens), lens, fuzzy=not exact, alone=bool(journeys))
    title = f"{before} → {after}"
    ways: dict[str, Callable[[], str]] = {
        "text": lambda: as_text(found, limit, language),
        "markdown": lambda: _markdown(found, title, limit, language),
        "json": lambda: _json(found, limit, language),
        "svg": lambda: _svg(found, picture, language),
        "html": lambda: _html(found, title, limit, picture=picture, language=language),
    }
    out((_stat(found, kind) if stat else ways[kind]()).encode("utf-8", "backslashreplace"))
    raise SystemExit(1 if found.differs else 0)


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


def _compared(books: Sequence[Any], sides: Sequence[Any], lens: Any, *, fuzzy: bool, alone: bool) -> Compared:
    """The files, or two journeys as the comparison of their files tells of them; a plan and its run share nothing.

    Only there is known what else got a new id: what follows it is no change of a journey. `alone` tells of nothing beside it.
    """
    from journeykit.comparison import compare

    runs = lens == "conformance"
    if sides[0] is books[0] or (runs and books[0] == books[1]):
        return Compared(compare(sides[0], sides[1], lens=lens, fuzzy=fuzzy))
    old, new = (step("journeys", one.id) for one in sides)
    files = compare(books[0], books[1], mapping={old: new}, lens=lens, fuzzy=fuzzy)
    found = next(one for one in files.parts if isinstance(one.before, Journey) and one.before.id == sides[0].id)
    return Compared(found, files=None if alone or runs else files)


def _stat(found: Compared, kind: str) -> str:
    counts = found.counts()
    if kind == "json":
        return json.dumps({"differs": found.differs, "counts": counts, "all": sum(counts.values())}, indent=2) + "\n"
    if kind != "text":
        raise ArgumentError(
            Problem("Counts are written as text or as JSON.", got=f"--stat --format {kind}", expected="--format text or json")
        )
    lines = [f"{count:>6}  {_KINDS.get(kind, kind)}" for kind, count in counts.items()]
    return "\n".join([*lines, f"{sum(counts.values()):>6}  in all"]) + "\n"


def as_text(found: Compared, limit: int, language: str | None = None) -> str:
    """At most so many sentences, then every element that differs with what is different about it."""
    from journeykit.comparison import changes_told, initial, sees_whole, singular, words_in

    words = words_in(language)
    lines = [*found.headlines(limit, language)] if limit else []
    rows = [] if sees_whole(found.found) else [*found.rows(language)]
    if measures := _measures(found.found, language):
        lines += [*([""] if lines else []), words.measures_title, *(f"    {name}: {value}" for name, value in measures)]
    lines += [""] if lines and rows else []
    for row, naming in rows:
        lines.append(f"{_SIGNS.get(row.status, '~')} {initial(singular(row.what, words))} {_placed(row, words)}")
        if row.status not in {"added", "removed"}:
            lines += [f"    {one}" for one in changes_told(row, naming)]
    return clean("\n".join(lines)) + "\n"


def _measures(found: "Comparison", language: str | None) -> list[tuple[str, str]]:
    """Of several journeys only those that differ; where nothing does, of all: a file may be compared with itself."""
    from journeykit.comparison import Naming, measures_told

    differing = {one.before.id for one in found.parts if one and isinstance(one.before, Journey)}
    told = [one for one in found.measures if not one.journey or not found or one.journey in differing]
    return measures_told(told, Naming.of(found, language))


def _placed(row: "Row", words: "Vocabulary") -> str:
    """What a row is about, and in a portfolio the journey that it is in."""
    name = _called(row, words)
    return name if row.journey is None else words.of_journey.format(name=name, journey=_named([row.journey], words))


def _called(row: "Row", words: "Vocabulary") -> str:
    """Titles with the ids behind them; what is the same on both sides is said once."""
    sides = [side for side in (row.old, row.new) if side]
    if len(sides) == 2 and [one.id for one in sides[0]] == [one.id for one in sides[1]]:
        titles = list(dict.fromkeys(_named(side, words, ids=False) for side in sides))
        return words.arrow.join([*titles[:-1], _named(sides[1], words)])
    return words.arrow.join(dict.fromkeys(_named(side, words) for side in sides))


def _named(spots: Sequence["Spot"], words: "Vocabulary", *, ids: bool = True) -> str:
    from journeykit.comparison import quoted, unquoted

    def one_named(one: "Spot") -> str:
        title = quoted(one.title, words) if one.title else ""
        if not ids or not one.id:
            return title
        written = unquoted(one.id, words)
        return words.with_remark.format(text=title, remark=written) if title else written

    return words.separator.join(map(one_named, spots))


def _markdown(found: Compared, title: str, limit: int, language: str | None) -> str:
    """By the renderer of Markdown, which lets no word become markup."""
    from journeykit.comparison import words_in
    from journeykit.renderers import Options, renderer
    from journeykit.scene import Scene

    rows = found.to_table(language)
    headlines = "\n".join(found.headlines(limit, language)) if limit else ""
    changes = rows if len(rows) > 1 else ()

    def written(**parts: Any) -> str:
        return renderer("markdown").render(Scene(pages=(), **parts), Options())[0].decode("utf-8")

    measures = _measures(found.found, language)
    if not measures:
        return written(title=title, description=headlines, table=changes)
    heading = words_in(language).measures_title
    blocks = [written(title=title, description=headlines), "#" + written(title=heading, table=(("", ""), *measures))]
    return "\n".join([*blocks, *([written(title="", table=changes)] if changes else [])])


def _json(found: Compared, limit: int, language: str | None) -> str:
    return json.dumps(found.data(limit, language), ensure_ascii=False, indent=2) + "\n"


def _svg(found: Compared, picture: str | None, language: str | None) -> str:
    from journeykit.pipeline import render

    return render(found.pictured, standalone=True, picture=picture, language=language).svg


def _html(found: Compared, title: str, limit: int, *, picture: str | None, language: str | None) -> str:
    """One page that needs nothing else: sentences, pictures, and the table of all changes, each said once."""
    from journeykit.comparison import words_in

    name = escape(clean(title))
    lang = language or getattr(found.found.after, "language", None) or getattr(found.found.after, "lang", None) or "en"
    body = [
        f"<h1>{name}</h1>",
        f"<ul>{''.join(f'<li>{_inert(one)}</li>' for one in found.headlines(limit, lang))}</ul>" if limit else "",
        *_measured(found.found, lang),
        *_pictured(found, picture, lang, language),
    ]
    return _PAGE.format(
        lang=escape(lang), direction=' dir="rtl"' if words_in(lang).rtl else "", title=name, body="\n".join(one for one in body if one)
    )


def _measured(found: "Comparison", lang: str) -> Iterator[str]:
    from journeykit.comparison import words_in

    if measures := _measures(found, lang):
        yield f"<h2>{_inert(words_in(lang).measures_title)}</h2>"
        yield f"<table><tbody>{''.join(_line([*map(_inert, one)], 'td') for one in measures)}</tbody></table>"


def _pictured(compared: Compared, picture: str | None, lang: str, language: str | None) -> Iterator[str]:
    """Pictures without their sentences, then one table for all."""
    from journeykit.comparison import changes_told, sees_whole
    from journeykit.pipeline import render

    found = compared.found
    whole = sees_whole(found)
    for number, part in enumerate([found] if whole else [part for part in found.parts if part][:_MOST_PICTURES]):
        drawn = render(part, prefix=f"c{number}-", picture=picture, bare=True, language=language)
        if drawn.diagram.columns or drawn.diagram.parts:
            yield f"<figure>{drawn.svg}</figure>"
        if whole:
            head, *rows = drawn.to_table()
            yield _table(head, [[*map(_inert, row)] for row in rows])
    if not whole and (differing := [*compared.rows(lang)]):
        head, *lines = compared.to_table(lang)
        told = ("<br>".join(map(_inert, changes_told(row, naming))) for row, naming in differing)
        yield _table(head, [[*map(_inert, line[:-1]), changes] for line, changes in zip(lines, told, strict=True)])


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return f"<table><thead>{_line([*map(_inert, head)], 'th')}</thead><tbody>{''.join(_line(one, 'td') for one in rows)}</tbody></table>"


def _inert(text: str) -> str:
    return escape(clean(text))


def _line(cells: Sequence[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{one}</{tag}>' for one in cells)}</tr>\n"


_PAGE = """<!DOCTYPE html>
<html lang="{lang}"{direction}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 24px; max-width: 1800px }}
h1 {{ font-size: 24px }}
h2 {{ font-size: 18px }}
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
