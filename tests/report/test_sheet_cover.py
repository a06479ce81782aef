"""The cover over many sheets: its rows and their order, its sums, what is found most often."""

from __future__ import annotations

import re
from datetime import date

import pytest

from sopgen.diagnostics import Message
from sopgen.intake.sop import Isi, Tanggal
from sopgen.report.review import Review, Reviewed, Verdict
from sopgen.report.sheet import compliance_sheet
from sopgen.report.sheet_causes import shared_words
from sopgen.rules.held import UNREAD
from sopgen.rules.paper import Paper
from tests.report.reviews import TODAY, finding, sop
from tests.report.sheet_texts import texts


def test_the_cover_names_the_bureau_that_all_share():
    one, other = (sop(nomor=number, instansi=("Kabupaten Contoh",)) for number in ("01", "02"))
    shared = texts(Review(TODAY, (Reviewed("a", sop=one), Reviewed("b", sop=other))))[0]
    assert shared.startswith("REKAPITULASI PEMERIKSAAN SOP Kabupaten Contoh")
    other = other._replace(instansi=("Kota Contoh",))
    assert "Contoh" not in texts(Review(TODAY, (Reviewed("a", sop=one), Reviewed("b", sop=other))))[0]


def test_the_cover_has_a_tag_an_sop_and_each_file_its_own_verdict():
    first = Reviewed("a.pdf", (), (), sop(), digest="aa" * 32)
    others = (
        Reviewed("b.xlsx", (), (), sop(), same_as="a.pdf", digest="bb" * 32),
        Reviewed("c.pdf", (finding(),), (), sop(), same_as="a.pdf", digest="cc" * 32),
        Reviewed("d.pdf", (), (), sop(), same_as="a.pdf", unexamined=(UNREAD,), digest="dd" * 32),
    )
    review = Review(TODAY, (others[1], first, others[0], others[2]))
    assert review.verdicts() == {Verdict.MET: 0, Verdict.FAILED: 1, Verdict.OPEN: 0}
    sheet = compliance_sheet(review, "id")
    assert sheet.count("<span class='tag") == 1
    cover, *sheets = texts(review)
    for told in ("a.pdf: memenuhi", "b.xlsx: memenuhi", "c.pdf: belum memenuhi", "d.pdf: tidak dapat dinilai"):
        assert told in cover
    assert len(sheets) == 3
    for told in sheets:
        for file in (first, *others):
            assert f"{file.name} · SHA-256 {file.digest[:16]} · {file.verdict.value}" in told


def test_a_file_that_nobody_could_read_has_a_tag_of_its_own():
    lost = Reviewed("x.pdf", (finding(code="BACA-01"),), paper=Paper())
    (cover, *_) = texts(Review(TODAY, (Reviewed("a", sop=sop()), lost)))
    assert "TIDAK TERBACA" in cover
    assert "TIDAK DAPAT DINILAI" not in cover


def test_the_cover_keeps_the_order_of_the_files_and_names_the_frequent_causes():
    first = Reviewed("a", (finding("1", step=1), finding("2", step=2, message="lain")), (), sop(nomor="02"))
    second = Reviewed("b", (finding("3", step=1),), (), sop(nomor="01"))
    cover = texts(Review(TODAY, (first, second)))[0]
    assert cover.index("BELUM MEMENUHI") < cover.index("Temuan yang paling sering")
    assert cover.index("Pembuatan Surat02") < cover.index("Pembuatan Surat01")
    assert "0 memenuhi, 2 belum" in cover


def test_versions_of_one_sop_stand_together_and_say_which_is_in_force():
    """The newest first; where the dates do not tell, that it must be asked."""
    made, later, effective = date(2025, 1, 2), date(2026, 5, 4), date(2025, 2, 1)
    old = Reviewed("a.pdf", sop=sop(tanggal=Tanggal(made, "-", effective)))
    other = Reviewed("b.pdf", sop=sop(nomor="02", judul="Lain"))
    new = Reviewed("c.pdf", sop=sop(tanggal=Tanggal(made, later, effective)))
    cover, *sheets = texts(Review(TODAY, (old, other, new)))
    assert [re.findall(r"[abc]\.pdf", told)[0] for told in sheets] == ["c.pdf", "a.pdf", "b.pdf"]
    assert "versi yang berlaku menurut tanggalnya: direvisi 4 Mei 2026" in cover
    told = "SOP di lembar 1: dibuat 2 Januari 2025, Tanggal Revisi kosong"
    assert f"versi lain dari {told}" in cover
    undated = old._replace(sop=sop(), file="z.pdf")
    asked = texts(Review(TODAY, (old, new, undated)))[0]
    assert asked.count("tanyakan mana yang berlaku") == 3
    assert "ada versi lain di lembar 2, 3;" in asked
    future = new._replace(sop=sop(tanggal=Tanggal(made, later, date(2027, 1, 1))))
    assert "di lembar 2: direvisi 4 Mei 2026" in texts(Review(TODAY, (old, future)))[0]


