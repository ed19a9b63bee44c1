"""Which renderer has which name and which file ending. Those of third parties are looked up only when a name is unknown here."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, cast

from attrs import frozen

from journeykit.errors import MissingExtraError, Problem, RenderError, UnknownNameError, did_you_mean, shown
from journeykit.record import Record

from ._protocol import Capability, Options, Renderer

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "journeykit.renderers"


def _entries() -> "Iterable[EntryPoint]":
    """What installed packages registered."""
    from importlib.metadata import entry_points  # noqa: PLC0415  # slow to load, and only needed for what is not built in

    return entry_points(group=GROUP)


@frozen(kw_only=True, eq=False, repr=False)
class _BuiltIn(Record):
    """Where a renderer lives, known without importing it."""

    module: str
    suffixes: tuple[str, ...]
    extra: str = ""


_BUILT_IN = {
    "svg": _BuiltIn(module="svg", suffixes=(".svg",)),
    "text": _BuiltIn(module="text", suffixes=(".txt",)),
    "markdown": _BuiltIn(module="markdown", suffixes=(".md",)),
    "png": _BuiltIn(module="png", suffixes=(".png",), extra="png"),
    "pdf": _BuiltIn(module="pdf", suffixes=(".pdf",), extra="pdf"),
    "matplotlib": _BuiltIn(module="matplotlib", suffixes=(".png",), extra="matplotlib"),
}


def names() -> tuple[str, ...]:
    """Names of all renderers: built-in ones first, then those of installed packages."""
    return (*_BUILT_IN, *sorted({one.name for one in _entries()} - set(_BUILT_IN)))


def renderer(name: str) -> Renderer:
    """The renderer of that name.

    Raises:
        UnknownNameError: nobody registered the name.
        MissingExtraError: the renderer needs packages that are not installed.

    Example:
        >>> renderer("svg").media_type
        'image/svg+xml'
    """
    if name in _BUILT_IN:
        return _built_in(name)
    for entry in _entries():
        if entry.name == name:
            return _foreign(entry)
    known = names()
    raise UnknownNameError.of("renderer", name, known)


def renderer_for(suffix: str) -> Renderer:
    """The renderer for files with that ending, in any case, with or without the dot.

    Raises:
        UnknownNameError: nobody writes such files.
        MissingExtraError: the renderer needs packages that are not installed.

    Example:
        >>> renderer_for(".SVG").name
        'svg'
    """
    wanted = "." + suffix.lower().removeprefix(".")
    for name, entry in _BUILT_IN.items():
        if wanted in entry.suffixes:
            return _built_in(name)
    known = [one for entry in _BUILT_IN.values() for one in entry.suffixes]
    for found in _foreign_ones():
        if wanted in found.suffixes:
            return found
        known.extend(found.suffixes)
    raise UnknownNameError(
        Problem(
            f"No renderer writes files that end in {shown(wanted)}." if wanted != "." else "The file has no ending that says its format.",
            got=shown(suffix),
            expected="one of " + ", ".join(repr(one) for one in dict.fromkeys(known)),
            hint=did_you_mean(wanted, known) or "name a renderer, or install a package that registers one for this ending",
        )
    )


def agrees(suffix: str, ending: str) -> bool:
    """Whether a picture whose files usually end in `suffix` may stand in a file with that ending: none that means another format.

    Example:
        >>> agrees(".svg", ".png"), agrees(".svg", ".SVG"), agrees(".svg", ".out")
        (False, True, True)
    """
    ending = ending.lower()
    return ending == suffix or all(ending not in entry.suffixes for entry in _BUILT_IN.values())


def check_options(asked: Renderer, options: Options) -> None:
    """See, before anything is drawn, that a renderer can do what the options ask for.

    Raises:
        RenderError: it cannot; the error names those that can.
    """
    needs: set[Capability] = set(options.needs)
    if options.fonts == "embed":
        needs.add("fonts-embed")
    elif options.fonts == "outline":
        needs.add("fonts-outline")
    elif options.fonts != "system":
        raise RenderError(
            Problem(f"There is no way to treat fonts named {shown(options.fonts)}.", expected="one of 'system', 'embed', 'outline'")
        )
    if options.scale is not None or options.dpi is not None:
        needs.add("scale")
        _ = options.zoom
    lacking = sorted(needs - asked.capabilities)
    if not lacking:
        return
    missing = ["dpi" if one == "scale" and options.dpi is not None else one for one in lacking]
    able = list(_one_each_ending(one for one in names() if needs <= _capabilities(one)))
    raise RenderError(
        Problem(
            f"The renderer {asked.name!r} cannot do what was asked: {', '.join(missing)}.",
            got=asked.name,
            expected="one of " + ", ".join(repr(one) for one in able) if able else "",
            hint="" if able else _nobody_can(),
        )
    )


def _nobody_can() -> str:
    """What to say where no renderer here can: perhaps one of those that come along could, were its extra installed."""
    extras = ",".join(dict.fromkeys(entry.extra for name, entry in _BUILT_IN.items() if entry.extra and not _capabilities(name)))
    return "no installed renderer can" + (f'; pip install "journeykit[{extras}]" brings more' if extras else "")


def _one_each_ending(able: Iterable[str]) -> Iterator[str]:
    """Renderers without those for whose endings another one is asked first."""
    taken: set[str] = set()
    for one in able:
        endings = set(renderer(one).suffixes)
        if not endings or endings - taken:
            yield one
        taken |= endings


def _built_in(name: str) -> Renderer:
    entry = _BUILT_IN[name]
    try:
        module = import_module(f"journeykit.renderers.{entry.module}")
    except ModuleNotFoundError as error:
        if not entry.extra or (error.name or "").startswith("journeykit"):
            raise
        raise MissingExtraError.of(entry.extra, f"The renderer {name!r}") from error
    return cast(Renderer, module.RENDERER)


def _foreign(entry: "EntryPoint") -> Renderer:
    """A renderer that another package registered: an instance, or a class that is called without arguments."""
    try:
        found = entry.load()
    except Exception as error:
        package = entry.dist.name if entry.dist else entry.value
        raise RenderError(Problem(f"The renderer {entry.name!r} of {package} cannot be loaded: {error}.")) from error
    return cast(Renderer, found() if isinstance(found, type) else found)


def _foreign_ones() -> Iterator[Renderer]:
    """Those that can be loaded: one broken package may not hide the others when only an ending was asked for."""
    for entry in _entries():
        try:
            yield _foreign(entry)
        except RenderError:
            continue


def _capabilities(name: str) -> frozenset[Capability]:
    try:
        return renderer(name).capabilities
    except (MissingExtraError, RenderError):
        return frozenset()
