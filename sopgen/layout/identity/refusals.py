"""An identity page that no paper holds: which text, and by how much it is too high."""

from __future__ import annotations

from sopgen.diagnostics import Diagnostic, Message
from sopgen.layout.faults import fault, in_millimetres
from sopgen.layout.identity.parts import IdentityPage
from sopgen.layout.paper import Paper
from sopgen.scene import Text

_APPROVAL = ("atas_nama", "jabatan", "nama", "pangkat", "nomor_induk")


def too_tall(pages: list[IdentityPage], paper: Paper) -> list[Diagnostic]:
    """One fault for each page whose table runs past the foot: only the boxes can run on to another page."""
    found = []
    for page in pages:
        excess = page.table.rows[-1] - paper.bottom
        if excess <= 1.0:
            continue
        texts = [text for cell in page.table.cells for text in cell.texts]
        tallest = max(texts, key=lambda text: text.box[3] - text.box[1])
        path = _path(tallest)
        name, millimetres = ".".join(path), in_millimetres(excess)
        message = Message(
            f"halaman identitas tidak muat pada satu halaman: `{name}` {millimetres} terlalu tinggi",
            f"the identity page does not fit the paper: `{name}` is {millimetres} too high",
        )
        found.append(fault("GAMBAR-02", message, Message("persingkat teks itu", "shorten that text"), path))
    return found


def _path(text: Text) -> tuple[str, ...]:
    """Where the text stands in the spec."""
    role = text.role
    if role.startswith("label_"):
        return ("tampilan", "label", role.removeprefix("label_"))
    if role.startswith("tanggal_"):
        return ("tanggal", role.removeprefix("tanggal_"))
    return ("pengesahan", role) if role in _APPROVAL else (role,)
