"""The finished PDF read back: its words against the spec's, its marks against the paper, its fonts.

What must be printed is taken from the Sop, not from the drawing's own texts; the drawing says only where rows are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any, NamedTuple

import pdfplumber
import pikepdf

from sopgen.intake.sop import Isi, Kegiatan, Kotak, Sop
from sopgen.scene import Document, Page

BOXES = ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan")
DRAWN_AS_SHAPES = str.maketrans("", "", "✓✗☐☑☒●")
MILLIMETRE = 72 / 25.4
TOUCH = 0.5  # points by which two letters of one word may lie apart


class Word(NamedTuple):
    """What stands between blanks, in the order it was written; `y` is the middle of its letters."""

    text: str
    y: float


def faults(sop: Sop, document: Document, data: bytes) -> Iterator[str]:
    """Everything wrong with the finished file."""
    yield from _unembedded(data)
    with pdfplumber.open(BytesIO(data)) as pdf:
        if len(pdf.pages) != len(document.pages):
            yield f"{len(pdf.pages)} pages, not {len(document.pages)}"
        pages = []
        for number, page in enumerate(pdf.pages, 1):
            pages.append(list(_words(page.chars)))
            yield from (f"page {number}: {what}" for what in _outside(page, sop.tampilan.pita_tte * MILLIMETRE))
            page.close()
    for number, words in enumerate(pages, 1):
        if missing([f"Halaman {number} dari {len(pages)}"], words):
            yield f"page {number}: its foot is wrong"
    yield from _lost_words(sop, document, pages)


def missing(wanted: Iterable[str], found: Sequence[Word], *, torn: bool = False) -> list[str]:
    """The texts that do not stand there, each whole and in its own words; a divided word counts as one word.

    A text that may be `torn` over two pages has its words somewhere, each as often as it needs it.
    """
    left: list[str | None] = [word.text for word in found]
    texts = [words for text in wanted if (words := text.translate(DRAWN_AS_SHAPES).split())]
    # The longest first, so that a short text is not found inside a long one.
    short = [words for words in sorted(texts, key=len, reverse=True) if not _take(words, left)]
    if torn:
        short = [[word] for words in short for word in words if not _take([word], left)]
    return [" ".join(words) for words in short]


def _take(words: Sequence[str], left: list[str | None]) -> bool:
    """Take these words, one after the other, out of what is left."""
    for start in range(len(left)):
        end = start
        for word in words:
            end = _spelt(word, left, end)
            if not end:
                break
        else:
            left[start:end] = [None] * (end - start)
            return True
    return False


def _spelt(rest: str, texts: list[str | None], at: int) -> int:
    """The place behind the parts that together spell `rest` from `at` on; 0 if they do not."""
    while rest and at < len(texts) and (part := texts[at]):
        if rest.startswith(part):
            rest = rest[len(part) :]
        elif len(part) > 1 and part.endswith("-") and rest.startswith(part[:-1]):
            rest = rest[len(part) - 1 :]
        else:
            return 0
        at += 1
    return 0 if rest else at


def _words(chars: list[dict[str, Any]]) -> Iterator[Word]:
    """The words in the order they were written, level or turned; pdfplumber's own need the letters in reading order."""
    letters: list[dict[str, Any]] = []
    before: dict[str, Any] | None = None
    for char in chars:
        if letters and (char["text"].isspace() or before is None or not _follows(before, char)):
            yield _word(letters)
            letters = []
        if not char["text"].isspace():
            letters.append(char)
        before = char
    if letters:
        yield _word(letters)


def _word(letters: list[dict[str, Any]]) -> Word:
    text = "".join(letter["text"] for letter in letters)
    return Word(text, sum((letter["top"] + letter["bottom"]) / 2 for letter in letters) / len(letters))


def _follows(before: dict[str, Any], char: dict[str, Any]) -> bool:
    """Whether `char` stands where a letter of the same word would."""
    if before["upright"] != char["upright"]:
        return False
    start, end, line = ("x0", "x1", 5) if char["upright"] else ("y0", "y1", 4)
    gap, shift = char[start] - before[end], char["matrix"][line] - before["matrix"][line]
    return bool(max(abs(gap), abs(shift)) < TOUCH)


def _outside(page: Any, band: float) -> Iterator[str]:
    """Marks that leave the page or stand in the band kept free at its foot."""
    free = float(page.height) - band
    for kind, marks in page.objects.items():
        for mark in marks:
            if not (mark["x0"] >= 0 and mark["top"] >= 0 and mark["x1"] <= page.width and mark["bottom"] <= free):
                said = mark.get("text", "")
                place = f"{mark['x0']:.1f} {mark['top']:.1f} {mark['x1']:.1f} {mark['bottom']:.1f}"
                yield f"{kind} {said} at {place} is off the page or in the band"


def _unembedded(data: bytes) -> Iterator[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        for item in pdf.objects:
            if not isinstance(item, pikepdf.Dictionary) or item.get("/Type") != "/Font":
                continue
            if "/FontDescriptor" not in item or "/FontFile2" not in item.FontDescriptor:
                yield f"the font {item.get('/BaseFont')} is not embedded"


def _lost_words(sop: Sop, document: Document, pages: Sequence[Sequence[Word]]) -> Iterator[str]:
    drawn = list(zip(document.pages, pages, strict=False))
    identity = [word for page, words in drawn if page.kind == "identitas" for word in words]
    if lost := missing(_identity_texts(sop), identity, torn=True):
        yield f"the identity page lacks {lost}"
    flow = [(page, words) for page, words in drawn if page.kind == "prosedur"]
    for page, words in flow if sop.tampilan.kepala_berulang else flow[:1]:
        if lost := missing((p.nama for p in sop.pelaksana), _above_rows(page, words)):
            yield f"page {page.number}: the header lacks {lost}"
    rows = {
        row.step: [word for word in words if row.y0 <= word.y <= row.y1] for page, words in flow for row in page.rows
    }
    for kegiatan in sop.kegiatan:
        if lost := missing(_row_texts(kegiatan), rows.get(kegiatan.nomor, [])):
            yield f"step {kegiatan.nomor} lacks {lost}"
    labels = (arah.label for kegiatan in sop.kegiatan for arah in kegiatan.arah)
    if lost := missing(labels, [word for _, words in flow for word in words]):
        yield f"labels are lost: {lost}"


def _above_rows(page: Page, words: Sequence[Word]) -> list[Word]:
    top = min(row.y0 for row in page.rows)
    return [word for word in words if word.y < top]


def _isi(isi: Isi | Kotak) -> tuple[str, ...]:
    return (isi.teks, *isi.butir)


def _row_texts(kegiatan: Kegiatan) -> tuple[str, ...]:
    fields = (kegiatan.uraian, kegiatan.kelengkapan, kegiatan.output, kegiatan.keterangan)
    return (str(kegiatan.nomor), kegiatan.waktu, *(text for isi in fields for text in _isi(isi)))


def _identity_texts(sop: Sop) -> tuple[str, ...]:
    official = sop.pengesahan
    boxes = (text for key in BOXES for text in _isi(getattr(sop, key)))
    number = official.nomor_induk or ()
    return (
        *(sop.nomor, sop.judul, *sop.instansi, *sop.teks_kepala, *sop.unit),
        *(official.atas_nama, official.jabatan, official.nama, official.pangkat, *number),
        *boxes,
    )
