"""Sentences of comparisons in every language: the same facts, no word of another language, nothing left to fill in."""

import string
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeykit as jk
from journeykit import model
from journeykit.comparison import LENSES, Naming, Vocabulary, compare, conformance, persona_matrix, words_in
from journeykit.comparison.fields import choices_of
from journeykit.comparison.runs import Run
from journeykit.comparison.sentences import answers
from journeykit.comparison.words import chosen, described, plural, quoted, signed, singular, told, unquoted
from journeykit.errors import JourneykitError
from journeykit.examples import example
from journeykit.model import Checked, FrozenMap, Journey, about_field
from journeykit.testing import journeys

LANGUAGES = ("en", "de", "ar")
TRANSLATED = ("de", "ar")
OF_THE_MODEL = {"classes", "singulars", "fields", "values", "statuses", "methods"}


def classes() -> list[type[Any]]:
    found = [getattr(model, name) for name in dir(model)]
    return [one for one in found if isinstance(one, type) and issubclass(one, Checked) and one is not Checked]


def blanks(text: Any) -> Any:
    """The names that are to be filled in; of one form and many those of either."""
    if isinstance(text, str):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}
    if isinstance(text, tuple):
        return set().union(*map(blanks, text))
    if isinstance(text, FrozenMap):
        return {key: blanks(value) for key, value in text.items()}
    return type(text)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_has_the_same_blanks_in_every_language(language: str) -> None:
    for one in attrs.fields(Vocabulary):
        if one.name not in OF_THE_MODEL:
            assert blanks(getattr(words_in(language), one.name)) == blanks(getattr(words_in("en"), one.name)), one.name


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_field_and_class_of_the_model_has_a_word(language: str) -> None:
    words = words_in(language)
    named = {
        one.name for cls in classes() for one in attrs.fields(cls) if (about := about_field(one)) is not None and not about.hidden
    }  # fmt: skip
    assert named - set(words.fields) == set()
    known = set(words.classes) & (set(words.singulars) | set(words.classes if language == "de" else ()))
    assert {one.__name__ for one in classes() if attrs.has(one)} - known <= {"Accountable", "Element", "Library"}


@pytest.mark.parametrize("language", TRANSLATED)
def test_how_a_feeling_is_known_has_a_word(language: str) -> None:
    bases = next(
        about.check.choices for one in attrs.fields(model.Emotion) if (about := about_field(one)) and one.name == "basis" and about.check
    )
    wanted = [*bases, *model.MOMENTS, "customer", "employee", "current", "future", "not_met", "planned", "mystery_shopping"]
    assert [one for one in wanted if one not in words_in(language).values] == []


def test_numbers_and_names_as_the_language_writes_them() -> None:
    german, arabic = words_in("de-AT"), words_in("ar")
    assert (told(1234.5, german), signed(-1.5, german), plural("Touchpoint", 2, german)) == ("1.234,5", "−1,5", "2 Kontaktpunkte")
    assert quoted("Waits", german) == "„Waits“"
    assert quoted("أنتظر", arabic) == "«أنتظر»"
    assert quoted("Waits", arabic) == "\u200f«Waits»\u200f"
    assert quoted("12 ₪ שלום 5 ₪") == "\u200e“\u200f12 ₪ שלום 5 ₪\u200f”\u200e"
    assert signed(-1, arabic) == "\u200e−1"
    assert (singular("Touchpoint", arabic), plural("Stage", 3, arabic)) == ("مرحلة" and "نقطة تواصل", "المراحل: 3")
    assert (chosen("not_met", german), told(None, german), told(True, german)) == ("nicht erfüllt", "nichts", "ja")
    assert words_in("fr") is words_in(None) is words_in("en_GB")


