"""Three versions of a file merged by what they say: the text of both sides stays wherever it can, comments included."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Final

from attrs import evolve, field, frozen

from journeykit import edit
from journeykit.collector import uncollected
from journeykit.comparison import Conflict, Merge, compare, merge
from journeykit.errors import ConversionError, FileError, JourneykitError, Problem, parse_where
from journeykit.formats import Region, Syntax, conflict_regions
from journeykit.model import Element, Portfolio

from ._document import Document, document_of
from ._edits import revised
from ._merge_comments import comments_of
from ._merge_lines import Chunk, equal_lines, merged_lines, pick
from ._merge_outline import Outline
from ._merge_reading import Mention, read_apart
from ._merge_restored import gathered, unplaced

__all__ = ["MergedText", "merge_texts"]

EMPTY: Final = "journeykit: 1\n"
OURS, MIDDLE, THEIRS = "<<<<<<<", "=======", ">>>>>>>"


@frozen(kw_only=True)
class MergedText:
    """What came of merging three versions of a file.

    Attributes:
        text: the merged text. Without conflict it reads as what `merge` gives; with conflicts both sides stand in it between markers,
            which reading explains.
        merge: the merged portfolio, and the conflicts as data.
        lost: comments that stand in ours or theirs but not in the result, though nobody deleted them; mostly they stood inside of
            something that one side removed.
    """

    text: str = field(repr=False)
    merge: Merge[Portfolio]
    lost: tuple[str, ...] = ()

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What both sides changed differently."""
        return self.merge.conflicts

    @property
    def regions(self) -> tuple[Region, ...]:
        """The places in the text where a person must decide, in order."""
        return conflict_regions(self.text)

    def __bool__(self) -> bool:
        """Whether it went without conflict."""
        return not self.merge.conflicts


def merge_texts(
    base: str | bytes, ours: str | bytes, theirs: str | bytes, *, name: str = "<text>", syntax: Syntax | None = None
) -> MergedText:
    r"""Merge three versions of one file, element by element, and keep what people wrote around them.

    Where a merge line by line says the right thing it is taken. Else ours is edited where theirs changed something: comments and order
    stay wherever nothing changed. Comments of either side that this takes away, or parts from what they stand at, are put back to it.

    Args:
        base: what both were made from; an empty text where there was none.
        ours: one side; its layout is kept.
        theirs: the other.
        name: appears in messages; its ending tells the syntax where `syntax` is not given.
        syntax: yaml or json.

    Raises:
        FileError: one of the three cannot be read. What it mentions and does not define may stand in other files of its folder.
        ConversionError: the file cannot hold what came of it, because other files of its folder hold a part.

    Example:
        >>> base = "journeykit: 1\njourneys:\n  - id: pay\n    title: I pay  # said Ana\n    type: use\n"
        >>> ours, theirs = base.replace("I pay", "I pay at last"), base.replace("type: use", "type: renewal")
        >>> print(merge_texts(base, ours, theirs).text)
        journeykit: 1
        journeys:
          - id: pay
            title: I pay at last  # said Ana
            type: renewal
        <BLANKLINE>
    """
    with uncollected():
        return _merged(((base, "base"), (ours, "ours"), (theirs, "theirs")), _File(name, syntax))


def _merged(sides: Sequence[tuple[str | bytes, str]], file: "_File") -> MergedText:
    read = [file.read(one, side) for one, side in sides]
    file = evolve(file, known=frozenset[Mention]().union(*(mentioned for _, mentioned in read)))
    documents = [file.read(one, side)[0] for one, side in sides] if file.known else [one for one, _ in read]
    first, mine, yours = documents
    done = merge(first.portfolio, mine.portfolio, yours.portfolio)
    chunks = merged_lines(*(one.text.split("\n") for one in documents))
    if done.draft is None:  # fine alone, but not together: there is no portfolio to write
        return MergedText(text=file.undecided(mine, yours, chunks), merge=done)
    drafted = _chosen(done.draft, done.conflicts)
    notes = _Notes.of(first.text, mine.text, yours.text)
    texts = [file.commented(file.said(drafted, mine, chunks), drafted, (mine, yours), notes)]
    if done.conflicts:
        other = merge(first.portfolio, yours.portfolio, mine.portfolio)
        there = _chosen(other.draft or done.draft, other.conflicts)
        text = file.revised(file.read(texts[0])[0], there)
        texts.append(file.commented(text, there, (mine, yours), notes.with_all_of(yours.text, texts[0])))
    lost = notes.missing(texts)
    text = file.decided(texts[0], texts[1], done) if done.conflicts else texts[0]
    return MergedText(text=text, merge=done, lost=lost)


