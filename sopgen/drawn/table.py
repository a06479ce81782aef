"""A panel → the parts of the flow table on it: heads and rows, with the texts of each row by column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from sopgen.drawn.head import NUMBER, Head, Range, heads_of, one_line
from sopgen.drawn.model import Box, Cell, Panel, overlap
from sopgen.drawn.words import MARK, bare

PARTS: Final = ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")
_ENDS: Final = frozenset({"mulai", "selesai", "start", "finish", "end", "stop", "awal", "akhir", "begin"})
_COUNT: Final = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?")  # of minutes, hours or days
_SAME_EDGE: Final = 3.0  # points
_GOES_ON: Final = re.compile(
    r"\s*\(?(?:(?:ber|di)?(?:sambung(?:an|kan)?|lanjut(?:an|kan)?)\s+(?:ke|dari)\b"
    r"|(?:ke|dari)\s+(?:hal(?:aman)?|lembar|sheet)\b)",
    re.IGNORECASE,
)


class Row(NamedTuple):
    """One step's row. `number` as it is written, "" if it has none."""

    number: str
    across: Range
    down: Range
    texts: dict[str, str]


class Part(NamedTuple):
    """A head with the rows below it, on one panel; `headed` if the head is drawn there and not on a page before.

    `tail`: the end of a row that began on the page before, where a program let a row break.
    """

    panel: int
    head: Head
    rows: tuple[Row, ...]
    down: Range
    headed: bool
    tail: tuple[Cell, ...] = ()


def parts_of(panel: Panel, at: int, before: Head | None) -> Iterator[Part]:
    """The parts on panel number `at`. `before`: the head that goes on here if the page has none of its own."""
    heads = heads_of(panel)
    first = heads[0].top if heads else panel.size[1]
    if before is not None:
        moved = _continued(panel, before, (0.0, first))
        if moved is not None:
            rows = tuple(_rows(panel, moved, first))
            if rows:
                down = rows[0].down[0], _end(panel, moved, rows, first)
                yield Part(at, moved, rows, down, headed=False, tail=_tail(panel, moved, rows))
    for number, head in enumerate(heads):
        end = heads[number + 1].top if number + 1 < len(heads) else panel.size[1]
        rows = tuple(_rows(panel, head, end))
        down = head.bottom, _end(panel, head, rows, end)
        yield Part(at, head, rows, down, headed=True, tail=_tail(panel, head, rows))


def _tail(panel: Panel, head: Head, rows: tuple[Row, ...]) -> tuple[Cell, ...]:
    """Texts between a page's head and its first row, where no symbol of a step stands."""
    if not panel.wrapped or not rows:
        return ()
    band = head.bottom, rows[0].down[0]
    columns = [column for key in PARTS if (column := head.columns.get(key))]
    found = [
        cell
        for cell in panel.cells
        if cell.ruled and cell.text.strip() and band[0] - 1 <= cell.box[1] and cell.box[3] <= band[1] + 1
    ]
    is_text = all(any(in_column(cell, column) for column in columns) for cell in found)
    words = any(NUMBER.fullmatch(one_line(cell.text)) or goes_on(cell.text) for cell in found)
    return () if words or not is_text or _symbols_in(panel, head, band) else tuple(found)


def joined(parts: list[Part]) -> tuple[list[Part], list[int]]:
    """Rows that break over two pages as one each; the numbers of the steps that they are."""
    result: list[Part] = []
    steps: list[int] = []
    count = 0
    for part in parts:
        before = result[-1] if result else None
        if not part.tail or before is None or not before.rows or before.panel == part.panel:
            result.append(part._replace(tail=()))
        else:
            last = before.rows[-1]
            texts = dict(last.texts)
            for cell in part.tail:
                key = next(key for key in PARTS if in_column(cell, part.head.columns.get(key)))
                texts[key] = f"{texts[key]}\n{cell.text}" if texts.get(key) else cell.text
            result[-1] = before._replace(rows=(*before.rows[:-1], last._replace(texts=texts)))
            result.append(part)
            steps.append(count - 1)
        count += len(part.rows)
    return result, steps


def _end(panel: Panel, head: Head, rows: tuple[Row, ...], end: float) -> float:
    """The table's lower edge: unnumbered rows with connectors still belong to it."""
    last = rows[-1].down[1] if rows else head.bottom
    low = [cell.box[3] for cell in panel.cells if last - 1 <= cell.box[1] and cell.box[3] - last < 60]
    shapes = [symbol.box[3] for symbol in panel.symbols if last - 1 <= symbol.centre[1] < last + 60]
    return min(end, max([last, *low, *shapes]) + 1)


def _continued(panel: Panel, before: Head, down: Range) -> Head | None:
    """The head of a page before, moved to where this page's columns stand; None if they do not stand there."""
    edges = {edge for cell in panel.cells for edge in (cell.box[0], cell.box[2]) if cell.box[1] < down[1]}
    if not edges:
        return None
    own = sorted({*before.chart, *(x for pair in before.columns.values() for x in pair)})  # between lanes may be none
    shifts = {0.0} | {edge - own[0] for edge in edges} | {edge - own[-1] for edge in edges}

    def misses(shift: float) -> int:
        return sum(min(abs(x + shift - edge) for edge in edges) > _SAME_EDGE for x in own)

    shift = min(sorted(shifts, key=abs), key=misses)
    if misses(shift) > len(own) // 3:
        return None
    top = min((cell.box[1] for cell in panel.cells), default=0.0)
    return Head(
        top,
        top,
        {key: (a + shift, b + shift) for key, (a, b) in before.columns.items()},
        tuple(lane._replace(across=(lane.across[0] + shift, lane.across[1] + shift)) for lane in before.lanes),
        before.unit,
    )