def test_ids_and_texts_beside_an_arrow_are_read_in_the_direction_of_the_sentence() -> None:
    def book(channel: str, segment: str) -> jk.Portfolio:
        people, paths = [jk.Persona("هند", id="hind", segment=segment)], [jk.Channel("رسالة", id=channel, medium="sms")]
        return jk.Portfolio("العيادة", lang="ar", personas=people, channels=paths, journeys=[jk.Journey("زيارة", id="visit")])

    files = compare(book("sms", "Young"), book("text-message", "Old"))
    arabic, english = (
        (" ".join(files.headlines(language=language)), [described(one, Naming.of(files, language)) for one in files.changes])
        for language in ("ar", "en")
    )
    turned = ["\u200fsms\u200f ← \u200ftext-message\u200f", "\u200fYoung\u200f ← \u200fOld\u200f"]
    assert all(one in arabic[0] and any(change.endswith(one) for change in arabic[1]) for one in turned)
    assert all(one in english[0] and any(change.endswith(one) for change in english[1]) for one in ("sms → text-message", "Young → Old"))
    assert unquoted("رسالة") == "\u200eرسالة\u200e"


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40, deadline=None)
@given(before=journeys(), after=journeys(), lens=st.sampled_from([None, *LENSES]))
def test_every_pair_is_told_in_every_language(language: str, before: Journey, after: Journey, lens: Any) -> None:
    c = compare(before, after, lens=lens)
    try:
        english = c.headlines(999)
    except JourneykitError:
        return
    found = c.headlines(999, language=language)
    assert len(found) <= len(english) + 2
    assert all(one.endswith((".", "…")) and one == one.strip() for one in found)
    assert c.headlines(999, language=language) == found
    assert len(c.to_table(language=language)) == len(c.to_table())


@pytest.mark.parametrize(
    ("sides", "lens"),
    [
        (("dealership", "dealership_online"), "future"), (("hotel", "hotel_capehouse"), None), (("hotel", "hotel_capehouse"), "competitor"),
        (("repair_customers", "repair_staff"), "perception"), (("dealership", "dealership"), "expectation"),
    ],
)  # fmt: skip
def test_a_german_picture_has_no_english_sentence(sides: tuple[str, str], lens: Any) -> None:
    before, after = (jk.loads(example(one)).journeys[0] for one in sides)
    shown = jk.render(compare(before, after, lens=lens), language="de").diagram
    said = " ".join(compare(before, after, lens=lens).headlines(10, language="de"))
    assert shown.finding in said
    for word in (" is ", " are ", " of ", " before ", " after ", "touchpoint", "nothing", " not "):
        assert word not in _without_names(said), word


def _without_names(text: str) -> str:
    """Without what stands in quotation marks, which is the author's, and values behind a field."""
    out, depth = [], 0
    for one in text:
        depth += (one == "„") - (one == "“")
        out.append(one if depth <= 0 else "")
    return "".join(out).split(": + ")[0]


def test_runs_and_personas_in_german() -> None:
    plan = Journey("Kauf", form="planned", stages=[model.Stage("Alles", [model.Touchpoint("Zahlt", id="pay"), model.Touchpoint("Wartet")])])
    found = conformance(plan, [Run("1", []), Run("2", [])])
    assert answers(found, plan, language="de") == (
        "0 von 2 Abläufen folgen dem Plan; Plantreue im Mittel 0.", "„Zahlt“ fehlt in 2 von 2 Abläufen (100 %).",
        "„Wartet“ fehlt in 2 von 2 Abläufen (100 %).",
    )  # fmt: skip
    matrix = persona_matrix([attrs.evolve(plan, persona=one) for one in ("ana", "ben")])
    assert answers(matrix, plan, language="de") == ("2 Reisen haben 2 Kontaktpunkte, davon alle gemeinsam.",)


def test_words_that_the_model_chooses_from_are_told_in_the_language_of_the_reader() -> None:
    assert choices_of("Touchpoint") >= {"kind", "control", "importance"}
    assert choices_of("Nothing") == choices_of("Portfolio ") == frozenset()
