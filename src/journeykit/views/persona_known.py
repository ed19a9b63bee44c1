"""A persona with what the portfolio knows of it, and its facts."""

from attrs import frozen

from journeykit.diagram import ProfileFact
from journeykit.model import Journey, Library, Persona, Portfolio, fold

from .card_words import CardWords
from .context import Context, context_of
from .printed import share
from .words import Words

_FACTS = ("age", "occupation", "family", "location", "segment_share", "tech_familiarity")


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
