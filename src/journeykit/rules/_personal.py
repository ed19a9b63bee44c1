"""What looks like data of a person in a text: a heuristic that knows the form of addresses and numbers, and nobody's name."""

import re
from unicodedata import decimal

from journeykit.model import fold

_MAIL = re.compile(r"(?<![\w.+-])([\w.+-]{1,64})@[\w-]{1,63}(?:\.[\w-]{1,63})+")
# A number that hangs on another by a hyphen, a slash or a full stop is a part of that one, such as of an order number.
_PHONE = re.compile(r"(?<![\w.,])(?<![0-9A-Za-z][-/#])(?:\+|0)[0-9](?:[ ()/.-]{0,2}[0-9]){7,13}(?![\w,]|\.[0-9])", re.ASCII)
_MOBILE = re.compile(r"(?<![\w.,+-])1[3-9][0-9](?:[0-9]{8}|([ -])[0-9]{4}\1[0-9]{4})(?![\w,-]|\.[0-9])", re.ASCII)  # of mainland China
_FREE = re.compile(
    r"0800|0808|00800|\+800|\+?18(?:00|33|44|55|66|77|88)(?=[0-9]{7}$)|(?:\+|00)(?:[1-9][0-9]?|3[578][0-9]|42[0-9]|9[679][0-9])0?800|0180[1-7]|0900"
)
_ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
_SOCIAL = re.compile(r"(?<![\w-])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![\w-])")
_NUMBER_OF_A_THING = re.compile(
    r"(?<!\w)(?:order|booking|ticket|invoice|ref|reference|tracking|parcel|serial|isbn|ean"
    r"|auftrag|bestell|bestellung|buchung|rechnung|vorgang|aktenzeichen|sendung|paket|artikel)"
    r"(?:s?-?nummer|\s*(?:number|no|nr|nummer|id|code)\b)?[\s.:#№]*$"
)
_ROLES = frozenset(
    [
        "abuse", "accounts", "admin", "auskunft", "beratung", "beschwerde", "beschwerden", "bestellung", "bestellungen", "billing",
        "booking", "bookings", "buchhaltung", "buchung", "care", "careers", "complaints", "contact", "customercare", "customerservice",
        "datenschutz", "donotreply", "enquiries", "enquiry", "feedback", "frontdesk", "hallo", "hello", "help", "helpdesk", "hilfe", "hr",
        "info", "information", "inquiries", "inquiry", "jobs", "karriere", "kontakt", "kundendienst", "kundenservice", "legal", "mail",
        "marketing", "news", "newsletter", "noreply", "notification", "notifications", "office", "order", "orders", "post", "postmaster",
        "press", "presse", "privacy", "reception", "rechnung", "rechnungen", "reservation", "reservations", "reservierung", "returns",
        "rezeption", "sales", "schaden", "security", "service", "servicedesk", "shop", "store", "support", "team", "termin", "termine",
        "verkauf", "vertrieb", "webmaster", "welcome", "willkommen", "zentrale",
    ]
)  # fmt: skip


def personal_data(text: str) -> str | None:
    """What kind of personal data a text seems to hold; None where none is seen. A heuristic.

    Numbers that are free to call and mailboxes of a role belong to no person; digits count in any script.

    Example:
        >>> personal_data("call me: +49 170 1234567"), personal_data("in 2024, 1,436 people")
        ('a phone number', None)
        >>> personal_data("call 0800 123 4567"), personal_data("write to info@shop.example")
        (None, None)
    """
    if "@" in text and any(not _is_role(one.group(1)) for one in _MAIL.finditer(text)):
        return "an e-mail address"
    if not any(one.isdigit() for one in text):
        return None
    plain = text if text.isascii() else "".join(str(decimal(one)) if one.isdecimal() else one for one in text.replace("＋", "+"))
    if _SOCIAL.search(plain):
        return "a social security number"
    if any(_is_account(one.group()) for one in _ACCOUNT.finditer(plain)):
        return "an account number"
    plain = _ACCOUNT.sub(" ", plain)
    return "a phone number" if any(_is_somebodys(one, plain) for form in (_PHONE, _MOBILE) for one in form.finditer(plain)) else None


def _is_role(box: str) -> bool:
    """Whether a mailbox is that of a role: `info`, `no-reply`, `support.eu`."""
    parts = re.split(r"[._+-]", fold(box))
    return parts[0] in _ROLES or "".join(parts[:2]) in _ROLES or "".join(parts[:3]) in _ROLES


def _is_account(found: str) -> bool:
    """Whether the check digits of an IBAN are right; words in capitals may stand behind it, so the last groups may be left off."""
    groups = found.split(" ")
    tried = ("".join(groups[: len(groups) - less]) for less in range(min(3, len(groups))))
    return any(len(one) > 14 and int("".join(str(int(sign, 36)) for sign in one[4:] + one[:4])) % 97 == 1 for one in tried)


def _is_somebodys(found: re.Match[str], text: str) -> bool:
    digits = re.sub(r"[^+0-9]", "", found.group())
    return _FREE.match(digits) is None and _NUMBER_OF_A_THING.search(fold(text[max(0, found.start() - 40) : found.start()])) is None
