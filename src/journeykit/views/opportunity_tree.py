"""From goals over opportunities and actions to what is to be tested."""

from collections.abc import Iterator, Mapping

from journeykit.diagram import Diagram, Tree, TreeNode
from journeykit.errors import step
from journeykit.measure import opportunity_ranking
from journeykit.model import Action, Journey

from .books import Book, language_of, library_of, title_of
from .direction import runs_right_to_left
from .figures import kpi_value
from .held_opportunities import Held, opportunities_held
from .languages import words_for
from .people_words import PeopleWords
from .printed import counted, embedded, with_unit
from .words import Words
from .wordtables import words_of


def opportunity_tree(book: Book, *, language: str | None = None) -> Diagram:
    """Goal, opportunity, action, test: what hangs on what, and where the chain breaks.

    Args:
        book: a journey (what holds in it) or a portfolio.
        language: of the words that are not the file's own (BCP 47).

    Source: the tree of outcomes and opportunities after Torres.

    Example:
        >>> from journeykit.model import Opportunity, Portfolio
        >>> opportunity_tree(Portfolio("Shop", opportunities=[Opportunity("How might we wait less?")])).finding
        'One opportunity has no action yet.'
    """
    words = words_for(language or language_of(book))
    said = words_of(PeopleWords, words)
    known = opportunities_held(book)
    held = {one.opportunity: known[one.opportunity] for one in opportunity_ranking(book).items}
    roots = tuple(_roots(book, held, said, words))
    bare = sum(not _actions(book, one) for one in held)
    finding = counted(bare, said.tree_finding_n, words) if bare else said.tree_whole if held else said.none_found
    return Diagram(
        view="opportunity-tree",
        title=f"{said.tree}: {title_of(book)}" if title_of(book) else said.tree,
        finding=finding,
        description=finding,
        lang=language_of(book) or language or "",
        rtl=runs_right_to_left(language_of(book), (title_of(book),)),
        parts=(Tree(roots=roots, levels=(said.goal, said.opportunity, said.action, said.test)),) if roots else (),
        page=words.page,
        texts_in_full=words.texts_in_full,
        source=step("journeys", book.id) if isinstance(book, Journey) else "",
        table=((said.goal, said.opportunity, said.action, said.test), *(row for root in roots for row in _rows(root, ()))),
    )


def _roots(book: Book, held: Mapping[str, Held], said: PeopleWords, words: Words) -> Iterator[TreeNode]:
    for goal in library_of(book).goals:
        moved = [key for key, one in held.items() if goal.id in one.opportunity.moves]
        if moved or not isinstance(book, Journey):
            yield TreeNode(
                title=goal.statement,
                strong=True,
                children=tuple(_opportunity(book, key, held[key], said, words=words) for key in moved),
                source=step("goals", goal.id),
            )
    known = set(library_of(book).goals.ids)
    if loose := [key for key, one in held.items() if not known.intersection(one.opportunity.moves)]:
        yield TreeNode(
            title=said.no_goal, faint=True, children=tuple(_opportunity(book, key, held[key], said, words=words) for key in loose)
        )


def _opportunity(book: Book, key: str, one: Held, said: PeopleWords, *, words: Words) -> TreeNode:
    actions = _actions(book, key)
    children = tuple(_action(book, action, said, words) for action in actions)
    detail = "" if actions else said.no_action
    return TreeNode(title=one.opportunity.statement, detail=detail, children=children, faint=not actions, source=one.path)


def _actions(book: Book, key: str) -> list[Action]:
    return [action for action in library_of(book).actions if key in action.addresses]


def _action(book: Book, action: Action, said: PeopleWords, words: Words) -> TreeNode:
    library = library_of(book)
    tests = []
    for target in action.kpis:
        kpi = library.kpis.get(target.kpi)
        ends = {
            name: with_unit(*kpi_value(kpi, value, words)) if kpi is not None and value is not None else words.unknown_value
            for name, value in (
                ("baseline", target.baseline),
                ("target", target.target if target.target is not None or kpi is None else kpi.target),
            )
        }
        title = said.from_to.format(kpi=embedded(kpi.name if kpi else target.kpi, words), **ends)
        tests.append(TreeNode(title=title, detail=str(target.due or "")))
    detail = words.comma.join(text for text in (words.action_statuses[action.status], str(action.due or "")) if text)
    faint = action.status in {"idea", "shortlisted"}
    return TreeNode(title=action.title, detail=detail, children=tuple(tests), faint=faint, source=step("actions", action.id))


def _rows(node: TreeNode, before: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    here = (*before, node.title)
    if not node.children:
        yield (*here, *("" for _ in range(4 - len(here))))
    for child in node.children:
        yield from _rows(child, here)
