"""English words of curves side by side."""

from journeykit.model import FrozenMap

from .curve_words import CurveWords

CURVE_ENGLISH = CurveWords(
    note="emotion by touchpoint; same scale in all; bracket: no reading",
    peak="High",
    trough="Low",
    end="End",
    nobody="Nobody was asked.",
    no_journey="There is no journey to show.",
    curves_n=("1 curve", "{n} curves"),
    best="best {value} at {title} ({panel})",
    worst="worst {value} at {title} ({panel})",
    and_others_n=("{text} and at one other point", "{text} and at {n} other points"),
    no_felt="Nobody has been asked yet how it feels.",
    n_range="{low} to {high}",
    n_unstated="n not stated",
    no_channel="No channel",
    no_persona="No persona named",
    view_of=FrozenMap({
        "customer": "Customers", "employee": "Employees", "management": "Management", "designer": "Designers", "partner": "Partners",
    }),
    intended="{name}, as intended",
    illustrative="{name}, illustrative",
    table=("Curve", "Number", "Touchpoint", "Moment", "Feeling", "Basis"),
)  # fmt: skip
