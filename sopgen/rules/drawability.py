"""Whether a spec may be one that `build` refuses to draw: if so, a check draws it, whatever form its report has.

Nearly all specs can be drawn, and drawing takes longer than checking; so only those are drawn that hold what refusals
come from oftenest: letters out of the common, manual routes, texts as long as a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from sopgen.intake.sop import Sop
from sopgen.rules.language.words import whole_text

_COMMON: Final = "\x09\x0a\x0d\x20-\x7e\xa0-\xff–—‘’‚“”„†‡•…‰‹›€™−×÷½¼¾≤≥±✓✗☐☑☒●"
"""What every face that sopgen prints in has, or draws as shapes."""
_LONG: Final = 1_500  # characters of a cell; a page holds some 3,000 in the widest column


@cache
def _uncommon() -> re.Pattern[str]:
    return re.compile(f"[^{_COMMON}]")


def may_be_undrawable(sop: Sop) -> bool:
    if any(way.rute for step in sop.kegiatan for way in step.arah):
        return True
    return any(len(text) > _LONG or _uncommon().search(text) for text in _texts(sop))


def _texts(sop: Sop) -> Iterator[str]:
    yield from (sop.judul, sop.nomor, *sop.instansi, *sop.unit, *sop.teks_kepala, *map(str, sop.pengesahan[:4]))
    yield from (lane.nama for lane in sop.pelaksana)
    for box in (sop.dasar_hukum, sop.kualifikasi_pelaksana, sop.keterkaitan, sop.peralatan, sop.peringatan):
        yield whole_text(box)
    yield whole_text(sop.pencatatan)
    for step in sop.kegiatan:
        yield from (whole_text(each) for each in (step.uraian, step.kelengkapan, step.output, step.keterangan))
        yield step.waktu
        yield from (way.label for way in step.arah)
