"""A finished PDF in, its tag tree as text out: what assistive software reads, in the order in which it reads it.

Texts come from the pages' marked content, so that a tree that points at the wrong content shows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf


def tag_tree(data: bytes) -> str:
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        lines: list[str] = []
        _tell(pdf.Root.StructTreeRoot.K, 0, None, pages, marked_texts(data), lines)
    return "\n".join(lines) + "\n"


def marked_texts(data: bytes) -> dict[tuple[int | None, int], str]:
    """The text under each mark, by page (from 0) and number; where a part has a meaning of its own, that meaning."""
    found: dict[tuple[int | None, int], str] = defaultdict(str)
    with pikepdf.open(BytesIO(data)) as pdf:
        for index, page in enumerate(pdf.pages):
            letters = {name: _letters(font) for name, font in page.Resources.Font.items()}
            for number, text in _shown(page, letters):
                found[index, number] += text
    return found


def _letters(font: Any) -> dict[int, str]:
    """What each code of a font means, by the table that it carries."""
    return {
        int(code, 16): bytes.fromhex(letter.decode()).decode("utf-16-be")
        for code, letter in re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>\n", font.ToUnicode.read_bytes())
    }


def _shown(page: Any, letters: dict[str, dict[int, str]]) -> Iterator[tuple[int, str]]:
    """(mark, text) for all that a page shows under a numbered mark."""
    marks: list[tuple[int | None, bool]] = []  # the number that counts, and whether its text is given otherwise
    font: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        number, told = marks[-1] if marks else (None, False)
        match str(instruction.operator):
            case "BMC":
                marks.append((None, False))
            case "BDC":
                said = operands[1]
                marks.append((int(said.get("/MCID", -1 if number is None else number)), "/ActualText" in said or told))
                if "/ActualText" in said and number is not None:
                    yield number, str(said.ActualText)
            case "EMC":
                marks.pop()
            case "Tf":
                font = letters[str(operands[0])]
            case "Tj" if number is not None and number >= 0 and not told:
                yield number, "".join(font[code] for code in bytes(operands[0]))


def _tell(
    element: Any,
    depth: int,
    page: int | None,
    pages: dict[tuple[int, int], int],
    texts: dict[tuple[int | None, int], str],
    lines: list[str],
) -> None:
    page = pages[element.Pg.objgen] if "/Pg" in element else page
    kids = element.get("/K", pikepdf.Array())
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    said = "".join(texts.get((page, int(kid)), "") for kid in kids if not isinstance(kid, pikepdf.Dictionary))
    name = str(element.S)[1:]
    line = f"{'  ' * depth}{name}{_attributes(element)}"
    if "/Alt" in element:
        line += f" [{element.Alt}]"
    elif said:
        line += f" {said}"
    lines.append(line.rstrip())
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary):
            if kid.get("/Type") == "/OBJR":
                lines.append(f"{'  ' * (depth + 1)}({kid.Obj.get('/TU', kid.Obj.get('/Contents'))})")
            else:
                _tell(kid, depth + 1, page, pages, texts, lines)


def _attributes(element: Any) -> str:
    shown = []
    for name in ("Scope", "RowSpan", "ColSpan", "ListNumbering"):
        value = element.get("/A", {}).get(f"/{name}")
        if value is not None:
            shown.append(f"{name.lower()}={str(value).removeprefix('/')}")
    return f"({' '.join(shown)})" if shown else ""
