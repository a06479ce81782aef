"""Boxes and pictures that were laid upon a workbook's sheet: what they say, and which cells and symbols they cover."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.diagnostics import Message, some
from sopgen.drawn.words import HEADER, meaning
from sopgen.rules.drawing.source import Unlike
from sopgen.rules.drawing.wording import shortened
from sopgen.workbook.appearance import LaidOn, SheetLook
from sopgen.workbook.values import Box, Place, Point

_LONGEST_LABEL: Final = 24
"""Letters. Shorter texts in the lanes are branches' labels or connectors' numbers, which other rules compare."""
_REMARKED: Final = Message(
    "Baca catatannya; hapus sebelum berkas ini disahkan.", "Read it; delete it before this file is approved."
)
_QUOTED: Final = 3  # texts that are covered
_COVERED: Final = 0.4  # of a cell or symbol: then it is covered


def laid_upon(look: SheetLook, due: SheetLook, *, has_emblem: bool) -> Iterator[Unlike]:
    """`has_emblem`: whether the form's emblem may stand there, which a spec inside a file does not carry."""
    yield from _remarks(look, due)
    for box in _laid_anew(look, due, has_emblem=has_emblem):
        covered = _covered(look, box)
        aside = box.is_picture and not covered and _is_aside(look, box.box)
        if aside and has_emblem:
            continue  # a signature, a stamp
        yield Unlike(
            _told(look.name, box, _cover_words(look, covered) if covered else _stand_words(due, box.box)),
            Message(f"lembar {look.name}", f"sheet {look.name}"),
            look.name,
            tuple(covered) or (_centre(box.box),),
            "picture" if box.is_picture and not covered else "look",
            note=aside,
            is_placed=True,
        )


def _remarks(look: SheetLook, due: SheetLook) -> Iterator[Unlike]:
    """Notes hung on cells, which are seen on a screen and rarely on paper: each once, as advice."""
    for place, text in look.sheet.remarks:
        if (place, text) not in due.sheet.remarks:
            words = shortened(text)
            yield Unlike(
                Message(
                    f"Lembar “{look.name}”: catatan sel (Comment) “{words}” ditambahkan.",
                    f"Sheet “{look.name}”: a cell's comment “{words}” was added.",
                ),
                Message(f"lembar {look.name}", f"sheet {look.name}"),
                look.name,
                (look.sheet.middle(place),),
                remedy=_REMARKED,
                note=True,
            )


def _is_aside(look: SheetLook, box: Box) -> bool:
    """Whether a picture hides nothing that the form says: beside its table, or where somebody signs."""
    x, y = _centre(box)
    used = [look.sheet.box_of(place) for place in look.texts]
    left, top, right, bottom = (edge([each[at] for each in used]) for at, edge in enumerate((min, min, max, max)))
    return _is_signed(look, (x, y)) or not (left <= x <= right and top <= y <= bottom)


def _is_signed(look: SheetLook, point: Point) -> bool:
    """Whether it stands in the rows of the approval, right of its label."""
    labels = sorted(
        (look.sheet.box_of(place), key) for place, text in look.texts.items() if (key := meaning(text.strip(), HEADER))
    )
    above = [(box[1], key) for box, key in labels if box[0] <= point[0] and box[1] <= point[1]]
    return bool(above) and max(above)[1] == "pengesahan"


def _told(sheet: str, box: LaidOn, over: Message) -> Message:
    what = (
        Message("gambar", "a picture")
        if box.is_picture
        else Message("bagan, diagram, atau coretan", "a chart, a diagram or ink")
        if box.is_other
        else Message(f"kotak teks “{shortened(box.text)}”", f"a text box “{shortened(box.text)}”")
        if box.text
        else Message("kotak tanpa tulisan", "a box without words")
    )
    return Message(f"Lembar “{sheet}”: {what.id} {over.id}.", f"Sheet “{sheet}”: {what.en} {over.en}.")


def _cover_words(look: SheetLook, covered: Sequence[Point]) -> Message:
    """What can no longer be read below it, the first words; where that is the finding's place says."""
    texts = [text for point in covered if (text := look.texts.get(look.sheet.span(look.sheet.place_of(point))[0]))]
    named = ", ".join(f"“{shortened(text)}”" for text in texts[:_QUOTED])
    more = len(texts) - _QUOTED
    rest = Message(f" dan {more} sel lagi", f" and {some(more, 'more cell')}") if more > 0 else Message("", "")
    if not texts:
        return Message("menutupi isi tabel", "covers what the table holds")
    return Message(f"menutupi isi tabel: {named}{rest.id}", f"covers what the table holds: {named}{rest.en}")


