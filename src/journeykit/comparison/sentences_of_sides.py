"""Sentences on two sides of one time: personas, perceptions, providers."""

from collections.abc import Iterator, Sequence

from journeykit.measure import Difference
from journeykit.model import Journey

from .figure_words import told_figure
from .lens_competitor import Competitor, StageSides
from .lens_perception import Gap, Perception
from .lens_personas import Personas
from .naming import Naming
from .persona_matrix import PersonaMatrix, PersonaRow
from .vocabulary import Vocabulary
from .words import chosen, listed, named, plural, quoted, signed, unsigned

__all__ = ["of_competitor", "of_perception", "of_persona_matrix", "of_personas"]

_MATERIAL = 1.0
_MOST = 3  # gaps with a sentence each
_MOST_VALUES = 4


def _titles(titles: Sequence[str], words: Vocabulary) -> str:
    return listed([quoted(one, words) for one in titles], words=words)


def _touchpoints(journey: Journey, keys: Sequence[str], words: Vocabulary) -> str:
    return _titles([journey.touchpoints[key].title for key in keys], words)


def _at(title: str, moment: str | None, words: Vocabulary, *, part: str = "") -> str:
    """A touchpoint, with its part where it stands in parts on one side, and the moment where it is not during."""
    name = quoted(title, words)
    if part:
        name = words.with_remark.format(text=name, remark=quoted(part, words))
    return name if moment in {None, "during"} else words.with_remark.format(text=name, remark=chosen(moment or "", words))


def of_personas(found: Personas, before: Journey, after: Journey, words: Vocabulary) -> Iterator[str]:
    """Whom each side is about, who skips what, where they feel otherwise, what both suffer."""
    first, second = (
        quoted(side.library.name_of(name), words) if name else unnamed
        for side, name, unnamed in zip((before, after), found.names, (words.first_persona, words.second_persona), strict=True)
    )
    if first == second:
        first, second = words.first_side, words.second_side
    apart = [one for one in found.cells if one.difference is not None and abs(one.difference) >= _MATERIAL]
    for cell in sorted(apart, key=lambda one: -abs(one.difference or 0)):
        yield words.felt_by_two.format(
            name=_at(cell.touchpoint, cell.moment, words, part=cell.part), one=signed(cell.first or 0, words), other=signed(cell.second or 0, words),
            first=first, second=second, ways=_ways(cell.bases, words), chance=_chance(cell.margin, words),
        )  # fmt: skip
    for keys, side, one, other in ((found.only_first, before, first, second), (found.only_second, after, second, first)):
        if keys:
            yield words.only_has.format(one=one, other=other, names=_touchpoints(side, keys, words))
    if found.same_critical_moment is False:
        moments = [
            quoted(side.touchpoints[key].title, words)
            for side, key in zip((before, after), found.critical_moments, strict=True)
            if key is not None
        ]
        yield words.critical_of_two.format(one=moments[0], other=moments[1], first=first, second=second)
    if found.shared_pains:
        yield words.both_suffer.format(names=_titles(found.shared_pains, words))
    for texts, who in ((found.first_pains, first), (found.second_pains, second)):
        if texts:
            yield words.only_suffers.format(who=who, names=_titles(texts, words))


def of_persona_matrix(found: PersonaMatrix, words: Vocabulary) -> Iterator[str]:
    """How much all have in common, whose moment is critical, where they feel otherwise, who suffers from what, who meets what and who does not."""
    shared, count = found.in_common
    met = words.all_of_them if shared == count else words.number(shared) if shared else words.none_of_them
    journeys = plural("Journey", len(found.journeys), words)
    yield words.in_common.format(journeys=journeys, touchpoints=plural("Touchpoint", count, words), shared=met)
    if len(found.critical_moments) > 1:
        moments = [words.felt_for.format(value=quoted(title, words), who=_who(who, found, words)) for title, who in found.critical_moments]
        yield words.critical_of_all.format(moments=words.set_apart.join(moments))
    apart = sorted((one for one in found.rows if (one.spread or 0) >= _MATERIAL), key=lambda one: -(one.spread or 0))
    yield from (_spread_of(row, found.names, words) for row in apart[:_MOST])
    suffer = sorted(_by_columns(found.pains), key=lambda one: -len(one[0]))
    yield from (_suffer(columns, texts, found, words) for columns, texts in suffer if len(columns) > 1)
    for columns, titles in _by_columns(found.skipped):
        yield words.not_met_by.format(who=_who(columns, found, words), names=_titles(titles, words))
    for column, name in enumerate(found.names):
        if alone := found.only(column):
            yield words.only_meets.format(who=quoted(name, words), names=_titles(alone, words))
    yield from (_suffer(columns, texts, found, words) for columns, texts in suffer if len(columns) == 1)
    yield from (_spread_of(row, found.names, words) for row in apart[_MOST:])


