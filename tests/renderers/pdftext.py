"""The text of a PDF as a reader would copy it: enough of the format for what matplotlib writes."""

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_SHOWN = re.compile(rb"/(F[\w-]+) [\d.]+ Tf|\[((?:\((?:\\.|[^\\)])*\)|[^\]()])*)\]\s*TJ|\((?:\\.|[^\\)])*\) Tj|\bET\b", re.DOTALL)
_STRING = re.compile(rb"\(((?:\\.|[^\\)])*)\)", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{3})|(.))", re.DOTALL)
_PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def pdf_text(pdf: bytes) -> str:
    """All lines in the order of the file."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    streams = {number: _stream(body) for number, body in objects.items() if b"stream\n" in body}
    fonts = _fonts(objects, streams)
    lines = []
    for number in sorted(streams):
        if b"BT" in streams[number] and b" Tf" in streams[number]:
            lines += _lines(streams[number], fonts)
    return "\n".join(lines)


def _stream(body: bytes) -> bytes:
    data = body.split(b"stream\n", 1)[1].rsplit(b"\nendstream", 1)[0]
    return zlib.decompress(data) if b"/FlateDecode" in body else data


def _fonts(objects: dict[int, bytes], streams: dict[int, bytes]) -> dict[bytes, dict[int, str]]:
    """What each code of each font says, by the font's name on the page."""
    found = {}
    for body in objects.values():
        for name, number in re.findall(rb"/(F[\w-]+) (\d+) 0 R", body):
            unicode = re.search(rb"/ToUnicode (\d+) 0 R", objects.get(int(number), b""))
            if unicode:
                found[name] = _codes(streams[int(unicode[1])])
    return found


def _codes(cmap: bytes) -> dict[int, str]:
    found = {}
    for block in re.findall(rb"beginbfrange\n(.*?)\nendbfrange", cmap, re.DOTALL):
        for first, last, target in re.findall(rb"<([0-9a-fA-F]+)> <([0-9a-fA-F]+)> (\[[^\]]*\]|<[0-9a-fA-F]+>)", block):
            texts = [bytes.fromhex(one.decode()).decode("utf-16-be") for one in re.findall(rb"<([0-9a-fA-F]+)>", target)]
            for at, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                found[code] = texts[at] if len(texts) > 1 else texts[0][:-1] + chr(ord(texts[0][-1]) + at)
    for block in re.findall(rb"beginbfchar\n(.*?)\nendbfchar", cmap, re.DOTALL):
        for code, target in re.findall(rb"<([0-9a-fA-F]+)> <([0-9a-fA-F]+)>", block):
            found[int(code, 16)] = bytes.fromhex(target.decode()).decode("utf-16-be")
    return found


def _lines(content: bytes, fonts: dict[bytes, dict[int, str]]) -> list[str]:
    lines, line, font = [], "", {}
    for found in _SHOWN.finditer(content):
        if found[1]:
            font = fonts.get(found[1], {})
        elif found[0] == b"ET":
            lines.append(line)
            line = ""
        else:
            for string in _STRING.findall(found[0]):
                raw = _ESCAPE.sub(lambda one: bytes([int(one[1], 8)]) if one[1] else _PLAIN.get(one[2], one[2]), string)
                line += "".join(font.get(code, chr(code)) for code in raw)
    return lines


def replaced_texts(pdf: bytes) -> list[str]:
    """What readers take for a line in place of its glyphs."""
    streams = [_stream(body) for _, body in _OBJECT.findall(pdf) if b"stream\n" in body]
    found = []
    for content in streams:
        for raw in re.findall(rb"/Span <<\s*/ActualText \(((?:\\.|[^\\)])*)\)\s*>>\s*BDC.*?EMC", content, re.DOTALL):
            plain = _ESCAPE.sub(lambda one: bytes([int(one[1], 8)]) if one[1] else _PLAIN.get(one[2], one[2]), raw)
            found.append(plain.decode("utf-16"))
    return found
