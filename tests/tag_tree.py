"""A finished PDF in, its tag tree as text out: what assistive software reads, in the order in which it reads it.

Texts come from the pages' marked content, so that a tree that points at the wrong content shows.
"""

from __future__ import annotations

from collections import defaultdict
from io import BytesIO
from typing import Any

import pdfplumber
import pikepdf


def tag_tree(data: bytes) -> str:
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        lines: list[str] = []
        _tell(pdf.Root.StructTreeRoot.K, 0, None, pages, marked_texts(data), lines)
    return "\n".join(lines) + "\n"


def marked_texts(data: bytes) -> dict[tuple[int | None, int], str]:
    """The text under each mark, by page (from 0) and number."""
    found: dict[tuple[int | None, int], str] = defaultdict(str)
    with pdfplumber.open(BytesIO(data)) as pdf:
        for index, page in enumerate(pdf.pages):
            for char in page.chars:
                if char["mcid"] is not None:
                    found[index, char["mcid"]] += char["text"]
    return found


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
