"""Whether the colours of a theme can be read, and told apart by readers who are colour-blind; and the nearest colours that can."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from attrs import evolve, frozen

from journeykit.errors import ModelError, Problem, shown
from journeykit.record import Record

from ._colour import VISIONS, difference, linear, written
from ._theme import Palette, Theme, contrast

_GROUNDS = ("paper", "wash", "focus", "up", "down", "customer", "back", "support")
_TEXTS = ("ink", "ink2", "good", "bad", "added", "removed", "changed")
_TEXT, _GRAPHICS = 4.5, 3.0
_APART = 8.0
_LEVELS = ("-2", "-1", "0", "+1", "+2")
_LEVELS_BY_NAME = {f"valence[{at}]": at for at in range(5)}
_LIGHTNESS = "a darker or lighter one"
_ADVICE = "one lighter and one darker, or blue for good and orange for bad"
_STEPS = 100
_GREY = 3.0


@frozen(kw_only=True, eq=False, repr=False)
class Corrected(Record):
    """A theme whose colours pass, and why each that was changed had to be."""

    theme: Theme
    reasons: tuple[Problem, ...]


@lru_cache(maxsize=64)
def theme_problems(theme: Theme) -> tuple[Problem, ...]:
    """What is wrong with the colours of a theme.

    Text below 4.5 to 1 on any ground, graphics below 3 to 1, levels of feeling that look alike, good and bad that look alike. A theme in greys is asked only that strong, weak and neutral feelings differ: position, symbol and number say there which are good and bad.

    Source: WCAG 2.2, success criteria 1.4.3 and 1.4.11; differences after CIEDE2000.

    Example:
        >>> from journeykit.themes import theme
        >>> theme_problems(theme("default"))
        ()
    """
    faint, alike = _faint(theme.palette), tuple(_alike(theme.palette))
    # What is alike is not corrected, so nobody is sent there.
    return (*(evolve(one, hint=_LIGHTNESS) if alike else one for one in faint), *alike)


def checked_theme(theme: Theme) -> Theme:
    """The theme, all of whose colours pass.

    Raises:
        ModelError: a colour does not; all of them at once.
    """
    if problems := theme_problems(theme):
        raise ModelError(problems)
    return theme


def corrected(theme: Theme) -> Corrected:
    """The theme with every colour that cannot be read moved towards black or white, as little as it takes.

    Raises:
        ModelError: levels of feeling, or good and bad, look alike, maybe only since they were moved, which somebody with an eye for the brand
            can mend; or no colour is dark or light enough.

    Example:
        >>> from attrs import evolve
        >>> from journeykit.themes import theme
        >>> light = theme("default")
        >>> pale = evolve(light, name="acme", palette=evolve(light.palette, ink2="#9AA0A6"))
        >>> found = corrected(pale)
        >>> theme_problems(found.theme), found.reasons[0].where
        ((), 'ink2')
    """
    palette, reasons = theme.palette, []
    for problem in _faint(palette):
        name, least = problem.where, _GRAPHICS if problem.where.startswith(("rule2", "valence")) else _TEXT
        before = _colour(palette, name)
        if name.startswith("valence"):
            at = _LEVELS_BY_NAME[name]
            colour = _moved(before, _grounds_of(palette, at), least)
            levels = (*palette.valence[:at], colour, *palette.valence[at + 1 :])
            palette = evolve(palette, valence=levels)  # type: ignore[arg-type]  # still five
        else:
            colour = _moved(before, [getattr(palette, ground) for ground in _GROUNDS], least)
            palette = evolve(palette, **{name: colour})  # type: ignore[arg-type]  # all but valence are one colour
        reasons.append(evolve(problem, message=f"{problem.message} {before} became {colour}, the nearest that passes.", hint=""))
    mended = evolve(theme, palette=palette)
    if problems := theme_problems(mended):
        hopeless = {one.where for one in problems if len(_names(one)) == 1}  # that these end up alike is nobody's choice
        raise ModelError(
            [_still(one, theme.palette, palette) for one in problems if len(_names(one)) == 1 or hopeless.isdisjoint(_names(one))]
        )
    return Corrected(theme=mended, reasons=tuple(reasons))


def _still(problem: Problem, written: Palette, palette: Palette) -> Problem:
    """What is wrong after the correction, in the colours that were written, without the advice that was just followed."""
    names = _names(problem)
    asked = [_colour(written, name) for name in names]
    if len(names) == 1:
        return evolve(
            problem,
            got=shown(asked[0]),
            message=f"No colour can take the place of {asked[0]} for {names[0]!r}: none stands out from all grounds at once.",
            hint="grounds that are all light or all dark; base = 'dark' brings dark ones along",
        )
    moved = [f"{one} became {now}" for name, one in zip(names, asked, strict=True) if (now := _colour(palette, name)) != one]
    moved = list(dict.fromkeys(moved))
    if not moved:
        return problem
    was = min(difference(asked[0], asked[1], seen) for seen in VISIONS)
    message = f"{problem.message} To be readable, {' and '.join(moved)}."
    closer = f"; {was:.1f} apart as they were written" if was >= _APART else ""
    return evolve(
        problem, message=message, got=f"{problem.got}{closer}", hint=f"choose both anew: {_ADVICE}; correction moves each by itself"
    )


def _names(problem: Problem) -> list[str]:
    return [one for one in problem.where.split(", ") if one]


def _colour(palette: Palette, name: str) -> str:
    found = palette.valence[_LEVELS_BY_NAME[name]] if name in _LEVELS_BY_NAME else getattr(palette, name)
    return str(found)


def _faint(palette: Palette) -> Iterator[Problem]:
    for name, least in (*((one, _TEXT) for one in _TEXTS), ("rule2", _GRAPHICS)):
        colour = getattr(palette, name)
        ratio, ground = min((contrast(colour, getattr(palette, one)), one) for one in _GROUNDS)
        if ratio < least - 0.005:
            yield _problem(name, colour, ratio=ratio, ground=f"{ground} {getattr(palette, ground)}", least=least)
    for at, colour in enumerate(palette.valence):
        ratio, against = min((contrast(colour, one), one) for one in _grounds_of(palette, at))
        if ratio < _GRAPHICS - 0.005:
            yield _problem(f"valence[{at}]", colour, ratio=ratio, ground=against, least=_GRAPHICS)


def _grounds_of(palette: Palette, at: int) -> list[str]:
    """On what a marker of feeling stands: paper, the critical column, and its own side of the zero line."""
    area = [palette.down] if at < 2 else [palette.up] if at > 2 else []
    return [palette.paper, palette.focus, *area]


def _problem(name: str, colour: str, *, ratio: float, ground: str, least: float) -> Problem:
    hint = f"{_LIGHTNESS}; themes.corrected(theme), in a file correct = true, finds the nearest"
    message = f"The colour {name!r} has a contrast of {ratio:.1f} to 1 on {ground}."
    return Problem(message, name, got=shown(colour), expected=f"{least:g} to 1 or more", hint=hint)


def _alike(palette: Palette) -> Iterator[Problem]:
    """Levels of feeling, and good and bad, that cannot be told apart. In greys only the strength of a feeling is told by its colour."""
    in_greys = all(_is_grey(one) for one in palette.valence)
    for low, high in combinations(range(len(_LEVELS)), 2):
        if not in_greys or abs(low - 2) != abs(high - 2):
            names = f"valence[{low}], valence[{high}]"
            yield from _close(names, f"feeling {_LEVELS[low]} and {_LEVELS[high]}", palette.valence[low], palette.valence[high])
    if not in_greys:
        yield from _close("good, bad", "good and bad verdicts", palette.good, palette.bad)


def _close(where: str, what: str, one: str, other: str) -> Iterator[Problem]:
    found, vision = min((difference(one, other, seen), seen) for seen in VISIONS)
    if found < _APART:
        who = "to everybody" if difference(one, other) < _APART else f"to readers with {vision} vision"
        expected = f"{_APART:g} or more apart (CIEDE2000)"
        yield Problem(f"The colours of {what} look alike {who}.", where, got=f"{one} and {other}, {found:.1f} apart", expected=expected,
                      hint=_ADVICE)  # fmt: skip


def _is_grey(colour: str) -> bool:
    return max(parts := [int(colour[at : at + 2], 16) for at in (1, 3, 5)]) - min(parts) <= _GREY


def _moved(colour: str, grounds: list[str], least: float) -> str:
    """The nearest mixture with black or white, whichever stands out, that passes on every ground; the end of the way where none does."""
    end = max(("#000000", "#FFFFFF"), key=lambda one: min(contrast(one, ground) for ground in grounds))
    for step in range(1, _STEPS + 1):
        share = step / _STEPS
        red, green, blue = ((1 - share) * a + share * b for a, b in zip(linear(colour), linear(end), strict=True))
        mixed = written((red, green, blue))
        if min(contrast(mixed, ground) for ground in grounds) >= least:
            return mixed
    return end
