"""A file's bytes → panels, whatever kind of file it is; or why it cannot be read."""

from __future__ import annotations

import re
import sys
from typing import Final

from sopgen.diagnostics import Message
from sopgen.drawn.labels import with_labels
from sopgen.drawn.model import Panel
from sopgen.drawn.office import SECONDS, Kind, NoOffice, NotConverted, converted, kind_of
from sopgen.drawn.panels import panels_of
from sopgen.foreign.files import MOST_BYTES
from sopgen.foreign.package import NoPackage, names_in
from sopgen.workbook.package import NoWorkbook
from sopgen.workbook.reading import read_workbook
from sopgen.workbook.retyped import put_back
from sopgen.workbook.unfolding import twins
from sopgen.workbook.values import Sheet

MOST: Final = MOST_BYTES
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_ARCHIVES: Final = (b"Rar!", b"7z\xbc\xaf'\x1c", b"\x1f\x8b")
_OF_DOCUMENTS: Final = ("[Content_Types].xml", "mimetype", "word/", "xl/")
_WEB_PAGE: Final = re.compile(rb"<(?:!doctype html|html|table|meta)\b", re.IGNORECASE)
PDF: Final = b"%PDF-"
EMPTY: Final = Message(
    "berkas ini kosong (0 bait); minta atau salin ulang berkasnya", "the file is empty (0 bytes); get it once more"
)
TOO_LARGE: Final = Message("berkas ini jauh lebih besar daripada SOP mana pun", "the file is far larger than any SOP")
PLAIN: Final = Message(
    "isinya teks biasa, bukan buku kerja, PDF, atau berkas Word; periksa nama dan asal berkasnya",
    "it holds plain text and is no workbook, PDF or Word file; check its name and where it comes from",
)
NO_FILE: Final = Message(
    "bukan buku kerja, PDF, atau berkas Word yang utuh, atau isinya jauh lebih besar daripada SOP mana pun",
    "no whole workbook, PDF or Word file, or far larger than any SOP",
)
LOCKED: Final = Message(
    "berkas Office berkata sandi; buka dengan kata sandinya, simpan tanpa kata sandi, lalu ulangi",
    "a password-protected Office file; open it with the password, save it without one, then try again",
)
NO_OFFICE: Final = Message(
    "berkas Word, Office lama dan OpenDocument (.docx, .doc, .xls, .odt, .ods) dibaca lewat LibreOffice, yang tidak "
    "terpasang di sini; pasang LibreOffice, atau simpan sendiri sebagai PDF atau XLSX",
    "Word, old Office and OpenDocument files (.docx, .doc, .xls, .odt, .ods) are read by way of LibreOffice, which is "
    "not installed here; install it, or save the file as PDF or XLSX yourself",
)
NO_OFFICE_IN_PAGE: Final = Message(
    "berkas Word, Office lama dan OpenDocument (.docx, .doc, .xls, .odt, .ods) tidak dapat dibaca di halaman ini; buka "
    "dengan Word, Excel atau LibreOffice, simpan sebagai PDF atau XLSX, lalu jatuhkan di sini",
    "Word, old Office and OpenDocument files (.docx, .doc, .xls, .odt, .ods) cannot be read in this page; open it "
    "in Word, Excel or LibreOffice, save it as PDF or XLSX, and drop that here",
)
_BY_HAND: Final = Message(
    "buka sendiri, simpan sebagai PDF atau XLSX tanpa kata sandi, lalu ulangi",
    "open it yourself, save it as PDF or XLSX without a password, then try again",
)
FAILED: Final = Message(
    f"LibreOffice tidak dapat membuka berkas ini: isinya rusak atau berkata sandi; {_BY_HAND.id}",
    f"LibreOffice cannot open this file: it is broken or has a password; {_BY_HAND.en}",
)
LATE: Final = Message(
    f"LibreOffice belum selesai membuka berkas ini sesudah {SECONDS} detik; ulangi saat komputer tidak sibuk, atau "
    f"{_BY_HAND.id}",
    f"LibreOffice was not done with this file after {SECONDS} seconds; try again while the computer is not busy, or "
    f"{_BY_HAND.en}",
)
LARGE: Final = Message(
    f"yang dibuat LibreOffice dari berkas ini jauh lebih besar daripada SOP mana pun; {_BY_HAND.id}",
    f"what LibreOffice made of this file is far larger than any SOP; {_BY_HAND.en}",
)
WEB_PAGE: Final = Message(
    "isinya halaman web (HTML), apa pun akhiran namanya; buka dengan Excel atau Word, simpan sebagai XLSX atau PDF, "
    "lalu ulangi",
    "it holds a web page (HTML), whatever its ending says; open it in Excel or Word, save it as XLSX or PDF, then try "
    "again",
)
ARCHIVE: Final = Message(
    "isinya arsip (ZIP, RAR, atau 7z), bukan satu dokumen; keluarkan isinya ke sebuah folder, lalu periksa folder itu",
    "it holds an archive (ZIP, RAR or 7z), not one document; unpack it into a folder, then check that folder",
)
PICTURE: Final = Message(
    "isinya gambar (foto atau hasil pindai); kenali teksnya dulu (OCR), atau salin ke formulir (sopgen form)",
    "it holds a picture (a photo or a scan); recognise the text first (OCR), or copy it to a form (sopgen form)",
)
NO_PDF: Final = Message(
    "bukan PDF yang utuh; minta berkasnya dikirim atau disalin sekali lagi",
    "no whole PDF; ask for the file to be sent or copied once more",
)
LOCKED_PDF: Final = Message(
    "PDF ini berkata sandi; buka dengan kata sandinya, cetak atau simpan sebagai PDF tanpa kata sandi, lalu ulangi",
    "this PDF has a password; open it with the password, print or save it as a PDF without one, then try again",
)
LARGE_PDF: Final = Message(
    "halaman, garis atau hurufnya jauh lebih banyak daripada SOP mana pun; cetak halaman SOP-nya saja menjadi PDF "
    "baru, lalu ulangi",
    "far more pages, lines or characters than any SOP has; print the SOP's own pages to a new PDF, then try again",
)
SCANNED: Final = Message(
    "halamannya gambar tanpa teks (hasil pindai); minta buku kerja atau PDF aslinya dari pembuatnya, atau kenali "
    "teksnya dulu (OCR), atau salin ke formulir (sopgen form)",
    "its pages are pictures without text (scanned); ask its makers for the workbook or the PDF as it was made, or "
    "recognise the text first (OCR), or copy it to a form (sopgen form)",
)
NO_SOP: Final = Message(
    "tidak ada tabel alur SOP di dalamnya: kolom Kegiatan, Pelaksana dan Mutu Baku tidak ditemukan",
    "no flow table of an SOP in it: columns Kegiatan, Pelaksana and Mutu Baku were not found",
)
TOO_MUCH: Final = Message(
    "garis dan simbolnya jauh lebih banyak daripada SOP mana pun", "far more lines and symbols than any SOP has"
)


