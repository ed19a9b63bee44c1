"""What every renderer owes, as one suite: run `check_renderer(mine)` in a test."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path as FilePath
from threading import Barrier
from time import sleep
from typing import Any, get_args

from attrs import evolve

from journeykit import renderers
from journeykit.errors import JourneykitError, MissingExtraError, RenderError
from journeykit.renderers import Capability, Fonts, Options, Renderer, names
from journeykit.renderers import renderer as renderer_named
from journeykit.scene import Group, Scene, Text, walk

from ._cases import ConformanceCase, conformance_cases, dot, pages, plain_scene, text_at
from ._saying import is_text, markup_faults, png_size, png_words, said

_CAPABILITIES: tuple[Capability, ...] = get_args(Capability)
_FONT_FILES = (FilePath(renderers.__file__).parent / "_dejavu" / "DejaVuSans.ttf",)
_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+( *;.*)?", re.ASCII)
_MOST_NAMED = 5
_AT_ONCE = 8
_SUFFIX = re.compile(r"\.[^\s/\\A-Z]+")


class _Unfit(Exception):  # noqa: N818 - never leaves this file: it ends one check and becomes a line of its report
    """What was given back is of no use for the check."""


def check_renderer(renderer: Renderer, *, font_files: Sequence[FilePath] = ()) -> None:
    """Try everything that a renderer owes.

    Args:
        renderer: what is tried.
        font_files: fonts for the modes that need some; by default the one that comes along.

    Raises:
        AssertionError: with all that was found, whatever the renderer raised or gave.
    """
    faults = list(dict.fromkeys(_faults(renderer, tuple(font_files) or _FONT_FILES)))
    if faults:
        raise AssertionError("\n".join([f"The renderer {_called(renderer)} does not conform:", *faults]))


def _called(renderer: object) -> str:
    """Its name, or what it is where it does not even tell that."""
    try:
        return repr(getattr(renderer, "name", None))
    except Exception:  # noqa: BLE001 - of a stranger's code, any kind
        return f"of the class {type(renderer).__name__}"


def _faults(renderer: Renderer, font_files: tuple[FilePath, ...]) -> Iterator[str]:
    lacking = list(_told(_lacking(renderer)))
    if lacking:
        yield from lacking
        return
    yield from _told(_signed(renderer))
    for case in conformance_cases():
        yield from (f"{case.name}: {fault}" for fault in _told(_accepted(renderer, case)))
    for check in (_threaded, _declared, _asked, _scaled, partial(_fonts, font_files=font_files), _refused):
        yield from _told(check(renderer))


def _told(check: Iterator[str]) -> Iterator[str]:
    """The faults that a check finds. What a renderer raises in it is one more."""
    try:
        yield from check
    except _Unfit as error:
        yield str(error)
    except Exception as error:  # noqa: BLE001 - of a stranger's code, any kind
        yield f"raised {type(error).__name__}: {error}"


def _lacking(renderer: object) -> Iterator[str]:
    """Without these members nothing else can be tried."""
    if isinstance(renderer, type):
        yield f"is the class {renderer.__name__}: give an instance"
        return
    for member, wanted in {"name": str, "suffixes": tuple, "media_type": str, "capabilities": AbstractSet}.items():
        if not isinstance(getattr(renderer, member, None), wanted):
            yield f"has no {member} that is a {wanted.__name__.lower()}"
    if not callable(getattr(renderer, "render", None)):
        yield "has no method render"


def _signed(renderer: Renderer) -> Iterator[str]:
    """By its name, endings and media type it is found; a capability that nobody knows is never asked for."""
    if not renderer.name.strip():
        yield "name is empty"
    elif renderer.name in names() and type(_installed(renderer.name)) is not type(renderer):
        yield f"name={renderer.name!r} is the name of another renderer"
    if not renderer.suffixes:
        yield "suffixes is empty"
    for one in map(str, renderer.suffixes):
        if not _SUFFIX.fullmatch(one):
            yield f"suffixes: {one!r} is no ending in lower case with its dot"
    if not _MEDIA_TYPE.fullmatch(renderer.media_type):
        yield f"media_type={renderer.media_type!r} is none, such as 'text/csv'"
    for unknown in sorted(map(repr, set(renderer.capabilities) - set(_CAPABILITIES))):
        yield f"capabilities: {unknown} is unknown"


def _accepted(renderer: Renderer, case: ConformanceCase) -> Iterator[str]:
    """What is wrong with a case; letters that no font holds may be refused."""
    try:
        yield from _drawn(renderer, case)
    except JourneykitError as error:
        if not _is_letters_refused(renderer, case, error):
            yield f"refused: {error}"


def _is_letters_refused(renderer: Renderer, case: ConformanceCase, error: JourneykitError) -> bool:
    """Whether a refusal is right: the renderer carries its letters itself, and the error names one that stands in the scene.

    Nothing in a scene is lost without a word: a blank or a box where a letter belongs is a fault, this is not.
    """
    beyond = {
        one for page in case.scene.pages for node in walk(page.nodes) if isinstance(node, Text) for one in node.text if ord(one) > 0x7F
    }
    return (
        "font-files" in renderer.capabilities
        and isinstance(error, RenderError)
        and any(f"U+{ord(one):04X}" in str(error) for one in beyond)
    )


def _render(renderer: Renderer, scene: Scene, options: Options | None = None) -> tuple[bytes, ...]:
    found: object = renderer.render(scene, options or Options())
    if not isinstance(found, tuple):
        raise _Unfit(f"gave a {type(found).__name__} instead of a tuple of bytes")
    for one in found:
        if not isinstance(one, bytes):
            raise _Unfit(f"gave a tuple of {type(one).__name__} instead of bytes")
    return found


def _drawn(renderer: Renderer, case: ConformanceCase) -> Iterator[str]:
    """Number of items, the same bytes twice, words, well-formedness, no markup out of words."""
    first, again = _render(renderer, case.scene), _render(renderer, case.scene)
    expected = 1 if "pages-in-one" in renderer.capabilities else len(case.scene.pages)
    if len(first) != expected:
        yield f"gave {len(first)} items where {expected} were due"
    if first != again:
        yield "gave other bytes the second time"
    yield from _worded(renderer, case, first) if is_text(_kind(renderer)) else _named(renderer, case, first)


def _threaded(renderer: Renderer) -> Iterator[str]:
    """One renderer draws many pictures at once: what it keeps of one must not reach another."""
    scenes = [_said_by(f"Picture {at}") for at in range(_AT_ONCE)]
    alone = [_render(renderer, one) for one in scenes]
    together = Barrier(_AT_ONCE)

    def draw(scene: Scene) -> tuple[bytes, ...]:
        together.wait()
        return _render(renderer, scene)

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        if list(pool.map(draw, scenes)) != alone:
            yield "gives other bytes when it draws in several threads"


class _Slow(tuple[Any, ...]):
    """Lets other threads go on before each of its parts."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Any]:
        for one in super().__iter__():
            sleep(0.0001)
            yield one


