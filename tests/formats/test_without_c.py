"""Where PyYAML was built without its C parser, its Python parser reads the same, only slower."""

import subprocess
import sys
from pathlib import Path

FILE = Path(__file__).parents[1] / "documents" / "data" / "twenty_mistakes.yaml"
PROGRAM = """
import sys, yaml
if sys.argv[2] == "python":
    del yaml.CSafeLoader
from journeykit.documents import load
from journeykit.errors import FileError
from journeykit.formats import read, write
from journeykit.formats._yaml import _Parser
print(_Parser.__name__, file=sys.stderr)
try:
    load(sys.argv[1])
except FileError as error:
    print(error)
text = "journeykit: 1\\ntitle: '1:30'\\nextra: {a: NO, b: 012, c: !!str 1, d: &x [1], e: *x}\\n"
print(write(read(text).portfolio))
for bad in ("journeykit: 1\\n\\ttitle: x", "journeykit: 1\\nextra: " + "[" * 400 + "]" * 400, "journeykit: 1\\na: [1"):
    try:
        read(bad)
    except FileError as error:
        print([one.location for one in error.problems])
"""


def said(parser: str) -> tuple[str, str]:
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(FILE), parser], capture_output=True, text=True, check=True, encoding="utf-8")
    return done.stdout, done.stderr


def test_both_parsers_say_the_same() -> None:
    quick, slow = said("c"), said("python")
    assert slow[1].strip() == "SafeLoader"
    assert slow[0] == quick[0]
