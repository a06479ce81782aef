"""The header table: number and dates, approval with its signature room, emblem, title row."""

from __future__ import annotations

from functools import cached_property

from sopgen.intake.sop import Logo
from sopgen.layout import style
from sopgen.layout.identity.form import Form
from sopgen.layout.identity.parts import Draft, Measures
from sopgen.layout.setting import BrokenBlock
from sopgen.scene import Box, Cell, Image, SpecPath, Text
from sopgen.text.block import Block, Item, block_of

_DATE = "tanggal_"
_ROW_PAD = 4.2  # above and below a value of several lines
_TITLE_PAD = 6.5
_LOGO_GAP = 8.0
_AGENCY_GAP = 7.0
_LEAST_ROW = 1.75  # em
_SIGNATURE_FOOT = 3.0  # between the signature room and the name below it

"""A logo's file and its size in pixels."""


class Header:
    """Measures and draws the header table. Heights are asked for often while a layout is chosen, so they are kept."""

    def __init__(self, form: Form, measures: Measures, logo: Logo | None) -> None:
        self.form, self.measures, self.logo = form, measures, logo
        self.setter, self.size, self.pad = measures.setter, measures.size, measures.pad
        self.columns = measures.columns

    def height(self, signature: float) -> float:
        return self._fields_height + self._approval_height(signature) + self._title_height

    def draw(self, draft: Draft, signature: float) -> None:
        for (key, value), height in zip(self.form.fields.items(), self._field_heights, strict=True):
            row, top, bottom = draft.add_row(height)
            self._cell(draft, row, 1, f"label_{key}", self.form.block(self.form.labels[key]), (top, bottom))
            self._cell(draft, row, 2, key, self.form.block(value), (top, bottom))
        self._draw_approval(draft, self._approval_height(signature))
        self._draw_emblem(draft)
        self._draw_title(draft)
        draft.header_rows = len(draft.edges) - 1

    # --- heights ------------------------------------------------------------------------------------

    @cached_property
    def _field_heights(self) -> list[float]:
        width = self.measures.inner(2, 3)
        least = style.on_grid(self.size * _LEAST_ROW)
        inks = (
            max(self._label_ink(key), self.setter.height(self.form.block(value), width, self.size) if value else 0.0)
            for key, value in self.form.fields.items()
        )
        return [max(least, style.on_grid(ink + 2 * _ROW_PAD)) for ink in inks]

    def _label_ink(self, key: str) -> float:
        return self.setter.height(self.form.block(self.form.labels[key]), self.measures.inner(1, 2), self.size)

    @cached_property
    def _fields_height(self) -> float:
        return sum(self._field_heights)

    def _approval_height(self, signature: float) -> float:
        top, bottom = self._approval_texts
        needed = top + bottom + signature + 2 * self.pad
        return style.on_grid(max(needed, self._emblem_height - self._fields_height))

    @cached_property
    def _approval_texts(self) -> tuple[float, float]:
        """The heights of the lines above and below the signature room."""
        lead = self.setter.leading * self.size
        above = [(line.removeprefix(self.form.approval.on_behalf), False) for line in self.form.approval.above]
        below = [(line, bold) for _, line, bold in self.form.approval.below]
        return self._line_count(above) * lead, self._line_count(below) * lead

    def _line_count(self, texts: list[tuple[str, bool]]) -> int:
        room = self.setter.room(self.measures.inner(2, 3) - self.form.approval_indent, self.size)
        return sum(self.form.block(text, bold=bold).line_count(room) for text, bold in texts)

    @cached_property
    def _emblem_height(self) -> float:
        height = 2 * self.pad + (self.measures.emblem + _LOGO_GAP if self.logo else 0.0)
        for _, block, size in self.form.agency:
            height += self.setter.height(block, self._agency_width, size) + _AGENCY_GAP
        return height

    @property
    def _agency_width(self) -> float:
        return self.columns[1] - self.columns[0] - 4 * style.IDENTITY_PAD_SIDE

    @cached_property
    def _title_height(self) -> float:
        ink = self.setter.height(self.form.title, self.measures.inner(2, 3), self._title_size)
        kind = self.form.kind
        kind_ink = self.setter.height(kind, self.measures.inner(0, 1), style.KIND_SIZE * self.size) if kind else 0.0
        return style.on_grid(max(ink, kind_ink, self._label_ink("judul")) + 2 * _TITLE_PAD)

    @property
    def _title_size(self) -> float:
        return self.size + style.TITLE_LARGER

    # --- drawing ------------------------------------------------------------------------------------

    def _cell(
        self,
        draft: Draft,
        row: int,
        column: int,
        role: str,
        block: Block,
        y: tuple[float, float],
        size: float | None = None,
        *,
        top: bool = False,
    ) -> None:
        box = (self.columns[column], y[0], self.columns[column + 1], y[1])
        pad = (style.IDENTITY_PAD_SIDE, self.pad)
        text = self.setter.text(role, block, size or self.size, box, pad=pad, valign="top" if top else "middle")
        label = role.startswith("label_")
        draft.cells.append(Cell(row, column, role, (text,) if text else (), header=label, path=_place_of(role)))

    def _draw_approval(self, draft: Draft, height: float) -> None:
        row, top, bottom = draft.add_row(height)
        label = self.form.block(self.form.labels["pengesahan"])
        self._cell(draft, row, 1, "label_pengesahan", label, (top, bottom), top=True)
        approval = self.form.approval
        column = _ApprovalColumn(self.form, self.measures, (self.columns[2], top, self.columns[3], bottom))
        y = top + self.pad
        for i, line in enumerate(approval.above):
            y = column.line("atas_nama" if i == 0 and approval.deputy else "jabatan", line, y)
        signature_top = y
        lead = self.setter.leading * self.size
        # the last baseline stands one padding above the rule, as a first cap height stands one below it
        y = bottom - self.pad - column.line_count() * lead + (lead - self.setter.cap(self.form.face, self.size))
        signature_bottom = y - _SIGNATURE_FOOT
        for role, line, bold in approval.below:
            y = column.line(role, line, y, bold=bold)
        draft.cells.append(Cell(row, 2, "pengesahan", tuple(column.texts), path=("pengesahan",)))
        draft.signature = (
            round(column.left + self.form.approval_indent, 2),
            round(signature_top, 2),
            round(column.right, 2),
            round(max(signature_bottom, signature_top + 1), 2),
        )

    def _draw_emblem(self, draft: Draft) -> None:
        rows = len(draft.edges) - 1
        foot = draft.edges[rows]
        if self.form.kind is None:  # nothing stands beside the title: the emblem's cell reaches down to the boxes
            rows, foot = rows + 1, round(foot + self._title_height, 2)
        cell = (self.columns[0], draft.edges[0], self.columns[1], foot)
        x0, y0, x1, y1 = cell
        agency = self.form.agency
        total = self._emblem_height - 2 * self.pad - (_AGENCY_GAP if agency else 0.0)
        y = (y0 + y1 - total) / 2
        if self.logo:
            draft.images.append(self._image(self.logo, (x0 + x1) / 2, y))
            y += self.measures.emblem + _LOGO_GAP
        texts = []
        for role, block, size in agency:
            lines = block.lines(self.setter.room(self._agency_width, size))
            sides = (x0 + 2 * style.IDENTITY_PAD_SIDE, x1 - 2 * style.IDENTITY_PAD_SIDE)
            text = self.setter.lines(role, BrokenBlock(block, lines, size), cell, sides, y, "center")
            texts.append(text._replace(path=(role,)))
            y += self.setter.ink(block, len(lines), size) + _AGENCY_GAP
        draft.cells.append(Cell(0, 0, "instansi", tuple(texts), rows, 1, path=("instansi",)))
        draft.emblem_rows = rows

    def _image(self, logo: Logo, middle: float, top: float) -> Image:
        wide, high = logo.size
        room = self.measures.emblem
        scale = min(room / high, room * style.LOGO_BROADEST / wide)
        width, height = wide * scale, high * scale
        top += (room - height) / 2
        box = (
            round(middle - width / 2, 2),
            round(top, 2),
            round(middle + width / 2, 2),
            round(top + height, 2),
        )
        return Image("logo", logo.picture, box, f"Lambang {' '.join(self.form.sop.instansi)}".strip())

    def _draw_title(self, draft: Draft) -> None:
        row, top, bottom = draft.add_row(self._title_height)
        kind = self.form.kind
        if kind is not None:
            box = (self.columns[0], top, self.columns[1], bottom)
            pad = (style.IDENTITY_PAD_SIDE, self.pad)
            text = self.setter.text("teks_kepala", kind, style.KIND_SIZE * self.size, box, pad=pad, align="center")
            draft.cells.append(Cell(row, 0, "teks_kepala", (text,) if text else (), path=("teks_kepala",)))
        self._cell(draft, row, 1, "label_judul", self.form.block(self.form.labels["judul"]), (top, bottom))
        self._cell(draft, row, 2, "judul", self.form.title, (top, bottom), self._title_size)


