"""Findings in, legend pages out: every code with its words, where its ring stands, and what the rule rests on.

A page like the document's own: same paper, same margins, same type family. Rows are never divided.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from sopgen.diagnostics import Diagnostic, Language, Message, Severity
from sopgen.intake.text import on_one_line
from sopgen.layout.setting import Setter
from sopgen.marking.badges import SIZE, Tag, badge_at, badge_width
from sopgen.marking.places import MarkedPlace
from sopgen.scene import Box, Cell, Document, Mark, Page, Rule, Table, Text
from sopgen.text.block import Block, Item, block_of
from sopgen.text.face import Face
from sopgen.text.measure import DEFAULT

COLOURS: Final = {Severity.WAJIB: "#B3261E", Severity.ANJURAN: "#1B5E9B"}

_TITLE: Final = Message("TANDA TEMUAN", "FINDINGS MARKED")
_NOTE: Final = Message(
    "Salinan bertanda untuk penyunting; bukan bagian dari dokumen SOP.",
    "A marked copy for editors; no part of the SOP document.",
)
_HEADS: Final = (
    Message("Kode", "Code"),
    Message("Temuan dan perbaikan", "Finding and remedy"),
    Message("Tempat", "Place"),
    Message("Sumber", "Source"),
)
_NONE: Final = Message("Tidak ada temuan.", "No findings.")
_NOWHERE: Final = Message("tidak tercetak", "not printed")
_PAGE: Final = Message("hal. {}", "p. {}")
_STEP: Final = Message("langkah {}", "step {}")
_KEYS: Final = (
    (Severity.WAJIB, Message("wajib: garis penuh", "mandatory: solid line")),
    (Severity.ANJURAN, Message("anjuran: garis putus-putus", "advised: dashed line")),
)

_KEY: Final = re.compile("`([^`]*)`")
_TEXT: Final = 8.5
_SMALL: Final = 7.5
_HEADING: Final = 11.0
_PAD: Final = 4.0
_GREY: Final = 0.3
_SHARES: Final = (0.09, 0.52, 0.16, 0.23)
_TINT: Final = "#EFEFEF"


class LegendEntry(NamedTuple):
    """Findings that say the same, with the place of each."""

    diagnostic: Diagnostic
    places: tuple[tuple[Diagnostic, MarkedPlace | None], ...]


def entries_of(placed: Iterable[tuple[Diagnostic, MarkedPlace | None]]) -> tuple[LegendEntry, ...]:
    """Mandatory ones first, then by code; what is said alike stands once."""
    alike: dict[tuple[str, Message, Message], list[tuple[Diagnostic, MarkedPlace | None]]] = {}
    for diagnostic, place in placed:
        alike.setdefault((diagnostic.code, diagnostic.message, diagnostic.remedy), []).append((diagnostic, place))
    entries = [LegendEntry(found[0][0], tuple(found)) for found in alike.values()]
    return _sorted(entries)


def told_entries(told: Iterable[Diagnostic]) -> tuple[LegendEntry, ...]:
    """The same of what a report tells, entry by entry, each with its place in words."""
    return _sorted(LegendEntry(each, ()) for each in told)


def _sorted(entries: Iterable[LegendEntry]) -> tuple[LegendEntry, ...]:
    return tuple(
        sorted(entries, key=lambda entry: (entry.diagnostic.severity is not Severity.WAJIB, entry.diagnostic.code))
    )


class _Frame(NamedTuple):
    """Where the document's tables stand, and in which family they are set."""

    size: tuple[float, float]
    edges: Box
    face: Face

    @property
    def left(self) -> float:
        return self.edges[0]

    @property
    def top(self) -> float:
        return self.edges[1]

    @property
    def right(self) -> float:
        return self.edges[2]

    @property
    def bottom(self) -> float:
        return self.edges[3]

    @property
    def columns(self) -> tuple[float, ...]:
        """The edges of the legend's own columns."""
        columns = [self.left]
        for share in _SHARES:
            columns.append(columns[-1] + share * (self.right - self.left))
        return tuple(columns)

    def bold(self) -> Face:
        return self.face._replace(bold=True)


