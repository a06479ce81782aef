"""What a PDF shows is held against what its spec gives, whatever its seal says: no changed page is called fine."""

from __future__ import annotations

import json
import re
from typing import Any

import pdfplumber
import pytest

from tests.cli.page_edits import (
    SPEC,
    SPECS,
    cut_to_a_part,
    edited,
    file_told,
    made,
    with_a_box_over_it,
    with_a_page_more,
    with_a_stamp_on_paper_alone,
    with_another_text,
    with_forged_seal,
    with_words_in_a_field,
    without_a_line,
    without_a_page,
)

__all__ = ["made"]  # fixture


@pytest.mark.parametrize(
    "edit",
    [
        *(without_a_line, with_another_text, with_a_box_over_it, with_a_stamp_on_paper_alone),
        *(with_words_in_a_field, with_a_page_more, without_a_page, cut_to_a_part),
    ],
)
@pytest.mark.parametrize("forged", [False, True])
def test_a_changed_page_is_never_called_fine(project, sopgen, made, edit, forged):
    data = edited(made, edit)
    file = file_told(sopgen, project, with_forged_seal(data) if forged else data)
    assert (file["verdict"], file["unexamined"]) == ("belum memenuhi", [])


def found(sopgen: Any, *files: str) -> list[tuple[str, str, str, str]]:
    told = json.loads(sopgen("check", *files, "--format", "json", "--date", "2026-01-01").out)
    return [(each["rule"], each["severity"], each["place"], each["message"]) for each in told["findings"]]


def test_another_text_is_a_finding_at_its_place(project, sopgen, made):
    (project / "kiriman.pdf").write_bytes(edited(made, with_another_text))
    ((rule, weight, place, message),) = [each for each in found(sopgen, "kiriman.pdf") if each[1] == "wajib"]
    assert (rule, weight) == ("TBL-05", "wajib")
    assert place.startswith("hal. 2, langkah 2, kolom Kegiatan")  # and the cell with which its text changed places
    assert "tidak sama dengan spesifikasinya (“Menyusun laporan" in message


def test_what_is_covered_in_white_is_a_finding_at_its_step(project, sopgen, made):
    def of_a_symbol(pdf: Any) -> None:
        pdf.pages[1].contents_add(pdf.make_stream(b"q 1 g 300 300 90 40 re f Q"))

    (project / "kiriman.pdf").write_bytes(edited(made, of_a_symbol))
    told = [each for each in found(sopgen, "kiriman.pdf") if each[1] == "wajib"]
    assert told
    assert all(place.startswith("hal. 2, langkah ") for _, _, place, _ in told)


def rows_of_flow(document: Any) -> list[Any]:
    return [row for page in document.pages for row in page.rows if row.step is not None]


@pytest.mark.parametrize("beyond", [0, -4, 4])
@pytest.mark.parametrize("last", [1, 2])
def test_rows_covered_in_white_are_one_finding(project, sopgen, made, beyond, last):
    """Whether the cover ends at the row or reaches a little into the next; of two rows both are listed."""
    from sopgen import pipeline

    (project / "logo.png").write_bytes((SPECS / "contoh-logo.png").read_bytes())
    (project / "lap.sop.yaml").write_text(SPEC.format(logo="logo.png"), encoding="utf-8")
    rows = rows_of_flow(pipeline.build_document(project / "lap.sop.yaml"))
    top, bottom = rows[1].y0 + beyond, rows[last].y1 + beyond

    def covered(pdf: Any) -> None:
        high = float(pdf.pages[1].mediabox[3])
        drawn = f"q 1 g 0 {high - bottom} 900 {bottom - top} re f Q"
        pdf.pages[1].contents_add(pdf.make_stream(drawn.encode()))

    (project / "lain.pdf").write_bytes(edited(made, covered))
    told = [each for each in found(sopgen, "lain.pdf") if each[1] == "wajib"]
    assert len(told) == 1
    assert told[0][2].startswith("hal. 2, ")
    assert ("langkah 2–3 di spesifikasinya" in told[0][3]) == (last == 2)


