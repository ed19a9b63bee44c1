"""Word lists and patterns for rules that read texts: heuristics, in English and German, each a setting of its rule.

A heuristic is wrong now and then. That is why its rule says so, and why `allow` takes a reason.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from journeykit.model import fold

# Beginnings of words, so that one entry covers the forms of a verb.
PROVIDER_VERBS = (
    "validat", "approv", "dispatch", "onboard", "provision", "process", "authenticat", "disburs", "underwrit",
    "validier", "genehmig", "freigeb", "disponier", "verbuch", "provisionier", "bearbeit",
)  # fmt: skip
PROVIDER_WORDS = ("kyc", "crm", "erp", "backoffice", "back-office", "sla", "workflow", "ticketing", "sachbearbeitung")
FIRST_PERSON = ("i", "i'm", "i’m", "we", "my", "our", "ich", "wir", "mein", "meine", "unser", "unsere")
MARKETING_WORDS = (
    "seamless", "delight users", "delights users", "delight customers", "delights customers", "best-in-class", "world-class", "cutting-edge",
    "state-of-the-art", "industry-leading", "game-changing", "value proposition", "our customers", "the customer", "the user", "users",
    "nahtlos", "erstklassig", "marktführend", "unsere kunden", "der kunde", "die kundin", "die nutzer", "nutzererlebnis",
)  # fmt: skip
SOLUTION_VERBS = (
    "add", "build", "launch", "implement", "create", "introduce", "develop", "install", "deploy", "roll out", "set up",
    "einführen", "bauen", "entwickeln", "implementieren", "einrichten", "erstellen", "bereitstellen", "ausrollen",
)  # fmt: skip
PLACEHOLDERS = (
    "lorem", "ipsum", "tbd", "tbc", "todo", "to do", "to be defined", "placeholder", "your text here", "insert text", "n/a", "xxx", "asdf", "foo", "bar",
    "platzhalter", "noch offen", "text hier",
)  # fmt: skip
THINGS = (
    "website", "site", "homepage", "app", "portal", "form", "e-mail", "email", "newsletter", "mail", "letter", "sms", "text message", "chat", "chatbot",
    "phone", "telephone", "call", "hotline", "call centre", "call center", "store", "shop", "showroom", "branch", "office", "desk", "counter", "kiosk",
    "invoice", "bill", "contract", "receipt", "ticket", "offer", "quote", "ad", "advertisement", "advertising", "brochure", "flyer", "catalogue",
    "social media", "checkout", "login", "registration", "onboarding", "delivery", "payment", "support", "customer service",
    "webseite", "homepage", "formular", "brief", "telefon", "anruf", "filiale", "laden", "rechnung", "vertrag", "angebot", "anzeige", "werbung",
    "prospekt", "lieferung", "zahlung", "kundendienst", "kundenservice", "anmeldung",
)  # fmt: skip
_ARTICLES = frozenset(
    {"a", "an", "the", "der", "die", "das", "den", "dem", "ein", "eine", "einen", "einer", "my", "mein", "meine", "meinen"}
)
_OPENINGS = _ARTICLES | {"our", "unser", "unsere"}
_STOP = frozenset(
    [
        "about",
        "after",
        "again",
        "also",
        "another",
        "because",
        "before",
        "being",
        "could",
        "every",
        "from",
        "have",
        "having",
        "into",
        "know",
        "more",
        "most",
        "much",
        "only",
        "other",
        "over",
        "same",
        "some",
        "such",
        "than",
        "that",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "very",
        "want",
        "wants",
        "what",
        "when",
        "where",
        "which",
        "while",
        "will",
        "with",
        "without",
        "would",
        "your",
        "aber",
        "alle",
        "auch",
        "auf",
        "aus",
        "bei",
        "dass",
        "dem",
        "den",
        "der",
        "die",
        "das",
        "ein",
        "eine",
        "einen",
        "einer",
        "durch",
        "für",
        "ich",
        "ihr",
        "ihre",
        "kein",
        "mehr",
        "mein",
        "mit",
        "nach",
        "nicht",
        "oder",
        "sehr",
        "sein",
        "sich",
        "sind",
        "und",
        "vom",
        "von",
        "wann",
        "was",
        "wenn",
        "wer",
        "wie",
        "wird",
        "wissen",
        "zum",
        "zur",
    ]
)

_NUMBERED = re.compile(r"(?:step|stage|phase|touchpoint|journey|persona|schritt|titel|title)\s*\d+")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_PHONE = re.compile(r"(?<![\w.,])(?:\+|0)[0-9](?:[ ()/.-]{0,2}[0-9]){7,13}(?![\w,]|\.[0-9])")
_ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
_SOCIAL = re.compile(r"(?<![\w-])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![\w-])")
_LETTERS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, casefolded, in order."""
    return tuple(_LETTERS.findall(fold(text)))


