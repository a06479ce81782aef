"""The pages of a PDF that are not as its own spec gives them → what a reviewer must look at, and where.

What is gone from its frames, texts and rows is a finding; what stands upon them and takes nothing away leaves the
verdict open, and so do words written beside everything printed; what was put into the room for the signature, stamps of
an archive, a bundle's numbers, and the line of an electronic signature are told and hide nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from sopgen.diagnostics import Diagnostic, Message, Severity
from sopgen.rules.across import across_told, is_of_across
from sopgen.rules.areas import grown, holds, meet
from sopgen.rules.drawing.source import source_of
from sopgen.rules.held import Unexamined
from sopgen.rules.page_rows import SLACK, in_steps, listed_steps, steps_at
from sopgen.rules.paper import Paper, PaperStep
from sopgen.rules.put_once import Put, told_once
from sopgen.rules.put_upon import (
    MARKED_WHY,
    STAMPED_WHY,
    is_of_bundle,
    is_stamped,
    printed_on,
    printed_under,
    quoted_texts,
)
from sopgen.rules.reader_notes import covering, is_of_note
from sopgen.rules.registry import REGISTRY
from sopgen.rules.signing import is_signing, speaks_of_signing
from sopgen.scene import Box, Document, Page, SpecPath, cell_box
from sopgen.seen import Across, Difference, Note

_SHALLOW: Final = 12.0  # points of a row at most
_GONE: Final = Message(
    "Halaman ini lain dari yang dihasilkan spesifikasinya: yang tercetak di sini diubah, dihapus, atau ditutupi.",
    "This page is not what its spec gives: what is printed here was changed, taken away or covered.",
)
_REMADE: Final = Message(
    "Lihat halaman itu, lalu minta PDF yang dibuat lagi dari spesifikasinya.",
    "Look at that page, and ask for the PDF made anew from its spec.",
)
_BESIDE_WHY: Final = Message(
    "dibubuhkan sesudah dokumen dibuat, misalnya tanda tangan, cap, atau catatan; isi tabel dan kotak tidak berubah",
    "put there after the document was made, such as a signature, a stamp or a note; tables and boxes are unchanged",
)


_WRITTEN_WHY: Final = Message(
    "ditulis di situ sesudah dokumen dibuat, dan dapat mengubah maknanya: baca, lalu minta PDF yang dibuat lagi dari "
    "spesifikasinya",
    "written there after the document was made, and may change what it means: read it, and ask for the PDF made anew "
    "from its spec",
)
_UNSIGNED_WHY: Final = Message(
    "baris tanda tangan elektronik; berkas ini sendiri tidak memuat tanda tangan elektronik yang dapat diperiksa, jadi "
    "periksa di layanan penerbitnya",
    "the line of an electronic signature; the file itself has none to be examined: ask the service that made it",
)
_GONE_THERE: Final = Message(
    "Yang tercetak di sini lain dari yang dihasilkan spesifikasinya: diubah, dihapus, atau ditutupi.",
    "What is printed here is not what its spec gives: it was changed, taken away or covered.",
)
_FEET: Final = frozenset({"nomor_kaki", "halaman"})
_NEAR: Final = 14.0  # points between two parts of one mark
_SHALLOW_CELL: Final = 2.0  # points
_ELECTRONIC: Final = re.compile(
    r"(?i)\b(?:secara elektronik|(?:sertifikat|dokumen|informasi) elektronik|BSrE|digitally signed)\b"
)
"""What services of electronic signatures print on a page."""


class Written(NamedTuple):
    """What was put upon the pages: `words` at each place; `notes` of readers of PDFs, pages being the file's.

    `across`: words written large. `signed`: whether the file bears an electronic signature.
    """

    words: Mapping[Difference, str] = MappingProxyType({})
    signed: bool = False
    notes: tuple[Note, ...] = ()
    across: tuple[Across, ...] = ()


class Altered(NamedTuple):
    """What a file's pages show otherwise: findings, and what nobody can name.

    `upon`: whether it differs in what is printed, or nobody can tell.
    """

    findings: tuple[Diagnostic, ...] = ()
    unexamined: tuple[Unexamined, ...] = ()
    upon: bool = False


def stands_upon(document: Document, places: Sequence[Difference]) -> bool:
    """Whether something differs in what is printed, and not beside it alone."""
    return any(_upon(document, places))


def standing_beside(document: Document, places: Sequence[Difference]) -> tuple[Difference, ...]:
    """The others: in the room for the signature, or where nothing is printed."""
    upon = set(_upon(document, places))
    return tuple(each for each in places if each not in upon)


def unlike_printed(
    document: Document,
    places: Sequence[Difference],
    named: Sequence[Diagnostic],
    written: Written,
    lost: Collection[int] = (),
) -> Altered:
    """`document`: what the spec inside gives; `places`: where the file shows something else.

    `named`: what is known to differ there, by what the file says: no place of those is told again. `written`: what it
    says beside. `lost`: the steps that are told as gone.
    """
    found: list[Diagnostic] = []
    told: list[Put] = []
    for number, at in sorted({(each.held, each.page) for each in places}):
        page = document.pages[at - 1]
        here = [
            each
            for each in places
            if each.held == number and not is_of_note(each, written.notes) and not is_of_across(each, written.across)
        ]
        within = [*_upon(document, here)]
        beside = standing_beside(document, here)
        within += (parts := [each for each in beside if _is_part(each, within, written)])
        left = [each for each in within if not _is_named(page, each, named, lost)]
        if any(each.gone for each in left):
            gone = [each for each in left if each.gone]
            over = [note.said for note in (covering(each, written.notes) for each in gone) if note]
            found.append(_finding(page, number, [each.box for each in gone], over))
        elif left:
            told += _marked(page, number, left, written)
        told += _beside(page, number, [each for each in beside if each not in parts], written)
    return Altered(tuple(found), (*across_told(document, places, written.across), *told_once(told)))


def _is_part(place: Difference, upon: Sequence[Difference], written: Written) -> bool:
    """Whether it is what of a mark upon the contents reaches beyond them, and says nothing."""
    near = grown(place.box, _NEAR)
    return not written.words.get(place) and any(
        not each.gone and not written.words.get(each) and meet(near, each.box) for each in upon
    )


def _marked(page: Page, number: int, places: Sequence[Difference], written: Written) -> Iterator[Put]:
    """What stands upon printed things and hides none of them: once what may change them, once what does not."""
    stamps = [each for each in places if is_stamped(written.words.get(each, ""))]
    for marks, why in (([each for each in places if each not in stamps], MARKED_WHY), (stamps, STAMPED_WHY)):
        if not marks:
            continue
        boxes = [each.box for each in marks]
        said = " ".join(filter(None, (written.words.get(each, "") for each in marks)))
        steps, under = in_steps(page, boxes), printed_under(page, boxes)
        where = Message(f"{steps.id}{under.id}", f"{steps.en}{under.en}")
        yield Put(number, True, where, said, why, why == MARKED_WHY, _around(boxes))


def _beside(page: Page, number: int, places: Sequence[Difference], written: Written) -> Iterator[Put]:
    """What stands beside everything printed, once for each reason, and once what says nothing."""
    read = [(each, _less_feet(page, written.words.get(each, ""))) for each in places]
    words = [(each, said) for each, said in read if said and not is_signing(page, each)]
    nowhere = Message("", "")
    by_why: dict[Message, list[tuple[Difference, str]]] = defaultdict(list)
    for each, said in words:
        by_why[_why_told(page, each, said, written)].append((each, said))
    for why, group in by_why.items():
        said = " ".join(said for _, said in group)
        yield Put(number, False, nowhere, said, why, why == _WRITTEN_WHY, _around([each.box for each, _ in group]))
    if places and not words:
        yield Put(number, False, nowhere, "", _BESIDE_WHY, False, places[0].box)


def _around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _less_feet(page: Page, said: str) -> str:
    """What was written across a page's foot, without the foot."""
    for text in page.texts:
        if text.role in _FEET:
            said = said.replace(text.text, " ")
    return " ".join(said.split())


