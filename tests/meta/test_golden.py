"""The golden fixture itself: it fails on a difference, says what differs, and accepts."""

import pytest

pytest_plugins = ["pytester"]

CONFTEST = "from tests.conftest import golden, pytest_addoption\n"
TEST = "def test_picture(golden):\n    golden('deep/picture.txt', 'one\\n{}\\n')\n"


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(TEST.format("two"))
    return pytester


def run(project: pytest.Pytester, *options: str) -> pytest.RunResult:
    return project.runpytest_subprocess("-p", "no:randomly", "-p", "no:cacheprovider", *options)


def test_a_missing_golden_fails_and_accepting_writes_it(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(pytestconfig.rootpath))
    missing = run(project)
    assert missing.ret == pytest.ExitCode.TESTS_FAILED
    missing.stdout.fnmatch_lines(["*There is no golden goldens/deep/picture.txt*"])
    assert run(project, "--accept").ret == pytest.ExitCode.OK
    assert run(project).ret == pytest.ExitCode.OK
    assert (project.path / "goldens/deep/picture.txt").read_bytes() == b"one\ntwo\n"


def test_a_difference_fails_and_shows_the_lines(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(pytestconfig.rootpath))
    file = project.path / "goldens/deep/picture.txt"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"one\nthree\n")
    differs = run(project)
    assert differs.ret == pytest.ExitCode.TESTS_FAILED
    differs.stdout.fnmatch_lines(["*make goldens*", "*-three", "*+two"])
    assert file.read_bytes() == b"one\nthree\n"
