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
    "state-of-the-art", "industry-leading", "game-changing", "value proposition", "nahtlos", "erstklassig", "marktführend", "nutzererlebnis",
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
_JOINTS = re.compile(r"(?<![\d\s.‐-―-])[\s.‐-―-]+|[\s.‐-―-]++(?!\d)")
_IDLE = re.compile(r"[^\w\s+#&/@%*=.‐-―-]|_")
_PLURAL = re.compile(r"[^\W\d_]{3}[^\W\d_s]s$")
_ARABIC_ARTICLE = re.compile("^(?:[\u0648\u0641\u0628\u0643]?\u0627\u0644|\u0644\u0644)(?=\\w{3})")
_ARABIC_ENDING = re.compile("(?<=\\w{3})(?:ها|هما|هم|هن|نا|كم|ات|ون|ين|ية|ة|ه|ي|ك)$")
_UNPARTED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]{2,}")  # Thai, Lao, Japanese, Chinese
_LETTERS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, casefolded, in order."""
    return tuple(_LETTERS.findall(fold(text)))


def content_words(text: str) -> frozenset[str]:
    """The words that carry the meaning: four letters or more, none of the most common ones, endings of plurals and verbs cut.

    Scripts that do not part words give their signs in pairs.
    """
    found = {stem(one) for one in words(text) if len(one) > 3 and one not in _STOP and not _UNPARTED.search(one)}
    runs = _UNPARTED.findall(text)
    return frozenset(found.union(*({run[at : at + 2] for at in range(len(run) - 1)} for run in runs)))


def share_meaning(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two lots of content words have one in common, or one that begins with another, such as the parts of a long word.

    Example:
        >>> share_meaning(content_words("Schmerzfrei gehen"), content_words("Keine Schmerzen")), share_meaning({"early"}, {"price"})
        (True, False)
    """
    held = set(others)
    return any(one in held or any(_begins(one, other) for other in held) for one in some)


def _begins(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) > 4 and long.startswith(short)


def stem(word: str) -> str:
    """A word without its commonest endings, in Arabic also without its article."""
    if "\u0620" <= word[:1] <= "\u064a":
        return _ARABIC_ENDING.sub("", _ARABIC_ARTICLE.sub("", word))
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


def spelling(text: str) -> str:
    """A name without case, spaces, hyphens and dots; between digits these count.

    Example:
        >>> spelling("E-Mail") == spelling("email"), spelling("Room 1-2") == spelling("Room 12"), spelling("C++") == spelling("C")
        (True, False, False)
    """
    return _JOINTS.sub("", fold(text).strip())


def one_spelling(first: str, second: str) -> bool:
    """Whether two names are surely one: they differ in case, spaces, hyphens and dots alone, and are longer than a letter.

    Example:
        >>> one_spelling("E-Mail", "email"), one_spelling("E-Mails", "email"), one_spelling("X", "x")
        (True, False, False)
    """
    key = spelling(first)
    return key == spelling(second) and (len(key) > 1 or first.split() == second.split())


def same_name(text: str) -> str:
    """What is left of a name without case, plural and punctuation that means nothing; names that differ only in these are the same here.

    Example:
        >>> same_name("E-Mails") == same_name("email"), same_name("News") == same_name("New"), same_name("A+") == same_name("A")
        (True, False, False)
    """
    key = _IDLE.sub("", spelling(text))
    return key[:-1] if _PLURAL.search(key) else key


def same_person(text: str) -> str:
    """What is left of the name of an actor: as `same_name`, but its words stay apart and lose no ending.

    Example:
        >>> same_person("Front-Desk") == same_person("front desk"), same_person("A. Smith") == same_person("AS Mith")
        (True, False)
    """
    return " ".join(_IDLE.sub("", _JOINTS.sub(" ", fold(text))).split())


def out_of(amount: int, whole: int, one: str) -> str:
    """Some of a whole, as the beginning of a sentence. That it is none of a single one is said in another way: "the only one is not".

    Example:
        >>> [out_of(amount, whole, "action") for amount, whole in ((1, 1), (2, 2), (3, 3), (0, 3), (1, 3))]
        ['The only action', 'Both actions', 'All 3 actions', 'None of the 3 actions', '1 of 3 actions']
    """
    if amount == whole < 3:
        return f"The only {one}" if whole == 1 else f"Both {one}s"
    return f"All {whole} {one}s" if amount == whole else f"{f'{amount} of' if amount else 'None of the'} {whole} {one}s"


def signed(value: float) -> str:
    """A reading with its sign; 0 has none.

    Example:
        >>> signed(1), signed(-1.4), signed(0)
        ('+1', '-1.4', '0')
    """
    return f"{value:+g}" if value else "0"


def joined(names: Iterable[str], word: str = "and") -> str:
    """Names in a sentence; after "no" and "not" the word is "or".

    Example:
        >>> joined(["family", "needs", "segment"]), joined(["family", "needs"], "or")
        ('family, needs and segment', 'family or needs')
    """
    held = list(names)
    return held[0] if len(held) == 1 else ", ".join(held[:-1]) + f" {word} {held[-1]}" if held else ""
