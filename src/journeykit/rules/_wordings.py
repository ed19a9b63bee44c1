"""Wordings that rules ask about: a solution in place of a need, the voice of the company, a process in place of what people do.

Heuristics in English and German that are slow to say yes: they read words, not meaning.
"""

from collections.abc import Sequence

from journeykit.model import fold

from ._words import pattern_of, phrase_in, words

# What a customer goes through with a process of the provider, and does: such a title is the customer's, whatever its first word.
LIVED_THROUGH = (
    "takes forever", "takes ages", "takes long", "takes too long", "takes time", "took", "forever", "endless", "too long", "late", "stuck", "slow", "feels",
    "waits", "waiting", "wait", "waited", "hopes", "fears", "again", "at last", "never", "back", "crashes", "fails", "process of",
    "her", "his", "herself", "himself", "themselves", "myself", "at home", "abwarten", "warten", "wartet", "dauert", "dauern", "ewig", "zurück", "lange", "endlos", "zu spät",
    "erhalten", "erhält", "bekommt", "bekommen", "hofft", "fürchtet", "zuhause", "zu hause", "selbst", "ihr", "ihre", "ihren", "ihrem",
    "seine", "seinen", "seinem",
)  # fmt: skip
ALSO_OF_CUSTOMERS = ("approves", "validates", "authenticates", "genehmigt", "bearbeitet")
"""Verbs of the provider that customers do too: they approve a quote, and validate a ticket."""
SPOKEN_OF = (
    "the customer", "the user", "the client", "our customers", "our users", "customers", "users", "der kunde", "die kundin", "der nutzer", "die nutzerin",
    "unsere kunden", "die kunden", "die nutzer",
)  # fmt: skip
SAID_OF = (
    "feels", "feel", "is happy", "is satisfied", "is delighted", "is informed", "is aware", "are happy", "are satisfied", "are delighted", "wants", "want", "needs",
    "need", "can", "will", "should", "must", "gets", "receives", "receive", "expects", "expect", "understands", "enjoys", "enjoy", "loves", "love", "appreciates",
    "appreciate", "trusts", "trust", "sees", "experiences", "fühlt", "fühlen", "freut", "freuen", "ist zufrieden", "ist begeistert", "ist informiert",
    "sind zufrieden", "sind begeistert", "möchte", "möchten", "kann", "können", "wird", "werden", "soll", "sollen", "muss", "müssen", "erhält", "erhalten",
    "bekommt", "erwartet", "erwarten", "versteht", "schätzt", "schätzen", "liebt", "lieben", "vertraut", "vertrauen", "erlebt",
)  # fmt: skip
_DOUBTS = (
    "not", "isn't", "isn’t", "never", "no", "hardly", "so much for", "anything but", "my foot", "supposedly", "they said", "they say", "they call", "they promised",
    "kein", "keine", "nicht", "nie", "von wegen", "angeblich", "ist anders", "geht anders",
)  # fmt: skip

