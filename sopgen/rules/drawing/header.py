"""The header and the six boxes as a workbook bears them, beside what its source prints there, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations, zip_longest
from typing import Final, NamedTuple

from sopgen.diagnostics import Message, some
from sopgen.drawn.identity import DATES, Identity
from sopgen.drawn.model import Cell, Panel, overlap
from sopgen.drawn.officer import Officer
from sopgen.drawn.words import BOXES, HEADER, bare, meaning, read_date
from sopgen.placenames import BOX_NAMES
from sopgen.rules.drawing.cell_edits import CellEdit, cell_edits
from sopgen.rules.drawing.chart import Breach, Chart, Spot
from sopgen.rules.drawing.source import said as printed
from sopgen.rules.drawing.wording import FACT, shortened, told_apart
from sopgen.scene import Document
from sopgen.wording import printed_date

_NAMES: Final = {
    "nomor": Message("Nomor SOP", "Nomor SOP (the number)"),
    "judul": Message("Judul SOP", "Judul SOP (the title)"),
    "tanggal_pembuatan": Message("Tanggal Pembuatan", "Tanggal Pembuatan (made on)"),
    "tanggal_revisi": Message("Tanggal Revisi", "Tanggal Revisi (revised on)"),
    "tanggal_efektif": Message("Tanggal Efektif", "Tanggal Efektif (in force from)"),
    "pengesahan": Message("Disahkan oleh", "Disahkan oleh (who puts it in force)"),
    "instansi": Message("Nama instansi dan unit", "The agency's and unit's names"),
    "dasar_hukum": Message("Kotak Dasar Hukum", "Box Dasar Hukum"),
    "kualifikasi_pelaksana": Message("Kotak Kualifikasi Pelaksana", "Box Kualifikasi Pelaksana"),
    "keterkaitan": Message("Kotak Keterkaitan", "Box Keterkaitan"),
    "peralatan": Message("Kotak Peralatan/Perlengkapan", "Box Peralatan/Perlengkapan"),
    "peringatan": Message("Kotak Peringatan", "Box Peringatan"),
    "pencatatan": Message("Kotak Pencatatan dan Pendataan", "Box Pencatatan dan Pendataan"),
}
_MARK: Final = re.compile(r"(?m)^\s*(?:(?:\d{1,3}[.)]|[a-z]\)|[-•])\s+)+")  # an item may begin with a mark of its own
_ITEMS_TOLD: Final = 3
_SIGNS: Final = re.compile(r"\ba\s?\.\s?n\s?\.|\bN[IR]P\b", re.IGNORECASE)


class Changed(NamedTuple):
    """A text that should be another one, with what is told of it."""

    here: str
    there: str
    breach: Breach


def changed_header(chart: Chart, document: Document) -> Iterator[Changed]:
    """One a field that says something else, and the title above the flow table."""
    due, read = _printed(document), _as_read(chart.identity)
    other = {field for field, text in read.items() if not _same(field, text, due.get(field, ""))}
    for one, another in combinations([field for field in read if field in other & BOXES.keys()], 2):
        here, there = ([_letters(texts.get(field, "")) for field in (one, another)] for texts in (read, due))
        if {one, another} <= other and here == there[::-1]:
            other -= {one, another}
            yield Changed("", "", _exchanged(chart, one, another, read, due))
    for field, text in read.items():
        if field in other:
            yield Changed(_as_printed(field, text), due.get(field, ""), _changed_field(chart, field, text, due))
    yield from _title_of_the_flow(chart, document)


def _changed_field(chart: Chart, field: str, text: str, due: Mapping[str, str]) -> Breach:
    expected = due.get(field, "")
    edits = _edits(chart, text, expected)
    items = _odd_items(chart.identity.boxes.get(field), expected) if field in BOXES else []
    told = (
        _reordered(field)
        if len(items) > 1
        and sorted(_letters(item.here) for item in items) == sorted(_letters(item.there) for item in items)
        else _items_differ(field, items)
        if items
        else _field_differs(field, *_quoted(field, text, expected, edits))
    )
    place = items[0].number if len(items) == 1 else None
    path = tuple(field.split("_", 1)) if field.startswith("tanggal_") else (field,)
    return Breach(
        told,
        FACT,
        spot=edits[0].spot if edits else _cell(chart, field, text, expected),
        grave=True,
        more=tuple(edit.spot for edit in edits[1:]),
        path=path if place is None else (*path, place),
    )


def _edits(chart: Chart, text: str, expected: str) -> list[CellEdit]:
    """The cells that were changed and belong to a field: what they should say is part of it, else what they say is."""
    read, due = _letters(text), _letters(expected)
    return [
        edit
        for edit in cell_edits(chart)
        if edit.part == "text" and (_letters(edit.there) in due if edit.there.strip() else _letters(edit.here) in read)
    ]


def _quoted(field: str, text: str, expected: str, edits: Sequence[CellEdit]) -> tuple[str, str]:
    """What a field says and should say: its one changed cell, else what differs of all."""
    if len(edits) == 1 and field != "instansi" and field not in BOXES:
        return edits[0].here, edits[0].there
    return _odd_parts(field, _as_printed(field, text), expected)


def _exchanged(chart: Chart, one: str, other: str, read: Mapping[str, str], due: Mapping[str, str]) -> Breach:
    """Two boxes of which each says what the other should."""
    first, second = _cell(chart, one, read[one], due[one]), _cell(chart, other, read[other], due[other])
    names = f"kotak {BOX_NAMES[one]}", BOX_NAMES[other]
    return Breach(
        Message(
            f"Isi {names[0]} dan {names[1]} tertukar, tidak seperti di spesifikasinya.",
            f"The boxes {BOX_NAMES[one]} and {names[1]} say what the other should by the spec.",
        ),
        FACT,
        spot=first,
        grave=True,
        path=(one,),
        more=(second,) if first and second else (),
    )


def _field_differs(field: str, text: str, expected: str) -> Message:
    name = _NAMES[field]
    here, there = told_apart(text, expected)
    if not here:
        return Message(f"{name.id} kosong; di spesifikasinya “{there}”.", f"{name.en}: empty; in the spec “{there}”.")
    if not there:
        return Message(
            f"{name.id} berisi “{here}”; di spesifikasinya kosong.", f"{name.en}: “{here}”; empty in the spec."
        )
    return Message(
        f"{name.id} “{here}” tidak sama dengan spesifikasinya (“{there}”).",
        f"{name.en}: “{here}” differs from the spec (“{there}”).",
    )


def _odd_parts(field: str, text: str, expected: str) -> tuple[str, str]:
    """Of the approval the lines that differ alone; all of other fields."""
    if field != "pengesahan":
        return text, expected
    lines = [each.splitlines() for each in (text, expected)]
    known = [{"".join(bare(_SIGNS.sub("", line))) for line in each} for each in lines]
    here, there = (
        [line for line in each if "".join(bare(_SIGNS.sub("", line))) not in other]
        for each, other in zip(lines, known[::-1], strict=True)
    )
    return ("\n".join(here), "\n".join(there)) if here and there else (text, expected)


class _Item(NamedTuple):
    """What an item of a box says, and should say, "" for nothing. `number` counts from 0 in the spec."""

    number: int | None
    here: str
    there: str


def _odd_items(read: object, expected: str) -> list[_Item]:
    """The items of a list that differ, came or went; none where either is no list."""
    due = [" ".join(item.split()) for item in _MARK.split(expected)[1:]]
    if not isinstance(read, list) or not all(isinstance(item, str) for item in read) or not due:
        return []
    items = [" ".join(item.split()) for item in read]
    parts = SequenceMatcher(None, [*map(_letters, items)], [*map(_letters, due)], autojunk=False).get_opcodes()
    odd: list[_Item] = []
    for kind, one, other, first, last in parts:
        if kind != "equal":
            for here, number in zip_longest(items[one:other], range(first, last)):
                odd.append(_Item(number, here or "", "" if number is None else due[number]))
    return odd


def _reordered(field: str) -> Message:
    name = _NAMES[field]
    return Message(
        f"{name.id}: urutan butirnya diubah, tidak seperti di spesifikasinya.",
        f"{name.en}: its items stand in another order than in the spec.",
    )


def _items_differ(field: str, odd: list[_Item]) -> Message:
    told = [_item_words(item) for item in odd[:_ITEMS_TOLD]]
    if more := len(odd) - _ITEMS_TOLD:
        told += [Message(f"dan {more} butir lagi", f"and {some(more, 'more item')}")] if more > 0 else []
    listed = Message(*("; ".join(parts) for parts in zip(*told, strict=True)))
    name = _NAMES[field]
    return Message(
        f"{name.id} tidak sama dengan spesifikasinya: {listed.id}.", f"{name.en} differs from the spec: {listed.en}."
    )


def _item_words(item: _Item) -> Message:
    if item.number is None:
        words = shortened(item.here)
        return Message(f"butir “{words}” ditambahkan", f"item “{words}” was added")
    number = item.number + 1
    if not item.here:
        words = shortened(item.there)
        return Message(f"butir {number} (“{words}”) tidak ada", f"item {number} (“{words}”) is gone")
    here, there = told_apart(item.here, item.there)
    return Message(
        f"butir {number} “{here}”, di spesifikasinya “{there}”", f"item {number} “{here}”, in the spec “{there}”"
    )


def _printed(document: Document) -> dict[str, str]:
    """Role → what the identity page prints there."""
    texts: dict[str, list[str]] = {}
    for cell in (cell for _, table, cell in document.cells() if table.role == "identitas"):
        texts.setdefault(cell.role, []).append(printed(cell))
    return {role: "\n".join(filter(None, parts)) for role, parts in texts.items()}


def _as_read(identity: Identity) -> Mapping[str, str]:
    return {
        "nomor": identity.number,
        "judul": identity.title,
        **{f"tanggal_{key}": _told(identity.dates.get(key)) for key in DATES},
        "pengesahan": _officer(identity.officer),
        "instansi": "\n".join([*identity.agency, identity.unit]),
        **{key: _passage(identity.boxes.get(key)) for key in BOXES},
    }


def _told(day: date | str | None) -> str:
    return day.isoformat() if isinstance(day, date) else day or ""


def _as_printed(field: str, text: str) -> str:
    """A date as pages bear it."""
    try:
        return printed_date(date.fromisoformat(text)) if field.startswith("tanggal_") else text
    except ValueError:
        return text


def _officer(officer: Officer) -> str:
    parts = (officer.on_behalf, officer.office, officer.name, officer.rank, officer.number)
    return "\n".join(filter(None, parts))


def _passage(text: object) -> str:
    if isinstance(text, dict):
        return "\n".join(_passage(part) for part in text.values())
    return "\n".join(map(str, text)) if isinstance(text, list) else str(text or "")


def _same(field: str, text: str, expected: str) -> bool:
    if field.startswith("tanggal_"):
        day = read_date(expected)
        return text == (day.isoformat() if day else expected.strip())
    if field == "pengesahan":
        return sorted(bare(_SIGNS.sub("", text))) == sorted(bare(_SIGNS.sub("", expected)))
    return _letters(text) == _letters(expected)


def _letters(text: str) -> str:
    """Without the marks of list items and without blanks, which a page's lines may lose."""
    return "".join(_MARK.sub("", text).split())


