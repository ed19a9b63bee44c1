"""Arabic words of curves side by side."""

from journeykit.model import FrozenMap

from .curve_words import CurveWords

CURVE_ARABIC = CurveWords(
    note="الشعور عند كل نقطة؛ المقياس نفسه في الكل؛ القوس: بلا قراءة",
    peak="الأعلى",
    trough="الأدنى",
    end="النهاية",
    nobody="لم يُسأل أحد.",
    no_journey="لا رحلة للعرض.",
    curves_n=("منحنى واحد", "المنحنيات: {n}"),
    best="أفضل شعور {value} عند {title} ({panel})",
    worst="أسوأ شعور {value} عند {title} ({panel})",
    and_others_n=("{text} وفي موضع آخر", "{text} وفي مواضع أخرى ({n})"),
    no_felt="لم يُسأل أحد بعد عن شعوره.",
    n_range="{low} – {high}",
    n_unstated="لم يُذكر n",
    no_channel="بلا قناة",
    no_persona="لم تُسمَّ شخصية",
    view_of=FrozenMap({"customer": "العملاء", "employee": "الموظفون", "management": "الإدارة", "designer": "المصممون", "partner": "الشركاء"}),
    intended="{name}، كما هو منشود",
    illustrative="{name}، للتوضيح",
    table=("المنحنى", "الرقم", "نقطة التواصل", "الوقت", "الشعور", "الأساس"),
)  # fmt: skip
