"""Themes of one's own, from a small file."""

import tomllib
from pathlib import Path

from attrs import evolve, fields

from journeykit.errors import FileError, ModelError, Problem, did_you_mean, shown

from ._builtin import theme
from ._checks import Corrected, checked_theme, corrected
from ._theme import Palette, Theme

_KEYS = ("name", "base", "font_family", "correct", "colours")
_COLOURS = tuple(one.name for one in fields(Palette))


def read_theme(path: "str | Path") -> Theme:
    """A theme from a TOML file: the name of the theme it is based on, and what differs.

    Args:
        path: a file such as

            name = "acme"
            base = "default"
            font_family = "Acme Sans, sans-serif"
            correct = true
            [colours]
            ink = "#10243E"
            valence = ["#8C2D04", "#CC6A1A", "#767676", "#4A86C5", "#08408B"]

    With `correct = true` colours that cannot be read are moved until they can; `read_corrected` says which, and why.

    Raises:
        FileError: the file cannot be read, or a key, a value or a colour is wrong; all of them at once.
    """
    return read_corrected(path).theme


def read_corrected(path: "str | Path") -> Corrected:
    """A theme from a TOML file, as `read_theme` gives it, and why each colour that was moved had to be; none without `correct = true`.

    Raises:
        FileError: as for `read_theme`.
    """
    file = Path(path)
    try:
        held = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(
            Problem(f"The theme {str(file)!r} cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8'}.")
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise FileError(Problem(f"The theme {str(file)!r} is not TOML: {error}.")) from error
    problems = [*_unknown(held, _KEYS, ""), *_wrong_types(held)]
    colours = held.get("colours", {})
    if isinstance(colours, dict):
        problems += _unknown(colours, _COLOURS, "colours.")
    if problems:
        raise FileError(problems)
    try:
        base = theme(held.get("base", "default"))
        chosen = {name: tuple(value) if isinstance(value, list) else value for name, value in colours.items()}
        palette = evolve(base.palette, **chosen)  # type: ignore[arg-type]  # the palette checks what it is given
        made = evolve(
            base,
            name=held.get("name", file.stem),
            palette=palette,
            font_family=held.get("font_family", base.font_family),
        )
        return corrected(made) if held.get("correct") else Corrected(theme=checked_theme(made), reasons=())
    except ModelError as error:
        raise FileError([evolve(one, message=f"{file.name}: {one.message}") for one in error.problems]) from error


def _unknown(held: dict[str, object], known: tuple[str, ...], before: str) -> list[Problem]:
    found = []
    for key in held:
        if key not in known:
            hint = did_you_mean(key, known)
            found.append(Problem(f"A theme has no key {before + key!r}.", got=shown(key), expected="one of " + ", ".join(known), hint=hint))
    return found


def _wrong_types(held: dict[str, object]) -> list[Problem]:
    kinds: dict[str, type] = {"name": str, "base": str, "font_family": str, "correct": bool, "colours": dict}
    names = {str: "a text", bool: "true or false", dict: "a table"}
    return [
        Problem(f"The key {key!r} of a theme is of another type.", key, got=shown(held[key]), expected=names[kind])
        for key, kind in kinds.items()
        if key in held and not isinstance(held[key], kind)
    ]
