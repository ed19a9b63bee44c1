"""Reference pages are made from the code: a line `% generated: NAME` in a page is replaced by what the code says while the pages are built."""

import inspect
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from types import ModuleType
from typing import Any, get_args, get_origin

import click
from attrs import Attribute, fields
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

import journeykit
from concepts import concepts
from journeykit import comparison, errors, measure, model
from journeykit.cli import COMMANDS
from journeykit.cli import command as command_named
from journeykit.formats import json_schema
from journeykit.layout import PAPERS
from journeykit.model import Checked, about_field
from journeykit.renderers import names, renderer
from journeykit.rules import Rule, catalogue
from journeykit.themes import THEME_NAMES
from journeykit.views import DEFAULT_LANES, LANE_NAMES, VIEW_NAMES, subject_of, view, words_for
from journeykit.views.lanes import CATALOGUE  # the functions behind the names: what each says of itself

_WRITTEN = re.compile(r"((?:journeykit \w+ )?(?<!\w)-{1,2}[a-z]\w*)")
_LINE = re.compile(r"^% generated: (\w+)$", re.MULTILINE)
_KINDS = {
    "actor": "an actor",
    "kpi": "a KPI",
    "step": "a touchpoint or activity",
    "place": "a journey, stage, touchpoint or activity",
    "owner": "an owner",
    "insight": "an insight",
    "opportunity": "an opportunity",
    "action": "an action",
}
_FILE_ONLY = {"journeykit": "1", "values": "numbers by period", "journey": "[Journey](#format-journey)"}
_PLAIN = {
    "id": "letters and digits of any script, then also `_`, `.` and `-`",
    "counts": "whole numbers by name",
    "extra": "whatever YAML or JSON can say",
    "check": "whatever YAML or JSON can say",
    "allow": "a reason by the name of a rule",
}


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _table(header: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [header, tuple("---" for _ in header), *rows]
    return "\n".join("| " + " | ".join(_cell(one) for one in row) + " |" for row in lines)


# ---------------------------------------------------------------------------------------------------------- file format
@cache
def _schema() -> dict[str, Any]:
    return json_schema()


def _classes() -> list[type[Checked]]:
    """What a file is made of, from the whole to its parts: in the order in which one meets them."""
    defined = _schema()["definitions"]
    order = ["Journey", "Stage", "Touchpoint", "Emotion", "Insight", "Opportunity", "Activity", "Link", "Persona", "Owner", "System"]
    known = [*order, *(one for one in defined if one not in order)]
    return [model.Portfolio, *(getattr(model, name) for name in known if name in defined)]


def _inner(attribute: "Attribute[Any]") -> str:
    """The class of the values that a field holds; empty where they are plain."""
    for one in (attribute.type, *get_args(attribute.type)):
        held = (get_args(one) or (one,))[0] if get_origin(one) else one
        if isinstance(held, type) and issubclass(held, Checked) and held.__name__ in _schema()["definitions"]:
            return held.__name__
    return ""


def _allowed(attribute: "Attribute[Any]") -> str:
    about = about_field(attribute)
    check = about.check if about is not None else None
    if inner := _inner(attribute):
        link = f"[{inner}](#format-{inner.lower()})"
        return f"{link}: {check.expected}" if check is not None and " or " in check.expected else link
    if about is not None and about.ref is not None:
        return "ids" if get_origin(attribute.type) is tuple else "an id"
    if check is None:
        return _PLAIN.get(attribute.name, "")
    if check.choices:
        usual = f"; `{attribute.default}` unless said" if isinstance(attribute.default, str) else ""
        several = "several of " if check.kind == "choices" else ""
        return several + ", ".join(f"`{one}`" for one in check.choices) + usual
    return _PLAIN.get(attribute.name) or {"text": "a text", "texts": "texts"}.get(check.kind, check.expected)


def _refers(attribute: "Attribute[Any]") -> str:
    about = about_field(attribute)
    if about is None or about.ref is None:
        return ""
    text = _KINDS.get(about.ref.kind, f"a {about.ref.kind}")
    return text + (", or any name" if about.ref.loose else "") + (", here or elsewhere" if about.ref.soft else "")


def _keys(cls: type[Checked]) -> Iterator[tuple[str, ...]]:
    schema = _schema()
    found = schema if cls is model.Portfolio else schema["definitions"][cls.__name__]
    made = next((one for one in found.get("anyOf", ()) if "properties" in one), found)
    by_alias = {one.alias: one for one in fields(cls)} | {one.name: one for one in fields(cls)}
    for key, said in made["properties"].items():
        attribute = by_alias.get(key)
        about = about_field(attribute) if attribute is not None else None
        must = " (required)" if key in made.get("required", ()) else ""
        if attribute is None or about is None:
            yield f"`{key}`{must}", said["description"], _FILE_ONLY[key], ""
        elif about.short_for:
            long = by_alias[about.short_for]
            yield f"`{key}`", f"Short form of `{about.short_for}`.", "an id" if _refers(long) else _allowed(long), _refers(long)
        else:
            yield f"`{key}`{must}", about.doc, _allowed(attribute), _refers(attribute)


def file_format() -> str:
    """A section for each class: key, what it is, what is allowed, what it refers to."""
    parts = []
    for cls in _classes():
        name = "File" if cls is model.Portfolio else cls.__name__
        summary = (cls.__doc__ or "").strip().split("\n")[0]
        lines = _table(("Key", "What it is", "Allowed", "Refers to"), _keys(cls))
        parts.append(f"(format-{cls.__name__.lower()})=\n### {name}\n\n{summary}\n\n{lines}\n")
    return "\n".join(parts)


# --------------------------------------------------------------------------------------------------------------- lanes
def lanes() -> str:
    """The catalogue: key, title on the map, whether it is shown without asking."""
    words = words_for("en")
    rows = (
        (f"`{one}`", words.lanes[one], (CATALOGUE[one].draw.__doc__ or "").split("\n")[0], "yes" if one in DEFAULT_LANES else "on request")
        for one in LANE_NAMES
    )
    return _table(("Key", "Title", "What it shows", "Usual"), rows)


def choices() -> str:
    """Names that `render` takes."""
    rows = [
        ("`view`", ", ".join(f"`{one}`" for one in VIEW_NAMES)),
        ("`theme`", ", ".join(f"`{one}`" for one in THEME_NAMES)),
        ("`paper`", ", ".join(f"`{one}`" for one in PAPERS)),
        ("`format`", ", ".join(f"`{one}` ({', '.join(renderer(one).suffixes)})" for one in names())),
    ]
    return _table(("Option", "Names"), iter(rows))


# -------------------------------------------------------------------------------------------------------- command line
def _options(command: click.Command) -> Iterator[tuple[str, ...]]:
    context = click.Context(command)
    for one in command.get_params(context):
        record = one.get_help_record(context) if isinstance(one, click.Option) else None
        if record is not None and "--help" not in one.opts:
            yield f"`{record[0]}`", _WRITTEN.sub(r"`\1`", record[1])


def commands() -> str:
    """A section for each command, from the command itself."""
    parts = []
    for name in COMMANDS:
        command = command_named(name)
        usage = " ".join([f"journeykit {name}", *command.collect_usage_pieces(click.Context(command))])
        said, _, example = (command.help or "").replace("\x08", "").replace(r"\b", "").partition("Example:")
        text, example = " ".join(said.split()), example.strip()
        rows = list(_options(command))
        table = _table(("Option", "What it does"), iter(rows)) if rows else ""
        shown = f"For example:\n\n```sh\n{example}\n```\n" if example else ""
        parts.append(f"## {name}\n\n```text\n{usage}\n```\n\n{text}\n\n{table}\n\n{shown}")
    return "\n".join(parts)


# ----------------------------------------------------------------------------------------------------------------- API
def classes() -> str:
    """The public classes of the model, in the order of the file format, then the values."""
    public = [one for one in journeykit.__all__ if one in model.__all__]
    first = [one.__name__ for one in _classes() if one.__name__ in public]
    ordered = [*first, *(one for one in public if one not in first)]
    return "\n".join(f"```{{eval-rst}}\n.. autoclass:: journeykit.{one}\n   :members:\n```\n" for one in ordered)


def error_classes() -> str:
    """The error classes, each with the builtin that it also is."""
    found = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, errors.JourneykitError)]
    own = errors.JourneykitError
    also = {one: ", ".join(f"`{base.__name__}`" for base in one.__bases__ if base is not own) for one in found}
    rows = ((f"`{one.__name__}`", also[one], (one.__doc__ or "").split("\n")[0]) for one in found)
    return _table(("Class", "Is also", "Says"), rows)


