"""What somebody put upon a page and hides nothing → in words, and whether it may change what the page means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.areas import meet
from sopgen.rules.held import Unexamined
from sopgen.rules.signing import is_signing
from sopgen.scene import Box, Page, cell_box
from sopgen.seen import Difference, Note

_MOST_QUOTED: Final = 3
_MOST_SHOWN: Final = 60  # letters of a text

MARKED_WHY: Final = Message(
    "dibubuhkan sesudah dokumen dibuat; yang tercetak di bawahnya masih terbaca dan itulah yang dinilai, tetapi "
    "coretan, garis, atau tulisan itu dapat mengubah maknanya: lihat halaman itu, atau minta PDF yang dibuat lagi dari "
    "spesifikasinya",
    "put there after the document was made; what is printed beneath is still legible and was judged, but strokes, "
    "lines or words may change what it means: look at that page, or ask for the PDF made anew from its spec",
)
STAMPED_WHY: Final = Message(
    "cap atau catatan tata naskah yang dibubuhkan sesudah dokumen dibuat; yang tercetak di bawahnya masih terbaca",
    "a stamp or an archive's mark put there after the document was made; what is printed beneath is still legible",
)
_NOTE_WHY: Final = Message(
    "dibubuhkan dengan pembaca PDF; isinya tidak berubah karenanya",
    "put there with a reader of PDFs; what the page says is not changed by it",
)
_DRAWN_WHY: Final = Message(
    "dibubuhkan dengan pembaca PDF; lihat halaman itu", "put there with a reader of PDFs: look at that page"
)
_STRUCK_WHY: Final = Message(
    "dibubuhkan dengan pembaca PDF, dan dapat mengubah maknanya: lihat halaman itu, atau minta PDF yang dibuat lagi "
    "dari spesifikasinya",
    "put there with a reader of PDFs, and may change what the page means: look at that page, or ask for the PDF made "
    "anew from its spec",
)
_OF_STAMPS: Final = re.compile(
    r"(?:(?:salinan|sesuai(?: dengan)?(?: dokumen)? asli(?:nya)?|terkendali|tidak terkendali|lunas|asli|arsip|tembusan|"
    r"dokumen|copy|kopi|controlled|uncontrolled|master|legalisir|dilegalisir|diterima|terima|agenda|tanggal|tgl|no|"
    r"nomor|paraf|biro|bagian|umum|hukum|jan(?:uari)?|[fp]eb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu?s?(?:tus)?|"
    r"sept?(?:ember)?|okt(?:ober)?|no[vp](?:ember)?|des(?:ember)?|\d+)\b[\W_]*)+",
    re.IGNORECASE,
)
"""The words of an archive's stamps and of those of an incoming letter, and of no other."""
_OF_PAGES: Final = re.compile(
    r"(?:hal(?:aman|\.)?|page|p\.?)?[\s\-–—.|/]*\d{1,4}(?:\s*(?:/|dari|of)\s*\d{1,4})?[\s\-–—.|/]*", re.IGNORECASE
)
"""A page's number in a bundle."""
_OF_FAX: Final = re.compile(r"\b(?:fax|faks|faksimile|facsimile)\b", re.IGNORECASE)
_OF_BUNDLE: Final = re.compile(
    r"(?i:lampiran)\b(?!.*(?i:tidak|langkah|dicabut|diubah|batal|ditiadakan))(?:(?:\s|keputusan|peraturan|surat|edaran|nota|dinas|kepala|biro|bagian|nomor|tahun|tanggal|no\.?|tgl\.?)"
    r"|[\w./-]*\d[\w./-]*|[A-Z][\w.-]*)+",
)
"""Whose annex the document is."""
_CHANGING: Final = frozenset({"StrikeOut", "Redact", "Caret"})
"""Kinds of notes that change what stands there."""
IN_TEXTS: Final = frozenset({"Highlight", "Underline", "Squiggly", "StrikeOut", "Caret"})
OPENED: Final = "Text"
"""The kind that is an icon to be opened; all others but those in texts are drawn, and seen on the page besides."""
_KINDS: Final = {
    "Text": Message("catatan tempel", "a note"),
    "FreeText": Message("tulisan", "words"),
    "Highlight": Message("sorotan", "a highlighter"),
    "Underline": Message("garis bawah", "an underline"),
    "Squiggly": Message("garis bawah bergelombang", "a wavy underline"),
    "StrikeOut": Message("coretan", "a strike"),
    "Redact": Message("tanda untuk dihitamkan", "a mark for redaction"),
    "Stamp": Message("cap", "a stamp"),
    "Ink": Message("coretan pena", "a pen's stroke"),
    "Caret": Message("tanda sisip", "a caret"),
    "FileAttachment": Message("berkas yang dilampirkan", "an attached file"),
}
_DRAWN: Final = Message("gambar", "a drawing")


