"""Arabic words with which a journey is told."""

from .telling_words import TellingWords

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
