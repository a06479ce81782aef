"""Workbooks in, LibreOffice's pages out: one process for all of them, with the fonts that sopgen measures by."""

from __future__ import annotations

import math
import os
import re
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pdfplumber
import pypdfium2
from fontTools.ttLib import TTFont

from sopgen.scene import Table

Point = tuple[float, float]
FONTS = Path(__file__).resolve().parents[3] / "sopgen" / "text" / "fonts"
FAMILIES = {"Arial": "Liberation Sans", "Times New Roman": "Liberation Serif", "Bookman Old Style": "Sopgen Bookman"}
EXCEL_LINE = 1.23
FRAME = 0.7  # a line of the frame
STROKE = (0.6, 0.74)  # of symbols and arrows; a table's rules are 0.75


def convert(
    soffice: str,
    workbooks: Mapping[str, bytes],
    folder: Path,
    target: str = "pdf",
    *,
    fonts: Path = FONTS,
    suffix: str = "xlsx",
) -> dict[str, Path]:
    """The files that LibreOffice makes of the workbooks, or of other files that end in `suffix`, by name."""
    made = folder / "made"
    made.mkdir(parents=True, exist_ok=True)
    for name, data in workbooks.items():
        (folder / f"{name}.{suffix}").write_bytes(data)
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            target,
            "--outdir",
            str(made),
            *(str(folder / f"{name}.{suffix}") for name in workbooks),
        ],
        env=os.environ | {"FONTCONFIG_FILE": str(_font_settings(folder, fonts))},
        capture_output=True,
        check=True,
        timeout=600,
    )
    ending = target.partition(":")[0]
    return {name: made / f"{name}.{ending}" for name in workbooks}


class Edit(NamedTuple):
    """What a person writes: below what a cell of the first sheet holds, a line more."""

    cell: str
    line: str


_MACRO = """\
Sub Change(source As String, where As String, line As String, pdf As String, saved As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  cell = document.Sheets.getByIndex(0).getCellRangeByName(where)
  cell.setString(cell.getString() &amp; Chr(10) &amp; line)
  filter(0).Value = "Calc MS Excel 2007 XML"
  document.storeToURL(saved, filter())
  filter(0).Value = "calc_pdf_Export"
  document.storeToURL(pdf, filter())
  document.close(True)
End Sub
"""


def edit(soffice: str, workbooks: Mapping[str, tuple[bytes, Edit]], folder: Path) -> dict[str, tuple[bytes, Path]]:
    """What LibreOffice saves and prints of workbooks in which somebody writes a line more, by name."""
    calls, made = [], {}
    for name, (data, (cell, line)) in workbooks.items():
        source, pdf, saved = folder / f"{name}.xlsx", folder / f"{name}.pdf", folder / f"{name}-disunting.xlsx"
        source.write_bytes(data)
        made[name] = (saved, pdf)
        calls.append(("Change", source.as_uri(), cell, line, pdf.as_uri(), saved.as_uri()))
    run_macro(soffice, _MACRO, calls, folder)
    return {name: (saved.read_bytes(), pdf) for name, (saved, pdf) in made.items()}


_INSERT = """\
Sub Insert(source As String, sheet As String, row As String, cells As String, saved As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName" : filter(0).Value = "Calc MS Excel 2007 XML"
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  page = document.Sheets.getByName(sheet)
  page.Rows.insertByIndex(CInt(row) - 1, 1)
  For Each told In Split(cells, "|")
    pair = Split(told, "=")
    page.getCellRangeByName(pair(0) &amp; row).setString(pair(1))
  Next
  document.calculateAll()
  document.storeToURL(saved, filter())
  document.close(True)
End Sub
"""


def insert_row(soffice: str, data: bytes, sheet: str, row: int, cells: Mapping[str, str], folder: Path) -> bytes:
    """What LibreOffice saves of a workbook in which somebody puts in a row, as its menu does, and types into it.

    `cells`: column → text.
    """
    source, saved = folder / "sebelum.xlsx", folder / "sesudah.xlsx"
    source.write_bytes(data)
    told = "|".join(f"{column}={text}" for column, text in cells.items())
    run_macro(soffice, _INSERT, [("Insert", source.as_uri(), sheet, str(row), told, saved.as_uri())], folder)
    return saved.read_bytes()


def run_macro(soffice: str, macro: str, calls: Sequence[Sequence[str]], folder: Path) -> None:
    """Each call: a macro's name and its arguments."""
    profile = folder / "profile"
    environment = os.environ | {"FONTCONFIG_FILE": str(_font_settings(folder, FONTS))}

    def run(*arguments: str) -> None:
        command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *arguments]
        subprocess.run(command, env=environment, capture_output=True, check=True, timeout=600)

    run("--terminate_after_init")  # makes the profile, whose own library then holds the macro
    lines = "".join(f"  {name}({', '.join(f'{chr(34)}{each}{chr(34)}' for each in said)})\n" for name, *said in calls)
    (profile / "user/basic/Standard/Module1.xba").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument '
        '1.0//EN" "module.dtd">\n<script:module xmlns:script="http://openoffice.org/2000/script" '
        f'script:name="Module1" script:language="StarBasic">{macro}Sub All\n{lines}End Sub\n</script:module>\n',
        encoding="utf-8",
    )
    run("macro:///Standard.Module1.All")


