"""`sopgen check` of what a hand drew: places on that paper, several SOPs in a file, what nobody can judge."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from PIL import Image

from tests.drawn.drawing_pdf import IDENTITY, Page

CASES = Path(__file__).parents[1] / "rules" / "cases"


def page(*, number: str = "01/SOP/2020", title: str = "Pengiriman Surat", chart: bool = True) -> bytes:
    drawn = Page(fills=False)
    drawn.identity = tuple(
        (label, {"Nomor SOP": number, "Nama SOP": title}.get(label, value)) for label, value in IDENTITY
    )
    drawn.table()
    if chart:
        drawn.chart()
    return drawn.bytes()


def bound(*parts: bytes) -> bytes:
    """One file of several."""
    whole = pikepdf.new()
    for part in parts:
        whole.pages.extend(pikepdf.open(io.BytesIO(part)).pages)
    target = io.BytesIO()
    whole.save(target)
    return target.getvalue()


def report(sopgen, *args: str) -> dict:
    outcome = sopgen("check", *args, "--format", "json", "--date", "2026-01-01")
    return {"code": outcome.code, "err": outcome.err, **json.loads(outcome.out)}


def of(told: dict, rule: str) -> list[dict]:
    return [each for each in told["findings"] if each["rule"] == rule]


def test_places_are_those_of_the_paper_examined(project, sopgen):
    (project / "a.pdf").write_bytes(bound(Page(fills=False).bytes(), page()))
    told = report(sopgen, "a.pdf")
    (empty,) = [each for each in of(told, "MB-01") if "Output" in each["message"]]
    assert empty["place"] == "hal. 2, langkah 1–5"
    (side,) = of(told, "SIM-03")
    assert side["message"] == "Panah dari kapsul mulai tidak turun lebih dulu: 1 → 2."
    assert side["place"] == "hal. 2, langkah 1, kolom Pemohon"
    assert of(told, "MON-01")[0]["place"] == "hal. 2, baris Tanggal Efektif"
    assert "`" not in "".join(each["remedy"] for each in told["findings"])


def test_a_cell_is_told_with_words_that_a_print_shows(project, sopgen):
    (project / "a.xlsx").write_bytes((CASES / "hand-1dot.xlsx").read_bytes())
    told = report(sopgen, "a.xlsx")
    assert of(told, "PNH-03")[0]["place"] == "lembar Flowchart, langkah 3, kolom Analis (sel D6)"
    assert of(told, "HDR-04")[0]["place"] == "lembar SOP, baris Disahkan oleh (sel F5)"
    sheet = sopgen("check", "a.xlsx", "--format", "html").out
    assert "lembar Flowchart, langkah 3, kolom Analis (sel D6)" in sheet
    assert "terbukti" not in sheet


def test_each_sop_of_a_file_is_judged_by_itself(project, sopgen):
    (project / "jilid.pdf").write_bytes(bound(page(), page(number="02/SOP/2020", title="Pencatatan Surat")))
    told = report(sopgen, "jilid.pdf", "--mark")
    assert [(each["file"], each["sop"]) for each in told["files"]] == [("jilid.pdf", 1), ("jilid.pdf", 2)]
    assert [each["place"] for each in of(told, "SIM-03")] == [
        "SOP 1, hal. 1, langkah 1, kolom Pemohon",
        "SOP 2, hal. 2, langkah 1, kolom Pemohon",
    ]
    assert told["err"].count("tanpa salinan bertanda") == 1
    text = sopgen("check", "jilid.pdf", "--date", "2026-01-01").out
    assert "MON-01 anjuran: 2 dari 2 SOP" in text
    assert "1 berkas diperiksa (2 SOP)" in text
    sheet = sopgen("check", "jilid.pdf", "--format", "html").out
    assert sheet.count("<article") == 3
    assert "jilid.pdf#2" in sheet


def test_two_files_of_one_sop_count_once_and_two_of_one_number_are_told(project, sopgen):
    for name, data in (("a.pdf", page()), ("b.pdf", page()), ("c.pdf", page(title="Pencatatan Surat"))):
        (project / name).write_bytes(data)
    told = report(sopgen, ".")
    assert [each["same_as"] for each in told["files"]] == [None, "a.pdf", None]
    assert len(of(told, "SIM-03")) == 2
    numbers = of(told, "HDR-19")
    assert [(each["file"], each["place"]) for each in numbers] == [
        ("a.pdf", "hal. 1, baris Nomor SOP"),
        ("c.pdf", "hal. 1, baris Nomor SOP"),
    ]
    assert [name in each["message"] for name, each in zip(("c.pdf", "a.pdf"), numbers, strict=True)] == [True, True]
    cover = sopgen("check", ".", "--format", "html").out.partition("</article>")[0]
    assert "0 dari 2 SOP" in cover
    assert "a.pdf<br>b.pdf" in cover


def test_a_form_and_the_documents_made_of_its_sop_are_one_sop(project, sopgen):
    """They hold the same SOP in other bytes, and once counted as two."""
    text = (Path(__file__).parents[2] / "specs" / "contoh-ringkas.sop.yaml").read_text(encoding="utf-8")
    (project / "surat.sop.yaml").write_text(text, encoding="utf-8")
    assert sopgen("build", "surat.sop.yaml", "-o", "lama").code == 0
    assert sopgen("form", "surat.sop.yaml", "-o", "formulir.form.xlsx").code == 0
    (project / "surat.sop.yaml").unlink()
    told = report(sopgen, "formulir.form.xlsx", "lama")
    assert [each["same_as"] for each in told["files"]] == [None, *["formulir.form.xlsx"] * 2]
    assert told["sums"]["sops"] == 1
    assert of(told, "HDR-19") == []


def test_a_table_without_any_chart_breaks_a_mandatory_rule(project, sopgen):
    (project / "a.pdf").write_bytes(page(chart=False))
    told = report(sopgen, "a.pdf", "--select", "PNH")
    assert [(each["rule"], each["severity"]) for each in told["findings"]] == [("PNH-04", "wajib")]
    assert told["code"] == 1
    assert "Persilangan" not in sopgen("check", "a.pdf", "--format", "html").out


def test_a_chart_that_is_a_picture_cannot_be_judged_and_fails(project, sopgen):
    drawn = Page(fills=False)
    drawn.table()
    drawn.canvas.drawInlineImage(Image.new("L", (40, 40), 128), 225, 180, 230, 230)
    (project / "a.pdf").write_bytes(drawn.bytes())
    told = report(sopgen, "a.pdf", "--select", "PNH,SIM")
    assert told["findings"] == []
    assert [each["verdict"] for each in told["files"]] == ["tidak dapat dinilai"]
    assert told["code"] == 1
    for form, sign in (("junit", 'errors="1"'), ("github", "::error file=a.pdf,title=sopgen::tidak dapat dinilai")):
        outcome = sopgen("check", "a.pdf", "--select", "PNH,SIM", "--format", form)
        assert sign in outcome.out
        assert outcome.code == 1


def test_a_document_of_ours_that_lost_its_spec_says_so(project, sopgen):
    (project / "specs").mkdir()
    spec = "judul: Uji\npelaksana: {a: A, b: B}\nkegiatan:\n  - {uraian: Menyusun, pelaksana: a}\n"
    (project / "specs" / "a.sop.yaml").write_text(f"{spec}  - {{uraian: Menyimpan, pelaksana: b}}\n")
    assert sopgen("build").code == 0
    openpyxl.load_workbook(project / "output" / "a.xlsx").save(project / "a.xlsx")
    told = report(sopgen, "a.xlsx")
    assert any("dibuat sopgen" in each["why"] for each in told["files"][0]["unexamined"])
    assert [each["severity"] for each in of(told, "PNH-04")] == ["wajib"]


@pytest.mark.parametrize(
    ("data", "cause"),
    [(b"", "kosong (0 bait)"), (b"daftar belanja\n", "teks biasa"), (b"%PDF-1.4\n%%EOF\n", "Bukan PDF yang utuh")],
)
def test_what_nobody_can_read_breaks_no_rule(project, sopgen, data, cause):
    (project / "a.pdf").write_bytes(data)
    outcome = sopgen("check", "a.pdf", "--date", "2026-01-01", "--mark", "--fix")
    assert outcome.code == 1
    assert "0 wajib, 0 anjuran, 0 diterima, 1 tidak terbaca" in outcome.out
    assert outcome.out.count(cause) == 1
    assert "tanpa salinan bertanda, karena tidak terbaca: 1 berkas" in outcome.err
    assert "--fix hanya memperbaiki spesifikasi" in outcome.err
    sheet = sopgen("check", "a.pdf", "--format", "html").out
    assert "BERKAS YANG TIDAK TERBACA" in sheet
    assert "Pemilik prosedur," not in sheet


def renamed() -> bytes:
    """The workbook of a SOP whose title somebody changed on the sheet alone."""
    from tests.rules.drawing.edits import IDENTITY as SHEET
    from tests.rules.drawing.edits import edited

    return edited("konsinyering", SHEET, lambda sheet: re.sub(r"(?i)konsinyering", "Lainnya", sheet, count=1))


def test_an_edited_workbook_gets_no_copy_that_draws_its_spec(project, sopgen):
    (project / "a.xlsx").write_bytes(renamed())
    outcome = sopgen("check", "a.xlsx", "--mark", "--date", "2026-01-01")
    assert "tanpa salinan bertanda, karena isinya tidak sama dengan spesifikasi di dalamnya" in outcome.err
    assert not list(project.glob("temuan/*"))


def test_what_is_no_sop_is_counted_as_none(project, sopgen):
    (project / "a.pdf").write_bytes(b"")
    (project / "b.xlsx").write_bytes(renamed())
    cover = sopgen("check", "a.pdf", "b.xlsx", "--format", "html").out
    assert "1 SOP dalam 1 berkas" in cover
    assert "1 berkas tidak terbaca sebagai SOP" in cover


def test_a_sheet_does_not_name_a_document_by_a_title_that_is_not_on_it(project, sopgen):
    (project / "a.xlsx").write_bytes(renamed())
    sheet = sopgen("check", "a.xlsx", "--format", "html").out
    assert "(menurut spesifikasi di dalamnya; di kertas lain)" in sheet
    assert "Lembar ini memeriksa berkas (a.xlsx" in sheet


def test_the_head_of_the_table_stands_on_each_page(project, sopgen):
    from tests.rules.drawing.edits import BOOK_TITLES, edited

    (project / "a.xlsx").write_bytes(edited("sirebo", *BOOK_TITLES))
    (found,) = of(report(sopgen, "a.xlsx"), "TBL-04")
    assert (found["place"], found["severity"]) == ("hal. 3, langkah 6, kolom No (sel Prosedur!A11)", "anjuran")