def _by_columns(held: Sequence[tuple[str, tuple[int, ...]]]) -> list[tuple[tuple[int, ...], list[str]]]:
    """What is of the same personas, together."""
    found: dict[tuple[int, ...], list[str]] = {}
    for text, columns in held:
        found.setdefault(columns, []).append(text)
    return list(found.items())


def _who(columns: Sequence[int], found: PersonaMatrix, words: Vocabulary) -> str:
    return _titles([found.names[at] for at in columns], words)


def _suffer(columns: tuple[int, ...], texts: Sequence[str], found: PersonaMatrix, words: Vocabulary) -> str:
    every = len(columns) == len(found.journeys)
    form = words.all_suffer if every else words.some_suffer if len(columns) > 1 else words.only_suffers
    return form.format(who=_who(columns, found, words), names=_titles(texts, words))


def _spread_of(row: PersonaRow, names: tuple[str, ...], words: Vocabulary) -> str:
    """Each reading, highest first; where there are many each value once, and of many values both ends."""
    held = [(name, one) for name, one in zip(names, row.readings, strict=True) if one is not None]
    mixed = len({one.basis for _, one in held}) > 1
    readings: list[tuple[str, str]] = []
    for name, one in sorted(held, key=lambda pair: -pair[1].valence):
        value = signed(one.valence, words)
        readings.append((words.with_remark.format(text=value, remark=chosen(one.basis, words)) if mixed else value, name))
    if len(readings) <= _MOST_VALUES:
        felt = listed([words.felt_for.format(value=text, who=quoted(name, words)) for text, name in readings], words=words)
    else:
        felt = _felt_by_many(readings, words)
    return words.felt_by_all.format(name=_at(row.title, row.moment, words, part=row.part), felt=felt)


def _felt_by_many(readings: Sequence[tuple[str, str]], words: Vocabulary) -> str:
    """Each value once, with all who feel it; of many values the highest and the lowest, and how many personas lie between."""
    found: dict[str, list[str]] = {}
    for text, name in readings:
        found.setdefault(text, []).append(name)
    texts = [words.felt_for.format(value=text, who=_titles(who, words)) for text, who in found.items()]
    if len(texts) <= _MOST_VALUES:
        return words.set_apart.join(texts)
    between = sum(len(who) for who in [*found.values()][1:-1])
    return words.both_ends.format(high=texts[0], low=texts[-1], n=words.number(between))


def _ways(bases: tuple[str | None, str | None], words: Vocabulary) -> str:
    if bases[0] == bases[1]:
        return ""
    one, other = (chosen(basis, words) if basis else words.no_reading for basis in bases)
    return words.ways.format(one=one, other=other)


def _chance(margin: Difference | None, words: Vocabulary) -> str:
    """What is to be said of a difference that may be chance."""
    if margin is None or margin.is_shown:
        return ""
    return words.chance.format(margin=unsigned(margin.margin, words))


