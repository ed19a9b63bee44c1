"""Values that refuse what would break other code, and elements that have an id."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import compress
from operator import is_not
from typing import Any, ClassVar, TypeVar, cast

from attrs import field, frozen

from journeykit.errors import ModelError, Problem, shown
from journeykit.record import Record

from .about import NUMBER, TEXT, TEXTS, Check, Ref, Row, about, later, sheet_of
from .frozenmap import EMPTY, FrozenMap, deep_frozen
from .ids import fold, is_id, slug
from .showing import represented

T = TypeVar("T")
_put = object.__setattr__


def listed(value: object) -> bool:
    """Whether a value holds several in an order: no text, no mapping, and no set, whose order changes from run to run."""
    return isinstance(value, Iterable) and not isinstance(value, (str, bytes, bytearray, Mapping, set, frozenset))


def tupled(value: Any, kind: Callable[..., T], make: Callable[[Any], Any] | None = None) -> tuple[T, ...]:
    """One value, several or none, as a tuple, each that is no `kind` changed by `make`; what then is none is left for the check to refuse."""
    if value is None:
        return ()
    if type(value) is tuple:
        for one in value:
            if type(one) is not kind:
                break
        else:
            return value  # the usual case of files
    several = value if type(value) is tuple or type(value) is list or listed(value) else (value,)
    return cast("tuple[T, ...]", tuple(several) if make is None else tuple(map(make, several)))


def made(kind: Callable[[Any], T], value: Any) -> T:
    """A value of a text, a number or the like; what the class refuses is left for the check of the field, which can name it."""
    try:
        return kind(value)
    except ModelError:
        return cast("T", value)


def to_texts(value: "str | Iterable[str] | None") -> tuple[str, ...]:
    """One text, several or none, as a tuple."""
    return value if type(value) is tuple else tupled(value, str)


def to_map(value: Mapping[str, Any] | None) -> FrozenMap[str, Any]:
    """A mapping, frozen all the way down."""
    return value if type(value) is FrozenMap else _frozen(value)


def _frozen(value: Any) -> Any:
    return EMPTY if value is None else deep_frozen(value) if isinstance(value, Mapping) else value


def to_ref(value: "str | Element | None") -> str | None:
    """A reference: the id of an element, or an id or name as written."""
    return value.id if isinstance(value, Element) else value


def to_end(value: "str | Element") -> str:
    """A reference that must be there."""
    return value.id if isinstance(value, Element) else value


def to_refs(value: "str | Element | Iterable[str | Element] | None") -> tuple[str, ...]:
    """One reference, several or none, as a tuple of ids."""
    if type(value) is tuple or type(value) is list:
        for one in value:
            if type(one) is not str:
                return tupled(value, str, to_ref)
        return tuple(value)  # the usual case, kept short: files hold many of these
    return tupled(value, str, to_ref)


def _to_id(value: str) -> str:
    return cast("str", _folded(value))


def _folded(value: Any) -> Any:
    return fold(value) if isinstance(value, str) else "" if value is None else value


def _is_json(value: object) -> bool:
    match value:
        case None | bool() | str():
            return True
        case int() | float():
            return NUMBER.test(value)
        case tuple():
            return all(map(_is_json, value))
        case FrozenMap():
            return _is_json_map(value)
        case _:
            return False


def _is_json_map(value: object) -> bool:
    return isinstance(value, FrozenMap) and all(isinstance(key, str) and _is_json(one) for key, one in value.items())


def _is_well_formed(value: object) -> bool:
    return isinstance(value, str) and is_id(value)


def _is_reasons(value: object) -> bool:
    return isinstance(value, FrozenMap) and all(isinstance(key, str) and isinstance(one, str) for key, one in value.items())


_ID = Check("id", "a letter or digit, then letters, digits, '_', '.' and '-'", _is_well_formed)
MAP = Check("map", "a mapping from texts to what JSON can say: texts, finite numbers, true, false, nothing, lists, mappings", _is_json_map)
_ALLOW = Check("map", "a mapping from the code or name of a rule to the reason", _is_reasons)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
class Checked(Record):
    """A value whose fields are checked against their metadata when it is made."""

    _word: ClassVar[str] = "Value"
    _title_field: ClassVar[str] = ""

    def __attrs_post_init__(self) -> None:
        self._complete()
        sheet = sheet_of(type(self))
        wrong: list[str] = []
        held = sheet.read(self)
        for row, given in compress(zip(sheet.rows, held), map(is_not, held, sheet.defaults)):  # noqa: B905  # made together
            name, default, convert, test, _ = row
            if test is not None and test(given):
                continue  # the usual case of files
            value = given
            if convert is not None:
                value = convert(given)
                if value is not given:
                    _put(self, name, value)
            if test is not None and value is not default and not test(value):
                wrong.append(name)
        problems = self._problems(wrong)
        if wrong or problems:
            raise self._refusal([*self._wrong(wrong), *problems])

    def _complete(self) -> None:
        """Fills in what follows from what is given, before any field is checked; subclasses do it."""

    def _problems(self, wrong: Collection[str]) -> Sequence[Problem]:  # noqa: ARG002  # for subclasses
        """What is wrong beyond single fields; subclasses say it. Fields that are `wrong` by themselves may hold anything."""
        return ()

    def _refusal(self, problems: Sequence[Problem]) -> ModelError:
        return ModelError(problems)

    def _wrong(self, names: Collection[str]) -> Iterable[Problem]:
        for row in sheet_of(type(self)).rows if names else ():
            if row.name not in names or row.check is None:
                continue
            value, each = getattr(self, row.name), row.check.each
            bad = [(f"{row.name}[{place}]", one) for place, one in enumerate(value) if not each(one)] if each and listed(value) else []
            for where, one in bad or [(row.name, value)]:
                yield self._wrong_value(row, row.check, where, value=one)

    def _wrong_value(self, row: Row, check: Check, where: str, *, value: object) -> Problem:
        if row.name == self._title_field:
            message = f"{self._word} {shown(getattr(self, 'id', ''))} has no {row.name}."
        elif row.name == "id":
            message = f"{self._named()} has an id that is not well formed."
            near = slug(value) if isinstance(value, str) and value else ""
            return Problem(message, where, got=shown(value), expected=check.expected, hint=f"try {near!r}" if near else "give it an id")
        else:
            message = f"{self._named()} has {'wrong' if check.each else 'a wrong'} {row.name}."
        return Problem(message, where, got=shown(value), expected=check.expected)

    def _named(self) -> str:
        return self._word

    def __repr__(self) -> str:
        return represented(self)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=later)
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

    id: str = field(default="", converter=_to_id, metadata=about("Stable name; the slug of the title where none is given.", _ID))
    origin: str | None = field(
        default=None,
        converter=to_ref,
        metadata=about("Lineage: the journey or element (journey/element) that this one continues.", TEXT, ref=Ref("place", soft=True)),
    )
    tags: tuple[str, ...] = field(default=(), converter=to_texts, metadata=about("Free words.", TEXTS))
    allow: FrozenMap[str, str] = field(
        default=EMPTY, converter=to_map, metadata=about("Rules whose findings are accepted here, each with its reason.", _ALLOW)
    )
    extra: FrozenMap[str, Any] = field(default=EMPTY, converter=to_map, metadata=about("Data that belongs to nobody; kept and saved.", MAP))

    def _complete(self) -> None:
        if not self.id:
            title = self._own_title()
            if isinstance(title, str) and title:
                object.__setattr__(self, "id", slug(title))

    def _own_title(self) -> Any:
        return getattr(self, self._title_field)

    def _named(self) -> str:
        return f"{self._word} {shown(self.id or self._own_title())}"

    @property
    def label(self) -> str:
        """Title or name: what a reader calls it."""
        text: str = self._own_title()
        return text
