"""Words written large upon the pages, as watermarks are → one entry, however many pages bear them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.areas import grown, holds
from sopgen.rules.held import Unexamined
from sopgen.rules.put_upon import MARKED_WHY, STAMPED_WHY, is_stamped, printed_under
from sopgen.rules.series import listed
from sopgen.scene import Box, Document
from sopgen.seen import Across, Difference

_AROUND: Final = 4.0  # points about a letter
_HIDES_WHY: Final = Message(
    "dibubuhkan sesudah dokumen dibuat, dan menutupi sebagian yang tercetak: lihat halaman itu, atau minta PDF yang "
    "dibuat lagi dari spesifikasinya",
    "put there after the document was made, and hides a part of what is printed: look at that page, or ask for the PDF "
    "made anew from its spec",
)


def is_of_across(place: Difference, written: Sequence[Across]) -> bool:
    """Whether a place is what such words look like; what became bare paper is not."""
    return (place.inked or not place.gone) and any(
        each.held == place.held and _is_of_letters(place.box, each.letters) for each in written
    )


def across_told(document: Document, places: Sequence[Difference], written: Sequence[Across]) -> Iterator[Unexamined]:
    """`places`: where the pages differ."""
    for said in dict.fromkeys(each.said for each in written):
        same = [each for each in written if each.said == said]
        hides = any(each.gone for each in places if is_of_across(each, same))
        why = _HIDES_WHY if hides else STAMPED_WHY if is_stamped(said) else MARKED_WHY
        pages = listed([each.held for each in same])
        under = Message("", "")
        if len(same) == 1:
            under = printed_under(document.pages[same[0].page - 1], same[0].letters)
        what = Message(
            f"yang dibubuhkan di atas isi halaman {pages.id}{under.id}: “{said}”",
            f"what was put upon what {'page' if len(same) == 1 else 'pages'} {pages.en} "
            f"{'says' if len(same) == 1 else 'say'}{under.en}: “{said}”",
        )
        yield Unexamined(what, why, decisive=why != STAMPED_WHY)


def _is_of_letters(box: Box, letters: Sequence[Box]) -> bool:
    """Whether it lies in the room of one, or holds the middles of several and reaches beyond none, or frames all."""
    if any(holds(grown(each, _AROUND), box) for each in letters):
        return True
    lefts, tops, rights, bottoms = zip(*letters, strict=True)
    inner = [each for each in letters if holds(box, ((each[0] + each[2]) / 2, (each[1] + each[3]) / 2) * 2)]
    if len(inner) == len(letters):
        return True
    return bool(inner) and holds(grown((min(lefts), min(tops), max(rights), max(bottoms)), _AROUND), box)
