"""How an old SOP looks → what a spec's `tampilan` can say of it: paper, labels, column numbers, capsules, boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sopgen.drawn.head import NUMBER, Head, Range, one_line
from sopgen.drawn.identity import has_identity, labels_of
from sopgen.drawn.model import Box, Cell, Panel, overlap
from sopgen.drawn.placing import Placed
from sopgen.drawn.table import Part
from sopgen.drawn.words import BOXES, COLUMNS, HEADER, bare, meaning
from sopgen.intake.sop import COLUMN_LABELS

_PAPERS: Final = {
    "A4": (210.0, 297.0),
    "F4": (215.0, 330.0),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
}  # millimetres
_PAPER_SLACK: Final = 5.0  # millimetres
_POINT: Final = 25.4 / 72
_EDGE: Final = 3.0  # points
_MOST_WORDS: Final = 60  # letters of a label
_KEYS: Final = {
    "nomor": "nomor",
    "pembuatan": "tanggal_pembuatan",
    "revisi": "tanggal_revisi",
    "efektif": "tanggal_efektif",
    "pengesahan": "pengesahan",
    "judul": "judul",
    **{key: key for key in BOXES},
}
_DEFAULTS: Final = {
    "nomor": "Nomor SOP",
    "tanggal_pembuatan": "Tanggal Pembuatan",
    "tanggal_revisi": "Tanggal Revisi",
    "tanggal_efektif": "Tanggal Efektif",
    "pengesahan": "Disahkan oleh",
    "judul": "Judul SOP",
    "dasar_hukum": "Dasar Hukum",
    "kualifikasi_pelaksana": "Kualifikasi Pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan/Perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan dan Pendataan",
    **COLUMN_LABELS,
}
"""What a drawing of ours prints; letters' case apart."""
_SMALL: Final = frozenset({"dan", "di", "ke", "SOP"})
_LABEL_WORDS: Final = frozenset(
    {"kelengkapan", "perlengkapan", "persyaratan", "keterangan", "kegiatan", "aktivitas", "pelaksana", "prosedur"}
    | {"uraian", "peralatan", "pencatatan", "pendataan", "kualifikasi", "keterkaitan", "peringatan", "pembuatan"}
    | {"pengesahan", "disahkan", "efektif", "tanggal", "keluaran", "penyusunan"}
)
"""What a narrow head may have cut in two."""


class Appearance(NamedTuple):
    """Each as `tampilan` has it; "" or False where it is as by default, or not to be seen."""

    paper: str = ""
    joined: bool = False
    extra_capsules: bool = False
    wide: bool = False
    head_once: bool = False
    column_numbers: bool = False
    labels: tuple[tuple[str, str], ...] = ()

    def lines(self) -> Iterator[tuple[str, str]]:
        """Keys and values below `tampilan`, but for the labels, in the house's order."""
        if self.paper:
            yield "kertas", self.paper
        if self.joined:
            yield "halaman", "gabung"
        if self.extra_capsules:
            yield "kapsul", "tambahan"
        if self.wide:
            yield "gabungan", "lebar"
        if self.head_once:
            yield "kepala_berulang", "false"
        if self.column_numbers:
            yield "nomor_kolom", "true"


def appearance_of(panels: Sequence[Panel], parts: Sequence[Part], placed: Sequence[Placed]) -> Appearance:
    """Of one SOP, whose `placed` are its symbols."""
    head, panel = parts[0].head, panels[parts[0].panel]
    last = sum(len(part.rows) for part in parts) - 1
    return Appearance(
        _paper(panel),
        len(panels) == 1 and has_identity(panel) and not panel.breaks,
        any(_is_extra(each, placed, last) for each in placed),
        any(len(each.lanes) > 1 for each in placed if each.step is not None and not each.extra),
        len({part.panel for part in parts}) > 1 and not any(part.headed for part in parts[1:]),
        _has_numbers(panel, head),
        tuple(_labels(panels, parts)),
    )


