"""What a drawing can say of an SOP, to hold what was read against what was drawn."""

from __future__ import annotations

import re
from typing import Any


def told(sop: Any) -> dict[str, object]:
    """White space aside: list marks are part of the words there."""
    lanes = [lane.id for lane in sop.pelaksana]
    last = len(sop.kegiatan)
    return {
        "lanes": [plain(lane.nama) for lane in sop.pelaksana],
        "steps": [
            (
                sorted(lanes.index(lane) for lane in step.pelaksana),
                sorted((way.ke or 0, way.label) for way in step.arah if way.ke or way.label or step.nomor < last),
                [plain(part) for part in (step.uraian, step.kelengkapan, step.waktu, step.output, step.keterangan)],
            )
            for step in sop.kegiatan
        ],
        "name": plain([*sop.instansi, *sop.unit]),
        "rest": [
            plain(part)
            for part in (
                sop.nomor,
                sop.judul,
                sop.tanggal,
                sop.pengesahan,
                sop.dasar_hukum,
                sop.kualifikasi_pelaksana,
                sop.keterkaitan,
                sop.peralatan,
                sop.peringatan,
                sop.pencatatan,
            )
        ],
    }


def plain(value: object) -> str:
    if isinstance(value, (tuple, list)):
        return "".join(plain(each) for each in value)
    text = re.sub(r"(?m)^\s*(?:\d+[.)]|[a-z]\))\s", "", str(value or ""))
    return re.sub(r"\s+", "", text)
