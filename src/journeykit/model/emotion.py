"""What a customer feels and expects."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, get_args

from attrs import evolve, field, frozen

from journeykit.errors import ConversionError, Problem, shown

from .about import NUMBER, TEXT, Ref, about, choice, later, number, whole
from .checked import Checked, made, to_refs, tupled
from .values import PERIOD, SCALE, Period, Scale, to_period, to_scale
from .words import Basis, ExpectationPriority, Kano, Met, Moment, Perspective

MOMENTS: tuple[Moment, ...] = get_args(Moment)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Emotion(Checked):
    """One reading of how somebody feels. No reading is no Emotion: a gap is never 0.

    Attributes:
        valence: -2 (very negative) to +2 (very positive).
        moment: before, during or after the touchpoint.
        perspective: whose view; None is that of the journey.
        basis: how it is known.
        label: a word for it, from an open vocabulary (joy, relief, anger ...).
        n: number of people asked. sd: standard deviation on this scale.
        as_of: when it was read.
        raw, scale: what the source said, on its own scale.

    Source: five-point field scale of emotional journeys; before, during and after: ISO 9241-210.
    """

    _word: ClassVar[str] = "Emotion"

    valence: float = field(kw_only=False, metadata=about("-2 (very negative) to +2 (very positive).", number(-2, 2)))
    moment: Moment = field(default="during", metadata=about("Before, during or after.", choice(Moment)))
    perspective: Perspective | None = field(
        default=None, metadata=about("Whose view; that of the journey where not given.", choice(Perspective))
    )
    basis: Basis = field(default="assumed", metadata=about("How it is known.", choice(Basis)))
    label: str | None = field(default=None, metadata=about("A word for it.", TEXT))
    quote: str | None = field(default=None, metadata=about("What was said.", TEXT))
    note: str | None = field(default=None, metadata=about("What stands behind the reading.", TEXT))
    n: int | None = field(default=None, metadata=about("Number of people asked.", whole(1)))
    sd: float | None = field(default=None, metadata=about("Standard deviation, in units of valence.", number(0)))
    as_of: Period | None = field(default=None, converter=to_period, metadata=about("When it was read.", PERIOD))
    raw: str | None = field(default=None, metadata=about("What the source said, as text.", TEXT))
    scale: Scale | None = field(default=None, converter=to_scale, metadata=about("The scale of the source.", SCALE))
    sources: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("What it is known from.", ref=Ref("source")))

    @classmethod
    def from_scale(
        cls, score: float, *, low: float, high: float, moment: Moment = "during", basis: Basis = "assumed", raw: str | None = None
    ) -> "Emotion":
        """A reading on another scale, converted linearly; the score and its scale are kept.

        Args:
            score: between `low` and `high`, both included. A scale that runs downwards has `low` above `high`: then the lowest number is best.
            low: the answer that is worst.
            high: the answer that is best.
            moment: before, during or after.
            basis: how it is known.
            raw: the words of the source; the score as text where not given.

        Raises:
            ConversionError: the score lies outside of the scale, or the scale has no length.

        Example:
            >>> Emotion.from_scale(4, low=1, high=5).valence
            1.0
        """
        if not all(NUMBER.test(one) for one in (score, low, high)) or low == high or not min(low, high) <= score <= max(low, high):
            raise ConversionError(
                Problem(
                    "A score does not lie on its scale.",
                    got=f"{shown(score)} on {shown(low)} to {shown(high)}",
                    expected="a number between the two ends",
                )
            )
        valence = 4 * (score - low) / (high - low) - 2
        scale = Scale(low=min(low, high), high=max(low, high))
        return cls(max(-2.0, min(2.0, valence)), moment=moment, basis=basis, raw=raw or f"{score:g}", scale=scale)

    def on_scale(self, *, low: float, high: float) -> float:
        """The valence on another scale: the inverse of `from_scale`."""
        return low + (self.valence + 2) / 4 * (high - low)


EmotionLike = Emotion | float
# A Sequence, for a dict is an Iterable, too: type checkers would not know which of the two to read a literal as.
EmotionInput = EmotionLike | Sequence[EmotionLike] | Mapping[Moment, EmotionLike] | None


def to_emotions(value: EmotionInput) -> tuple[Emotion, ...]:
    """One reading, several, or readings by moment; numbers become `Emotion`. What is none is left for the check to refuse."""
    if isinstance(value, Mapping):
        return tuple(_at(moment, one) for moment, one in value.items())
    return tupled(value, Emotion, _emotion)


def _emotion(value: Any) -> Any:
    return made(Emotion, value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


def _at(moment: Any, value: Any) -> Any:
    if isinstance(value, Emotion):
        placed = made(lambda one: evolve(one, moment=moment), value)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        placed = made(lambda one: Emotion(one, moment=moment), value)
    else:
        return {moment: value}
    return placed if isinstance(placed, Emotion) and placed.moment == moment else {moment: value}  # as written, for the check to refuse


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Expectation(Checked):
    """What somebody expects, and whether it was met.

    Attributes:
        kano: class after Kano. standard: the service standard in words, such as "within 24 h".
    """

    _word: ClassVar[str] = "Expectation"

    text: str = field(kw_only=False, metadata=about("What is expected.", TEXT))
    priority: ExpectationPriority = field(default="primary", metadata=about("Primary or secondary.", choice(ExpectationPriority)))
    kano: Kano | None = field(default=None, metadata=about("Class after Kano.", choice(Kano)))
    met: Met = field(default="unknown", metadata=about("Whether it was met.", choice(Met)))
    perspective: Perspective | None = field(
        default=None, metadata=about("Whose view; that of the journey where not given.", choice(Perspective))
    )
    standard: str | None = field(default=None, metadata=about("The service standard in words.", TEXT))
    sources: tuple[str, ...] = field(default=(), converter=to_refs, metadata=about("What it is known from.", ref=Ref("source")))


def to_expectations(value: Expectation | str | Iterable[Expectation | str] | None) -> tuple[Expectation, ...]:
    """One expectation, several or none; a text is a primary one."""
    return tupled(value, Expectation, _expectation)


def _expectation(value: Any) -> Any:
    return made(Expectation, value) if isinstance(value, str) else value
