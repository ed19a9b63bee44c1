"""`journeykit check`."""

import os
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from difflib import unified_diff
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from journeykit.errors import FileError, Problem

from ._saying import clean, fail, guarded, out, say, standard_input

if TYPE_CHECKING:
    from journeykit.documents import Baseline, Configuration, Document
    from journeykit.rules import Report

_ROUNDS = 4
_BASELINE = "journeykit-baseline.json"


def _date(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date such as 2026-01-31") from None


def _names(given: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for one in given for name in one.replace(",", " ").split())


@click.command()
@click.argument("files", nargs=-1, metavar="FILES…")
@click.option("--profile", metavar="NAME", help="draft, workshop, publish, blueprint, management or your own.  [default: draft]")
@click.option("--select", multiple=True, metavar="CODES", help="Only these rules or groups, such as MGT-13,EVD.")
@click.option("--ignore", multiple=True, metavar="CODES", help="Without these rules or groups.")
@click.option(
    "--severity",
    "--fail-on",
    "fail_on",
    type=click.Choice(["error", "warning", "info"]),
    help="Least severity that fails.  [default: warning]",
)
@click.option("--fix", is_flag=True, help="Put right what loses nothing; comments and layout stay.")
@click.option("--diff", is_flag=True, help="Show all fixes, also those to be judged; write nothing.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github", "markdown"]),
    default="text",
    help="Of the report.  [default: text]",
)
@click.option("--statistics", is_flag=True, help="Only how many findings each rule has.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Findings that are accepted for now.")
@click.option("--write-baseline", is_flag=True, help="Accept all findings of now.")
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Settings, instead of the project's.")
@click.option("--today", metavar="DATE", callback=_date, help="For rules that ask for a date.  [default: today]")
@click.option("--explain", metavar="CODE", help="Print what a rule says of itself.")
@guarded
def check(*, files: tuple[str, ...], explain: str | None, **options: Any) -> None:
    """Check the journeys in FILES by the rules of the craft.

    Each of FILES is a portfolio: a file, a folder, or - for standard input. Exit 0: nothing that fails; 1: findings; 2: could not.

    \b
    Example:  journeykit check maps/*.yaml --profile workshop
    """
    if explain is not None:
        from journeykit.rules import explained, rule_or_remark

        out(explained(rule_or_remark(explain)).encode())
        return
    if not files:
        fail([Problem("There is nothing to check.", expected="files or folders", hint="journeykit check maps/*.yaml")])
    raise SystemExit(_Check(options).run(files))


