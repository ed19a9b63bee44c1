"""ACC, second half: what a reader gets who does not see the picture."""

import re
from collections.abc import Iterator

from journeykit.scene import Group, walk

from ._drawing import DrawingFacts
from ._finding import Hit, Spot
from ._rule import rule

_IN_A_STAGE = re.compile(r"^(.*?stages\[(?:'(?:[^'\\]|\\.)*'|\d+)\])\.touchpoints\[")


@rule("ACC-04", "picture-without-words", of="rendering", error="any")
def picture_without_words(at: DrawingFacts) -> Iterator[Hit]:
    """A picture has a title, a description and a table with the same content; as SVG it carries title and role.

    Why it matters:
        Whoever does not see the picture has nothing else.

    Fails:
        Scene(title="Map", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=()),))

    Passes:
        Scene(title="Map", description="One stage.", table=(("Stage",), ("Buy",)), pages=(Page(width=100, height=50, background="#FFFFFF", nodes=()),))

    How to fix:
        Pass a title; take the description from `describe()` and the table from `to_table()`.

    Source:
        WCAG 2.2, success criterion 1.1.1.
    """
    scene = at.scene
    lacking = [
        name
        for name, held in (("title", scene.title.strip()), ("description", scene.description.strip()), ("table", scene.table))
        if not held
    ]
    if getattr(at.rendering, "media_type", "") == "image/svg+xml":
        for data in getattr(at.rendering, "pages", ()):
            head = data[:4096] if isinstance(data, bytes) else b""
            lacking += [
                name for name, mark in (("title element", b"<title"), ("role", b"role=")) if mark not in head and name not in lacking
            ]
    if lacking:
        yield Hit(at.spot, f"The picture {at.spot} has no {', no '.join(lacking)}.")


@rule("ACC-05", "reading-order", of="rendering", warning="any")
def reading_order(at: DrawingFacts) -> Iterator[Hit]:
    """A screen reader meets a stage before its touchpoints, and a touchpoint before what stands in its lanes.

    Why it matters:
        Reading order is the order of groups; in another order nobody can follow.

    Fails:
        Scene(title="Map", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=(
            Group(label="Pays", source="journeys['i'].stages['a'].touchpoints['pays']", children=()), Group(label="A", source="journeys['i'].stages['a']", children=()))),))

    Passes:
        Scene(title="Map", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=(
            Group(label="A", source="journeys['i'].stages['a']", children=()), Group(label="Pays", source="journeys['i'].stages['a'].touchpoints['pays']", children=()))),))

    How to fix:
        Emit stages first, then touchpoints, then lanes.

    Source:
        WCAG 2.2, success criterion 1.3.2.
    """
    sources = [one for page in at.scene.pages for one in walk(page.nodes) if isinstance(one, Group) and one.source]
    first: dict[str, int] = {}
    for place, one in enumerate(sources):
        first.setdefault(one.source, place)
    seen: set[str] = set()
    for place, one in enumerate(sources):
        found = _IN_A_STAGE.match(one.source)
        stage = found.group(1) if found else ""
        if stage and first.get(stage, -1) > place and stage not in seen:
            seen.add(stage)
            yield Hit(Spot(one.source, "", one.label or one.source), f"{one.label or one.source} is read before its stage.")


@rule("ACC-07", "picture-without-language", of="rendering", warning="any")
def picture_without_language(at: DrawingFacts) -> Iterator[Hit]:
    """A picture says its language.

    Why it matters:
        A screen reader that does not know the language reads it in another one, and lines break in the wrong place.

    Fails:
        Scene(title="Map", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=()),))

    Passes:
        Scene(title="Map", lang="en", pages=(Page(width=100, height=50, background="#FFFFFF", nodes=()),))

    How to fix:
        Set `lang` of the portfolio or the journey.

    Source:
        WCAG 2.2, success criterion 3.1.1.
    """
    if not at.scene.lang.strip():
        yield Hit(at.spot, f"The picture {at.spot} does not say its language.")
