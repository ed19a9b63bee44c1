"""Arabic words for ways that not everybody goes."""

from journeykit.model import FrozenMap

from .way_words import WayWords

WAY_ARABIC = WayWords(
    times_n=("مرة واحدة", "عدد المرات: {n}"),
    up_to_n=("مرة واحدة على الأكثر", "عدد المرات على الأكثر: {n}"),
    from_n=("مرة واحدة على الأقل", "عدد المرات على الأقل: {n}"),
    between="عدد المرات: من {low} إلى {high}",
    symbols=FrozenMap({
        "optional": "اختياري: لا يمر به الجميع", "repeats": "قد يتكرر", "other-way": "خط رفيع: طريق آخر", "arc-on": "يتابع من هناك",
    }),
    again="مرة أخرى: {text}",
    on="يتابع من هناك",
    how_often="كم مرة",
    optional="اختياري، لا يمر به الجميع: {names}.",
    repeats="قد يتكرر: {names}.",
    ways="طرق تفترق أو تعود: {ways}.",
)  # fmt: skip