def _said_by(word: str) -> Scene:
    """A scene whose parts come slowly."""
    scene = plain_scene((dot(1), *(text_at(word) for _ in range(20))))
    pages = tuple(evolve(one, nodes=_Slow(one.nodes)) for one in scene.pages)
    return evolve(scene, title=word, pages=pages, table=_Slow((word,) for _ in range(20)))


def _worded(renderer: Renderer, case: ConformanceCase, found: Sequence[bytes]) -> Iterator[str]:
    """A format that is text says all that the scene says, and nothing of it acts."""
    kind = _kind(renderer)
    text = "\n".join(_read(one, kind) for one in found)
    places = [text.find(word) for word in case.words]
    lost = [word for word, at in zip(case.words, places, strict=True) if at < 0]
    lost += [word for word in (() if kind.endswith("json") else case.says) if word not in text]
    yield from (f"does not say {word!r}" for word in lost[:_MOST_NAMED])
    if len(lost) > _MOST_NAMED:
        yield f"and {len(lost) - _MOST_NAMED} more words"
    if not lost and places != sorted(places):
        yield "says words in another order than the scene"
    if any(one < 32 and one not in b"\t\n\r" for page in found for one in page):
        yield "holds control characters"
    for page in found:
        yield from markup_faults(page, kind)


def _named(renderer: Renderer, case: ConformanceCase, found: Sequence[bytes]) -> Iterator[str]:
    """A picture that is no text says inside the file what it is called, for those who do not see it."""
    kind = _kind(renderer)
    for word in case.says if kind in {"image/png", "application/pdf"} else ():
        for page in found:
            words = _read(page, kind)
            if word not in words:
                yield f"does not say {word!r} inside the file"
            if kind == "application/pdf" and case.scene.lang and f"/Lang ({case.scene.lang})" not in words:
                yield "does not say its language"


def _read(page: bytes, kind: str) -> str:
    """What can be read in a result without drawing it."""
    try:
        return said(page, kind) if is_text(kind) else png_words(page) if kind == "image/png" else page.decode("latin-1")
    except UnicodeError as error:
        raise _Unfit(f"is not UTF-8: {error}") from error
    except ValueError as error:
        raise _Unfit(f"is {error}") from error


def _declared(renderer: Renderer) -> Iterator[str]:
    """What is declared works, and what works is declared. A result that is no text at least differs by it."""
    marks: dict[Capability, str] = {"links": "example.org/followed", "structure": "Spoken name", "tooltips": "Hovered words"}
    plain = Group(children=(text_at("Drawn words"),))
    parts: dict[Capability, Group] = {
        "links": evolve(plain, href=f"https://{marks['links']}"),
        "structure": evolve(plain, role="listitem", label=marks["structure"]),
        "tooltips": evolve(plain, tip=marks["tooltips"]),
    }
    kind, without = _kind(renderer), _render(renderer, _listed(plain))
    for capability, part in parts.items():
        found = _render(renderer, _listed(part))
        declared = capability in renderer.capabilities
        text = "\n".join(_read(one, kind) for one in found)
        seen = marks[capability] in text
        if seen and not declared:
            yield f"{capability}: works but is not declared"
        elif declared and not (seen if is_text(kind) else found != without):
            yield f"{capability}: is declared but does not work"