def _cell(chart: Chart, field: str, text: str, expected: str) -> Spot | None:
    """Where new words stand, else beside the field's label, else the label."""
    new = {word for word in _as_printed(field, text).split() if word not in expected.split()}
    key = field.removeprefix("tanggal_")
    for at, panel in enumerate(chart.panels):
        label = next((cell for cell in panel.cells if meaning(cell.text.strip(), {**HEADER, **BOXES}) == key), None)
        if label is None and key != "instansi":
            continue
        beside = _beside(panel, label) if label and key not in BOXES else []
        held = beside if field.startswith("tanggal_") else _above(panel, chart, at)
        said = _letters(_as_printed(field, text))
        target = next((cell for cell in held if said and _letters(cell.text) == said), None)
        target = target or max(
            (cell for cell in held if not new.isdisjoint(cell.text.split())),
            key=lambda cell: len(new.intersection(cell.text.split())),
            default=None,
        )
        target = target or next(iter(beside), label)
        if target is not None:
            return Spot(at, (target.box[0] + 0.5, target.box[1] + 0.5))
    return None


def _beside(panel: Panel, label: Cell) -> list[Cell]:
    """The cells to the right of one, the nearest first; a sign such as ":" is none."""
    right = [
        cell
        for cell in panel.cells
        if cell.box[0] >= label.box[2] - 1
        and overlap((cell.box[1], cell.box[3]), (label.box[1], label.box[3])) > 1
        and cell.text.strip() not in {"", ":"}
    ]
    return sorted(right, key=lambda cell: cell.box[0])


def _above(panel: Panel, chart: Chart, at: int) -> list[Cell]:
    """The cells above the flow table."""
    heads = [heading.cell.box[1] for heading in chart.headings if heading.panel == at]
    end = min(heads, default=panel.size[1])
    return [cell for cell in panel.cells if cell.box[1] < end - 1]


def _title_of_the_flow(chart: Chart, document: Document) -> Iterator[Changed]:
    """The line above the table names the procedure."""
    due = next((text.text for page in document.pages for text in page.texts if text.role == "judul_prosedur"), "")
    at = chart.headings[0].panel if chart.headings else 0
    lines = [cell for cell in _above(chart.panels[at], chart, at) if cell.text.strip()]
    line = max(lines, key=lambda cell: cell.box[1], default=None)
    if due and line and _letters(line.text) != _letters(due):
        here, there = told_apart(line.text, due)
        breach = Breach(
            Message(
                f"Judul di atas tabel alur (“{here}”) tidak sama dengan spesifikasinya (“{there}”).",
                f"The title above the flow table (“{here}”) differs from the spec (“{there}”).",
            ),
            FACT,
            grave=True,
            spot=Spot(at, (line.box[0] + 0.5, line.box[1] + 0.5)),
        )
        yield Changed(line.text, due, breach)
