"""The words with which a journey is told stage by stage, one table a language."""

from attrs import frozen

from .words import Plural


@frozen(kw_only=True, eq=False, repr=False)
class TellingWords:
    """What is told beside what a picture says. As in `Words`, nothing has a default; fields that end in `_n` are pairs."""

    stage: str
    read: str
    many: str
    many_read: str
    many_unread: str
    unread_n: Plural
    unsourced_n: Plural
    unowned_n: Plural
    and_more_n: Plural
    hypothesis: str


TELLING_ENGLISH = TellingWords(
    stage="Stage {n}, {title}: {told}.",
    read="{name} ({value})",
    many="{touchpoints}, from {first} to {last}",
    many_read="feeling from {low} to {high}, {n} of {m} read",
    many_unread="no reading of feelings",
    unread_n=("How it feels is not known at one touchpoint: {names}.", "How it feels is not known at {n} touchpoints: {names}."),
    unsourced_n=("No source is cited at one touchpoint: {names}.", "No source is cited at {n} touchpoints: {names}."),
    unowned_n=("One contact has no accountable owner.", "{n} contacts have no accountable owner."),
    and_more_n=("one more", "{n} more"),
    hypothesis="The map is a hypothesis: less than half of it rests on customers’ own evidence.",
)

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

TELLING_ARABIC = TellingWords(
    stage="المرحلة {n}، {title}: {told}.",
    read="{name} ({value})",
    many="{touchpoints}، من {first} إلى {last}",
    many_read="الشعور من {low} إلى {high}، القراءات: {n} من {m}",
    many_unread="بلا قراءة للمشاعر",
    unread_n=("الشعور غير معروف عند: {names}.", "الشعور غير معروف عند ({n}): {names}."),
    unsourced_n=("لم يُذكر مصدر عند: {names}.", "لم يُذكر مصدر عند ({n}): {names}."),
    unowned_n=("تواصل واحد بلا مسؤول.", "مرات التواصل بلا مسؤول: {n}."),
    and_more_n=("وغيرها: 1", "وغيرها: {n}"),
    hypothesis="الخريطة فرضية: أقل من نصفها يستند إلى أدلة من العملاء.",
)

_TABLES = {"ar": TELLING_ARABIC, "de": TELLING_GERMAN, "en": TELLING_ENGLISH}


def telling_words(lang: str) -> TellingWords:
    """The words of a language that pictures speak: the `lang` of their words."""
    return _TABLES[lang]