def content_words(text: str) -> frozenset[str]:
    """The words that carry the meaning: four letters or more, none of the most common ones, endings of plurals and verbs cut."""
    return frozenset(stem(one) for one in words(text) if len(one) > 3 and one not in _STOP)


def stem(word: str) -> str:
    """A word without its commonest endings."""
    for ending in ("ings", "ing", "ies", "es", "ed", "en", "s", "e", "n"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=64)
def pattern_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of these words and phrases, as whole words, in casefolded text."""
    found = "|".join(sorted((re.escape(fold(one)) for one in phrases), key=lambda one: (-len(one), one)))
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)" if found else r"(?!)")


def phrase_in(text: str, phrases: tuple[str, ...]) -> str | None:
    """The first of these words and phrases that stands in a text, or None."""
    found = pattern_of(phrases).search(fold(text))
    return found.group() if found else None


def personal_data(text: str) -> str | None:
    """What kind of personal data a text seems to hold; None where none is seen. A heuristic.

    Example:
        >>> personal_data("call me: +49 170 1234567"), personal_data("in 2024, 1,436 people")
        ('a phone number', None)
    """
    if "@" in text and _MAIL.search(text):
        return "an e-mail address"
    if not any(one.isdigit() for one in text):
        return None
    if _SOCIAL.search(text):
        return "a social security number"
    if _ACCOUNT.search(text):
        return "an account number"
    return "a phone number" if _PHONE.search(text) else None


def is_placeholder(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether a text is what a template left: all of it a placeholder, or one that no sentence holds by chance.

    Example:
        >>> is_placeholder("Step 1", PLACEHOLDERS), is_placeholder("Takes step 1 of the form", PLACEHOLDERS)
        (True, False)
    """
    folded = fold(text).strip(" .…?!*-–[](){}<>")
    return not folded or folded in phrases or folded.startswith("lorem ipsum") or _NUMBERED.fullmatch(folded) is not None


def is_thing(title: str, things: tuple[str, ...]) -> bool:
    """Whether a title names a thing, such as a channel, and tells nothing that anybody does with it. A heuristic, slow to say yes.

    Example:
        >>> [is_thing(one, THINGS) for one in ("Website", "Our new website", "Opens the website", "Pays", "Fills in a form")]
        [True, True, False, False, False]
    """
    held = list(words(title))
    while held and held[0] in _OPENINGS:
        del held[0]
    if not held or len(held) > 3 or any(one in _ARTICLES for one in held):
        return False
    folded = tuple(" ".join(words(one)) for one in things)
    if " ".join(held) in folded:
        return True
    ends = any(" ".join(held[-size:]) in folded for size in (1, 2) if size < len(held))
    return ends and not held[0].endswith("s")


def same_name(text: str) -> str:
    """What is left of a name without case, punctuation and plural; names that differ only in these are the same here.

    Example:
        >>> same_name("E-Mails") == same_name("email")
        True
    """
    key = "".join(words(text)).replace("-", "").replace("'", "").replace("’", "")
    return key[:-1] if len(key) > 3 and key.endswith("s") else key


def joined(names: Iterable[str]) -> str:
    """Names in a sentence.

    Example:
        >>> joined(["family", "needs", "segment"])
        'family, needs and segment'
    """
    held = list(names)
    return held[0] if len(held) == 1 else ", ".join(held[:-1]) + f" and {held[-1]}" if held else ""