def legend_pages(
    document: Document, entries: Sequence[LegendEntry], summary: Message, language: Language
) -> tuple[Page, ...]:
    """As many pages as the findings need, numbered on from the document's last. `summary` stands under the title."""
    frame = _frame(document)
    setter = Setter()
    rows = [_Row.of(entry, document, frame, setter, language) for entry in entries]
    pages: list[Page] = []
    while rows or not pages:
        page, rows = _page(document, frame, setter, rows, summary, language, len(document.pages) + len(pages) + 1)
        pages.append(page)
    return tuple(pages)


def _frame(document: Document) -> _Frame:
    page = document.pages[0]
    texts = [text for _, cell in page.cells() for text in cell.texts]
    face = texts[0].face._replace(bold=False, italic=False) if texts else Face("sans")
    return _Frame(page.size, page.edges, face)


class _Row(NamedTuple):
    """One entry's blocks, one list a column, each with its size and grey; and the height that they need."""

    tag: Tag
    columns: tuple[tuple[tuple[Block, float, float], ...], ...]
    height: float

    @classmethod
    def of(cls, entry: LegendEntry, document: Document, frame: _Frame, setter: Setter, language: Language) -> _Row:
        found = entry.diagnostic
        columns = (
            (),
            (
                (_block(found.message.in_language(language), frame.face), _TEXT, 0.0),
                (_block(found.remedy.in_language(language), frame.face._replace(italic=True)), _TEXT, _GREY),
            ),
            ((_block(_places(entry, document, language), frame.face), _TEXT, 0.0),),
            ((_block(found.source.in_language(language) if found.source else "", frame.face), _SMALL, _GREY),),
        )
        heights = [_stack_height(blocks, edges, setter) for blocks, edges in zip(columns, _spans(frame), strict=True)]
        return cls(Tag(found.code, COLOURS[found.severity]), columns, max(*heights, SIZE * 2) + 2 * _PAD)


def _block(text: str, face: Face) -> Block:
    """Keys stand in quotes, not in a terminal's backticks; what the face cannot write is shown as a question mark."""
    text = _KEY.sub(r"“\1”", text)
    missing = set(DEFAULT.missing_glyphs(text, face))
    return block_of((Item("", "".join("?" if each in missing else each for each in text)),), face)


def _spans(frame: _Frame) -> tuple[tuple[float, float], ...]:
    return tuple(pairwise(frame.columns))


def _stack_height(blocks: Sequence[tuple[Block, float, float]], span: tuple[float, float], setter: Setter) -> float:
    room = span[1] - span[0] - 2 * _PAD
    heights = [setter.height(block, room, size) for block, size, _ in blocks if block.text.strip()]
    return sum(heights) + max(0, len(heights) - 1) * _PAD


def _places(entry: LegendEntry, document: Document, language: Language) -> str:
    """`hal. 2, langkah 1, 2, 3`: pages once, in order; in the words that came with the finding, if some did."""
    if entry.diagnostic.where is not None:
        return entry.diagnostic.where.in_language(language)
    by_page: dict[str, list[str]] = {}
    for diagnostic, place in entry.places:
        page = "" if place is None else _PAGE.in_language(language).format(document.pages[place.page].number)
        by_page.setdefault(page, []).append("" if diagnostic.step is None else str(diagnostic.step))
    lines = [] if by_page else [_NOWHERE.in_language(language)]
    for page, numbers in by_page.items():
        steps = ", ".join(dict.fromkeys(filter(None, numbers)))
        where = page or _NOWHERE.in_language(language)
        lines.append(f"{where}, {_STEP.in_language(language).format(steps)}" if steps else where)
    return "\n".join(lines)


def _page(
    document: Document,
    frame: _Frame,
    setter: Setter,
    rows: list[_Row],
    summary: Message,
    language: Language,
    number: int,
) -> tuple[Page, list[_Row]]:
    """One page, and the rows that found no room on it."""
    texts, marks, top = _head(document, frame, setter, summary, language)
    if not rows:
        texts.append(_line("temuan", _NONE.in_language(language), frame.face, _TEXT, frame.left, top + 12, frame))
        return _finished(frame, (), texts, marks, number), []
    drawn = _TableDraft(frame, setter, top, language)
    taken = 0
    while taken < len(rows) and (taken == 0 or drawn.bottom + rows[taken].height <= frame.bottom):
        drawn.add(rows[taken])
        taken += 1
    return _finished(frame, (drawn.table(),), texts, [*marks, *drawn.marks], number), rows[taken:]


