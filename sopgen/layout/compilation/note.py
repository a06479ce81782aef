"""The short note on use: scope, summary, the five symbols, general definitions."""

from __future__ import annotations

from sopgen.intake.sop import Isi
from sopgen.layout import style
from sopgen.layout.compilation.column import Column, Draft
from sopgen.layout.compilation.paper import BODY_SIZE, HEADING_SIZE, PARAGRAPH_GAP, SECTION_GAP, TABLE_SIZE, Upright
from sopgen.layout.compilation.wording import FrontTexts
from sopgen.layout.setting import Setter
from sopgen.scene import Cell, Rule, Symbol, SymbolKind, Table
from sopgen.text.block import Item, block_of
from sopgen.text.measure import Measurer

SYMBOL_ROW = 33.0
SYMBOL_COLUMNS = (78.0, 96.0)  # shape, name; the meaning takes the rest
INDENT_EM = 1.6
SYMBOLS: tuple[tuple[SymbolKind | None, str, str], ...] = (
    ("terminator", "Kapsul", "Mulai atau berakhirnya suatu prosedur"),
    ("process", "Kotak", "Kegiatan yang dilaksanakan"),
    ("decision", "Belah ketupat", "Kegiatan yang memutus, dengan cabang seperti Ya dan Tidak"),
    (None, "Anak panah", "Arah jalannya kegiatan; setengah lingkaran (Ω) menandai dua panah yang terpaksa bersilangan"),
    ("offpage", "Segi lima", "Penghubung panah yang terputus karena pindah halaman; bernomor bila lebih dari satu"),
)


def usage_note(words: FrontTexts, paper: Upright, measurer: Measurer) -> list[Draft]:
    column = Column(paper, measurer)
    bold = paper.face(bold=True)
    title = "PENJELASAN SINGKAT PENGGUNAAN"
    column.paragraph("judul_bagian", title, size=HEADING_SIZE, align="center", face=bold)
    column.gap(PARAGRAPH_GAP)
    _section(column, "A. Ruang Lingkup", words.scope)
    _section(column, "B. Ringkasan", words.summary)
    column.gap(SECTION_GAP)
    column.keep(5 * SYMBOL_ROW + 4 * BODY_SIZE)
    column.paragraph("subjudul", "C. Simbol", face=bold)
    column.gap(PARAGRAPH_GAP)
    _symbols(column)
    _section(column, "D. Definisi Umum", Isi("", words.definitions))
    return column.pages


def _section(column: Column, heading: str, content: Isi) -> None:
    column.gap(SECTION_GAP)
    column.keep(5 * BODY_SIZE * 1.4)
    column.paragraph("subjudul", heading, face=column.paper.face(bold=True))
    for text in filter(None, content.teks.split("\n")):
        column.gap(PARAGRAPH_GAP)
        column.paragraph("isi", text)
    if content.butir:
        column.gap(PARAGRAPH_GAP)
        items = [Item(f"{n}.", text) for n, text in enumerate(content.butir, start=1)]
        column.items("isi", items, indent_em=INDENT_EM)


def _symbols(column: Column) -> None:
    """The five symbols as they are drawn, each with its name and meaning."""
    paper, top = column.paper, column.y
    x = [paper.left, paper.left + SYMBOL_COLUMNS[0], paper.left + sum(SYMBOL_COLUMNS), paper.right]
    y = [round(top + n * SYMBOL_ROW, 2) for n in range(len(SYMBOLS) + 1)]
    setter = Setter(column.setter.measurer)
    cells: list[Cell] = []
    rules = [Rule(x[0], level, x[-1], level, style.RULE_TEXT) for level in y]
    rules += [Rule(edge, y[0], edge, y[-1], style.RULE_TEXT) for edge in x]
    for row, (kind, name, meaning) in enumerate(SYMBOLS):
        middle = ((x[0] + x[1]) / 2, (y[row] + y[row + 1]) / 2)
        cells.append(Cell(row, 0, "simbol"))
        if kind:
            share = style.PENTAGON_SHARE if kind == "offpage" else 1.0
            wide, high = style.SYMBOL_WIDTH * share, style.SYMBOL_HEIGHT
            box = (middle[0] - wide / 2, middle[1] - high / 2, middle[0] + wide / 2, middle[1] + high / 2)
            column.draft.symbols.append(Symbol(f"contoh-{kind}", kind, box))
        for at, (role, text) in enumerate((("nama_simbol", name), ("arti_simbol", meaning)), start=1):
            block = block_of((Item("", text),), paper.face(bold=at == 1), setter.measurer)
            cell = (x[at], y[row], x[at + 1], y[row + 1])
            printed = setter.text(role, block, TABLE_SIZE, cell, pad=(6.0, 4.0))
            cells.append(Cell(row, at, role, (printed,) if printed else (), header=at == 1))
    column.draft.tables.append(Table("simbol", tuple(x), tuple(y), tuple(cells), tuple(rules)))
    column.y = y[-1]


def arrow_place(table: Table) -> tuple[tuple[float, float], tuple[float, float]]:
    """From where to where the sample arrow runs."""
    row = next(n for n, (kind, _, _) in enumerate(SYMBOLS) if kind is None)
    middle = (table.rows[row] + table.rows[row + 1]) / 2
    return (table.columns[0] + 20, middle), (table.columns[1] - 20, middle)
