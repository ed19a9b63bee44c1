"""What a saved file looks like."""

from concurrent.futures import ThreadPoolExecutor

from journeykit.formats import read, write
from journeykit.model import (
    KPI,
    Activity,
    Emotion,
    Insight,
    Journey,
    Link,
    Measurement,
    Owner,
    Persona,
    Portfolio,
    Scale,
    Source,
    Stage,
    TeamMember,
    Touchpoint,
)

BOOK = Portfolio(
    "Book",
    personas=[Persona("Ana", needs=["Know the total price", "Yes"])],
    owners=[Owner("NO", id="no-team"), Owner("Sales", kind="team", allow={"MGT-13": "parked: for now"})],
    sources=[Source("Study", kind="survey", n=12)],
    kpis=[
        KPI("NPS", scale=Scale(low=0, high=10), measurements=[Measurement(at="2024", value=48), Measurement(at="2025-06-30", value=29.5)]),
        KPI("Time", unit="min", target=90.0, measurements=[Measurement(at="2025-06", value=157, n=1436, source="study")]),
    ],
    journeys=[
        Journey(
            "I buy",
            persona="ana",
            team=[TeamMember("Ben"), TeamMember("Cem", sponsor=True)],
            stages=[
                Stage(
                    "Deal",
                    [
                        Touchpoint(
                            "Test drives", emotion=2, channel="web", tags=["a", "b"], matters=True, drop_off=0.41, duration="2 h 30 min"
                        ),
                        Touchpoint(
                            "Pays",
                            owner="sales",
                            channels=["web", "showroom"],
                            emotions=[
                                Emotion(-1, moment="before"),
                                Emotion(-1.0, moment="after", basis="reported", quote="Why: #1?", sources=["study"]),
                            ],
                            pains=["Nobody names the total", Insight("Waits", id="w", severity=3)],
                            gains=["Fast"],
                            thoughts=["First line\nsecond line", "1:30"],
                            importance=4,
                            notes={"legal": ["One"], "risk": ["Two", "Three"]},
                            started="2025-06-30T14:05:00+02:00",
                            extra={"x": [1, None, {"y": "2025"}], "n": 1.0},
                        ),
                    ],
                )
            ],
            activities=[Activity("Desks the deal", layer="backstage", touchpoints=["pays"])],
            links=[Link(source="desks-the-deal", target="pays", kind="supports")],
        )
    ],
)

EXPECTED = """\
# yaml-language-server: $schema=journeykit.schema.json
journeykit: 1
title: Book
personas:
  - id: ana
    name: Ana
    needs:
      - Know the total price
      - "Yes"
owners:
  - id: no-team
    name: "NO"
  - id: sales
    name: Sales
    kind: team
    allow:
      MGT-13: "parked: for now"
sources:
  - id: study
    title: Study
    kind: survey
    n: 12
kpis:
  - id: nps
    name: NPS
    scale: [0, 10]
    values:
      2024: 48
      "2025-06-30": 29.5
  - id: time
    name: Time
    unit: min
    target: 90
    measurements:
      - at: 2025-06
        value: 157
        n: 1436
        source: study
journeys:
  - id: i-buy
    title: I buy
    persona: ana
    stages:
"""


def test_the_whole_text() -> None:
    text = write(BOOK)
    assert text.startswith(EXPECTED), text
    for piece in (
        "            emotion: 2\n",
        "            channel: web\n",
        "            channels: [web, showroom]\n",
        "            tags: [a, b]\n",
        "            drop_off: 0.41\n            tags",
        "            duration: 2 h 30 min\n",
        '              before: -1\n              after:\n                valence: -1\n                basis: reported\n                quote: "Why: #1?"\n                sources: [study]\n',
        "            pains:\n              - Nobody names the total\n              - id: w\n                text: Waits\n                severity: 3\n",
        "            gains:\n              - Fast\n",
        '              - |-\n                First line\n                second line\n              - "1:30"\n',
        "            importance: 4\n",
        "              legal: One\n",
        "            started: 2025-06-30T14:05:00+02:00\n",
        '              x:\n                - 1\n                - null\n                - y: "2025"\n',
        "    team:\n      - Ben\n      - name: Cem\n        sponsor: true\n",
        "        touchpoints: [pays]\n",
    ):  # fmt: skip
        assert piece in text, text


def test_one_change_is_one_line() -> None:
    before, after = write(BOOK).splitlines(), write(read(write(BOOK).replace("title: Pays", "title: Pays in full")).portfolio).splitlines()
    assert [(one, other) for one, other in zip(before, after, strict=True) if one != other] == [
        ("            title: Pays", "            title: Pays in full")
    ]


def test_threads_write_and_read_the_same() -> None:
    text = write(BOOK)
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: write(read(text).portfolio), range(32))) == {text}
