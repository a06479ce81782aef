"""The form's parts as Excel takes them: its schema's order, its bounds, its own rules for tables, lists and formulas.

Excel opens a workbook that breaks one of these with "We found a problem with some content", or drops what breaks it;
LibreOffice and openpyxl read most of them without a word. ISO/IEC 29500-1, 18.2, 18.3, 18.5; Excel's specifications and
limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from openpyxl.formula import Tokenizer

from sopgen import pipeline
from sopgen.render.form.workbook import render_form
from sopgen.workbook.package import parts_of, related

ROOT = Path(__file__).resolve().parents[2]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHEET_ORDER = tuple(
    re.findall(
        r"\w+",
        (
            "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection "
            "protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr "
            "conditionalFormatting "
            "dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks "
            "customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture "
            "oleObjects "
            "controls webPublishItems tableParts extLst "
        ),
    )
)
BOOK_ORDER = tuple(
    re.findall(
        r"\w+",
        (
            "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences "
            "definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing "
            "fileRecoveryPr webPublishObjects extLst "
        ),
    )
)
OF_EXCEL_2007 = frozenset(
    re.findall(
        r"\w+",
        (
            "AND CHAR COUNTA FIND IF IFERROR INDEX ISERROR ISNUMBER LEFT LEN MAX MID NOT OFFSET OR REPT RIGHT ROW "
            "SEARCH "
            "SUBSTITUTE SUMPRODUCT TRIM VALUE "
        ),
    )
)
"""Functions that no Excel since 2007 asks a prefix (_xlfn) for; the form uses no others."""


@pytest.fixture(scope="module", params=["empty", "konsinyering", "contoh-lengkap"])
def parts(request: Any) -> dict[str, bytes]:
    if request.param == "empty":
        return parts_of(render_form())
    return parts_of(pipeline.render_form_of(ROOT / f"specs/{request.param}.sop.yaml"))


def sheets(parts: dict[str, bytes]) -> dict[str, ET.Element]:
    """Name → root."""
    relations = related(parts, "xl/workbook.xml")
    ids = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    listed = ET.fromstring(parts["xl/workbook.xml"]).iter(f"{MAIN}sheet")
    return {each.attrib["name"]: ET.fromstring(parts[relations[each.attrib[ids]][1]]) for each in listed}


def formulas(parts: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Every formula with where it stands."""
    for name, root in sheets(parts).items():
        for cell in root.iter(f"{MAIN}c"):
            if (formula := cell.find(f"{MAIN}f")) is not None:
                yield f"{name}!{cell.attrib['r']}", formula.text or ""
        for tag in ("formula", "formula1"):
            for each in root.iter(f"{MAIN}{tag}"):
                yield f"{name} {tag}", each.text or ""
    for each in ET.fromstring(parts["xl/workbook.xml"]).iter(f"{MAIN}definedName"):
        yield each.attrib["name"], each.text or ""
    for table in tables(parts):
        for each in table.iter(f"{MAIN}calculatedColumnFormula"):
            yield table.attrib["name"], each.text or ""


def tables(parts: dict[str, bytes]) -> list[ET.Element]:
    return [ET.fromstring(part) for name, part in sorted(parts.items()) if name.startswith("xl/tables/")]


def texts(root: ET.Element) -> dict[str, str]:
    return {
        cell.attrib["r"]: "".join(each.text or "" for each in cell.iter(f"{MAIN}t"))
        for cell in root.iter(f"{MAIN}c")
        if cell.get("t") == "inlineStr"
    }


def in_order(root: ET.Element, order: tuple[str, ...]) -> bool:
    tags = [order.index(child.tag.removeprefix(MAIN)) for child in root]
    return tags == sorted(tags)


def test_elements_stand_in_the_schema_s_order(parts):
    assert in_order(ET.fromstring(parts["xl/workbook.xml"]), BOOK_ORDER)
    for name, root in sheets(parts).items():
        assert in_order(root, SHEET_ORDER), name
        rows = [int(row.attrib["r"]) for row in root.iter(f"{MAIN}row")]
        assert rows == sorted(set(rows)), name


def test_every_part_has_its_type_and_every_relation_its_part(parts):
    types = ET.fromstring(parts["[Content_Types].xml"])
    endings = {each.get("Extension") for each in types}
    named = {str(each.get("PartName")).lstrip("/") for each in types}
    assert named - {"None"} <= set(parts)
    assert all(name in named or name.rpartition(".")[2] in endings for name in parts if name != "[Content_Types].xml")
    for name in parts:
        if name.endswith(".rels"):
            owner = name.replace("_rels/", "").removesuffix(".rels")
            assert {target for _, target in related(parts, owner).values()} <= set(parts), name
    assert "xl/calcChain.xml" not in parts  # Excel makes its own; a wrong one is a repair


