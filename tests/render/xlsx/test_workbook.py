"""The finished workbook as a whole: valid, the same each time, and saying what the spec says."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from io import BytesIO

import pytest
from openxml_audit import FileFormat

from sopgen import pipeline
from tests.render.xlsx.drawn import REFERENCES, ROOT, SMALL, made_of, random_one, reference, workbook
from tests.render.xlsx.workbook_checks import all_faults, audit, drawn_flow, invariants
from tests.render.xlsx.workbook_reading import read

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for each, content in parts(data).items():
            text = content.decode() if each == name else ""
            assert each != name or old in text
            archive.writestr(each, text.replace(old, new, 1) if each == name else content)
    return target.getvalue()


@pytest.mark.parametrize("name", REFERENCES)
def test_the_references_have_no_fault(name):
    sop, document = reference(name)
    assert all_faults(workbook(name), document, sop) == []


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("konektor", ["ganda", "bebas", "terpaku"])
def test_random_ones_have_no_fault(seed, konektor):
    sop, document = random_one(seed)
    data = pipeline.render_document(document._replace(konektor=konektor), "xlsx")
    assert all_faults(data, document, sop) == []


@pytest.mark.parametrize("version", [FileFormat.OFFICE_2007, FileFormat.OFFICE_2016])
def test_valid_for_older_offices_too(version):
    assert audit(workbook("contoh-lengkap"), version) == []


def test_the_checks_see_what_is_wrong():
    good = workbook("contoh-lengkap")
    drawing = "xl/drawings/drawing2.xml"
    glue = re.search(r'<a:endCxn id="(\d+)" idx="0"/>', parts(good)[drawing].decode())[0]
    assert any(
        "glued" in fault for fault in invariants(changed(good, drawing, glue, glue[:-9] + 'idx="2"/>'), "choice")
    )
    assert any(
        "nothing" in fault
        for fault in invariants(changed(good, drawing, glue, '<a:endCxn id="999" idx="0"/>'), "choice")
    )
    number = re.search(r'<xdr:cNvPr id="(\d+)" name="Langkah 5', parts(good)[drawing].decode())
    twice = changed(good, drawing, number[0], number[0].replace(f'"{number[1]}"', '"3"'))
    assert any("times" in fault for fault in invariants(twice, "fallback"))
    assert audit(changed(good, drawing, "<xdr:clientData/>", "")) != []
    moved = changed(good, drawing, 'name="Langkah 5 ·', 'name="Langkah 6 ·')
    assert any("row of 5" in fault for fault in invariants(moved, "choice"))


@pytest.mark.parametrize("name", REFERENCES)
def test_both_ways_to_draw_an_arrow_tell_one_flow(name):
    assert drawn_flow(workbook(name), "choice") == drawn_flow(workbook(name), "fallback")


def test_the_same_bytes_in_all_surroundings():
    code = (
        "import hashlib; from sopgen import pipeline; from pathlib import Path;"
        f"d = pipeline.build_document(Path({str(ROOT)!r}, 'specs', 'contoh-lengkap.sop.yaml'));"
        "print(hashlib.sha256(pipeline.render_document(d, 'xlsx')).hexdigest())"
    )
    hashes = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={"PATH": "", "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone, locale in (("1", "Asia/Jakarta", "C"), ("2", "America/New_York", "C.UTF-8"))
    }
    assert len(hashes) == 1


def test_no_clock_in_it():
    with zipfile.ZipFile(BytesIO(workbook("sirebo"))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = parts(workbook("sirebo"))["docProps/core.xml"].decode()
    assert re.findall(r">(\d{4}-\d\d-\d\d)T00:00:00Z<", core) == ["2018-10-15", "2018-10-15"]
    assert "SOP-49/SESJEN/10/2018" in core
    undated = pipeline.render_document(made_of(SMALL)[1], "xlsx")
    assert "dcterms:created" not in parts(undated)["docProps/core.xml"].decode()


def test_relations_have_the_types_that_office_looks_for():
    found = {
        name: set(re.findall(r'Type="([^"]+)" Target="([^"]+)"', content.decode()))
        for name, content in parts(workbook("contoh-lengkap")).items()
        if name.endswith(".rels")
    }
    assert found["xl/worksheets/_rels/sheet2.xml.rels"] == {(f"{RELATIONS}drawing", "../drawings/drawing2.xml")}
    assert found["xl/drawings/_rels/drawing1.xml.rels"] == {(f"{RELATIONS}image", "../media/lambang1-1.png")}
    assert found["customXml/_rels/item1.xml.rels"] == {(f"{RELATIONS}customXmlProps", "itemProps1.xml")}
    assert (f"{RELATIONS}customXml", "../customXml/item1.xml") in found["xl/_rels/workbook.xml.rels"]
    assert (f"{RELATIONS}custom-properties", "docProps/custom.xml") in found["_rels/.rels"]


def test_it_carries_its_spec_and_seal():
    for name in REFERENCES:
        assert pipeline.seal_state(workbook(name)) == "whole"
        assert pipeline.enclosed(workbook(name)) == reference(name)[1].origin


def test_no_links_macros_or_formulas():
    for name, content in parts(workbook("contoh-lengkap")).items():
        assert "vba" not in name
        assert not name.startswith(("xl/externalLinks", "xl/connections"))
        if name.startswith("xl/worksheets/sheet"):
            assert b"<f>" not in content
            assert b"hyperlink" not in content


def test_one_sheet_for_each_kind_of_page():
    assert [sheet.name for sheet in read(workbook("konsinyering"))] == ["Identitas", "Prosedur"]
