"""A conflict in a real repository: what nobody disputes stays letter for letter, whichever side is chosen."""

import os
import sys
from pathlib import Path

import pytest

from journeykit.documents import dumps, loads
from tests.cli import test_git
from tests.cli.test_git import BLOCK, MAP, Git, branches, run

git, here = test_git.git, test_git.here

HERS = MAP.replace("title: Negotiates the price", "title: Haggles   # for hours")
MINE = MAP.replace(BLOCK, "          - {id: read, title: Reads}   # at night\n")


@pytest.mark.parametrize("mine_first", [False, True])
@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_a_removal_and_an_edit_stand_there_as_they_were_written(git: Git, here: Path, ending: str, *, mine_first: bool) -> None:
    base, mine, hers = (one if ending == "yaml" else dumps(loads(one), "json") for one in (MAP, MINE, HERS))
    ours, theirs = (mine, hers) if mine_first else (hers, mine)
    name = f"maps/a.{ending}"
    branches(git, here, base, ours, theirs, name)
    assert run("git-setup").exit_code == 0
    git("merge", "hers", fails=True)
    lines = (here / name).read_text(encoding="utf-8").splitlines(keepends=True)
    start, middle, end = (next(at for at, one in enumerate(lines) if one.startswith(sign)) for sign in ("<<<<<<<", "=======", ">>>>>>>"))
    chosen = lines[:start] + (lines[middle + 1 : end] if mine_first else lines[start + 1 : middle]) + lines[end + 1 :]
    said = run("check", name)
    assert said.exit_code == 2
    assert f"{name}:{start + 1}:1" in said.output
    (here / name).write_text("".join(chosen), encoding="utf-8")
    git("add", name)
    git("commit", "-qm", "hers is right")
    assert run("show", name).exit_code == 0
    if ending == "yaml":
        assert sorted(chosen) == sorted([*HERS.splitlines(keepends=True), "          - {id: read, title: Reads}   # at night\n"])


def test_a_python_that_lost_journeykit_leaves_no_side_out(git: Git, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    branches(git, here, MAP, MAP.replace("title: Signs", "title: Writes"), MAP.replace("title: Signs", "title: Calls"))
    bare = here.parent / "python"
    bare.write_text(f"#!/bin/sh\nexec '{sys.executable}' -I -S \"$@\"\n", encoding="utf-8")
    bare.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(bare))
    monkeypatch.setenv("PATH", os.pathsep.join(one for one in os.environ["PATH"].split(os.pathsep) if not Path(one, "journeykit").exists()))
    assert f"'{bare}' -m journeykit merge" in run("git-setup", "maps/*.yaml").stderr
    git("merge", "hers", fails=True)
    text = (here / "maps/a.yaml").read_text(encoding="utf-8")
    assert "<<<<<<< ours\n            title: Writes\n=======\n            title: Calls\n>>>>>>> theirs\n" in text
    git("merge", "--abort")
    (here / "maps/a.yaml").write_text(MAP, encoding="utf-8")
    assert "-            title: Writes" in git("diff").stdout


def test_whatever_keeps_a_file_from_being_read_git_merges_it_as_text(git: Git, here: Path) -> None:
    far = MAP.replace("owners:", 'insights: [{text: Slow, kind: pain, anchors: ["far/stage:elsewhere", far/away]}]\nowners:')
    branches(git, here, far, far.replace("title: Signs", "title: Writes"), far.replace("title: Signs", "title: Calls"))
    run("git-setup", "maps/*.yaml")
    assert "maps/a.yaml is merged as text: " in git("merge", "hers", fails=True).stderr
    assert "<<<<<<< ours\n            title: Writes\n=======\n            title: Calls\n>>>>>>> theirs\n" in (
        here / "maps/a.yaml"
    ).read_text("utf-8")