def _paper(panel: Panel) -> str:
    """The paper that a page, or a sheet as it is set up, is of; "" for A4 and for none that a spec knows."""
    if not panel.paper and not panel.page:
        return ""
    if panel.paper:
        return panel.paper if panel.paper != "A4" else ""
    sides = sorted(side * _POINT for side in panel.size)
    off = {
        name: max(abs(one - other) for one, other in zip(sides, paper, strict=True)) for name, paper in _PAPERS.items()
    }
    best = min(off, key=lambda name: off[name])
    return best if off[best] <= _PAPER_SLACK and best != "A4" else ""


def _is_extra(each: Placed, placed: Sequence[Placed], last: int) -> bool:
    """Whether a capsule stands beside the box that begins or ends the flow: by default that box is the capsule."""
    mates = [other for other in placed if other.step == each.step and not other.extra]
    return (
        each.extra
        and each.symbol.kind == "terminator"
        and each.step in {0, last}
        and bool(mates)
        and all(mate.symbol.kind == "process" for mate in mates)
    )


def _has_numbers(panel: Panel, head: Head) -> bool:
    """Whether a row (1) (2) (3) stands at the head's foot."""
    cells = [cell for cell in panel.cells if head.top - 1 <= cell.box[1] < head.bottom - 1]
    low = max((cell.box[1] for cell in cells), default=0.0)
    row = [cell for cell in cells if abs(cell.box[1] - low) < _EDGE and cell.text.strip()]
    return len(row) > 3 and all(NUMBER.fullmatch(one_line(cell.text)) for cell in row)


def _labels(panels: Sequence[Panel], parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
    """The labels whose words are other than ours."""
    found: dict[str, str] = {}
    at = next((at for at, each in enumerate(panels) if has_identity(each)), None)
    if at is not None:
        end = min((part.head.top for part in parts if part.panel == at), default=panels[at].size[1] + 1)
        found = {_KEYS[key]: text for key, text in labels_of(panels[at], end).items()}
    found.update(_column_labels(panels[parts[0].panel], parts[0].head))
    for key in _DEFAULTS:
        text = _mended(found.get(key, ""))
        if 0 < len(text) <= _MOST_WORDS and bare(text) not in {"", bare(_DEFAULTS[key])} and _is_known(key, text):
            yield key, text


def _is_known(key: str, text: str) -> bool:
    """Whether these are words for this field: a column named by its place may have been misread."""
    names = {own: words for table in (COLUMNS, HEADER, BOXES) for own, words in table.items()}
    return any(meaning(text, {own: names[own]}) for own in _meanings(key) if own in names)


def _meanings(key: str) -> tuple[str, ...]:
    return (key.removeprefix("tanggal_"), {"no": "nomor", "mutu_baku": "mutu"}.get(key, key))


def _column_labels(panel: Panel, head: Head) -> Iterator[tuple[str, str]]:
    cells = [
        cell
        for cell in panel.cells
        if head.top - 1 <= cell.box[1] and cell.box[3] <= head.bottom + 1 and cell.text.strip()
        and not NUMBER.fullmatch(one_line(cell.text))
    ]  # fmt: skip
    for key, across in head.columns.items():
        cell = max((each for each in cells if _stands_over(each.box, across)), key=_top, default=None)
        if cell is not None:
            yield "no" if key == "nomor" else key, cell.text
    for key, name in (("pelaksana", "pelaksana"), ("mutu", "mutu_baku")):
        cell = next((each for each in cells if meaning(one_line(each.text), COLUMNS) == key), None)
        if cell is not None:
            yield name, cell.text


def _top(cell: Cell) -> float:
    return cell.box[1]


def _stands_over(box: Box, across: Range) -> bool:
    return overlap((box[0], box[2]), across) > 0.8 * max(box[2] - box[0], across[1] - across[0])


def _mended(text: str) -> str:
    """A label on one line, without its colon; what of a word stood in a line of its own belongs to it."""
    words: list[str] = []
    for word in one_line(text).rstrip(" :").split(" "):
        begun = words[-1].rpartition("/")[2] if words else ""
        if begun and (begun + word).casefold() in _LABEL_WORDS:
            words[-1] += word.lower() if begun[-1:].islower() else word
        elif (words and words[-1].endswith("/")) or (
            words and word.isalpha() and word.islower() and len(word) <= 3 and word not in _SMALL
        ):
            words[-1] += word
        else:
            words.append(word)
    return " ".join(words)
