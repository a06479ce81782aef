"""Panels → the same without the legends below their tables, which say what each symbol of a flowchart means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sopgen.drawn.head import NUMBER, one_line
from sopgen.drawn.model import Box, Panel

_TITLE: Final = re.compile(
    r"(?:(?:keterangan|legenda|arti|penjelasan|daftar|makna)\s+)?(?:gambar|simbol|lambang|notasi)\b|legenda?\b",
    re.IGNORECASE,
)
_REMARK: Final = re.compile(r"(?:keterangan|catatan)\s*:?", re.IGNORECASE)
_WORDS: Final = re.compile(
    r"(?:simbol\s+)?(?:terminat|terminal|mulai\s*(?:/|dan|,|atau|-)|awal\s*(?:/|dan|-)|start\s*/|proses\b|process\b"
    r"|kegiatan\b|aktivitas\b|tindakan\b|keputusan\b|pengambilan\s+keputusan|decision\b|penghubung|konektor|connector"
    r"|off.?page|arah\b|garis\b|panah\b|alur\b|flow\b)",
    re.IGNORECASE,
)
_LONGEST: Final = 60  # letters of a symbol's meaning
_ABOVE: Final = 4.0  # points: what stands beside a legend's first words may begin so much higher


def without_legend(panel: Panel) -> Panel:
    """A legend is two meanings of symbols or more below a word for it, three below none, and no numbered row below."""
    top = _top(panel)
    if top is None:
        return panel
    words = {box for text, box in _texts(panel) if box[1] >= top and _is_of_legend(text)}
    return panel._replace(
        cells=tuple(each for each in panel.cells if each.box not in words or not each.text.strip()),
        below=tuple(each for each in panel.below if each.box not in words),
        symbols=tuple(each for each in panel.symbols if each.centre[1] < top),
        strokes=tuple(each for each in panel.strokes if min(y for _, y in each.points) < top),
        notes=tuple(each for each in panel.notes if each.box[1] < top),
        unread=tuple(each for each in panel.unread if (each[1] + each[3]) / 2 < top),
        legend=True,
    )


def _top(panel: Panel) -> float | None:
    lowest = max((cell.box[3] for cell in panel.cells if NUMBER.fullmatch(one_line(cell.text))), default=None)
    if lowest is None or not panel.symbols:
        return None
    texts = [(text, box) for text, box in _texts(panel) if box[1] >= lowest - 1]
    words = {text.casefold(): box for text, box in texts if len(text) < _LONGEST and _WORDS.match(text)}
    titles = [box for text, box in texts if _TITLE.match(text)]
    if len(words) < (2 if titles else 3):
        return None
    remarks = [box for text, box in texts if _REMARK.fullmatch(text)]
    return min(box[1] for box in (*titles, *remarks, *words.values())) - _ABOVE


def _is_of_legend(text: str) -> bool:
    return bool(_TITLE.match(text) or _WORDS.match(text) or _REMARK.fullmatch(text))


def _texts(panel: Panel) -> Iterator[tuple[str, Box]]:
    for cell in (*panel.cells, *panel.below):
        if cell.text.strip():
            yield one_line(cell.text), cell.box
    yield from ((one_line(note.text), note.box) for note in panel.notes)
    yield from ((one_line(each.text), each.box) for each in panel.symbols if each.text)
