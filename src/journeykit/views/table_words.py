"""The words of tables: who does what, channels, atlas, roadmap; one table a language."""

from attrs import frozen

from journeykit.model import FrozenMap

from .words import Plural


@frozen(kw_only=True, eq=False, repr=False)
class TableWords:
    """What tables say beside what a map says. As in `Words`, nothing has a default; fields that end in `_n` are pairs."""

    # Who does what
    rasci: str
    rasci_note: str
    letters: FrozenMap[str, str]
    activities: str
    activity: str
    nobody: str
    accountable_missing: str
    unaccountable_n: Plural
    unaccountable_all: str
    of_touchpoints: str
    of_all: str
    all_accountable: str
    none_needed: str

    # Channels
    channels: str
    first_choice: str
    also_offered: str
    no_channel: str
    channels_n: Plural
    changes_n: Plural
    no_changes: str
    no_known_changes: str
    differs: str
    same_measure: str

    # Atlas
    atlas: str
    lifecycle: FrozenMap[str, str]
    not_placed: str
    journey_types: FrozenMap[str, str]
    no_persona: str
    no_type: str
    persona: str
    type: str
    holes_n: Plural
    no_holes: str
    journeys_n: Plural
    hatched: str
    not_mapped: str
    level: str
    followed_by: str
    reviewed: str
    days_old_n: Plural
    owner_is: str
    peak_end: str

    # Roadmap
    roadmap: str
    when: str
    what: str
    plan_note: str
    horizons: FrozenMap[str, str]
    action: str
    answers: str
    owner: str
    status: str
    due: str
    moves: str
    from_to: str
    now_at: str
    not_measured: str
    actions_n: Plural
    without_date_n: Plural
    without_owner_n: Plural
    no_actions: str
    quarter: str