class _Check:
    """One run of the command."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        self.today: date = options["today"] or date.today()  # noqa: DTZ011  # the day where the user is
        self.unread: list[Problem] = []
        self.broken: dict[str, Problem] = {}
        self.left: set[tuple[str, str, str]] = set()
        self.settings: dict[Path, Configuration] = {}
        self.accepted: Baseline | None = None

    def run(self, files: Sequence[str]) -> int:
        """Check all files; the exit code."""
        if self.options["fix"] and "-" in files:
            raise FileError(Problem("Standard input cannot be fixed in its place.", hint="use --diff, or give the name of a file"))
        first = self._settings(files[0])
        baseline: Path | None = self.options["baseline"] or first.baseline
        self._read_baseline(baseline or Path(_BASELINE), is_asked=baseline is not None)
        checked: list[tuple[Report, Sequence[str]]] = []
        differs = False
        for file in files:
            document = self._open(file)
            if document is None:
                continue
            settings = self._settings(file)
            if self.options["diff"]:
                differs = self._show_fixes(document, settings) or differs
            else:
                report = self._report(self._mended(document, settings) if self.options["fix"] else document, settings)
                checked.append((report, document.names))
        if self.options["diff"]:
            return 2 if self._say_unread() else int(differs)
        if not checked and self.options["form"] == "text" and self._say_unread():
            return 2  # nothing was checked: "no findings" would be untrue
        return self._accept(checked, baseline or Path(_BASELINE)) if self.options["write_baseline"] else self._end(checked, first, baseline)

    def _read_baseline(self, path: Path, *, is_asked: bool) -> None:
        """What is accepted for now; the one that is to be written anew need not be there yet."""
        from journeykit.documents import Baseline, read_baseline

        if not self.options["write_baseline"]:
            self.accepted = read_baseline(path) if is_asked else None
            return
        try:
            self.accepted = read_baseline(path)
        except (FileError, FileNotFoundError):
            self.accepted = Baseline(Counter(), path.parent)

    def _open(self, file: str) -> "Document | None":
        from journeykit.documents import document_of, open_document

        try:
            return document_of(standard_input().read(), name="<input>") if file == "-" else open_document(file)
        except FileError as error:
            self.unread += error.problems
        except OSError as error:
            self.unread.append(Problem(f"{file!r} could not be used: {(error.strerror or str(error)).lower()}.", location=f"{file}:1:1"))
        return None

    def _settings(self, file: str) -> "Configuration":
        from journeykit.documents import find_configuration, read_configuration

        if self.options["config"] is not None:
            return read_configuration(self.options["config"])
        folder = Path() if file == "-" else Path(file) if Path(file).is_dir() else Path(file).parent
        if folder not in self.settings:
            self.settings[folder] = find_configuration(folder)
        return self.settings[folder]

    def _report(self, document: "Document", settings: "Configuration", *, drawn: bool = True) -> "Report":
        """The findings of a document, and those of its drawn journeys where a rule looks at pictures."""
        from journeykit.documents import check as check_document
        from journeykit.rules import Report

        given = self._given(settings)
        report = check_document(document, profile=self.options["profile"], today=self.today, **given)
        pictures = self._pictures(document, report.profile, given) if drawn else []
        joined = Report.joined([report, *pictures])
        self.broken |= {str(one): one for one in joined.broken}
        return joined

    def _given(self, settings: "Configuration") -> dict[str, Any]:
        select, ignore = _names(self.options["select"]), _names(self.options["ignore"])
        return {"select": select, "ignore": ignore, "configuration": settings.settings}

    def _pictures(self, document: "Document", profile: str, given: dict[str, Any]) -> "list[Report]":
        """What rules say of the pictures of all journeys. Nothing is drawn where no such rule runs."""
        from journeykit.documents import place_of
        from journeykit.rules import check as check_model
        from journeykit.rules import picture_rules

        book = document.portfolio
        codes = picture_rules(book, profile=profile, **given)
        if not codes:
            return []
        from journeykit.pipeline import render

        asked: dict[str, Any] = {**given, "profile": profile, "select": codes, "today": self.today, "within": book}
        drawn = (check_model(render(one), **asked) for one in book.journeys if one.stages)
        return [one.located(partial(place_of, document)) for one in drawn]

    def _mended(self, document: "Document", settings: "Configuration") -> "Document":
        """The document once its safe fixes are applied and written."""
        from journeykit.documents import save_document

        after, codes = self._fixed(document, settings, unsafe=False)
        for name in save_document(after, document) if codes else ():
            say(f"{name}: {len(codes)} fixed ({', '.join(dict.fromkeys(codes))})")
        return after

    def _fixed(self, document: "Document", settings: "Configuration", *, unsafe: bool) -> "tuple[Document, list[str]]":
        """The document with all that can be fixed, also what shows only once something else is; and the codes of what was."""
        from journeykit.documents import mended

        codes: list[str] = []
        for _ in range(_ROUNDS):
            report = self._report(document, settings, drawn=False)
            if self.accepted is not None and not self.options["write_baseline"]:
                report, _gone = self.accepted.apply(report)
            done = mended(document, [one for one in report if (one.code, one.where, one.message) not in self.left], unsafe=unsafe)
            for one, harm in done.left:
                self.left.add((one.code, one.where, one.message))
                say(f"left: {one.place or one.where} {one.code}: {harm}")
            if not done.done:
                break
            codes += [one.code for one in done.done]
            document = done.document
        return document, codes

    def _show_fixes(self, document: "Document", settings: "Configuration") -> bool:
        safe, codes = self._fixed(document, settings, unsafe=False)
        judged, more = self._fixed(safe, settings, unsafe=True)
        for before, after, found, how in (
            (document, safe, codes, "applied by --fix"),
            (safe, judged, more, "to be judged; not applied by --fix"),
        ):
            if not found:
                continue
            said = f"# {_amount(len(found), 'fix', 'fixes')} ({', '.join(dict.fromkeys(found))}): {how}\n"
            out(said.encode())  # programs that apply differences leave such lines out
            for name in document.names:
                out(clean(_difference(name, before.text_of(name), after.text_of(name))).encode())
        return bool(codes or more)

    def _accept(self, checked: "Sequence[tuple[Report, Sequence[str]]]", path: Path) -> int:
        """Write the baseline; the exit code."""
        from journeykit.documents import write_file

        assert self.accepted is not None  # noqa: S101  # read or made before anything was checked
        if self._say_unread():
            return 2
        write_file(path, self.accepted.renewed(checked).dumps().encode())
        amount = sum(len(report) for report, _ in checked)
        say(f"{path}: {_amount(amount, 'finding is', 'findings are')} accepted for now.")
        return 0

    def _end(self, checked: "Sequence[tuple[Report, Sequence[str]]]", settings: "Configuration", baseline: Path | None) -> int:
        """Write the report; the exit code."""
        from journeykit.rules import Report

        gone = 0
        if self.accepted is not None:
            applied = [self.accepted.apply(report, names) for report, names in checked]
            gone = sum(amount for _, amount in applied)
            report = Report.joined(one for one, _ in applied)
        else:
            report = Report.joined(one for one, _ in checked)
        self._write(report)
        if gone:
            say(
                f"{_amount(gone, 'finding', 'findings')} in {baseline} {'is' if gone == 1 else 'are'} no longer there; write it again with --write-baseline."
            )
        if self._say_unread():
            return 2
        failing: Any = self.options["fail_on"] or settings.fail_on or "warning"
        return int(bool(report.filter(severity=failing).findings))

    def _write(self, report: "Report") -> None:
        from journeykit.rules import Finding, Report, grouped, reported, statistics

        form = self.options["form"]
        if self.options["statistics"]:
            out(statistics(report).encode())
        elif form == "text":
            is_terminal = (
                sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
            )
            out(grouped(report, colour=is_terminal).encode())
        else:
            unread = [
                Finding(
                    code="CHK-04",
                    name="unreadable-file",
                    severity="error",
                    message=one.message,
                    where=one.where,
                    place=one.location,
                    fix=one.hint,
                )
                for one in self.unread
            ]
            out(reported(Report.joined([report, Report(findings=tuple(unread), profile=report.profile)]), form).encode())

    def _say_unread(self) -> bool:
        """Say what could not be read or run."""
        for one in (*self.unread, *self.broken.values()):
            say(f"{one}\n")
        return bool(self.unread or self.broken)


def _amount(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _difference(name: str, old: str, new: str) -> str:
    """Two versions of a file as a difference that programs can apply."""
    lines = unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), name, name)
    return "".join(one if one.endswith("\n") else f"{one}\n\\ No newline at end of file\n" for one in lines)
