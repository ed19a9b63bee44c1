"""Two journeys, or two portfolios, compared: what matters most in sentences, a picture after the question that was asked, and a table of what changes."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Literal, cast, get_args

from attrs import evolve

from journeykit.comparison import Comparison, Conformance, PersonaMatrix, sees_whole
from journeykit.diagram import Badge, CurvePanels, Diagram, Part, Sentences
from journeykit.errors import ConversionError, UnknownNameError
from journeykit.model import Journey, Portfolio

from .comparison_changes import changes_matrix, unresolved_notes
from .comparison_columns import MOST_COLUMNS
from .comparison_legend import bases_legend
from .comparison_sides import Sides, sides_of
from .comparison_twin import twin
from .comparison_words import ComparisonWords
from .direction import runs_right_to_left
from .languages import words_for
from .printed import amount, counted, embedded, initial
from .words import Words
from .wordtables import words_of

Picture = Literal[
    "auto",
    "twin",
    "curves",
    "dumbbell",
    "deviation",
    "matrix",
    "stages",
    "expectations",
    "channels",
    "actions",
    "multiples",
    "slope",
    "table",
]
PICTURES: tuple[str, ...] = get_args(Picture)
_OF_LENS = {
    "future": "twin", "versions": "twin", "perception": "dumbbell", "conformance": "deviation", "personas": "matrix", "competitor": "stages",
    "expectation": "expectations", "channels": "channels", "action": "actions",
}  # fmt: skip
_PARTS = {
    "dumbbell": ("comparison_perception", "perceived"), "matrix": ("comparison_personas", "matrix"), "stages": ("comparison_stages", "stages"),
    "expectations": ("comparison_expectations", "expectations"), "channels": ("comparison_figures", "by_channel"),
    "actions": ("comparison_figures", "by_action"), "multiples": ("comparison_multiples", "multiples"), "slope": ("comparison_slopes", "slopes"),
}  # fmt: skip
"""Pictures that stand above the table: the file of each, loaded when it is asked for, and its function."""
_WHOLE = {"conformance": ("auto", "deviation"), "personas": ("auto", "matrix", "curves", "multiples")}
"""Pictures of two whole portfolios, of the lenses that look at these."""
_MOST_SENTENCES = 9


def comparison(
    what: Comparison | Conformance | PersonaMatrix, *, picture: Picture = "auto", bare: bool = False, language: str | None = None
) -> Diagram:
    """What differs between two sides.

    Args:
        what: a comparison; of two portfolios its table, or the picture of the one journey that differs. Also many runs of one plan, or the
            journeys of many personas.
        picture: twin (both lines of stations and both curves), curves, dumbbell (the gap between customers and employees), deviation (a plan
            and runs of it), matrix (how each touchpoint feels to whom; auto puts the curves of up to four above it), stages (two providers stage by stage), expectations, channels, actions (figures
            before and since), multiples (the curve of each side by itself), slope (what rises and what falls) or table; auto takes what suits the lens.
        bare: leave out the sentences and the table of all changes, for a page that says them beside the picture.
        language: of the words that are not the files' own (BCP 47).

    Raises:
        UnknownNameError: there is no picture of that name.

    Example:
        >>> import journeykit as jk
        >>> from journeykit.model import Stage, Touchpoint
        >>> before = Journey("I pay", stages=[Stage("Pay", [Touchpoint("Waits"), Touchpoint("Pays")])])
        >>> after = Journey("I pay", stages=[Stage("Pay", [Touchpoint("Pays")])])
        >>> [one.state for one in comparison(jk.compare(before, after)).columns]
        ['removed', '']
    """
    if picture not in PICTURES:
        raise UnknownNameError.of("picture", str(picture), PICTURES)
    if not isinstance(what, Comparison):
        return _whole(what, None, picture, language, bare=bare)
    changed = [one for one in what.parts if one] or [*what.parts]
    one = changed[0] if len(changed) == 1 else what
    if isinstance(what.after, Portfolio) and sees_whole(what) and picture in _WHOLE[what.lens or ""]:
        seen = _seen(what)
        return _of_portfolios(what, language, bare=bare) if seen is None else _whole(seen, what.after, picture, language, bare=bare)
    if not isinstance(one.before, Journey) or not isinstance(one.after, Journey):
        return _of_portfolios(what, language, bare=bare)
    sides = sides_of(one, one.before, one.after, language)
    base = _common(what, sides, bare=bare)
    chosen = _OF_LENS.get(one.lens or "", "twin") if picture == "auto" else picture
    if picture == "auto" and chosen == "matrix" and any(context.tracks for context in (sides.before, sides.after)):
        curves = _twin(sides, base, tracks=False)  # two curves over each other, then the matrix
        return _drawn(chosen, sides, curves if curves.lanes else base)
    return _drawn(chosen, sides, base)


def _seen(what: Comparison) -> Conformance | PersonaMatrix | None:
    """What a lens sees in two portfolios; None where it does not find what it looks for, as the sentences say."""
    try:
        seen = what.seen
    except ConversionError:
        return None
    return seen if isinstance(seen, Conformance | PersonaMatrix) else None


def _whole(seen: Conformance | PersonaMatrix, book: Portfolio | None, picture: str, language: str | None, *, bare: bool) -> Diagram:
    """Many runs, or many personas."""
    if isinstance(seen, Conformance):
        from .comparison_rates import rates  # noqa: PLC0415  # for this picture alone

        found = rates(seen, book, picture=picture, language=language)
    else:
        from .comparison_everybody import everybody  # noqa: PLC0415  # for this picture alone

        found = everybody(seen, picture=picture, language=language)
    return evolve(found, finding="", lead=()) if bare else found


def _drawn(chosen: str, sides: Sides, base: Diagram) -> Diagram:
    if chosen == "deviation" and sides.before.journey.form == "actual":
        return evolve(base, footnotes=(sides.said.no_picture, *base.footnotes))  # a run is no plan
    if chosen == "deviation":
        from .comparison_runs import deviating  # noqa: PLC0415  # for this picture alone

        return deviating(sides, base)
    if (home := _PARTS.get(chosen)) is not None:
        made = cast("Callable[[Sides], tuple[Part, ...]]", getattr(import_module(f"{__package__}.{home[0]}"), home[1]))
        parts = made(sides)
        if not parts:
            return evolve(base, footnotes=(sides.said.no_picture, *base.footnotes))
        legend = bases_legend([panel for one in parts if isinstance(one, CurvePanels) for panel in one.panels], sides.words)
        return evolve(base, parts=(*parts, *base.parts), legend=(*base.legend, *legend))
    return base if chosen == "table" else _twin(sides, base, tracks=chosen == "twin")


def _twin(sides: Sides, base: Diagram, *, tracks: bool) -> Diagram:
    found = twin(sides, tracks=tracks)
    said = sides.said
    if not any(side.columns for side in (sides.before, sides.after)):
        return evolve(base, finding=said.no_columns)
    flat = (said.too_many_columns.format(n=amount(MOST_COLUMNS, sides.words)),) if found.too_many else ()
    if flat and not tracks:
        return _drawn("multiples", sides, evolve(base, footnotes=(*flat, *base.footnotes)))
    counts = (found.same_left_out, said.same_left_out_n), (found.others_left_out, said.differing_left_out_n)
    notes = [*flat, *(counted(count, forms, sides.words) for count, forms in counts if count)]
    if not tracks and found.columns and any(len(side.columns) != len(found.columns) for side in (sides.before, sides.after)):
        notes.append(said.numbered_through)
    return evolve(
        base, columns=found.columns, bands=found.bands, lanes=found.lanes, legend=found.legend, footnotes=(*notes, *base.footnotes),
        corner=sides.words.stage, spine=sides.names[0] if tracks else sides.words.touchpoint,
    )  # fmt: skip


def _common(what: Comparison, sides: Sides, *, bare: bool) -> Diagram:
    """What every picture of two journeys says."""
    words, said = sides.words, sides.said
    before, after = sides.before.journey, sides.after.journey
    title = after.title
    if not after.title.startswith(before.title):
        title = said.against.format(before=before.title, after=after.title)
        if runs_right_to_left(None, (before.title,)) != runs_right_to_left(None, (after.title,)):
            title = said.against.format(before=embedded(before.title, words), after=embedded(after.title, words))
    base = _said(what, title, words, said, sides=sides if sides.side_by_side else None, bare=bare)
    return evolve(
        base, lang=after.language or words.lang, rtl=runs_right_to_left(after.language, (before.title, after.title)), badges=_badges(sides),
        legend_title=words.legend, critical_tag="", continued=words.continued, part=words.part, titles_in_full=words.titles_in_full,
    )  # fmt: skip


def _said(what: Comparison, title: str, words: Words, said: ComparisonWords, *, bare: bool, sides: Sides | None = None) -> Diagram:
    """Sentences, table and what could not be matched; of a bare picture what could not be matched alone."""
    told = what.headlines(_MOST_SENTENCES, language=words.lang)
    base = Diagram(
        view="comparison", title=title, description=" ".join(told), notes=unresolved_notes(what, said), page=words.page, texts_in_full=words.texts_in_full, table=what.to_table(language=words.lang),
    )  # fmt: skip
    if bare:
        return base
    finding, rest = (told[0], told[1:]) if told else (said.nothing, ())
    table, left = changes_matrix(what, words, said, sides)
    lead: tuple[Part, ...] = (Sentences(sentences=rest, title=said.matters_most),) if rest else ()
    return evolve(base, finding=finding, lead=lead, parts=(table,) if table else (), footnotes=left)


def _badges(sides: Sides) -> tuple[Badge, ...]:
    said, lens = sides.said, sides.comparison.lens
    found = [Badge(text=said.comparison, style="solid")]
    if lens:
        found.append(Badge(text=said.lenses[lens]))
    intended = [name for name, context in zip(sides.names, (sides.before, sides.after), strict=True) if _is_intended(context.journey)]
    if len(intended) == 1:
        found.append(Badge(text=said.intended.format(side=initial(intended[0])), style="dashed"))
    return tuple(found)


def _is_intended(journey: Journey) -> bool:
    bases = [one.basis for touchpoint in journey.touchpoints for one in touchpoint.emotions]
    return bool(bases) and all(one == "intended" for one in bases)


def _of_portfolios(what: Comparison, language: str | None, *, bare: bool) -> Diagram:
    """Several journeys: what matters most, and the table."""
    sides: Sequence[Portfolio | Journey] = (what.before, what.after)
    titles = [one.title or "" for one in sides]
    lang = language or next((one.language for side in sides for one in _journeys(side) if one.language), None)
    words = words_for(lang)
    said = words_of(ComparisonWords, words)
    names = [one for one in dict.fromkeys(titles) if one]
    title = said.against.format(before=names[0], after=names[1]) if len(names) == 2 else (*names, said.comparison.capitalize())[0]
    base = _said(what, title, words, said, bare=bare)
    if what.lens == "action":
        from .comparison_figures import since_actions  # noqa: PLC0415  # for this lens alone

        base = evolve(base, parts=(*since_actions(what, words, said), *base.parts))
    return evolve(base, lang=words.lang, rtl=runs_right_to_left(lang, titles), badges=(Badge(text=said.comparison, style="solid"),))


def _journeys(side: Portfolio | Journey) -> Sequence[Journey]:
    return (side,) if isinstance(side, Journey) else tuple(side.journeys)
