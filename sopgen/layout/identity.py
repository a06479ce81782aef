"""The identity page: header table, signature room, six boxes; as many pages as its texts need.

The six boxes come first, the signature room takes what is left. Boxes that do not fit run on to a
second page, heading repeated, without losing a word (format.md, 1.2).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from sopgen.layout import style
from sopgen.layout.paper import Sheet
from sopgen.layout.setting import Setter
from sopgen.layout.tablerules import RuleBook
from sopgen.scene import Box, Cell, Image, Rule, Table, Text
from sopgen.spec.sop import Kotak, Sop
from sopgen.text.block import Block, BlockLine, Item, items_of
from sopgen.text.face import Face

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
PAIRS = (
    ("dasar_hukum", "kualifikasi_pelaksana"),
    ("keterkaitan", "peralatan"),
    ("peringatan", "pencatatan"),
)
LABELS = {
    "nomor": "Nomor SOP",
    "tanggal_pembuatan": "Tanggal Pembuatan",
    "tanggal_revisi": "Tanggal Revisi",
    "tanggal_efektif": "Tanggal Efektif",
    "pengesahan": "Disahkan oleh",
    "judul": "Judul SOP",
    "dasar_hukum": "DASAR HUKUM",
    "kualifikasi_pelaksana": "KUALIFIKASI PELAKSANA",
    "keterkaitan": "KETERKAITAN",
    "peralatan": "PERALATAN/PERLENGKAPAN",
    "peringatan": "PERINGATAN",
    "pencatatan": "PENCATATAN DAN PENDATAAN",
}


def printed_date(value: date | Literal["-"] | None) -> str:
    """ "15 Oktober 2018"; '-' stays '-'."""
    if value is None or isinstance(value, str):
        return value or ""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


class IdentityPage(NamedTuple):
    """One page's table, with the logo and the room for the signature if they stand on it."""

    table: Table
    images: tuple[Image, ...]
    signature_box: Box | None


@dataclass(slots=True)
class _Draft:
    """A page being filled: row edges from the top, cells, images."""

    edges: list[float]
    cells: list[Cell]
    images: list[Image]
    signature: Box | None = None
    full_width_from: int = 0  # rows before this one have three columns


class Tightness(NamedTuple):
    """How closely the page is set: padding in points, distance of baselines in em."""

    pad: float
    leading: float


def identity_pages(
    sop: Sop, sheet: Sheet, setter: Setter, logo: tuple[bytes, tuple[int, int]] | None
) -> list[IdentityPage]:
    """The identity pages: one if the texts fit it, set a little closer if need be; else as many as they need.

    The split between the left and right boxes is the one that makes the page lowest.
    """
    blocks = _Blocks(sop, sheet, setter)
    room = sheet.bottom - sheet.top + 1e-6
    first = IdentityLayout(sop, sheet, setter, logo, blocks)
    if first.least_height() <= room:
        return first.pages()
    splits = [IdentityLayout(sop, sheet, setter, logo, blocks, TIGHTNESS[0], split) for split in SPLITS]
    loosest = min(splits, key=lambda layout: (layout.least_height(), abs(layout.split - style.IDENTITY_LEFT)))
    for tightness in TIGHTNESS:
        tight = setter._replace(leading=tightness.leading)
        layout = IdentityLayout(sop, sheet, tight, logo, blocks, tightness, loosest.split)
        if layout.least_height() <= room:
            return layout.pages()
    return loosest.pages()


class _Blocks:
    """The texts of one SOP's identity page, each broken into words once."""

    def __init__(self, sop: Sop, sheet: Sheet, setter: Setter) -> None:
        self.measurer = setter.measurer
        self.face, self.bold = sheet.face(), sheet.face(bold=True)
        self.size = sop.tampilan.ukuran_huruf
        self.known: dict[tuple[str, bool], Block] = {}
        self.boxes = [(self._kotak(sop, a), self._kotak(sop, b)) for a, b in PAIRS]

    def block(self, text: str, *, bold: bool = False) -> Block:
        if (text, bold) not in self.known:
            face = self.bold if bold else self.face
            self.known[text, bold] = Block(items_of(text, (), "none"), face, self.measurer)
        return self.known[text, bold]

    def _kotak(self, sop: Sop, key: str) -> Block:
        kotak: Kotak = getattr(sop, key)
        items = items_of(kotak.teks, kotak.butir, "numbers")
        return Block(items, self.face, self.measurer, 5.0 * style.MM / self.size)


