"""Any XML part in, the same part out as one writer sets it: what openpyxl writes hangs on whether lxml is installed.

Namespaces are declared at the root, attributes stand in the order they came in, what is empty closes itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat
from xml.sax.saxutils import escape

from sopgen.render.ooxml.parts import XML_HEAD

_XML_SUFFIXES = (".xml", ".rels")


def serialised(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """All parts; those that are no XML are left as they are."""
    return {name: _serialise(part) if name.endswith(_XML_SUFFIXES) else part for name, part in parts.items()}


def _serialise(part: bytes) -> bytes:
    writer = _Writer()
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.text
    parser.Parse(part, True)
    return writer.whole()


class _Writer:
    def __init__(self) -> None:
        self._root = ""
        self._out: list[str] = []
        self._namespaces: dict[str, str] = {}
        self._open = False  # the last start tag, which may yet turn out to be empty

    def start(self, name: str, attributes: list[str]) -> None:
        self._settle()
        told = []
        for key, value in zip(attributes[::2], attributes[1::2], strict=True):
            if key.startswith("xmlns"):
                known = self._namespaces.setdefault(key, value)
                assert known == value, "one prefix, one namespace"
            else:
                told.append(f" {key}={_quoted(value)}")
        if self._root:
            self._out.append(f"<{name}{''.join(told)}")
        else:
            self._root = name
            self._out.append("".join(told))
        self._open = True

    def end(self, name: str) -> None:
        self._out.append("/>" if self._open else f"</{name}>")
        self._open = False

    def text(self, data: str) -> None:
        self._settle()
        self._out.append(escape(data, {"\r": "&#13;"}))

    def _settle(self) -> None:
        if self._open:
            self._out.append(">")
        self._open = False

    def whole(self) -> bytes:
        spaces = "".join(f" {key}={_quoted(value)}" for key, value in sorted(self._namespaces.items()))
        return f"{XML_HEAD}<{self._root}{spaces}{''.join(self._out)}".encode()


def _quoted(value: str) -> str:
    kept = escape(value, {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    return f'"{kept}"'