class NotRead(Exception):  # noqa: N818 - what came of it
    """A file that gives no SOP, with the reason."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


def opened(data: bytes) -> bytes:
    """The file itself, or what LibreOffice made of it. Raises `NotRead`."""
    if len(data) > MOST:
        raise NotRead(TOO_LARGE)
    if other := _something_else(data):
        raise NotRead(other)
    kind = kind_of(data)
    return data if kind is None else _converted(data, kind)


def by_office(data: bytes) -> bool:
    """Whether LibreOffice must open this file."""
    return kind_of(data) not in {None, "locked"}


def _something_else(data: bytes) -> Message | None:
    """What a file is that is none of those that are read, as far as its first bytes tell."""
    if not data.strip():
        return EMPTY
    start = data[:4096]
    if start.startswith(_PICTURES):
        return PICTURE
    if start.startswith(_ARCHIVES) or (start.startswith(b"PK\x03\x04") and _holds_files(data)):
        return ARCHIVE
    if PDF in start[:1024] or start.startswith((b"PK", b"{\\rtf")) or not _is_text(start):
        return None
    return WEB_PAGE if _WEB_PAGE.search(start) else PLAIN


def _holds_files(data: bytes) -> bool:
    """Whether a package is no document by itself: every office format has parts of its own."""
    try:
        return not any(name.startswith(_OF_DOCUMENTS) for name in names_in(data))
    except NoPackage:
        return False


def _is_text(start: bytes) -> bool:
    """Whether these bytes are letters and ends of lines alone, in UTF-8 or an older code."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 32 and byte not in {9, 10, 12, 13} for byte in start)


def read_file(data: bytes, made: bytes | None = None) -> tuple[Panel, ...]:
    """`made`: the workbook that its own spec gives; then its sheets alone are read, in order. Raises `NotRead`."""
    data = opened(data)
    if PDF in data[:1024]:
        return _pages(data)
    try:
        return panels_of(read_workbook(data) if made is None else _as_made(data, made))
    except NoWorkbook:
        raise NotRead(NO_FILE) from None


def _as_made(data: bytes, made: bytes) -> tuple[Sheet, ...]:
    due = read_workbook(made)
    sheets = read_workbook(data, due)
    paired = zip(due, twins(sheets, due), strict=True)
    return tuple(put_back(with_labels(sheets[at], each), each) for each, at in paired if at is not None)


def _converted(data: bytes, kind: Kind) -> bytes:
    if kind == "locked":
        raise NotRead(LOCKED)
    try:
        return converted(data, kind)
    except NoOffice:
        raise NotRead(NO_OFFICE_IN_PAGE if sys.platform == "emscripten" else NO_OFFICE) from None
    except NotConverted as reason:
        raise NotRead({"failed": FAILED, "late": LATE, "large": LARGE}[reason.why]) from None
    except NoPackage:
        raise NotRead(NO_FILE) from None


def _pages(data: bytes) -> tuple[Panel, ...]:
    from sopgen.drawn.pdf.contents import NotOpened
    from sopgen.drawn.pdf.pages import read_pdf
    from sopgen.drawn.pdf.rules import TooManyRules

    try:
        panels = read_pdf(data)
    except NotOpened as reason:
        raise NotRead({"locked": LOCKED_PDF, "broken": NO_PDF, "large": LARGE_PDF}[reason.why]) from None
    except TooManyRules:
        raise NotRead(LARGE_PDF) from None
    if panels and not any(cell.text for panel in panels for cell in panel.cells):
        raise NotRead(SCANNED)
    return panels
