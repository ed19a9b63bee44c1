"""Texts of errors in full, and what must not be reported because it only follows."""

import pytest

from journeykit.errors import FileError
from journeykit.formats import TextFile, read, read_all

HEAD = "journeykit: 1\n"
IN_JOURNEY = HEAD + "journey:\n  title: I pay\n  stages:\n    - title: Deal\n      touchpoints:\n        - title: Pay\n          "


def said(text: str) -> str:
    with pytest.raises(FileError) as caught:
        read(text, name="buy.yaml")
    return "\n".join(map(str, caught.value.problems))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            HEAD + "owners: {sales: Sales, support: Support}\njourney:\n  title: I pay\n  stages: [{title: Deal, touchpoints: [{title: Pay, owner: saless}]}]\n",
            """Touchpoint 'pay' names owner 'saless', which this portfolio does not define.
  where: journeys['i-pay'].stages['deal'].touchpoints['pay'].owner  (buy.yaml:5:60)
  got: 'saless'
  expected: one of 'sales', 'support'
  hint: did you mean 'sales'? Or add an owner with that id.""",
        ),
        (
            IN_JOURNEY + "titel: x",
            """Touchpoint 'pay' has no key 'titel'.
  where: journeys['i-pay'].stages['deal'].touchpoints['pay']  (buy.yaml:8:11)
  got: 'titel'
  expected: one of 'id', 'title', 'owner', 'responsible', 'supporters', 'consulted', 'informed', 'kind', 'goal', 'actions', 'thoughts', 'emotions' …
  hint: did you mean 'title'? What belongs to nobody goes under 'extra'.""",
        ),
        (
            IN_JOURNEY + "emotion:\n            befor: 1",
            """Touchpoint 'pay' has a reading at 'befor'.
  where: journeys['i-pay'].stages['deal'].touchpoints['pay'].emotions  (buy.yaml:9:13)
  got: 'befor'
  expected: one of 'before', 'during', 'after'
  hint: did you mean 'before'?""",
        ),
        (
            IN_JOURNEY + "emotion: {before: 1, durign: 1}",
            """Touchpoint 'pay' has a reading at 'durign'.
  where: journeys['i-pay'].stages['deal'].touchpoints['pay'].emotions  (buy.yaml:8:32)
  got: 'durign'
  expected: one of 'before', 'during', 'after'
  hint: did you mean 'during'?""",
        ),
        (
            IN_JOURNEY + "duration: soon",
            """Touchpoint 'pay' has a wrong duration.
  where: journeys['i-pay'].stages['deal'].touchpoints['pay'].duration  (buy.yaml:8:21)
  got: 'soon'
  expected: a duration of 0 or more, such as '20 min', '2 h 30 min' or 'PT20M'
  hint: write such as `20 min`""",
        ),
        (
            IN_JOURNEY + "channel: web\n          channels: [app]",
            """Touchpoint 'pay' gives its channels twice.
  where: journeys['i-pay'].stages['deal'].touchpoints['pay'].channels  (buy.yaml:9:11)
  got: 'channels'
  expected: one of 'channels', 'channel'
  hint: join the two""",
        ),
        (
            IN_JOURNEY + "id: x\n        - title: Pay\n          id: x",
            """Two touchpoints or activities have the id 'x'.
  where: journeys['i-pay'].stages['deal'].touchpoints['x'].id  (buy.yaml:10:15)
  got: 'x'
  expected: ids that differ
  hint: name this one such as 'x-2'""",
        ),
        (
            IN_JOURNEY + "goal: a\n        - title: Pay",
            """Two touchpoints or activities have the id 'pay'.
  where: journeys['i-pay'].stages['deal'].touchpoints['pay'].id  (buy.yaml:9:18)
  got: 'pay'
  expected: ids that differ
  hint: add the line `id: pay-2` to this one, 'Pay'""",
        ),
        (
            HEAD + "owners:\n  - id: a b\n    name: A\n",
            """Owner 'a b' has an id that is not well formed.
  where: owners['a b'].id  (buy.yaml:3:9)
  got: 'a b'
  expected: a letter or digit, then letters, digits, '_', '.' and '-'
  hint: try 'a-b'""",
        ),
        (
            HEAD + "owners:\n  - kind: team\n",
            """Owner has no name.
  where: owners[0].name  (buy.yaml:3:5)
  expected: a text that is not empty
  hint: add the line `name: …`""",
        ),
        (
            HEAD + "owners: 12\n",
            """The file has wrong owners.
  where: owners  (buy.yaml:2:9)
  got: 12
  expected: a list
  hint: begin each entry with `- `""",
        ),
        (
            HEAD + "owners:\n  name: Sales\n",
            """The file has wrong owners.
  where: owners  (buy.yaml:3:3)
  got: {'name': 'Sales'}
  expected: a list
  hint: begin each entry with `- `""",
        ),
        (
            HEAD + "personas: {ana: Ana}\njourney: {title: I pay, owner: ana}\n",
            """Journey 'i-pay' names 'ana' as owner, but that is a persona.
  where: journeys['i-pay'].owner  (buy.yaml:3:32)
  got: 'ana'
  expected: an owner (section owners)
  hint: move 'ana' from personas to owners, or name another""",
        ),
        (
            HEAD + "owners: [{id: a, name: A, parent: b}, {id: b, name: B, parent: a}]\n",
            """The field parent leads in a circle.
  where: parent  (buy.yaml:2:35)
  got: a → b → a
  expected: an order without circles
  hint: write an order without circles""",
        ),
        (
            HEAD + "kpis: [{name: K, scale: [5, 1]}]\n",
            """The lowest answer of a scale is not below the highest.
  where: kpis['k'].scale  (buy.yaml:2:25)
  got: 5 to 1
  expected: low < high
  hint: write the lower number first""",
        ),
        (
            HEAD + "title: 2025\n",
            """Portfolio has a wrong title.
  where: title  (buy.yaml:2:8)
  got: 2025
  expected: a text that is not empty
  hint: put it in quotes: "2025\"""",
        ),
    ],
)  # fmt: skip
def test_the_whole_text(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("owners: [{id: sales, name: S, kind: teem}]\njourney: {title: J, owner: sales}\n", 1),  # a broken entry still exists
        ("owners: [{id: sales}]\njourney: {title: J, owner: sales}\n", 1),
        ("owners: 12\njourney: {title: J, owner: sales}\n", 1),
        ("owners: [12]\njourney: {title: J, owner: sales}\n", 1),
        ("onwers: [{id: sales, name: S}]\njourney: {title: J, owner: sales}\n", 1),
        ("owners: [{id: my sales, name: S}]\njourney: {title: J, owner: my sales}\n", 1),
        ("journey: {title: J, stages: [{title: S, touchpoints: [{id: a, titel: A}]}], critical_moment: a, links: [{source: a, target: b}]}\n", 2),
        ("journey: {title: J, stages: 12, critical_moment: a, links: [{source: a, target: b}]}\n", 1),
        ("journey: {title: J, stages: [{title: S, touchpoints: [A, A]}], activities: [{title: X, touchpoints: [b]}], links: [{source: x, target: a}]}\n", 2),
        ("journey: {title: J, stages: [{title: S, touchpoints: [A]}], links: [{source: a, target: c}, {source: a, kpi: k, target: d, kind: impact}]}\n", 3),
        ("measurements: [{kpi: k, value: 1}]\nkpis: [{name: L, owner: o, parent: x}]\nowners: [{id: a, name: A, parent: b}, {id: b, name: B, parent: a}]\n", 4),
        ("kpis: [{id: k, name: K, values: {2024: 1}}]\nmeasurements: [{kpi: k, at: 2025, value: 1}, {kpi: k, at: 2024, value: 2}]\n", 1),
        ("goals: [{statement: G, targets: [{kpi: nps}, {target: 5}]}]\n", 2),
        ("sources: [{id: s, title: S, n: 0}]\njourney: {title: J, sources: [s, t]}\n", 2),
    ],
)  # fmt: skip
def test_what_only_follows_is_not_reported_and_nothing_is_hidden(text: str, count: int) -> None:
    with pytest.raises(FileError) as caught:
        read(HEAD + text)
    assert len(caught.value.problems) == count, str(caught.value)


