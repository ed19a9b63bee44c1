"""`journeykit diff`, as a user types it."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import journeykit as jk
from journeykit.cli import cli
from journeykit.cli._revisions import revision_of
from journeykit.examples import example

HOSTILE = "journeykit: 1\njourney: {title: 'A', id: j, stages: [{title: S, touchpoints: [{title: '<script>x</script> | `b`'}]}]}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("hotel", "hotel_capehouse", "dealership", "dealership_online"):
        (tmp_path / f"{name}.yaml").write_text(example(name), encoding="utf-8")
    (tmp_path / "a.yaml").write_text(
        "journeykit: 1\njourney: {title: A, id: j, stages: [{title: S, touchpoints: [Ask, Pay]}]}\n", encoding="utf-8"
    )
    (tmp_path / "b.yaml").write_text(
        "journeykit: 1\njourney: {title: A, id: j, stages: [{title: S, touchpoints: [Ask, Call]}]}\n", encoding="utf-8"
    )
    (tmp_path / "hostile.yaml").write_text(HOSTILE, encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["diff", *arguments], input=stdin)


@pytest.fixture
def repository(here: Path) -> Path:
    """The file a.yaml was committed, then became b.yaml."""

    def git(*arguments: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments], cwd=here, check=True, capture_output=True
        )

    git("init", "-q")
    (here / "maps").mkdir()
    (here / "map.yaml").write_bytes((here / "a.yaml").read_bytes())
    (here / "maps" / "buy.json").write_text(jk.dumps(jk.load(here / "a.yaml"), "json"), encoding="utf-8")
    git("add", "map.yaml", "maps")
    git("commit", "-q", "-m", "first")
    (here / "map.yaml").write_bytes((here / "b.yaml").read_bytes())
    return here


def test_nothing_differs(here: Path) -> None:
    result = run("hotel.yaml", "hotel.yaml")
    assert (result.exit_code, result.stdout) == (0, "Nothing differs.\n")


def test_what_differs_is_told_and_exits_with_one(here: Path) -> None:
    result = run("a.yaml", "b.yaml")
    assert result.exit_code == 1
    assert result.stdout == (
        "2 touchpoints before, 2 after: 1 is matched, all of them unchanged.\n1 touchpoint is gone: “Pay”.\n1 touchpoint is new: “Call”.\n\n"
        "- Touchpoint “Pay” (pay)\n+ Touchpoint “Call” (call)\n"
    )
    assert "\x1b" not in result.stdout


def test_changes_stand_below_their_element(here: Path) -> None:
    text = run("hotel.yaml", "hotel_capehouse.yaml").stdout
    assert (
        "\n~ Activity “Settles the check-out” → “Takes the payment” (a8)\n    title: “Settles the check-out” → “Takes the payment”\n"
        in text
    )
    assert "\n- Actor “The hotel” (hotel)\n" in text
    assert "gone link “Checks out” → “Settles the check-out”" in text


def test_titles_come_before_ids_and_fields_are_words(here: Path) -> None:
    for name, fields in (("one", "id: ask, wait_before: 10 min"), ("two", "id: pay, wait_before: 5 min")):
        text = f"journeykit: 1\njourney: {{title: A, id: j, stages: [{{title: S, touchpoints: [{{title: Ask the clerk, {fields}}}]}}]}}\n"
        (here / f"{name}.yaml").write_text(text, encoding="utf-8")
    text = run("one.yaml", "two.yaml").stdout
    assert "~ Touchpoint “Ask the clerk” (ask) → “Ask the clerk” (pay)\n    id: ask → pay\n    wait before: 10 min → 5 min\n" in text
    german = run("one.yaml", "two.yaml", "--language", "de").stdout
    assert (
        "~ Kontaktpunkt „Ask the clerk“ (ask) → „Ask the clerk“ (pay)\n    Kennung: ask → pay\n    Warten davor: 10 min → 5 min\n" in german
    )
    page = run("one.yaml", "two.yaml", "--language", "ar", "--format", "html").stdout
    assert '<html lang="ar" dir="rtl">' in page
    assert "الانتظار أقصر قبل" in page


def test_a_lens_looks_at_the_only_journeys(here: Path) -> None:
    result = run("dealership.yaml", "dealership_online.yaml", "--lens", "future", "--headlines", "3")
    assert result.exit_code == 1
    assert result.stdout.split("\n\n")[0].splitlines()[-1].endswith("which does not reach its target of 90 min.")
    assert run("dealership.yaml", "dealership.yaml", "--lens", "expectation").exit_code == 0
    assert "not met" in run("dealership.yaml", "dealership.yaml", "--lens", "expectation").stdout
    assert "No action is in place" in run("dealership.yaml", "dealership.yaml", "--lens", "action").stdout


SHARED = (
    "journeykit: 1\nowners: [{id: s, name: Service}]\nkpis: [{id: cost, name: Cost per call, values: {2024: 6}}]\n"
    "insights: [{id: slow, text: Slow, kind: pain, anchors: [j/ask]}]\n"
    "journey: {title: A, id: j, kpis: [cost], stages: [{title: S, touchpoints: [{title: Ask, owner: s}, Pay]}]}\n"
)


@pytest.mark.parametrize("lens", [None, "versions", "future", "personas", "competitor", "channels", "expectation", "action"])
def test_what_the_files_share_is_compared_through_every_lens(here: Path, lens: str | None) -> None:
    (here / "one.yaml").write_text(SHARED, encoding="utf-8")
    (here / "two.yaml").write_text(SHARED.replace("name: Service", "name: Servicing").replace("2024: 6", "2024: 9"), encoding="utf-8")
    how = ["--lens", lens] if lens else []
    result = run("one.yaml", "two.yaml", *how)
    assert result.exit_code == 1
    assert "~ Owner “Service” → “Servicing” (s)\n" in result.stdout
    assert "Nothing differs" not in result.stdout
    assert run("one.yaml", "two.yaml", "--stat", *how).stdout.endswith("     2  in all\n")
    data = json.loads(run("one.yaml", "two.yaml", "--format", "json", *how).stdout)
    assert (data["differs"], [row["what"] for row in data["rows"]], sum(data["counts"].values())) == (True, ["Owner", "KPI"], 2)
    for kind in ("markdown", "html", "svg"):
        shown = run("one.yaml", "two.yaml", "--format", kind, *how)
        assert (shown.exit_code, "Servicing" in shown.stdout, "Nothing differs" in shown.stdout) == (1, True, False)
    assert run("one.yaml", "one.yaml", *how).exit_code == 0
    assert run("one.yaml", "two.yaml", "--journey", "j", *how).exit_code == 0  # only this journey is asked for


def test_what_the_files_share_is_listed_beside_a_journey_that_differs(here: Path) -> None:
    (here / "one.yaml").write_text(SHARED, encoding="utf-8")
    (here / "two.yaml").write_text(SHARED.replace("name: Service", "name: Servicing").replace("Pay", "Call"), encoding="utf-8")
    text = run("one.yaml", "two.yaml", "--lens", "versions").stdout
    assert "1 owner is called otherwise: name: “Service” → “Servicing”." in text
    assert "~ Owner “Service” → “Servicing” (s)\n" in text
    assert "+ Touchpoint “Call” (call)\n" in text


@pytest.mark.parametrize("lens", [None, "versions", "future", "personas", "competitor"])
def test_a_new_id_in_the_library_is_one_difference(here: Path, lens: str | None) -> None:
    how = ["--lens", lens] if lens else []
    (here / "one.yaml").write_text(SHARED, encoding="utf-8")
    (here / "two.yaml").write_text(SHARED.replace("id: s,", "id: serving,").replace("owner: s}", "owner: serving}"), encoding="utf-8")
    text = run("one.yaml", "two.yaml", *how).stdout
    assert "~ Owner “Service” (s) → “Service” (serving)\n    id: s → serving\n" in text
    assert "owner:" not in text
    assert run("one.yaml", "two.yaml", "--stat", *how).stdout.endswith("     1  in all\n")
    data = json.loads(run("one.yaml", "two.yaml", "--format", "json", *how).stdout)
    assert [row["what"] for row in data["rows"]] == ["Owner"]
    assert [one["value"] for one in data["measures"] if one["key"] == "differences_unrealised"] in ([], [0], [None])
    assert run("one.yaml", "two.yaml", "--journey", "j", *how).exit_code == 0


def test_of_many_journeys_only_those_that_differ_are_measured(here: Path) -> None:
    journeys = "".join(
        f"  - {{id: j{at}, title: J{at}, stages: [{{title: S, touchpoints: [{{title: T, emotion: 1}}]}}]}}\n" for at in range(5)
    )
    (here / "one.yaml").write_text(f"journeykit: 1\njourneys:\n{journeys}", encoding="utf-8")
    (here / "two.yaml").write_text(f"journeykit: 1\njourneys:\n{journeys.replace('emotion: 1', 'emotion: 2', 1)}", encoding="utf-8")
    (here / "three.yaml").write_text(f"journeykit: 1\nowners: [Shop]\njourneys:\n{journeys}", encoding="utf-8")
    text = run("one.yaml", "two.yaml", "--lens", "versions").stdout
    assert (
        "Measures\n    Pains resolved or gone in “J0”: 0\n    New pains in “J0”: 0\n    Pains that are back in “J0”: 0\n\n~ Touch" in text
    )
    assert "Measures" not in run("one.yaml", "three.yaml", "--lens", "versions").stdout
    assert run("one.yaml", "one.yaml", "--lens", "versions").stdout.count("New pains in") == 5


def test_journeys_by_name(here: Path) -> None:
    both = jk.Portfolio(journeys=[jk.load(here / "a.yaml").journeys[0], jk.Journey("B", id="b")])
    jk.save(both, here / "both.yaml")
    assert run("both.yaml", "both.yaml", "--journey", "j").exit_code == 0
    result = run("both.yaml", "both.yaml", "--journey", "j", "--journey", "b", "--stat")
    assert result.exit_code == 1
    assert "in all" in result.stdout
    assert run("both.yaml", "b.yaml", "--journey", "j", "--lens", "personas").exit_code == 1
    assert run("both.yaml", "a.yaml", "--lens", "personas").exit_code == 1
    wrong = run("both.yaml", "both.yaml", "--journey", "nothing")
    assert (wrong.exit_code, "'nothing'" in wrong.stderr) == (2, True)
    assert run("both.yaml", "both.yaml", *["--journey", "j"] * 3).exit_code == 2


def test_stat_counts(here: Path) -> None:
    assert run("a.yaml", "b.yaml", "--stat").stdout == "     1  added\n     1  removed\n     2  in all\n"
    assert run("a.yaml", "a.yaml", "--stat").stdout == "     0  in all\n"
    data = json.loads(run("a.yaml", "b.yaml", "--stat", "--format", "json").stdout)
    assert data == {"differs": True, "counts": {"added": 1, "removed": 1}, "all": 2}
    wrong = run("a.yaml", "b.yaml", "--stat", "--format", "svg")
    assert (wrong.exit_code, wrong.stdout, "Counts are written as text or as JSON." in wrong.stderr) == (2, "", True)


def test_json_is_data(here: Path) -> None:
    found = json.loads(run("hotel.yaml", "hotel_capehouse.yaml", "--format", "json").stdout)
    assert found["differs"] is True
    assert found["counts"]["added"] == 4
    rows = {row["before"][0]["id"]: row for row in found["rows"] if row["before"]}
    assert rows["hotel-stay"]["matched_by"] == "similarity"
    assert rows["a8"]["changes"][0] == {
        "kind": "renamed", "what": "Activity", "where": "journeys['hotel-stay'].activities['a8']", "field": "title", "before": "Settles the check-out",
        "after": "Takes the payment", "words": "title: “Settles the check-out” → “Takes the payment”",
    }  # fmt: skip
    same = json.loads(run("a.yaml", "a.yaml", "--format", "json").stdout)
    assert (same["differs"], same["rows"], same["headlines"]) == (False, [], ["Nothing differs."])


def test_no_word_becomes_markup(here: Path) -> None:
    text = run("a.yaml", "hostile.yaml", "--format", "markdown").stdout
    assert text.startswith("# a.yaml → hostile.yaml\n")
    assert "<script>" not in text
    assert "\\|" in text
    page = run("a.yaml", "hostile.yaml", "--format", "html")
    assert page.exit_code == 1, page.stderr
    assert "<script" not in page.stdout
    assert "&lt;script&gt;" in page.stdout


def test_a_page_needs_nothing_else(here: Path) -> None:
    page = run("hotel.yaml", "hotel_capehouse.yaml", "--format", "html").stdout
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert page.count("<svg") == 1
    assert "<th>What</th>" in page
    assert re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', page) == []
    assert "<svg" not in run("hotel.yaml", "hotel.yaml", "--format", "html").stdout


def test_a_page_says_everything_once(here: Path) -> None:
    page = run("hotel.yaml", "hotel_capehouse.yaml", "--format", "html").stdout
    assert page.count("7 touchpoints before, 7 after") == 2  # in the list, and in the description that a screen reader says of the picture
    assert re.findall(r"<text[^>]*>[^<]*7 touchpoints before", page) == []
    assert page.count("All that differs") == 0
    only_table = run("hotel.yaml", "hotel_capehouse.yaml", "--format", "html", "--picture", "table").stdout
    assert ("<svg" in only_table, "<table>" in only_table) == (False, True)


@pytest.mark.parametrize("tag", ["en", "de", "ar"])
def test_the_table_of_a_page_is_that_of_markdown_with_a_line_for_each_change(here: Path, tag: str) -> None:
    for name, fields in (
        ("one", "title: Asks; waits, id: ask, wait_before: 10 min"),
        ("two", "title: Asks; sits, id: ask, wait_before: 5 min"),
    ):
        text = f"journeykit: 1\nowners: [{name}]\njourney: {{title: A, id: j, stages: [{{title: S, touchpoints: [{{{fields}}}]}}]}}\n"
        (here / f"{name}.yaml").write_text(text, encoding="utf-8")
    page, written = (run("one.yaml", "two.yaml", "--language", tag, "--format", kind).stdout for kind in ("html", "markdown"))
    table = re.findall(r"<tr>(.*?)</tr>", page[page.rindex("<table>") :])
    cells = [[re.sub("<br>", "; ", one) for one in re.findall(r"<t[hd]>(.*?)</t[hd]>", row)] for row in table]
    lines = [[one.strip() for one in line.strip("|").split("|")] for line in written.splitlines() if line.startswith("|")]
    assert cells == [line for line in lines if not set("".join(line)) <= set("-: ")]
    changes = next(row for row in table if "<td>ask: Asks; waits</td><td>ask: Asks; sits</td>" in row)
    assert changes.count("<br>") == 1


def test_a_plan_against_all_its_runs(here: Path) -> None:
    plan = "journeykit: 1\njourney: {title: P, id: p, form: planned, stages: [{title: S, touchpoints: [Ask, Pay]}]}\n"
    went = "  - {title: R, id: r%d, form: actual, case: '%d', origin: p, stages: [{title: S, touchpoints: [%s]}]}\n"
    (here / "plan.yaml").write_text(plan, encoding="utf-8")
    runs = "".join(went % (at, at, "Ask" if at else "Ask, Pay") for at in range(3))
    (here / "runs.yaml").write_text(f"journeykit: 1\njourneys:\n{runs}", encoding="utf-8")
    result = run("plan.yaml", "runs.yaml", "--lens", "conformance")
    assert (result.exit_code, result.stdout.splitlines()) == (
        1, ["1 of 3 runs goes as planned; fitness 0.67 on average.", "“Pay” is missing in 2 of 3 runs (67 %).", "", "Measures",
            "    Runs as planned: 1 of 3", "    Fitness: 0.67"],
    )  # fmt: skip
    page = run("plan.yaml", "runs.yaml", "--lens", "conformance", "--format", "html").stdout
    assert page.count("<svg") == 1
    assert "<td>Pay</td><td>2</td>" in page
    (here / "runs.yaml").write_text(f"journeykit: 1\njourneys:\n{went % (1, 1, 'Ask, Pay')}{went % (2, 2, 'Ask, Pay')}", encoding="utf-8")
    kept = run("plan.yaml", "runs.yaml", "--lens", "conformance")
    assert (kept.exit_code, kept.stdout.splitlines()[0]) == (0, "2 of 2 runs go as planned; fitness 1 on average.")


def test_a_picture(here: Path) -> None:
    result = run("a.yaml", "b.yaml", "--format", "svg")
    assert result.exit_code == 1
    assert "<svg" in result.stdout[:200]
    other = run("a.yaml", "b.yaml", "--format", "svg", "--picture", "table")
    assert (other.exit_code, other.stdout == result.stdout) == (1, False)
    wrong = run("a.yaml", "b.yaml", "--format", "svg", "--picture", "tabel")
    assert (wrong.exit_code, "did you mean 'table'?" in wrong.stderr) == (2, True)


def test_from_standard_input(here: Path) -> None:
    assert run("-", "a.yaml", stdin=(here / "a.yaml").read_bytes()).exit_code == 0


def test_nothing_is_recognised_by_likeness_where_that_is_asked(here: Path) -> None:
    one, other = (
        f"journeykit: 1\njourney: {{title: A, id: j, stages: [{{title: S, touchpoints: [{{title: {title}, id: {key}}}]}}]}}\n"
        for title, key in (("Waits for the technician", "w"), ("Waits for a technician", "x"))
    )
    (here / "one.yaml").write_text(one, encoding="utf-8")
    (here / "other.yaml").write_text(other, encoding="utf-8")
    assert "given another id" in run("one.yaml", "other.yaml", "--stat").stdout
    assert "given another id" not in run("one.yaml", "other.yaml", "--stat", "--exact").stdout


# -------------------------------------------------------------------------------------------------------------- git
def test_a_version_in_git(repository: Path) -> None:
    result = run("HEAD:map.yaml", "map.yaml")
    assert result.exit_code == 1
    assert "1 touchpoint is gone: “Pay”." in result.stdout
    assert run("HEAD:map.yaml", "a.yaml").exit_code == 0
    assert run("HEAD:maps/buy.json", "HEAD:map.yaml").exit_code == 0


def test_from_a_folder_of_the_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "maps")
    assert run("HEAD:./buy.json", "buy.json").exit_code == 0
    result = run("HEAD:buy.json", "buy.json")
    assert result.exit_code == 2
    assert "hint: paths count from the root of the repository; from here it is HEAD:./buy.json" in result.stderr


@pytest.mark.parametrize("name", ["nothing:map.yaml", "HEAD:nothing.yaml", "HEAD:maps", "HEAD~9:map.yaml", "--output=x:map.yaml"])
def test_what_git_does_not_know_is_an_error_in_the_house_form(repository: Path, name: str) -> None:
    result = run("--", name, "map.yaml")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert "1 problem." in result.stderr
    assert not (repository / "x").exists()


@pytest.mark.parametrize(
    ("name", "file"), [("HEAD:maps", "HEAD:maps/buy.json"), ("HEAD:maps/", "HEAD:maps/buy.json"), ("HEAD:.", "HEAD:./")]
)
def test_a_folder_of_a_revision_is_refused_with_what_to_write_instead(repository: Path, name: str, file: str) -> None:
    result = run(name, "map.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{name!r} is a folder, and of a revision one file at a time is read." in result.stderr
    assert f"expected: a file, such as {file}" in result.stderr
    assert "hint: to compare whole folders, let git write the old one beside this: git worktree add ../before HEAD" in result.stderr


def test_a_folder_of_a_revision_is_looked_into_from_where_one_stands(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "maps")
    assert "such as HEAD:./buy.json" in run("HEAD:.", "buy.json").stderr


def test_a_revision_that_is_not_there_is_not_taken_for_a_wrong_path(repository: Path) -> None:
    result = run("HEAD~9:map.yaml", "map.yaml")
    assert "hint: git log --oneline lists the revisions that there are" in result.stderr


def test_outside_of_a_repository(here: Path) -> None:
    result = run("HEAD:a.yaml", "a.yaml")
    assert (result.exit_code, "git cannot show 'HEAD:a.yaml'" in result.stderr) == (2, True)


def test_without_git(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(here))
    result = run("HEAD:a.yaml", "a.yaml")
    assert (result.exit_code, "git is not installed" in result.stderr) == (2, True)


def test_a_mistake_in_a_version_is_named_by_revision_and_line(repository: Path) -> None:
    (repository / "map.yaml").write_text("journeykit: 1\njourney: {titel: A}\n", encoding="utf-8")
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-aqm", "second"], cwd=repository, check=True)
    result = run("HEAD:map.yaml", "a.yaml")
    assert result.exit_code == 2
    assert "(HEAD:map.yaml:2:" in result.stderr


def test_what_is_a_file_is_no_revision(here: Path) -> None:
    (here / "main:a.yaml").write_bytes((here / "a.yaml").read_bytes())
    assert revision_of("main:a.yaml") is None
    assert run("main:a.yaml", "a.yaml").exit_code == 0
    assert revision_of("C:/maps/a.yaml") is revision_of(r"C:\maps\a.yaml") is None
    assert revision_of("-") is revision_of("a.yaml") is revision_of(":a.yaml") is revision_of("HEAD:") is None


def test_a_file_that_is_not_there(here: Path) -> None:
    result = run("nothing.yaml", "a.yaml")
    assert (result.exit_code, "nothing.yaml" in result.stderr) == (2, True)


def test_a_run_is_seen_as_python_sees_it_where_its_file_calls_things_otherwise(here: Path) -> None:
    for name, key, more in (("plan", "desk", "id: p, form: planned"), ("run", "shop", "id: r, form: actual, origin: p")):
        text = f"journeykit: 1\nowners: [{{name: Sales, id: {key}}}]\njourneys:\n  - {{title: P, {more}, stages: [{{title: S, touchpoints: [{{title: Ask, owner: {key}}}]}}]}}\n"
        (here / f"{name}.yaml").write_text(text, encoding="utf-8")
    (here / "more.yaml").write_text(
        (here / "run.yaml").read_text(encoding="utf-8")
        + "  - {title: Q, id: q, form: actual, origin: p, stages: [{title: S, touchpoints: [Leave]}]}\n",
        encoding="utf-8",
    )
    alone = run("plan.yaml", "run.yaml", "--lens", "conformance").stdout
    assert "The run goes as planned; fitness 1." in alone
    assert "Sales" not in alone
    assert run("plan.yaml", "more.yaml", "--lens", "conformance", "--journey", "p", "--journey", "r").stdout == alone
