"""An SOP as it was read → which of the texts outside its flow tables went into the spec, and which went nowhere.

A text is accounted for if the spec says it: in the header, the boxes, a lane or a step. Labels, captions, page numbers
and the notes of signing programs belong to no spec.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from sopgen.drawn.head import one_line
from sopgen.drawn.identity import Identity
from sopgen.drawn.model import Box, Cell, Panel
from sopgen.drawn.officer import ON_BEHALF
from sopgen.drawn.passages import Passage
from sopgen.drawn.table import Part, goes_on, is_end
from sopgen.drawn.words import BOXES, COLUMNS, HEADER, MARK, bare, meaning, read_date

_SIGNED: Final = re.compile(
    r"ditanda\s?tangani|sertifikat elektronik|tanda tangan elektronik|tte\b|bsre|bssn|keaslian|dokumen ini|uu ite"
    r"|qr\s?code|kode qr|verifikasi",
    re.IGNORECASE,
)
_CAPTION: Final = frozenset(
    [
        "bagan",
        "alir",
        "alur",
        "flowchart",
        "flow",
        "chart",
        "diagram",
        "standar",
        "standard",
        "operasional",
        "operating",
        "prosedur",
        "procedure",
        "sop",
        "ap",
        "administrasi",
        "pemerintahan",
        "uraian",
        "lampiran",
        "halaman",
        "hal",
        "dari",
        "page",
        "of",
        "lanjutan",
        "sambungan",
        "mutu",
        "baku",
        "pos",
    ]
)
_OTHER_LABELS: Final = frozenset({"an", "nip", "nrp", "pangkat", "golongan", "ttd", "tandatangan", "halaman"})


Kind = Literal["value", "label", "unknown"]


class Said(NamedTuple):
    """A text of a panel: one that the spec says, one that belongs to no spec, or one that nothing became of."""

    cell: Cell
    kind: Kind


class Words:
    """All that a spec says, to look texts up in."""

    def __init__(self, identity: Identity, lanes: Sequence[str], steps: Sequence[dict[str, Passage]]) -> None:
        officer = identity.officer
        parts = [
            identity.number,
            identity.title,
            *identity.agency,
            identity.form,
            identity.unit,
            *(text for text in identity.dates.values() if isinstance(text, str)),
            *officer[:5],
            officer.number,
            *(_flat(text) for text in identity.boxes.values()),
            *lanes,
            *(_flat(text) for step in steps for text in step.values()),
        ]
        self._said = "\n".join(bare(part) for part in parts)
        self._dates = {each for each in identity.dates.values() if isinstance(each, date)}
        self._title = set(re.findall(r"\w+", identity.title.casefold()))

    def kind_of(self, text: str) -> Kind:
        """Unknown if any of its lines is."""
        if self._holds(text):
            return "value"
        if _is_label(text):  # over several lines
            return "label"
        kinds = {self._kind_of(line) for line in text.splitlines() if bare(line)}
        return "unknown" if "unknown" in kinds else "value" if "value" in kinds else "label"

    def _kind_of(self, line: str) -> Kind:
        label, colon, rest = line.partition(":")
        if _is_label(line) or (colon and _is_label(label) and not bare(rest)):
            return "label"
        if self._holds(line) or (colon and _is_label(label) and self._holds(rest)):
            return "value"
        return "label" if set(re.findall(r"\w+", line.casefold())) <= _CAPTION | self._title else "unknown"

    def _holds(self, text: str) -> bool:
        plain = MARK.sub("", text, count=1)
        forms = {bare(text), bare(plain), bare(ON_BEHALF.sub("", text, count=1)), re.sub(r"\D", "", text)[-18:]}
        return any(form and form in self._said for form in forms if len(form) > 1 or form == bare(text)) or (
            bool(self._dates) and read_date(one_line(text)) in self._dates
        )


def _flat(passage: Passage) -> str:
    if isinstance(passage, dict):
        return " ".join(_flat(each) for each in passage.values())
    return " ".join(passage) if isinstance(passage, list) else passage


def _is_label(text: str) -> bool:
    plain = one_line(text).rstrip(" :")
    return bare(plain) in _OTHER_LABELS or meaning(plain, {**COLUMNS, **HEADER, **BOXES}) is not None


def texts_outside(panel: Panel, number: int, parts: Sequence[Part], words: Words) -> Iterator[Said]:
    """The texts of panel `number` that stand in no part of a flow table; those of signing programs are none."""
    for cell in _outside(panel, number, parts):
        kind = words.kind_of(cell.text)
        if kind != "unknown" or not _SIGNED.search(cell.text):
            yield Said(cell, kind)


def signing_notes(panel: Panel, number: int, parts: Sequence[Part]) -> Iterator[Cell]:
    """The texts of panel `number` outside of flow tables that a signing program put there."""
    yield from (
        cell for cell in _outside(panel, number, parts) if _SIGNED.search(cell.text) and not _is_label(cell.text)
    )


def _outside(panel: Panel, number: int, parts: Sequence[Part]) -> Iterator[Cell]:
    """Below the last row of a table connectors stand, and what they say; a cell's text there is none of the table's."""
    tables, rows = tables_on(number, parts), _rows_on(number, parts)
    free = [Cell(note.box, note.text) for note in panel.notes]
    free += [Cell(symbol.box, symbol.text) for symbol in panel.symbols if symbol.text]
    for cells, within in (((*panel.cells, *panel.below), rows), (free, tables)):
        for cell in cells:
            if bare(cell.text) and not is_within(cell.box, within) and not (goes_on(cell.text) or is_end(cell.text)):
                yield cell


def _rows_on(number: int, parts: Sequence[Part]) -> list[tuple[float, float]]:
    """The same as `tables_on`, down to the last row."""
    mine = [part for part in parts if part.panel == number]
    tops = tables_on(number, parts)
    return [
        (top, max((row.down[1] for row in part.rows), default=part.down[1]))
        for part, (top, _) in zip(mine, tops, strict=True)
    ]


def tables_on(number: int, parts: Sequence[Part]) -> list[tuple[float, float]]:
    """From where to where, downward, the flow tables of a panel stand."""
    mine = [part for part in parts if part.panel == number]
    return [((part.head.top if part.headed else part.down[0]) - 1, part.down[1]) for part in mine]


def is_within(box: Box, tables: Sequence[tuple[float, float]]) -> bool:
    y = (box[1] + box[3]) / 2
    return any(top <= y <= bottom for top, bottom in tables)