def test_a_measurement_that_stands_twice_is_shown_at_its_own_line() -> None:
    with pytest.raises(FileError) as caught:
        read(
            HEAD
            + "kpis: [{id: k, name: K, values: {2024: 1}}]\nmeasurements:\n  - {kpi: k, at: 2025, value: 1}\n  - {kpi: k, at: 2024, value: 2}\n"
        )
    assert [one.location for one in caught.value.problems] == ["<text>:5:5"]


def test_several_files_are_reported_each_by_its_name() -> None:
    with pytest.raises(FileError) as caught:
        read_all(
            [
                TextFile(HEAD + "title: A\nowners: [{name: S, kind: x}]\n", "a.yaml"),
                TextFile(HEAD + "title: B\njourney: {title: J, owner: t}\n", "b.yaml"),
                TextFile("a: [", "c.yaml"),
            ]
        )
    assert [one.location.split(":")[0] for one in caught.value.problems] == ["a.yaml", "b.yaml", "c.yaml"]  # owner t may stand in c.yaml
    with pytest.raises(FileError) as caught:
        read_all(
            [
                TextFile(HEAD + "owners: [S]\n", "a.yaml"),
                TextFile('{"journeykit": 1, "owners": ["S"], "journey": {"title": "J", "owner": "t"}}', "b.json"),
            ]
        )
    assert [one.location for one in caught.value.problems] == ["b.json:1:30", "b.json:1:71"]
