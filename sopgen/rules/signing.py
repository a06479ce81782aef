"""What belongs to a signature on a page: its strokes, stamps about it, and the line of one that is electronic."""

from __future__ import annotations

import re
from typing import Final

from sopgen.rules.areas import grown, holds, shared
from sopgen.scene import Box, Page, cell_box
from sopgen.seen import Difference

_APPROVAL: Final = ("pengesahan",)
_STAMP: Final = 120.0  # points: an office's round stamp has 4 cm
_EDGE: Final = 2.0  # points: of the cell
_OVERLAP: Final = 0.15  # of what is put there, in the room for the signature
_OF_SIGNING: Final = re.compile(
    r"dokumen|naskah|surat|ini|telah|sudah|(?:di)?tandatangani|tertanda|secara|elektronik|menggunakan|dengan|memakai|"
    r"oleh|sertifi\w+|tanda|tangan|yang|diterbitkan|dikeluarkan|balai|besar|b?bsre|badan|siber|dan|sandi|negara|bssn|sah|"
    r"keaslian(?:nya)?|verifikasi|(?:me)?mindai|pindai|kode|code|qr|uu|undang|ite|nomor|no|tahun|pasal|ayat|informasi|atau|"
    r"hasil|cetak\w*|merupakan|alat|bukti|hukum|sertifikasi|aplikasi|melalui|laman|situs|tautan|https?|www|go|id|tte|"
    r"kominfo|komdigi|bsre|dapat|dibuktikan|diperiksa|dicek|pada|di|\d+"
)
"""The words of that line, and of no other: what says more is read."""


_SIGNED_BY: Final = re.compile(
    r"(?:digitally signed by|ditandatangani (?:secara )?(?:elektronik|digital) oleh)[\s:]+"
    r"(?!.*\b(?:dicabut|diubah|batal|ditiadakan|tidak|langkah)\b).{3,120}",
    re.IGNORECASE,
)
"""By whom and when, as programs that sign print it."""


def speaks_of_signing(said: str) -> bool:
    """Whether a text is that line and nothing else."""
    return bool(_SIGNED_BY.fullmatch(said)) or all(
        _OF_SIGNING.fullmatch(word) for word in re.findall(r"[^\W_]+", said.lower())
    )


def is_signing(page: Page, place: Difference) -> bool:
    """Whether it is a stamp or a signature: about the approval's cell, of such a size, and no word there is hidden.

    A picture of one may hide the edges of the cell.
    """
    cell, box = _approval(page), place.box
    if cell is None or not (place.legible or place.wordless) or not holds(grown(cell, _STAMP), box):
        return False
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) * 2
    return holds(grown(cell, _EDGE), middle) or (
        max(box[2] - box[0], box[3] - box[1]) <= _STAMP and _reaches_into_room(page, box)
    )


def _reaches_into_room(page: Page, box: Box) -> bool:
    room = page.signature_box
    if room is None:
        return False
    return shared(room, box) >= _OVERLAP * (box[2] - box[0]) * (box[3] - box[1])


def _approval(page: Page) -> Box | None:
    """The cell with the room for the signature and the name."""
    cells = ((table, cell) for table in page.tables for cell in table.cells if cell.path == _APPROVAL)
    return next((cell_box(table, cell) for table, cell in cells), None)
