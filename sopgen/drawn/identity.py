"""The cells beside and below the form's labels → header and the six boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from sopgen.diagnostics import Message
from sopgen.drawn import textdoubts
from sopgen.drawn.doubts import at_panel
from sopgen.drawn.head import one_line
from sopgen.drawn.model import Box, Cell, Doubt, Panel, overlap
from sopgen.drawn.names import names_in
from sopgen.drawn.officer import Officer, officer_of
from sopgen.drawn.passages import Passage, joined, passage
from sopgen.drawn.words import BOXES, HEADER, MARK, bare, meaning, read_date

_COLON: Final = re.compile(r"\s*[:：]\s*")
_CONTINUED: Final = re.compile(r"\(?\s*\b(?:lanjutan|sambungan)\b\s*\)?", re.IGNORECASE)
DATES: Final = ("pembuatan", "revisi", "efektif")


class Identity(NamedTuple):
    number: str = ""
    title: str = ""
    agency: tuple[str, ...] = ()
    form: str = ""  # teks_kepala
    unit: str = ""
    dates: dict[str, date | str] = {}  # noqa: RUF012 - never changed
    officer: Officer = Officer()
    boxes: dict[str, Passage] = {}  # noqa: RUF012 - never changed


class _Label(NamedTuple):
    key: str
    cell: Cell
    rest: str  # what the label's own cell says behind the label


def has_identity(panel: Panel) -> bool:
    """Whether a panel holds the form's labels: the words of a table alone do not make a header."""
    return len({label.key for label in _labels(panel.cells)}) >= 3 and not goes_on(panel)


def goes_on(panel: Panel) -> bool:
    """Whether a panel holds boxes of a form that began on another one."""
    keys = {label.key for label in _labels(panel.cells)}
    return bool(keys & BOXES.keys()) and not keys & {"nomor", "judul", "pengesahan"}


def labels_of(panel: Panel, end: float) -> dict[str, str]:
    """The form's labels above `end` as they stand, by what they mean."""
    found: dict[str, str] = {}
    for label in _labels(tuple(cell for cell in panel.cells if cell.box[1] < end - 1)):
        lines = _CONTINUED.sub("", label.cell.text).strip().partition(":")[0]
        found.setdefault(label.key, lines if not label.rest or ":" in label.cell.text else lines.splitlines()[0])
    return found


def stacked(panels: Sequence[Panel]) -> Panel:
    """Panels as one, below each other: a form over several pages."""
    cells: list[Cell] = []
    down = 0.0
    for panel in panels:
        cells += [
            cell._replace(box=(cell.box[0], cell.box[1] + down, cell.box[2], cell.box[3] + down))
            for cell in panel.cells
        ]
        down += panel.size[1]
    return panels[0]._replace(cells=tuple(cells), size=(panels[0].size[0], down))


def identity_of(panel: Panel, end: float) -> tuple[Identity, tuple[Doubt, ...]]:
    """From the cells above `end`."""
    cells = tuple(cell for cell in panel.cells if cell.box[1] < end - 1 and cell.text.strip())
    labels = list(_labels(cells))
    own = {label.cell for label in labels}
    values = {label.key: _value(label, cells, own, labels) for label in labels if label.key in HEADER}
    texts: dict[str, list[str]] = {}
    for label in labels:
        if label.key in BOXES:
            texts.setdefault(label.key, []).append(_box_text(label, cells, labels, end))
    boxes = {key: passage("\n".join(filter(None, each)), wrapped=panel.wrapped) for key, each in texts.items()}
    name = names_in(_name_lines(cells, labels))
    dates, doubts = _dates(panel, values)
    if name.unsure:
        doubts.append(textdoubts.names_split(at_panel(panel), name.unit))
    return (
        Identity(
            _single(values.get("nomor", "")),
            _single(values.get("judul", "")),
            name.agency,
            name.form,
            name.unit,
            dates,
            officer_of(values.get("pengesahan", "")),
            {key: text for key, text in boxes.items() if text},
        ),
        tuple(doubts),
    )


def _labels(cells: tuple[Cell, ...]) -> Iterator[_Label]:
    """Each label once, the uppermost; those of boxes that go on further down again."""
    seen: set[str] = set()
    for cell in sorted(cells, key=lambda each: (each.box[1], each.box[0])):
        found = _label(cell)
        if found and (found.key not in seen or _CONTINUED.search(cell.text)):
            seen.add(found.key)
            yield found


def _label(cell: Cell) -> _Label | None:
    first, _, rest = _CONTINUED.sub("", cell.text).strip().partition(":")
    if key := meaning(one_line(first), {**HEADER, **BOXES}):
        return _Label(key, cell, rest.strip())
    lines = cell.text.strip().splitlines()
    if len(lines) > 1 and (key := meaning(lines[0], BOXES)):  # the box below its label, in one cell
        return _Label(key, cell, "\n".join(lines[1:]).strip().lstrip(":").strip())
    return None