def is_stamped(said: str) -> bool:
    """Whether words are those of an archive's stamp alone."""
    return bool(_OF_STAMPS.fullmatch(said))


def is_of_bundle(said: str) -> bool:
    """Whether words in a page's margin are those of a bundle or of the way it came: its number, a fax, its annex."""
    return bool(_OF_PAGES.fullmatch(said) or _OF_FAX.search(said) or _OF_BUNDLE.fullmatch(said)) or is_stamped(said)


def note_told(page: Page, steps: Message, notes: Sequence[Note]) -> Unexamined:
    """Of one, or of several of a kind that say nothing. `page`: which one it is; `steps`: in whose rows they lie."""
    note, number = notes[0], notes[0].page
    kind = _KINDS.get(note.kind, _DRAWN)
    if len(notes) > 1:
        kind = Message(f"{len(notes)} {kind.id}", f"{len(notes)} marks ({kind.en})")
    said = f": “{_short(note.said)}”" if note.said else ""
    under = printed_under(page, [each.box for each in notes])
    what = Message(
        f"{kind.id} pada halaman {number}{steps.id}{under.id}{said}",
        f"{kind.en} on page {number}{steps.en}{under.en}{said}",
    )
    if note.kind in _CHANGING:
        return Unexamined(what, _STRUCK_WHY)
    if note.kind in {OPENED, *IN_TEXTS}:
        return Unexamined(what, _NOTE_WHY, decisive=False)
    seen = Difference(page.number, note.box, gone=False, held=number, legible=True)
    harmless = is_stamped(note.said) or is_of_bundle(note.said) or is_signing(page, seen)
    return Unexamined(what, _DRAWN_WHY if harmless else _STRUCK_WHY, decisive=not harmless)


def printed_under(page: Page, boxes: Sequence[Box]) -> Message:
    """What is printed there, quoted: " pada “2 jam”"."""
    quoted = quoted_texts(_texts(page, boxes))
    return Message(f", pada {quoted.id}", f", over {quoted.en}") if quoted else Message("", "")


def quoted_texts(texts: Sequence[str]) -> Message | None:
    """The first ones, each once and shortened, and how many more there are; None where there are none."""
    found = list(dict.fromkeys(_short(" ".join(text.split())) for text in texts))
    if not found:
        return None
    quoted = ", ".join(f"“{each}”" for each in found[:_MOST_QUOTED])
    more = len(found) - _MOST_QUOTED
    return Message(f"{quoted}, dan {more} lagi", f"{quoted}, and {more} more") if more > 0 else Message(quoted, quoted)


def printed_on(page: Page, boxes: Sequence[Box]) -> list[str]:
    """The texts that they touch, labels of branches among them."""
    cells = [(table, cell) for table in page.tables for cell in table.cells]
    labels = [arrow.label for arrow in page.arrows if arrow.label]
    texts = [*page.texts, *(text for _, cell in cells for text in cell.texts), *labels]
    return [text.text for text in texts if any(meet(text.box, box) for box in boxes)]


def _texts(page: Page, boxes: Sequence[Box]) -> list[str]:
    """Of the texts that they touch, else of the cells in which they lie."""
    cells = [(table, cell) for table in page.tables for cell in table.cells]
    if touched := printed_on(page, boxes):
        return touched
    held = [cell for table, cell in cells if any(meet(cell_box(table, cell), box) for box in boxes)]
    return [text.text for cell in held for text in cell.texts]


def _short(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1]}…"
