"""The forms of monitoring and evaluation, and minutes: what they list and what they leave to be filled."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from sopgen.intake.monitoring import Monev
from sopgen.intake.sop import Isi, Kegiatan, Pelaksana, Pengesahan, Sop, Tanggal
from sopgen.layout.papers import lay_out_paper
from sopgen.papers.assessed import Half
from sopgen.papers.blocks import Blank, Choice, Facts, Grid, Heading, Letterhead, Tick
from sopgen.papers.evaluation import QUESTIONS, evaluation_paper
from sopgen.papers.minutes import Proposal, Terms, minutes_paper
from sopgen.papers.monitoring import CHOICES, monitoring_paper
from sopgen.render.xlsx.paper import render_paper


def a_sop(judul, nomor="", unit="Bagian Organisasi"):
    step = Kegiatan(1, Isi("Menulis"), ("a",), ())
    return Sop(judul, (Pelaksana("a", "Staf"),), (step,), nomor, instansi=("Pemerintah Contoh",), unit=(unit,))


def grids(paper):
    return [block for sheet in paper.sheets for block in sheet.blocks if isinstance(block, Grid)]


def facts(paper):
    found = (block for sheet in paper.sheets for block in sheet.blocks if isinstance(block, Facts))
    return {fact.label: fact.value for block in found for fact in (*block.left, *block.right)}


def said(paper):
    document = lay_out_paper(paper)
    return [
        text.text
        for page in document.pages
        for text in (*page.texts, *(text for _, cell in page.cells() for text in cell.texts))
    ]


def test_sops_stand_in_the_order_of_their_numbers():
    sops = [a_sop("Tanpa"), a_sop("Sepuluh", "SOP-10"), a_sop("Sembilan", "SOP-9")]
    (grid,) = grids(monitoring_paper(sops, Monev()))
    assert [row.cells[1].pieces[0].text for row in grid.rows] == ["Sembilan", "Sepuluh", "Tanpa"]
    assert all(row.cells[2].pieces == (Choice(CHOICES),) for row in grid.rows)
    assert all(cell.pieces == () for row in grid.rows for cell in row.cells[3:])
    assert all(row.least >= 16 for row in grid.rows)


def test_each_unit_has_a_form_of_its_own():
    sops = [a_sop("A", "1", "Bagian Satu"), a_sop("B", "2", "Bagian Dua"), a_sop("C", "3", "Bagian Satu")]
    paper = monitoring_paper(sops, Monev(), Half(2026, second=True))
    assert [sheet.name for sheet in paper.sheets] == ["Monitoring Bagian Satu", "Monitoring Bagian Dua"]
    assert [len(grid.rows) for grid in grids(paper)] == [2, 1]
    assert facts(paper)["Masa penilaian"].text == "1 Juli – 31 Desember 2026"
    assert isinstance(facts(paper)["Tanggal penilaian"], Blank)


def test_a_sheet_holds_eight_rows_and_six_with_the_signature():
    document = lay_out_paper(monitoring_paper([a_sop(f"SOP {n}", str(n)) for n in range(1, 15)], Monev()))
    rows = [sum(cell.column == 0 and not cell.header for _, cell in page.cells()) for page in document.pages]
    assert rows == [8, 6]
    assert "Penilai," in [text.text for text in document.pages[1].texts]


@pytest.mark.parametrize(("count", "sheets"), [(1, [1]), (6, [6]), (7, [4, 3]), (13, [4, 5, 4])])
def test_more_than_six_sops_are_shared_evenly(count, sheets):
    paper = evaluation_paper([a_sop(f"SOP {n}", str(n)) for n in range(count)], Monev())
    assert [(len(grid.columns) - 2) // 2 for grid in grids(paper)] == sheets
    for grid in grids(paper):
        assert [row.cells[1].pieces[0].text for row in grid.rows[:7]] == list(QUESTIONS)
        assert all(piece == Tick() for row in grid.rows[:7] for cell in row.cells[2:] for piece in cell.pieces)
    assert len(lay_out_paper(paper).pages) == len(sheets)


def test_one_sop_a_sheet_has_the_plain_form():
    paper = evaluation_paper([a_sop("A", "1"), a_sop("B", "2")], Monev(), single=True)
    assert [len(grid.columns) for grid in grids(paper)] == [4, 4]
    assert [page.size[0] < page.size[1] for page in lay_out_paper(paper).pages] == [True, True]


FULL = Monev(
    "Contoh",
    "Kantor Contoh",
    ("Jalan Contoh", "Telepon 0"),
    evaluator=Pengesahan(jabatan="Kepala Bagian", nama="Nama Evaluator"),
    koordinator=Pengesahan(jabatan="Sekretaris", nama="Nama Koordinator"),
)


def test_minutes_say_their_day_in_words_and_propose_what_was_found():
    sops = [a_sop("Kedua", "2"), a_sop("Pertama", "1"), a_sop("Ketiga", "3")]
    proposals = [Proposal(1, 0, ("Waktu kosong.",)), Proposal(), Proposal(4, 6, ("x",) * 10)]
    terms = Terms("065/1", date(2026, 3, 13), date(2026, 3, 27))
    texts = said(minutes_paper(sops, FULL, terms, proposals))
    opening = next(text for text in texts if text.startswith("Pada hari ini"))
    assert "Jumat, tanggal tiga belas bulan Maret tahun dua ribu dua puluh enam (13-03-2026)" in opening
    assert any("mengevaluasi 3 (tiga) rancangan SOP Bagian Organisasi" in text for text in texts)
    (grid,) = grids(minutes_paper(sops, FULL, terms, proposals))
    rows = [
        (title.pieces[0].text, good.pieces[0].ticked, bad.pieces[0].ticked, note.pieces[0].text)
        for _, title, good, bad, note in (row.cells for row in grid.rows[:-1])
    ]
    assert rows == [
        ("Pertama", True, False, "–"),
        ("Kedua", False, True, "Waktu kosong."),
        ("Ketiga", False, True, "Empat temuan wajib dan enam anjuran pada lembar pemeriksaan."),
    ]
    assert [cell.pieces[0].text for cell in grid.rows[-1].cells[:3]] == ["Jumlah", "1", "2"]
    assert any(text.endswith("paling lambat tanggal 27 Maret 2026.") for text in texts)


def test_minutes_without_proposals_decide_nothing_and_name_nobody():
    paper = minutes_paper([a_sop("A", "1")], Monev(), Terms())
    (grid,) = grids(paper)
    assert not any(piece.ticked for cell in grid.rows[0].cells for piece in cell.pieces if isinstance(piece, Tick))
    assert grid.rows[0].cells[4].pieces == ()
    assert isinstance(facts(paper)["Nama"], Blank)
    assert "SOP yang perlu perbaikan" in " ".join(said(paper))


def test_a_kind_that_there_is_none_of_is_not_spoken_of():
    texts = " ".join(said(minutes_paper([a_sop("A", "1")], FULL, Terms(), [Proposal()])))
    assert "SOP yang sesuai" in texts
    assert "SOP yang perlu perbaikan" not in texts


def test_minutes_name_no_agency_that_not_all_sops_are_of():
    ours, theirs = a_sop("A", "1", "Bagian Satu"), a_sop("B", "2", "Bagian Dua")
    one = minutes_paper([ours, theirs], Monev(), Terms())
    assert one.sheets[0].blocks[0] == Letterhead(("Pemerintah Contoh",))
    two = minutes_paper([ours, theirs._replace(instansi=("Pemerintah Lain",))], Monev(), Terms())
    assert isinstance(two.sheets[0].blocks[0], Heading)


def test_minutes_in_a_workbook_have_a_list_to_choose_the_result_from():
    sops = [a_sop("A", "1"), a_sop("B", "2")]

    paper = minutes_paper(sops, Monev(), Terms(), [Proposal(), Proposal(1, 0, ("Salah.",))], spreadsheet=True)

    (grid,) = grids(paper)
    choices = [piece for row in grid.rows for cell in row.cells for piece in cell.pieces if isinstance(piece, Choice)]
    assert [(each.options, each.chosen) for each in choices] == [
        (("Sesuai", "Perlu perbaikan"), "Sesuai"),
        (("Sesuai", "Perlu perbaikan"), "Perlu perbaikan"),
    ]
    book = load_workbook(BytesIO(render_paper(paper)))
    (sheet,) = book.worksheets
    assert [rule.formula1 for rule in sheet.data_validations.dataValidation] == ['"Sesuai,Perlu perbaikan"']
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert any(text.startswith("Pada hari ini, ____") for text in texts)


def test_minutes_of_sops_in_force_call_them_no_drafts():
    """Before their day they are drafts to be signed; later what fits stays in force."""
    new = a_sop("Baru", "2")
    old = a_sop("Lama", "1")._replace(tanggal=Tanggal(efektif=date(2025, 1, 2)))
    terms = Terms(day=date(2026, 3, 13))

    def told(*sops, day=terms):
        return " ".join(said(minutes_paper(sops, FULL, day, [Proposal()] * len(sops))))

    assert "1 (satu) SOP " in told(old)
    assert "SOP yang sesuai tetap berlaku." in told(old)
    assert "dapat diajukan untuk disahkan, atau tetap berlaku bila sudah disahkan." in told(old, new)
    for drafts in (told(new), told(old, day=Terms()), told(old, day=Terms(day=date(2025, 1, 1)))):
        assert "rancangan SOP" in drafts
        assert "SOP yang sesuai dapat diajukan untuk disahkan. " in drafts


def test_what_an_assessment_found_is_proposed_to_be_mended():
    proposal = Proposal(assessed="Monitoring: Tidak berjalan dengan baik.")
    assert (proposal.fits, proposal.told) == (False, "Monitoring: Tidak berjalan dengan baik.")
    assert Proposal(1, 0, ("Waktu kosong.",), "Evaluasi: tidak.").told == "Evaluasi: tidak. Waktu kosong."


def test_in_a_workbook_those_who_sign_stand_beside_one_another():
    book = load_workbook(BytesIO(render_paper(minutes_paper([a_sop("A", "1")], FULL, Terms(), spreadsheet=True))))
    cells = {cell.value: cell for row in book.active.iter_rows() for cell in row if isinstance(cell.value, str)}
    assert cells["Koordinator SOP,"].row == cells["Evaluator,"].row
    assert cells["Koordinator SOP,"].column < cells["Evaluator,"].column
    assert any(text.startswith("NIP ____") for text in cells)
