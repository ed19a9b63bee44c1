"""`journeykit check`."""

import os
import sys
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
    from journeykit.documents import Configuration, Document
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
        from journeykit.rules import explained, rule_named

        out(explained(rule_named(explain)).encode())
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
        self.settings: dict[Path, Configuration] = {}

    def run(self, files: Sequence[str]) -> int:
        """Check all files; the exit code."""
        from journeykit.rules import Report

        reports, differs = [], False
        for file in files:
            document = self._open(file)
            if document is None:
                continue
            settings = self._settings(file)
            if self.options["diff"]:
                differs = self._show_fixes(document, settings) or differs
            else:
                reports.append(self._report(self._mended(document, settings, file), settings))
        if self.options["diff"]:
            return 2 if self._say_unread() else int(differs)
        if not reports and self.options["form"] == "text" and self._say_unread():
            return 2  # nothing was checked: "no findings" would be untrue
        return self._end(Report.joined(reports), self._settings(files[0]))

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

    def _report(self, document: "Document", settings: "Configuration") -> "Report":
        """The findings of a document, and in profiles for readers those of its drawn journeys."""
        from journeykit.documents import check as check_document
        from journeykit.documents import place_of
        from journeykit.rules import Report

        select, ignore = _names(self.options["select"]), _names(self.options["ignore"])
        given: dict[str, Any] = {"today": self.today, "select": select, "ignore": ignore, "configuration": settings.settings}
        report = check_document(document, profile=self.options["profile"], **given)
        if report.profile not in {"publish", "management"}:
            return report
        from journeykit.pipeline import render

        drawn = [check_document(render(one), profile=report.profile, **given) for one in document.portfolio.journeys if one.stages]
        return Report.joined([report, *(one.located(partial(place_of, document)) for one in drawn)])

    def _mended(self, document: "Document", settings: "Configuration", file: str) -> "Document":
        """The document once its safe fixes are applied and written, if that was asked for."""
        if not self.options["fix"]:
            return document
        from journeykit.documents import save_document

        after, codes = self._fixed(document, settings, unsafe=False)
        if file == "-":
            raise FileError(Problem("Standard input cannot be fixed in its place.", hint="use --diff, or give the name of a file"))
        for name in save_document(after, document) if codes else ():
            say(f"{name}: {len(codes)} fixed ({', '.join(dict.fromkeys(codes))})")
        return after

    def _fixed(self, document: "Document", settings: "Configuration", *, unsafe: bool) -> "tuple[Document, list[str]]":
        """The document with all that can be fixed, also what shows only once something else is; and the codes of what was."""
        from journeykit.documents import fixed, revised

        codes: list[str] = []
        for _ in range(_ROUNDS):
            found = fixed(document.portfolio, self._report(document, settings), unsafe=unsafe)
            if not found.findings:
                break
            codes += [one.code for one in found.findings]
            document = revised(document, found.portfolio)
        return document, codes

    def _show_fixes(self, document: "Document", settings: "Configuration") -> bool:
        safe, codes = self._fixed(document, settings, unsafe=False)
        judged, more = self._fixed(safe, settings, unsafe=True)
        for before, after, found, how in (
            (document, safe, codes, "applied by --fix"),
            (safe, judged, more, "to be judged; not applied by --fix"),
        ):
            if found:
                say(f"{len(found)} fixes ({', '.join(dict.fromkeys(found))}): {how}")
            for name in document.names:
                old, new = before.text_of(name), after.text_of(name)
                lines = unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), name, name)
                out(clean("".join(one if one.endswith("\n") else one + "\n" for one in lines)).encode())
        return bool(codes or more)

    def _end(self, report: "Report", settings: "Configuration") -> int:
        """Write the report, or the baseline; the exit code."""
        from journeykit.documents import baseline_of, read_baseline, write_file

        baseline: Path | None = self.options["baseline"] or settings.baseline
        if self.options["write_baseline"]:
            if self._say_unread():
                return 2
            write_file(baseline or Path(_BASELINE), baseline_of(report).dumps().encode())
            say(f"{baseline or _BASELINE}: {len(report)} findings are accepted for now.")
            return 0
        gone = 0
        if baseline is not None:
            report, gone = read_baseline(baseline).apply(report)
        self._write(report)
        if gone:
            say(f"{gone} findings in {baseline} are no longer there; write it again with --write-baseline.")
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
        for one in self.unread:
            say(f"{one}\n")
        return bool(self.unread)
