"""German words with which a journey is told."""

from .telling_words import TellingWords

TELLING_GERMAN = TellingWords(
    stage="Phase {n}, {title}: {told}.",
    read="{name} ({value})",
    many="{touchpoints}, von {first} bis {last}",
    many_read="Gefühl von {low} bis {high}, {n} von {m} erhoben",
    many_unread="Gefühle nicht erhoben",
    unread_n=(
        "Wie es sich anfühlt, ist an einem Kontaktpunkt nicht bekannt: {names}.",
        "Wie es sich anfühlt, ist an {n} Kontaktpunkten nicht bekannt: {names}.",
    ),
    unsourced_n=("An einem Kontaktpunkt ist keine Quelle genannt: {names}.", "An {n} Kontaktpunkten ist keine Quelle genannt: {names}."),
    unowned_n=("Ein Kontakt hat niemanden, der verantwortlich ist.", "{n} Kontakte haben niemanden, der verantwortlich ist."),
    and_more_n=("ein weiterer", "{n} weitere"),
    hypothesis="Die Karte ist eine Hypothese: weniger als die Hälfte beruht auf Aussagen von Kunden.",
)