def test_formulas_are_within_what_every_excel_takes(parts):
    tokens_of: dict[str, list[Any]] = {}
    columns = {each.attrib["name"] for table in tables(parts) for each in table.iter(f"{MAIN}tableColumn")}
    defined = {each.attrib["name"] for each in ET.fromstring(parts["xl/workbook.xml"]).iter(f"{MAIN}definedName")}
    for where, text in formulas(parts):
        assert not text.startswith("="), where
        assert len(text) <= 8_192, where
        plain = re.sub(r'"(?:[^"]|"")*"', '""', text)
        kind = re.sub(r"\d+", "0", plain)
        if kind in tokens_of:
            continue  # the same but for its row
        tokens = tokens_of[kind] = Tokenizer(f"={text}").items
        depth = deepest = 0
        for token in tokens:
            if token.type == "FUNC" and token.subtype == "OPEN":
                assert token.value.rstrip("(") in OF_EXCEL_2007, (where, token.value)
                depth += 1
                deepest = max(depth, deepest)
            elif token.type == "FUNC":
                depth -= 1
            elif token.subtype == "TEXT":
                assert len(token.value) <= 257, where
            elif token.subtype == "RANGE" and not re.search(r"[!\[:$]|^[A-Z]{1,3}\d+$", token.value):
                assert token.value in defined | {"TRUE", "FALSE"}, (where, token.value)
        assert depth == 0, where
        assert deepest <= 64, where
        for column in re.findall(r"\[\[#\w[\w ]*\],\[([^\]]*)\]\]", text):
            assert column in columns, where
    assert len(tokens_of) > 15


def test_a_table_s_headings_are_its_cells_and_its_formulas_theirs(parts):
    names: set[str] = set()
    (table,) = tables(parts)
    root = sheets(parts)["Kegiatan"]
    first, last = (re.fullmatch(r"([A-Z]+)(\d+)", each) for each in table.attrib["ref"].split(":"))
    assert first
    assert last
    written = texts(root)
    columns = table.findall(f"{MAIN}tableColumns/{MAIN}tableColumn")
    assert int(table[0].attrib["count"] if "count" in table[0].attrib else len(columns)) == len(columns)
    cells = [chr(ord("A") + number) for number in range(len(columns))]
    assert cells[-1] == last[1]
    for letter, column in zip(cells, columns, strict=True):
        assert column.attrib["name"] == written[f"{letter}{first[2]}"]
        assert column.attrib["name"].casefold() not in names
        names.add(column.attrib["name"].casefold())
    assert len({column.attrib["id"] for column in columns}) == len(columns)
    assert not list(root.iter(f"{MAIN}mergeCell"))
    assert table.attrib["name"] not in {name for name, _ in formulas(parts) if name.startswith("Daftar")}


def test_lists_and_prompts_are_as_long_as_excel_takes(parts):
    for name, root in sheets(parts).items():
        taken: set[str] = set()
        for rule in root.iter(f"{MAIN}dataValidation"):
            told = rule.findtext(f"{MAIN}formula1") or ""
            assert len(told) <= 257, name
            assert "!" not in told, name  # another sheet's cells only by a name
            for key, most in {"promptTitle": 32, "prompt": 255, "errorTitle": 32, "error": 225}.items():
                assert len(rule.get(key, "")) <= most, (name, key)
            assert rule.attrib["sqref"] not in taken
            taken.add(rule.attrib["sqref"])


def test_names_texts_and_looks_are_within_bounds(parts):
    styles = ET.fromstring(parts["xl/styles.xml"])
    looks = len(styles.findall(f"{MAIN}cellXfs/{MAIN}xf"))
    changes = len(styles.findall(f"{MAIN}dxfs/{MAIN}dxf"))
    for name, root in sheets(parts).items():
        assert re.fullmatch(r"[^\[\]:*?/\\']{1,31}", name)
        assert all(len(text) <= 32_767 for text in texts(root).values())
        assert all(int(cell.get("s", "0")) < looks for cell in root.iter(f"{MAIN}c"))
        assert all(int(rule.get("dxfId", "0")) < changes for rule in root.iter(f"{MAIN}cfRule"))
        for column in root.iter(f"{MAIN}col"):
            assert 0 < float(column.attrib["width"]) <= 255
    book = ET.fromstring(parts["xl/workbook.xml"])
    for each in book.iter(f"{MAIN}definedName"):
        assert re.fullmatch(r"[A-Za-z_][\w.]*", each.attrib["name"])
        assert not re.fullmatch(r"[A-Za-z]{1,3}\d+|[RrCc]\d*", each.attrib["name"])
    assert book.find(f"{MAIN}calcPr[@fullCalcOnLoad='1']") is not None  # nothing has been worked out yet
