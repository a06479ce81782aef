"""The service standard: fourteen components in their order, none of them assumed; its leaflet; the maklumat."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sopgen import paperwork, pipeline
from sopgen.diagnostics import Refusal
from sopgen.intake.loaded import WaktuKerja
from sopgen.intake.sop import Isi, JangkaWaktu, Kotak, Pelayanan
from sopgen.layout.papers import lay_out_paper
from sopgen.papers.blocks import Grid, Heading, Signatures
from sopgen.papers.service_standard import MAKLUMAT, leaflet, pledge, service_standard, subject_of
from sopgen.service.components import components_of
from tests.layout.picture_sops import service, with_step
from tests.layout.small_sops import changed

ROOT = Path(__file__).resolve().parents[2]
LENGKAP = pipeline.load(ROOT / "specs" / "contoh-lengkap.sop.yaml")
IZIN = pipeline.load(ROOT / "tests" / "service" / "izin.sop.yaml")
HOURS = WaktuKerja()
NAMES = (
    "Persyaratan",
    "Sistem, mekanisme, dan prosedur",
    "Jangka waktu penyelesaian",
    "Biaya/tarif",
    "Produk pelayanan",
    "Penanganan pengaduan, saran, dan masukan",
    "Dasar hukum",
    "Sarana, prasarana, dan/atau fasilitas",
    "Kompetensi pelaksana",
    "Pengawasan internal",
    "Jumlah pelaksana",
    "Jaminan pelayanan",
    "Jaminan keamanan dan keselamatan pelayanan",
    "Evaluasi kinerja pelaksana",
)


def grid_of(paper) -> Grid:
    return next(block for block in paper.sheets[0].blocks if isinstance(block, Grid))


def rows_of(paper) -> list[list[str]]:
    return [[" ".join(piece.text for piece in cell.pieces) for cell in row.cells] for row in grid_of(paper).rows]


def lines(sop, name: str) -> tuple[str, ...]:
    return next(each.lines for each in components_of(sop, HOURS) if each.name == name)


def test_the_fourteen_components_stand_in_their_order_in_two_parts():
    rows = rows_of(service_standard(LENGKAP.sop, HOURS))

    assert [row[1] for row in rows if len(row) == 3] == list(NAMES)
    assert [row[0] for row in rows if len(row) == 3] == [str(number) for number in range(1, 15)]
    groups = [(at, row[0]) for at, row in enumerate(rows) if len(row) == 1]
    assert groups == [
        (0, "A. PENYAMPAIAN PELAYANAN (service delivery) · wajib diumumkan"),
        (7, "B. PENGELOLAAN PELAYANAN (manufacturing) · internal penyelenggara"),
    ]


def test_what_nobody_said_is_an_empty_row_at_full_height():
    paper = service_standard(service(), HOURS)
    rows = [row for row in grid_of(paper).rows if not row.group]

    said = {row.cells[1].pieces[0].text for row in rows if row.cells[2].pieces}
    assert said == {"Sistem, mekanisme, dan prosedur"}
    assert {row.least for row in rows if not row.cells[2].pieces} == {13.0}


def test_a_time_that_was_only_computed_is_no_promise():
    assert lines(service(), "Jangka waktu penyelesaian") == ()
    promised = service(pelayanan=Pelayanan(jangka_waktu=JangkaWaktu("3 hari kerja", "berkas lengkap")))
    assert lines(promised, "Jangka waktu penyelesaian") == ("Paling lama 3 hari kerja sejak berkas lengkap",)


def test_the_number_of_executors_is_not_that_of_the_columns():
    assert lines(service(), "Jumlah pelaksana") == ()


def test_requirements_come_from_the_first_step_and_the_product_from_the_last_output():
    sop = with_step(service("a", "b", "a"), 1, kelengkapan=Isi("", ("Kartu identitas", "Formulir")))
    sop = with_step(with_step(sop, 2, output=Isi("Surat keterangan")), 3, output=Isi("Bukti terima"))

    assert lines(sop, "Persyaratan") == ("Kartu identitas", "Formulir")
    assert lines(sop, "Produk pelayanan") == ("Surat keterangan",)
    own = changed(sop, pelayanan=Pelayanan(persyaratan=Kotak("Surat kuasa"), produk=Kotak("Izin")))
    assert (lines(own, "Persyaratan"), lines(own, "Produk pelayanan")) == (("Surat kuasa",), ("Izin",))


def test_the_procedure_is_told_in_sentences_with_their_executors():
    told = lines(LENGKAP.sop, "Sistem, mekanisme, dan prosedur")

    assert told[0] == "Pemohon mengajukan permohonan informasi kepada Petugas Layanan Informasi."
    assert told[3] == (
        "PPID, PPID Pelaksana, Tim Pertimbangan, Atasan PPID, dan Petugas Layanan Informasi memprosesnya "
        "(langkah 4–18 dalam SOP)."
    )
    assert told[-1] == "Pemohon menerima surat pemberitahuan dan lampiran."
    assert lines(IZIN.sop, "Sistem, mekanisme, dan prosedur")[3].startswith(
        "Pemohon dan Tim Teknis mengikuti wawancara"
    )


def test_equipment_and_facilities_are_one_list():
    assert len(lines(LENGKAP.sop, "Sarana, prasarana, dan/atau fasilitas")) == 6


@pytest.mark.parametrize(
    ("judul", "subject"),
    [
        ("Pelayanan Permohonan Informasi Publik", "Permohonan Informasi Publik"),
        ("SOP Pelayanan Izin Reklame", "Izin Reklame"),
        ("Penerbitan Surat Pindah", "Penerbitan Surat Pindah"),
        ("Pelayanan", "Pelayanan"),
    ],
)
def test_the_title_says_pelayanan_once(judul, subject):
    assert subject_of(service(judul=judul)) == subject


def test_it_is_signed_by_who_approves_the_sop_on_the_day_it_takes_effect():
    (signed,) = [b for b in service_standard(LENGKAP.sop, HOURS).sheets[0].blocks if isinstance(b, Signatures)]
    above = [piece.text for piece in signed.signers[0].above if piece.text.strip()]

    assert above == [
        "Ditetapkan di Kabupaten Contoh",
        "pada tanggal 10 Maret 2025",
        "a.n. Bupati Contoh",
        "Kepala Dinas Komunikasi dan Informatika,",
    ]
    assert signed.signers[0].name == "Nama Pejabat, S.Sos., M.A.P."
    (other,) = [
        b
        for b in service_standard(LENGKAP.sop, HOURS, dated=date(2026, 1, 5)).sheets[0].blocks
        if isinstance(b, Signatures)
    ]
    assert other.signers[0].above[1].text == "pada tanggal 5 Januari 2026"


def test_the_leaflet_is_the_published_part_alone_and_unsigned():
    paper = leaflet(LENGKAP.sop, HOURS)

    assert [row[1] for row in rows_of(paper) if len(row) == 3] == list(NAMES[:6])
    assert not any(isinstance(block, Signatures) for block in paper.sheets[0].blocks)


def test_the_pledge_is_one_page_in_usual_words_or_the_bureaus_own():
    document = lay_out_paper(pledge(LENGKAP.sop))
    assert len(document.pages) == 1
    assert MAKLUMAT in " ".join(text.text for text in document.pages[0].texts)

    own = pledge(service(pelayanan=Pelayanan(maklumat=Kotak("Kami siap melayani."))))
    assert "Kami siap melayani." in [piece.text for b in own.sheets[0].blocks for piece in getattr(b, "pieces", ())]


@pytest.mark.parametrize("make", [lambda sop: service_standard(sop, HOURS), lambda sop: leaflet(sop, HOURS), pledge])
def test_only_of_service_sops(make):
    with pytest.raises(Refusal) as refused:
        make(service(sifat="penugasan"))
    assert "tidak perlu disusun" in refused.value.diagnostics[0].message.id


def test_a_draft_says_so_on_each_page_and_in_its_foot():
    paper = service_standard(service(status="konsep"), HOURS)
    assert paper.sheets[0].foot.endswith("· KONSEP")
    assert next(b.text for b in paper.sheets[0].blocks if isinstance(b, Heading)).startswith("STANDAR PELAYANAN\n")


def test_both_services_make_every_paper_in_both_forms_the_same_each_time():
    for loaded in (LENGKAP, IZIN):
        for sheet in ("standar", "maklumat", "selebaran"):
            for form in ("pdf", "docx"):
                data = paperwork.render_service(loaded, sheet, form)
                assert data == paperwork.render_service(loaded, sheet, form)
                assert pipeline.seal_state(data) == "whole"
                assert pipeline.maker_of(data) == "standar"
    assert paperwork.empty_components(LENGKAP) == ()
    assert paperwork.empty_components(IZIN) == (NAMES[9], *NAMES[11:])


@pytest.mark.parametrize(("typed", "told"), [("9", "9 orang"), ("9 orang", "9 orang"), ("Petugas 2, PPID 1", None)])
def test_a_mere_number_of_executors_counts_persons(typed, told):
    sop = LENGKAP.sop._replace(pelayanan=LENGKAP.sop.pelayanan._replace(jumlah_pelaksana=typed))
    (found,) = [each for each in components_of(sop, HOURS) if each.name == "Jumlah pelaksana"]
    assert found.lines == (told or typed,)


def test_the_leaflet_speaks_of_no_other_part_and_no_annex():
    """It goes to applicants alone: what is internal, and what hangs on the standard, is not on it."""
    (grid,) = [block for block in leaflet(LENGKAP.sop, HOURS).sheets[0].blocks if isinstance(block, Grid)]
    assert not any(row.group for row in grid.rows)
    told = " ".join(piece.text for row in grid.rows for cell in row.cells for piece in cell.pieces)
    assert "edisi publik." in told
    assert "terlampir" not in told
