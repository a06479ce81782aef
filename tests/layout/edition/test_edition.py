"""The public edition: what it leaves out, what it tells in its place, and what stands out for the applicant."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from sopgen import pipeline
from sopgen.diagnostics import Refusal
from sopgen.intake.loaded import WaktuKerja
from sopgen.intake.sop import Isi, JangkaWaktu, Kotak, Pelayanan
from sopgen.layout import style
from sopgen.layout.edition import lay_out_edition, public_columns
from sopgen.render.enclosed import NothingEnclosed
from sopgen.render.reading_order import page_texts
from sopgen.scene import Document
from tests.generator import generate
from tests.layout.picture_sops import service
from tests.layout.small_sops import changed

ROOT = Path(__file__).resolve().parents[3]
LENGKAP = pipeline.load(ROOT / "specs" / "contoh-lengkap.sop.yaml")
HOURS = WaktuKerja()


def told(document: Document, role: str) -> list[str]:
    return [text.text for page in document.pages for text in page_texts(page) if text.role == role]


def key_of(document: Document):
    (figure,) = [figure for page in document.pages for figure in page.figures]
    return figure


def test_the_reference_has_no_mutu_baku_and_tells_the_time_in_its_place():
    document = pipeline.lay_out_public(LENGKAP)

    roles = {cell.role for _, _, cell in document.cells()}
    assert not roles & {"kelengkapan", "waktu", "output", "kepala_mutu_baku", "dasar_hukum", "nama", "nomor_induk"}
    assert told(document, "waktu_pelayanan") == [
        "paling lama 10 hari kerja",
        "sejak berkas permohonan dinyatakan lengkap",
    ]
    assert told(document, "persyaratan") == ["1. Formulir permohonan\n2. Salinan identitas"]
    assert told(document, "hasil") == ["Surat pemberitahuan dan salinan informasi"]
    assert told(document, "pengesahan") == ["a.n. Bupati Contoh,\nKepala Dinas Komunikasi dan Informatika"]


def test_the_applicants_lane_is_tinted_and_his_steps_are_bold():
    document = pipeline.lay_out_public(LENGKAP)

    lanes = [cell for _, _, cell in document.cells() if cell.role == "pelaksana" and cell.fill]
    assert {cell.column for cell in lanes} == {2}
    assert {cell.fill for cell in lanes} == {style.APPLICANT_TINT}
    assert len(lanes) == len(LENGKAP.sop.kegiatan)
    bold = {cell.step for _, _, cell in document.cells() for t in cell.texts if cell.role == "kegiatan" and t.face.bold}
    assert bold == {1, 20}


def test_the_documents_own_spec_stays_inside():
    data = pipeline.render_document(pipeline.lay_out_public(LENGKAP))

    with pytest.raises(NothingEnclosed):
        pipeline.enclosed(data)
    assert pipeline.seal_state(data) == "whole"


@pytest.mark.parametrize("sifat", ["rutin", "penugasan", None])
def test_only_a_service_sop_is_published(sifat):
    with pytest.raises(Refusal) as refused:
        lay_out_edition(service(sifat=sifat), HOURS)

    (found,) = refused.value.diagnostics
    assert (found.code, found.path) == ("PUB-01", ("sifat",))
    assert "slide 63" in found.message.id


def test_a_time_that_nobody_promised_is_the_longest_way_forward_in_whole_days():
    steps = tuple(changed(step, waktu="3 jam") for step in service().kegiatan)
    document = lay_out_edition(service(kegiatan=steps), HOURS)  # four steps of three hours: two days of 7.5

    assert told(document, "waktu_pelayanan")[0] == "paling lama 2 hari kerja"
    assert "dihitung" in told(document, "waktu_pelayanan")[1]


def test_a_time_that_cannot_be_known_is_left_empty():
    steps = service().kegiatan
    unsure = (*steps[:2], changed(steps[2], waktu="sesuai kebutuhan"), steps[3])

    assert told(lay_out_edition(service(kegiatan=unsure), HOURS), "waktu_pelayanan") == []


def test_nothing_is_assumed_that_the_spec_does_not_say():
    document = lay_out_edition(service(), HOURS)

    for role in ("biaya", "hasil", "pengaduan", "persyaratan"):
        assert told(document, role) == []
        assert [cell.role for _, _, cell in document.cells()].count(role) == 1


def test_a_promise_says_most_once():
    promised = Pelayanan(jangka_waktu=JangkaWaktu("Paling lambat 3 hari kerja"))

    assert told(lay_out_edition(service(pelayanan=promised), HOURS), "waktu_pelayanan") == [
        "Paling lambat 3 hari kerja"
    ]


def test_executors_are_named_as_the_public_knows_them():
    sop = service()
    lanes = (*sop.pelaksana[:2], changed(sop.pelaksana[2], publik="Loket Dua"))

    names = told(lay_out_edition(changed(sop, pelaksana=lanes), HOURS), "nama_pelaksana")
    assert names == ["Lajur A", "Lajur B", "Loket Dua"]


def test_a_keterangan_that_says_nothing_has_no_column():
    sop = service()
    noted = (changed(sop.kegiatan[0], keterangan=Isi("Catatan")), *sop.kegiatan[1:])

    assert [c.key for c in public_columns(sop).each] == ["no", "kegiatan", *["pelaksana"] * 3]
    assert [c.key for c in public_columns(changed(sop, kegiatan=noted)).each][-1] == "keterangan"


def test_the_key_explains_the_signs_that_occur_and_no_other():
    plain, branched = lay_out_edition(service("a", "b", "a"), HOURS), pipeline.lay_out_public(LENGKAP)

    assert [t.text for t in key_of(plain).texts] == ["bagian Anda, Lajur A", "mulai, selesai", "kegiatan"]
    occurring = {s.kind for page in branched.pages for s in page.symbols}
    assert {"decision", "offpage"} <= occurring
    assert {"keputusan", "pindah halaman", "dilakukan bersama"} <= {t.text for t in key_of(branched).texts}
    assert "belah ketupat: keputusan" in key_of(branched).alternative


def test_rows_of_one_line_are_low_where_a_page_is_saved_by_it():
    sop = service(*["a", *["b", "c"] * 8, "a"])
    pages = lay_out_edition(sop, HOURS).pages
    low = min(row.y1 - row.y0 for page in pages for row in page.rows if row.step)

    assert low < min(style.ROW_STEPS)


@pytest.mark.parametrize(("kertas", "huruf", "most"), [("F4", "Bookman", 8.0), ("A4", "Arial", 8.5)])
def test_a_track_between_low_rows_costs_no_page(kertas, huruf, most):
    look = LENGKAP.sop.tampilan._replace(kertas=kertas, huruf=huruf, ukuran_huruf=most)

    document = lay_out_edition(LENGKAP.sop._replace(tampilan=look), HOURS)

    assert len(document.pages) == 2
    rows = [b - a for page in document.pages for a, b in pairwise(page.tables[-1].rows[2:])]
    assert min(rows) < style.ROW_STEPS[-1]


def test_an_extract_keeps_no_room_for_a_signature():
    wide = LENGKAP.sop._replace(tampilan=LENGKAP.sop.tampilan._replace(pita_tte=30.0))

    document = lay_out_edition(wide, HOURS)

    assert document.pages == pipeline.lay_out_public(LENGKAP).pages
    assert {page.band for page in document.pages} == {None}


def test_facts_that_leave_the_flow_no_room_stand_on_a_page_of_their_own():
    long = Kotak("", tuple(f"Salinan dokumen kependudukan nomor {n} yang dilegalisasi pejabat" for n in range(24)))
    document = lay_out_edition(service(pelayanan=Pelayanan(persyaratan=long)), HOURS)

    assert [page.kind for page in document.pages] == ["identitas", "prosedur"]
    assert [t.text for page in document.pages for t in page.texts if t.role == "halaman"] == [
        "Halaman 1 dari 2",
        "Halaman 2 dari 2",
    ]


def test_facts_that_fit_no_page_are_refused_by_their_key():
    endless = Kotak("", tuple(f"Salinan dokumen kependudukan nomor {n} yang dilegalisasi" for n in range(200)))

    with pytest.raises(Refusal) as refused:
        lay_out_edition(service(pelayanan=Pelayanan(persyaratan=endless)), HOURS)
    assert [(d.code, d.path) for d in refused.value.diagnostics] == [("GAMBAR-02", ("pelayanan",))]


def test_a_letter_that_no_font_has_is_refused_where_it_stands():
    with pytest.raises(Refusal) as refused:
        lay_out_edition(service(pelayanan=Pelayanan(biaya=Kotak("Rp 中"))), HOURS)
    assert refused.value.diagnostics[0].path == ("pelayanan", "biaya")


@pytest.mark.parametrize("seed", [2, 5, 11, 23])
def test_random_flows_pass_the_examination(seed, tmp_path):
    path = tmp_path / "acak.sop.yaml"
    path.write_text(generate(seed, steps=(6, 16)), encoding="utf-8")
    sop = changed(pipeline.load(path).sop, sifat="pelayanan")

    document = lay_out_edition(sop, HOURS)
    assert [row.step for page in document.pages for row in page.rows if row.step] == [k.nomor for k in sop.kegiatan]


@pytest.mark.parametrize("count", [2, 3])
def test_lanes_take_what_kegiatan_does_not_need(count):
    """A column of white paper beside symbols pressed to the edge is no chart."""
    sop = service(*"abcde"[:count], "a")
    document = lay_out_edition(sop, HOURS)
    edges = document.pages[-1].tables[-1].columns
    kegiatan, lanes = edges[2] - edges[1], [b - a for a, b in pairwise(edges[2:])]
    assert len(lanes) == len(sop.pelaksana)
    assert max(lanes) <= style.LANE_OPEN_MOST
    assert kegiatan >= style.OPEN_TEXT
    assert kegiatan < style.OPEN_TEXT + style.GRID * len(lanes) or max(lanes) > style.LANE_OPEN_MOST - style.GRID
