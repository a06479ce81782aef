"""A workbook beside the one that its own spec gives → what now hides, covers or joins what its cells say.

What the cells and the drawing say themselves other rules compare. A workbook that was only saved anew shows nothing
here: looks are held against what a person sees, not against bytes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.diagnostics import Message
from sopgen.drawn.labels import written_over
from sopgen.rules.drawing.folded_grid import folded_grid
from sopgen.rules.drawing.laid_upon import laid_upon
from sopgen.rules.drawing.off_paper import off_paper, outside_area
from sopgen.rules.drawing.print_setup import print_setup
from sopgen.rules.drawing.source import Unlike
from sopgen.rules.drawing.wording import shortened, told_apart
from sopgen.workbook.appearance import SheetLook, looks_of
from sopgen.workbook.dress import Dress
from sopgen.workbook.package import NoWorkbook
from sopgen.workbook.retyped import is_put_back, merged_anew, retyped, rows_put_in
from sopgen.workbook.unfolding import twins
from sopgen.workbook.values import Place, Point, Sheet

DRESSED: Final[dict[Dress, Message]] = {
    "unseen": Message(
        "huruf sewarna dasarnya, tidak terlihat di kertas", "type of its ground's colour, not seen on paper"
    ),
    "blank": Message(
        "format angka menyembunyikan isi selnya", "a number format hides what the cell says"
    ),
    "masked": Message(
        "format angka menampilkan tulisan lain daripada isi selnya",
        "a number format shows other words than the cell holds",
    ),
    "struck": Message("tulisan dicoret (Strikethrough)", "words are struck out (Strikethrough)"),
    "signs": Message(
        "hurufnya jenis lambang (Wingdings dan sejenisnya), tercetak sebagai gambar-gambar kecil",
        "its type has signs in place of letters (Wingdings and its like)",
    ),
    "tiny": Message(
        "huruf terlalu kecil untuk dibaca di kertas", "type too small to be read on paper"
    ),
}  # fmt: skip
_NUMBER: Final = re.compile(r"\(?\d{1,3}[.)]*")  # a step's
_AS_VALUES: Final = Message(
    "Buka buku kerjanya dan baca selnya; ganti rumusnya dengan tulisan (Paste Values), sama dengan spesifikasinya.",
    "Open the workbook and read the cell; put words in the formula's place (Paste Values), as the spec has them.",
)
_MARGINS: Final = Message("kepala atau kaki cetak", "the printed head or foot")


def unlike_made(data: bytes, made: bytes) -> tuple[Unlike, ...]:
    """`made`: the workbook as the spec inside `data` gives it."""
    try:
        due = looks_of(made)
        looks = looks_of(data, due)
    except NoWorkbook:
        return ()
    paired = twins([look.sheet for look in looks], [look.sheet for look in due])
    return (*_of_sheets(looks, due, paired), *_of_each(looks, due, paired))


def _of_sheets(looks: Sequence[SheetLook], due: Sequence[SheetLook], paired: Sequence[int | None]) -> Iterator[Unlike]:
    """Sheets that were added, or are gone."""
    for at, look in enumerate(looks):
        if at not in paired and (look.texts or look.boxes):
            yield Unlike(
                Message(
                    f"Lembar “{look.name}” ditambahkan; tidak ada di dokumen asalnya.",
                    f"The sheet “{look.name}” was added; the document had none such.",
                ),
                _sheet(look.name),
            )
    for each, number in zip(due, paired, strict=True):
        if number is None:
            yield Unlike(
                Message(
                    f"Lembar “{each.name}” tidak ada lagi di buku kerja ini.",
                    f"The sheet “{each.name}” is no longer in this workbook.",
                ),
                _sheet(each.name),
                kind="sheet-gone",
            )


def _of_each(looks: Sequence[SheetLook], due: Sequence[SheetLook], paired: Sequence[int | None]) -> Iterator[Unlike]:
    for at, (each, number) in enumerate(zip(due, paired, strict=True)):
        if number is not None:
            yield from _of_sheet(looks[number], each, is_first=at == 0)


def _of_sheet(look: SheetLook, due: SheetLook, *, is_first: bool) -> Iterator[Unlike]:
    sheet = look.name
    if look.sheet.is_hidden and not due.sheet.is_hidden:
        yield Unlike(
            Message(
                f"Lembar “{sheet}” disembunyikan; isinya tidak tampak dan tidak tercetak.",
                f"The sheet “{sheet}” is hidden; what it says is neither seen nor printed.",
            ),
            _sheet(sheet),
        )
    yield from _written_over(look, due)
    yield from folded_grid(look, due)
    yield from laid_upon(look, due, has_emblem=is_first)
    if added := [word for word in look.margins if word not in due.margins and any(map(str.isalpha, word))]:
        now, was = " ".join(look.margins), " ".join(due.margins)
        here, there = told_apart(now, was) if was else (shortened(now[now.index(added[0]) :]), "")
        instead = Message(f", seharusnya “{there}”", f", instead of “{there}”") if there else Message("", "")
        yield Unlike(
            Message(
                f"Lembar “{sheet}”: kepala atau kaki cetak memuat “{here}”{instead.id}.",
                f"Sheet “{sheet}”: the printed head or foot says “{here}”{instead.en}.",
            ),
            Message(f"lembar {sheet}, {_MARGINS.id}", f"sheet {sheet}, {_MARGINS.en}"),
            sheet,
            margin=(now, was),
        )
    if look.has_conditions and not due.has_conditions:
        yield Unlike(
            Message(
                f"Lembar “{sheet}”: format bersyarat dapat mengubah yang tampak.",
                f"Sheet “{sheet}”: a conditional format may change what is seen.",
            ),
            _sheet(sheet),
        )
    yield from off_paper(look, due)
    yield from _of_cells(look, due)
    yield from print_setup(look, due)
    yield from _retyped(look, due)


def _written_over(look: SheetLook, due: SheetLook) -> Iterator[Unlike]:
    """Labels of the form that say something else."""
    for place, label in written_over(look.sheet, due.sheet).items():
        name, words = shortened(label), shortened(look.texts.get(place, ""))
        told = (
            Message(f"label “{name}” diganti “{words}”", f"the label “{name}” was changed to “{words}”")
            if words
            else Message(f"label “{name}” dihapus", f"the label “{name}” was deleted")
        )
        yield _at_cells(look, told, [place])


def _retyped(look: SheetLook, due: SheetLook) -> Iterator[Unlike]:
    """Cells that say something else, but for labels of the form, which are told as such."""
    labels = written_over(look.sheet, due.sheet)
    for each in retyped(look.sheet, due.sheet):
        if each.place not in labels:
            yield _at_cells(look, Message("", ""), [each.place])._replace(
                points=(_inside(look.sheet, each.place),),
                retyped=each,
                is_undone=is_put_back(each, look.sheet, due.sheet),
                is_placed=each.part == "text",
            )


def _of_cells(look: SheetLook, due: SheetLook) -> Iterator[Unlike]:
    for dress, told in DRESSED.items():
        if (places := look.dressed.get(dress)) and not due.dressed.get(dress):
            yield _at_cells(look, told, places)
    if look.buried and not due.buried:
        told = Message(
            "sel digabung (Merge) di atas isi yang lain, sehingga tidak tampak",
            "cells were merged over what others say, which is not seen",
        )
        yield _at_cells(look, told, look.buried)
    for places in rows_put_in(look.sheet, due.sheet):
        words = shortened(" ".join(look.texts[place] for place in places))
        yield _at_cells(look, Message(f"baris “{words}” disisipkan", f"a row “{words}” was put in"), places)
    yield from _formulas(look, due)
    yield from _merged(look, due)
    if outside_area(look, due):
        return  # told already
    if beyond := _beyond(look, due):
        words = shortened(" ".join(look.texts[place] for place in beyond))
        told = Message(f"tulisan ditambahkan di luar tabel: “{words}”", f"text was added outside the table: “{words}”")
        yield _at_cells(look, told, beyond)._replace(kind="beyond", is_placed=True)


def _formulas(look: SheetLook, due: SheetLook) -> Iterator[Unlike]:
    """Cells that say what they should, as far as is read, and hold a formula, which may give something else."""
    told = {each.place for each in retyped(look.sheet, due.sheet)}
    made = {place for place, _ in due.formulas}
    found = [(place, text) for place, text in look.formulas if place not in told | made]
    if found:
        first = shortened(next((text for _, text in found if text), ""))
        quoted = f" (“={first}”)" if first else ""
        words = Message(
            f"sel berisi rumus{quoted}; yang tercetak hasil rumusnya, yang mungkin lain dari yang terbaca di sini",
            f"cells hold formulas{quoted}; what they give is printed, and may differ from what is read here",
        )
        yield _at_cells(look, words, [place for place, _ in found])._replace(kind="formula", remedy=_AS_VALUES)


def _merged(look: SheetLook, due: SheetLook) -> Iterator[Unlike]:
    """Cells of steps that were joined, each range once; those that lie over a text are told as that."""
    for (top, left), (bottom, right) in merged_anew(look.sheet, due.sheet):
        cells = [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
        if not set(cells) & set(look.buried):
            told = Message("sel digabung (Merge)", "cells were merged")
            yield _at_cells(look, told, [])._replace(
                points=tuple(_inside(look.sheet, place) for place in cells),
                kind="merged",
                rows=tuple(range(top, bottom + 1)),
                note=True,
            )


def _at_cells(look: SheetLook, told: Message, places: Sequence[Place]) -> Unlike:
    return Unlike(
        Message(f"Lembar “{look.name}”: {told.id}.", f"Sheet “{look.name}”: {told.en}."),
        _sheet(look.name),
        look.name,
        tuple(_corner(look.sheet, place) for place in sorted(places)),
    )


def _inside(sheet: Sheet, place: Place) -> Point:
    """Within that very cell, whatever lies over it."""
    row, column = place
    return sheet.columns[column] + 0.5, sheet.rows[row] + 0.5


def _corner(sheet: Sheet, place: Place) -> Point:
    """Within the first cell of a merged range, whose name it bears."""
    x0, y0, _, _ = sheet.box_of(place)
    return x0 + 0.5, y0 + 0.5


def _beyond(look: SheetLook, due: SheetLook) -> list[Place]:
    """Words beside or below the table that the document does not say; rows that go on with it are rows put in."""
    said = _plain(" ".join(due.texts.values()))
    rows = Counter(row for row, _ in look.texts)
    end = _last_row(due) + 1
    while rows[end] > 1 and _NUMBER.fullmatch(look.texts.get((end, 0), "").strip()):
        end += 1
    right = max((due.sheet.span(place)[1][1] for place in due.texts), default=0)
    return [
        (row, column)
        for (row, column), text in look.texts.items()
        if (row >= end or column > right) and any(map(str.isalpha, text)) and _plain(text) not in said
    ]


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _last_row(look: SheetLook) -> int:
    return max((row for row, _ in look.texts), default=0)


def _sheet(name: str) -> Message:
    return Message(f"lembar {name}", f"sheet {name}")