@frozen
class _Notes:
    """Comments: those of the base, and those of ours and of theirs that should be in the result, since the other side did not delete them."""

    before: Counter[str]
    ours: Counter[str]
    theirs: Counter[str]

    @classmethod
    def of(cls, *texts: str) -> "_Notes":
        """Those of base, ours and theirs."""
        before, mine, yours = (Counter(comments_of(one)) for one in texts)
        return cls(before, mine - (before - yours), yours - (before - mine))

    def with_all_of(self, theirs: str, mine: str) -> "_Notes":
        """With the comments that theirs has at what a text with ours at every conflict does not have, whether ours deleted them or not."""
        return evolve(self, theirs=self.theirs | unplaced(Outline(mine), Outline(theirs))) if comments_of(theirs) else self

    def missing(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Those that are in none of some texts."""
        there = Counter(comment for text in texts for comment in comments_of(text))
        return tuple(dict.fromkeys(comment for owed in (self.ours, self.theirs) for comment in owed - there))


@frozen
class _File:
    """What is known of the file that is merged; `known` is what its versions mention and do not define."""

    name: str
    syntax: Syntax | None
    known: frozenset[Mention] = frozenset()

    def read(self, content: str | bytes, side: str = "") -> tuple[Document, frozenset[Mention]]:
        """A document, and what it mentions; problems name the side."""
        if not content.strip():
            return read_apart(EMPTY, self.name, "yaml", self.known)
        stem, dot, ending = self.name.rpartition(".")
        name = self.name if not side else f"{stem} ({side}){dot}{ending}" if dot else f"{ending} ({side})"
        return read_apart(content, name, self.syntax, self.known)

    def said(self, wanted: Portfolio, mine: Document, chunks: Sequence[Chunk]) -> str:
        """A text that says what is wanted: the lines of both sides where they do, else edited until they do."""
        for both in (True, False):
            try:
                return self.revised(self.read("\n".join(pick(chunks, both=both)))[0], wanted)
            except (FileError, ConversionError):
                continue
        return self.revised(mine, wanted)

    def revised(self, document: Document, wanted: Portfolio) -> str:
        """The text of a document that says what is wanted by itself: a stand-in for other files goes, and must not take anything along.

        Raises:
            ConversionError: it cannot.
        """
        text = revised(document, wanted).text
        if len(document.names) > 1:
            again, missing = self.read(text)
            if again.portfolio != wanted or not missing <= self.known:
                raise ConversionError(
                    Problem("The merged journeys cannot be written into this file.", hint="merge the files of the folder as text")
                )
        return text

    def commented(self, text: str, wanted: Portfolio, sides: Sequence[Document], notes: _Notes) -> str:
        """A text with the comments of ours and theirs that it lacks; it says what is wanted, and still does with them."""
        if sides[0].syntax != "yaml" or not (notes.ours or notes.theirs):
            return text
        here, holds = Outline(text), partial(self._says, wanted)
        known = notes.before + notes.theirs, notes.before + notes.ours
        for side, owed, others in zip(sides, (notes.ours, notes.theirs), known, strict=True):
            here = gathered(here, Outline(side.text), owed, others, holds=holds)
            if owed - here.said:
                there = Outline(side.text, _new_ids(side.portfolio, wanted))  # not sooner: to compare takes longer than all else
                here = gathered(here, there, owed, others, holds=holds)
        return here.text

    def _says(self, wanted: Portfolio, text: str) -> bool:
        """Whether a text says what is wanted."""
        try:
            return bool(self.read(text)[0].portfolio == wanted)
        except FileError:
            return False

    def decided(self, ours: str, theirs: str, done: Merge[Portfolio]) -> str:
        """Ours with theirs beside it wherever the two differ; where a conflict shows in no line, both sides are the same."""
        text = _marked(_differing(ours.split("\n"), theirs.split("\n")))
        if ours == theirs:
            document, lines = self.read(ours)[0], ours.split("\n")
            for line in sorted(
                {int(place.rsplit(":", 2)[1]) for one in done.conflicts if (place := document.locate(one.where))}, reverse=True
            ):
                lines[line - 1 : line] = [f"{OURS} ours", lines[line - 1], MIDDLE, lines[line - 1], f"{THEIRS} theirs"]
            text = "\n".join(lines)
        lines = text.split("\n")
        for region in conflict_regions(text):
            if region.what:  # every marker says what it stands at
                lines[region.start - 1] = f"{OURS} ours: {region.what}"
                lines[region.end - 1] = f"{THEIRS} theirs: {region.what}"
        return "\n".join(lines)

    def undecided(self, mine: Document, yours: Document, chunks: Sequence[Chunk]) -> str:
        """A text for two sides that no portfolio joins: one that reading refuses, and says why."""
        text = _marked(chunks)
        try:
            document_of(text, name=self.name, syntax=mine.syntax)
        except FileError:
            return text
        return _marked(_differing(mine.text.split("\n"), yours.text.split("\n")))


def _differing(ours: Sequence[str], theirs: Sequence[str]) -> list[Chunk]:
    """Two texts as parts that are equal and parts that differ."""
    found: list[Chunk] = []
    at = (0, 0)
    for there in (*equal_lines(ours, theirs), (len(ours), len(theirs))):
        if there != at:
            found += _entries(ours[at[0] : there[0]], theirs[at[1] : there[1]])
        line = tuple(ours[there[0] : there[0] + 1])
        found.append(Chunk(line, line))
        at = (there[0] + 1, there[1] + 1)
    return found


def _entries(ours: Sequence[str], theirs: Sequence[str]) -> list[Chunk]:
    """Two versions of some lines, parted behind every whole entry that both have: each is a choice of its own."""
    found: list[Chunk] = []
    at = (0, 0)
    for mine, yours in equal_lines(*([_key(line) for line in side] for side in (ours, theirs))):
        depths = {_depth(side, place) for side, place in ((ours, mine), (theirs, yours))}
        ends = [place + 1 == len(side) or _depth(side, place + 1) <= max(depths) for side, place in ((ours, mine), (theirs, yours))]
        if len(depths) == 1 and all(ends):
            found.append(Chunk(tuple(ours[at[0] : mine + 1]), tuple(theirs[at[1] : yours + 1])))
            at = (mine + 1, yours + 1)
    left, right = ours[at[0] :], theirs[at[1] :]
    if left and right:
        return [*found, Chunk(tuple(left), tuple(right))]
    return found + [Chunk(one, ()) for one in _several(left)] + [Chunk((), one) for one in _several(right)]


def _several(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Lines that one side has alone, parted before every entry that does not stand inside of what is above it."""
    start, depth = 0, -1
    for place, line in enumerate(lines):
        text = line.lstrip()
        if not text or text[0] in "}]":  # in JSON an entry ends with a line of its own
            continue
        here = _depth(lines, place)
        is_next = here == depth and lines[start].lstrip().startswith("- ") and text[0] in "-#"
        if depth < 0 or here < depth or is_next:
            if place > start and depth >= 0:
                yield tuple(lines[start:place])
                start = place
            depth = here
    if lines:
        yield tuple(lines[start:])


def _key(line: str) -> str:
    key, colon, _ = line.partition(":")
    return key + colon


def _depth(lines: Sequence[str], place: int) -> int:
    """How far a line is indented."""
    return len(lines[place]) - len(lines[place].lstrip())


def _marked(chunks: Sequence[Chunk]) -> str:
    """The text with both sides of every conflict between markers."""
    lines: list[str] = []
    for one in chunks:
        lines += [f"{OURS} ours", *one.ours, MIDDLE, *one.theirs, f"{THEIRS} theirs"] if one.is_conflict else one.ours
    return "\n".join(lines)


def _chosen(draft: Portfolio, conflicts: Sequence[Conflict]) -> Portfolio:
    """The draft as ours would have it: what ours removed and theirs changed stands in the draft, so that it can be chosen."""
    for one in conflicts:
        if one.kind == "removed" and one.ours is None and isinstance(one.theirs, Element):
            try:
                draft = _without(draft, parse_where(one.spot.at), one.theirs)
            except JourneykitError:  # others need it
                continue
    return draft


def _without(value: Any, path: Sequence[tuple[str, str | int | None]], gone: Element) -> Any:
    """A value without the element at a path; the value itself where it does not stand there."""
    (name, key), *rest = path
    if isinstance(value, Portfolio) and (rest or isinstance(key, str)) and all(isinstance(one[1], str) for one in path):
        address, kind = _address(path)
        return edit.remove(value, address, kind=kind)
    held = getattr(value, name)
    made = []
    for one in held:
        if rest and one.id == key:
            made.append(_without(one, rest, gone))
        elif rest or one.id != gone.id:
            made.append(one)
    return evolve(value, **{name: made})


def _address(path: Sequence[tuple[str, str | int | None]]) -> tuple[str, str]:
    """An element as the verbs of editing name it, and its kind."""
    section, key = path[-1]
    kind = {"activities": "activity", "opportunities": "opportunity"}.get(section, section.removesuffix("s"))
    if len(path) == 1:
        return str(key), kind
    return f"{path[0][1]}/{'stage:' if section == 'stages' else ''}{key}", kind


def _new_ids(before: Portfolio, after: Portfolio) -> dict[str, set[str]]:
    """By the ids of elements, those that they have afterwards; without those that stay."""
    found: dict[str, set[str]] = {}
    for one in compare(before, after).pairs:
        if one.old.id != one.new.id:
            found.setdefault(one.old.id, set()).add(one.new.id)
    return found