def _why_told(page: Page, place: Difference, said: str, written: Written) -> Message:
    """Words leave the verdict open, but for those of a signature: in its room, or of the service that made it."""
    if page.signature_box and holds(grown(page.signature_box, SLACK), place.box):
        return _BESIDE_WHY
    if is_of_bundle(said):
        return _BESIDE_WHY
    if not _ELECTRONIC.search(said):
        return _WRITTEN_WHY
    if written.signed:
        return _BESIDE_WHY
    return _UNSIGNED_WHY if speaks_of_signing(said) else _WRITTEN_WHY


def _upon(document: Document, places: Sequence[Difference]) -> Iterator[Difference]:
    pages = document.pages
    for each in places:
        if not _is_beside(pages[each.page - 1], each):
            yield each


def _is_named(page: Page, place: Difference, named: Sequence[Diagnostic], lost: Collection[int]) -> bool:
    """Whether the finding of a step or box that it touches, or of the page where it touches none, says what it is.

    What reaches a little into the row beside a named one is of one piece with it.
    """
    here = [each for each in named if each.where and each.where.en.startswith(f"p. {place.held},")]
    if not (steps := steps_at(page, [place.box])):
        touched = {path[:1] for path, _ in _cells(page, [place.box])}
        whose = {each.path[:1] for each in named if each.path and each.step is None}
        return bool(here) or (bool(whose) and touched <= whose)
    known = {*lost, *(each.step for each in here)}
    deep = {row.step for row in page.rows if row.step in steps and _is_deep(row.y0, row.y1, place.box)}
    return not known.isdisjoint(steps) and deep <= known


