"""What the bytes of a renderer say, and what in them was taken for markup although it is a word."""

import json
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from xml.etree import ElementTree as ET
from zlib import decompress

_CALLED = "alert(1)"  # what the hostile texts of the suite try to run
_PNG = b"\x89PNG\r\n\x1a\n"


def is_text(media_type: str) -> bool:
    """Whether results of that kind are text in UTF-8 that a program can read."""
    return media_type.startswith("text/") or media_type.endswith(("xml", "json"))


def said(page: bytes, media_type: str) -> str:
    """The words of one result that is text: what a reader of the format sees, without its escapes.

    Raises:
        ValueError: it is not what it claims to be.
    """
    text = page.decode("utf-8")
    if media_type.endswith("json"):
        try:
            return json.dumps(json.loads(text), ensure_ascii=False)
        except json.JSONDecodeError as error:
            raise ValueError(f"no JSON: {error}") from error
    if media_type.endswith("xml"):
        try:
            root = ET.fromstring(text.encode("utf-8"))  # noqa: S314 - of the renderer under test, on the developer's own machine
        except ET.ParseError as error:
            raise ValueError(f"not well-formed: {error}") from error
        return "\n".join(["".join(root.itertext()), *(value for one in root.iter() for value in one.attrib.values())])
    if media_type == "text/html":
        found = _read(text)
        return "\n".join(["".join(found.words), *found.values])
    return f"{text}\n{unescape(text)}"


def markup_faults(page: bytes, media_type: str) -> Iterator[str]:
    """Words that became elements or attributes, where the format has any."""
    if media_type.endswith("xml"):
        yield from _in_xml(page)
    elif media_type == "text/html":
        yield from _read(page.decode("utf-8")).faults()


def _in_xml(page: bytes) -> Iterator[str]:
    root = ET.fromstring(page)  # noqa: S314 - as above
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    if len(ids) != len(set(ids)):
        yield "has an id twice"
    for one in root.iter():
        if one.tag.rpartition("}")[2] in {"script", "foreignObject"}:
            yield f"holds an element {one.tag}"
        yield from (f"holds an attribute {name}" for name, value in one.attrib.items() if name.startswith("on") and _CALLED in value)
        yield from (f"links to {value}" for name, value in one.attrib.items() if name.endswith("href") and value.startswith("javascript"))


class _Html(HTMLParser):
    """What a browser would see in a page. Scripts and handlers of the page's own are none of our business: only those of the hostile texts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.values: list[str] = []
        self.scripts: list[str] = []
        self.handlers: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        self.values.extend(value for _, value in attrs if value)
        self.handlers.extend(name for name, value in attrs if name.startswith("on") and value and _CALLED in value)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the name that the parser gives it
        self._inside = ""

    def handle_data(self, data: str) -> None:
        (self.scripts if self._inside == "script" else self.words).append(data)

    def faults(self) -> Iterator[str]:
        if any(one.strip() == _CALLED for one in self.scripts):
            yield "holds an element script"
        yield from (f"holds an attribute {name}" for name in self.handlers)


def _read(text: str) -> _Html:
    found = _Html()
    found.feed(text + "-->")  # a comment without an end hides the rest, as in browsers; not every version of the parser says so
    found.close()
    return found


def png_words(png: bytes) -> str:
    """The texts inside a PNG, each on its line.

    Raises:
        ValueError: it is no PNG.

    Source: Portable Network Graphics (third edition), section 11.3.3.
    """
    if not png.startswith(_PNG):
        raise ValueError("no PNG")
    found, at = [], len(_PNG)
    while at < len(png):
        size, kind = int.from_bytes(png[at : at + 4]), png[at + 4 : at + 8]
        data = png[at + 8 : at + 8 + size]
        if kind == b"tEXt":
            found.append(data.partition(b"\x00")[2].decode("latin-1"))
        elif kind == b"iTXt":
            _, _, rest = data.partition(b"\x00")
            text = rest[2:].split(b"\x00", 2)[2]
            found.append((decompress(text) if rest[0] else text).decode("utf-8"))
        at += size + 12
    return "\n".join(found)


def png_size(png: bytes) -> tuple[int, int]:
    """Width and height, dots."""
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])