TIGHTNESS = (Tightness(5.4, 1.2), Tightness(4.8, 1.18), Tightness(4.2, 1.16), Tightness(3.6, 1.14))
SPLITS = (0.46, 0.48, 0.5, 0.52, 0.54)


class IdentityLayout:
    """Lays out the identity pages of one SOP, with the boxes split at the share `split` of the width."""

    def __init__(
        self,
        sop: Sop,
        sheet: Sheet,
        setter: Setter,
        logo: tuple[bytes, tuple[int, int]] | None,
        texts: _Blocks,
        tightness: Tightness = TIGHTNESS[0],
        split: float = style.IDENTITY_LEFT,
    ) -> None:
        self.sop, self.sheet, self.setter, self.logo = sop, sheet, setter, logo
        self.pad, self.split, self.texts = tightness.pad, split, texts
        self.size = sop.tampilan.ukuran_huruf
        self.face, self.bold = sheet.face(), sheet.face(bold=True)
        width = sheet.right - sheet.left
        left = round(width * split / style.GRID) * style.GRID
        label = style.on_grid(
            max(
                style.IDENTITY_LABEL,
                max(self._width(self._label(k), self.face) for k in list(LABELS)[:6]) * style.SLACK
                + 2 * style.IDENTITY_PAD_SIDE
                + 0.5,
            )
        )
        label = min(label, (width - left) / 2 // style.GRID * style.GRID)
        self.columns = (sheet.left, sheet.left + left, sheet.left + left + label, sheet.right)
        self.blocks = texts.boxes

    def least_height(self) -> float:
        """What one page would need, with the least room for the signature."""
        return self._header_height(style.SIGNATURE_ROOM) + sum(self._boxes_height(pair) for pair in self.blocks)

    def _width(self, text: str, face: Face) -> float:
        return self.setter.measurer.width(text, face, self.size)

    def _label(self, key: str) -> str:
        tampilan = self.sop.tampilan
        return tampilan.printed(key, tampilan.printed(key.removeprefix("tanggal_"), LABELS[key]))

    def pages(self) -> list[IdentityPage]:
        draft = _Draft([self.sheet.top], [], [])
        boxes = self.blocks
        needed = sum(self._boxes_height(pair) for pair in boxes)
        head_least = self._header_height(style.SIGNATURE_ROOM)
        room = self.sheet.bottom - self.sheet.top
        spare = room - needed - head_least
        signature = style.SIGNATURE_ROOM + max(0.0, min(spare, style.SIGNATURE_MOST - style.SIGNATURE_ROOM))
        signature = int(signature / style.GRID) * style.GRID
        self._header(draft, signature)
        draft.full_width_from = len(draft.edges) - 1
        pages: list[_Draft] = [draft]
        for i, (pair, blocks) in enumerate(zip(PAIRS, boxes, strict=True)):
            later = sum(self._boxes_height(p) for p in boxes[i + 1 :])
            self._boxes(pages, pair, blocks, later)
        return [self._finish(page) for page in pages]

    # --- header table ---------------------------------------------------------------------------------

    def _value(self, key: str) -> str:
        tanggal = self.sop.tanggal
        values = {
            "nomor": self.sop.nomor,
            "tanggal_pembuatan": printed_date(tanggal.pembuatan),
            "tanggal_revisi": printed_date(tanggal.revisi),
            "tanggal_efektif": printed_date(tanggal.efektif),
        }
        return values[key]

    def _block(self, text: str, face: Face) -> Block:
        return self.texts.block(text, bold=face.bold)

    def _row_height(self, text: str) -> float:
        block = self._block(text, self.face)
        width = self.columns[3] - self.columns[2] - 2 * style.IDENTITY_PAD_SIDE
        ink = self.setter.height(block, width, self.size) if text else 0.0
        return max(style.on_grid(self.size * 1.75), style.on_grid(ink + 2 * 4.2))

    def _approval_lines(self) -> tuple[list[str], list[tuple[str, bool]]]:
        """Lines above the signature room and (text, bold) below it."""
        p = self.sop.pengesahan
        above = [f"a.n. {p.atas_nama}"] if p.atas_nama else []
        above += [p.jabatan] if p.jabatan else []
        below = [(p.nama, True)] if p.nama else []
        below += [(p.pangkat, False)] if p.pangkat else []
        below += [(f"{p.nomor_induk[0]} {p.nomor_induk[1]}", False)] if p.nomor_induk else []
        return above, below

    def _approval_width(self) -> float:
        return self.columns[3] - self.columns[2] - 2 * style.IDENTITY_PAD_SIDE - self._approval_indent()

    def _approval_indent(self) -> float:
        return self._width("a.n. ", self.face) if self.sop.pengesahan.atas_nama else 0.0

    def _approval_heights(self) -> tuple[float, float]:
        above, below = self._approval_lines()
        lead = self.setter.leading * self.size
        width = self._approval_width()

        def lines(text: str, bold: bool) -> int:
            block = self._block(text, self.bold if bold else self.face)
            return block.line_count(self.setter.room(width, self.size))

        top = sum(lines(t.removeprefix("a.n. "), bold=False) for t in above) * lead
        bottom = sum(lines(t, bold) for t, bold in below) * lead
        return top, bottom

    def _header_height(self, signature: float) -> float:
        rows = sum(self._row_height(self._value(k)) for k in list(LABELS)[:4])
        return rows + self._approval_row(signature) + self._title_row()

    def _approval_row(self, signature: float) -> float:
        top, bottom = self._approval_heights()
        needed = top + bottom + signature + 2 * self.pad
        rows = sum(self._row_height(self._value(k)) for k in list(LABELS)[:4])
        return style.on_grid(max(needed, self._emblem_height() - rows))

    def _title_block(self) -> Block:
        return self._block(self.sop.judul, self.bold)

    def _title_row(self) -> float:
        width = self.columns[3] - self.columns[2] - 2 * style.IDENTITY_PAD_SIDE
        ink = self.setter.height(self._title_block(), width, self.size + 0.7)
        kind = self._kind_block()
        left = self.columns[1] - self.columns[0] - 2 * style.IDENTITY_PAD_SIDE
        kind_ink = self.setter.height(kind, left, style.KIND_SIZE) if kind else 0.0
        return style.on_grid(max(ink, kind_ink) + 2 * 6.5)

    def _kind_block(self) -> Block | None:
        text = "\n".join(self.sop.teks_kepala)
        return self._block(text, self.bold) if text else None

    def _agency_blocks(self) -> list[tuple[str, Block, float]]:
        """(role, block, size) of the lines under the emblem; without `teks_kepala` the unit goes to the row below."""
        found = []
        if self.sop.instansi:
            found.append(("instansi", self._plain(self.sop.instansi, self.bold), style.AGENCY_SIZE))
        if self.sop.unit:
            found.append(("unit", self._plain(self.sop.unit, self.face), style.UNIT_SIZE))
        return found

    def _plain(self, lines: tuple[str, ...], face: Face) -> Block:
        return Block((Item("", "\n".join(lines)),), face, self.setter.measurer)

    def _emblem_height(self) -> float:
        width = self.columns[1] - self.columns[0] - 4 * style.IDENTITY_PAD_SIDE
        height = 2 * self.pad + (style.LOGO_SIZE + 8.0 if self.logo else 0.0)
        for _, block, size in self._agency_blocks():
            height += self.setter.height(block, width, size) + 7.0
        return height

    def _header(self, draft: _Draft, signature: float) -> None:
        keys = list(LABELS)[:4]
        for key in keys:
            self._field(draft, key, self._value(key), self._row_height(self._value(key)))
        self._approval(draft, self._approval_row(signature))
        first_rows = len(draft.edges) - 1
        self._emblem(draft, first_rows)
        self._title(draft)

    def _field(self, draft: _Draft, key: str, value: str, height: float) -> None:
        row = len(draft.edges) - 1
        y0 = draft.edges[-1]
        y1 = round(y0 + height, 2)
        draft.edges.append(y1)
        self._cell(draft, row, 1, f"label_{key}", self._block(self._label(key), self.face), (y0, y1), self.size)
        self._cell(draft, row, 2, key, self._block(value, self.face), (y0, y1), self.size)

    def _cell(
        self,
        draft: _Draft,
        row: int,
        column: int,
        role: str,
        block: Block,
        y: tuple[float, float],
        size: float,
        *,
        top: bool = False,
    ) -> None:
        box = (self.columns[column], y[0], self.columns[column + 1], y[1])
        text = self.setter.text(
            role, block, size, box, pad=(style.IDENTITY_PAD_SIDE, self.pad), valign="top" if top else "middle"
        )
        draft.cells.append(Cell(row, column, role, (text,) if text else (), header=role.startswith("label_")))

    def _approval(self, draft: _Draft, height: float) -> None:
        row = len(draft.edges) - 1
        y0 = draft.edges[-1]
        y1 = round(y0 + height, 2)
        draft.edges.append(y1)
        block = self._block(self._label("pengesahan"), self.face)
        self._cell(draft, row, 1, "label_pengesahan", block, (y0, y1), self.size, top=True)
        above, below = self._approval_lines()
        texts: list[Text] = []
        box = (self.columns[2], y0, self.columns[3], y1)
        left, right = box[0] + style.IDENTITY_PAD_SIDE, box[2] - style.IDENTITY_PAD_SIDE
        indent = self._approval_indent()
        lead = self.setter.leading * self.size
        y = y0 + self.pad
        for i, line in enumerate(above):
            role = "atas_nama" if i == 0 and self.sop.pengesahan.atas_nama else "jabatan"
            y = self._approval_text(texts, role, line, self.face, box, (left, right), indent, y)
        signature_top = y
        bottom = y1 - self.pad
        counts = []
        for line, bold in below:
            face = self.bold if bold else self.face
            counts.append(self._block(line, face).line_count(self.setter.room(right - left - indent, self.size)))
        # the last baseline stands one padding above the rule, as a first cap height stands one below it
        y = bottom - sum(counts) * lead + (lead - self.setter.cap(self.face, self.size))
        signature_bottom = y - 3.0
        for (line, bold), role in zip(below, self._below_roles(), strict=True):
            y = self._approval_text(texts, role, line, self.bold if bold else self.face, box, (left, right), indent, y)
        draft.cells.append(Cell(row, 2, "pengesahan", tuple(texts)))
        draft.signature = (
            round(left + indent, 2),
            round(signature_top, 2),
            round(right, 2),
            round(max(signature_bottom, signature_top + 1), 2),
        )

    def _below_roles(self) -> list[str]:
        p = self.sop.pengesahan
        return [r for r, v in (("nama", p.nama), ("pangkat", p.pangkat), ("nomor_induk", p.nomor_induk)) if v]

    def _approval_text(
        self,
        texts: list[Text],
        role: str,
        line: str,
        face: Face,
        box: Box,
        sides: tuple[float, float],
        indent: float,
        y: float,
    ) -> float:
        """One line of the approval at cap height y; "a.n." hangs to the left. Returns the next line's cap height."""
        size = self.size
        block = (
            Block((Item("a.n.", line[5:]),), face, self.setter.measurer, indent / size)
            if line.startswith("a.n. ") and indent
            else self._block(line, face)
        )
        left = sides[0] if line.startswith("a.n. ") and indent else sides[0] + indent
        lines = block.lines(self.setter.room(sides[1] - left, size))
        source = line
        text = self.setter.lines(role, block, lines, size, box, (left, sides[1]), y, source=source)
        texts.append(text)
        return y + len(lines) * self.setter.leading * size

    def _emblem(self, draft: _Draft, rows: int) -> None:
        y0, y1 = draft.edges[0], draft.edges[rows]
        x0, x1 = self.columns[0], self.columns[1]
        blocks = self._agency_blocks()
        width = x1 - x0 - 4 * style.IDENTITY_PAD_SIDE
        total = self._emblem_height() - 2 * self.pad - (7.0 if blocks else 0.0)
        y = (y0 + y1 - total) / 2
        if self.logo:
            data, (wide, high) = self.logo
            scale = min(style.LOGO_SIZE / high, style.LOGO_SIZE * 1.6 / wide)
            w, h = wide * scale, high * scale
            cx = (x0 + x1) / 2
            top = y + (style.LOGO_SIZE - h) / 2
            box = (round(cx - w / 2, 2), round(top, 2), round(cx + w / 2, 2), round(top + h, 2))
            draft.images.append(Image("logo", data, box, f"Lambang {' '.join(self.sop.instansi)}".strip()))
            y += style.LOGO_SIZE + 8.0
        texts = []
        for role, block, size in blocks:
            lines = block.lines(self.setter.room(width, size))
            sides = (x0 + 2 * style.IDENTITY_PAD_SIDE, x1 - 2 * style.IDENTITY_PAD_SIDE)
            texts.append(self.setter.lines(role, block, lines, size, (x0, y0, x1, y1), sides, y, "center"))
            y += self.setter.ink(block, len(lines), size) + 7.0
        draft.cells.append(Cell(0, 0, "instansi", tuple(texts), rows, 1))

    def _title(self, draft: _Draft) -> None:
        row = len(draft.edges) - 1
        y0 = draft.edges[-1]
        y1 = round(y0 + self._title_row(), 2)
        draft.edges.append(y1)
        kind = self._kind_block()
        box = (self.columns[0], y0, self.columns[1], y1)
        pad = (style.IDENTITY_PAD_SIDE, self.pad)
        text = self.setter.text("teks_kepala", kind, style.KIND_SIZE, box, pad=pad, align="center") if kind else None
        draft.cells.append(Cell(row, 0, "teks_kepala", (text,) if text else ()))
        self._cell(draft, row, 1, "label_judul", self._block(self._label("judul"), self.face), (y0, y1), self.size)
        self._cell(draft, row, 2, "judul", self._title_block(), (y0, y1), self.size + 0.7)

    # --- the six boxes --------------------------------------------------------------------------------

    def _box_lines(self, block: Block, side: int) -> tuple[BlockLine, ...]:
        x0, x1 = self._box_sides(side)
        return block.lines(self.setter.room(x1 - x0 - 2 * style.IDENTITY_PAD_SIDE, self.size))

    def _box_sides(self, side: int) -> tuple[float, float]:
        return (self.columns[0], self.columns[1]) if side == 0 else (self.columns[1], self.columns[3])

    def _lines_height(self, lines: tuple[BlockLine, ...]) -> float:
        if not lines:
            return 0.0
        gaps = sum(1 for line in lines[1:] if line.first) * style.ITEM_GAP * self.size
        return self.setter.cap(self.face, self.size) + (len(lines) - 1) * self.setter.leading * self.size + gaps

    def _boxes_height(self, blocks: tuple[Block, Block]) -> float:
        tallest = 0.0
        for side, block in enumerate(blocks):
            x0, x1 = self._box_sides(side)
            tallest = max(tallest, self.setter.height(block, x1 - x0 - 2 * style.IDENTITY_PAD_SIDE, self.size))
        return style.IDENTITY_HEADING + style.on_grid(max(tallest, self.size) + 2 * self.pad + 1.0)

    def _boxes(self, pages: list[_Draft], pair: tuple[str, str], blocks: tuple[Block, Block], later: float) -> None:
        """One pair of boxes, cut between lines where the page ends; the last pair of a page takes what is left."""
        rest = [self._box_lines(b, i) for i, b in enumerate(blocks)]
        continued = False
        while True:
            draft = pages[-1]
            room = self.sheet.bottom - draft.edges[-1] - style.IDENTITY_HEADING
            room = int(room / style.GRID + 1e-6) * style.GRID
            taken = [self._fit(lines, room - 2 * self.pad - 1.0) for lines in rest]
            whole = all(n == len(lines) for n, lines in zip(taken, rest, strict=True))
            height = max(self._lines_height(lines[:n]) for n, lines in zip(taken, rest, strict=True))
            body = style.on_grid(max(height, self.size) + 2 * self.pad + 1.0)
            fresh = len(draft.edges) == 1
            moves = not whole and not continued and self._boxes_height(blocks) < style.MOVED_WHOLE * self._page_room()
            if not fresh and (body > room or (not whole and max(taken) < 2) or moves):
                pages.append(_Draft([self.sheet.top], [], []))
                continue
            self._box_pair(draft, pair, blocks, [r[:n] for n, r in zip(taken, rest, strict=True)], body, continued)
            if whole:
                return
            rest = [r[n:] for n, r in zip(taken, rest, strict=True)]
            continued = True
            pages.append(_Draft([self.sheet.top], [], []))

    def _page_room(self) -> float:
        return self.sheet.bottom - self.sheet.top

    def _fit(self, lines: tuple[BlockLine, ...], room: float) -> int:
        count = len(lines)
        while count and self._lines_height(lines[:count]) > room:
            count -= 1
        if count < len(lines) and count:  # leave no lone first or last line of an item behind
            start = max(i for i in range(count + 1) if lines[i].first or i == 0)
            if count - start == 1 and start > 0:
                count = start
        return count

    def _box_pair(
        self,
        draft: _Draft,
        pair: tuple[str, str],
        blocks: tuple[Block, Block],
        lines: list[tuple[BlockLine, ...]],
        height: float,
        continued: bool,
    ) -> None:
        row = len(draft.edges) - 1
        y0 = draft.edges[-1]
        y1 = round(y0 + style.IDENTITY_HEADING, 2)
        y2 = round(y1 + height, 2)
        draft.edges += [y1, y2]
        for side, key in enumerate(pair):
            x0, x1 = self._box_sides(side)
            heading = self._label(key) + (" (lanjutan)" if continued else "")
            text = self.setter.text(
                f"label_{key}",
                self._block(heading, self.bold),
                self.size,
                (x0, y0, x1, y1),
                pad=(style.IDENTITY_PAD_SIDE, 2.0),
            )
            span = 1 if side == 0 else 2
            draft.cells.append(
                Cell(
                    row,
                    side,
                    f"label_{key}",
                    (text,) if text else (),
                    1,
                    span,
                    fill=self.sop.tampilan.warna_kepala,
                    header=True,
                )
            )
            texts: tuple[Text, ...] = ()
            if lines[side] and blocks[side].text.strip():
                texts = (
                    self.setter.lines(
                        key,
                        blocks[side],
                        lines[side],
                        self.size,
                        (x0, y1, x1, y2),
                        (x0 + style.IDENTITY_PAD_SIDE, x1 - style.IDENTITY_PAD_SIDE),
                        y1 + self.pad,
                        source=_source(blocks[side], lines[side], continued),
                    ),
                )
            draft.cells.append(Cell(row + 1, side, key, texts, 1, span))

    def _finish(self, draft: _Draft) -> IdentityPage:
        """Stretch nothing: the page ends where its boxes end; only its last row reaches down to the common foot."""
        edges = draft.edges
        slack = int((self.sheet.bottom - edges[-1]) / style.GRID) * style.GRID
        if 0 < slack <= 60.0:
            edges[-1] = round(edges[-1] + slack, 2)
        table = Table(
            "identitas",
            tuple(round(c, 2) for c in self.columns),
            tuple(edges),
            tuple(self._order(draft)),
            self._rules(draft),
        )
        return IdentityPage(table, tuple(draft.images), draft.signature)

    def _order(self, draft: _Draft) -> list[Cell]:
        return sorted(draft.cells, key=lambda c: (c.row, c.column))

    def _rules(self, draft: _Draft) -> tuple[Rule, ...]:
        book = RuleBook()
        edges, columns = draft.edges, self.columns
        top, bottom = edges[0], edges[-1]
        for y in (top, bottom):
            book.horizontal(y, columns[0], columns[3], style.RULE_FRAME)
        for x in (columns[0], columns[3]):
            book.vertical(x, top, bottom, style.RULE_FRAME)
        book.vertical(columns[1], top, bottom, style.RULE_TEXT)
        split = draft.full_width_from
        if split:
            book.vertical(columns[2], top, edges[split], style.RULE_TEXT)
            for i in range(1, split - 1):
                book.horizontal(edges[i], columns[1], columns[3], style.RULE_TEXT)
            book.horizontal(edges[split - 1], columns[0], columns[3], style.RULE_TEXT)
        for i in range(max(split, 1), len(edges) - 1):
            book.horizontal(edges[i], columns[0], columns[3], style.RULE_TEXT)
        return book.rules()


def _source(block: Block, lines: tuple[BlockLine, ...], continued: bool) -> str:
    """The source text of a whole block, or the lines of a part of it."""
    if (
        not continued
        and len(lines)
        and "".join(l.text for l in lines).replace(" ", "")
        == "".join(i.text for i in block.items).replace(" ", "").replace("\n", "")
    ):
        return block.text
    return "\n".join((f"{l.marker} " if l.marker else "") + l.text for l in lines)
