"""A workbook as sopgen writes it, with one part edited as somebody might in Excel."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

from sopgen import pipeline

ROOT = Path(__file__).resolve().parents[3]
IDENTITY = "xl/worksheets/sheet1.xml"
SHEET = "xl/worksheets/sheet2.xml"
DRAWING = "xl/drawings/drawing2.xml"
ANCHOR = re.compile(r"<xdr:twoCellAnchor\b.*?</xdr:twoCellAnchor>", re.DOTALL)
ALTERNATIVE = re.compile(r"<mc:AlternateContent>.*?</mc:AlternateContent>", re.DOTALL)


@cache
def workbook(name: str) -> bytes:
    return pipeline.render_document(pipeline.build_document(ROOT / "specs" / f"{name}.sop.yaml"), "xlsx")


def edited(name: str, part: str, change: Callable[[str], str]) -> bytes:
    """The change must change something."""
    parts = {}
    with zipfile.ZipFile(BytesIO(workbook(name))) as archive:
        for entry in archive.namelist():
            parts[entry] = archive.read(entry)
    before = parts[part].decode()
    after = change(before)
    assert after != before
    parts[part] = after.encode()
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, data in parts.items():
            archive.writestr(entry, data)
    return target.getvalue()


def drawn_as(shape: str, change: Callable[[str], str]) -> Callable[[str], str]:
    """Edit the shapes of one name, in both their forms."""

    def over(drawing: str) -> str:
        return ANCHOR.sub(lambda found: change(found[0]) if f'name="{shape}"' in found[0] else found[0], drawing)

    return over


def without(shape: str) -> Callable[[str], str]:
    """Delete a shape, in both its forms; of several so called all."""

    def over(drawing: str) -> str:
        gone = ALTERNATIVE.sub(lambda found: "" if f'name="{shape}"' in found[0] else found[0], drawing)
        return drawn_as(shape, lambda _anchor: "")(gone)

    return over


def moved(columns: int = 0, rows: int = 0, right: int = 0, down: int = 0) -> Callable[[str], str]:
    """Move an anchor by whole cells, and by points within them."""

    def shifted(name: str, by: int) -> Callable[[str], str]:
        return lambda anchor: re.sub(
            rf"<xdr:{name}>(-?\d+)</xdr:{name}>", lambda f: f"<xdr:{name}>{int(f[1]) + by}</xdr:{name}>", anchor
        )

    def over(anchor: str) -> str:
        for name, by in (("col", columns), ("row", rows), ("colOff", right * 12700), ("rowOff", down * 12700)):
            anchor = shifted(name, by)(anchor)
        return anchor

    return over


def unglued(anchor: str) -> str:
    return re.sub(r"<a:(st|end)Cxn [^>]*/>", "", anchor)


def as_preset(preset: str) -> Callable[[str], str]:
    return lambda anchor: re.sub(r'prst="\w+"', f'prst="{preset}"', anchor)


def cell(reference: str, text: str) -> Callable[[str], str]:
    """Write another text into a cell."""
    return lambda sheet: re.sub(
        rf'<c r="{reference}" s="(\d+)"(?:[^>]*/>|[^>]*>.*?</c>)',
        rf'<c r="{reference}" s="\1" t="inlineStr"><is><t>{text}</t></is></c>',
        sheet,
        count=1,
        flags=re.DOTALL,
    )
