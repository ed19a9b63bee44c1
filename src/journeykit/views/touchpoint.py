"""The touchpoint card: all that is known of one moment of a journey, on one sheet."""

from journeykit.diagram import Badge, Diagram, Mood, Profile, ProfileFact, ProfileSection
from journeykit.errors import UnknownNameError
from journeykit.measure import emotion_curve
from journeykit.model import MOMENTS, Journey, slug

from .card_words import CardWords
from .context import Context, context_of
from .direction import runs_right_to_left
from .lanes_feeling import reading_in_full
from .printed import amount, closed, duration, embedded, joined, listed, valence
from .readings import Reading, weakest
from .sections import split
from .touchpoint_sections import sections
from .wordtables import words_of


def touchpoint(journey: Journey, *, of: str | None = None, language: str | None = None) -> Diagram:
    """The card of one touchpoint.

    Args:
        journey: the journey that it belongs to.
        of: id or title of the touchpoint; by default the critical moment, else the one with the lowest reading, else the first.
        language: of the words that are not the journey's own (BCP 47).

    Raises:
        UnknownNameError: there is no touchpoint of that name.

    Example:
        >>> from journeykit.model import Stage, Touchpoint
        >>> buy = Journey("I buy", stages=[Stage("Deal", [Touchpoint("Asks", emotion=1), Touchpoint("Waits", emotion=-2)])])
        >>> touchpoint(buy).title
        'Waits'
    """
    context = context_of(journey, language)
    words, cards = context.words, words_of(CardWords, context.words)
    lang = journey.language or language or ""
    if not context.columns:
        if of is not None:
            raise UnknownNameError.of("touchpoint", of, [])
        return Diagram(
            view="touchpoint", title=journey.title, finding=words.no_touchpoints, description=words.no_touchpoints, lang=lang,
            rtl=runs_right_to_left(journey.language, (journey.title,)), source=context.path,
        )  # fmt: skip
    at = _chosen(context, of)
    one = context.columns[at]
    parts = sections(context, at, cards)
    facts = _facts(context, at, cards)
    return Diagram(
        view="touchpoint",
        title=one.title,
        titled=False,
        finding=_finding(context, at, cards),
        description=_description(context, at, cards, facts),
        telling=_telling(context, at, cards, facts=facts, parts=parts),
        lang=lang,
        rtl=runs_right_to_left(journey.language, (journey.title, one.title)),
        page=words.page,
        texts_in_full=words.texts_in_full,
        parts=(
            Profile(
                name=one.title,
                detail=" · ".join((_stage(context, at), journey.title)),
                sign=str(at + 1),
                sign_tip=cards.station.format(n=at + 1, m=len(context.columns)),
                heavy=at == context.critical,
                badges=_badges(context, at),
                facts=facts,
                moods_title=cards.feels,
                moods=_moods(context, at, cards),
                moods_note=_basis(context, at),
                sections=split(parts, words, cards),
                source=context.paths[at],
            ),
        ),
        table=(cards.table_touchpoint, *_rows(context, at, cards, facts=facts, parts=parts)),
    )


def _chosen(context: Context, of: str | None) -> int:
    """The column asked for; else the critical moment, else the lowest reading, else the first."""
    if of is not None:
        for at, one in enumerate(context.columns):
            if of.casefold() == one.id or slug(one.title) == slug(of):
                return at
        raise UnknownNameError.of("touchpoint", of, [one.id for one in context.columns])
    if context.critical is not None:
        return context.critical
    trough = emotion_curve(context.journey).trough
    return trough.index if trough is not None else 0


def _stage(context: Context, at: int) -> str:
    return next(block.stage.title for block in context.blocks if block.start <= at <= block.end)


def _badges(context: Context, at: int) -> tuple[Badge, ...]:
    words, one = context.words, context.columns[at]
    found: list[Badge] = []
    if at == context.critical:
        found.append(Badge(text=words.critical, style="solid"))
    elif one.matters:
        found.append(Badge(text=words.flags["matters"], style="solid"))
    flags = [("alone", one.kind == "action"), ("optional", one.optional), ("repeats", one.repeats)]
    found += [Badge(text=words.flags[name]) for name, holds in flags if holds]
    if not context.ours(at):
        found.append(Badge(text=words.not_ours, style="dashed"))
    return tuple(found)


