"""One persona as a card: the side with its facts, then its sections."""

from journeykit.diagram import Badge, Meter, Profile
from journeykit.errors import step
from journeykit.model import Persona

from .card_words import CardWords
from .persona_known import Known, facts
from .persona_sections import quote_of, sections
from .printed import embedded
from .words import Words


def profile(known: Known, words: Words, cards: CardWords) -> Profile:
    """The card."""
    one = known.persona
    quote, note = quote_of(known, words, cards)
    return Profile(
        name=one.name,
        detail=one.segment or "",
        sign=initials(one.name),
        badges=_badges(one, cards),
        facts=facts(one, words, cards),
        meter=Meter(filled=one.tech_familiarity, text=one.tech_note or ("" if one.tech_familiarity else cards.not_asked)),
        quote=words.quoted.format(text=embedded(quote, words)) if quote else "",
        quote_note=note,
        sections=sections(known, words, cards),
        source=step("personas", one.id),
    )


def initials(name: str) -> str:
    """Up to two letters that stand for a portrait: of the first and the last word.

    Example:
        >>> initials("New-vehicle buyer"), initials("ana"), initials("123 4")
        ('NB', 'A', '14')
    """
    words = [word for word in ("".join(c if c.isalnum() else " " for c in part).strip() for part in name.split()) if word]
    if not words:
        return "?"
    picked = words[:1] if len(words) == 1 else [words[0], words[-1]]
    return "".join(word[0] for word in picked).upper()


def _badges(one: Persona, cards: CardWords) -> tuple[Badge, ...]:
    found: list[Badge] = []
    if one.priority:
        found.append(Badge(text=cards.priorities[one.priority], style="solid" if one.priority == "primary" else "outline"))
    if one.kind == "employee":
        found.append(Badge(text=cards.employee))
    found.append(Badge(text=cards.fictional, style="dashed") if one.fictional else Badge(text=cards.real))
    return tuple(found)
