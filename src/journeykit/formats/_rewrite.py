"""A changed model written over the text it came from: what is equal stays as it is written, with its comments and its layout."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

from journeykit.errors import ConversionError, Problem
from journeykit.model import FrozenMap, Portfolio

from ._fault import Tree
from ._match import paired
from ._nodes import nodes_of
from ._parsed import Parsed, TextFile, parsed
from ._plain import plain
from ._plan import Key, plan_of
from ._reading import Reading, read_all
from ._weave import Sheet
from ._wording import Held, Pairs
from ._write_json import json_text
from ._write_yaml import yaml_text
from ._writer import Writer

__all__ = ["rewritten"]

_WAYS: Final[tuple[dict[str, bool], ...]] = ({"opened": True}, {}, {"exact": True}, {"exact": True, "careful": True})
"""How a file is written, the one that keeps most first."""


def rewritten(reading: Reading, after: Portfolio, *, whole: bool = True, wordings: Sequence[Reading] = ()) -> Reading:
    """A reading whose texts say `after`, changed only where they must.

    What cannot be changed in place is written anew in canonical form, the smallest part around it that can; at worst a whole file below
    the comment it begins with.

    Args:
        reading: a portfolio and its texts.
        after: what the texts shall say.
        whole: also a whole file may be written anew.
        wordings: other readings; what is new is written as the first file of one of them has it, where it says the same.

    Raises:
        ConversionError: `after` holds what no file can hold, or what these files together cannot say, such as another order of their parts;
            or it takes a whole file, and `whole` is not given.
    """
    if after == reading.portfolio:
        return reading
    ways = _WAYS if any("&" in file.text for file in reading.files) else _WAYS[1:]
    others = [one for one in map(_told, wordings) if one is not None]
    for said in (others, []) if others else ([],):
        for how in ways:
            texts = [_file(reading, after, place, Writer(_sheet(file), others=said, **how)) for place, file in enumerate(reading.files)]
            made = _read_again(reading.files, texts)
            if made is not None and made.portfolio == after:
                return made
    if len(reading.files) == 1 and whole:
        return read_all([_named(reading.files[0], _anew(reading.files[0], after))])
    raise ConversionError(
        Problem("These changes cannot be written into the files they belong to.", hint="save the portfolio into one file" if whole else "")
    )


def _read_again(files: Sequence[Parsed], texts: Sequence[str]) -> Reading | None:
    try:
        return read_all([_named(file, text) for file, text in zip(files, texts, strict=True)])
    except ValueError:  # all that reading refuses
        return None


def _named(file: Parsed, text: str) -> TextFile:
    return TextFile(text, file.name, file.syntax)


def _anew(file: Parsed, after: Portfolio) -> str:
    """The canonical text below the comments that the file begins with."""
    data = plain(after)
    if file.syntax == "json":
        return json_text(data)
    lines = file.text.split("\n")
    kept = next((place for place, one in enumerate(lines) if one.strip() and not one.startswith("#")), 0)
    text = yaml_text(data)
    return "\n".join(lines[:kept]) + "\n" + text.partition("\n")[2] if kept else text


def _sheet(file: Parsed) -> Sheet:
    return Sheet(file.text.replace("\r\n", "\n"), file.syntax == "json")


def _tree(file: Parsed, sheet: Sheet) -> Tree | None:
    """What stands where on a sheet; None where the file cannot be parsed."""
    return file.tree if file.text == sheet.text and file.tree is not None else parsed(_named(file, sheet.text)).tree


def _told(reading: Reading) -> Writer | None:
    """A writer that knows how the first file of a reading says all that it says."""
    file = reading.files[0]
    sheet = _sheet(file)
    tree = _tree(file, sheet)
    if tree is None:
        return None
    writer = Writer(sheet)
    writer.collect(Held(nodes_of(sheet.text, tree), None, file.data), plan_of(Portfolio), _share(reading, reading.portfolio, 0), whole=True)
    return writer


def _file(reading: Reading, after: Portfolio, place: int, writer: Writer) -> str:
    """The text of one file as it should be; the text as it is, where that cannot be said in place."""
    file, text = reading.files[place], writer.sheet.text
    tree = _tree(file, writer.sheet)
    if tree is None:
        return file.text
    root = nodes_of(text, tree)
    pairs = _share(reading, after, place)
    whole = Held(root, None, file.data)
    writer.collect(whole, plan_of(Portfolio), pairs)
    start, end = writer.sheet.region(root, None)
    made = text[:start] + writer.mapping(whole, plan_of(Portfolio), pairs) + text[end:]
    return made.replace("\n", "\r\n") if "\r\n" in file.text else made


def _share(reading: Reading, after: Portfolio, place: int) -> Pairs:
    """What one file of several holds of each field of the portfolio, before and after: new entries go where their neighbour is."""
    before = reading.portfolio
    found: dict[str, tuple[Any, Any]] = {}
    for key in plan_of(Portfolio).keys.values():
        old, new = getattr(before, key.name), getattr(after, key.name)
        if len(reading.files) == 1:
            found[key.name] = old, new
            continue
        counts = [_count(key, file.data) for file in reading.files]
        owner = next((at for at, count in enumerate(counts) if count), 0)
        if key.about.short_for:
            continue
        if key.shape in {"elements", "many"}:
            homes = [at for at, count in enumerate(counts) for _ in range(count)]
            after_here = _part(old, new, homes, owner)[place]
            found[key.name] = tuple(one for one, at in zip(old, homes, strict=False) if at == place), after_here
        elif isinstance(old, FrozenMap):
            own = [file.data.get(key.key) or {} for file in reading.files]
            others = {name for at, data in enumerate(own) if at != place for name in data}
            found[key.name] = (
                FrozenMap({name: one for name, one in old.items() if name in own[place]}),
                FrozenMap({name: one for name, one in new.items() if name in own[place] or (place == owner and name not in others)}),
            )
        elif counts[place] or place == owner:
            found[key.name] = (old, new) if counts[place] or old != new else (new, new)
    return found


def _count(key: Key, data: Any) -> int:
    """How many entries of a field a file holds."""
    held = [data.get(one.key) for one in plan_of(Portfolio).keys.values() if one.name == key.name]
    return sum(len(one) if isinstance(one, list | dict) and key.shape in {"elements", "many"} else 1 for one in held if one is not None)


def _part(old: Any, new: Any, homes: list[int], owner: int) -> dict[int, tuple[Any, ...]]:
    """What each file holds of a list; what is new stands where the entry before it does."""
    after: dict[int, list[Any]] = {}
    home = owner
    for one, match in zip(new, paired(old, new), strict=True):
        home = homes[match] if match is not None and match < len(homes) else home
        after.setdefault(home, []).append(one)
    return defaultdict(tuple, {at: tuple(held) for at, held in after.items()})