def _font_settings(folder: Path, fonts: Path) -> Path:
    aliases = "".join(
        f'<match target="pattern"><test name="family"><string>{wanted}</string></test>'
        f'<edit name="family" mode="assign" binding="same"><string>{ours}</string></edit></match>'
        for wanted, ours in FAMILIES.items()
    )
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{fonts}</dir><cachedir>{folder / 'font-cache'}</cachedir>{aliases}</fontconfig>",
        encoding="utf-8",
    )
    return path


def rougher_fonts(folder: Path) -> Path:
    """The same fonts, but 1.5 % wider, and no line lower than Excel's at 96 dpi, where pixels are rounded up."""
    folder.mkdir()
    for path in FONTS.glob("*.ttf"):
        with TTFont(path) as font:
            lines, em = font["hhea"], font["head"].unitsPerEm
            short = max(0, round(EXCEL_LINE * em) - (lines.ascent - lines.descent))
            lines.ascent += short // 2
            lines.descent -= short - short // 2
            lines.lineGap = 0
            widths = font["hmtx"].metrics
            digits = {font.getBestCmap()[ord(digit)] for digit in "0123456789"}  # columns are counted in them
            for name, (advance, bearing) in widths.items():
                widths[name] = (advance if name in digits else round(advance * 1.015), bearing)
            font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = lines.ascent, -lines.descent
            font.save(folder / path.name)
    return folder


def scale(pdf: Path, table: Table) -> float:
    """How large the first page is printed, measured by the frame of its table."""
    with pdfplumber.open(pdf) as document:
        edges = [x for edge in document.pages[0].edges for x in (edge["x0"], edge["x1"])]
    return (max(edges) - min(edges) - FRAME) / (table.columns[-1] - table.columns[0])


def page_count(pdf: Path) -> int:
    return len(pypdfium2.PdfDocument(pdf))


def baselines(pdf: Path) -> list[list[tuple[str, float, float]]]:
    """Of each page every letter, where it begins, and its baseline's distance from the page's top."""
    with pdfplumber.open(pdf) as document:
        return [
            [(char["text"], char["x0"], page.height - char["matrix"][5]) for char in page.chars]
            for page in document.pages
        ]


class Drawn(NamedTuple):
    """What LibreOffice drew on one page: symbols' boxes, tips of heads, ends of lines, all lines."""

    symbols: list[tuple[float, float, float, float]]
    tips: list[Point]
    ends: list[Point]


@cache
def drawn_pages(pdf: Path) -> tuple[Drawn, ...]:
    with pdfplumber.open(pdf) as document:
        return tuple(_drawn(page) for page in document.pages)


def _drawn(page: object) -> Drawn:
    symbols, tips, ends = [], [], []
    for path in [*page.curves, *page.rects]:
        white = path["fill"] and path["non_stroking_color"] in {(1.0,), (1.0, 1.0, 1.0)}
        if white and path["width"] > 6 and path["height"] > 6:
            symbols.append((path["x0"], path["top"], path["x1"], path["bottom"]))
        elif path["fill"] and not path["stroke"] and len(path["pts"]) == 4 and max(path["width"], path["height"]) < 9:
            tips.append(_tip(path["pts"][:3]))
    for path in [*page.curves, *page.lines]:
        if path["stroke"] and not path["fill"] and STROKE[0] < path["linewidth"] < STROKE[1]:
            first, last = path["pts"][0], path["pts"][-1]
            if math.dist(first, last) > 0.5:
                ends += [first, last]
    return Drawn(symbols, tips, ends)


def _tip(points: list[Point]) -> Point:
    """The corner opposite a triangle's shortest side."""
    a, b, c = points
    return max((math.dist(b, c), a), (math.dist(a, c), b), (math.dist(a, b), c), key=lambda each: -each[0])[1]


def to_outline(point: Point, box: tuple[float, float, float, float]) -> float:
    """How far a point is from the nearest of a symbol's four connection sites."""
    x0, y0, x1, y1 = box
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    return min(math.dist(point, site) for site in ((x, y0), (x0, y), (x, y1), (x1, y)))


def nearest(point: Point, places: list[Point]) -> float:
    return min((math.dist(point, place) for place in places), default=math.inf)


def with_row_raised(data: bytes, row: int, by: float = 12.0) -> bytes:
    """The workbook with one row (from 1) of "Prosedur" made higher, on paper with room for it."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet2.xml"
    text = parts[name].decode()
    head = re.search(rf'<row r="{row}"[^>]*>', text)[0]
    raised = re.sub(r' ht="([^"]+)"', lambda found: f' ht="{float(found[1]) + by:g}"', head)
    parts[name] = re.sub(r'paperSize="\d+"', 'paperSize="8"', text.replace(head, raised)).encode()
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    return target.getvalue()
