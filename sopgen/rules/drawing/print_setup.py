"""How a workbook's sheet is set to be printed, beside how it was made: told where it comes out too small, or cut.

Other paper, margins or scales that leave it whole and readable are nobody's affair.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.drawing.source import Unlike
from sopgen.workbook.appearance import SheetLook
from sopgen.workbook.printing import NAMES, Print, Printing, printed

_SMALLER: Final = 0.8  # of the size at which it was made: type of 8.5 points comes out below 7
_TYPE: Final = 9.0  # points: the flow table's


def print_setup(look: SheetLook, due: SheetLook) -> Iterator[Unlike]:
    """One finding a sheet, with its cause."""
    now, made = printed(look.sheet, look.area, look.printing), printed(due.sheet, due.area, due.printing)
    if now is None or made is None:
        return
    told = _told(look, now, made)
    if told is None:
        return
    cause = _cause(look, due)
    yield Unlike(
        Message(f"Lembar “{look.name}” {told.id}{cause.id}.", f"The sheet “{look.name}” {told.en}{cause.en}."),
        Message(f"lembar {look.name}, pengaturan halaman (Page Layout)", f"sheet {look.name}, page layout"),
        look.name,
        kind="print",
        remedy=_restored(due.printing),
        note=True,
        is_placed=True,
    )


def _told(look: SheetLook, now: Print, made: Print) -> Message | None:
    if now.scale < _SMALLER * made.scale:
        size = f"{_TYPE * now.scale:.0f}"
        percent = f"{100 * now.scale:.0f}"
        return Message(
            f"tercetak {percent} % dari ukurannya, hurufnya sekitar {size} pt",
            f"is printed at {percent} % of its size, its type at about {size} pt",
        )
    if now.cut is not None and made.cut is None:
        return Message(
            "terpotong ke samping saat dicetak: kolom kanannya pindah ke halaman lain",
            "is cut when it is printed: its columns at the right go to other pages",
        )
    if now.overfull > made.overfull and len(look.sheet.breaks):
        return Message(
            "tidak muat lagi di halamannya: isi satu halaman terbagi dua saat dicetak",
            "no longer fits its pages: what is on one is printed on two",
        )
    if now.overfull > made.overfull:
        return Message(
            "tidak muat lagi di satu halaman: isinya terbagi saat dicetak",
            "no longer fits one page: it is parted when it is printed",
        )
    return None


def _cause(look: SheetLook, due: SheetLook) -> Message:
    causes = [*_causes(look.printing, due.printing)]
    if len(look.sheet.breaks) < len(due.sheet.breaks):
        causes.append(Message("pergantian halamannya (Page Break) dihapus", "its page breaks were deleted"))
    if not causes:
        return Message(", karena baris atau kolomnya bertambah besar", ", since its rows or columns grew")
    return Message(
        ", karena " + " dan ".join(cause.id for cause in causes),
        ", since " + " and ".join(cause.en for cause in causes),
    )


def _causes(now: Printing, due: Printing) -> Iterator[Message]:
    if now.fit is not None and now.fit != due.fit:
        yield Message("diatur muat ke jumlah halaman (Fit to)", "it is set to fit a number of pages")
    if now.cuts != due.cuts:
        yield Message("ada pergantian halaman tegak (Page Break)", "a page is made to end amid columns")
    if now.is_landscape != due.is_landscape:
        yield (
            Message("kertasnya tegak (Portrait)", "its paper stands upright")
            if due.is_landscape
            else Message("kertasnya mendatar (Landscape)", "its paper lies on its side")
        )
    if now.paper != due.paper:
        name = NAMES.get(now.paper)
        yield Message(f"kertasnya {name}", f"its paper is {name}")
    if now.fit is None and now.scale != due.scale:
        percent = f"{100 * now.scale:.0f} %"
        yield Message(f"skalanya {percent}", f"its scale is {percent}")
    if now.margins != due.margins:
        yield Message("tepi halamannya diubah", "its margins were changed")


def _restored(due: Printing) -> Message:
    paper = NAMES.get(due.paper, "")
    size = (
        Message(f"muat ke {due.fit[0]} × {due.fit[1]} halaman", f"fit to {due.fit[0]} × {due.fit[1]} pages")
        if due.fit
        else Message(f"skala {100 * due.scale:.0f} %", f"scale {100 * due.scale:.0f} %")
    )
    lies = Message("mendatar", "landscape") if due.is_landscape else Message("tegak", "portrait")
    return Message(
        f"Kembalikan pengaturan halamannya (Page Layout): {paper} {lies.id}, {size.id}, tepi seperti semula.",
        f"Put its page layout back: {paper} {lies.en}, {size.en}, the margins as they were.",
    )
