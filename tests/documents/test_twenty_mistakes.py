"""One file of 60 touchpoints with twenty seeded mistakes: all of them in one run, each at its place and with a hint, and nothing else."""

from pathlib import Path

import jsonschema
import pytest

from journeykit.documents import load
from journeykit.errors import FileError
from journeykit.formats import json_schema
from journeykit.formats._yaml import parse_yaml

FILE = Path(__file__).parent / "data" / "twenty_mistakes.yaml"

# What was seeded: a piece of its line, the text that is at fault there, the start of the message, what the hint must say.
SEEDED = [
    ("{id: ben,", "41,", "Persona 'ben' has a wrong segment_share.", "41 % is 0.41"),
    ("{id: service,", "squad", "Owner 'service' has a wrong kind.", "write one of these words"),
    ("{id: marketing,", '""', "Owner 'marketing' has no name.", "write a text"),
    ("{id: satisfaction,", "[5, 1]", "The lowest answer of a scale is not below the highest.", "lower number first"),
    ("{id: nps,", "lots", "Measurement has a wrong value.", "write a number"),
    ("owner: slaes", "slaes", "Touchpoint 't3' names owner 'slaes'", "did you mean 'sales'?"),
    ("emotion: 3", "3", "Emotion has a wrong valence.", "highest value is 2"),
    ("supporters: [crm, it-help]", "it-help", "Touchpoint 't11' names supporters 'it-help'", "add an actor"),
    ("matters: yes", "yes", "Touchpoint 't14' has a wrong matters.", "true or false"),
    ("titel: ", "titel", "Touchpoint 't17' has no key 'titel'.", "did you mean 'title'?"),
    ("duration: soon", "soon", "Touchpoint 't20' has a wrong duration.", "20 min"),
    ("kpis: [time-in-stor]", "time-in-stor]", "Touchpoint 't23' names kpis 'time-in-stor'", "did you mean 'time-in-store'?"),
    ("            channels: showroom", "channels", "The key 'channels' stands here twice.", "delete one of the two"),
    ("- id: t28", "t28", "Two touchpoints or activities have the id 't28'.", "t28-2"),
    ("control: brnad", "brnad", "Touchpoint 't33' has a wrong control.", "did you mean 'brand'?"),
    ("{id: p38,", "7}", "Insight 'p38' has a wrong severity.", "highest value is 4"),
    ("actions: [Reads, 12]", "12]", "Touchpoint 't44' has wrong actions.", 'put it in quotes: "12"'),
    ("layer: backstge", "backstge", "Activity 'a2' has a wrong layer.", "did you mean 'backstage'?"),
    ("touchpoints: [t32, t99]", "t99", "Activity 'a3' names 't99'", "did you mean"),
    ("buy-a-car/stage:s9", '"buy-a-car/stage:s9"', "Insight 'i1' names anchors 'buy-a-car/stage:s9'", "did you mean"),
]  # fmt: skip


def seeded_places() -> list[str]:
    """`line:column` of each mistake, found by its text; of two lines the last (a key or id that stands there twice)."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    found = []
    for piece, fault, *_ in SEEDED:
        line = max(number for number, text in enumerate(lines) if piece in text)
        found.append(f"{line + 1}:{lines[line].rindex(fault) + 1}")
    return found


@pytest.fixture(scope="module")
def error() -> FileError:
    with pytest.raises(FileError) as caught:
        load(FILE)
    return caught.value


def test_all_twenty_and_nothing_else(error: FileError) -> None:
    assert len(error.problems) == len(SEEDED) == 20
    assert [one.location.removeprefix(f"{FILE}:") for one in error.problems] == seeded_places()


@pytest.mark.parametrize("place", range(20))
def test_each_says_what_and_what_to_do(error: FileError, place: int) -> None:
    problem, (_, _, message, hint) = error.problems[place], SEEDED[place]
    assert problem.message.startswith(message)
    assert hint in problem.hint
    assert problem.expected
    assert problem.got


def test_the_schema_sees_those_that_a_schema_can_see() -> None:
    data, _, _ = parse_yaml(FILE.read_text(encoding="utf-8"))
    paths = {"/".join(map(str, error.absolute_path)) for error in jsonschema.Draft7Validator(json_schema()).iter_errors(data)}
    assert len(paths) >= 3  # one report for each section: anyOf hides what lies below it
