"""The report of a check: findings in order, what can be asked of them, and what did not run."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import overload

from attrs import evolve, field, frozen

from journeykit.display import Shown
from journeykit.errors import JourneykitError, Problem, UnknownNameError, did_you_mean, shown

from ._finding import SEVERITIES, Finding, Severity

_COLUMNS = ("code", "name", "severity", "message", "where", "place", "fix")


class FindingsError(JourneykitError, ValueError):
    """A report holds findings that somebody asked not to have."""


@frozen
class NotRun:
    """A rule that could not run, and why."""

    code: str
    name: str
    reason: str


def _names(one: Finding) -> tuple[str, str, str]:
    """By what a finding can be asked for: code, name and group of its rule."""
    return one.code, one.name, one.code.partition("-")[0]


def _rank(severity: str) -> int:
    if severity not in SEVERITIES:
        raise UnknownNameError(
            Problem(f"There is no severity {severity!r}.", got=shown(severity), expected="one of " + ", ".join(map(repr, SEVERITIES)))
        )
    return SEVERITIES.index(severity)


@frozen(kw_only=True)
class Report(Sequence[Finding], Shown):
    """Findings, ordered by rule and then as their elements stand in the model.

    Attributes:
        findings: all of them.
        profile: the profile that was asked for.
        ran: codes of the rules that ran.
        not_run: rules that belong to the profile and could not run, each with the reason.
        broken: what is wrong with rules of other packages: those that failed, and packages that could not be loaded.
    """

    findings: tuple[Finding, ...] = ()
    profile: str = "draft"
    ran: tuple[str, ...] = field(default=(), repr=False)
    not_run: tuple[NotRun, ...] = ()
    broken: tuple[Problem, ...] = field(default=(), repr=False)

    @overload
    def __getitem__(self, key: int) -> Finding: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, key: int | slice) -> Finding | tuple[Finding, ...]:
        return self.findings[key]

    def __len__(self) -> int:
        return len(self.findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def filter(self, *, code: str | None = None, severity: Severity | None = None, where: str | None = None) -> "Report":
        """Only some of the findings.

        Args:
            code: code or name of a rule, or the letters of a group.
            severity: this one and worse ones.
            where: a model path; findings at it and below it.

        Raises:
            UnknownNameError: there is no such severity, or no such rule.
        """
        if code is not None and not any(code in _names(one) for one in self.findings):
            self._known(code)
        worst = len(SEVERITIES) if severity is None else _rank(severity)
        kept = [
            one
            for one in self.findings
            if (code is None or code in _names(one))
            and SEVERITIES.index(one.severity) <= worst
            and (where is None or one.where == where or one.where.startswith((where + ".", where + "[")))
        ]
        return evolve(self, findings=tuple(kept))

    def _known(self, code: str) -> None:
        """Refuse a code that is none, of any rule that there is or that ran."""
        from ._catalogue import catalogue  # noqa: PLC0415  # loads all rules
        from ._remarks import REMARKS  # noqa: PLC0415

        named = [(one.code, one.name) for one in catalogue()]
        named += [(one.code, one.name) for one in self.not_run] + [(one.code, one.name) for one in REMARKS.values()]
        known = {name for pair in named for name in pair}
        known |= {one.partition("-")[0] for one in (*known, *self.ran) if one.isupper()} | set(self.ran)
        if code not in known:
            raise UnknownNameError(Problem(f"There is no rule {shown(code)}.", got=shown(code), expected="code, name or group of a rule",
                                           hint=did_you_mean(code, known)))  # fmt: skip

    @classmethod
    def joined(cls, reports: "Iterable[Report]") -> "Report":
        """One report of several, such as those of several files."""
        held = list(reports)
        skipped = {one.code: one for report in held for one in report.not_run}
        return cls(
            findings=tuple(one for report in held for one in report),
            profile=", ".join(dict.fromkeys(one.profile for one in held)) or "draft",
            ran=tuple(dict.fromkeys(code for report in held for code in report.ran)),
            not_run=tuple(skipped.values()),
            broken=tuple({str(one): one for report in held for one in report.broken}.values()),
        )

    def located(self, locate: Callable[[str], str]) -> "Report":
        """The same report with the place of each finding.

        Args:
            locate: from a model path to `file:line:column`, or to nothing, such as `Document.locate`.
        """
        return evolve(self, findings=tuple(evolve(one, place=locate(one.where)) for one in self.findings))

    def counts(self) -> dict[str, int]:
        """How many findings of each severity, the worst first; all three are there."""
        found = Counter(one.severity for one in self.findings)
        return {severity: found[severity] for severity in SEVERITIES}

    def by_code(self) -> dict[str, tuple[Finding, ...]]:
        """The findings of each rule, in order."""
        found: dict[str, list[Finding]] = {}
        for one in self.findings:
            found.setdefault(one.code, []).append(one)
        return {code: tuple(held) for code, held in found.items()}

    def to_table(self) -> tuple[tuple[str, ...], ...]:
        """A row of headings, then a row of texts for each finding."""
        return (_COLUMNS, *(tuple(str(getattr(one, name)) for name in _COLUMNS) for one in self.findings))

    def raise_if(self, severity: Severity = "error") -> None:
        """Raise an error where there are findings of this severity or worse; its problems are those findings.

        Raises:
            FindingsError: there are.
            UnknownNameError: there is no such severity.
        """
        if found := self.filter(severity=severity).findings:
            raise FindingsError([Problem(one.message, one.where, location=one.place, got=one.code, hint=one.fix) for one in found])

    def __str__(self) -> str:
        found = self.counts()
        total = ", ".join(f"{found[one]} {one}{'s' if found[one] != 1 and one != 'info' else ''}" for one in SEVERITIES)
        return "\n".join([*map(str, self.findings), *(one.message for one in self.broken), f"{total} in profile {self.profile}"])
