"""Findings put right in the texts they were found in, each by a change that keeps all comments; what cannot be done so is left."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from journeykit.errors import ConversionError
from journeykit.rules import Finding

from ._document import Document
from ._edits import revised
from ._fixes import fixed
from ._kept import keeps_comments

__all__ = ["Mended", "mended"]

_NOT_IN_PLACE = "it cannot be written without the lines around it being written anew"
_COMMENTS = "a comment would be lost or stand at something else"


@frozen
class Mended:
    """A document in which findings were put right.

    Attributes:
        document: its texts say so.
        done: the findings that were put right.
        left: those whose change would do harm to the text, each with what it would do.
    """

    document: Document
    done: tuple[Finding, ...] = ()
    left: tuple[tuple[Finding, str], ...] = ()


def mended(document: Document, findings: Sequence[Finding], *, unsafe: bool = False) -> Mended:
    r"""A document in which all findings are put right that can be without harm to the comments and the layout of its texts.

    Args:
        document: what was checked.
        findings: of the check.
        unsafe: also by changes that somebody has to judge.

    Example:
        >>> from journeykit.documents import check, document_of
        >>> text = "journeykit: 1\njourneys:\n  - title: I pay\n    allow: {STR-05: no}  # old\n    stages: [{title: Pay, touchpoints: [Pays]}]\n"
        >>> document = document_of(text)
        >>> [one.code for one in mended(document, check(document)).done]
        ['CHK-01']
    """
    return _mended(document, tuple(findings), tuple(findings), unsafe=unsafe)


def _mended(document: Document, findings: tuple[Finding, ...], among: tuple[Finding, ...], *, unsafe: bool) -> Mended:
    """All at once where that is fine, else each rule, then each half for itself: mostly all is fine, and reading again takes its time."""
    found = fixed(document.portfolio, findings, unsafe=unsafe, among=among)
    if not found.findings:
        return Mended(document)
    harm = ""
    try:
        after = revised(document, found.portfolio, whole=False)
    except ConversionError:
        harm = _NOT_IN_PLACE
    else:
        kept = all(keeps_comments(document.text_of(name), after.text_of(name)) for name in document.names)
        if kept:
            return Mended(after, found.findings)
        harm = _COMMENTS
    if len(found.findings) == 1:
        return Mended(document, (), ((found.findings[0], harm),))
    made = Mended(document)
    for part in _parts(found.findings):
        inner = _mended(made.document, part, among, unsafe=unsafe)
        made = Mended(inner.document, made.done + inner.done, made.left + inner.left)
    return made


def _parts(findings: tuple[Finding, ...]) -> Iterator[tuple[Finding, ...]]:
    """The findings of each rule; of a single one two halves."""
    codes = list(dict.fromkeys(one.code for one in findings))
    if len(codes) > 1:
        yield from (tuple(one for one in findings if one.code == code) for code in codes)
    else:
        half = len(findings) // 2
        yield from (findings[:half], findings[half:])
