"""A workbook beside the one that its own spec gives → what now hides, covers or joins what its cells say.

What the cells and the drawing say themselves other rules compare. A workbook that was only saved anew shows nothing
here: looks are held against what a person sees, not against bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.drawing.source import Unlike
from sopgen.rules.drawing.wording import shortened
from sopgen.workbook.appearance import LaidOn, SheetLook, looks_of
from sopgen.workbook.cells import reference_of
from sopgen.workbook.package import NoWorkbook
from sopgen.workbook.values import Place

_LONGEST_LABEL: Final = 24
"""Letters. Shorter texts in the lanes are branches' labels or connectors' numbers, which other rules compare."""
_TOLD: Final = 3  # cells


def unlike_made(data: bytes, made: bytes) -> tuple[Unlike, ...]:
    """`made`: the workbook as the spec inside `data` gives it."""
    try:
        looks, due = looks_of(data), {look.name: look for look in looks_of(made)}
    except NoWorkbook:
        return ()
    return tuple(told for look in _without_emblem(looks) for told in _of_sheet(look, due.get(look.name)))


def _without_emblem(looks: tuple[SheetLook, ...]) -> Iterator[SheetLook]:
    """The first picture is the emblem, which a spec inside a file does not carry."""
    seen = False
    for look in looks:
        pictures = [at for at, box in enumerate(look.boxes) if box.is_picture]
        if pictures and not seen:
            seen = True
            yield look._replace(boxes=look.boxes[: pictures[0]] + look.boxes[pictures[0] + 1 :])
        else:
            yield look


def _of_sheet(look: SheetLook, due: SheetLook | None) -> Iterator[Unlike]:
    sheet = look.name
    if due is None:
        if look.texts or look.boxes:
            yield Unlike(
                Message(
                    f"Lembar “{sheet}” ditambahkan; tidak ada di dokumen asalnya.",
                    f"The sheet “{sheet}” was added; the document had none such.",
                ),
                _at(sheet),
            )
        return
    if look.is_hidden and not due.is_hidden:
        yield Unlike(
            Message(
                f"Lembar “{sheet}” disembunyikan; isinya tidak tampak dan tidak tercetak.",
                f"The sheet “{sheet}” is hidden; what it says is neither seen nor printed.",
            ),
            _at(sheet),
        )
    for box in _laid_anew(look.boxes, due.boxes):
        told = f" “{shortened(box.text)}”" if box.text else ""
        yield Unlike(
            Message(
                f"Lembar “{sheet}”: kotak atau gambar{told} ditaruh di atas tabel.",
                f"Sheet “{sheet}”: a box or picture{told} was laid upon the table.",
            ),
            _at(sheet),
            is_placed=True,
        )
    if added := [word for word in look.margins if word not in due.margins and any(map(str.isalpha, word))]:
        words = shortened(" ".join(look.margins[look.margins.index(added[0]) :]))
        yield Unlike(
            Message(
                f"Lembar “{sheet}”: kepala atau kaki cetak memuat “{words}”.",
                f"Sheet “{sheet}”: the printed head or foot says “{words}”.",
            ),
            _at(sheet, _MARGINS),
        )
    if look.has_conditions and not due.has_conditions:
        yield Unlike(
            Message(
                f"Lembar “{sheet}”: format bersyarat dapat mengubah yang tampak.",
                f"Sheet “{sheet}”: a conditional format may change what is seen.",
            ),
            _at(sheet),
        )
    yield from _of_cells(look, due)


def _laid_anew(boxes: tuple[LaidOn, ...], due: tuple[LaidOn, ...]) -> Iterator[LaidOn]:
    """What stands beside the lanes, or says more than a branch's label: what is drawn in lanes other rules compare."""
    known = {(box.name, box.text) for box in due}
    spans = [box.columns for box in due if box.columns]
    left, right = min((first for first, _ in spans), default=0), max((last for _, last in spans), default=-1)
    for box in boxes:
        inside = box.columns is not None and left <= box.columns[0] and box.columns[1] <= right
        if (box.name, box.text) not in known and (not inside or len(box.text) > _LONGEST_LABEL):
            yield box


def _of_cells(look: SheetLook, due: SheetLook) -> Iterator[Unlike]:
    sheet = look.name
    if not due.unseen and look.unseen:
        cells = _named(look.unseen)
        yield Unlike(
            Message(
                f"Lembar “{sheet}”: huruf sewarna dasarnya, tidak terlihat di kertas ({cells.id}).",
                f"Sheet “{sheet}”: type of its ground's colour, not seen on paper ({cells.en}).",
            ),
            _at(sheet, cells),
        )
    if not due.masked and look.masked:
        cells = _named(look.masked)
        yield Unlike(
            Message(
                f"Lembar “{sheet}”: format angka menampilkan tulisan lain daripada isi selnya ({cells.id}).",
                f"Sheet “{sheet}”: a number format shows other words than the cell holds ({cells.en}).",
            ),
            _at(sheet, cells),
        )
    outside = [place for place in look.texts if look.area and not _within(place, look.area)]
    if outside and len({row for row, _ in outside}) > _last_row(look) - _last_row(
        due
    ):  # rows that were put in push others out
        cells = _named(outside)
        yield Unlike(
            Message(
                f"Lembar “{sheet}”: isi di luar daerah cetak ({cells.id}).",
                f"Sheet “{sheet}”: contents outside the print area ({cells.en}).",
            ),
            _at(sheet, cells),
        )
        return
    if beyond := _beyond(look, due):
        cells = _named(beyond)
        yield Unlike(
            Message(
                f"Lembar “{sheet}”: tulisan ditambahkan di luar tabel ({cells.id}).",
                f"Sheet “{sheet}”: text was added outside the table ({cells.en}).",
            ),
            _at(sheet, cells),
            is_placed=True,
        )


def _beyond(look: SheetLook, due: SheetLook) -> list[Place]:
    """Words beside or below the table that the document does not say; rows that go on with it are rows put in."""
    said = _plain(" ".join(due.texts.values()))
    rows = Counter(row for row, _ in look.texts)
    end = _last_row(due) + 1
    while rows[end] > 1:
        end += 1
    right = max((column for _, column in due.texts), default=0)
    return [
        (row, column)
        for (row, column), text in look.texts.items()
        if (row >= end or column > right) and any(map(str.isalpha, text)) and _plain(text) not in said
    ]


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _last_row(look: SheetLook) -> int:
    return max((row for row, _ in look.texts), default=0)


def _within(place: Place, area: tuple[Place, Place]) -> bool:
    (top, left), (bottom, right) = area
    return top <= place[0] <= bottom and left <= place[1] <= right


_MARGINS: Final = Message("kepala atau kaki cetak", "the printed head or foot")


def _at(sheet: str, part: Message | None = None) -> Message:
    """A sheet, and what of it: its cells or its margins."""
    if part is None:
        return Message(f"lembar {sheet}", f"sheet {sheet}")
    if part is _MARGINS:
        return Message(f"lembar {sheet}, {part.id}", f"sheet {sheet}, {part.en}")
    return Message(f"lembar {sheet}, sel {part.id}", f"sheet {sheet}, cells {part.en}")


def _named(places: list[Place] | tuple[Place, ...]) -> Message:
    """The first cells in reading order, and how many more."""
    ordered = sorted(places)
    first = ", ".join(reference_of(place) for place in ordered[:_TOLD])
    more = len(ordered) - _TOLD
    return Message(f"{first} dan {more} lagi", f"{first} and {more} more") if more > 0 else Message(first, first)