def _head(
    document: Document, frame: _Frame, setter: Setter, summary: Message, language: Language
) -> tuple[list[Text], list[Mark], float]:
    """Title, the SOP's own title, the sum, and what the two kinds of ring mean."""
    title = f"{_TITLE.in_language(language)}: {on_one_line(document.title)}"
    block = _block(title, frame.bold())
    width = frame.right - frame.left
    height = setter.height(block, width, _HEADING)
    box = (frame.left, frame.top, frame.right, frame.top + height)
    head = setter.text("judul_temuan", block, _HEADING, box, pad=(0, 0), valign="top")
    baseline = frame.top + height + 14
    told = f"{summary.in_language(language)}. {_NOTE.in_language(language)}"
    texts = [head] if head else []
    texts.append(_line("ringkasan_temuan", told, frame.face, _TEXT, frame.left, baseline, frame))
    marks: list[Mark] = []
    x, y = frame.left, baseline + 7
    for severity, words in _KEYS:
        ring = (x + 0.6, y, x + 22, y + 10)
        dashed = severity is Severity.ANJURAN
        marks.append(Mark((), ring, COLOURS[severity], dashed))
        text = _line("arti_tanda", words.in_language(language), frame.face, _SMALL, x + 27, y + 7.6, frame)
        texts.append(text)
        x = text.box[2] + 22
    return texts, marks, y + 18


def _line(role: str, text: str, face: Face, size: float, x: float, baseline: float, frame: _Frame) -> Text:
    cell: Box = (frame.left, baseline - size, frame.right, baseline + size / 2)
    return Setter().single(role, text, face, size, (x, baseline), cell)


def _finished(frame: _Frame, tables: tuple[Table, ...], texts: list[Text], marks: list[Mark], number: int) -> Page:
    return Page(number, "temuan", frame.size, frame.edges, tables, tuple(texts), marks=tuple(marks))


class _TableDraft:
    """The legend's table as it grows row by row, its head first."""

    def __init__(self, frame: _Frame, setter: Setter, top: float, language: Language) -> None:
        self._frame = frame
        self._setter = setter
        self._rows = [top, top + 16]
        self._cells = [
            self._cell(0, column, "kepala_temuan", ((_block(head.in_language(language), frame.bold()), _TEXT, 0.0),))
            for column, head in enumerate(_HEADS)
        ]
        self.marks: list[Mark] = []

    @property
    def bottom(self) -> float:
        return self._rows[-1]

    def add(self, row: _Row) -> None:
        top = self.bottom
        self._rows.append(top + row.height)
        number = len(self._rows) - 2
        self._cells += [self._cell(number, column, "temuan", blocks) for column, blocks in enumerate(row.columns)]
        wide = badge_width(row.tag.code, self._frame.bold())
        left, right = _spans(self._frame)[0]
        badge = badge_at(row.tag, max(left + 2, (left + right - wide) / 2), top + _PAD - 1.2, self._frame.bold())
        self.marks.append(Mark((badge,)))

    def _cell(self, row: int, column: int, role: str, blocks: Sequence[tuple[Block, float, float]]) -> Cell:
        left, right = _spans(self._frame)[column]
        y = self._rows[row] + _PAD + (0 if row else 1)
        texts = []
        for block, size, grey in blocks:
            height = self._setter.height(block, right - left - 2 * _PAD, size)
            text = self._setter.text(
                role, block, size, (left, y, right, y + height), pad=(_PAD, 0), valign="top", grey=grey
            )
            if text:
                texts.append(text)
                y += height + _PAD
        return Cell(row, column, role, tuple(texts), fill=None if row else _TINT, header=not row)

    def table(self) -> Table:
        edges, rows = self._frame.columns, self._rows
        rules = [Rule(edges[0], y, edges[-1], y, 0.4) for y in rows]
        rules += [Rule(x, rows[0], x, rows[-1], 0.4) for x in edges]
        return Table("temuan", edges, tuple(rows), tuple(self._cells), tuple(rules))
