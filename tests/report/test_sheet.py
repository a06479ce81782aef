"""The compliance sheet: whole, escaped, self-contained."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from lxml import html as lxml_html

from sopgen.diagnostics import Message
from sopgen.intake.sop import Pengesahan, Tanggal
from sopgen.report.places import place_words
from sopgen.report.review import Accepted, Drawing, Review, Reviewed
from sopgen.report.sheet import compliance_sheet
from sopgen.rules.held import UNREAD
from tests.report.reviews import TODAY, everything, finding, sop
from tests.report.sheet_texts import texts

VOID = {"meta", "br", "col"}


def test_a_sheet_for_each_file_with_all_that_minutes_need():
    cover, full, fine, refused = texts(everything())
    assert "1 dari 3 SOP memenuhi aturan wajib yang diperiksa" in cover
    for told in (
        "Pembuatan Surat",
        "01/X",
        "22 November 2026",
        "Belum memenuhi aturan wajib",
        "1wajib1anjuran1diterima1temuan lama",
        "KEG-01",
        "langkah 2",
        "Paparan KemenPAN-RB 2014, slide 51",
        "ubah",
        "menunggu <data>",
        "1 Januari 2027",
        "TEMUAN LAMA YANG BELUM DIPERBAIKI (1)",
        "1 (terbukti paling sedikit)",
        "1 jam + 1 langkah tanpa waktu pasti",
    ):
        assert told in full, told
    assert "Tidak dapat dinilai: tidak terbaca" in refused
    assert "BACA-08" in refused
    assert "Memenuhi semua aturan wajib" in fine
    assert fine.count("Tidak ada temuan.") == 2


def test_in_english_no_indonesian_label_is_left():
    full = texts(everything(), "en")[1]
    assert "SOP COMPLIANCE SHEET" in full
    for word in ("Perbaikan", "Temuan", "Judul", "Berkas", "diperbaiki", "wajib", "anjuran", "Pemeriksa"):
        assert word not in full, word


def test_everything_typed_is_escaped_and_nothing_is_loaded():
    evil = "<script>alert(1)</script><img src=x onerror=y>\"'&"
    spec = sop(
        judul=evil,
        nomor=evil,
        pengesahan=Pengesahan(nama=evil),
        instansi=(evil,),
        tanggal=Tanggal("-", None, date(2020, 1, 2)),
    )
    told = compliance_sheet(Review(TODAY, (Reviewed(evil, (finding(message=evil, step=1),), (), spec),)), "id")
    assert "<script" not in told
    assert "<img" not in told
    assert "src=" not in told.replace("&lt;img src=x", "")
    assert "http" not in told
    assert "@import" not in told
    (plain,) = texts(Review(TODAY, (Reviewed("a", (), (), spec),)))
    assert re.search(r"Tanggal Pembuatan-.*Tanggal Revisi–.*Tanggal Efektif2 Januari 2020", plain)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_element_is_closed(language):
    class Nesting(HTMLParser):
        open_elements: list[str] = []  # noqa: RUF012 - one parser, one list

        def handle_starttag(self, tag, attrs):
            if tag not in VOID:
                self.open_elements.append(tag)

        def handle_endtag(self, tag):
            assert self.open_elements.pop() == tag

    parser = Nesting()
    parser.feed(compliance_sheet(everything(), language))
    parser.close()
    assert parser.open_elements == []


def test_places_are_found_on_paper():
    drawn = Drawing(3, 0, 0, True, 0, ((1, 2), (2, 3)))
    places = {
        "hal. 2, langkah 1, kolom Waktu": finding("a", step=1, path=("kegiatan", 0, "waktu")),
        "hal. 3, langkah 2, kolom Staf": finding("b", step=2, path=("kegiatan", 1, "pelaksana")),
        "hal. 1, kotak Dasar Hukum, butir 2": finding("c", path=("dasar_hukum", 1)),
        "hal. 1, baris Tanggal Revisi": finding("d", path=("tanggal", "revisi")),
        "hal. 2, kepala tabel, kolom Kabag": finding("e", path=("pelaksana", "kabag")),
        "data SOP, Jenis": finding("f", path=("jenis",)),
        "data SOP, Dikerjakan tim": finding("g", path=("tim",)),
        "data SOP, kunci mutu": finding("h", path=("mutu",)),
    }
    (told,) = texts(Review(TODAY, (Reviewed("a", tuple(places.values()), (), sop(), drawn),)))
    for place in places:
        assert place in told, place
    assert "baris 7" not in told


def test_each_entry_can_be_followed_up():
    review = Review(TODAY, (Reviewed("a", (finding(), finding("2", wajib=False)), (), sop()),))
    tree = lxml_html.fromstring(compliance_sheet(review, "id"))
    choices = [
        entry.text_content().partition("KEG-01")[2].split("paraf")[0].split() for entry in tree.find_class("entry")
    ]
    assert choices == [["diperbaiki", "temuan", "keliru"], ["diperbaiki", "ditolak"]]
    assert [len(entry.find_class("box")) for entry in tree.find_class("entry")] == [2, 2]


def test_without_findings_nobody_is_asked_for_reasons():
    assert "Alasan penolakan" not in texts(Review(TODAY, (Reviewed("a", (), (), sop()),)))[0]
    assert "Alasan penolakan" in texts(Review(TODAY, (Reviewed("a", (finding(),), (), sop()),)))[0]


def test_remedies_speak_of_the_form_and_pages_of_a_place_stand_on_lines_of_their_own():
    drawn = Drawing(3, 0, 0, True, 0, ((1, 2), (2, 3)))
    empty = finding(step=1, path=("kegiatan", 0, "waktu"))
    empty = empty._replace(
        diagnostic=empty.diagnostic._replace(remedy=Message("Isi `waktu`.", "Fill in `waktu`."), steps=(1, 2))
    )
    told = compliance_sheet(Review(TODAY, (Reviewed("a", (empty,), (), sop(), drawn),)), "id")
    assert "Isi kolom Waktu." in told
    assert "hal.\u00a02, langkah 1;<br>hal.\u00a03, langkah 2, kolom Waktu" in told


def test_a_second_file_of_an_sop_that_leaves_a_question_open_has_its_sheet():
    first = Reviewed("a.sop.yaml", (), (), sop())
    second = Reviewed("a.pdf", (), (), sop(), same_as="a.sop.yaml", unexamined=(UNREAD,))
    cover, _, other = texts(Review(TODAY, (first, second)))
    assert "TIDAK DAPAT DINILAI" in cover
    assert "0 memenuhi, 0 belum, 1 tidak dapat dinilai" in cover
    assert UNREAD.why.id in cover
    assert UNREAD.why.id in other
    alike = second._replace(unexamined=())
    assert len(texts(Review(TODAY, (first, alike)))) == 1


def test_a_mandatory_rule_that_its_maker_waived_is_the_reviewers_to_decide_on_a_spec_too():
    waived = Accepted(finding(), Message("belum sempat", "no time yet"))
    (told,) = texts(Review(TODAY, (Reviewed("a.sop.yaml", (), (waived,), sop()),)))
    assert "kecuali 1 temuan wajib yang diterima pembuatnya; pemeriksa yang memutuskan" in told
    assert "C. DITERIMA PEMBUATNYA DENGAN ALASAN (1) · aturan wajib di sini diputuskan pemeriksa" in told
    assert "alasan diterima" in told
    advised = waived._replace(finding=finding(wajib=False))
    (told,) = texts(Review(TODAY, (Reviewed("a.sop.yaml", (), (advised,), sop()),)))
    assert "Memenuhi semua aturan wajib" in told


def test_what_is_not_in_force_says_so_beside_its_verdict():
    withdrawn = sop(nomor="01", status="dicabut", digantikan_oleh="300/SOP/2026")
    cover, first, second = texts(
        Review(TODAY, (Reviewed("a", (), (), withdrawn), Reviewed("b", (), (), sop(nomor="02", status="konsep"))))
    )
    assert "Memenuhi semua aturan wajib; SOP ini sudah dicabut" in first
    assert "dicabut, tidak berlaku lagi; digantikan oleh 300/SOP/2026" in first
    assert "konsep, belum disahkan" in second
    assert "dicabut, tidak berlaku lagi" in cover


def test_a_check_of_some_rules_claims_no_more_than_that():
    (some,) = texts(Review(TODAY, (Reviewed("a", (), (), sop()),), scope="--select KEG"))
    assert "Memenuhi aturan wajib yang diperiksa" in some
    assert "--select KEG" in some


def test_what_was_not_examined_is_listed_and_leaves_the_verdict_open():
    (told,) = texts(Review(TODAY, (Reviewed("b.xlsx", unexamined=(UNREAD,)),)))
    assert "Tidak dapat dinilai seluruhnya" in told
    assert "emenuhi" not in told
    assert UNREAD.why.id in told


def test_a_mandatory_finding_decides_whatever_was_not_examined():
    (told,) = texts(Review(TODAY, (Reviewed("b.xlsx", (finding(),), unexamined=(UNREAD,)),)))
    assert "Belum memenuhi aturan wajib" in told


def test_the_basis_names_the_mandatory_rules_that_are_sopgens_own():
    from sopgen.rules.page import weights
    from sopgen.rules.registry import REGISTRY

    told = compliance_sheet(everything(), "id")
    for code in ("AKT-07", "PNH-06", "TBL-05"):
        assert code in told.partition("aturan sopgen sendiri")[0]
        assert "wajib" in weights(REGISTRY[code], "id")


def test_a_look_of_the_document_is_called_as_people_call_it():
    file = Reviewed("a.sop.yaml", sop=sop())
    found = finding("f", path=("tampilan", "kepala_berulang"))
    assert place_words(found.diagnostic, file, "id") == "seluruh dokumen, kepala tabel di tiap halaman"
