"""Made-up SOPs: what the documents say, before anybody draws them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from benchmarks.oldstock import words as w


@dataclass
class Step:
    text: str
    lanes: list[int]
    cells: dict[str, str]
    ways: list[tuple[int | None, str]] = field(default_factory=list)
    decides: bool = False


@dataclass
class Sop:
    head: dict[str, Any]
    boxes: dict[str, list[str]]
    lanes: list[str]
    steps: list[Step]

    def truth(self) -> dict[str, Any]:
        keys = [f"p{at + 1}" for at in range(len(self.lanes))]
        head = dict(self.head)
        spec: dict[str, Any] = {key: head[key] for key in ("nomor", "judul", "instansi", "unit") if head.get(key)}
        spec["tanggal"] = {key: day.isoformat() for key, day in head["tanggal"].items() if day}
        spec["pengesahan"] = head["pengesahan"]
        spec |= {key: items for key, items in self.boxes.items() if items}
        spec["pelaksana"] = dict(zip(keys, self.lanes, strict=True))
        spec["kegiatan"] = [self._step(at, step, keys) for at, step in enumerate(self.steps)]
        return spec

    def _step(self, at: int, step: Step, keys: list[str]) -> dict[str, Any]:
        doers = [keys[lane] for lane in step.lanes]
        entry: dict[str, Any] = {"uraian": step.text, "pelaksana": doers if len(doers) > 1 else doers[0]}
        entry |= {key: text for key, text in step.cells.items() if text}
        goals = [("selesai" if target is None else target + 1, label) for target, label in step.ways]
        if any(label for _, label in goals):
            entry["keputusan"] = {label: goal for goal, label in goals}
        elif goals and goals != [(at + 2, "")]:
            entry["lanjut"] = goals[0][0]
        return entry


def make_sop(rng: random.Random, most: int = 22) -> Sop:
    title, thing = rng.choice(w.TITLES)
    lanes = rng.sample(w.LANES, rng.randint(2, 7))
    count = rng.randint(5, most)
    steps = _steps(rng, lanes, count, thing)
    start = date(2012, 1, 2) + timedelta(days=rng.randrange(4000))
    officer: dict[str, Any] = {"jabatan": rng.choice(w.OFFICES), "nama": "Nama Pejabat"}
    if rng.random() < 0.15:
        officer["atas_nama"] = rng.choice(w.BEHALF)
    if rng.random() < 0.7:
        officer["pangkat"] = rng.choice(w.RANKS)
    if rng.random() < 0.6:
        kind = "NIP" if rng.random() < 0.9 else "NRP"
        officer["nomor_induk"] = {
            kind: f"19{rng.randint(60, 89)}05{rng.randint(10, 28)}19{rng.randint(80, 99)}031{rng.randint(100, 999)}"
        }
    head = {
        "nomor": rng.choice(["{n}/SOP/{y}", "SOP-{n}/UM/{y}", "{n}/K/CONTOH/D.IV/5/{y}", "000.8.3.3/{n}/{y}"]).format(
            n=rng.randint(1, 180), y=start.year
        ),
        "judul": title,
        "instansi": rng.choice(w.AGENCIES),
        "unit": rng.choice(w.UNITS),
        "tanggal": {
            "pembuatan": start,
            "revisi": start + timedelta(days=rng.randint(100, 900)) if rng.random() < 0.5 else None,
            "efektif": start + timedelta(days=rng.randint(0, 30)),
        },
        "pengesahan": officer,
    }

    def pick(pool, low, high):
        return [text.format(x=thing) for text in rng.sample(pool, min(len(pool), rng.randint(low, high)))]

    boxes = {
        "dasar_hukum": pick(w.LAWS, 1, 4),
        "kualifikasi_pelaksana": pick(w.QUALIFIED, 1, 4),
        "keterkaitan": pick(w.RELATED, 0, 3),
        "peralatan": pick(w.TOOLS, 1, 5),
        "peringatan": pick(w.WARNINGS, 0, 2),
        "pencatatan": pick(w.RECORDS, 1, 2),
    }
    return Sop(head, boxes, lanes, steps)


def _steps(rng: random.Random, lanes: list[str], count: int, thing: str) -> list[Step]:
    steps: list[Step] = []
    home = 0
    seen: set[str] = set()
    for at in range(count):
        decides = 0 < at < count - 1 and rng.random() < 0.22
        pool = w.DECIDING if decides else w.PLAIN
        text = rng.choice(pool).format(x=thing, lane=rng.choice(lanes))
        while text in seen:
            text = f"{rng.choice(pool).format(x=thing, lane=rng.choice(lanes))} tahap {rng.choice(['awal', 'kedua', 'lanjutan', 'akhir', 'antara'])}"
            if len(seen) > 60:
                break
        seen.add(text)
        if rng.random() < 0.6:
            home = rng.randrange(len(lanes))
        doers = [home]
        if len(lanes) > 2 and 0 < at < count - 1 and not decides and rng.random() < 0.08:
            doers = sorted(rng.sample(range(len(lanes)), 2))
        cells = {
            "kelengkapan": rng.choice([thing.capitalize(), "Lembar disposisi", "", f"Konsep {thing}"]),
            "waktu": rng.choice(w.TIMES),
            "output": rng.choice([thing.capitalize(), f"Konsep {thing}", "Lembar disposisi", ""]),
            "keterangan": rng.choice(w.NOTES),
        }
        steps.append(Step(text, doers, cells, decides=decides))
    for at, step in enumerate(steps):
        if step.decides:
            yes, no = rng.choice(w.LABELS)
            dice = rng.random()
            if dice < 0.7 or at + 2 >= count:
                other: int | None = rng.randint(max(0, at - 5), at - 1)
            elif dice < 0.88:
                other = rng.randint(at + 2, min(count - 1, at + 5))
            else:
                other = None
            step.ways = [(at + 1, yes), (other, no)]
        elif at + 1 < count:
            step.ways = [(at + 1, "")]
    return steps
