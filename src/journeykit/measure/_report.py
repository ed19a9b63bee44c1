"""All measures of a book, chapter by chapter: what is known, on what it rests, and what would be needed to know more."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import cast

from attrs import field, frozen

from journeykit.arguments import door
from journeykit.collector import uncollected
from journeykit.display import Shown
from journeykit.errors import Problem, UnknownNameError, did_you_mean, shown
from journeykit.model import FrozenMap, Portfolio

from ._result import Book, Result, Results, measured_for_each

CHAPTERS: dict[str, tuple[str, ...]] = {
    "Feeling": ("emotion_curve", "peak_end", "moments", "expectation_gaps"),
    "Pains, gains and opportunities": ("pain_ranking", "gain_ranking", "opportunity_ranking", "impact", "contact_reasons"),
    "Time and effort": ("time", "effort", "contacts_before", "reliability", "drop_off"),
    "Channels": ("channels", "channel_switches", "channel_consistency"),
    "Organisation": ("ownership", "rasci", "handovers", "seams", "stakeholders", "influencers", "complexity", "duplicates", "retired_in_use"),
    "Key figures and actions": ("kpi_status", "operational_experience", "target_progress", "business_case"),
    "Coverage": (
        "lifecycle_coverage", "persona_coverage", "evidence_coverage", "emotion_coverage", "listening_coverage", "blueprint_coverage",
    ),
}  # fmt: skip
"""The measures in the order of the report."""

_Held = Result[object] | Results[Result[object]]


@frozen(kw_only=True)
class Section:
    """One measure in the report. `result` is one result, or one a journey."""

    chapter: str
    measure: str
    result: _Held


@frozen(kw_only=True)
class MeasureReport(Shown):
    """All measures asked for. Nothing is invented: what is not known says so. `journeys`: titles by id."""

    title: str
    sections: tuple[Section, ...]
    journeys: FrozenMap[str, str] = field(factory=lambda: FrozenMap({}))

    def to_text(self) -> str:
        """The report for a terminal."""
        return "\n".join(self._text()) + "\n"

    def to_markdown(self) -> str:
        """The report as Markdown, with the table behind each measure."""
        return "\n".join(self._markdown()) + "\n"

    def to_json(self) -> str:
        """The report as JSON: sentences, rows, basis, notes, and what is missing."""
        held = [
            {
                "chapter": one.chapter, "measure": one.measure, "sentence": one.result.sentence, "basis": list(one.result.basis), "notes": list(one.result.notes),
                "rows": one.result.rows(), "missing": [{"where": gap.where, "what": gap.what} for gap in one.result.missing],
            }
            for one in self.sections
        ]  # fmt: skip
        return json.dumps({"title": self.title, "measures": held}, ensure_ascii=False, indent=2) + "\n"

    def _sentences(self, result: _Held) -> list[str]:
        """What was found; of several journeys each with its title."""
        if isinstance(result, Results) and len(result) > 1:
            return [f"{self.journeys.get(one.about, one.about)}: {one.sentence}" for one in result]
        return result.sentence.splitlines()

    def _text(self) -> Iterator[str]:
        yield self.title
        yield "=" * min(len(self.title), 78)
        chapter = ""
        for one in self.sections:
            if one.chapter != chapter:
                chapter = one.chapter
                yield ""
                yield chapter
            yield f"  {_named(one.measure)}"
            yield from (f"    {line}" for line in self._sentences(one.result))
            if rests := _rests(one.result):
                yield f"    ({rests})"

    def _markdown(self) -> Iterator[str]:
        yield f"# {_escaped(self.title)}"
        chapter = ""
        for one in self.sections:
            if one.chapter != chapter:
                chapter = one.chapter
                yield from ("", f"## {chapter}")
            yield from ("", f"### {_named(one.measure)}", "")
            yield "  \n".join(map(_escaped, self._sentences(one.result)))
            if rests := _rests(one.result):
                yield from ("", f"*{_escaped(rests)}*")
            table = one.result.to_table()
            if len(table) > 1:
                yield ""
                yield _row(table[0])
                yield _row(tuple("---" for _ in table[0]), escape=False)
                yield from map(_row, table[1:])
            yield from (line for note in one.result.notes for line in ("", f"> {_escaped(note)}"))


@door
def report(book: Book, *, only: Sequence[str] = ()) -> MeasureReport:
    """All measures, or those named.

    Args:
        book: a journey or a portfolio; where a figure belongs to one journey, a portfolio has one a journey.
        only: names of measures; empty for all.

    Raises:
        UnknownNameError: there is no measure of that name.

    Example:
        >>> from journeykit.model import Emotion, Journey, Stage, Touchpoint
        >>> print(report(Journey("I buy", stages=[Stage("All", [Touchpoint("Asks", emotion=1)])]), only=["emotion_curve"]).to_text())
        I buy
        =====
        <BLANKLINE>
        Feeling
          Emotion curve
            Mean emotion +1 over 1 of 1 touchpoints; lowest at “Asks” (+1).
            (assumed)
        <BLANKLINE>
    """
    known = [name for names in CHAPTERS.values() for name in names]
    for one in only:
        if one not in known:
            hint = did_you_mean(str(one), known)
            raise UnknownNameError(
                Problem(f"There is no measure {shown(one)}.", got=shown(one), expected="one of " + ", ".join(known), hint=hint)
            )
    room = import_module("journeykit.measure")
    asked = {name: cast("Callable[[Book], _Held]", getattr(room, name)) for name in known if not only or name in only}
    with uncollected():
        held: dict[str, _Held] = dict(measured_for_each(book, tuple(asked.values()))) if isinstance(book, Portfolio) else {}
        held |= {name: measured(book) for name, measured in asked.items() if name not in held}
    sections = tuple(
        Section(chapter=chapter, measure=name, result=held[name]) for chapter, names in CHAPTERS.items() for name in names if name in held
    )
    journeys = FrozenMap({one.id: one.title for one in book.journeys} if isinstance(book, Portfolio) else {})
    return MeasureReport(
        journeys=journeys, title=book.title or ("Portfolio" if isinstance(book, Portfolio) else "Journey"), sections=sections
    )


def _named(measure: str) -> str:
    words = measure.replace("_", " ").replace("kpi", "KPI").replace("rasci", "RASCI")
    return words[:1].upper() + words[1:]


def _rests(result: _Held) -> str:
    """How the inputs are known, and what is not there, with how often; the places are in `missing`."""
    gaps = Counter(one.what for one in result.missing)
    lacking = "; ".join(f"{what} ({often})" for what, often in gaps.most_common())
    known = ", ".join(result.basis)
    return f"{known}; missing: {lacking}" if known and lacking else known or (lacking and f"missing: {lacking}")


def _escaped(text: str) -> str:
    return "".join(f"\\{one}" if one in "\\`*_{}[]<>|#" else one for one in text)


def _row(cells: tuple[str, ...], *, escape: bool = True) -> str:
    return "| " + " | ".join(_escaped(" ".join(one.split())) if escape else one for one in cells) + " |"