def test_an_sop_stands_before_those_that_its_steps_send_to():
    """Also in a ring, and by number; what could not be read is last."""

    def citing(text: str, **settings):
        base = sop(**settings)
        first = base.kegiatan[0]._replace(keterangan=Isi(text))
        return base._replace(kegiatan=(first, *base.kegiatan[1:]))

    child = Reviewed("a", sop=citing("Lihat SOP Pengarsipan", nomor="SOP-01/X", judul="Pengiriman Surat"))
    lost = Reviewed("b", (finding(code="BACA-08"),))
    grandchild = Reviewed("c", sop=citing("SOP-01/X", nomor="SOP-02/X", judul="Pengarsipan"))
    parent = Reviewed("d", sop=citing("SOP Pengiriman Surat Dinas", nomor="SOP-03/X", judul="Pengurusan"))
    _, *sheets = texts(Review(TODAY, (child, lost, grandchild, parent)))
    titles = [re.search(r"Pengiriman|Pengarsipan|Pengurusan|BACA-08", told)[0] for told in sheets]
    assert titles == ["Pengarsipan", "Pengurusan", "Pengiriman", "BACA-08"]


def test_sheets_follow_each_other_as_the_cover_lists_them():
    first, second = Reviewed("a", (), (), sop(nomor="02")), Reviewed("b", (), (), sop(nomor="01"))
    cover, one, other = texts(Review(TODAY, (first, second)))
    assert one.startswith("Lembar 1 dari 2")
    assert ("Nomor SOP02" in one, "Nomor SOP01" in other) == (True, True)
    assert cover.index("1Pembuatan Surat02") < cover.index("2Pembuatan Surat01")


def test_the_causes_are_counted_by_sops_and_places():
    first = Reviewed("a", (finding("1", step=1), finding("2", step=2, message="lain")), (), sop(nomor="02"))
    cover = texts(Review(TODAY, (first, Reviewed("b", (finding("3", step=1),), (), sop(nomor="01")))))[0]
    assert "KEG-01salah23" in cover.replace("\n", "")


@pytest.mark.parametrize(
    ("said", "shared"),
    [
        ("Uraian diawali “Dabu”, bukan kata kerja me-.", "Uraian diawali “…”, bukan kata kerja me-."),
        (
            "2 SOP di Keterkaitan tidak ada di antara 59 SOP unit ini yang diperiksa bersama: “SOP A”; “SOP B, C”.",
            "… SOP di Keterkaitan tidak ada di antara … SOP unit ini yang diperiksa bersama.",
        ),
        (
            "Uraian 4 langkah tidak menyebut penerima serahannya: langkah 1 (ke DI), langkah 3 (ke DAR).",
            "Uraian … langkah tidak menyebut penerima serahannya.",
        ),
        (
            "Tanggal Revisi (4 Mei 2013) sesudah Tanggal Efektif (7 Mei 2012).",
            "Tanggal Revisi sesudah Tanggal Efektif.",
        ),
        ("Kelengkapan, Waktu kosong.", "Kelengkapan, Waktu kosong."),
    ],
)
def test_a_frequent_finding_is_told_in_the_words_that_its_sops_share(said, shared):
    """Not by the title of its rule, which may be one that all of them keep."""
    assert shared_words(Message(said, said)).id == shared


def test_the_usual_finding_of_a_rule_is_told_on_the_cover():
    told = ["“SOP A” tidak ada di antara 9 SOP.", "“SOP B” tidak ada di antara 9 SOP.", "“C” tidak diawali “SOP”."]
    files = [Reviewed(said, (finding(code="HDR-08", message=said),), (), sop(nomor=said)) for said in told]
    assert "HDR-08“…” tidak ada di antara … SOP.33" in texts(Review(TODAY, (*files,)))[0].replace("\n", "")


def test_levels_of_an_agency_are_told_apart_too():
    agency = ("PEMERINTAH PROVINSI", "CONTOH", "SEKRETARIAT DAERAH")
    (told,) = texts(Review(TODAY, (Reviewed("a", sop=sop(instansi=agency, unit=("BIRO UMUM",))),)))
    assert "PEMERINTAH PROVINSI CONTOH · SEKRETARIAT DAERAH · BIRO UMUM" in told


def test_levels_of_a_unit_are_told_apart_and_broken_lines_are_joined():
    unit = ("SEKRETARIAT JENDERAL", "BIRO ORGANISASI", "DAN TATA LAKSANA")
    (told,) = texts(Review(TODAY, (Reviewed("a", sop=sop(instansi=("KEMENTERIAN", "CONTOH"), unit=unit)),)))
    assert "KEMENTERIAN CONTOH · SEKRETARIAT JENDERAL · BIRO ORGANISASI DAN TATA LAKSANA" in told