def _spelled(room: ModuleType, name: str) -> str:
    """A function of a room as its author describes it."""
    function = getattr(room, name)
    arguments = ", ".join(_argument(one) for one in inspect.signature(function).parameters.values())
    return f"## {name}\n\n```text\n{name}({arguments})\n\n{inspect.getdoc(function)}\n```\n"


def _argument(one: inspect.Parameter) -> str:
    return one.name if one.default is one.empty else f"{one.name}={one.default!r}"


def _room(room: ModuleType) -> str:
    """Every public function of a room, then its classes with what they are."""
    public = [(name, getattr(room, name)) for name in room.__all__]
    functions = [_spelled(room, name) for name, held in public if inspect.isfunction(held)]
    kinds = ((f"`{name}`", (held.__doc__ or "").split("\n")[0]) for name, held in public if inspect.isclass(held))
    return "\n".join([*functions, "## What they give\n", _table(("Class", "Is"), kinds)])


def measures() -> str:
    """Every measure."""
    return _room(measure)


def changes() -> str:
    """Every kind of change, and the functions around them."""
    return _room(comparison)


# ------------------------------------------------------------------------------------------------------------------ rules
GROUPS = {"STR": "structure", "COM": "completeness", "CUS": "the customer's side", "EVD": "evidence", "BLU": "blueprints",
          "MEA": "measurement", "MGT": "management", "CMP": "comparisons", "ACC": "pictures that everybody can read"}  # fmt: skip


