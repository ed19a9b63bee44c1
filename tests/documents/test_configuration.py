"""What a project says about checking, and how it is told what it says wrongly."""

from pathlib import Path

import pytest

from journeykit.documents import find_configuration, read_configuration
from journeykit.errors import FileError


def wrong(tmp_path: Path, text: str, name: str = "journeykit.toml") -> list[tuple[str, str, str]]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileError) as caught:
        read_configuration(path)
    return [(one.location.rpartition(name + ":")[2], one.message, one.hint) for one in caught.value.problems]


def test_all_that_is_wrong_is_located_with_the_nearest_name(tmp_path: Path) -> None:
    text = '[check]\nprofil = "draft"\nselect = ["MGT", "MGT-133"]\nfail-on = "always"\nbaseline = 3\n\n  [check.severity]\n  "STR-01" = "loud"\n\n[check.parameters.STR-04]\nstags = 3\n'
    assert wrong(tmp_path, text) == [
        ("2:1", "There is no setting 'profil'.", "did you mean 'profile'?"),
        ("4:1", "The severity that fails is none.", ""),
        ("5:1", "The baseline is no path.", ""),
        ("3:1", "There is no rule 'MGT-133'.", "did you mean 'MGT-13'?"),
        ("8:3", "The severity of STR-01 is none.", ""),
        ("11:1", "The rule STR-04 has no setting 'stags'.", ""),
    ]


def test_no_toml_is_said_with_its_place(tmp_path: Path) -> None:
    assert wrong(tmp_path, "[check]\nprofile = draft\n")[0][0].startswith("2:")
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(FileError, match="not UTF-8"):
        read_configuration(tmp_path / "a.toml")


def test_the_nearest_folder_counts_and_journeykit_toml_comes_first(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.journeykit.check]\nprofile = "publish"\nfail_on = "info"\nbaseline = "b.json"\n')
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    found = find_configuration(inner)
    assert (found.settings, found.fail_on, found.baseline) == ({"profile": "publish"}, "info", tmp_path / "b.json")
    (tmp_path / "journeykit.toml").write_text("[check]\nignore = ['STR']\n")
    assert find_configuration(inner).settings == {"ignore": ["STR"]}
    assert find_configuration(inner).source == tmp_path / "journeykit.toml"


def test_no_settings_are_fine(tmp_path: Path) -> None:
    (tmp_path / "journeykit.toml").write_text("")
    assert read_configuration(tmp_path / "journeykit.toml").settings == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[check]\nignore = []\nprofile = "publsh"\n', ("3:1", "There is no profile 'publsh'.", "did you mean 'publish'?")),
        ('[chek]\nprofile = "draft"\n', ("1:1", "There is no table 'chek'.", "did you mean 'check'?")),
        ("\ncheck = 3\n", ("2:1", "The settings are no table.", "")),
        ("[check.parameters.EVD-01]\nshare = 80\n", ("2:1", "The setting share of EVD-01 has a wrong value.", "")),
        (
            "[check.parameters.STR-04]\nmost_stages = 9\nfewest_stages = -1\n",
            ("3:1", "The setting fewest_stages of STR-04 has a wrong value.", ""),
        ),
        ("[check.profiles.draft]\nignore = []\n", ("1:1", "The profile 'draft' is built in.", "write `extends: draft`")),
        ('[check.profiles.a]\n\nextends = "a"\n', ("3:1", "The profile 'a' extends itself.", "")),
        ('[check.profiles.ours]\nextends = "worksho"\n', ("2:1", "There is no profile 'worksho'.", "did you mean 'workshop'?")),
        ('[check]\nfail_on = "loud"\n', ("2:1", "The severity that fails is none.", "")),
    ],
)
def test_what_cannot_be_meant_points_at_its_line(tmp_path: Path, text: str, said: tuple[str, str, str]) -> None:
    assert wrong(tmp_path, text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[tool.other]\n[tool.journeykit.chek]\nprofile = "draft"\n',
            ("2:1", "There is no table 'tool.journeykit.chek'.", "did you mean 'check'?"),
        ),
        ("[tool]\njourneykit = 3\n", ("2:1", "The settings are no table.", "")),
        ("[tool.journeykit]\ncheck = 3\n", ("2:1", "The settings are no table.", "")),
    ],
)
def test_a_table_of_a_project_that_means_nothing_is_said(tmp_path: Path, text: str, said: tuple[str, str, str]) -> None:
    assert wrong(tmp_path, text, "pyproject.toml") == [said]
    with pytest.raises(FileError):
        find_configuration(tmp_path)


def test_a_file_of_another_name_may_hold_more(tmp_path: Path) -> None:
    (tmp_path / "team.toml").write_text("[other]\na = 1\n[check]\nprofile = 'publish'\n")
    assert read_configuration(tmp_path / "team.toml").settings == {"profile": "publish"}
    assert wrong(tmp_path, "[chek]\n", "team.toml") == [("1:1", "There is no table 'chek'.", "did you mean 'check'?")]


def test_a_project_that_only_names_journeykit_says_nothing(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "journeykit.toml").write_text("[check]\nprofile = 'publish'\n")
    (inner / "pyproject.toml").write_text("[project]\ndependencies = ['journeykit']  # tool.journeykit\n")
    assert find_configuration(inner).settings == {"profile": "publish"}
