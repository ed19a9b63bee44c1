"""YAML to plain data, with YAML 1.2's meaning (`NO` is text) and the positions of everything.

The C parser composes nodes that know their lines; one walk makes data of them. Nothing here constructs objects that a tag names.
"""

import re
from typing import Any, Final, cast

import yaml

from journeykit.errors import Problem, shown

from ._fault import Fault, FaultsError, Mark, Path, Span
from ._short import DEPTH
from ._text import control
from ._yaml_errors import syntax_fault

__all__ = ["YamlTree", "parse_yaml"]

MOST_ADDED: Final = 100_000
"""How many nodes aliases may add to a file."""

_CONSTANTS: dict[str, Any] = {
    **dict.fromkeys(("~", "null", "Null", "NULL"), None), **dict.fromkeys(("true", "True", "TRUE"), True), **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")), **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}  # fmt: skip
_INT = re.compile(r"[-+]?[0-9]+")
_HEX = re.compile(r"0x[0-9a-fA-F]+|0o[0-7]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_FIRST = frozenset("0123456789+-.~nNtTfF")
_SUSPECT = 500  # nesting that could exhaust the C parser's stack lies far above this
_STEEP = re.compile(rf"(?m)^[ \-?:]{{{_SUSPECT}}}")
_STR: Final = "tag:yaml.org,2002:str"
_TAGS: Final = {"tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null", "!"}
_KEY_TAGS: Final = {None, "!", _STR}
_HOLDERS: Final = {"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Parser):  # type: ignore[misc]  # the parser is C or Python, whichever PyYAML was built with
    """Composes nodes whose tag is None unless the text names one."""

    def resolve(self, _kind: Any, _value: Any, _implicit: Any) -> None:
        """What a scalar means is found by the walk, which needs no call for each node."""
        return


def scalar(text: str) -> Any:
    """What an unquoted scalar means in YAML 1.2.

    Example:
        >>> scalar("NO"), scalar("012"), scalar("1:30"), scalar("1e3"), scalar("null"), scalar("2025-06-30")
        ('NO', 12, '1:30', 1000.0, None, '2025-06-30')
    """
    if not text:
        return None
    if text[0] not in _FIRST:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INT.fullmatch(text):
        return int(text) if len(text) < 4_000 else text
    if _FLOAT.fullmatch(text):
        return float(text)
    if _HEX.fullmatch(text) and len(text) < 1_000:
        return int(text, 0)
    return text


def parse_yaml(text: str) -> "tuple[Any, YamlTree, list[Fault]]":
    """Plain data (the first of two equal keys counts), the tree that knows where everything stands, and faults that leave the rest readable.

    Raises:
        FaultsError: no YAML, several documents, or what journeykit does not read: aliases that add too much, nesting that is too deep.
    """
    _refuse_steep(text)
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
    except yaml.YAMLError as error:
        raise FaultsError([syntax_fault(text, error)]) from error
    except RecursionError:  # only the Python parser
        raise FaultsError([_too_deep(text)]) from None
    finally:
        loader.dispose()
    if node is None:
        raise FaultsError(
            [
                Fault(
                    Problem("The file is empty.", expected="journeys", hint="add the line `journeykit: 1`, then a title and journeys"),
                    mark=Mark(1, 1, 0),
                )
            ]
        )
    tree = YamlTree(node)
    faults: list[Fault] = []
    try:
        if "&" in text and "*" in text:
            tree.refuse_bombs()
        data = _plain(node, faults)
        if faults:
            faults = tree.all_faults()
        if "\\" in text:
            faults += tree.escaped_controls()
    except RecursionError:
        raise FaultsError([_too_deep(text)]) from None
    return data, tree, faults


def _plain(node: Any, faults: list[Fault]) -> Any:
    """The data of a node. Any fault makes the list longer; where it lies is asked only then."""
    tag = node.tag
    if type(node) is yaml.ScalarNode:
        value = node.value
        if tag is None:
            if node.style or (value and value[0] not in _FIRST):
                return value
            return scalar(value)
        return _tagged(node, faults)
    if tag is not None and tag not in _HOLDERS:
        faults.append(_tag_fault(node))
    if type(node) is yaml.SequenceNode:
        return [_plain(one, faults) for one in node.value]
    data = {}
    for key, one in node.value:
        name = key.value
        if type(name) is not str or name in data or (key.tag is not None and key.tag not in _KEY_TAGS) or _is_merge(key):
            faults.append(_key_fault(key))
            continue
        data[name] = _plain(one, faults)
    return data


def _tagged(node: Any, faults: list[Fault]) -> Any:
    if node.tag == _STR:
        return node.value
    if node.tag in _TAGS:
        return node.value if node.tag == "!" else scalar(node.value)
    faults.append(_tag_fault(node))
    return node.value


def _tag_fault(node: Any) -> Fault:
    return Fault(
        Problem("The file uses a YAML tag.", got=shown(node.tag), expected="plain YAML without tags", hint="delete the tag"),
        mark=_mark(node.start_mark),
    )


def _is_merge(key: Any) -> bool:
    return bool(key.value == "<<" and not key.style)  # in quotes it is a text like any other


def _key_fault(key: Any) -> Fault:
    if type(key.value) is not str:
        return Fault(Problem("A key is not a text.", expected="a text", hint="write `key: value`"), mark=_mark(key.start_mark))
    if key.tag not in _KEY_TAGS:
        return _tag_fault(key)
    if _is_merge(key):
        return Fault(
            Problem(
                "The file uses a merge key, which YAML 1.2 does not have.",
                got="'<<'",
                expected="the keys themselves",
                hint="write the keys out",
            ),
            mark=_mark(key.start_mark),
        )
    return Fault(
        Problem(
            f"The key {shown(key.value)} stands here twice.",
            got=shown(key.value),
            expected="each key once",
            hint="delete one of the two, or join them",
        ),
        mark=_mark(key.start_mark),
    )


def _mark(mark: Any) -> Mark:
    return Mark(mark.line + 1, mark.column + 1, mark.index)


def _refuse_steep(text: str) -> None:
    """The C parser recurses: nesting that could exhaust its stack is found before it starts."""
    suspect = bool(_STEEP.search(text))
    if not suspect and text.count("[") + text.count("{") > _SUSPECT:
        depth = 0
        for one in re.finditer(r"[\[\]{}]", text):
            depth += 1 if one.group() in "[{" else -1
            if depth > _SUSPECT:
                suspect = True
                break
    if suspect:
        fault = _deep_place(text)
        if fault:
            raise FaultsError([fault])


def _deep_place(text: str) -> Fault | None:
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > DEPTH:
                    return deep_fault(_mark(event.start_mark))
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError as error:
        return syntax_fault(text, error)
    return None


def _too_deep(text: str) -> Fault:
    return _deep_place(text) or deep_fault(Mark(1, 1, 0))


def deep_fault(mark: Mark) -> Fault:
    """Nested too deep."""
    return Fault(
        Problem("The file is nested too deep.", expected=f"at most {DEPTH} levels", hint="most journeys need fewer than 12"), mark=mark
    )


class YamlTree:
    """Composed nodes."""

    def __init__(self, node: Any) -> None:
        self._node = node

    @property
    def root(self) -> Any:
        """The node of the whole text, as PyYAML composed it."""
        return self._node

    def find(self, path: Path) -> tuple[Span | None, Span, Path]:
        """The span of the last key (None in a list), the span of its value, and how much of the path exists."""
        node, key, at = self._node, None, 0
        for at, one in enumerate(path):
            if isinstance(one, int):
                if type(node) is not yaml.SequenceNode or one >= len(node.value):
                    return key, self._span(node), path[:at]
                node, key = node.value[one], None
                continue
            found = next((pair for pair in node.value if pair[0].value == one), None) if type(node) is yaml.MappingNode else None
            if found is None:
                return key, self._span(node), path[:at]
            key, node = self._span(found[0]), found[1]
        return key, self._span(node), path

    def _span(self, node: Any) -> Span:
        return Span(_mark(node.start_mark), _mark(node.end_mark))

    def all_faults(self) -> list[Fault]:
        """Every duplicate key, merge key and tag; also those below a key that stands there twice."""
        faults: list[Fault] = []
        _all_faults(self._node, faults, set())
        return faults

    def escaped_controls(self) -> list[Fault]:
        """Control characters written as escapes, which the text itself does not show."""
        faults: list[Fault] = []
        for node in _scalars(self._node, set()):
            if node.style == '"' and (found := control().search(node.value)):
                code = f"U+{ord(found.group()):04X}"
                faults.append(
                    Fault(
                        Problem(f"A text holds the control character {code}.", got=code, expected="text", hint="delete the escape"),
                        mark=_mark(node.start_mark),
                    )
                )
        return faults

    def refuse_bombs(self) -> None:
        """Aliases that add too many nodes, or that lead into themselves.

        Raises:
            FaultsError: they do.
        """
        _size(self._node, {}, set(), _Added())


class _Added:
    """Nodes that aliases have added so far."""

    def __init__(self) -> None:
        self.count = 0


def _size(node: Any, sizes: dict[int, int], open_nodes: set[int], added: _Added) -> int:
    key = id(node)
    if key in open_nodes:
        raise FaultsError(
            [
                Fault(
                    Problem(
                        "An alias stands inside of what it stands for.", expected="an alias of something else", hint="write the value out"
                    ),
                    mark=_mark(node.start_mark),
                )
            ]
        )
    if key in sizes:
        added.count += sizes[key]
        if added.count > MOST_ADDED:
            raise FaultsError(
                [
                    Fault(
                        Problem(
                            "Aliases make this file explode.",
                            got=f"over {MOST_ADDED:,} nodes added",
                            expected=f"at most {MOST_ADDED:,}",
                            hint="write fewer aliases of aliases",
                        ),
                        mark=_mark(node.start_mark),
                    )
                ]
            )
        return sizes[key]
    size = 1
    if type(node) is not yaml.ScalarNode:
        open_nodes.add(key)
        for one in node.value:
            for part in one if type(one) is tuple else (one,):
                size += _size(part, sizes, open_nodes, added)
        open_nodes.discard(key)
    sizes[key] = size
    return size


def _all_faults(node: Any, faults: list[Fault], seen: set[int]) -> None:
    if id(node) in seen:
        return
    seen.add(id(node))
    if type(node) is yaml.ScalarNode:
        if node.tag not in {None, _STR, *_TAGS}:
            faults.append(_tag_fault(node))
        return
    if node.tag is not None and node.tag not in _HOLDERS:
        faults.append(_tag_fault(node))
    names = set()
    for one in cast("list[Any]", node.value):
        if type(one) is tuple:
            key, value = one
            if type(key.value) is not str or key.value in names or key.tag not in _KEY_TAGS or _is_merge(key):
                faults.append(_key_fault(key))
            names.add(key.value if type(key.value) is str else None)
            _all_faults(value, faults, seen)
        else:
            _all_faults(one, faults, seen)


def _scalars(node: Any, seen: set[int]) -> Any:
    if id(node) in seen:
        return
    seen.add(id(node))
    if type(node) is yaml.ScalarNode:
        yield node
        return
    for one in node.value:
        for part in one if type(one) is tuple else (one,):
            yield from _scalars(part, seen)
