"""What a rule says: a spot in the model, a hit at it, and the finding that a reader gets."""

from typing import Literal, get_args

from attrs import field, frozen

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)

_LONGEST = 60


def quoted(text: str) -> str:
    """A title inside a sentence: one line without control characters, at most 60 characters, in quotation marks.

    Example:
        >>> quoted("Waits for the offer")
        '"Waits for the offer"'
    """
    shown = text if text.isprintable() else " ".join("".join(one if one.isprintable() else " " for one in text).split())
    return f'"{shown}"' if len(shown) <= _LONGEST else f'"{shown[: _LONGEST - 1].rstrip()}…"'


def several(amount: int, one: str, more: str = "") -> str:
    """A number with its noun.

    Example:
        >>> several(1, "touchpoint"), several(2, "journey")
        ('1 touchpoint', '2 journeys')
    """
    return f"{amount} {one if amount == 1 else more or one + 's'}"


@frozen
class Spot:
    """An element that something is said about.

    Attributes:
        where: its model path.
        id: its id; `journey/element` for what stands in a journey.
        title: what a reader calls it.
    """

    where: str
    id: str
    title: str

    def at(self, inner: str) -> "Spot":
        """A field of the element: the same element, a longer path."""
        return Spot(f"{self.where}.{inner}" if self.where else inner, self.id, self.title)

    def __str__(self) -> str:
        return f"{quoted(self.title)} ({self.id})" if self.id else quoted(self.title)


@frozen
class Hit:
    """What a rule yields.

    Attributes:
        spot: the element it is about.
        message: what was found, a sentence that names the element.
        also: other elements that have to do with it.
        severity: other than that of the rule; None is that of the rule.
        fix: what to do about this one, where what the rule says does not fit; "" is what the rule says.
    """

    spot: Spot
    message: str
    also: tuple[Spot, ...] = ()
    severity: Severity | None = None
    fix: str = ""


@frozen(kw_only=True)
class Finding:
    """Something a rule found.

    Attributes:
        code: of the rule, such as `MGT-13`; permanent.
        name: of the rule: the bad pattern in words, such as `touchpoint-without-owner`.
        severity: `error` is a contradiction or unusable, `warning` incomplete or bad practice, `info` advice.
        message: what was found, a sentence that names the element by title and id.
        where: model path of the element.
        place: `file:line:column`, where the text is known; a rule never knows it.
        anchors: (id, title) of the element and of others that have to do with it.
        why: why it matters. fix: what to do. source: who says so.
    """

    code: str
    name: str
    severity: Severity
    message: str
    where: str = ""
    place: str = ""
    anchors: tuple[tuple[str, str], ...] = ()
    why: str = field(default="", repr=False)
    fix: str = field(default="", repr=False)
    source: str = field(default="", repr=False)

    def __str__(self) -> str:
        place = self.place or self.where
        return f"{place}: {self.severity} {self.code} {self.message}" if place else f"{self.severity} {self.code} {self.message}"
