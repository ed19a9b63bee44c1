"""Values that refuse what would break other code, and elements that have an id."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from attrs import field, frozen

from journeykit.errors import ModelError, Problem, shown

from .about import TEXT, TEXTS, Check, Ref, about, checks_of
from .frozenmap import FrozenMap, deep_frozen
from .ids import fold, is_id, slug

_MAP = Check("map", "a mapping from texts", lambda value: isinstance(value, FrozenMap))
_ALLOW = Check(
    "map", "a mapping from the code or name of a rule to the reason", lambda value: isinstance(value, FrozenMap) and all(isinstance(v, str) for v in value.values())
)  # fmt: skip


def to_texts(value: "str | Iterable[str] | None") -> tuple[str, ...]:
    """One text, several or none, as a tuple."""
    if type(value) is tuple:
        return value
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, Iterable) else value


def to_map(value: Mapping[str, Any] | None) -> FrozenMap[str, Any]:
    """A mapping, frozen all the way down."""
    if type(value) is FrozenMap:
        return value
    return FrozenMap() if value is None else deep_frozen(value) if isinstance(value, Mapping) else value


def _to_id(value: str) -> str:
    return fold(value) if isinstance(value, str) else value


@frozen(kw_only=True)
class Checked:
    """A value whose fields are checked against their metadata when it is made."""

    _word: ClassVar[str] = "Value"

    def __attrs_post_init__(self) -> None:
        found = [*self._wrong_fields(), *self._problems()]
        if found:
            raise ModelError(found)

    def _problems(self) -> Iterable[Problem]:
        """What is wrong beyond single fields; subclasses say it."""
        return ()

    def _wrong_fields(self) -> list[Problem]:
        found = []
        for name, check in checks_of(type(self)):
            value = getattr(self, name)
            if value is None or value == () or check.test(value):
                continue
            found.append(Problem(f"{self._named()} has a wrong {name}.", name, got=shown(value), expected=check.expected))
        return found

    def _named(self) -> str:
        return self._word


@frozen(kw_only=True)
class Element(Checked):
    """What all entities share.

    Attributes:
        id: stable name; the slug of the title where none is given. Compared casefolded.
        origin: lineage: the journey or element (`journey/element`) that this one continues.
        tags: free words.
        allow: rules whose findings are accepted here, each with its reason.
        extra: data that belongs to nobody; kept and saved.
    """

    _title_field: ClassVar[str] = "title"

    id: str = field(default="", converter=_to_id, metadata=about("Stable name; the slug of the title where none is given."))
    origin: str | None = field(
        default=None, metadata=about("Lineage: the journey or element (journey/element) that this one continues.", TEXT, ref=Ref("place", soft=True))
    )
    tags: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("Free words.", TEXTS))
    allow: FrozenMap[str, str] = field(factory=FrozenMap, converter=to_map, metadata=about("Rules whose findings are accepted here, each with its reason.", _ALLOW))
    extra: FrozenMap[str, Any] = field(factory=FrozenMap, converter=to_map, metadata=about("Data that belongs to nobody; kept and saved.", _MAP))

    def __attrs_post_init__(self) -> None:
        title = self._own_title()
        if not self.id and isinstance(title, str) and title:
            object.__setattr__(self, "id", slug(title))
        super().__attrs_post_init__()
        if not is_id(self.id):
            raise ModelError(
                Problem(f"{self._named()} has an id that is not well formed.", "id", got=shown(self.id),
                        expected="a letter or digit, then letters, digits, '_', '.' and '-'", hint=f"try {slug(self.id)!r}" if self.id else "give it an id")
            )  # fmt: skip

    def _own_title(self) -> Any:
        return getattr(self, self._title_field)

    def _wrong_fields(self) -> list[Problem]:
        found = super()._wrong_fields()
        title = self._own_title()
        if not (isinstance(title, str) and title.strip()):
            found.insert(0, Problem(f"{self._word} {shown(self.id)} has no {self._title_field}.", self._title_field, got=shown(title), expected="a text that is not empty"))
        return found

    def _named(self) -> str:
        return f"{self._word} {shown(self.id or self._own_title())}"

    @property
    def label(self) -> str:
        """Title or name: what a reader calls it."""
        text: str = self._own_title()
        return text


def to_ref(value: "str | Element | None") -> str | None:
    """A reference: the id of an element, or an id or name as written."""
    return value.id if isinstance(value, Element) else value


def to_refs(value: "str | Element | Iterable[str | Element] | None") -> tuple[str, ...]:
    """One reference, several or none, as a tuple of ids."""
    if value is None or value == ():
        return ()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Element):
        return (value.id,)
    return tuple(one.id if isinstance(one, Element) else one for one in value) if isinstance(value, Iterable) else value
