"""Three versions of a file merged by what they say: the text of both sides stays wherever it can, comments included."""

from collections import Counter
from collections.abc import Sequence
from functools import partial, reduce
from operator import or_
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
from ._merge_commented import Version, commented
from ._merge_comments import comments_of
from ._merge_lines import Chunk, merged_lines, pick
from ._merge_marks import OURS, THEIRS, differing, marked, marked_lines
from ._merge_outline import Outline, Path
from ._merge_reading import Mention, read_apart

__all__ = ["MergedText", "merge_texts"]

EMPTY: Final = "journeykit: 1\n"


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
    texts = [base, ours, theirs]
    # Line ends are those of ours, or of the first side that has any; where these are mixed, each line keeps the end that it has.
    windows, lines = next((ends for one in (ours, theirs, base) if (ends := _line_ends(one))[1]), (0, 0))
    is_alike = windows in {0, lines}
    if is_alike:
        texts = [one.replace("\r\n", "\n") if isinstance(one, str) else one.replace(b"\r\n", b"\n") for one in texts]
    with uncollected():
        done = _merged([*zip(texts, ("base", "ours", "theirs"), strict=True)], _File(name, syntax))
    return evolve(done, text=done.text.replace("\n", "\r\n")) if is_alike and windows else done


def _line_ends(one: str | bytes) -> tuple[int, int]:
    """How many line ends are those of Windows, and how many there are."""
    return (one.count("\r\n"), one.count("\n")) if isinstance(one, str) else (one.count(b"\r\n"), one.count(b"\n"))


def _merged(texts: Sequence[tuple[str | bytes, str]], file: "_File") -> MergedText:
    read = [file.read(one, side) for one, side in texts]
    file = evolve(file, known=frozenset[Mention]().union(*(mentioned for _, mentioned in read)))
    documents = [file.read(one, side)[0] for one, side in texts] if file.known else [one for one, _ in read]
    first, mine, yours = documents
    done = merge(first.portfolio, mine.portfolio, yours.portfolio)
    chunks = merged_lines(*(one.text.split("\n") for one in documents))
    if done.draft is None:  # fine alone, but not together: there is no portfolio to write
        return MergedText(text=file.undecided(mine, yours, chunks), merge=done)
    drafted = _chosen(done.draft, done.conflicts)
    notes = _Notes.of(first.text, mine.text, yours.text)
    sides = _Sides.of(first, mine, yours)
    made = [file.commented(file.said(drafted, sides, chunks, is_disputed=bool(done.conflicts)), drafted, sides, done.conflicts, chosen=1)]
    if done.conflicts:
        other = merge(first.portfolio, yours.portfolio, mine.portfolio)
        there = _chosen(other.draft or done.draft, other.conflicts)
        text = file.revised(file.read(made[0])[0], _without_added(drafted, done.conflicts), ())  # so that theirs is written as theirs is
        text = file.revised(file.read(text)[0], there, (yours, mine))
        made.append(file.commented(text, there, sides, other.conflicts, chosen=2))
    lost = notes.missing(made)
    text = file.decided(made[0], made[1], done) if done.conflicts else made[0]
    return MergedText(text=text, merge=done, lost=lost)


