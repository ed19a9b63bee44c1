"""Another id, everywhere it is referred to."""

from attrs import evolve, frozen

from journeykit.arguments import door
from journeykit.errors import ModelError, Problem, shown
from journeykit.model import Element, Ref, fold, is_id, references, slug

from ._changing import Book, Change, changed
from ._index import ACTORS, STATEMENTS, Index, Path, address_of

__all__ = ["rename"]

_INNER = frozenset({"touchpoint", "step", "place"})


@door
def rename(book: Book, old: str, new: str, *, kind: str | None = None) -> Book:
    """The portfolio or journey in which an element has another id, everywhere it is referred to.

    In a journey that is bound to no library, what it only mentions (a persona, an owner, a channel …) is renamed as well.

    Args:
        book: a portfolio or journey.
        old: address of the element: its id; `journey/element`, `journey/stage:stage` or `journey/touchpoint/insight` where the id is
            found in several places; `kpis/nps` where it is found in several sections.
        new: the new id.
        kind: looks only for elements of this kind, such as `owner`, `kpi`, `stage`.

    Raises:
        UnknownNameError: nothing, or several things, are called so.
        ModelError: the new id is not well formed, or taken.

    Example:
        >>> from journeykit.model import Journey, Stage, Touchpoint
        >>> buy = Journey("I buy", stages=[Stage("Learn", [Touchpoint("Asks", id="ask")])], critical_moment="ask")
        >>> rename(buy, "ask", "ask-a-friend").critical_moment
        'ask-a-friend'
    """
    index = Index.of(book)
    if not index.matches(old, kind) and _is_mentioned(book, index, old):
        return changed(book, _Mention(index, old, new))
    path = index.find(old, kind)
    key = fold(new)
    if not is_id(key):
        expected, hint = "a letter or digit, then letters, digits, '_', '.' and '-'", f"try {slug(new)!r}" if new else ""
        raise ModelError(Problem("The new id is not well formed.", "id", got=shown(new), expected=expected, hint=hint))
    if key == path[-1][1]:
        return book
    if key in _taken(index, path):
        raise ModelError(Problem(f"The id {shown(key)} is taken.", "id", got=shown(key), expected="an id that nothing beside it has"))
    return changed(book, _Renaming(index, path, key))


@frozen
class _Renaming(Change):
    index: Index
    path: Path
    new: str

    def reference(self, ref: Ref, written: str, journey: str) -> str | None:
        target = self.index.target(ref, written, journey)
        if target is None:
            if ref.loose and fold(written) == self.new and self.path[-1][0] in (ACTORS if ref.kind == "actor" else {f"{ref.kind}s"}):
                message = f"The id {shown(self.new)} is taken: it is mentioned as a name."
                raise ModelError(Problem(message, "id", got=shown(self.new), expected="an id that nothing beside it has"))
            return written
        if target[: len(self.path)] != self.path:
            return written
        old, new = address_of(target), address_of((*self.path[:-1], (self.path[-1][0], self.new), *target[len(self.path) :]))
        if old == new:  # the address of a touchpoint does not name its stage
            return written
        parts = written.count("/") + 1
        if ref.kind in {"touchpoint", "step"} and parts == 1:
            return new.rsplit("/", 1)[-1]
        tail = "/".join(old.split("/")[-parts:])
        return "/".join(new.split("/")[-parts:]) if tail == fold(written) else new

    def element(self, path: Path, element: Element) -> Element | None:
        return evolve(element, id=self.new) if path == self.path else element


@frozen
class _Mention(Change):
    index: Index
    old: str
    new: str

    def reference(self, ref: Ref, written: str, journey: str) -> str | None:
        return self.new if _is_same(self.index, ref, written, journey, old=self.old) else written


def _is_same(index: Index, ref: Ref, written: str, journey: str, *, old: str) -> bool:
    return ref.kind not in _INNER and slug(written) == slug(old) and index.target(ref, written, journey) is None


def _is_mentioned(book: Book, index: Index, old: str) -> bool:
    return any(_is_same(index, ref, written, "", old=old) for _, _, ref, written in references(book))


def _taken(index: Index, path: Path) -> set[str]:
    """The ids in the space of an element, and those that references could take for it."""
    section = path[-1][0]
    front = path[:-1]
    if section in ACTORS:
        spaces: frozenset[str] = ACTORS
    elif section in {"touchpoints", "activities"}:
        return {other[-1][1] for other in index.elements if other[0] == path[0] and other[-1][0] in {"touchpoints", "activities"}}
    elif section in STATEMENTS or section == "opportunities":
        spaces = STATEMENTS | {"opportunities"}
    else:
        spaces = frozenset({section})
    return {other[-1][1] for other in index.elements if other[:-1] == front and other[-1][0] in spaces}