BUILT_THINGS = (
    "app", "portal", "platform", "wizard", "chatbot", "bot", "assistant", "dashboard", "tool", "feature", "page", "button", "website", "form", "kiosk", "tablet",
    "screen", "system", "software", "template", "calculator", "tracker", "newsletter", "email", "e-mail", "sms", "notification", "reminder", "checklist", "video",
    "tutorial", "faq", "hotline", "desk", "counter", "api", "integration", "terminal", "machine", "robot", "crm", "erp", "database", "module", "plattform",
    "assistent", "werkzeug", "funktion", "seite", "knopf", "formular", "bildschirm", "vorlage", "rechner", "erinnerung", "benachrichtigung", "checkliste",
    "schalter", "schnittstelle", "automat", "datenbank", "modul",
)  # fmt: skip
FELT_THINGS = (
    "trust", "calm", "confidence", "certainty", "clarity", "peace", "feeling", "sense", "feel", "relationship", "relationships", "relation", "bond", "habit", "time",
    "stress", "comfort", "joy", "delight", "safety", "security", "understanding", "awareness", "experience", "touch", "impression", "memory", "memories", "atmosphere",
    "space", "courage", "hope", "transparency", "choice", "control", "connection", "account", "home", "house", "life", "routine", "picture", "overview", "vertrauen",
    "ruhe", "sicherheit", "klarheit", "gefühl", "beziehung", "beziehungen", "gewohnheit", "zeit", "freude", "nähe", "verständnis", "erlebnis", "eindruck",
    "atmosphäre", "mut", "hoffnung", "transparenz", "überblick", "orientierung", "haus", "leben", "konto",
)  # fmt: skip
_ANY = frozenset(
    {
        "a",
        "an",
        "another",
        "new",
        "more",
        "additional",
        "extra",
        "ein",
        "eine",
        "einen",
        "neue",
        "neues",
        "neuen",
        "mehr",
        "weitere",
        "zusätzliche",
    }
)
_BETWEEN = frozenset(
    [
        "in", "on", "for", "with", "without", "to", "of", "while", "during", "at", "when", "before", "after", "from", "that", "so", "about", "by", "where",
        "which", "who", "im", "für", "mit", "ohne", "bei", "beim", "während", "zu", "zum", "zur", "von", "vom", "vor", "nach", "damit", "dass",
    ]
)  # fmt: skip


def solution_verb(statement: str, verbs: Sequence[str], things: Sequence[str], feelings: Sequence[str]) -> str | None:
    """The verb of building with which a statement opens, or in German ends, where what is built is a thing; None where there is none.

    Example:
        >>> said = "Add an onboarding wizard", "Build trust", "Launch day stress", "Chatbot einführen"
        >>> [solution_verb(one, ("add", "build", "launch", "einführen"), BUILT_THINGS, FELT_THINGS) for one in said]
        ['add', None, None, 'einführen']
    """
    held = words(statement)
    if held[:2] in {("how", "might"), ("wie", "können"), ("wie", "könnten")}:
        return None
    for verb in verbs:
        form = words(verb)
        size = len(form)
        if form and held[:size] == form and _is_built(_object(held[size:]), things, feelings):
            return verb
        if form and verb.endswith(("en", "eln", "ern")) and held[-size:] == form and _is_built(_object(held[:-size]), things, feelings):
            return verb
    return None


def _object(held: tuple[str, ...]) -> tuple[str, ...]:
    """What is built: the words up to the first preposition."""
    return held[: next((place for place, one in enumerate(held) if one in _BETWEEN), len(held))]


def _is_built(held: tuple[str, ...], things: Sequence[str], feelings: Sequence[str]) -> bool:
    if not held:
        return False
    head = held[-1]
    if head in feelings or (held[0] in _ANY and held[1:2] and held[1] in feelings):
        return False
    return not _ANY.isdisjoint(held) or any(head in {one, f"{one}s", f"{one}n"} or (len(one) > 5 and head.endswith(one)) for one in things)


def companys_words(text: str, phrases: tuple[str, ...], people: tuple[str, ...], verbs: tuple[str, ...]) -> str | None:
    """The first words that no customer would say, or None; who asks, doubts or denies speaks for himself.

    Example:
        >>> said = "Our seamless app", "Seamless? My foot.", "The customer feels safe", "The customer before me"
        >>> [companys_words(one, ("seamless",), SPOKEN_OF, SAID_OF) for one in said]
        ['seamless', None, 'the customer feels', None]
    """
    found = phrase_in(text, phrases) or _third_person(text, people, verbs)
    return None if found is None or "?" in text or phrase_in(text, _DOUBTS) else found


def _third_person(text: str, people: tuple[str, ...], verbs: tuple[str, ...]) -> str | None:
    folded = fold(text)
    for one in pattern_of(people).finditer(folded):
        rest = folded[one.end() :].lstrip()
        if (verb := pattern_of(verbs).match(rest)) and rest != folded[one.end() :]:
            return f"{one.group()} {verb.group()}"
    return None


def is_lived_through(title: str, phrases: tuple[str, ...]) -> bool:
    """Whether a title tells what a customer goes through or does, although a word of the provider's trade stands in it."""
    return phrase_in(title, phrases) is not None
