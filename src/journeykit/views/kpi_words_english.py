"""English words of key figures by place."""

from journeykit.model import FrozenMap

from .kpi_words import KPIWords

KPI_ENGLISH = KPIWords(
    title="{title}: key figures",
    whole_book="The whole",
    no_kpi="No key figure is defined here.",
    patterns=FrozenMap({
        "both better": "what happened and how it felt both got better", "both worse": "what happened and how it felt both got worse",
        "faster but worse": "what happened got better, how it felt got worse", "slower but better": "what happened got worse, how it felt got better",
        "mixed": "a mixed picture", "no demonstrable change": "no demonstrable change",
    }),
    between="{before} to {after}: {pattern}",
    changed_n="Compared with the value before, {counts}",
    none_judged="No figure has a target or a threshold",
    none_measured="No figure with a target or a threshold has been measured",
    no_direction="No figure can be judged: which way is better is not said",
    miss_n=("{n} of {m} figures with a target or threshold misses it", "{n} of {m} figures with a target or threshold miss it"),
    miss_only="The only figure with a target or threshold misses it", meet_only="The only figure with a target or threshold meets it",
    statuses=FrozenMap({
        "on_target": "on target", "within": "within its limits", "amber": "needs attention", "off": "off its limit", "no_target": "no target",
        "no_direction": "not said which way is better", "no_data": "no data", "stale": "out of date",
    }),
    within="{status}: {text}",
    of_n="n = {n}",
    of_unstated="n not stated",
    at="{at}, {n}",
    interval="95 % interval {low} to {high}",
    other_source="another source than before",
    persona_of="{name} ({who})",
    no_margin_n=(
        "For 1 change n is not stated: whether it is more than chance cannot be said.",
        "For {n} changes n is not stated: whether they are more than chance cannot be said.",
    ),
    how_to_read="Triangle: which way the figure moved; word and colour: whether that is better. Line: first value and last point, a gap is a period without a value, dashes are the target.",
    table=("Place", "Figure", "Family", "Period", "Value", "n", "Change", "Status", "Over time"),
)  # fmt: skip