def _levels(one: Rule) -> str:
    said = [f"{severity}, always" if level == "any" else f"{severity} from `{level}` on" for level, severity in one.levels.items()]
    return "; ".join(said) + ("; asks for today's date" if one.needs_today else "")


def _overview() -> str:
    rows = ((f"[{one.code}](#rule-{one.code.lower()})", one.name, _levels(one), _sentence_of(one.doc.what)) for one in catalogue())
    return _table(("Rule", "The bad pattern", "Severity", "What should hold"), rows)


def _sentence_of(text: str) -> str:
    return re.split(r"(?<=\.) (?=[A-Z])", text, maxsplit=1)[0]


def _setting(one: Rule, name: str) -> str:
    default = one.settings[name]
    shown = "a list of words" if isinstance(default, tuple) else f"`{default}`"
    others = [f"`{held[name]}` in {profile}" for profile, held in one.by_profile.items() if name in held]
    return ", ".join([shown, *others])


def _rule(one: Rule) -> str:
    doc = one.doc
    parts = [f"(rule-{one.code.lower()})=\n## {one.code} {one.name}", f"*{_levels(one)}*", doc.what, f"**Why it matters.** {doc.why}"]
    if one.settings:
        parts.append(
            _table(("Setting", "Default", "Meaning"), ((f"`{name}`", _setting(one, name), doc.settings[name]) for name in one.settings))
        )
    parts += [f"**Fails**\n\n```python\n{doc.fails}\n```", f"**Passes**\n\n```python\n{doc.passes}\n```"]
    return "\n\n".join([*parts, f"**How to fix.** {doc.fix}", f"**Source.** {doc.source}"])


def _rules_of(group: str) -> str:
    return "\n\n".join(_rule(one) for one in catalogue() if one.group == group)


# ------------------------------------------------------------------------------------------------------------------ views
_SHOWS = {"journey": "a journey", "book": "a journey or a portfolio", "comparison": "a comparison"}


def views() -> str:
    """Every view: what it shows, its options, and the example drawn in it."""
    parts = []
    for name in VIEW_NAMES:
        drawn = view(name)
        subject = subject_of(name, drawn)
        parts.append(f"## {name}\n\nShows {_SHOWS[subject]}.\n\n```text\n{inspect.getdoc(drawn)}\n```\n")
        if subject != "comparison":
            parts.append(f"```{{map}} dealership.yaml\n:view: {name}\n```\n")
    return "\n".join(parts)


GENERATED: dict[str, Callable[[], str]] = {
    "rules": _overview,
    **{f"rules_{group.lower()}": partial(_rules_of, group) for group in GROUPS},
    "changes": changes,
    "choices": choices,
    "classes": classes,
    "commands": commands,
    "concepts": concepts,
    "error_classes": error_classes,
    "file_format": file_format,
    "lanes": lanes,
    "measures": measures,
    "views": views,
}


def fill(_app: Sphinx, _docname: str, source: list[str]) -> None:
    """Replace the marked lines of one page."""
    source[0] = _LINE.sub(lambda found: GENERATED[found.group(1)](), source[0])


# ------------------------------------------------------------------------------------------- docstrings that Sphinx misreads
_ATTRIBUTES = re.compile(r"^(\s*)(\w+(?:(?:, | and )\w+)+)( \(.*?\))?: (.+)$")
_TYPED = re.compile(r"^:(r?type)(?: \w+)?: (.* .*)$")


def _one_by_one(_app: Sphinx, what: str, _name: str, _of: object, _options: object, lines: list[str]) -> None:
    """`entry, exit: what opens and closes it` describes two attributes; the parser knows one a line."""
    found: list[str] = []
    inside = False
    for line in lines:
        inside = line == "Attributes:" or (inside and (line.startswith(" ") or not line))
        match = _ATTRIBUTES.match(line) if inside and what == "class" else None
        found += [f"{match[1]}{name}: {match[4]}" for name in re.split(", | and ", match[2])] if match else [line]
    lines[:] = found


def _sentences(_app: Sphinx, _what: str, _name: str, _of: object, _options: object, lines: list[str]) -> None:
    """A first sentence with a colon: what stands before it is no type. Types are known from annotations, and have no spaces."""
    for at in range(len(lines) - 1, -1, -1):
        if match := _TYPED.match(lines[at]):
            lead = next((one for one, line in enumerate(lines) if line.startswith(":returns:")), 0) if match[1] == "rtype" else 0
            head, rest = (":returns: ", lines[lead].removeprefix(":returns: ")) if match[1] == "rtype" else ("", lines[lead])
            lines[lead] = f"{head}{match[2]}: {rest}"
            del lines[at]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Called by Sphinx."""
    app.connect("source-read", fill)
    app.connect("autodoc-process-docstring", _one_by_one, priority=400)
    app.connect("autodoc-process-docstring", _sentences, priority=600)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
