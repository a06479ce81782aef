"""A file's bytes → panels, whatever kind of file it is; or why it cannot be read."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from sopgen.diagnostics import Message
from sopgen.drawn.model import Panel
from sopgen.drawn.office import Kind, NoOffice, NotConverted, converted, kind_of
from sopgen.drawn.panels import panels_of
from sopgen.foreign.files import MOST_BYTES
from sopgen.foreign.package import NoPackage
from sopgen.workbook.package import NoWorkbook
from sopgen.workbook.reading import read_workbook

MOST: Final = MOST_BYTES
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
NOT_CONVERTED: Final = Message(
    "LibreOffice tidak dapat membuka berkas ini (rusak, berkata sandi, atau terlalu lama); simpan sendiri sebagai PDF "
    "atau XLSX tanpa kata sandi, lalu ulangi",
    "LibreOffice cannot open this file (broken, with a password, or not in time); save it as PDF or XLSX without a "
    "password yourself, then try again",
)
NO_PDF: Final = Message("bukan PDF yang utuh", "no whole PDF")
LOCKED_PDF: Final = Message(
    "PDF ini berkata sandi; buka dengan kata sandinya, cetak atau simpan sebagai PDF tanpa kata sandi, lalu ulangi",
    "this PDF has a password; open it with the password, print or save it as a PDF without one, then try again",
)
LARGE_PDF: Final = Message(
    "halaman, garis atau hurufnya jauh lebih banyak daripada SOP mana pun",
    "far more pages, lines or characters than any SOP has",
)
NO_READER: Final = Message(
    "PDF lama tidak dapat dibaca di halaman ini; jalankan sopgen import, atau buka halamannya dengan sopgen edit",
    "old PDFs cannot be read in this page; run sopgen import, or open the page by sopgen edit",
)
SCANNED: Final = Message(
    "halamannya gambar tanpa teks (hasil pindai); kenali teksnya dulu (OCR), atau salin ke formulir (sopgen form)",
    "its pages are pictures without text (scanned); recognise the text first (OCR), or copy it to a form (sopgen form)",
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
    if not data.strip():
        raise NotRead(EMPTY)
    if _is_text(data):
        raise NotRead(PLAIN)
    kind = kind_of(data)
    return data if kind is None else _converted(data, kind)


def _is_text(data: bytes) -> bool:
    """Letters and nothing else; all that can be read here has other bytes at once."""
    head = data[:1024]
    if PDF in head or head.startswith((b"PK", b"{\\rtf")):
        return False
    return not any(byte < 9 or 13 < byte < 32 for byte in head)


def read_file(data: bytes) -> tuple[Panel, ...]:
    """Raises `NotRead`."""
    data = opened(data)
    if PDF in data[:1024]:
        return _pages(data)
    try:
        return panels_of(read_workbook(data))
    except NoWorkbook:
        raise NotRead(NO_FILE) from None


def _converted(data: bytes, kind: Kind) -> bytes:
    if kind == "locked":
        raise NotRead(LOCKED)
    try:
        return converted(data, kind)
    except NoOffice:
        raise NotRead(NO_OFFICE) from None
    except NotConverted:
        raise NotRead(NOT_CONVERTED) from None
    except NoPackage:
        raise NotRead(NO_FILE) from None


def _pages(data: bytes) -> tuple[Panel, ...]:
    from sopgen.drawn.pdf.objects import NotOpened
    from sopgen.drawn.pdf.pages import read_pdf
    from sopgen.drawn.pdf.rules import TooManyRules

    if find_spec("pypdfium2") is None:  # in a browser
        raise NotRead(NO_READER)
    try:
        panels = read_pdf(data)
    except NotOpened as reason:
        raise NotRead({"locked": LOCKED_PDF, "broken": NO_PDF, "large": LARGE_PDF}[reason.why]) from None
    except TooManyRules:
        raise NotRead(LARGE_PDF) from None
    if panels and not any(cell.text for panel in panels for cell in panel.cells):
        raise NotRead(SCANNED)
    return panels
