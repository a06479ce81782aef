"""Whole pages of a PDF that are missing, doubled, out of order, turned, cut or another's → what is said of them.

Each kind is one finding, however many pages it is about, and names pages alone, no steps. A page that stands in place
of none of the SOP's is no fault of it: it is told as not examined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.diagnostics import Diagnostic, Message, Severity
from sopgen.rules.held import Unexamined
from sopgen.rules.registry import REGISTRY
from sopgen.rules.series import listed, series
from sopgen.scene import Document, Page
from sopgen.seen import Likeness, PageFault

_REMADE: Final = Message(
    "Minta PDF yang utuh, yang dibuat lagi dari spesifikasinya.", "Ask for the whole PDF, made anew from its spec."
)
_ORDERED: Final = Message(
    "Susun halamannya seperti semula, atau minta PDF yang dibuat lagi dari spesifikasinya.",
    "Put the pages back in order, or ask for the PDF made anew from its spec.",
)
_UPRIGHT: Final = Message(
    "Putar kembali, atau minta PDF yang dibuat lagi dari spesifikasinya.",
    "Turn it back, or ask for the PDF made anew from its spec.",
)
_ONCE: Final = Message(
    "Keluarkan halaman itu, atau minta PDF yang dibuat lagi dari spesifikasinya.",
    "Take that page out, or ask for the PDF made anew from its spec.",
)
_OF_ANOTHER: Final = Message(
    "Isi berkas ini bukan SOP ini: tidak satu pun halamannya sama dengan yang dihasilkan spesifikasi di dalamnya.",
    "What this file shows is not this SOP: none of its pages is what the spec inside gives.",
)
_ASIDE_WHY: Final = Message(
    "ditambahkan pada berkas ini, misalnya surat pengantar atau dokumen lain; semua halaman SOP-nya ada",
    "added to the file, such as a cover letter or another document; all pages of the SOP are there",
)
_ALSO_ASIDE_WHY: Final = Message(
    "ditambahkan pada berkas ini, misalnya surat pengantar atau dokumen lain",
    "added to the file, such as a cover letter or another document",
)
_ABSENT_WHY: Final = Message("tidak satu pun halamannya ada di berkas ini", "the file has none of its pages")
_ACTUAL: Final = Message(
    "Minta cetakan ukuran sebenarnya (100 %, tanpa “sesuaikan halaman”), atau PDF aslinya.",
    "Ask for a print of the actual size (100 %, without “fit to page”), or for the PDF as it was made.",
)
_ANEW_WHY: Final = Message(
    "teks dan gambarnya sama dan masih di tempatnya, jadi kesimpulannya tidak berubah",
    "its texts and its drawing are the same and at their places, so that the verdict stays",
)
_SCANNED_WHY: Final = Message(
    "gambar tidak dapat dibandingkan dengan spesifikasi di dalam berkas; yang dinilai spesifikasi itu, jadi cocokkan "
    "halamannya dengan mata, atau minta PDF yang dibuat dari spesifikasinya",
    "a picture cannot be compared with the spec inside; that spec is what was judged, so look at the page, or ask for "
    "the PDF made from its spec",
)
_SAME_SIZE: Final = 0.005
_SWAPPED: Final = 2


def is_at_fault(likeness: Likeness) -> bool:
    """Whether a page of the SOP itself is not where and as it should be."""
    return any(not _is_aside(each) for each in likeness.faults)


def page_findings(document: Document, likeness: Likeness) -> tuple[Diagnostic, ...]:
    """Mandatory, each kind once; places are pages of the file."""
    if not any(likeness.held):
        return (_finding(_OF_ANOTHER, _REMADE, Message("semua halaman", "all pages")),)
    return tuple(_findings(document, likeness))


def aside_of(likeness: Likeness) -> tuple[int, ...]:
    """The file's pages that are none of the SOP's and replace none of them; where it has none at all, none is told."""
    return tuple(each.held for each in likeness.faults if _is_aside(each)) if any(likeness.held) else ()


def pages_aside(pages: Sequence[int], *, alone: bool, whole: bool) -> tuple[Unexamined, ...]:
    """Pages that are nobody's. `alone`: the file has one SOP; `whole`: all pages of its SOPs are there."""
    if not pages:
        return ()
    named = listed(pages)
    whose = Message("SOP ini", "this SOP") if alone else Message("SOP mana pun di berkas ini", "any SOP in this file")
    what = Message(
        f"halaman {named.id}, yang bukan bagian {whose.id}", f"{_plural(pages)} {named.en}, no part of {whose.en}"
    )
    return (Unexamined(what, _ASIDE_WHY if whole else _ALSO_ASIDE_WHY, decisive=False),)


