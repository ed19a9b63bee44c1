"""Merging files, and git calling journeykit: with a real repository."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeykit.cli import cli
from journeykit.documents import load, loads
from journeykit.examples import example

BASE = example("dealership")
Git = Callable[..., subprocess.CompletedProcess[str]]


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, list(arguments), input=stdin)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder and a home of one's own, and the journeykit of this Python on the path."""
    for name in [one for one in os.environ if one.startswith("GIT_")]:
        monkeypatch.delenv(name)
    home = tmp_path / "home"
    home.mkdir()
    for name, value in {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_PAGER": "cat",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    folder = tmp_path / "repo"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def git(here: Path) -> Git:
    def call(*arguments: str, fails: bool = False) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(["git", *arguments], cwd=here, capture_output=True, text=True, encoding="utf-8", check=False)
        assert bool(done.returncode) == fails, done.stdout + done.stderr
        return done

    call("init", "-q", "-b", "main")
    for name, value in (("user.name", "A"), ("user.email", "a@example.org"), ("commit.gpgsign", "false")):
        call("config", name, value)
    return call


def branches(git: Git, here: Path, base: str, ours: str, theirs: str, name: str = "maps/a.yaml") -> None:  # noqa: PLR0917
    """Two branches that each changed a file; main, which is ours, is checked out."""
    file = here / name
    file.parent.mkdir(exist_ok=True)
    for branch, text in (("main", base), ("hers", theirs), ("main", ours)):
        if branch == "hers":
            git("checkout", "-q", "-b", "hers")
        elif git("branch").stdout.strip():
            git("checkout", "-q", "main")
        file.write_text(text, encoding="utf-8")
        git("add", ".")
        git("commit", "-q", "--allow-empty", "-m", branch)


MAP = """\
journeykit: 1
title: Cars
owners:
  - {id: sales, name: Sales team}   # nine people
  - {id: finance, name: Finance}
journeys:
  - id: buy
    title: I buy a car
    stages:
      - id: learn
        title: Learn
        touchpoints:
          # by phone, most of them
          - id: negotiate
            title: Negotiates the price
            owner: sales
            emotion: -1
      - id: deal
        title: At the dealership
        touchpoints:
          - id: drive
            title: Test drives
            owner: sales
            emotion: +2
          - id: sign
            title: Signs
            owner: finance
"""
BLOCK = MAP[MAP.index("          # by phone") : MAP.index("      - id: deal")]
MOVED = MAP.replace(BLOCK, "          - id: read\n            title: Reads\n").replace(
    "          - id: sign\n", BLOCK + "          - id: sign\n"
)


# ---------------------------------------------------------------------------------------------------------- merge


def test_merge_prints_or_writes(here: Path) -> None:
    files = {"base": MAP, "ours": MAP.replace("Signs", "Signs at last"), "theirs": MAP.replace("emotion: -1", "emotion: -2")}
    for name, text in files.items():
        (here / f"{name}.yaml").write_text(text, encoding="utf-8")
    wanted = files["ours"].replace("emotion: -1", "emotion: -2")
    assert run("merge", "base.yaml", "ours.yaml", "theirs.yaml").stdout == wanted
    done = run("merge", "base.yaml", "-", "theirs.yaml", "-o", "out.yaml", stdin=files["ours"])
    assert (done.exit_code, done.output) == (0, "")
    assert (here / "out.yaml").read_text(encoding="utf-8") == wanted


def test_merge_ends_with_1_where_somebody_must_decide(here: Path) -> None:
    for name, word in (("base", "Signs"), ("ours", "Signs twice"), ("theirs", "Leaves")):
        (here / f"{name}.yaml").write_text(MAP.replace("title: Signs", f"title: {word}"), encoding="utf-8")
    done = run("merge", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "out.yaml")
    assert done.exit_code == 1
    assert done.stderr.startswith("out.yaml:26: both sides changed the title of Touchpoint 'sign'\n1 conflict: ")
    shown = run("show", "out.yaml")
    assert shown.exit_code == 2
    assert "Two versions of the title of Touchpoint 'sign' stand here." in shown.stderr


def test_merge_ends_with_2_and_writes_nothing_where_it_cannot(here: Path) -> None:
    (here / "a.yaml").write_text(MAP, encoding="utf-8")
    (here / "b.yaml").write_text(MAP.replace("owner: finance", "ownr: finance"), encoding="utf-8")
    done = run("merge", "a.yaml", "a.yaml", "b.yaml", "-o", "out.yaml")
    assert done.exit_code == 2
    assert "a (theirs).yaml:27:13" in done.stderr
    assert not (here / "out.yaml").exists()
    assert run("merge", "a.yaml", "a.yaml", "none.yaml").exit_code == 2


def test_merge_says_which_comments_went_with_what_was_removed(here: Path) -> None:
    ours = MAP.replace("title: Negotiates the price", "title: Negotiates the price  # Ana's word")
    theirs = MAP.replace(BLOCK, "          - id: read\n            title: Reads\n")
    for name, text in (("base", MAP), ("ours", ours), ("theirs", theirs)):
        (here / f"{name}.yaml").write_text(text, encoding="utf-8")
    done = run("merge", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "out.yaml")
    assert done.exit_code == 0
    assert done.stderr == "out.yaml: this comment is not in the result: # Ana's word\n"


# ------------------------------------------------------------------------------------------------------- git-setup


def test_where_journeykit_is_not_found_git_merges_and_compares_as_text(git: Git, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    branches(git, here, MAP, MAP.replace("title: Signs", "title: Writes"), MAP.replace("title: Signs", "title: Calls"))
    run("git-setup", "maps/*.yaml")
    monkeypatch.setenv("PATH", os.pathsep.join(one for one in os.environ["PATH"].split(os.pathsep) if not Path(one, "journeykit").exists()))
    git("merge", "hers", fails=True)
    text = (here / "maps/a.yaml").read_text(encoding="utf-8")
    assert [one in text for one in ("<<<<<<< ours\n", "Calls", "Writes", ">>>>>>> theirs\n")] == [True] * 4
    git("merge", "--abort")
    (here / "maps/a.yaml").write_text(MAP, encoding="utf-8")
    assert "-" in git("diff").stdout


def test_setup_finds_the_files_says_what_it_wrote_and_does_it_once(git: Git, here: Path) -> None:
    maps = dict.fromkeys(("maps/a.yaml", "maps/b.yaml", "mixed/a.yaml", "a b.yaml"), MAP)
    for name, text in {**maps, "mixed/ci.yaml": "on: push\n"}.items():
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text(text, encoding="utf-8")
    (here / ".gitattributes").write_text("* text=auto", encoding="utf-8")
    first = run("git-setup")
    assert first.exit_code == 0
    assert "merge.journeykit.driver = if journeykit --version >/dev/null 2>&1; then journeykit merge" in first.stderr
    assert (here / ".gitattributes").read_text().splitlines() == [
        "* text=auto",
        '"/a b.yaml" diff=journeykit merge=journeykit',
        "/maps/*.yaml diff=journeykit merge=journeykit",
        "/mixed/a.yaml diff=journeykit merge=journeykit",
    ]
    config = (here / ".git/config").read_text()
    again = run("git-setup")
    assert again.stderr == "Nothing to do: all is as it should be.\n"
    assert (here / ".git/config").read_text() == config
    removed = run("git-setup", "--remove")
    assert removed.exit_code == 0
    assert (here / ".gitattributes").read_text() == "* text=auto\n"
    assert "journeykit" not in (here / ".git/config").read_text()
    assert run("git-setup", "--remove").stderr == "Nothing to do: all is as it should be.\n"


def test_names_that_look_like_something_else(git: Git, here: Path) -> None:
    names = ["-x.yaml", "maps/it's [1] *.yaml", "maps/ordinary.yaml", "maps/ci.yml"]
    for name in names[:3]:
        branches(git, here, MAP, MAP, MAP, name) if name == names[0] else (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text(MAP, encoding="utf-8")
    (here / "maps/config.yaml").write_text("on: push\n", encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "more")
    assert run("git-setup").exit_code == 0
    assert git("check-attr", "-z", "merge", "--", *names[:3], "maps/config.yaml").stdout.split("\0")[2::3] == ["journeykit"] * 3 + [
        "unspecified"
    ]
    git("checkout", "-q", "-b", "theirs")
    for name in names[:2]:
        (here / name).write_text(MOVED, encoding="utf-8")
    git("commit", "-qam", "moved")
    git("checkout", "-q", "main")
    for name in names[:2]:
        (here / name).write_text(MAP.replace("title: Negotiates the price", "title: Haggles"), encoding="utf-8")
        assert "Haggles" in git("diff", "--", name).stdout
    git("commit", "-qam", "renamed")
    git("merge", "-q", "theirs", "-m", "merged")
    for name in names[:2]:
        assert (here / name).read_text(encoding="utf-8") == MOVED.replace("title: Negotiates the price", "title: Haggles")


def test_patterns_are_meant_from_where_one_is(git: Git, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "team/maps").mkdir(parents=True)
    (here / "team/a.yaml").write_text(MAP, encoding="utf-8")
    monkeypatch.chdir(here / "team")
    assert run("git-setup", "maps/*.yaml", "a.yaml", "*.journey.yaml").exit_code == 0
    patterns = [one.split()[0] for one in (here / ".gitattributes").read_text(encoding="utf-8").splitlines()]
    assert patterns == ["/team/maps/*.yaml", "/team/a.yaml", "*.journey.yaml"]


def test_setup_for_all_repositories_of_a_user(git: Git, here: Path) -> None:
    assert run("git-setup", "--global", "*.journey.yaml").exit_code == 0
    home = Path(os.environ["HOME"])
    assert "[merge" in (home / ".gitconfig").read_text()
    assert (home / ".config/git/attributes").read_text() == "*.journey.yaml diff=journeykit merge=journeykit\n"
    assert git("check-attr", "merge", "x.journey.yaml").stdout.endswith("merge: journeykit\n")
    assert run("git-setup", "--global", "--remove").exit_code == 0
    assert not (home / ".config/git/attributes").exists()


def test_setup_without_files_or_repository_says_so(git: Git, here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = run("git-setup")
    assert (done.exit_code, "journeykit git-setup 'maps/*.yaml'" in done.stderr) == (2, True)
    monkeypatch.chdir(tmp_path / "home")
    assert run("git-setup").exit_code == 2
    assert run("git-setup", "a.yaml").exit_code == 2


# ------------------------------------------------------------------------------------------------------ real merges


def test_git_merges_a_move_and_an_edit_that_lines_cannot(git: Git, here: Path) -> None:
    ours = MAP.replace("title: Negotiates the price", "title: Haggles")
    branches(git, here, MAP, ours, MOVED)
    assert "CONFLICT" in git("merge", "hers", fails=True).stdout  # what git does alone
    git("merge", "--abort")
    assert run("git-setup").exit_code == 0
    git("merge", "-q", "hers", "-m", "merged")
    text = (here / "maps/a.yaml").read_text(encoding="utf-8")
    assert text == MOVED.replace("title: Negotiates the price", "title: Haggles")
    assert git("status", "--porcelain").stdout in {"", "?? .gitattributes\n"}


def test_git_merges_a_new_id_and_a_new_use_of_the_old_one_that_lines_merge_wrongly(git: Git, here: Path) -> None:
    ours = MAP.replace("id: sales,", "id: sellers,").replace("owner: sales", "owner: sellers")
    theirs = MAP + "          - id: own\n            title: Drives home\n            owner: sales   # she waves\n"
    branches(git, here, MAP, ours, theirs)
    git("merge", "-q", "hers", "-m", "silently wrong")
    assert run("show", "maps/a.yaml").exit_code == 2
    git("reset", "-q", "--hard", "HEAD~1")
    assert run("git-setup").exit_code == 0
    git("merge", "-q", "hers", "-m", "merged")
    book = load(here / "maps/a.yaml")
    assert {one.owner for one in book.journeys["buy"].touchpoints} == {"sellers", "finance"}
    assert "owner: sellers   # she waves" in (here / "maps/a.yaml").read_text(encoding="utf-8")


def test_git_stops_at_a_conflict_and_the_file_explains_it(git: Git, here: Path) -> None:
    branches(
        git,
        here,
        MAP,
        MAP.replace("emotion: -1", "emotion: -2"),
        MAP.replace("emotion: -1", "emotion: 0").replace("Signs", "Signs at last"),
    )
    run("git-setup")
    done = git("merge", "hers", fails=True)
    assert "CONFLICT (content): Merge conflict in maps/a.yaml" in done.stdout
    assert "maps/a.yaml:17: both sides changed the emotion of Touchpoint 'negotiate'" in done.stdout + done.stderr
    text = (here / "maps/a.yaml").read_text(encoding="utf-8")
    assert (
        "<<<<<<< ours: emotion of Touchpoint 'negotiate'\n            emotion: -2\n=======\n            emotion: 0\n>>>>>>> theirs" in text
    )
    assert "Signs at last" in text
    assert git("status", "--porcelain", "maps").stdout == "UU maps/a.yaml\n"
    assert (
        run("git-diff", "--", "maps/a.yaml").stdout
        == "* Unmerged path maps/a.yaml\nmaps/a.yaml:17: two versions of the emotion of Touchpoint 'negotiate'\n"
    )


def test_git_rebase_and_cherry_pick_use_it_too(git: Git, here: Path) -> None:
    branches(git, here, MAP, MAP.replace("title: Negotiates the price", "title: Haggles"), MOVED)
    run("git-setup")
    git("cherry-pick", "hers")
    assert (here / "maps/a.yaml").read_text(encoding="utf-8") == MOVED.replace("title: Negotiates the price", "title: Haggles")


def test_a_map_of_several_files(git: Git, here: Path) -> None:
    owners = "owners:\n  - {id: sales, name: Sales team}   # nine people\n  - {id: finance, name: Finance}\n"
    car = MAP.replace(owners, "")
    (here / "maps").mkdir()
    (here / "maps/shared.yaml").write_text(f"journeykit: 1\n{owners}", encoding="utf-8")
    branches(
        git, here, car, car.replace("title: Negotiates the price", "title: Haggles"), MOVED.replace(owners, "").replace("finance", "bank")
    )
    git("checkout", "-q", "hers")
    (here / "maps/shared.yaml").write_text(f"journeykit: 1\n{owners}  - {{id: bank, name: Bank}}\n", encoding="utf-8")
    git("commit", "-qam", "a bank")
    git("checkout", "-q", "main")
    run("git-setup")
    done = git("merge", "hers", "-m", "merged")
    assert "merged as text" not in done.stdout + done.stderr
    (journey,) = load(here / "maps").journeys
    assert (journey.touchpoints["sign"].owner, journey.touchpoints["negotiate"].title) == ("bank", "Haggles")
    assert [one.id for one in journey.stages["deal"].touchpoints] == ["drive", "negotiate", "sign"]


def test_what_cannot_be_read_is_merged_as_git_would(git: Git, here: Path) -> None:
    broken = MAP.replace("owner: finance", "ownr: finance")
    branches(git, here, broken, broken.replace("Signs", "Signs at last"), broken.replace("Cars", "New cars"))
    run("git-setup", "maps/*.yaml")
    done = git("merge", "hers", "-m", "merged")
    assert "maps/a.yaml is merged as text: " in done.stdout + done.stderr
    assert (here / "maps/a.yaml").read_text(encoding="utf-8") == broken.replace("Signs", "Signs at last").replace("Cars", "New cars")
    branches_text = broken.replace("Signs", "Signs never")
    git("checkout", "-q", "hers")
    (here / "maps/a.yaml").write_text(branches_text, encoding="utf-8")
    git("commit", "-qam", "again")
    assert "CONFLICT" in git("merge", "main", fails=True).stdout
    assert "<<<<<<< ours" in (here / "maps/a.yaml").read_text(encoding="utf-8")


def test_a_file_that_both_made(git: Git, here: Path) -> None:
    branches(git, here, "journeykit: 1\n", "journeykit: 1\n", "journeykit: 1\n", name="other.yaml")
    for branch, text in (("hers", MAP), ("main", MAP.replace("Cars", "New cars"))):
        git("checkout", "-q", branch)
        (here / "new.yaml").write_text(text, encoding="utf-8")
        git("add", "new.yaml")
        git("commit", "-qm", "new")
    run("git-setup", "*.yaml")
    git("merge", "hers", fails=True)
    with pytest.raises(ValueError, match="the title of the portfolio"):
        loads((here / "new.yaml").read_text(encoding="utf-8"))


# ------------------------------------------------------------------------------------------------------- real diffs


def test_git_diff_says_what_changed(git: Git, here: Path) -> None:
    branches(git, here, MAP, MOVED, MAP)
    run("git-setup")
    shown = git("diff", "HEAD~1").stdout.splitlines()
    assert shown[:2] == ["maps/a.yaml", "3 touchpoints before, 4 after: 3 are matched, 2 of them unchanged."]
    assert shown[-4:] == [
        "> Touchpoint “Negotiates the price” (negotiate)",
        "    moved from “Learn” to “At the dealership”",
        "+ Touchpoint “Reads” (read)",
        "",
    ]
    assert "@@" in git("diff", "--no-ext-diff", "HEAD~1").stdout


def test_git_diff_of_new_gone_renamed_and_unreadable_files(git: Git, here: Path) -> None:
    branches(git, here, MAP, MAP, MAP)
    run("git-setup", "*.yaml")
    git("mv", "maps/a.yaml", "maps/b.yaml")
    (here / "maps/c.yaml").write_text(MAP.replace("owner: finance", "ownr: finance"), encoding="utf-8")
    git("add", "maps")
    assert "maps/a.yaml → maps/b.yaml" in git("diff", "-M", "--cached").stdout or "maps/b.yaml" in git("diff", "--cached").stdout
    done = git("diff", "--cached", "--", "maps/c.yaml")
    assert "+            ownr: finance" in done.stdout
    assert "maps/c.yaml is shown as text: " in done.stderr
    git("rm", "-qf", "maps/b.yaml", "maps/c.yaml")
    assert "- Touchpoint “Negotiates the price” (negotiate)" in git("diff", "--cached").stdout


def test_a_change_of_comments_alone_is_shown_as_lines(git: Git, here: Path) -> None:
    branches(git, here, MAP, MAP.replace("nine people", "ten people"), MAP)
    run("git-setup")
    shown = git("diff", "HEAD~1").stdout
    assert "The journeys are the same; only the text differs." in shown
    assert "+  - {id: sales, name: Sales team}   # ten people" in shown


def test_hostile_names_do_not_drive_the_terminal(git: Git, here: Path) -> None:
    branches(git, here, MAP, MAP.replace("title: Signs", 'title: "Signs\\u202e[31m"'), MAP)
    run("git-setup")
    assert "\u202e" not in git("diff", "HEAD~1").stdout
