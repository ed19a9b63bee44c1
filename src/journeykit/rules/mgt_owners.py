"""MGT, third part: who answers for touchpoints, and whether those who do know what matters."""

from collections import Counter
from collections.abc import Iterator

from ._facts import ActivityAt, JourneyFacts
from ._finding import Hit
from ._rule import rule


@rule("MGT-12", "staff-rate-it-lower", of="journey", warning="publish")
def staff_rate_it_lower(at: JourneyFacts, *, top: int = 3, least: float = 4) -> Iterator[Hit]:
    """The three touchpoints that matter most to customers are rated 4 or more by employees too. It asks nothing where employees were not asked.

    Why it matters:
        Who does not know which touchpoints matter most cannot take care there.

    Settings:
        top: how many of the customers' touchpoints.
        least: rating by employees at least, 1 to 5; a convention.

    Fails:
        Journey("I buy", stages=[Stage("Deal", [Touchpoint("Waits for finance", importance={"customer": 5, "employee": 2})])])

    Passes:
        Journey("I buy", stages=[Stage("Deal", [Touchpoint("Waits for finance", importance={"customer": 5, "employee": 4})])])

    How to fix:
        Share what customers say; set priorities anew.

    Source:
        The articles on lifecycle maps: are agents aware of the most critical touchpoints?
    """
    rated = [one for one in at.columns if "customer" in one.touchpoint.importance]
    first = sorted(rated, key=lambda one: (-one.touchpoint.importance["customer"], one.index))[: max(int(top), 0)]
    for rank, one in enumerate(first, 1):
        employees = one.touchpoint.importance.get("employee")
        if employees is not None and employees < least:
            yield Hit(one.spot.at("importance"), f"Customers' number {rank}, {one.spot}, is rated {employees:g} by employees.")


@rule("MGT-13", "touchpoint-without-owner", of="journey", warning="publish")
def touchpoint_without_owner(at: JourneyFacts) -> Iterator[Hit]:
    """An interaction that the brand or a partner controls has an owner, and somebody who is responsible or supports.

    Who does an activity of the touchpoint, is responsible for it or supports it, counts as well.

    Why it matters:
        One is accountable, and somebody does it: otherwise nobody improves it.

    Fails:
        Journey("I buy", stages=[Stage("Own", [Touchpoint("Takes delivery")])])

    Passes:
        Journey("I buy", stages=[Stage("Own", [Touchpoint("Takes delivery", owner="Sales", supporters="Workshop")])])

    How to fix:
        Set `owner`, and `responsible` or `supporters`; the owner may be responsible too.

    Source:
        RACI: exactly one is accountable; the articles on mapping with stages: owners and supporters.
    """
    if not at.is_design or not at.is_ours:
        return
    for one in at.columns:
        held = one.touchpoint
        if one.is_served and not held.owner:
            yield Hit(one.spot, f"{one.spot} has no owner.")
        elif one.is_served and not (held.responsible or held.supporters or any(_is_done(each) for each in at.behind.get(held.id, ()))):
            yield Hit(one.spot, f"{one.spot} has an owner, and neither `responsible` nor `supporters` says who does it.")


def _is_done(held: ActivityAt) -> bool:
    one = held.activity
    return bool(one.actor or one.responsible or one.supporters)


@rule("MGT-14", "one-owner-of-all", of="journey", warning="publish")
def one_owner_of_all(at: JourneyFacts, *, share: float = 0.5, fewest: int = 8) -> Iterator[Hit]:
    """Of eight touchpoints and more, nobody owns more than half.

    Why it matters:
        Who owns everything owns it in name only.

    Settings:
        share: of the touchpoints, 0 to 1; a convention.
        fewest: touchpoints from which on it is judged; a convention.

    Fails:
        Journey("I buy", stages=[Stage("All", [Touchpoint(f"Step {one} of it", owner="CX team") for one in range(8)])])

    Passes:
        Journey("I buy", stages=[Stage("All", [Touchpoint(f"Step {one} of it", owner=("Sales", "Service")[one % 2]) for one in range(8)])])

    How to fix:
        Spread the touchpoints to those who can change them.

    Source:
        Our convention.
    """
    if not at.is_design or len(at.columns) < max(fewest, 1):
        return
    owners = Counter(one.touchpoint.owner for one in at.columns if one.touchpoint.owner)
    for key, amount in owners.items():
        if amount > share * len(at.columns):
            who = at.facts.actor_spot(key)
            owned = f"all {amount}" if amount == len(at.columns) else f"{amount} of {len(at.columns)}"
            yield Hit(at.spot, f"{who} owns {owned} touchpoints of {at.spot}.", (who,))