def resized(document: Document, likeness: Likeness) -> tuple[Diagnostic, ...]:
    """Pages that were printed in another size, or elsewhere on their paper: one piece of advice for the file."""
    found = [each for each in likeness.anew if each.moved]
    if not found:
        return ()
    held = sorted({each.held for each in found})
    scales = sorted({round(each.scale * 100) for each in found})
    size = f"{scales[0]}" if len(scales) == 1 else f"{scales[0]}–{scales[-1]}"
    least = min(each.scale * _smallest(document.pages[each.page - 1]) for each in found)
    pages = listed(held)
    if any(abs(each.scale - 1) >= _SAME_SIZE for each in found):
        done = Message(f"dicetak {size} % dari ukuran aslinya", f"printed at {size} % of the actual size")
        means = Message(f"huruf terkecilnya {_points(least)} pt", f"the smallest type is {least:.1f} pt")
    elif all(each.trimmed for each in found):
        done, means = Message("dipotong tepinya yang kosong", "without their empty margins"), Message("", "")
    else:
        done, means = Message("digeser dari tempatnya di kertas", "moved on the paper"), Message("", "")
    if any(each.shared for each in found):
        done = Message(f"{done.id}, beberapa halaman SOP di satu lembar", f"{done.en}, several pages on a sheet")
    told = Message(
        f"Halaman {pages.id} {done.id}" + (f"; {means.id}." if means.id else "."),
        f"{_plural(held).capitalize()} {pages.en}: {done.en}" + (f"; {means.en}." if means.en else "."),
    )
    source = REGISTRY["TBL-05"].source
    return (Diagnostic("TBL-05", Severity.ANJURAN, told, _ACTUAL, source=source, where=_at(held)),)


def written_anew(likeness: Likeness) -> tuple[Unexamined, ...]:
    """Pages that another program wrote, and that look the same: where it moved others, that is told."""
    if any(each.moved for each in likeness.anew):
        return ()
    held = [each.held for each in likeness.anew if not each.moved]
    if not held:
        return ()
    pages = listed(held)
    what = Message(
        f"halaman {pages.id}, yang ditulis ulang program lain",
        f"{_plural(held)} {pages.en}, written by another program",
    )
    return (Unexamined(what, _ANEW_WHY, decisive=False),)


def scanned(likeness: Likeness) -> tuple[Unexamined, ...]:
    """Pages that are pictures: what stands in them is not read, and the verdict stays open."""
    if not likeness.scans:
        return ()
    pages = listed(likeness.scans)
    what = Message(
        f"halaman {pages.id}, yang berupa gambar (misalnya hasil pindai)",
        f"{_plural(likeness.scans)} {pages.en}, a picture (such as a scan)",
    )
    return (Unexamined(what, _SCANNED_WHY),)


def _smallest(page: Page) -> float:
    """The size of its smallest type, in points."""
    return min(text.size for texts in (page.texts, *(cell.texts for _, cell in page.cells())) for text in texts)


def _points(size: float) -> str:
    return f"{size:.1f}".replace(".", ",")


def absent_specs(titles: Sequence[str]) -> tuple[Unexamined, ...]:
    """Specs that a file brings, and of whose pages it has none."""
    return tuple(
        Unexamined(
            Message(f"spesifikasi “{title}” yang juga ada di dalam berkas", f"the spec “{title}”, which is inside too"),
            _ABSENT_WHY,
            decisive=False,
        )
        for title in titles
    )


def _is_aside(fault: PageFault) -> bool:
    return fault.kind == "foreign" and not fault.page