class _ApprovalColumn:
    """The lines of the approval, one below the other in one cell; "a.n." hangs to the left of the others."""

    def __init__(self, form: Form, measures: Measures, cell: Box) -> None:
        self.form, self.setter, self.size, self.cell = form, measures.setter, measures.size, cell
        self.left, self.right = measures.sides(2, 3)
        self.texts: list[Text] = []

    def line_count(self) -> int:
        """Lines that the texts below the signature take."""
        room = self.setter.room(self.right - self.left - self.form.approval_indent, self.size)
        return sum(self.form.block(line, bold=bold).line_count(room) for _, line, bold in self.form.approval.below)

    def line(self, role: str, line: str, y: float, *, bold: bool = False) -> float:
        """One text with its cap height at y. Returns the next one's."""
        size, indent = self.size, self.form.approval_indent
        on_behalf = self.form.approval.on_behalf
        if line.startswith(on_behalf) and indent:
            item = Item(on_behalf.rstrip(), line.removeprefix(on_behalf))
            block = block_of((item,), self.form.face_of(bold=bold), self.form.measurer, indent / size)
            left = self.left
        else:
            block = self.form.block(line, bold=bold)
            left = self.left + indent
        lines = block.lines(self.setter.room(self.right - left, size))
        text = self.setter.lines(role, BrokenBlock(block, lines, size), self.cell, (left, self.right), y)
        self.texts.append(text._replace(text=line, path=("pengesahan", role)))
        return y + len(lines) * self.setter.leading * size


def _place_of(role: str) -> SpecPath:
    """Where the spec says what a cell of this role prints; nowhere for labels."""
    if role.startswith("label_"):
        return ()
    return ("tanggal", role.removeprefix(_DATE)) if role.startswith(_DATE) else (role,)
