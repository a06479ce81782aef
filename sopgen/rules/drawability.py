"""Whether a spec may be one that `build` refuses to draw: if so, a check draws it, whatever form its report has.

Nearly all specs can be drawn, and drawing takes longer than checking. So each cause of a refusal has a bound here,
below which layout finds room with some to spare: letters that every face has, lanes and a head that any paper holds,
texts that fill a part of a page's height at most, few arrows beside each other. `benchmarks/drawability.py` holds the
bounds against drawings, tests against layout's own measures. What passes a bound is drawn, which decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Final, NamedTuple

from sopgen.intake.sop import BOXES, Isi, Kegiatan, Kertas, Kotak, Sop, Tampilan
from sopgen.rules.language.words import whole_text

_COMMON: Final = "\x09\x0a\x0d\x20-\x7e\xa0-\xff–—‘’‚“”„†‡•…‰‹›€™−×÷½¼¾≤≥±✓✗☐☑☒●"
"""What every face that sopgen prints in has, or draws as shapes."""

TABLE: Final[dict[Kertas, float]] = {"A4": 741.0, "F4": 834.0, "Letter": 690.0, "Legal": 906.0}
"""Points between the margins of each paper."""
NUMBERS: Final = 24.0  # points, the column of numbers
NARROWEST: Final = 27.0  # points, a lane
BROADEST: Final = 84.0  # points, a lane that is not many
LANES_SHARE: Final = 0.56  # of the table without its numbers, all lanes together

_LANES_ROOM: Final = 6.0  # points that outer lanes may need more than the others
_LEAST_TEXTS: Final = 255.0  # points, all text columns together
_PADDING: Final = 45.0  # points, what five text columns leave free at their sides
_FULL: Final = 320.0  # letters × type² for each point of width: refusals begin at 400, in full pages of 15 lanes
_CAPITAL: Final = 1.35  # letters' widths
_ITEM: Final = 20  # letters that may be lost to an item's last line
_TITLE, _LINE, _NAME, _LABEL = 200, 120, 80, 20  # letters: of the title, a line, a lane's name, a branch's label
_LINES, _LINES_IN_ALL = 8, 400  # lines under the emblem and above the title; their letters
_BAND, _TYPE = 25.0, 10.0  # millimetres of `pita_tte`; points of the smallest type
_NEAR: Final = 5  # steps that follow each other


class _Arrows(NamedTuple):
    """The most of them past a row, and the most of their ends at steps nearby."""

    passing: int
    near: int

    def within(self, most: _Arrows) -> bool:
        return self.passing <= most.passing and self.near <= most.near


class _Crowd(NamedTuple):
    """Lines as they are drawn, all ways, though several are drawn as one line, and what all four numbers sum up to."""

    lines: _Arrows
    ways: _Arrows
    in_all: int

    def holds(self, lines: _Arrows, ways: _Arrows) -> bool:
        return lines.within(self.lines) and ways.within(self.ways) and sum(lines) + sum(ways) <= self.in_all


_ONE_LANE: Final = _Crowd(_Arrows(3, 11), _Arrows(7, 12), 33)  # refusals begin at 5 and 14, 9 and 16
_SEVERAL: Final = _Crowd(_Arrows(7, 13), _Arrows(9, 15), 39)  # none is known


_PAST_WALL: Final = 3  # lines past two wide boxes or the rows beside them: refusals begin at 4, in fifteen lanes


@cache
def _uncommon() -> re.Pattern[str]:
    return re.compile(f"[^{_COMMON}]")


def may_be_undrawable(sop: Sop) -> bool:
    return not (
        _head_fits(sop)
        and _lanes_fit(sop)
        and _arrows_fit(sop)
        and _texts_fit(sop)
        and not _uncommon().search("\n".join(_texts(sop)))
    )


def _head_fits(sop: Sop) -> bool:
    """The identity page's header and the flow table's head: all else of the identity page may run on to another one."""
    lines = (*sop.instansi, *sop.unit, *sop.teks_kepala)
    single = (sop.nomor, *_signed(sop), *(text for _, text in sop.tampilan.label))
    names = [name for lane in sop.pelaksana for name in (lane.nama, lane.kelompok)]
    return (
        len(sop.judul) <= _TITLE
        and len(lines) <= _LINES
        and sum(map(len, lines)) <= _LINES_IN_ALL
        and max(map(len, single)) <= _LINE
        and max(map(len, names)) <= _NAME
        and sop.tampilan.pita_tte <= _BAND
        and _smallest(sop.tampilan) <= _TYPE
    )


def _lanes_fit(sop: Sop) -> bool:
    return len(sop.pelaksana) * NARROWEST + _LANES_ROOM <= _room(sop.tampilan) - _LEAST_TEXTS


def _arrows_fit(sop: Sop) -> bool:
    """No manual route, no long label, few arrows past each row and at steps nearby."""
    steps = sop.kegiatan
    if any(way.rute or len(way.label) > _LABEL for step in steps for way in step.arah):
        return False
    most = _ONE_LANE if len(sop.pelaksana) == 1 else _SEVERAL
    past = _past(_spans(steps, joined=True), len(steps))
    walled = any(max(past[max(row - 2, 0) : row + 3]) > _PAST_WALL for row in _walls(sop))
    return not walled and most.holds(_arrows(steps, joined=True), _arrows(steps))


def _walls(sop: Sop) -> Iterator[int]:
    """The first of two rows in which a wide box that leaves one lane free at most stands beside another.

    Lines pass both in outer lanes.
    """
    if sop.tampilan.gabungan != "lebar":
        return
    across = [False] * len(sop.kegiatan)
    for step in sop.kegiatan:
        at = [number for number, lane in enumerate(sop.pelaksana) if lane.id in step.pelaksana]
        across[step.nomor - 1] = len(at) > 1 and at[-1] - at[0] + 1 >= len(sop.pelaksana) - 1
    wide = [len(step.pelaksana) > 1 for step in sop.kegiatan]
    for row in range(1, len(wide)):
        if (across[row - 1] and wide[row]) or (wide[row - 1] and across[row]):
            yield row


def _arrows(steps: Sequence[Kegiatan], *, joined: bool = False) -> _Arrows:
    """All ways but those to the next step. `joined`: ways to one step from the same side are one line, as is drawn."""
    ends = [0] * (len(steps) + 2)
    for step in steps:
        ends[step.nomor] += sum(way.ke != step.nomor + 1 for way in step.arah)
    spans = _spans(steps, joined=joined)
    for _, target in spans:
        ends[target] += 1
    near = max(sum(ends[first : first + _NEAR]) for first in range(len(ends)))
    return _Arrows(max(_past(spans, len(steps))), near)


def _spans(steps: Sequence[Kegiatan], *, joined: bool) -> list[tuple[int, int]]:
    """From which step to which each line runs that does not lead to the next; of a joined one the farthest."""
    spans: dict[tuple[int, bool, int], int] = {}  # target, side, and source where ways are not joined → farthest
    for step in steps:
        for target in (way.ke for way in step.arah):
            if target is not None and target != step.nomor + 1:
                down = target > step.nomor
                key = (target, down, 0 if joined else step.nomor)
                farthest = min if down else max
                spans[key] = farthest(spans.get(key, step.nomor), step.nomor)
    return [(source, target) for (target, *_), source in spans.items()]


def _past(spans: Iterable[tuple[int, int]], count: int) -> list[int]:
    """How many lines run from each of so many rows, or past it, to the next one below; the first is of row 0."""
    passing = [0] * (count + 2)
    for source, target in spans:
        passing[min(source, target)] += 1
        passing[max(source, target)] -= 1
    return list(accumulate(passing))


def _texts_fit(sop: Sop) -> bool:
    """Columns wide enough for the fullest cell of each stand beside each other."""
    room = _room(sop.tampilan)
    lanes = len(sop.pelaksana)
    width = room - max(min(BROADEST * lanes, LANES_SHARE * room), NARROWEST * lanes) - _PADDING
    columns: Iterable[Iterable[Isi]] = zip(
        *((step.uraian, step.kelengkapan, Isi(step.waktu), step.output, step.keterangan) for step in sop.kegiatan),
        strict=True,
    )
    letters = sum(max(map(_letters, cells)) for cells in columns)
    return bool(letters * _smallest(sop.tampilan) ** 2 <= _FULL * width)


def _letters(content: Isi) -> float:
    """How many letters of usual width take the room of this cell."""
    return _wide(content.teks) + content.teks.count("\n") * _ITEM + sum(_wide(item) + _ITEM for item in content.butir)


def _wide(text: str) -> float:
    return len(text) * (_CAPITAL if text.isupper() else 1.0)


def _room(tampilan: Tampilan) -> float:
    return TABLE[tampilan.kertas] - NUMBERS


def _smallest(tampilan: Tampilan) -> float:
    return min(tampilan.ukuran_huruf, tampilan.ukuran_huruf_terkecil)


def _signed(sop: Sop) -> tuple[str, ...]:
    signing = sop.pengesahan
    number = " ".join(signing.nomor_induk) if signing.nomor_induk else ""
    return (signing.atas_nama, signing.jabatan, signing.nama, signing.pangkat, number)


def _texts(sop: Sop) -> Iterator[str]:
    """All that is printed."""
    yield from (sop.judul, sop.nomor, *sop.instansi, *sop.unit, *sop.teks_kepala, *_signed(sop))
    yield from (text for _, text in sop.tampilan.label)
    for lane in sop.pelaksana:
        yield from (lane.nama, lane.kelompok)
    for key in BOXES:
        box: Kotak = getattr(sop, key)
        yield whole_text(box)
    for step in sop.kegiatan:
        yield from map(whole_text, (step.uraian, step.kelengkapan, step.output, step.keterangan))
        yield step.waktu
        yield from (way.label for way in step.arah)
