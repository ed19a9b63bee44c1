"""Arabic words of key figures by place."""

from journeykit.model import FrozenMap

from .kpi_words import KPIWords

KPI_ARABIC = KPIWords(
    title="{title}: أرقام رئيسية",
    whole_book="الكل",
    no_kpi="لم يُحدَّد هنا أي رقم رئيسي.",
    patterns=FrozenMap({
        "both better": "تحسن ما جرى وما شعر به العملاء", "both worse": "ساء ما جرى وما شعر به العملاء",
        "faster but worse": "تحسن ما جرى وساء الشعور", "slower but better": "ساء ما جرى وتحسن الشعور",
        "mixed": "صورة مختلطة", "no demonstrable change": "لا تغيير مثبت",
    }),
    between="من {before} إلى {after}: {pattern}",
    changed_n="مقارنة بالقيمة السابقة، {counts}",
    none_judged="لا هدف ولا حد لأي رقم",
    none_measured="لم يُقَس أي رقم له هدف أو حد",
    no_direction="لا يمكن الحكم على أي رقم: لم يُذكر أي اتجاه هو الأفضل",
    miss_n=("خارج الهدف أو الحد: {n} من {m}", "خارج الهدف أو الحد: {n} من {m}"),
    miss_only="الرقم الوحيد ذو الهدف أو الحد خارجه", meet_only="الرقم الوحيد ذو الهدف أو الحد ضمنه",
    statuses=FrozenMap({
        "on_target": "عند الهدف", "within": "ضمن الحدود", "amber": "يحتاج انتباهًا", "off": "خارج الحد", "no_target": "بلا هدف",
        "no_direction": "لم يُذكر أي اتجاه أفضل", "no_data": "بلا بيانات", "stale": "قديم",
    }),
    within="{status}: {text}",
    of_n="n = {n}",
    of_unstated="لم يُذكر n",
    at="{at}، {n}",
    interval="مجال 95%: من {low} إلى {high}",
    other_source="مصدر غير السابق",
    persona_of="{name} ({who})",
    no_margin_n=(
        "لم يُذكر n لتغيير واحد: لا يمكن القول إنه أكثر من مصادفة.",
        "لم يُذكر n لعدد من التغييرات ({n}): لا يمكن القول إنها أكثر من مصادفة.",
    ),
    how_to_read="المثلث: إلى أين تحرك الرقم؛ الكلمة واللون: هل هذا أفضل. الخط: أول قيمة وآخر نقطة، والفجوة فترة بلا قيمة، والشرطات هي الهدف.",
    table=("المكان", "الرقم", "المجموعة", "الفترة", "القيمة", "n", "التغير", "الحالة", "عبر الزمن"),
)  # fmt: skip