def _findings(document: Document, likeness: Likeness) -> Iterator[Diagnostic]:
    if again := [each for each in likeness.faults if each.kind == "doubled"]:
        yield _finding(_twice(document, likeness, again), _ONCE, _at([each.held for each in again]))
    if lost := [each.page for each in likeness.faults if each.kind == "missing"]:
        named = listed(lost)
        verb = f"Page {named.en} of this SOP is" if len(lost) == 1 else f"Pages {named.en} of this SOP are"
        told = Message(
            f"Halaman {named.id} SOP ini tidak ada di berkas ini.",
            f"{verb} not in this file.",
        )
        yield _finding(told, _REMADE, _gap(likeness.held, lost[0]))
    for kind, remedy in (("foreign", _REMADE), ("moved", _ORDERED), ("turned", _UPRIGHT), ("cut", _REMADE)):
        found = [each for each in likeness.faults if each.kind == kind and not _is_aside(each)]
        if found:
            yield _finding(_told(found), remedy, _at([each.held for each in found]))


def _told(found: Sequence[PageFault]) -> Message:
    """What pages of one kind are."""
    held = listed([each.held for each in found])
    due = listed([each.page for each in found])
    pages = f"Halaman {held.id}"
    verb = f"Page {held.en} is" if len(found) == 1 else f"Pages {held.en} are"
    match found[0].kind:
        case "moved" if len(found) == _SWAPPED and {each.held for each in found} == {each.page for each in found}:
            return Message(f"Halaman tertukar: hal. {held.id}.", f"Pages changed places: p. {held.en}.")
        case "moved":
            held, due = series([str(each.held) for each in found]), series([str(each.page) for each in found])
            return Message(
                f"Halaman tidak berurutan: hal. {held.id} di sini seharusnya hal. {due.id} SOP ini.",
                f"Pages are out of order: p. {held.en} here should be p. {due.en} of this SOP.",
            )
        case "turned":
            return Message(f"{pages} diputar.", f"{verb} turned.")
        case "cut":
            return Message(
                f"{pages} dipotong: hanya sebagian isinya yang terlihat.", f"{verb} cut: only a part of it is seen."
            )
        case _:
            return Message(
                f"{pages} bukan halaman SOP ini; di situ seharusnya halaman {due.id} SOP ini.",
                f"{verb} not of this SOP; page {due.en} of this SOP should be there.",
            )


def _twice(document: Document, likeness: Likeness, again: Sequence[PageFault]) -> Message:
    """With the steps that are printed twice by it."""
    pages = sorted({each.page for each in again})
    steps = [row.step for page in pages for row in document.pages[page - 1].rows if row.step is not None]
    held, others = [each.held for each in again], sorted(likeness.held[page - 1] for page in pages)
    here, there = listed(held), listed(others)
    verb = "repeats" if len(held) == 1 else "repeat"
    repeats = Message(
        f"halaman {here.id} mengulang halaman {there.id}",
        f"{_plural(held)} {here.en} {verb} {_plural(others)} {there.en}",
    )
    often = Message("dua kali", "twice") if len(held) == len(pages) else Message("berkali-kali", "several times")
    printed = Message(f"tercetak {often.id}", f"printed {often.en}")
    if len(pages) == len(document.pages):
        told = Message(f"seluruh SOP ini {printed.id}", f"the whole SOP is {printed.en}")
    elif steps:
        named = listed(steps)
        told = Message(f"langkah {named.id} {printed.id}", f"{_steps(steps)} {named.en} {printed.en}")
    else:
        told, repeats = repeats, Message(f"isinya {printed.id}", f"what it says is {printed.en}")
    return Message(*(f"{one[0].upper()}{one[1:]}: {other}." for one, other in zip(told, repeats, strict=True)))


def _steps(steps: Sequence[int]) -> str:
    return "step" if len(steps) == 1 else "steps"


def _finding(message: Message, remedy: Message, where: Message) -> Diagnostic:
    return Diagnostic("TBL-05", Severity.WAJIB, message, remedy, source=REGISTRY["TBL-05"].source, where=where)


def _gap(held: Sequence[int], page: int) -> Message:
    """Where in the file a page of the document should be."""
    before = next((each for each in reversed(held[: page - 1]) if each), 0)
    after = next((each for each in held[page:] if each), 0)
    if before:
        return Message(f"sesudah hal. {before}", f"after p. {before}")
    return Message(f"sebelum hal. {after}", f"before p. {after}")


def _at(pages: Sequence[int]) -> Message:
    named = listed(pages)
    return Message(f"hal. {named.id}", f"p. {named.en}")


def _plural(pages: Sequence[int]) -> str:
    return "page" if len(pages) == 1 else "pages"
