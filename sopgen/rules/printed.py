"""The pages of a PDF that are not as its own spec gives them → what a reviewer must look at, and where.

What stands upon its frames, texts and rows leaves the verdict open; what was put into the room for the signature or
beside everything printed (a seal, a stamp, an electronic signature's line) is told and hides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.drawing.source import source_of
from sopgen.rules.held import Unexamined
from sopgen.rules.paper import Paper, PaperStep
from sopgen.scene import Box, Document, Page

_SLACK: Final = 1.0  # points: a picture's pixel reaches beyond what it shows
_STEPS_NAMED: Final = 8
_WHY: Final = Message(
    "gambar halamannya tidak sama dengan yang dibuat dari spesifikasi di dalam berkas: diubah, ditutupi, atau dibubuhi "
    "sesuatu sesudah dibuat sopgen; yang dinilai spesifikasinya, jadi lihat halaman itu, atau minta PDF-nya dibuat "
    "lagi",
    "the page does not look as the spec inside gives it: something was changed, covered or put upon it after sopgen "
    "made it; the spec is what was judged, so look at that page, or ask for the PDF made anew",
)
_BESIDE_WHY: Final = Message(
    "dibubuhkan sesudah dokumen dibuat, misalnya tanda tangan, cap, atau catatan; isi tabel dan kotak tidak berubah",
    "put there after the document was made, such as a signature, a stamp or a note; tables and boxes are unchanged",
)


def unlike_printed(document: Document, places: Sequence[tuple[int, Box]]) -> tuple[Unexamined, ...]:
    """`document`: what the spec inside gives; `places`: where the file shows something else, by page and box."""
    told = []
    for number in sorted({page for page, _ in places}):
        boxes = [box for page, box in places if page == number]
        page = document.pages[number - 1] if number <= len(document.pages) else None
        within = [box for box in boxes if page is None or not _is_beside(page, box)]
        if within:
            told.append(Unexamined(_where(page, number, within), _WHY))
        else:
            what = Message(
                f"yang dibubuhkan pada halaman {number} di luar isinya",
                f"what was put upon page {number} beside what it says",
            )
            told.append(Unexamined(what, _BESIDE_WHY, decisive=False))
    return tuple(told)


def paper_of_pages(document: Document) -> Paper:
    """Where things stand on a PDF whose pages are those of `document`."""
    flow = [page for page in document.pages if page.rows]
    steps = [(row.step, page.number) for page in flow for row in page.rows if row.step is not None]
    return Paper(
        tuple(PaperStep(step, at, str(step), page) for at, (step, page) in enumerate(steps, start=1)),
        next((page.number for page in document.pages if page.kind == "identitas" or page.joins_identity), 0),
        flow[0].number if flow else 0,
        tuple(source_of(document).labels.items()),
        len(document.pages),
        document.figures.crossings,
    )


def _is_beside(page: Page, box: Box) -> bool:
    """Whether it lies in the room for the signature, or touches nothing that is printed."""
    if page.signature_box and _holds(page.signature_box, box):
        return True
    return not any(_meet(each, box) for each in _printed(page))


def _printed(page: Page) -> Iterator[Box]:
    for table in page.tables:
        yield table.columns[0], table.rows[0], table.columns[-1], table.rows[-1]
    for text in page.texts:
        yield text.box


def _holds(outer: Box, box: Box) -> bool:
    return (
        outer[0] - _SLACK <= box[0]
        and outer[1] - _SLACK <= box[1]
        and box[2] <= outer[2] + _SLACK
        and box[3] <= outer[3] + _SLACK
    )


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _where(page: Page | None, number: int, boxes: Sequence[Box]) -> Message:
    if page is None:
        return Message(f"halaman {number}, yang tidak ada di dokumennya", f"page {number}, which the document has not")
    steps = [row.step for row in page.rows if row.step is not None and any(_down(row.y0, row.y1, box) for box in boxes)]
    named = ", ".join(map(str, steps[:_STEPS_NAMED]))
    more = len(steps) - _STEPS_NAMED
    rest = Message(f" dan {more} lagi", f" and {more} more") if more > 0 else Message("", "")
    told = Message(f" (langkah {named}{rest.id})", f" (steps {named}{rest.en})") if steps else Message("", "")
    return Message(
        f"apakah yang tercetak di halaman {number}{told.id} sesuai dengan yang dinilai",
        f"whether what page {number}{told.en} prints is what was judged",
    )


def _down(top: float, bottom: float, box: Box) -> bool:
    return box[1] < bottom - _SLACK and top + _SLACK < box[3]