def _is_deep(top: float, bottom: float, box: Box) -> bool:
    """Whether it reaches far enough into a row to be about it."""
    return min(box[3], bottom) - max(box[1], top) > min(_SHALLOW, (bottom - top) / 3)


def _finding(page: Page, number: int, boxes: Sequence[Box], over: Sequence[str]) -> Diagnostic:
    """At the cell, where it is about one; else at the steps, or the page. `over`: the words of notes that cover it."""
    found = Diagnostic("TBL-05", Severity.WAJIB, _GONE, _REMADE, source=REGISTRY["TBL-05"].source)
    cells = dict(_cells(page, boxes))
    if len(cells) == 1:
        ((path, step),) = cells.items()
        return _with_texts(found._replace(path=path, step=step, message=_GONE_THERE), page, boxes, over)
    steps = _deep_steps(page, boxes)
    listed = listed_steps(steps)
    where = Message(f"hal. {number}", f"p. {number}")
    if steps:
        where = Message(f"{where.id}, langkah {listed.id}", f"{where.en}, step {listed.en}")
    return _with_texts(found._replace(where=where), page, boxes, over)


def _with_texts(found: Diagnostic, page: Page, boxes: Sequence[Box], over: Sequence[str]) -> Diagnostic:
    """With the words that should be there, and those of a note that lies over them."""
    if not (quoted := quoted_texts(printed_on(page, boxes))):
        return found
    due = Message(f"; di situ seharusnya {quoted.id}.", f"; {quoted.en} should be there.")
    if noted := quoted_texts(over):
        due = Message(
            f"; di situ seharusnya {quoted.id}, tertutup tulisan {noted.id}.",
            f"; {quoted.en} should be there, and the words {noted.en} lie over it.",
        )
    return found._replace(
        message=Message(*(f"{said.removesuffix('.')}{rest}" for said, rest in zip(found.message, due, strict=True)))
    )


def _deep_steps(page: Page, boxes: Sequence[Box]) -> list[int]:
    """Those in whose rows they lie by more than a little, or else at all."""
    deep = {row.step for row in page.rows for box in boxes if row.step and _is_deep(row.y0, row.y1, box)}
    return [step for step in steps_at(page, boxes) if step in deep] or steps_at(page, boxes)


def _cells(page: Page, boxes: Sequence[Box]) -> Iterator[tuple[SpecPath, int | None]]:
    """The places in the spec of the cells that they reach into, and whose steps these are; None for another."""
    for table in page.tables:
        for cell in table.cells:
            if cell.texts and any(_reaches_into(cell_box(table, cell), box) for box in boxes):
                yield cell.path, cell.step


def _reaches_into(cell: Box, box: Box) -> bool:
    across, down = min(cell[2], box[2]) - max(cell[0], box[0]), min(cell[3], box[3]) - max(cell[1], box[1])
    return min(across, down) > _SHALLOW_CELL


def paper_of_pages(document: Document, held: Sequence[int]) -> Paper:
    """Where things stand on a PDF that has the pages of `document`. `held`: its number of each; 0 for none."""
    flow = [page for page in document.pages if page.rows]
    steps = [(row.step, held[page.number - 1]) for page in flow for row in page.rows if row.step is not None]
    return Paper(
        tuple(PaperStep(step, at, str(step), page) for at, (step, page) in enumerate(steps, start=1)),
        next(
            (
                at
                for at, page in zip(held, document.pages, strict=True)
                if page.kind == "identitas" or page.joins_identity
            ),
            0,
        ),
        held[flow[0].number - 1] if flow else 0,
        tuple(source_of(document).labels.items()),
        len(document.pages),
        document.figures.crossings,
    )


def _is_beside(page: Page, place: Difference) -> bool:
    """Whether it is of a signature, or touches nothing that is printed but a legible foot."""
    if page.signature_box and holds(grown(page.signature_box, SLACK), place.box):
        return True
    return is_signing(page, place) or not any(meet(each, place.box) for each in _printed(page, feet=not place.legible))


def _printed(page: Page, *, feet: bool) -> Iterator[Box]:
    for table in page.tables:
        yield table.columns[0], table.rows[0], table.columns[-1], table.rows[-1]
    for text in page.texts:
        if feet or text.role not in _FEET:
            yield text.box
