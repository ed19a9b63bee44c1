"""The persona card: whose journeys these are, what is known of them, how it is known, and what still has to be asked."""

from collections.abc import Sequence

from journeykit.diagram import Diagram, Row
from journeykit.errors import UnknownNameError
from journeykit.model import Journey, Persona, Portfolio, slug

from .card_words import CardWords
from .direction import runs_right_to_left
from .languages import words_for
from .persona_card import profile
from .persona_known import Known, known_of
from .persona_sections import texts_of, unknown_of
from .printed import closed, counted, embedded, joined, listed
from .words import Words
from .wordtables import words_of


def persona(what: Portfolio | Journey | Persona, *, of: str | None = None, language: str | None = None) -> Diagram:
    """A card of a persona, or of several, one after the other.

    Args:
        what: a portfolio, a journey (the card of its persona), or a persona by itself.
        of: id or name of one persona.
        language: of the words that are not the portfolio's own (BCP 47).

    Raises:
        UnknownNameError: there is no persona of that name.

    Example:
        >>> card = persona(Persona("Ana", age=34))
        >>> card.parts[0].facts[0].value
        '34'
    """
    lang = language or (what.language if isinstance(what, Journey) else what.lang if isinstance(what, Portfolio) else None)
    words = words_for(lang)
    cards = words_of(CardWords, words)
    known = [known_of(one, what) for one in _chosen(what, of)]
    title = _title(what, known, cards)
    return Diagram(
        view="persona",
        title=title,
        titled=not known,
        finding=_finding(known, words, cards) if known else cards.no_persona,
        description=_description(known, words, cards) if known else cards.no_persona,
        telling=_telling(known, words, cards),
        lang=lang or "",
        rtl=runs_right_to_left(lang, (title,)),
        page=words.page,
        texts_in_full=words.texts_in_full,
        parts=tuple(profile(one, words, cards) for one in known),
        table=_table(known, words, cards) if known else (),
    )


def _chosen(what: Portfolio | Journey | Persona, of: str | None) -> tuple[Persona, ...]:
    if isinstance(what, Persona):
        every: tuple[Persona, ...] = (what,)
        usual = every
    elif isinstance(what, Journey):
        own = _own(what)
        every = (*what.library.personas, *(one for one in own if one.id not in what.library.personas))
        usual = own
    else:
        every = usual = tuple(what.personas)
    if of is None:
        return usual
    for one in every:
        if of.casefold() == one.id or slug(one.name) == slug(of):
            return (one,)
    raise UnknownNameError.of("persona", of, [one.id for one in every])


def _own(journey: Journey) -> tuple[Persona, ...]:
    """The persona of a journey; one that nobody has described stands for itself."""
    if journey.persona is None:
        return ()
    return (journey.library.personas.get(journey.persona) or Persona(journey.persona),)


def _title(what: Portfolio | Journey | Persona, known: Sequence[Known], cards: CardWords) -> str:
    if len(known) == 1:
        return known[0].persona.name
    named = what.title if isinstance(what, Portfolio | Journey) else ""
    return f"{cards.personas}: {named}" if named else cards.personas


def _finding(known: Sequence[Known], words: Words, cards: CardWords) -> str:
    missing = [len(unknown_of(one, words, cards)) for one in known]
    of = len(cards.facts_asked)
    if len(known) == 1:
        return counted(missing[0], cards.unknown_facts_n, words, m=str(of)) + words.end
    several = counted(len(known), cards.persona_n, words)
    return joined((several, counted(sum(missing), cards.unknown_facts_n, words, m=str(of * len(known)))), words) + words.end


def _description(known: Sequence[Known], words: Words, cards: CardWords) -> str:
    return " ".join(_about(one, words, cards) for one in known)


def _about(one: Known, words: Words, cards: CardWords) -> str:
    """Who it is, what pleases and disappoints it, what nobody knows of it."""
    here = one.persona
    parts = [words.comma.join(embedded(text, words) for text in (here.name, here.segment) if text) + words.end]
    for form, texts in ((cards.pleased, here.pleased_by), (cards.disappointed, here.disappointed_by)):
        if texts:
            parts.append(form.format(text=listed([embedded(text.rstrip(" ."), words) for text in texts[:3]], words)))
    if missing := unknown_of(one, words, cards):
        parts.append(words.unknown_facts.format(facts=listed([cards.facts_asked[name] for name in missing], words)))
    return " ".join(parts)


def _telling(known: Sequence[Known], words: Words, cards: CardWords) -> str:
    """All that is known, persona by persona, a line for each kind of it."""
    lines: list[str] = []
    for one in known:
        lines.append(_about(one, words, cards))
        held: dict[str, list[str]] = {}
        for name, text in texts_of(one, words, cards):
            if text not in {cards.not_known, one.persona.segment}:
                held.setdefault(name, []).append(embedded(text.rstrip(" ."), words))
        lines += [closed(f"{name}: {joined(texts, words)}{words.end}") for name, texts in held.items()]
    return "\n".join(lines)


def _table(known: Sequence[Known], words: Words, cards: CardWords) -> tuple[Row, ...]:
    rows: list[Row] = [cards.table]
    for one in known:
        rows += [(one.persona.name, name, value) for name, value in texts_of(one, words, cards)]
    return tuple(rows)
