"""German words of key figures by place."""

from journeykit.model import FrozenMap

from .kpi_words import KPIWords

KPI_GERMAN = KPIWords(
    title="{title}: Kennzahlen",
    whole_book="Das Ganze",
    no_kpi="Hier ist keine Kennzahl festgelegt.",
    patterns=FrozenMap({
        "both better": "Ablauf und Erleben wurden besser", "both worse": "Ablauf und Erleben wurden schlechter",
        "faster but worse": "der Ablauf wurde besser, das Erleben schlechter", "slower but better": "der Ablauf wurde schlechter, das Erleben besser",
        "mixed": "ein gemischtes Bild", "no demonstrable change": "keine belegbare Änderung",
    }),
    between="{before} bis {after}: {pattern}",
    changed_n="Gegenüber dem Wert davor: {counts}",
    none_judged="Keine Zahl hat ein Ziel oder eine Schwelle",
    none_measured="Keine Zahl mit Ziel oder Schwelle wurde gemessen",
    no_direction="Keine Zahl lässt sich beurteilen: welche Richtung besser ist, steht nicht da",
    miss_n=("{n} von {m} Zahlen mit Ziel oder Schwelle liegt daneben", "{n} von {m} Zahlen mit Ziel oder Schwelle liegen daneben"),
    miss_only="Die einzige Zahl mit Ziel oder Schwelle liegt daneben", meet_only="Die einzige Zahl mit Ziel oder Schwelle erreicht sie",
    statuses=FrozenMap({
        "on_target": "am Ziel", "within": "innerhalb der Grenzen", "amber": "braucht Aufmerksamkeit", "off": "außerhalb der Grenze",
        "no_target": "kein Ziel", "no_direction": "Richtung nicht genannt", "no_data": "keine Daten", "stale": "veraltet",
    }),
    within="{status}: {text}",
    of_n="n = {n}",
    of_unstated="n nicht genannt",
    at="{at}, {n}",
    interval="95-%-Intervall {low} bis {high}",
    other_source="andere Quelle als zuvor",
    persona_of="{name} ({who})",
    no_margin_n=(
        "Bei 1 Änderung ist n nicht genannt: Ob sie mehr als Zufall ist, lässt sich nicht sagen.",
        "Bei {n} Änderungen ist n nicht genannt: Ob sie mehr als Zufall sind, lässt sich nicht sagen.",
    ),
    how_to_read="Dreieck: wohin sich die Zahl bewegt hat; Wort und Farbe: ob das besser ist. Linie: erster Wert und letzter Punkt, eine Lücke ist ein Zeitraum ohne Wert, Striche sind das Ziel.",
    table=("Ort", "Kennzahl", "Familie", "Zeitraum", "Wert", "n", "Änderung", "Stand", "Im Lauf der Zeit"),
)  # fmt: skip