def _rows(panel: Panel, head: Head, end: float) -> Iterator[Row]:
    """Numbered rows, and such as have words of kegiatan, but no number, and a symbol of their own."""
    starts = _starts(panel, head, end)
    for at, (number, box) in enumerate(starts):
        limit = starts[at + 1][1][1] if at + 1 < len(starts) else end
        bottom = _reach(panel, head, box, limit, last=at + 1 == len(starts))
        texts = {key: _text(panel, head.columns.get(key), (box[1], bottom)) for key in PARTS}
        if head.unit and _COUNT.fullmatch(texts["waktu"].strip()):
            texts["waktu"] = f"{texts['waktu'].strip()} {head.unit}"
        yield Row(number, (box[0], box[2]), (box[1], bottom), texts)


def goes_on(text: str) -> bool:
    """Whether words say that the flow goes on elsewhere, and nothing else."""
    return bool(_GOES_ON.match(text))


def is_end(text: str) -> bool:
    """Whether words only call a row that which its capsule is: where the flow begins or ends, and no activity."""
    return bare(text) in _ENDS


def in_column(cell: Cell, column: Range | None) -> bool:
    if column is None:
        return False
    width = min(cell.box[2] - cell.box[0], column[1] - column[0])
    return overlap((cell.box[0], cell.box[2]), column) > 0.6 * width


def _starts(panel: Panel, head: Head, end: float) -> list[tuple[str, Box]]:
    below = [cell for cell in panel.cells if head.bottom - 1 <= cell.box[1] < end - 1]
    activity = [cell for cell in below if in_column(cell, head.columns["kegiatan"]) and cell.text.strip()]
    numbers = [cell for cell in below if in_column(cell, head.columns.get("nomor")) and cell.text.strip()]
    starts: list[tuple[str, Box]] = []
    for cell in numbers:
        text = one_line(cell.text)
        words = [other for other in activity if overlap(_down(other), _down(cell)) > 1]
        is_column_number = any(NUMBER.fullmatch(one_line(other.text)) for other in words)
        if not NUMBER.fullmatch(text) or is_column_number:
            continue
        if words or _symbols_in(panel, head, _down(cell)):
            starts.append((text.strip("(). "), cell.box))
    taken = [_down_box(box) for _, box in starts]
    for cell in activity:
        if NUMBER.fullmatch(one_line(cell.text)) or any(overlap(_down(cell), each) > 1 for each in taken):
            continue
        if goes_on(cell.text) or is_end(cell.text):
            continue
        if _symbols_in(panel, head, _down(cell)) and _is_new_step(panel, head, cell, starts):
            starts.append(("", cell.box))
    return _contiguous(panel, sorted(starts, key=lambda each: each[1][1]))


def _contiguous(panel: Panel, starts: list[tuple[str, Box]]) -> list[tuple[str, Box]]:
    """Rows of a table follow each other: what stands far below is another matter."""
    kept: list[tuple[str, Box]] = []
    for number, box in starts:
        if kept and box[1] - kept[-1][1][3] > 150:
            between = [c for c in panel.cells if kept[-1][1][3] - 1 <= c.box[1] < box[1] - 1 and c.text.strip()]
            if not between:
                break
        kept.append((number, box))
    return kept


def _is_new_step(panel: Panel, head: Head, cell: Cell, starts: list[tuple[str, Box]]) -> bool:
    """Without a number: a step of its own if the row above has its symbol already, or if no row stands above."""
    above = [box for _, box in starts if box[3] <= cell.box[1] + 1]
    if not above:
        return not starts or head.columns.get("nomor") is None
    nearest = max(above, key=lambda box: box[3])
    return bool(_symbols_in(panel, head, (nearest[1], nearest[3])))


def _symbols_in(panel: Panel, head: Head, down: Range) -> bool:
    left, right = head.chart
    return any(
        symbol.kind != "offpage" and down[0] <= symbol.centre[1] < down[1] and left - 5 <= symbol.centre[0] <= right + 5
        for symbol in panel.symbols
    )


def _down(cell: Cell) -> Range:
    return cell.box[1], cell.box[3]


def _down_box(box: Box) -> Range:
    return box[1], box[3]


def _reach(panel: Panel, head: Head, box: Box, limit: float, *, last: bool) -> float:
    """How far down a row goes: its own cell, and unnumbered cells with text below it.

    Below the last row notes and signatures stand; of these only what goes on as a list is the row's.
    """
    bottom = box[3]
    columns = [head.columns[key] for key in PARTS if key in head.columns]
    for cell in sorted(panel.cells, key=lambda each: each.box[1]):
        if not bottom - 1 <= cell.box[1] <= bottom + 1 or cell.box[3] > limit + 1 or not cell.text.strip():
            continue
        if _is_strip(panel, cell):
            break
        if any(in_column(cell, column) for column in columns) and (not last or MARK.match(cell.text)):
            bottom = max(bottom, cell.box[3])
    return min(bottom, limit)


def _is_strip(panel: Panel, cell: Cell) -> bool:
    """Whether a row holds connectors to another page, or says where the flow goes on."""
    return goes_on(cell.text) or any(
        symbol.kind == "offpage" and cell.box[1] <= symbol.centre[1] < cell.box[3] for symbol in panel.symbols
    )


def _text(panel: Panel, column: Range | None, down: Range) -> str:
    """The texts of one column in one row. A cell merged over several rows belongs to the first."""
    cells = [
        cell
        for cell in panel.cells
        if cell.text.strip() and in_column(cell, column) and down[0] - 1 <= cell.box[1] < down[1] - 1
    ]
    return "\n".join(cell.text.strip() for cell in sorted(cells, key=lambda each: each.box[1]))
