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
_FULL: Final = 300.0  # letters × type² for each point of width: refusals begin at 400, in full pages of 15 lanes
_CAPITAL: Final = 1.35  # letters' widths
_ITEM: Final = 20  # letters that may be lost to an item's last line
_TITLE, _LINE, _NAME, _LABEL = 200, 120, 80, 20  # letters: of the title, a line, a lane's name, a branch's label
_LINES, _LINES_IN_ALL = 8, 400  # lines under the emblem and above the title; their letters
_BAND, _TYPE = 25.0, 10.0  # millimetres of `pita_tte`; points of the smallest type
_FEWEST_PASSING, _MOST_PASSING = 3, 5  # lines past a row; in between as many as lanes and two
_NEAR, _ENDS = 5, 11  # steps, and ends of lines at as many that follow each other: refusals begin at 12
_WAYS_PASSING, _WAY_ENDS = 7, 12  # the same of all ways, though several are drawn as one line: from 9 and 16 on


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
    ways, trunks = _arrows(steps), _arrows(steps, joined=True)
    most = min(max(_FEWEST_PASSING, len(sop.pelaksana) + 2), _MOST_PASSING)
    if sop.tampilan.gabungan == "lebar" and _walled(sop):
        most = _FEWEST_PASSING
    return trunks.passing <= most and trunks.near <= _ENDS and ways.passing <= _WAYS_PASSING and ways.near <= _WAY_ENDS


def _walled(sop: Sop) -> bool:
    """Whether a wide box that leaves one lane free at most stands beside another: lines pass both in outer lanes."""
    across = [False] * len(sop.kegiatan)
    for step in sop.kegiatan:
        at = [number for number, lane in enumerate(sop.pelaksana) if lane.id in step.pelaksana]
        across[step.nomor - 1] = len(at) > 1 and at[-1] - at[0] + 1 >= len(sop.pelaksana) - 1
    wide = [len(step.pelaksana) > 1 for step in sop.kegiatan]
    return any((across[at] and wide[at + 1]) or (wide[at] and across[at + 1]) for at in range(len(wide) - 1))


class _Arrows(NamedTuple):
    """The most of them past a row, and the most of their ends at steps nearby."""

    passing: int
    near: int


def _arrows(steps: Sequence[Kegiatan], *, joined: bool = False) -> _Arrows:
    """All ways but those to the next step. `joined`: ways to one step from the same side are one line, as is drawn."""
    passing, ends = [0] * (len(steps) + 2), [0] * (len(steps) + 2)
    spans: dict[tuple[int, bool, int], int] = {}  # target, side, and source where ways are not joined → farthest
    for step in steps:
        for target in (way.ke for way in step.arah if way.ke != step.nomor + 1):
            ends[step.nomor] += 1
            if target is not None:
                down = target > step.nomor
                key = (target, down, 0 if joined else step.nomor)
                farthest = min if down else max
                spans[key] = farthest(spans.get(key, step.nomor), step.nomor)
    for (target, *_), source in spans.items():
        ends[target] += 1
        passing[min(source, target)] += 1
        passing[max(source, target)] -= 1
    near = max(sum(ends[first : first + _NEAR]) for first in range(len(ends)))
    return _Arrows(max(accumulate(passing)), near)


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
