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
