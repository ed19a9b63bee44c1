"""Directives for pages that do what they say: what they show is done while the pages are built, in a folder of their own.

    ```{file} first.yaml            shows a file, and writes it
    ```{console}                    runs commands, shows them and what they print
    ```{output}                     shows what the Python block above prints

A page is one story from top to bottom: its Python blocks are one script, and its commands find the files that it wrote before. What a reader is
to follow begins in an empty folder: the page says how its files come there. `journeykit demo` and `cd` are commands like others. Pages that explain
stand beside the examples.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata, OptionSpec

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CHANGE = re.compile(r"cd ([\w-]+)")
LANGUAGES = {".yaml": "yaml", ".json": "json", ".py": "python", ".toml": "toml"}
_MARK = "\x1e"
_HELD = "journeykit_folder"
_INSIDE = "journeykit_inside"
FOLLOWED = ("how-to", "tutorial")


def folder_of(env: BuildEnvironment) -> Path:
    """The folder that a reader is in at this point of the page."""
    if _HELD not in env.temp_data:
        held = tempfile.TemporaryDirectory(prefix="page-")  # goes when the next page is read
        if env.docname.partition("/")[0] not in FOLLOWED:
            shutil.copytree(ROOT / "examples", held.name, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".*", "__pycache__"))
        env.temp_data[_HELD] = held
    return Path(env.temp_data[_HELD].name, env.temp_data.get(_INSIDE, ""))


def _block(text: str, language: str) -> nodes.literal_block:
    return nodes.literal_block(text, text, language=language)


class File(SphinxDirective):
    """A file: shown, and written into the folder of the page."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """The file under its name."""
        name = self.arguments[0]
        target = folder_of(self.env) / name
        target.parent.mkdir(parents=True, exist_ok=True)
        text = "\n".join(self.content)
        target.write_text(text + "\n", encoding="utf-8")
        caption = nodes.caption(name, "", nodes.literal(name, name))
        return [
            nodes.container(
                "", caption, _block(text, LANGUAGES.get(target.suffix, "text")), literal_block=True, classes=["literal-block-wrapper"]
            )
        ]


class Console(SphinxDirective):
    """Commands, each with what it prints on both streams.

    Options: `exit`, the code that is expected; `lines`, how many lines of output are shown; `only`, nothing but the output; `quiet`, no output.
    A line `cd FOLDER` holds for the rest of the page.
    """

    has_content = True
    option_spec: ClassVar[OptionSpec] = {
        "exit": directives.nonnegative_int,
        "lines": directives.positive_int,
        "only": directives.flag,
        "quiet": directives.flag,
        "language": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """The block; an error of the page where a command does not end as expected."""
        shown: list[str] = []
        for command in self.content:
            if "only" not in self.options:
                shown.append(f"$ {command}")
            said = self._ran(command).rstrip().splitlines()
            shown += [] if "quiet" in self.options else self._cut(said)
        return [_block("\n".join(shown), self.options.get("language", "console"))]

    def _ran(self, command: str) -> str:
        if found := CHANGE.fullmatch(command):
            inside = self.env.temp_data.get(_INSIDE, "")
            self.env.temp_data[_INSIDE] = f"{inside}/{found[1]}".lstrip("/")
            if not folder_of(self.env).is_dir():
                raise self.error(f"`{command}`: there is no such folder.")
            return ""
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        env = {**os.environ, "PATH": path, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100", "NO_COLOR": "1"}
        done = subprocess.run(  # noqa: S602  # the commands stand on the pages of this project
            command, shell=True, cwd=folder_of(self.env), env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        said = done.stdout.decode("utf-8", errors="replace")
        if done.returncode != self.options.get("exit", 0):
            raise self.error(f"`{command}` ended with {done.returncode}: {said}")
        return said

    def _cut(self, lines: list[str]) -> list[str]:
        most = self.options.get("lines")
        return lines if most is None or len(lines) <= most else [*lines[:most], "…"]


def printed(directive: SphinxDirective) -> str:
    """What the Python block above a directive prints; the blocks before it run first, and what they print is left out."""
    page = Path(directive.env.doc2path(directive.env.docname)).read_text(encoding="utf-8").splitlines(keepends=True)
    *before, last = BLOCK.findall("".join(page[: directive.lineno - 1])) or [""]
    done = subprocess.run(  # noqa: S603  # the Python stands on the pages of this project
        [sys.executable, "-W", "error", "-c", "\n".join([*before, f"print({_MARK!r}, flush=True)", last])],
        cwd=folder_of(directive.env), env={**os.environ, "PYTHONIOENCODING": "utf-8"}, check=False, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    if done.returncode:
        raise directive.error(f"The Python above fails: {done.stderr}")
    return done.stdout.rpartition(_MARK)[2]


class Output(SphinxDirective):
    """What the Python block above prints."""

    option_spec: ClassVar[OptionSpec] = {"lines": directives.positive_int, "language": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """The block; an error of the page where its Python fails or prints nothing."""
        lines = printed(self).strip("\n").splitlines()
        if not lines:
            raise self.error("The Python above prints nothing.")
        most = self.options.get("lines", len(lines))
        shown = lines if len(lines) <= most else [*lines[:most], "…"]
        return [_block("\n".join(shown), self.options.get("language", "text"))]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Called by Sphinx."""
    app.add_directive("file", File)
    app.add_directive("console", Console)
    app.add_directive("output", Output)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