def _listed(group: Group) -> Scene:
    return evolve(plain_scene((Group(children=(group,), role="list", label="All"),)), table=())


def _asked(renderer: Renderer) -> Iterator[str]:
    """A capability that is asked for is there, or refused."""
    for capability in _CAPABILITIES:
        refused = _refuses(renderer, pages(1), Options(needs=(capability,)))
        if refused == (capability in renderer.capabilities):
            yield f"needs={capability!r}: {'refused though declared' if refused else 'not refused though not declared'}"


def _scaled(renderer: Renderer) -> Iterator[str]:
    """Twice the scale is twice the dots; where there are no dots, a scale is refused."""
    scene = plain_scene(())
    doubled = {"scale=2": Options(scale=2), "dpi=192": Options(dpi=192)}
    if "scale" not in renderer.capabilities:
        yield from (f"{asked} is not refused though not declared" for asked, one in doubled.items() if not _refuses(renderer, scene, one))
        return
    for options in (Options(scale=0), Options(scale=float("nan")), Options(scale=2, dpi=96)):
        if not _refuses(renderer, scene, options):
            yield f"scale={options.scale}, dpi={options.dpi} is not refused"
    plain = _render(renderer, scene)
    for asked, options in doubled.items():
        found = _render(renderer, scene, options)
        if found == plain or (
            _kind(renderer) == "image/png"
            and any(png_size(large) != tuple(2 * one for one in png_size(small)) for small, large in zip(plain, found, strict=True))
        ):
            yield f"{asked}: scale is declared but does not work"


def _fonts(renderer: Renderer, *, font_files: tuple[FilePath, ...]) -> Iterator[str]:
    modes: dict[Fonts, Capability] = {"embed": "fonts-embed", "outline": "fonts-outline"}
    scene = plain_scene((text_at("Letters"),))
    for mode, capability in modes.items():
        if not _refuses(renderer, scene, Options(fonts=mode)):
            yield f"fonts={mode!r} without a font file is not refused"
        options = Options(fonts=mode, font_files=font_files)
        if capability in renderer.capabilities:
            yield from _lettered(renderer, scene, options)
        elif not _refuses(renderer, scene, options):
            yield f"fonts={mode!r} is not refused though not declared"
    if "font-files" in renderer.capabilities:
        if not _refuses(renderer, scene, Options(font_files=(FilePath(__file__),))):
            yield "a font file that is no font is not refused"
        _render(renderer, scene, Options(font_files=font_files))


def _lettered(renderer: Renderer, scene: Scene, options: Options) -> Iterator[str]:
    try:
        found, again = _render(renderer, scene, options), _render(renderer, scene, options)
    except MissingExtraError:  # what reads font files is not installed here: nothing can be said
        return
    if found == _render(renderer, scene):
        yield f"fonts={options.fonts!r} changes nothing"
    if found != again:
        yield f"fonts={options.fonts!r} gave other bytes the second time"


def _refused(renderer: Renderer) -> Iterator[str]:
    """Coordinates that are no numbers never reach a file, where the renderer looks at coordinates at all."""
    fine, moved = (_render(renderer, plain_scene((dot(at),))) for at in (1.0, 2.0))
    if fine == moved:
        return
    for value in (float("nan"), float("inf")):
        if not _refuses(renderer, plain_scene((dot(value),)), Options()):
            yield f"draws a circle at {value}"


def _refuses(renderer: Renderer, scene: Scene, options: Options) -> bool:
    try:
        renderer.render(scene, options)
    except RenderError:
        return True
    return False


def _kind(renderer: Renderer) -> str:
    """The media type without its parameters."""
    return renderer.media_type.partition(";")[0].strip().lower()


def conformance_table(wanted: Sequence[str] = ()) -> tuple[tuple[str, ...], ...]:
    """Which renderer draws which scene of the suite: a header row, then one for each scene.

    Args:
        wanted: names of renderers; by default all that are registered and installed.

    Returns:
        `drawn`, `-` where the letters of a scene are in no font here and the renderer says so, or `FAULT`.
    """
    tried = [one for name in wanted or names() if (one := _installed(name)) is not None]
    rows = [tuple(_verdict(one, case) for one in tried) for case in conformance_cases()]
    heads = tuple(one.name for one in tried)
    return (("scene", *heads), *((case.name, *row) for case, row in zip(conformance_cases(), rows, strict=True)))


def _installed(name: str) -> Renderer | None:
    try:
        return renderer_named(name)
    except (MissingExtraError, RenderError):
        return None


def _verdict(renderer: Renderer, case: ConformanceCase) -> str:
    try:
        return "FAULT" if list(_drawn(renderer, case)) else "drawn"
    except JourneykitError as error:
        return "-" if _is_letters_refused(renderer, case, error) else "FAULT"
    except Exception:  # noqa: BLE001 - of a stranger's code, any kind
        return "FAULT"
