"""Whatever two Sops are, the changes and the old one give the new one; nobody's own changes are none."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

import pytest

from sopgen.comparing import Kelas, apply_changes, compare
from sopgen.comparing.words import tell
from sopgen.diagnostics import Refusal
from sopgen.editing import EditFault
from sopgen.intake.sop import Sop
from tests.comparing.made import changed, sop_of
from tests.generator import generate

PAIRS = 200
_WORDS = ("Menyusun laporan", "Memeriksa berkas", "Menyerahkan dokumen", "Mencatat", "Meneruskan surat", "1 jam")


@cache
def generated(seed: int) -> str:
    return generate(seed, steps=(3, 10), lanes=(2, 5), letters=(1, 50))


@pytest.mark.parametrize("seed", range(0, PAIRS, 2))
def test_of_unrelated_sops(seed: int) -> None:
    _nothing_is_lost(sop_of(generated(seed)), sop_of(generated(seed + 1)))


@pytest.mark.parametrize("seed", range(1, PAIRS, 2))
def test_of_an_sop_and_what_was_made_of_it(seed: int) -> None:
    rng = Random(seed)
    text = after = generated(seed)
    for _ in range(rng.randint(1, 4)):
        try:
            made = changed(after, _random_operation(rng, sop_of(after)))
            sop_of(made)
        except (Refusal, EditFault):
            continue
        after = made
    _nothing_is_lost(sop_of(text), sop_of(after))


def _nothing_is_lost(old: Sop, new: Sop) -> None:
    found = compare(old, new)
    assert apply_changes(old, found.changes) == new
    assert compare(new, new).changes == ()
    assert bool(found.changes) == (old != new)
    for number, change in enumerate(found.changes, start=1):
        for told in (tell(change, found, "id"), tell(change, found, "en")):
            assert told.place
            assert told.before != told.after or change.kind != "changed" or change.kelas is Kelas.LETAK
        assert change.cause is None or (0 < change.cause <= len(found.changes) and change.cause != number)
    kinds = [change.kelas is Kelas.LETAK for change in found.changes]
    assert kinds == sorted(kinds)


def _random_operation(rng: Random, sop: Sop) -> dict[str, Any]:
    count = len(sop.kegiatan)
    number = rng.randint(1, count)
    lane = rng.choice(sop.pelaksana).id
    words = f"{rng.choice(_WORDS)} {rng.randint(1, 9)}"
    step = {"uraian": words, "pelaksana": lane, "waktu": "5 menit"}
    return rng.choice(
        [
            {"op": "insert_step", "number": number, "step": step},
            {"op": "delete_step", "number": number, "pointed_at": "next"},
            {"op": "duplicate_step", "number": number},
            {"op": "move_step", "number": number, "to": rng.randint(1, count)},
            {"op": "set", "path": ["kegiatan", number - 1, "lanjut"], "value": str(rng.randint(1, count))},
            {"op": "set", "path": ["kegiatan", number - 1, "keputusan"], "value": {"Ya": "selesai", "Tidak": "1"}},
            {"op": "set", "path": ["kegiatan", number - 1, rng.choice(["uraian", "output"])], "value": words},
            {"op": "set", "path": ["kegiatan", number - 1, "pelaksana"], "value": lane},
            {"op": "set", "path": ["kegiatan", number - 1, "id"], "value": f"x{rng.randint(1, 9)}"},
            {"op": "add_executor", "key": "lain", "value": words, "position": 0},
            {"op": "rename_executor", "key": lane, "to": f"kunci{rng.randint(1, 9)}"},
            {"op": "delete_executor", "key": lane, "instead": sop.pelaksana[0].id},
            {"op": "append", "path": ["peralatan"], "value": words},
            {"op": "set", "path": ["judul"], "value": words},
            {
                "op": "append",
                "path": ["abaikan"],
                "value": {"aturan": "KEG-01", "alasan": "a", "kegiatan": str(number)},
            },
            {"op": "set", "path": ["tampilan", "kertas"], "value": "F4"},
        ]
    )
