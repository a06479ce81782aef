"""The small SOP in which a labelled text stands: of three steps, otherwise fine; benchmarks/claims.py, holdout.py.

`put` lays a text at its kind of place: `judul`, `waktu`, `ket`, `bersama`, `u` and `d` (uraian of a step, of a
decision), a box (`dasar`, `kual`, `kait`, `ingat`, `catat`); with parts: `alat` peralatan => kelengkapan, `mb` the
output before => kelengkapan, `io` uraian => kelengkapan => output, `out` uraian => output, `wkt` uraian => waktu.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import yaml

from sopgen.diagnostics import Diagnostic
from sopgen.intake import load_spec
from sopgen.intake.memory_source import MemorySource
from sopgen.rules import check_spec

TODAY = date(2026, 6, 30)
BOXES = {
    "dasar": "dasar_hukum",
    "kual": "kualifikasi_pelaksana",
    "kait": "keterkaitan",
    "ingat": "peringatan",
    "catat": "pencatatan",
}
PARTS = {"io": ("uraian", "kelengkapan", "output"), "out": ("uraian", "output"), "wkt": ("uraian", "waktu")}
WHOLE = frozenset({"judul", "alur", "kepala", "pola"})


class Score(NamedTuple):
    right: int = 0
    false_alarms: int = 0
    misses: int = 0
    fine: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.false_alarms) if self.right + self.false_alarms else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.misses) if self.right + self.misses else 1.0


def bare(lanes: Mapping[str, Any]) -> dict[str, Any]:
    """The SOP but for its steps."""
    return {
        "judul": "Pembuatan Surat",
        "tanggal": {"pembuatan": "2026-02-16", "efektif": "2026-03-02"},
        "pelaksana": lanes,
        "keterkaitan": ["SOP Pengelolaan Arsip Dinamis"],
        "peralatan": ["Komputer", "Alat tulis kantor"],
        "kualifikasi_pelaksana": ["Memahami tata naskah dinas"],
    }


def step(uraian: str, pelaksana: str) -> dict[str, Any]:
    return {"uraian": uraian, "pelaksana": pelaksana, "waktu": "1 jam"}


def put(kind: str, text: str, spec: dict[str, Any], first: dict[str, Any], second: dict[str, Any]) -> None:
    """Lay the text into the SOP or into its step 2 and the one before."""
    parts = [part.strip() for part in text.split("=>")]
    if kind in BOXES:
        spec[BOXES[kind]] = [text]
    elif kind in PARTS:
        second |= dict(zip(PARTS[kind], parts, strict=False))
    match kind:
        case "judul":
            spec["judul"] = text
        case "u" | "d":
            second["uraian"] = text
        case "waktu":
            second["waktu"] = text
        case "bersama":
            second["bersama"] = text
        case "ket":
            second["keterangan"] = text
        case "alat":
            spec["peralatan"], second["kelengkapan"] = [parts[0]], parts[1]
        case "mb":
            first["output"], second["kelengkapan"] = parts


def flow_of(text: str, lanes: Mapping[str, Any]) -> dict[str, Any]:
    """Read `sifat // lane: uraian // …`."""
    sifat, *steps = (part.strip() for part in text.split("//"))
    told = [each.split(": ", 1) for each in steps]
    return {
        "sifat": sifat,
        "pelaksana": {lane: lanes[lane] for lane, _ in told},
        "kegiatan": [step(said, lane) for lane, said in told],
    }


def found_in(spec: dict[str, Any]) -> tuple[Diagnostic, ...]:
    text = yaml.safe_dump(spec, allow_unicode=True, sort_keys=False, width=10_000)
    return check_spec(load_spec(MemorySource("butir.sop.yaml", text.encode())), today=TODAY)


def is_there(found: Diagnostic, kind: str) -> bool:
    """Tell whether the finding stands where a text of this kind does."""
    if kind in BOXES:
        return found.path[:1] == (BOXES[kind],)
    return kind in WHOLE or 2 in {found.step, *getattr(found, "steps", ())}


def codes_of(found: Diagnostic) -> tuple[str, ...]:
    return (found.code, *getattr(found, "also", ()))


def print_table(scores: Mapping[str, Score]) -> None:
    print("| rule | due | found | false alarms | misses | precision | recall |\n" + "|---" * 7 + "|")
    for rule, score in scores.items():
        print(
            f"| {rule} | {score.right + score.misses} | {score.right} | {score.false_alarms} | {score.misses} "
            f"| {score.precision:.0%} | {score.recall:.0%} |"
        )