def _stand_words(due: SheetLook, box: Box) -> Message:
    """Beside which edge of what the sheet was made to say it stands, else upon it."""
    used = [due.sheet.box_of(place) for place in due.texts]
    left, top, right, bottom = (edge([each[at] for each in used]) for at, edge in enumerate((min, min, max, max)))
    x, y = _centre(box)
    if y > bottom:
        return Message("ditambahkan di bawah tabel", "was put below the table")
    if y < top:
        return Message("ditambahkan di luar tabel, di bagian atas", "was put outside the table, at the top")
    if not left <= x <= right:
        return Message("ditambahkan di samping tabel", "was put beside the table")
    return Message("ditempelkan pada tabel", "was laid upon the table")


def _laid_anew(look: SheetLook, due: SheetLook, *, has_emblem: bool) -> Iterator[LaidOn]:
    """Of what stands in the lanes only what other rules do not read: covers, pictures, long texts."""
    known = Counter((box.name, box.text) for box in due.boxes)
    spans = [(box.box[0], box.box[2]) for box in due.boxes if not box.is_picture]
    columns = look.sheet.columns
    left, right = min((first for first, _ in spans), default=0.0), max((last for _, last in spans), default=-1.0)
    left, right = _grown(columns, left, right)
    others = len(due.sheet.others)
    emblem, notes = has_emblem, _notes_added(look, due)
    for box in look.boxes:
        if box.is_other:
            others -= 1
            if others < 0 and (not (left <= box.box[0] and box.box[2] <= right) or _covered(look, box)):
                yield box
            continue
        key = box.name, box.text
        if known[key] > 0:
            known[key] -= 1
            continue
        if box.is_picture and emblem and _is_emblem(look, box):
            emblem = False
            continue
        if not (left <= box.box[0] and box.box[2] <= right) or not _is_read(box) or box in notes:
            yield box


def _notes_added(look: SheetLook, due: SheetLook) -> list[LaidOn]:
    """Free texts beyond those that are due; one that took another's place is that one, changed."""
    left = Counter(box.text for box in due.boxes if box.is_bare and box.text)
    added = []
    for box in look.boxes:
        if box.is_bare and box.text:
            if left[box.text] > 0:
                left[box.text] -= 1
            else:
                added.append(box)
    return added[left.total() :]


def _grown(edges: Sequence[float], left: float, right: float) -> tuple[float, float]:
    """As far as the columns go in which they lie."""
    return max((edge for edge in edges if edge <= left), default=left), min(
        (edge for edge in edges if edge >= right), default=right
    )


def _is_emblem(look: SheetLook, box: LaidOn) -> bool:
    """Whether a picture stands where the form has its emblem: in the first row of the header, at the left."""
    x, y = _centre(box.box)
    x0, y0, x1, y1 = look.sheet.box_of((0, 0))
    return x0 <= x <= x1 and y0 <= y <= max(y1, look.sheet.rows[min(9, len(look.sheet.rows) - 1)])


def _is_read(box: LaidOn) -> bool:
    """Whether rules that read the chart speak of it."""
    if box.is_picture:
        return box.is_glued
    return len(box.text) <= _LONGEST_LABEL and not (box.is_bare and not box.text)


def _covered(look: SheetLook, box: LaidOn) -> list[Point]:
    """The middles of cells with a text, and of symbols, that lie below it; from the top, from the left."""
    cells = [look.sheet.middle(place) for place in _heads(look) if _hides(box.box, look.sheet.box_of(place))]
    symbols = [
        _centre(other.box)
        for other in look.boxes
        if other is not box
        and not other.is_picture
        and not other.is_other
        and not other.is_bare
        and _hides(box.box, other.box)
    ]
    return sorted([*cells, *symbols], key=lambda point: (look.sheet.place_of(point), point))


def _heads(look: SheetLook) -> Iterator[Place]:
    return (place for place in look.texts if look.sheet.span(place)[0] == place)


def _hides(cover: Box, box: Box) -> bool:
    wide = min(cover[2], box[2]) - max(cover[0], box[0])
    high = min(cover[3], box[3]) - max(cover[1], box[1])
    area = (box[2] - box[0]) * (box[3] - box[1])
    return wide > 0 and high > 0 and wide * high >= _COVERED * area


def _centre(box: Box) -> Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
