"""The pages of a sheet: where they break, what stands together, in numbers and in print."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import accumulate
from pathlib import Path

import pypdfium2
import pytest

from sopgen.diagnostics import Message
from sopgen.report.review import Drawing, Review, Reviewed
from sopgen.report.sheet import compliance_sheet
from sopgen.rules.held import UNREAD
from sopgen.rules.paper import Paper
from tests.report.reviews import TODAY, finding, sop
from tests.report.sheet_texts import pages, texts
from tests.required_tools import skip_without


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
        timeout=600,
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


def test_one_sheet_alone_has_no_number():
    (told,) = texts(Review(TODAY, (Reviewed("a", (), (), sop()),)))
    assert "Lembar 1" not in told
