"""What was cut on drawn pages. A tooltip holds the whole in a browser only; on paper and in pictures it has to stand somewhere."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from journeykit.diagram import Diagram, NoteList
from journeykit.scene import Page, Text, walk

from .ink import Ink

_SIGN = "•"


def with_cuts_told(diagram: Diagram, pages: Sequence[Page], ink: Ink) -> Diagram | None:
    """The diagram with a list of the texts that were cut on its pages; None where each stands in full already."""
    if not ink.has_cut:
        return None
    told = {text for one in diagram.notes for _, text in one.notes}
    if diagram.blueprint is None:
        told.update(one.title for one in diagram.columns)  # listed with their numbers
    cut = dict.fromkeys(_cut(pages, ink))
    if cut:  # what begins again on another sheet may have had its room on one of them
        told.update(node.text for page in pages for node in walk(page.nodes) if isinstance(node, Text))
    left = [one for one in cut if one not in told]
    if not left:
        return None
    added = tuple((_SIGN, one) for one in left)
    others, title = list(diagram.notes), diagram.texts_in_full
    if others and others[-1].title == title:  # found in an earlier round
        added = (*others.pop().notes, *added)
    return evolve(diagram, notes=(*others, NoteList(title=title, notes=added)))


def _cut(pages: Sequence[Page], ink: Ink) -> Iterator[str]:
    for page in pages:
        for node in walk(page.nodes):
            if isinstance(node, Text):
                yield from ink.whole(node.text)
                if node.tail:
                    yield from ink.whole(node.tail.text)
