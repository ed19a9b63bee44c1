"""One persona as a card: the side with its facts, then its sections."""

from attrs import frozen

from journeykit.diagram import Badge, Meter, Profile, ProfileFact
from journeykit.errors import step
from journeykit.model import Journey, Library, Persona, Portfolio, fold

from .card_words import CardWords
from .context import Context, context_of
from .printed import embedded, share
from .words import Words


@frozen(kw_only=True)
class Known:
    """A persona with what the portfolio knows of it.

    Attributes:
        journeys: those that are its own, laid out in columns. library: what they share; None where the persona stands by itself.
    """

    persona: Persona
    journeys: tuple[Context, ...]
    library: Library | None

    @property
    def is_assumed(self) -> bool:
        """Whether nothing that it says of itself names a source."""
        return not self.persona.sources


def known_of(persona: Persona, what: Portfolio | Journey | Persona) -> Known:
    """A persona with its journeys."""
    if isinstance(what, Persona):
        return Known(persona=persona, journeys=(), library=None)
    held = tuple(what.journeys) if isinstance(what, Portfolio) else (what,)
    own = [one for one in held if one.persona is not None and fold(one.persona) == persona.id]
    library = what if isinstance(what, Portfolio) else what.library
    return Known(persona=persona, journeys=tuple(context_of(one) for one in own), library=library)


def facts_missing(persona: Persona) -> tuple[str, ...]:
    """The names of the facts on the side of a card that nobody knows."""
    return tuple(name for name in _FACTS if getattr(persona, name) is None)


_FACTS = ("age", "occupation", "family", "location", "segment_share", "tech_familiarity")


def profile(known: Known, words: Words, cards: CardWords) -> Profile:
    """The card."""
    from .persona_sections import quote_of, sections  # noqa: PLC0415  # they know this file

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


def facts(one: Persona, words: Words, cards: CardWords) -> tuple[ProfileFact, ...]:
    """Age, occupation, family, place, share and ease with technology; what nobody knows says so."""
    values: dict[str, str | None] = {name: None if getattr(one, name) is None else str(getattr(one, name)) for name in _FACTS}
    if one.segment_share is not None:
        values["segment_share"] = share(one.segment_share, words)
    if one.tech_familiarity is not None:
        values["tech_familiarity"] = cards.rated.format(n=one.tech_familiarity)
    return tuple(
        ProfileFact(name=cards.facts[name], value=value or cards.not_known, known=value is not None) for name, value in values.items()
    )
