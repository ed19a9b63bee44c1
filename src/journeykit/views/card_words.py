"""The words of cards about a persona or a touchpoint, one table a language."""

from attrs import frozen

from journeykit.model import FrozenMap

Plural = tuple[str, str]


@frozen(kw_only=True, eq=False, repr=False)
class CardWords:
    """What cards say beside what a map says. As in `Words`, nothing has a default; fields that end in `_n` are pairs.

    Attributes:
        priorities, facts, sections: by the name of the field of a persona; `facts_asked` as they stand within a sentence, with what else a card asks for.
        factors: headings of the four factors of a touchpoint, and of what stands around it.
        changes: what can change from one touchpoint to the next.
    """

    personas: str
    no_persona: str
    persona_n: Plural
    priorities: FrozenMap[str, str]
    fictional: str
    real: str
    employee: str
    segment: str
    facts: FrozenMap[str, str]
    facts_asked: FrozenMap[str, str]
    not_known: str
    rated: str
    not_asked: str
    sections: FrozenMap[str, str]
    assumed: str
    on_journeys: str
    channel_at: str
    continued: str
    more_n: Plural
    journey_is: str
    no_journeys: str
    journeys: str
    how_known: str
    known_from: str
    still_to_ask: str
    nothing_to_ask: str
    example_quote: str
    unknown_facts_n: Plural
    pleased: str
    disappointed: str
    table: tuple[str, str, str]

    station: str
    factors: FrozenMap[str, str]
    nothing_known: str
    feels: str
    no_reading: str
    before_it: str
    after_it: str
    begins: str
    ends: str
    changes: FrozenMap[str, str]
    seam: str
    seam_same: str
    falls: str
    actions: str
    accountable: str
    supported: str
    took: str
    waits: str
    importance: str
    importance_of: str
    evidence: str
    chosen_critical: str
    chosen_lowest: str
    chosen_first: str
    table_touchpoint: tuple[str, str]
