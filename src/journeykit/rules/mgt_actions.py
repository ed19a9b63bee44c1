"""MGT, second part: opportunities, and what is done about them."""

from collections.abc import Iterator

from ._facts import BookFacts
from ._finding import Hit, several
from ._rule import rule
from ._wordings import BUILT_THINGS, FELT_THINGS, solution_verb
from ._words import SOLUTION_VERBS, joined, out_of

_CHOSEN = frozenset({"selected", "approved", "in_progress", "implemented", "monitoring", "closed"})
_AHEAD = frozenset({"selected", "approved", "in_progress"})
_OVER = frozenset({"implemented", "monitoring", "closed", "rejected"})


@rule("MGT-05", "action-without-reason", of="portfolio", warning="publish")
def action_without_reason(at: BookFacts) -> Iterator[Hit]:
    """An action addresses an opportunity or an insight.

    Why it matters:
        Otherwise it is a feature in search of a reason.

    Fails:
        Portfolio("Cars", actions=[Action("Chatbot")])

    Passes:
        Portfolio("Cars", opportunities=[Opportunity("How might we answer at night?", id="night")], actions=[Action("Chatbot", addresses="night")])

    How to fix:
        Say what it `addresses`; or drop it.

    Source:
        Torres, opportunity solution trees.
    """
    for one in at.book.actions:
        if not one.addresses and one.status != "rejected":
            spot = at.spot_in("actions", one)
            yield Hit(spot, f"Action {spot} addresses nothing.")


@rule("MGT-06", "chosen-without-alternative", of="portfolio", info="publish")
def chosen_without_alternative(at: BookFacts, *, fewest: int = 2) -> Iterator[Hit]:
    """Before one action was selected for an opportunity, there were two candidates or more. Rejected ones count.

    Why it matters:
        Comparing makes the choice; with a single candidate the question is only whether.

    Settings:
        fewest: candidates at least.

    Fails:
        Portfolio("Cars", opportunities=[Opportunity("How might we shorten the wait?", id="wait")], actions=[Action("Desk", addresses="wait", status="selected")])

    Passes:
        Portfolio("Cars", opportunities=[Opportunity("How might we shorten the wait?", id="wait")],
                  actions=[Action("Desk", addresses="wait", status="selected"), Action("App", addresses="wait", status="rejected")])

    How to fix:
        Record the alternatives, the rejected ones too.

    Source:
        The articles on lifecycle maps: brainstorm, then choose; Torres, compare and contrast.
    """
    for one in at.opportunities:
        candidates = at.actions_for.get(one.key, [])
        chosen = next((held for held in candidates if held.status in _CHOSEN), None)
        if chosen is not None and len(candidates) < fewest:
            there = at.spot_in("actions", chosen)
            yield Hit(
                one.spot, f"{several(len(candidates), 'candidate')} for {one.spot}: {there}, {chosen.status.replace('_', ' ')}.", (there,)
            )


@rule("MGT-10", "nothing-works-already", of="portfolio", info="publish")
def nothing_works_already(at: BookFacts) -> Iterator[Hit]:
    """Among the actions are some that exist already and work.

    Why it matters:
        What works already is cheap to keep, and easily broken by what is new.

    Fails:
        Portfolio("Cars", actions=[Action("Chatbot", novelty="new")])

    Passes:
        Portfolio("Cars", actions=[Action("Chatbot", novelty="new"), Action("Call back", novelty="existing")])

    How to fix:
        Record what works, with `novelty: existing`.

    Source:
        The article on six steps: both new and currently successful initiatives.
    """
    held = at.book.actions
    if held and not any(one.novelty == "existing" for one in held):
        none = "The only action is not" if len(held) == 1 else f"{out_of(0, len(held), 'action')} is"
        yield Hit(at.spot.at("actions"), f"{none} recorded as existing already.")