def _value(label: _Label, cells: tuple[Cell, ...], own: set[Cell], labels: list[_Label]) -> str:
    """What stands right of a label, down to where the next label of its column begins."""
    if label.rest:
        return label.rest
    x0, y0, x1, y1 = label.cell.box
    below = [
        other.cell.box[1]
        for other in labels
        if other.cell.box[1] >= y1 - 1 and overlap((other.cell.box[0], other.cell.box[2]), (x0, x1)) > 1
    ]
    limit = max(y1, min(min(below, default=y1), y1 + 300)) if label.key == "pengesahan" else y1
    right = [
        cell
        for cell in cells
        if cell not in own
        and cell.box[0] >= x1 - 2
        and overlap((cell.box[1], cell.box[3]), (y0, limit)) > min(2.0, (cell.box[3] - cell.box[1]) / 2)
        and cell.box[1] >= y0 - 2
    ]
    if not right:
        return ""
    text = [cell for cell in right if bare(cell.text) or cell.text.strip() == "-"]
    nearest = min((cell.box[0] for cell in text), default=0.0)
    column = [cell for cell in text if cell.box[0] < nearest + 30 or label.key == "pengesahan"]
    parts: list[str] = []
    last = y0
    for cell in sorted(column, key=lambda each: (each.box[1], each.box[0])):
        if parts and cell.box[1] - last > 12:
            parts.append("")
        parts.append(_COLON.sub("", cell.text, count=1) if _COLON.match(cell.text) else cell.text)
        last = cell.box[3]
    return "\n".join(parts)


def _single(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return joined([line for line in lines if line])


def _dates(panel: Panel, values: dict[str, str]) -> tuple[dict[str, date | str], list[Doubt]]:
    dates: dict[str, date | str] = {}
    doubts: list[Doubt] = []
    for key in DATES:
        text = one_line(values.get(key, ""))
        found = read_date(text)
        if found:
            dates[key] = found
        elif bare(text):
            message = Message(
                f'tanggal {key} "{text}" bukan tanggal yang dapat dibaca; dikosongkan',
                f'the date {key} "{text}" cannot be read as a date; left empty',
            )
            doubts.append(Doubt(panel.name, message))
        elif text in {"-", "–", "—"}:
            dates[key] = "-"
    return dates, doubts


def _name_lines(cells: tuple[Cell, ...], labels: list[_Label]) -> list[list[str]]:
    """The lines left of the header's fields, or above them, grouped by the room between them."""
    fields = [label.cell.box for label in labels if label.key in HEADER]
    if not fields:
        return []
    left, bottom = min(box[0] for box in fields), max(box[3] for box in fields)
    boxes_top = min((label.cell.box[1] for label in labels if label.key in BOXES), default=bottom)
    own = {label.cell for label in labels}
    block = [
        cell
        for cell in cells
        if cell not in own and cell.box[2] <= left + 2 and cell.box[1] < min(bottom, boxes_top) - 1
    ]
    if not block:  # a band above all fields
        top = min(box[1] for box in fields)
        block = [cell for cell in cells if cell not in own and cell.box[3] <= top + 2]
    groups: list[list[str]] = [[]]
    for cell in sorted(block, key=lambda each: (each.box[1], each.box[0])):
        for line in cell.text.splitlines():
            if line.strip():
                groups[-1].append(one_line(line))
            elif groups[-1]:
                groups.append([])
    return [group for group in groups if group]


def _box_text(label: _Label, cells: tuple[Cell, ...], labels: list[_Label], end: float) -> str:
    """What stands below a box's label, down to the next label in its width."""
    box = label.cell.box
    if label.rest and len(bare(label.rest)) > 1:
        return label.rest
    width = _width(label, labels, cells)
    below = [
        other.cell.box[1]
        for other in labels
        if other.cell.box[1] >= box[3] - 1 and overlap((other.cell.box[0], other.cell.box[2]), width) > 3
    ]
    limit = min(min(below, default=end), end)
    own = {each.cell for each in labels}
    inside = [
        cell
        for cell in cells
        if cell not in own
        and (cell.ruled or not label.cell.ruled)
        and box[3] - 1 <= cell.box[1] < limit - 1
        and width[0] - 2 <= (cell.box[0] + cell.box[2]) / 2 <= width[1] + 2
        and cell.box[0] >= width[0] - 12
        and cell.box[2] <= width[1] + 12
    ]
    if not inside:  # the text stands beside its label
        inside = [
            cell
            for cell in cells
            if cell not in own
            and width[0] < cell.box[0]
            and cell.box[0] >= box[2] - 2
            and cell.box[0] < max(width[1], box[2] + 3)
            and overlap(_down(cell.box), _down(box)) > 1
        ]
    return _rows_text(inside)


def _rows_text(cells: list[Cell]) -> str:
    """Cells line by line; those of one row side by side ("1." and its text), but for a list's further column."""
    rows: list[tuple[float, list[Cell]]] = []
    for cell in sorted(cells, key=lambda each: (each.box[1], each.box[0])):
        if rows and abs(rows[-1][0] - cell.box[1]) < 2 and not _is_list(cell):
            rows[-1][1].append(cell)
        else:
            rows.append((cell.box[1], [cell]))
    return "\n".join(" ".join(cell.text.strip() for cell in row) for _, row in rows)


def _is_list(cell: Cell) -> bool:
    """Whether an item begins it, which is no mark that stands in a cell of its own."""
    mark = MARK.match(cell.text.strip())
    return mark is not None and bool(cell.text.strip()[mark.end() :].strip())


def _width(label: _Label, labels: list[_Label], cells: tuple[Cell, ...]) -> tuple[float, float]:
    """From the label's left edge to the next label in its row, else to the form's right edge."""
    box = label.cell.box
    right = [
        other.cell.box[0]
        for other in labels
        if other.cell.box[0] > box[0] + 5 and overlap(_down(other.cell.box), _down(box)) > 1
    ]
    others = [other.cell.box[0] for other in labels if other.key in BOXES and other.cell.box[0] > box[2] - 2]
    edge = max((cell.box[2] for cell in cells), default=box[2])
    return box[0], min([*right, *others[:1], edge]) if right or others else max(edge, box[2])


def _down(box: Box) -> tuple[float, float]:
    return box[1], box[3]
