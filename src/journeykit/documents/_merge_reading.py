"""One file read apart from the folder it belongs to: what it mentions and other files define, a stand-in defines."""

from ast import literal_eval
from collections.abc import Collection, Iterator
from typing import Any, Final, get_args

from attrs import fields_dict

from journeykit.errors import FileError, Problem, parse_where
from journeykit.formats import Syntax, TextFile, read_all
from journeykit.model import (
    KPI,
    Action,
    Channel,
    Checked,
    Element,
    Goal,
    Insight,
    Journey,
    Opportunity,
    Owner,
    Persona,
    Portfolio,
    Source,
    Stage,
    System,
    Touchpoint,
    about_field,
    fold,
)

from ._document import Document
from ._save import dumps

__all__ = ["Mention", "mentions", "read_apart"]

Mention = tuple[str, str]
"""What something is mentioned as, such as `owner`, and how it is written."""

_ELSEWHERE: Final = "<other files>"
_MADE: Final[dict[str, tuple[str, type[Any]]]] = {
    "persona": ("personas", Persona), "owner": ("owners", Owner), "actor": ("owners", Owner), "system": ("systems", System),
    "channel": ("channels", Channel), "kpi": ("kpis", KPI), "source": ("sources", Source), "insight": ("insights", Insight),
    "opportunity": ("opportunities", Opportunity), "action": ("actions", Action), "goal": ("goals", Goal), "journey": ("journeys", Journey),
}  # fmt: skip
_ACTORS: Final = frozenset({"personas", "owners", "systems"})
_PLACES: Final = frozenset({"place", "step", "touchpoint"})
_ROUNDS: Final = 3


def read_apart(
    content: str | bytes, name: str, syntax: Syntax | None, known: Collection[Mention] = ()
) -> tuple[Document, frozenset[Mention]]:
    """The document of one file, and what had to be defined for it.

    Args:
        content: the text of the file.
        name: of the file.
        syntax: of the file.
        known: what other versions of the file mention: defined as well, where the file itself does not.

    Raises:
        FileError: it cannot be read, for another reason than that it mentions what it does not define.
    """
    file = TextFile(content, name, syntax)
    missing: set[Mention] = set()
    for _ in range(_ROUNDS):
        try:
            reading = read_all([file, *_stand_in(missing)])
        except FileError as error:
            more = set(mentions(error.problems)) - missing
            if not more or len(list(mentions(error.problems))) < len(error.problems):
                raise
            missing |= more
            continue
        more = {one for one in known if not _defines(reading.portfolio, one)}
        return Document(read_all([file, *_stand_in(missing | more)]) if more else reading), frozenset(missing)
    return Document(read_all([file, *_stand_in(missing)])), frozenset(missing)


def mentions(problems: Collection[Problem]) -> Iterator[Mention]:
    """What problems say is mentioned and not defined, as far as another file may define it."""
    for one in problems:
        kind = _kind_at(one.where)
        if kind is None or not one.got.startswith(("'", '"')) or "…" in one.got:
            continue
        written = literal_eval(one.got)
        if kind in _MADE or (kind in _PLACES and "/" in written):
            yield kind, written


def _kind_at(where: str) -> str | None:
    """What the field at a model path refers to."""
    cls: type[Any] = Portfolio
    for name, _ in parse_where(where):
        attribute = fields_dict(cls).get(name)
        about = about_field(attribute) if attribute is not None else None
        if about is None or attribute is None:
            return None
        if about.ref is not None:
            return about.ref.kind
        found = next(_classes(attribute.type), None)
        if found is None:
            return None
        cls = found
    return None


def _classes(kind: Any) -> Iterator[type[Checked]]:
    """The classes of the model that an annotation mentions."""
    if isinstance(kind, type) and issubclass(kind, Checked):
        yield kind
    for one in get_args(kind):
        yield from _classes(one)


def _stand_in(missing: Collection[Mention]) -> list[TextFile]:
    """A file that defines all of them; none where there is nothing to define."""
    if not missing:
        return []
    made: dict[str, dict[str, Element]] = {}
    inside: dict[str, list[str]] = {}
    for kind, written in sorted(missing, key=lambda one: (one[0] == "actor", one)):
        if kind in _PLACES:
            journey, _, inner = written.partition("/")
            inside.setdefault(journey, []).append(inner)
            continue
        section, cls = _MADE[kind]
        one = cls(written)
        if not any(one.id in made.get(name, ()) for name in (_ACTORS if section in _ACTORS else (section,))):  # a persona is an actor too
            made.setdefault(section, {})[one.id] = one
    for journey, names in inside.items():
        stages = [Stage(one.removeprefix("stage:")) for one in names if one.startswith("stage:")]
        columns = [Touchpoint(one) for one in names if not one.startswith("stage:")]
        stages, columns = list({one.id: one for one in stages}.values()), list({one.id: one for one in columns}.values())
        whole = Journey(journey, stages=[*stages, Stage("…", columns, id="elsewhere")])
        made.setdefault("journeys", {})[whole.id] = whole
    held: Any = {section: list(ones.values()) for section, ones in made.items()}
    return [TextFile(dumps(Portfolio(**held)), _ELSEWHERE, "yaml")]


def _defines(book: Portfolio, one: Mention) -> bool:
    kind, written = one
    if kind in _PLACES:
        return fold(written.partition("/")[0]) in book.journeys.ids
    sections = ("personas", "owners", "systems", "actors") if kind == "actor" else (_MADE[kind][0],)
    named = {fold(written), fold(_MADE[kind][1](written).id)}
    return any(named & set(getattr(book, section).ids) for section in sections)