@rule("MGT-11", "change-without-training", of="portfolio", info="management")
def change_without_training(at: BookFacts) -> Iterator[Hit]:
    """With an action that changes a process or a technology comes one of training or compliance for the same opportunity.

    Why it matters:
        New ways that nobody was taught are new ways to fail.

    Fails:
        Portfolio("Cars", opportunities=[Opportunity("How might we shorten the wait?", id="wait")], actions=[Action("New desk", kind="process", addresses="wait")])

    Passes:
        Portfolio("Cars", opportunities=[Opportunity("How might we shorten the wait?", id="wait")],
                  actions=[Action("New desk", kind="process", addresses="wait"), Action("Teach the desk", kind="training", addresses="wait")])

    How to fix:
        Add the training, or the control.

    Source:
        The article on six steps: educate, and implement compliance.
    """
    for one in at.book.actions:
        if one.kind not in {"process", "technology"} or one.status == "rejected":
            continue
        beside = (held for key in one.addresses for held in at.actions_for.get(key, ()))
        if not any(held.kind in {"training", "compliance"} and held.status != "rejected" for held in beside):
            spot = at.spot_in("actions", one)
            yield Hit(spot, f"Action {spot} changes a {one.kind} and trains nobody.")


@rule("MGT-15", "opportunity-worded-as-solution", of="portfolio", warning="publish")
def opportunity_worded_as_solution(
    at: BookFacts,
    *,
    verbs: tuple[str, ...] = SOLUTION_VERBS,
    things: tuple[str, ...] = BUILT_THINGS,
    feelings: tuple[str, ...] = FELT_THINGS,
) -> Iterator[Hit]:
    """An opportunity is a need, a pain or a desire of customers, and not worded as a solution.

    A heuristic: it asks whether the statement opens with a verb of building, or, as in German, ends with one, and whether what is built is
    a thing.

    Why it matters:
        A solution in place of the need closes the search before it began.
        A heuristic, which reads words and not their meaning: what it says may be wrong.

    Settings:
        verbs: verbs of building, also of two words.
        things: names of what is built; what comes with "a", "new" or "more" counts too.
        feelings: what people have or feel, and nobody builds.

    Fails:
        Portfolio("App", opportunities=[Opportunity("Add an onboarding wizard")])

    Passes:
        Portfolio("App", opportunities=[Opportunity("How might we help newcomers know what to do first?")])

    How to fix:
        Ask what the solution is for: "How might we help … to …?"

    Source:
        Torres, opportunity solution trees.
    """
    for one in at.opportunities:
        verb = solution_verb(one.opportunity.statement, verbs, things, feelings)
        if verb:
            yield Hit(one.spot, f"Opportunity {one.spot} reads like a solution: {verb!r}.")


@rule("MGT-16", "incomplete-action", of="portfolio", warning="management")
def incomplete_action(at: BookFacts) -> Iterator[Hit]:
    """An action that was selected has an owner, a due date, and an effort or a cost.

    Why it matters:
        Without them the plan of action is a list of wishes.

    Fails:
        Portfolio("Cars", actions=[Action("More staff for papers", status="selected")])

    Passes:
        Portfolio("Cars", owners=[Owner("Sales")], actions=[Action("More staff for papers", status="selected", owner="Sales", due="2026-06", effort=2)])

    How to fix:
        Complete it.

    Source:
        The article on six steps: the plan of action.
    """
    for one in at.book.actions:
        if one.status in _AHEAD:
            facts = (("no owner", one.owner), ("no due date", one.due), ("no effort or cost", one.effort is not None or one.cost))
            lacking = [name for name, held in facts if not held]
            if lacking:
                spot = at.spot_in("actions", one)
                yield Hit(spot, f"Action {spot} is {one.status.replace('_', ' ')} and has {joined(lacking)}.")


@rule("MGT-17", "action-overdue", of="portfolio", warning="management", needs_today=True)
def action_overdue(at: BookFacts) -> Iterator[Hit]:
    """No action that is not finished is past its due date.

    Why it matters:
        Progress is tracked, or it stops.

    Fails:
        Portfolio("Cars", actions=[Action("More staff for papers", status="in_progress", due="2025-10-31")])

    Passes:
        Portfolio("Cars", actions=[Action("More staff for papers", status="in_progress", due="2026-10-31")])

    How to fix:
        Bring status or date up to date.

    Source:
        The articles on lifecycle maps: tracking progress.
    """
    for one in at.book.actions:
        if one.due is not None and one.status not in _OVER and one.due.end < at.today:
            spot = at.spot_in("actions", one)
            yield Hit(spot.at("due"), f"Action {spot} is {several((at.today - one.due.end).days, 'day')} overdue.")