@frozen(eq=False)
class _Sides:
    """Base, ours and theirs, and what stands where in their texts."""

    documents: tuple[Document, Document, Document]
    outlines: tuple[Outline, Outline, Outline]
    lines: tuple[Counter[str], Counter[str], Counter[str]]

    @classmethod
    def of(cls, first: Document, mine: Document, yours: Document) -> "_Sides":
        """The three of them."""
        texts = [one.text for one in (first, mine, yours)]
        is_yaml = mine.syntax == "yaml"
        outlines = [Outline(one if is_yaml else "") for one in texts]
        lines = [Counter(one.split("\n")) for one in texts]
        return cls((first, mine, yours), (outlines[0], outlines[1], outlines[2]), (lines[0], lines[1], lines[2]))

    def strange(self, text: str) -> int:
        """How many lines of a text neither side has, and how many it lacks though nobody took them out."""
        base, ours, theirs = self.lines
        made = Counter(text.split("\n"))
        wanted = (ours - (base - theirs)) | (theirs - (base - ours))
        known = (ours + (theirs - base)) | (theirs + (ours - base))
        return (made - known).total() + (wanted - made).total()


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

    def missing(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Those of which no text has as many as it should: each of them is what one side would have, so they are not added up."""
        there = reduce(or_, (Counter(comments_of(one)) for one in texts))
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

    def said(self, wanted: Portfolio, sides: "_Sides", chunks: Sequence[Chunk], *, is_disputed: bool) -> str:
        """A text that says what is wanted: the lines of both sides where they do, else edited until they do, so that most of them stay."""
        mine, yours = sides.documents[1:]
        found: list[tuple[int, str]] = []
        ways = [pick(chunks, both=True), pick(chunks)]
        for lines in (*(reversed(ways) if is_disputed else ways), None):
            try:
                text = self.revised(self.read("\n".join(lines))[0] if lines is not None else mine, wanted, (mine, yours))
            except (FileError, ConversionError):
                if lines is None and not found:
                    raise
                continue
            found.append((sides.strange(text), text))
            if not found[-1][0]:
                break
        return min(found, key=lambda one: one[0])[1]

    def revised(self, document: Document, wanted: Portfolio, wordings: Sequence[Document]) -> str:
        """The text of a document that says what is wanted by itself: a stand-in for other files goes, and must not take anything along.

        What it did not say it says in the words of one of other documents, where one of them says it.

        Raises:
            ConversionError: it cannot.
        """
        text = revised(document, wanted, wordings=wordings).text
        if len(document.names) > 1:
            again, missing = self.read(text)
            if again.portfolio != wanted or not missing <= self.known:
                raise ConversionError(
                    Problem("The merged journeys cannot be written into this file.", hint="merge the files of the folder as text")
                )
        return text

    def commented(self, text: str, wanted: Portfolio, sides: "_Sides", conflicts: Sequence[Conflict], *, chosen: int) -> str:
        """A text with the comments that belong to what it says; it still says it with them. At conflicts, those of one side alone."""
        if sides.documents[1].syntax != "yaml":
            return text
        here = Outline(text)
        versions = [
            Version(outline, partial(_new_ids, one.portfolio, wanted)) for one, outline in zip(sides.documents, sides.outlines, strict=True)
        ]
        disputed = chosen, self._disputed(here, conflicts)
        return commented(here, (versions[0], versions[1], versions[2]), disputed, holds=partial(self._says, wanted)).text

    def _disputed(self, here: Outline, conflicts: Sequence[Conflict]) -> set[Path]:
        """The entries of a text in which both sides want different things."""
        if not conflicts:
            return set()
        document = self.read(here.text)[0]
        places = (document.locate(one.where) for one in conflicts if one.kind != "removed")
        found = (here.starting(int(one.rsplit(":", 2)[1]) - 1) for one in places if one)
        return {one for one in found if one}

    def _says(self, wanted: Portfolio, text: str) -> bool:
        """Whether a text says what is wanted."""
        try:
            return bool(self.read(text)[0].portfolio == wanted)
        except FileError:
            return False

    def decided(self, ours: str, theirs: str, done: Merge[Portfolio]) -> str:
        """Ours with theirs beside it wherever the two differ; where a conflict shows in no line, both sides are the same."""
        text = marked(differing(ours.split("\n"), theirs.split("\n")))
        if ours == theirs:
            document = self.read(ours)[0]
            text = marked_lines(ours, {int(place.rsplit(":", 2)[1]) for one in done.conflicts if (place := document.locate(one.where))})
        lines = text.split("\n")
        for region in conflict_regions(text):
            if region.what:  # every marker says what it stands at
                lines[region.start - 1] = f"{OURS} ours: {region.what}"
                lines[region.end - 1] = f"{THEIRS} theirs: {region.what}"
        return "\n".join(lines)

    def undecided(self, mine: Document, yours: Document, chunks: Sequence[Chunk]) -> str:
        """A text for two sides that no portfolio joins: one that reading refuses, and says why."""
        text = marked(chunks)
        try:
            document_of(text, name=self.name, syntax=mine.syntax)
        except FileError:
            return text
        return marked(differing(mine.text.split("\n"), yours.text.split("\n")))


def _chosen(draft: Portfolio, conflicts: Sequence[Conflict]) -> Portfolio:
    """The draft as ours would have it: what ours removed and theirs changed stands in the draft, so that it can be chosen."""
    for one in conflicts:
        if one.kind == "removed" and one.ours is None and isinstance(one.theirs, Element):
            try:
                draft = _without(draft, parse_where(one.spot.at), one.theirs)
            except JourneykitError:  # others need it
                continue
    return draft


def _without_added(draft: Portfolio, conflicts: Sequence[Conflict]) -> Portfolio:
    """The draft without what both sides added in two versions."""
    for one in conflicts:
        if one.kind == "added" and isinstance(one.ours, Element):
            try:
                draft = _without(draft, parse_where(one.spot.at), one.ours)
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