@pytest.mark.parametrize("at", [2, 1])
def test_a_page_twice_is_one_finding_that_lists_its_steps(project, sopgen, made, at):
    """Behind all others, or between: pages that stand elsewhere only because of it are no findings."""

    def doubled(pdf: Any) -> None:
        pdf.pages.insert(at, pdf.pages[1])

    (project / "lain.pdf").write_bytes(edited(made, doubled))
    told = [each for each in found(sopgen, "lain.pdf") if each[1] == "wajib"]
    assert [(rule, "Langkah 1–4" in message, "dua kali" in message) for rule, _, _, message in told] == [
        ("TBL-05", True, True)
    ]


def test_an_altered_copy_makes_its_sop_fail_and_each_file_says_which(project, sopgen, made):
    (project / "a.pdf").write_bytes(made)
    (project / "b.pdf").write_bytes(edited(made, with_another_text))
    cover = sopgen("check", ".", "--format", "html", "--date", "2026-01-01").out.partition("</article>")[0]
    first, second = re.findall(r"<tr class='entry'>.*?</tr>", cover)
    assert ("a.pdf: memenuhi" in first, "b.pdf: belum memenuhi" in first) == (True, True)
    assert (">MEMENUHI" in first, ">BELUM MEMENUHI" in first) == (False, True)
    assert "b.pdf" in second


def test_an_altered_pdf_gets_no_marked_copy(project, sopgen, made):
    (project / "kiriman.pdf").write_bytes(edited(made, with_another_text))
    outcome = sopgen("check", "kiriman.pdf", "--mark", "--date", "2026-01-01")
    assert "tanpa salinan bertanda, karena isinya tidak sama dengan spesifikasi di dalamnya" in outcome.err
    assert not list(project.glob("temuan/*"))


@pytest.mark.parametrize(
    "saved", [lambda data: data, lambda data: data + b"\n% paraf\n", lambda data: edited(data, id)]
)
def test_pages_that_stayed_are_judged_whoever_saved_them(project, sopgen, made, saved):
    file = file_told(sopgen, project, saved(made))
    assert (file["verdict"], file["unexamined"]) == ("memenuhi", [])


def without_attachments(pdf: Any) -> None:
    del pdf.Root.AF
    del pdf.Root.Names


def printed_anew(pdf: Any) -> None:
    """As a printer's driver writes it: the pages alone, a thousandth smaller."""
    without_attachments(pdf)
    del pdf.Root.Metadata
    del pdf.trailer.Info
    for page in pdf.pages:
        page.contents_add(pdf.make_stream(b"q .9987 0 0 .9987 .5 .5 cm "), prepend=True)
        page.contents_add(pdf.make_stream(b" Q"))


@pytest.mark.parametrize("saved", [without_attachments, printed_anew])
def test_a_pdf_of_sopgens_without_its_spec_is_not_judged_as_one_drawn_by_hand(project, sopgen, made, saved):
    (project / "kiriman.pdf").write_bytes(edited(made, saved))
    (file,) = json.loads(sopgen("check", "kiriman.pdf", "--format", "json", "--date", "2026-01-01").out)["files"]
    assert file["unexamined"][0]["what"] == "apakah isinya sama dengan spesifikasi asalnya"
    assert "berkas ini dibuat sopgen" in file["unexamined"][0]["why"]
    assert file["verdict"] != "memenuhi"


def test_words_broken_over_lines_change_no_page(project, sopgen):
    """Tags draw a hyphen that is no letter of the text by itself, a little aside: what is held against has them too."""
    from sopgen import pipeline
    from tests.generator import generate

    (project / "lap.sop.yaml").write_text(generate(40026, steps=(3, 30)), encoding="utf-8")
    (project / "kiriman.pdf").write_bytes(pipeline.build_pdf("lap.sop.yaml"))
    told = json.loads(sopgen("check", "kiriman.pdf", "--format", "json", "--date", "2026-01-01").out)
    assert "TBL-05" not in {each["rule"] for each in told["findings"]}


def test_an_empty_field_for_the_signature_changes_no_page(project, sopgen):
    from sopgen import pipeline

    text = SPEC.replace("logo: {logo}\n", "").format() + "tampilan: {tanda_tangan: bidang}\n"
    (project / "lap.sop.yaml").write_text(text, encoding="utf-8")
    assert file_told(sopgen, project, pipeline.build_pdf("lap.sop.yaml"))["unexamined"] == []


