"""The act whose annex the volume is: a Keputusan with its dictums, or a Peraturan with its articles."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase

from sopgen.intake.sop import Logo, Pengesahan
from sopgen.layout import style
from sopgen.layout.compilation.column import Column, Draft
from sopgen.layout.compilation.cover import emblem
from sopgen.layout.compilation.paper import BODY_SIZE, PARAGRAPH_GAP, Upright
from sopgen.layout.compilation.wording import FrontTexts
from sopgen.text.block import Item
from sopgen.text.measure import Measurer

LOGO = 24 * style.MM
LABEL = 27 * style.MM  # of the column with "Menimbang"
COLON = 5 * style.MM
SIGNATURE = 24 * style.MM
SIGNATURE_COLUMN = 0.46  # of the breadth, at the right
INDENT_EM = 1.75
_UNITS = ("SATU", "DUA", "TIGA", "EMPAT", "LIMA", "ENAM", "TUJUH", "DELAPAN", "SEMBILAN")


def decree(
    words: FrontTexts, approval: Pengesahan, paper: Upright, measurer: Measurer, logo: Logo | None
) -> list[Draft]:
    """As many pages as it takes."""
    column = Column(paper, measurer)
    _heading(column, words, logo)
    _clause(column, "Menimbang", words.considered, "letters")
    _clause(column, "Mengingat", words.bases, "numbers")
    _clause(column, "Memperhatikan", words.noted, "numbers")
    column.gap(PARAGRAPH_GAP)
    column.keep(60)
    column.paragraph("keputusan", "MEMUTUSKAN:", align="center", face=paper.face(bold=True))
    column.gap(PARAGRAPH_GAP)
    _row(column, "Menetapkan", (Item("", f"{words.act} {words.official} TENTANG {words.about}.".upper()),))
    for number, ruling in enumerate(words.rulings):
        if number + 1 == len(words.rulings):  # no signature stands alone on its page
            column.keep(_signature_height(words, approval) + 6 * BODY_SIZE)
        if words.act == "PERATURAN":
            column.gap(PARAGRAPH_GAP)
            column.keep(4 * BODY_SIZE)
            column.paragraph("pasal", f"Pasal {number + 1}", align="center")
            column.paragraph("diktum", ruling)
        else:
            _row(column, _ordinal(number + 1), (Item("", ruling),))
    _signature(column, words, approval)
    return column.pages


def _heading(column: Column, words: FrontTexts, logo: Logo | None) -> None:
    paper = column.paper
    if logo:
        alternative = f"Lambang {' '.join(words.agency)}".strip()
        column.draft.images.append(emblem(logo, paper.middle, column.y - 6 * style.MM, LOGO, alternative))
        column.y += LOGO
    bold = paper.face(bold=True)
    for line in (f"{words.act} {words.official}".upper(), f"NOMOR {words.number}"):
        column.paragraph("judul_bagian" if words.act in line else "keputusan", line, align="center", face=bold)
    column.gap(PARAGRAPH_GAP)
    column.paragraph("keputusan", "TENTANG", align="center", face=bold)
    column.gap(PARAGRAPH_GAP)
    column.paragraph("keputusan", words.about.upper(), align="center", face=bold)
    column.gap(PARAGRAPH_GAP)
    column.paragraph("keputusan", "DENGAN RAHMAT TUHAN YANG MAHA ESA", align="center", face=bold)
    column.gap(PARAGRAPH_GAP)
    column.paragraph("keputusan", f"{words.official.upper()},", align="center", face=bold)
    column.gap(PARAGRAPH_GAP)


def _clause(column: Column, label: str, texts: Sequence[str], numbering: str) -> None:
    if not texts:
        return
    markers = [f"{ascii_lowercase[n % 26]}." if numbering == "letters" else f"{n + 1}." for n in range(len(texts))]
    _row(column, label, [Item(marker, text) for marker, text in zip(markers, texts, strict=True)])


def _row(column: Column, label: str, items: Sequence[Item]) -> None:
    """`Label : text`, the label and the colon on the text's first line."""
    paper = column.paper
    column.gap(PARAGRAPH_GAP)
    column.keep(3 * BODY_SIZE * 1.4)
    top = column.y
    column.paragraph("label", label, sides=(paper.left, paper.left + LABEL))
    column.y = top
    column.paragraph("label", ":", sides=(paper.left + LABEL, paper.left + LABEL + COLON))
    column.y = top
    indent = INDENT_EM if any(item.marker for item in items) else None
    column.items("diktum", items, sides=(paper.left + LABEL + COLON, paper.right), indent_em=indent)


def _signature(column: Column, words: FrontTexts, approval: Pengesahan) -> None:
    sides = (column.paper.right - column.paper.breadth * SIGNATURE_COLUMN, column.paper.right)
    above, office, below = _signature_lines(words, approval)
    column.gap(2.5 * PARAGRAPH_GAP)
    column.keep(_signature_height(words, approval))
    for line in above:
        column.paragraph("penetapan", line, sides=sides)
    column.gap(PARAGRAPH_GAP)
    for line in office:
        column.paragraph("pengesahan", line, sides=sides)
    column.y += SIGNATURE
    for line in below:
        column.paragraph("pengesahan", line, sides=sides)


def _signature_lines(words: FrontTexts, approval: Pengesahan) -> tuple[list[str], list[str], list[str]]:
    """Place and date; office; name, rank and number below the room for the signature."""
    number = " ".join(approval.nomor_induk) if approval.nomor_induk else ""
    above = [f"Ditetapkan di {words.place}", f"pada tanggal {words.date}"]
    office = [f"a.n. {approval.atas_nama.upper()}"] if approval.atas_nama else []
    office.append(f"{(approval.jabatan or words.official).upper()},")
    below = [line for line in (approval.nama or "…………………………", approval.pangkat, number) if line]
    return above, office, below


def _signature_height(words: FrontTexts, approval: Pengesahan) -> float:
    above, office, below = _signature_lines(words, approval)
    lines = len(above) + 2 * len(office) + len(below) + 1  # an office may take two lines
    return SIGNATURE + lines * BODY_SIZE * 1.4 + 3.5 * PARAGRAPH_GAP


def _ordinal(number: int) -> str:
    """KESATU … KESEMBILAN, KESEPULUH, KESEBELAS, KEDUA BELAS …; figures where nobody writes words."""
    if number < 10:
        return f"KE{_UNITS[number - 1]}"
    if number < 12:
        return ("KESEPULUH", "KESEBELAS")[number - 10]
    return f"KE{_UNITS[number - 11]} BELAS" if number < 20 else f"KE-{number}"
