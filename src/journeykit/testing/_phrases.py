"""Texts as people write them, in many scripts: valid everywhere in a model."""

from hypothesis import strategies as st

__all__ = ["TITLES", "phrases", "titles"]

TITLES = (
    "Test drives", "Negotiates the price", "Pays", "Asks a friend", "I buy a new car", "Sales", "Ana", "Web", "e-mail / SMS", "24 h hotline",
    "Fährt zur Probe – „endlich“!", "Überweist Geld", "Straße & Weg", "L’été à la plage", "İstanbul’da öder",
    "Покупает машину", "Оплата", "Отдел продаж", "Αγοράζει αυτοκίνητο", "Πωλήσεις",
    "يشتري سيارة جديدة", "الدفع", "קונה מכונית 2025 (Audi)", "מכירות",
    "नई गाड़ी खरीदता है", "भुगतान", "ซื้อรถใหม่", "ชำระเงิน", "新しい車を買う", "支払い", "販売部", "새 차를 산다", "买新车", "付款",
    "🙂", "👩‍👩‍👧 family", "🇩🇪 1️⃣ 🏽 👍🏽", "e\u0301te\u0301", "ﬁnal Å", "N/A", "NO", "null", "1", "2025", "12:30", "- dash", "# hash: colon", "a" * 70,
)  # fmt: skip
"""Titles in Latin, Cyrillic, Greek, Arabic, Hebrew, Devanagari, Thai, CJK and emoji, and some that look like other things."""

_LONG = (
    "Nobody names the total before the contract is on the table, and then it is too late to compare.",
    "Ждёт менеджера сорок минут: “сейчас, сейчас”.", "لا أعرف بعد كم سأدفع", "まだ総額がわからない。", "two\nlines", "tab\tinside",
    "  spaces around  ", "quote ' and \" and \\ backslash", "<b>&amp;</b>", "−2 … 99 % × ½", "yes", "~", "0x1F", "1e3", "{a: b}", "[x]", "*star", "&anchor", "!tag",
)  # fmt: skip
# A few characters of each kind draw ten times faster than all of Unicode.
_CHARACTERS = "aZé\u0301ßİ09 ._-/'\"\\:#&<>%×–…дЖωΣшשקلم٣नाि้ำกあ漢字가🙂👩\u200d🏽🇩🇪\u00a0\u00ad\u200f\u202e\U0001f9ed"


def _free(most: int) -> st.SearchStrategy[str]:
    return st.text(st.sampled_from(_CHARACTERS), min_size=1, max_size=most).filter(lambda text: bool(text.strip()))


# Made once: Hypothesis works out the properties of a strategy when it first draws from it.
_TITLES = st.sampled_from(TITLES) | _free(12)
_PHRASES = st.sampled_from(TITLES + _LONG) | _free(20)


def titles() -> st.SearchStrategy[str]:
    """One line of text that is not empty, mostly as people write it."""
    return _TITLES


def phrases() -> st.SearchStrategy[str]:
    """Text that is not empty: titles, sentences, several lines, and what looks like markup or a number."""
    return _PHRASES
