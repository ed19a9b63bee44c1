"""German words of curves side by side."""

from journeykit.model import FrozenMap

from .curve_words import CurveWords

CURVE_GERMAN = CurveWords(
    note="Gefühl je Berührungspunkt; überall dieselbe Skala; Klammer: keine Angabe",
    peak="Hoch",
    trough="Tief",
    end="Ende",
    nobody="Niemand wurde gefragt.",
    no_journey="Es gibt keine Reise zu zeigen.",
    curves_n=("1 Kurve", "{n} Kurven"),
    best="am besten {value} bei {title} ({panel})",
    worst="am schlechtesten {value} bei {title} ({panel})",
    and_others_n=("{text} und an einer weiteren Stelle", "{text} und an {n} weiteren Stellen"),
    no_felt="Noch niemand wurde gefragt, wie es sich anfühlt.",
    n_range="{low} bis {high}",
    n_unstated="n nicht genannt",
    no_channel="Kein Kanal",
    no_persona="Keine Persona genannt",
    view_of=FrozenMap({
        "customer": "Kunden", "employee": "Beschäftigte", "management": "Leitung", "designer": "Gestalter", "partner": "Partner",
    }),
    intended="{name}, wie beabsichtigt",
    illustrative="{name}, nur zur Veranschaulichung",
    table=("Kurve", "Nummer", "Berührungspunkt", "Zeitpunkt", "Gefühl", "Grundlage"),
)  # fmt: skip
