"""Texts in many scripts, and strategies that mix them."""

from hypothesis import strategies as st

SENTENCES = {
    "Latin": "She collects the car from the showroom after a long wait, and nobody explains what's next (state-of-the-art, 50 %).",
    "German": "„Warum dauert das so lange?“ – fragt sie zum 3. Mal; die E-Mail der Rechtsschutzversicherungsgesellschaft kam nie…",
    "Cyrillic": "Она забирает машину из салона после долгого ожидания, и никто не объясняет, что делать дальше.",
    "Greek": "Παραλαμβάνει το αυτοκίνητο μετά από μεγάλη αναμονή και κανείς δεν εξηγεί τα επόμενα βήματα.",
    "Hebrew": "היא אוספת את המכונית מאולם התצוגה לאחר המתנה ארוכה, ואיש אינו מסביר מה הלאה.",
    "Arabic": "تستلم السيارة من المعرض بعد انتظار طويل، ولا أحد يشرح لها ما هي الخطوات التالية.",
    "mixed": "سيارة BMW الجديدة costs 45.000 € וגם ביטוח, 20–30 minutes.",
    "Devanagari": "वह लंबे इंतजार के बाद शोरूम से कार लेती है, क्षत्रिय और कोई नहीं बताता कि अगले कदम क्या हैं।",
    "Thai": "เธอไปรับรถที่โชว์รูมหลังจากรอนานและไม่มีใครอธิบายขั้นตอนต่อไปให้เธอฟังเลย",
    "Japanese": "彼女は長い待ち時間の後にショールームで車を受け取りますが、「どうして？」と誰も説明してくれません。",
    "Chinese": "等了很久之后，她从展厅取车，没有人解释“下一步”该怎么做。",
    "Korean": "오랜 기다림 끝에 전시장에서 차를 받지만 아무도 다음 단계를 설명해 주지 않습니다.",
    "emoji": "Great 👩‍🚀 service 🇫🇷🇩🇪 with a 1️⃣ smile 😀😀 and ❤️ love 👍🏽 for 👨‍👩‍👧‍👦",
    "long word": "x" * 200,
    "address": "See https://example.com/shop/cars/list?id=42&colour=deep-blue#offers for details",
    "hints": "Rechts\u00adschutz\u00adversicherungs\u00adgesellschaft and\u200bzero 10\u00a0000\u202f€ word\u2060joined",
    "long cell": "The customer waits, calls again and is told to wait; nobody owns the answer. " * 26,
}

characters = st.one_of(
    st.sampled_from("abc XYZ  12,.;:!?()[]-–—/%$€'\"«»„“”’…|+&#@_\n\t"),
    st.sampled_from("éñßжЩαΩאבש٣سياक्षिनीเก็บะำるっー。「」中文한국어ᄀ\u1161\u11a8"),
    st.sampled_from("😀👍🏽👩‍🚀🇫🇷🇩1️⃣❤️\u200d\ufe0f\u20e3\u0301\u0308\u00ad\u200b\u00a0\u2060\u0600\u3000"),
    st.characters(),
)
texts = st.one_of(st.text(characters, max_size=60), st.sampled_from(list(SENTENCES.values())))