def test_a_draft_is_held_against_a_draft(project, sopgen):
    from sopgen import pipeline

    (project / "lap.sop.yaml").write_text(SPEC.replace("logo: {logo}\n", "").format(), encoding="utf-8")
    data = pipeline.build_pdf("lap.sop.yaml", draft=True)
    assert file_told(sopgen, project, data)["unexamined"] == []


def test_of_another_edition_that_draws_otherwise_the_pages_are_not_judged(project, sopgen, made, monkeypatch):
    monkeypatch.setattr("sopgen.held_pdf.DRAWING", 99)
    assert file_told(sopgen, project, made)["verdict"] == "memenuhi"
    file = file_told(sopgen, project, edited(made, without_a_line))
    assert file["verdict"] == "tidak dapat dinilai"
    assert "edisi sopgen yang menggambar lain" in file["unexamined"][0]["why"]


def test_places_on_an_untouched_pdf_have_their_pages(project, sopgen):
    from sopgen import pipeline

    faulty = SPEC.replace("logo: {logo}\n", "").format().replace("Menyusun laporan", "Penyusunan laporan")
    (project / "lap.sop.yaml").write_text(faulty, encoding="utf-8")
    (project / "kiriman.pdf").write_bytes(pipeline.build_pdf("lap.sop.yaml"))
    told = json.loads(sopgen("check", "kiriman.pdf", "--format", "json", "--date", "2026-01-01").out)
    places = {each["rule"]: each["place"] for each in told["findings"]}
    assert places["KEG-01"] == "hal. 2, langkah 2, kolom Kegiatan"
    assert places["HDR-03"].startswith("hal. 1, ")
    sheet = sopgen("check", "kiriman.pdf", "--format", "html", "--date", "2026-01-01").out
    assert "gambar ulang" not in sheet


def test_a_marked_copy_counts_and_places_as_the_sheet_does(project, sopgen):
    faulty = SPEC.replace("logo: {logo}\n", "").format().replace("5 menit", "sebentar")
    (project / "lap.sop.yaml").write_text(faulty, encoding="utf-8")
    told = json.loads(sopgen("check", "lap.sop.yaml", "--mark", "--format", "json", "--date", "2026-01-01").out)
    (copy,) = project.glob("temuan/*.pdf")
    with pdfplumber.open(copy) as pdf:
        legend = " ".join(page.extract_text() for page in pdf.pages[2:])
    assert f"{told['sums']['wajib']} wajib, {told['sums']['anjuran']} anjuran" in legend
    assert "langkah 1, 4" in legend
    assert "kotak Dasar" in legend
    assert "kegiatan 1" not in legend


def test_what_one_sop_accepts_counts_once_in_all_its_files(project, sopgen):
    from sopgen import pipeline

    accepting = SPEC.replace("logo: {logo}\n", "").format()
    (project / "lap.sop.yaml").write_text(
        accepting + "abaikan: [{aturan: HDR-17, alasan: Kotak diisi pada penetapan}]\n", encoding="utf-8"
    )
    for form in ("pdf", "xlsx"):
        document = pipeline.build_document(project / "lap.sop.yaml")
        (project / f"kiriman.{form}").write_bytes(pipeline.render_document(document, form))
    files = ("kiriman.pdf", "kiriman.xlsx")
    one, both = (
        json.loads(sopgen("check", *held, "--format", "json", "--date", "2026-01-01").out)["sums"]["diabaikan"]
        for held in (files[:1], files)
    )
    assert one == both == 6
    assert "6 diterima; tanggal" in sopgen("check", *files, "--date", "2026-01-01").out


def test_places_are_the_same_whatever_else_is_asked_for(project, sopgen, made):
    (project / "kiriman.pdf").write_bytes(edited(made, without_a_page))
    one = sopgen("check", "kiriman.pdf", "--date", "2026-01-01").out
    assert "Tempat: sesudah hal. 1\n" in one
    assert (
        sopgen("check", "kiriman.pdf", "--date", "2026-01-01", "--format", "text", "--format", "html=a.html").out == one
    )
