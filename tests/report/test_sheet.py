"""The compliance sheet: whole, escaped, self-contained."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from html.parser import HTMLParser
from itertools import accumulate
from pathlib import Path

import pypdfium2
import pytest
from lxml import html as lxml_html

from sopgen.diagnostics import Message
from sopgen.intake.sop import Isi, Pengesahan, Tanggal
from sopgen.report.places import place_words
from sopgen.report.review import Accepted, Drawing, Review, Reviewed, Verdict
from sopgen.report.sheet import compliance_sheet
from sopgen.report.sheet_causes import shared_words
from sopgen.rules.held import UNREAD
from sopgen.rules.paper import Paper
from tests.report.reviews import TODAY, everything, finding, sop
from tests.required_tools import skip_without

VOID = {"meta", "br", "col"}


def texts(review: Review, language: str = "id") -> list[str]:
    tree = lxml_html.fromstring(compliance_sheet(review, language))
    return [" ".join(article.text_content().split()) for article in tree.iter("article")]


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


def test_the_cover_names_the_bureau_that_all_share():
    one, other = (sop(nomor=number, instansi=("Kabupaten Contoh",)) for number in ("01", "02"))
    shared = texts(Review(TODAY, (Reviewed("a", sop=one), Reviewed("b", sop=other))))[0]
    assert shared.startswith("REKAPITULASI PEMERIKSAAN SOP Kabupaten Contoh")
    other = other._replace(instansi=("Kota Contoh",))
    assert "Contoh" not in texts(Review(TODAY, (Reviewed("a", sop=one), Reviewed("b", sop=other))))[0]


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


def pages(review: Review) -> list[list[str]]:
    """The text of each page of each sheet."""
    tree = lxml_html.fromstring(compliance_sheet(review, "id"))
    return [
        [" ".join(page.text_content().split()) for page in article.find_class("page")]
        for article in tree.iter("article")
    ]


def many(entries: int, rows: int = 0, *, name: str = "a") -> Reviewed:
    """A file with many findings, and as many things that were not examined."""
    found = [
        finding(str(n), wajib=n % 3 == 0, step=1, message=f"Salah {'yang panjang sekali ' * (n % 4)}{n}")
        for n in range(entries)
    ]
    open_ = tuple(UNREAD._replace(what=Message(f"hal {n}", "")) for n in range(rows))
    return Reviewed(name, tuple(found), (), sop(), Drawing(3, 1, 1, True, 9), unexamined=open_)


def unread(name: str) -> Reviewed:
    return Reviewed(name, (finding(code="BACA-08", message="bukan SOP"),), paper=Paper(), digest="ab" * 32)


def test_further_pages_say_whose_they_are_and_which_group_goes_on():
    (first, *others) = pages(Review(TODAY, (many(30),)))[0]
    assert "lanjutan" not in first
    assert len(others) > 1
    for page in others:
        assert page.startswith("Lembar Pemeriksaan SOP: Pembuatan Suratlanjutan NoTemuan")
    assert "B. ANJURAN (20) · lanjutan" in others[-1]


def test_what_is_signed_stands_with_the_last_rows_and_little_paper_is_left_empty():
    """The last finding goes with the signatures only where the page before stays filled."""
    for entries in range(1, 40):
        *before, last = pages(Review(TODAY, (many(entries, 3),)))[0]
        assert "Penyusun," in last
        assert all(f"Hal {row}:" in last for row in range(3)), entries
        assert "KEG-01" in last or before[-1].count("KEG-01") >= 5, entries


def test_few_findings_take_one_page():
    """Half of all sheets have three findings or fewer: what ends a sheet makes room before it takes a page more."""
    for entries in range(4):
        (told,) = pages(Review(TODAY, (many(entries, 4),)))[0]
        assert "Gambar dan waktu" in told
        assert "Penyusun," in told
    roomy, *others = [compliance_sheet(Review(TODAY, (many(entries, 4),)), "id") for entries in range(1, 9)]
    assert "<h2>Gambar dan waktu</h2>" in roomy
    assert any("<b>Gambar dan waktu:</b>" in tight for tight in others)


def test_a_sheet_that_is_a_little_too_long_is_made_smaller_instead_of_a_page_longer():
    """Rather than that a page holds a last row and what is signed."""
    sheets = {entries: compliance_sheet(Review(TODAY, (many(entries, 4),)), "id") for entries in range(1, 40)}
    length = {entries: told.count('<section class="page">') for entries, told in sheets.items()}
    smaller = {entries for entries, told in sheets.items() if told.count('<div class="tight">') == length[entries]}
    assert smaller
    assert all((entries in smaller) == ('<div class="tight">' in told) for entries, told in sheets.items())
    assert sorted(length.values()) == [*length.values()]
    assert all(length[entries - 1] == length[entries] for entries in smaller)


def test_files_that_could_not_be_read_share_one_sheet_behind_all_others():
    review = Review(TODAY, (unread("satu.pdf"), Reviewed("a", sop=sop()), unread("dua.xlsx")))
    cover, sheet, lost = texts(review)
    assert cover.index("Pembuatan Surat") < cover.index("satu.pdf") < cover.index("dua.xlsx")
    assert cover.count("TIDAK TERBACA") == 2
    assert ("Penyusun," in sheet, "Penyusun," in lost) == (True, False)
    assert "satu.pdf" in lost
    assert "dua.xlsx" in lost
    assert "SHA-256 abababababababab" in lost


def test_levels_of_an_agency_are_told_apart_too():
    agency = ("PEMERINTAH PROVINSI", "CONTOH", "SEKRETARIAT DAERAH")
    (told,) = texts(Review(TODAY, (Reviewed("a", sop=sop(instansi=agency, unit=("BIRO UMUM",))),)))
    assert "PEMERINTAH PROVINSI CONTOH · SEKRETARIAT DAERAH · BIRO UMUM" in told


def test_a_mandatory_rule_that_its_maker_waived_is_the_reviewers_to_decide_on_a_spec_too():
    waived = Accepted(finding(), Message("belum sempat", "no time yet"))
    (told,) = texts(Review(TODAY, (Reviewed("a.sop.yaml", (), (waived,), sop()),)))
    assert "kecuali 1 temuan wajib yang diterima pembuatnya; pemeriksa yang memutuskan" in told
    assert "C. DITERIMA PEMBUATNYA DENGAN ALASAN (1) · aturan wajib di sini diputuskan pemeriksa" in told
    assert "alasan diterima" in told
    advised = waived._replace(finding=finding(wajib=False))
    (told,) = texts(Review(TODAY, (Reviewed("a.sop.yaml", (), (advised,), sop()),)))
    assert "Memenuhi semua aturan wajib" in told


def test_levels_of_a_unit_are_told_apart_and_broken_lines_are_joined():
    unit = ("SEKRETARIAT JENDERAL", "BIRO ORGANISASI", "DAN TATA LAKSANA")
    (told,) = texts(Review(TODAY, (Reviewed("a", sop=sop(instansi=("KEMENTERIAN", "CONTOH"), unit=unit)),)))
    assert "KEMENTERIAN CONTOH · SEKRETARIAT JENDERAL · BIRO ORGANISASI DAN TATA LAKSANA" in told


@pytest.mark.slow
def test_pages_break_in_print_where_the_sheet_breaks_them_and_the_cover_names_them(tmp_path):
    files = [many(entries, entries % 5, name=f"berkas {entries}") for entries in range(0, 41, 2)]
    review = Review(TODAY, (*files, unread("rusak.pdf")))
    told, sheets = printed(review, tmp_path), pages(review)
    assert len(told) == sum(map(len, sheets))
    numbers = re.findall(r"(?:MEMENUHI|DINILAI|TERBACA)\s+(\d+)\b", " ".join(told[: len(sheets[0])]))
    starts = list(accumulate(map(len, sheets), initial=1))[1:-1]
    assert [int(number) for number in numbers] == starts


def printed(review: Review, folder: Path) -> list[str]:
    """The text of each page as Chromium prints them."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        skip_without("chromium", "no Chromium on PATH")
    (folder / "l.html").write_text(compliance_sheet(review, "id"), encoding="utf-8")
    subprocess.run(
        [
            *(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
            *(f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={folder / 'l.pdf'}"),
            (folder / "l.html").as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    document = pypdfium2.PdfDocument(folder / "l.pdf")
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


@pytest.mark.slow
def test_nobody_signs_a_page_that_says_nothing_else(tmp_path):
    """However many entries and rows there are, signatures stay whole, and with the last row before them."""
    files = [many(entries) for entries in range(61)] + [many(entries, 4) for entries in range(0, 60, 3)]
    files = [file._replace(file=str(number)) for number, file in enumerate(files)]
    for review in (Review(TODAY, tuple(files)), *(Review(TODAY, tuple(files[:count])) for count in (14, 15, 16, 17))):
        signed = [page for page in printed(review, tmp_path) if "NIP" in page]
        assert len(signed) == len(review.files) + 1
        cover, *sheets = signed
        assert "Jumlah" in cover
        for page in sheets:
            before = page.partition("Penyusun,")[0]
            assert "Gambar dan waktu" in before
            assert re.search(r"KEG-01|Tidak ada temuan|\b[Hh]al \d", before), before


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


def test_what_is_not_in_force_says_so_beside_its_verdict():
    withdrawn = sop(nomor="01", status="dicabut", digantikan_oleh="300/SOP/2026")
    cover, first, second = texts(
        Review(TODAY, (Reviewed("a", (), (), withdrawn), Reviewed("b", (), (), sop(nomor="02", status="konsep"))))
    )
    assert "Memenuhi semua aturan wajib; SOP ini sudah dicabut" in first
    assert "dicabut, tidak berlaku lagi; digantikan oleh 300/SOP/2026" in first
    assert "konsep, belum disahkan" in second
    assert "dicabut, tidak berlaku lagi" in cover


def test_one_sheet_alone_has_no_number():
    (told,) = texts(Review(TODAY, (Reviewed("a", (), (), sop()),)))
    assert "Lembar 1" not in told


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
