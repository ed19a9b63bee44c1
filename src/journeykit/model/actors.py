"""Everyone and everything that takes part; how they relate; and the channels through which they meet."""

from typing import Any, ClassVar

from attrs import field, frozen

from journeykit.display import Shown

from .about import AGE, FLAG, TEXT, TEXTS, Ref, about, choice, later, number, whole
from .checked import Element, to_end, to_ref, to_refs, to_texts
from .ids import slug
from .words import ActorKind, ActorStatus, Medium, OwnerKind, PersonaKind, PersonaPriority, Side

_ACTOR = Ref("actor")


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Actor(Element):
    """Whoever takes part and is neither persona, owner nor system: an organisation, a regulator, a competitor, the public.

    Attributes:
        name: what it is called.
        ring: place on the stakeholder map: 0 essential, 1 important, 2 wider.
        influence, interest: 1 (low) to 5 (high).
        parent: the actor above it in the organisation.
        status: `needed` is what the organisation must still create.
    """

    _title_field: ClassVar[str] = "name"
    _word: ClassVar[str] = "Actor"

    name: str = field(kw_only=False, metadata=about("What it is called.", TEXT))
    kind: ActorKind | OwnerKind | PersonaKind | None = field(default="organisation", metadata=about("What it is.", choice(ActorKind)))
    side: Side | None = field(
        default=None, metadata=about("On whose side it stands; follows from the kind where it is not given.", choice(Side))
    )
    parent: str | None = field(default=None, converter=to_ref, metadata=about("The actor above it in the organisation.", ref=_ACTOR))
    ring: int | None = field(default=None, metadata=about("Place on the stakeholder map: 0 essential, 1 important, 2 wider.", whole(0, 2)))
    influence: int | None = field(default=None, metadata=about("Influence, 1 (low) to 5 (high).", whole(1, 5)))
    interest: int | None = field(default=None, metadata=about("Interest, 1 (low) to 5 (high).", whole(1, 5)))
    critical: bool = field(default=False, metadata=about("A stakeholder whose view must be heard.", FLAG))
    status: ActorStatus = field(default="existing", metadata=about("Whether it exists, is needed or is retired.", choice(ActorStatus)))
    note: str | None = field(default=None, metadata=about("A remark.", TEXT))

    @property
    def stands(self) -> Side:
        """The side it stands on: as given, else after its kind."""
        if self.side is not None:
            return self.side
        if self.kind == "customer":
            return "customer"
        return "third_party" if self.kind in {"partner", "supplier", "regulator", "competitor", "public"} else "provider"


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Owner(Actor):
    """Who can be accountable: a person, role, team, department, partner or supplier."""

    _word: ClassVar[str] = "Owner"

    kind: OwnerKind | None = field(default=None, metadata=about("What it is.", choice(OwnerKind)))


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class System(Actor):
    """A tool or technology. It has no kind."""

    _word: ClassVar[str] = "System"

    kind: None = field(default=None, init=False, metadata=about("A system has no kind.", hidden=True))


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Persona(Actor, Shown):
    """The representative of a segment: whose journey it is. Everything but the name may be unknown.

    Attributes:
        segment_share: 0 to 1, its share of all customers.
        age: years, or a range in words.
        tech_familiarity: 1 (little) to 5 (much).
        needs: why they interact. goals: what they want in the end.
        fictional: False only where a real person agreed to be shown.
    """

    _word: ClassVar[str] = "Persona"

    kind: PersonaKind | None = field(default="customer", metadata=about("Customer or employee.", choice(PersonaKind)))
    segment: str | None = field(default=None, metadata=about("The group it stands for.", TEXT))
    segment_share: float | None = field(default=None, metadata=about("Share of the segment, 0 to 1.", number(0, 1)))
    priority: PersonaPriority | None = field(default=None, metadata=about("How much the design serves it.", choice(PersonaPriority)))
    age: int | str | None = field(default=None, metadata=about("Age in years, or a range in words.", AGE))
    occupation: str | None = field(default=None, metadata=about("Work, career.", TEXT))
    family: str | None = field(default=None, metadata=about("Family circumstances.", TEXT))
    location: str | None = field(default=None, metadata=about("Where they live.", TEXT))
    ambitions: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("What they strive for.", TEXTS))
    interests: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("What interests them.", TEXTS))
    hobbies: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("What they do in their free time.", TEXTS))
    consumption: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("How they buy and use.", TEXTS))
    preferences: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("What they prefer, channels included.", TEXTS))
    tech_familiarity: int | None = field(default=None, metadata=about("Familiarity with technology, 1 (little) to 5 (much).", whole(1, 5)))
    tech_note: str | None = field(default=None, metadata=about("Technology in words.", TEXT))
    accessibility_needs: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("What they need to take part.", TEXTS))
    needs: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("Why they interact.", TEXTS))
    goals: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("What they want in the end.", TEXTS))
    pleased_by: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("What pleases them.", TEXTS))
    disappointed_by: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("What disappoints them.", TEXTS))
    quote: str | None = field(default=None, metadata=about("What they say.", TEXT))
    bio: str | None = field(default=None, metadata=about("Their story.", TEXT))
    fictional: bool = field(default=True, metadata=about("An invented person; real people's data does not belong here.", FLAG))
    sources: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("What we know it from.", ref=Ref("source")))


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Relation(Element):
    """How one actor stands to another.

    Attributes:
        kind: open; such as reports_to, influences, supports, serves, supplies, informs, pays, regulates, partners, trusts.
        polarity: +1 helps, -1 harms.
        strength: 1 (weak) to 5 (strong).
        value: what is exchanged.
    """

    _title_field: ClassVar[str] = ""
    _word: ClassVar[str] = "Relation"

    source: str = field(converter=to_end, metadata=about("From whom.", ref=_ACTOR))
    target: str = field(converter=to_end, metadata=about("To whom.", ref=_ACTOR))
    kind: str = field(default="influences", metadata=about("How it stands: an open vocabulary.", TEXT))
    polarity: int | None = field(default=None, metadata=about("+1 helps, -1 harms.", whole(-1, 1)))
    strength: int | None = field(default=None, metadata=about("1 (weak) to 5 (strong).", whole(1, 5)))
    value: str | None = field(default=None, metadata=about("What is exchanged: product, money, trust, information.", TEXT))
    both_ways: bool = field(default=False, metadata=about("It holds in both directions.", FLAG))
    note: str | None = field(default=None, metadata=about("A remark.", TEXT))

    def _own_title(self) -> str:
        parts: tuple[Any, ...] = (self.source, self.kind, self.target)
        return "-".join(slug(one) if isinstance(one, str) else "" for one in parts)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Channel(Element):
    """A medium of contact. Not a touchpoint: the website is a channel, comparing prices on it is a touchpoint.

    Attributes:
        digital, synchronous: follow from the medium where they are not given.
    """

    _title_field: ClassVar[str] = "name"
    _word: ClassVar[str] = "Channel"

    name: str = field(kw_only=False, metadata=about("What it is called.", TEXT))
    medium: Medium | None = field(default=None, metadata=about("The kind of medium.", choice(Medium)))
    digital: bool | None = field(default=None, metadata=about("Whether it is digital.", FLAG))
    synchronous: bool | None = field(default=None, metadata=about("Whether both sides are present at once.", FLAG))


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Accountable(Element):
    """The fields of responsibility that touchpoints, activities and actions share; never made by itself.

    One owner is accountable: two are not representable.
    """

    owner: str | None = field(default=None, converter=to_ref, metadata=about("Accountable; exactly one.", ref=Ref("owner")))
    responsible: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("Do the work.", ref=_ACTOR))
    supporters: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("Support those who do the work.", ref=_ACTOR))
    consulted: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("Are asked.", ref=_ACTOR))
    informed: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("Are told.", ref=_ACTOR))
