"""The comments of two versions of a text, merged at what they stand at and put into the text that says what both say."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from attrs import field, frozen

from ._merge_comments import Comment
from ._merge_lines import Chunk, equal_lines, merged_lines
from ._merge_notes import Key, Note, key_in, lines_in, notes_of
from ._merge_outline import Outline, Path
from ._merge_page import page_with

__all__ = ["Disputed", "Version", "commented"]

Disputed = tuple[int, Collection[Path]]
"""Entries at which the comments of one version alone shall stand: 1 for ours, 2 for theirs."""

_NONE: Mapping[str, set[str]] = {}


@frozen(eq=False)
class Version:
    """One version of a text.

    Attributes:
        text: what stands where in it.
        new_ids: tells, by the id that elements have in it, those that they have in the result; asked only where it is needed.
    """

    text: Outline
    new_ids: Callable[[], Mapping[str, set[str]]] = field(default=lambda: _NONE)


def commented(here: Outline, versions: tuple[Version, Version, Version], disputed: Disputed, *, holds: Callable[[str], bool]) -> Outline:
    """A text with the comments that a merge of three versions gives: each once, and at what it stands at.

    At each entry that is in the text, its comments are merged as lines are: what one side took out goes, what either added comes. Where
    a version does not have an entry, it has no say in what stands there.

    Args:
        here: the text.
        versions: base, ours and theirs.
        disputed: where only one of the versions counts.
        holds: whether a text still says what it should; comments for which it would not are left as they are.
    """
    if not any(one.text.comments for one in versions) and not here.comments:
        return here
    base, ours, theirs = (_Side.of(here, one) for one in versions)
    there: dict[Key, list[Comment]] = {}
    for one in notes_of(here):
        key = key_in(here, one, _itself)
        if key is not None:
            loose: Key = ("apart", one.comment.text)  # where nothing is left below it
            is_loose = key[0] == "end" and any(loose in side.said and key not in side.said for side in (ours, theirs))
            there.setdefault(loose if is_loose else key, []).append(one.comment)
    wanted: dict[Key, list[str]] = {}
    for key in dict.fromkeys([*there, *base.said, *ours.said, *theirs.said]):
        made = _merged(key, (base, ours, theirs), disputed)
        if made != [one.text for one in there.get(key, ())]:
            wanted[key] = made
    return _with(here, there, wanted, (ours, theirs), holds=holds)


def _itself(path: Path) -> Path:
    return path


@frozen(eq=False)
class _Side:
    """The comments of a version, by where they stand in the result."""

    here: Outline
    back: Outline
    text: Outline
    said: dict[Key, list[str]]
    apart: dict[str, list[int]]
    columns: dict[str, int]

    @classmethod
    def of(cls, here: Outline, version: Version) -> "_Side":
        """Those of a version."""
        text, back = version.text, here
        found = notes_of(text)
        keys = [_key(here, text, one) for one in found]
        if None in keys and (new_ids := version.new_ids()):  # not sooner: to compare takes longer than all else
            text = Outline(text.text, new_ids)
            old: dict[str, set[str]] = {}
            for name, others in new_ids.items():
                for other in others:
                    old.setdefault(other, set()).add(name)
            back = Outline(here.text, old)
            keys = [_key(here, text, one) for one in found]
        said: dict[Key, list[str]] = {}
        apart: dict[str, list[int]] = {}
        for key, one in zip(keys, found, strict=True):
            if key is not None:
                said.setdefault(key, []).append(one.comment.text)
        parted = [one for one in found if one.place == "apart"]
        for one, at in zip(parted, lines_in(here, text, parted, lambda path: here.counterpart(text, path)), strict=True):
            apart.setdefault(one.comment.text, []).append(at)
        columns = {
            one.comment.text: len(line) - len(line.lstrip())
            for one in found
            if one.place == "end" and (line := text.lines[one.comment.line])
        }
        return cls(here, back, text, said, apart, columns)

    def has(self, key: Key) -> bool:
        """Whether the version has what stands at a place of the result."""
        at = key[1]
        if isinstance(at, int):
            paths = [path for path in (self.here.starting(at), self.here.ending(at)) if path is not None]
            return not paths or self.text.counterpart(self.back, paths[0]) is not None
        return not isinstance(at, tuple) or at == () or self.text.counterpart(self.back, at) is not None


def _key(here: Outline, text: Outline, note: Note) -> Key | None:
    return key_in(here, note, lambda path: here.counterpart(text, path))


def _merged(key: Key, sides: tuple[_Side, _Side, _Side], disputed: Disputed) -> list[str]:
    """The comments that shall stand at a place."""
    base, ours, theirs = (one.said.get(key, []) for one in sides)
    if ours == theirs:
        return ours
    for mine, side, other in ((1, sides[1], sides[2]), (2, sides[2], sides[1])):
        if not other.has(key) or (disputed[0] == mine and _is_in(side.here, key, disputed[1]) and side.has(key)):
            return side.said.get(key, [])
    if key[0] == "apart":
        one, before, mine, yours = key[1], len(base), len(ours), len(theirs)
        return [str(one)] * max(mine + yours - before, 0)
    return [one for chunk in merged_lines(base, ours, theirs) for one in (_joined(chunk) if chunk.is_conflict else chunk.ours)]


def _joined(one: Chunk) -> Iterator[str]:
    """The comments of both sides, without those that either took out."""
    ours = [line for line in one.ours if line not in one.base or line in one.theirs]
    theirs = [line for line in one.theirs if line not in one.base or line in one.ours]
    at = (0, 0)
    for there in (*equal_lines(ours, theirs), (len(ours), len(theirs))):
        yield from ours[at[0] : there[0]]
        yield from (line for line in theirs[at[1] : there[1]] if line not in ours)
        yield from ours[there[0] : there[0] + 1]
        at = (there[0] + 1, there[1] + 1)


def _is_in(here: Outline, key: Key, paths: Collection[Path]) -> bool:
    """Whether a place is at one of some entries or inside of it."""
    at = key[1]
    if isinstance(at, str):
        return False
    own = [at] if isinstance(at, tuple) else [path for path in (here.starting(at), here.ending(at)) if path is not None]
    return any(one[: len(path)] == path for one in own for path in paths)


def _with(
    here: Outline,
    there: Mapping[Key, Sequence[Comment]],
    wanted: Mapping[Key, Sequence[str]],
    sides: Sequence[_Side],
    *,
    holds: Callable[[str], bool],
) -> Outline:
    """The text with the comments that are wanted; with as many of them as leave alone what it says."""
    columns = {one: column for side in sides for one, column in side.columns.items()}

    def page(some: Mapping[Key, Sequence[str]]) -> str:
        return page_with(here, there, some, apart=_to_be_apart(there, some, sides), columns=columns)

    fitting: dict[Key, Sequence[str]] = {}
    waiting = [list(wanted)] if wanted else []
    while waiting:
        keys = waiting.pop()
        tried = {**fitting, **{key: wanted[key] for key in keys}}
        if holds(page(tried)):
            fitting = tried
        elif len(keys) > 1:
            half = len(keys) // 2
            waiting += [keys[half:], keys[:half]]
    return Outline(page(fitting)) if fitting else here


def _to_be_apart(
    there: Mapping[Key, Sequence[Comment]], wanted: Mapping[Key, Sequence[str]], sides: Sequence[_Side]
) -> dict[int, list[str]]:
    """By line, the comments that are to come above it and apart from it."""
    found: dict[int, list[str]] = {}
    for key, comments in wanted.items():
        if key[0] == "apart":
            missing = len(comments) - len(there.get(key, ()))
            lines = [line for side in sides for line in side.apart.get(str(key[1]), ())]
            for line in lines[: max(missing, 0)]:
                found.setdefault(line, []).append(str(key[1]))
    return found