def _facts(context: Context, at: int, cards: CardWords) -> tuple[ProfileFact, ...]:
    """Who answers for it, how long it takes, how important it is, how well it is known."""
    words, one = context.words, context.columns[at]
    found: list[ProfileFact] = []
    if one.owner:
        found.append(ProfileFact(name=cards.accountable, value=context.names(one.owner)))
    elif one.kind == "interaction" and context.ours(at):
        found.append(ProfileFact(name=cards.accountable, value=words.nobody, known=False))
    if one.supporters:
        found.append(ProfileFact(name=cards.supported, value=words.comma.join(context.names(key) for key in one.supporters)))
    found.append(
        ProfileFact(name=cards.took, value=duration(one.duration, words) if one.duration is not None else cards.not_known, known=one.duration is not None)
    )  # fmt: skip
    if one.wait_before is not None:
        found.append(ProfileFact(name=cards.waits, value=duration(one.wait_before, words)))
    for view, rated in one.importance.items():
        name = cards.importance if view == "customer" else f"{cards.importance}{words.comma}{words.views[view]}"
        found.append(ProfileFact(name=name, value=cards.importance_of.format(n=amount(rated, words))))
    backing = context.backings[at]
    found.append(ProfileFact(name=cards.evidence, value=words.strengths[backing.strength], known=backing.strength > 0))
    return tuple(found)


def _readings(context: Context, at: int) -> list[Reading]:
    """The readings of the first series at a column, in order of time."""
    return [one for one in context.tracks[0].readings if one.column == at] if context.tracks else []


def _moods(context: Context, at: int, cards: CardWords) -> tuple[Mood, ...]:
    """Before, during and after; a moment that nobody was asked about is empty."""
    words = context.words
    # A reading that stands alone is drawn in the middle of a map; here it keeps the moment at which it was taken.
    held = {one.emotions[-1][1].moment: one for one in _readings(context, at)}
    found: list[Mood] = []
    for moment in MOMENTS:
        one = held.get(moment)
        when = words.moments[moment]
        if one is None:
            found.append(Mood(when=when, value=None, text=words.unknown_value, tip=f"{when}: {cards.no_reading}"))
            continue
        place, _ = one.emotions[-1]
        found.append(
            Mood(when=when, value=one.value, text=valence(one.value, words), basis=one.basis,
                 tip=joined((reading_in_full(context.journey, each, words) for _, each in one.emotions), words), source=f"{context.paths[at]}.emotions[{place}]")
        )  # fmt: skip
    return tuple(found)


def _basis(context: Context, at: int) -> str:
    """Whose feelings these are and how they are known; that nobody was asked where there is none."""
    words = context.words
    basis, _ = weakest(_readings(context, at))
    if basis is None:
        return words.first_gap
    return words.comma.join((words.views[context.tracks[0].perspective], words.bases[basis]))


def _finding(context: Context, at: int, cards: CardWords) -> str:
    words = context.words
    named = embedded(context.journey.title, words)
    if at == context.critical:
        return cards.chosen_critical.format(journey=named)
    trough = emotion_curve(context.journey).trough
    if trough is not None and trough.index == at and trough.valence < 0:
        return cards.chosen_lowest.format(journey=named)
    return cards.chosen_first.format(journey=named, n=at + 1, m=len(context.columns))


def _description(context: Context, at: int, cards: CardWords, facts: tuple[ProfileFact, ...]) -> str:
    words = context.words
    moods = [f"{one.when} {one.text}" for one in _moods(context, at, cards) if one.value is not None]
    felt = (
        f"{cards.feels}: {listed(moods, words)} ({_basis(context, at)}){words.end}"
        if moods
        else f"{words.first_gap.capitalize()}{words.end}"
    )
    known = joined([f"{one.name}: {embedded(one.value, words)}" for one in facts], words)
    return f"{_finding(context, at, cards)} {felt} {known}{words.end}"


def _telling(context: Context, at: int, cards: CardWords, *, facts: tuple[ProfileFact, ...], parts: tuple[ProfileSection, ...]) -> str:
    """What the card comes to, then what is recorded in each of its sections, a line each."""
    words = context.words
    lines = [_description(context, at, cards, facts)]
    for section in parts:
        said = [embedded(joined(item.in_words, words), words) for item in section.items if item.text != cards.nothing_known]
        if said:
            lines.append(closed(f"{section.title}: {joined([one.rstrip(' .') for one in said], words)}{words.end}"))
    return "\n".join(lines)


def _rows(
    context: Context, at: int, cards: CardWords, *, facts: tuple[ProfileFact, ...], parts: tuple[ProfileSection, ...]
) -> list[tuple[str, str]]:
    words = context.words
    rows = [(words.touchpoint, context.columns[at].title), (words.stage, _stage(context, at))]
    rows += [(one.name, one.value) for one in facts]
    rows += [(f"{cards.feels}{words.comma}{one.when}", one.text) for one in _moods(context, at, cards)]
    for section in parts:
        rows += [(section.title, joined(item.in_words, words)) for item in section.items]
    return rows