def of_perception(found: Perception, before: Journey, after: Journey, words: Vocabulary) -> Iterator[str]:
    """Where employees are wrong, what they do not see, whether they weigh alike."""
    turned = before.perspective != "customer" and after.perspective == "customer"
    customer, employee = (after, before) if turned else (before, after)
    for several, form, also in (
        (found.overestimated, words.gap_better, words.also_better),
        (found.underestimated, words.gap_worse, words.also_worse),
    ):
        for one in several[:_MOST]:
            yield _gap(one, (customer, employee), form, words)
        if len(several) > _MOST:
            told = {one.touchpoint for one in several[:_MOST]}
            keys = dict.fromkeys(one.touchpoint for one in several[_MOST:] if one.touchpoint is not None and one.touchpoint not in told)
            if keys:
                yield also.format(names=_touchpoints(customer, [*keys], words))
    if found.without_view:
        yield words.no_view.format(names=_touchpoints(customer, found.without_view, words))
    if not found.overestimated and not found.underestimated and any(one.gap is not None for one in found.gaps):
        yield words.no_gap
    for texts, form in ((found.customer_pains, words.blind_spots), (found.employee_pains, words.unfelt)):
        if texts:
            yield form.format(names=_titles(texts, words))
    if found.critical_agreed is False:
        own, theirs = (quoted(side.touchpoints[side.critical_moment or ""].title, words) for side in (customer, employee))
        yield words.critical_of_views.format(customer=own, employee=theirs)
    if (correlation := found.importance_correlation) is not None:
        how = words.agreement[0 if correlation >= 0.6 else 2 if correlation <= -0.6 else 1]
        yield words.importance.format(how=how, value=signed(correlation, words), touchpoints=plural("Touchpoint", found.rated, words))
    if found.top_overlap is not None:
        yield words.both_name.format(n=found.top, share=words.percent.format(value=round(100 * found.top_overlap)))


def _gap(one: Gap, sides: tuple[Journey, Journey], form: str, words: Vocabulary) -> str:
    own, theirs = (
        "" if key is None else side.touchpoints[key].title for side, key in zip(sides, (one.touchpoint, one.counterpart), strict=True)
    )
    whole, part = (theirs, own) if one.in_parts == "customer" else (own, theirs if one.in_parts else "")
    return form.format(
        name=_at(whole, one.moment, words, part=part), customer=signed(one.customer or 0, words), employee=signed(one.employee or 0, words),
        gap=unsigned(one.gap or 0, words), ways=_ways(one.bases, words), chance=_chance(one.margin, words),
    )  # fmt: skip


def of_competitor(found: Competitor, naming: Naming) -> Iterator[str]:
    """Where one is clearly better, what only one offers, and how much is known."""
    words = naming.words
    unnamed = words.first_side, words.second_side
    own, other = (quoted(name, words) if name else side for name, side in zip(found.subjects, unnamed, strict=True))
    if own == other:
        own, other = unnamed
    clear = [(abs(one.difference), one) for one in found.stages if one.difference is not None and one.best is not None]
    for _, one in sorted(clear, key=lambda pair: -pair[0]):
        yield _better(one, own, other, words)
    for figure in found.figures:
        if figure.verdict != "unchanged":
            yield told_figure(figure, naming)
    for spots, name in ((found.only_before, own), (found.only_after, other)):
        if spots:
            stages = listed([named(one, words) for one in spots], words=words)
            yield words.counted(len(spots), words.only_has_stage_n, who=name, names=stages)
    for stage in found.stages:
        if stage.before is not None and stage.after is not None:
            for names, name in ((stage.channels_only_before, own), (stage.channels_only_after, other)):
                if names:
                    yield words.only_offers.format(stage=named(stage.before.spot, words), who=name, names=_titles(names, words))
    kinds = [listed([chosen(one, words) for one in side], words=words) or words.nothing_cited for side in found.evidence]
    yield words.known_from.format(one=own, first=kinds[0], other=other, second=kinds[1])


def _better(one: StageSides, own: str, other: str, words: Vocabulary) -> str:
    if one.before is None or one.after is None or one.before.valence is None or one.after.valence is None:
        return ""
    return words.better_here.format(
        stage=named(one.before.spot, words), who=other if one.best == "after" else own, one=signed(one.before.valence, words),
        other=signed(one.after.valence, words), n=one.before.readings, m=one.after.readings,
    )  # fmt: skip
