"""The words of maps of people and of opportunities, one table a language."""

from attrs import frozen

from journeykit.model import FrozenMap

from .words import Plural


@frozen(kw_only=True, eq=False, repr=False)
class PeopleWords:
    """What these pictures say beside what a map says. As in `Words`, nothing has a default; fields that end in `_n` are pairs."""

    # Stakeholders
    stakeholders: str
    customer: str
    most_columns: str
    most_tied: str
    most_many: str
    in_no_column_n: Plural
    nobody: str
    rings: tuple[str, str, str]
    sides: FrozenMap[str, str]
    elsewhere: str
    column_n: Plural
    columns_n: Plural
    journeys_n: Plural
    shapes: FrozenMap[str, str]
    contact: str
    needed_by: str
    size_is: str
    clockwise: str
    kinds: FrozenMap[str, str]
    is_related: str
    helps: str
    harms: str
    also: str
    connections: str
    needed: str
    retired: str
    actor: str
    kind: str
    ring: str
    side: str
    columns: str
    influence: str
    interest: str
    grid: tuple[str, str, str, str]
    ungraded_n: Plural
    organisation: str
    no_organisation: str
    placeless: str
    placeless_n: Plural

    # Opportunities
    opportunities: str
    none_found: str
    effort: str
    months: str
    impact: str
    importance: str
    satisfaction: str
    quadrants: tuple[str, str, str, str]
    gaps: tuple[str, str, str, str]
    first_is: str
    placed_n: Plural
    not_placed: str
    lacks: str
    size_reach: str
    dashed: str
    facts: FrozenMap[str, str]
    number: str
    opportunity: str

    # The tree
    tree: str
    goal: str
    action: str
    test: str
    no_goal: str
    no_action: str
    from_to: str
    tree_finding_n: Plural
    tree_whole: str
