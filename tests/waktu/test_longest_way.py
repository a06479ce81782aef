"""The longest way forward, and the promise that it is held against."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sopgen.intake import load_spec
from sopgen.intake.loaded import WaktuKerja
from sopgen.pipeline import check
from sopgen.waktu.longest_way import LongestWay, longest_way

DAY = date(2026, 1, 1)
SPEC = """\
judul: Pelayanan Surat
pelaksana: {a: Arsiparis, b: Kepala Bagian}
kegiatan:
  - {uraian: Menerima, pelaksana: a, waktu: 10 menit}
  - {uraian: Memeriksa, pelaksana: b, waktu: 20 menit, keputusan: {Ya: 4, Tidak: 3}}
  - {uraian: Menelaah, pelaksana: b, waktu: 1-2 jam, keputusan: {Ya: 4, Tidak: 1}}
  - {uraian: Menyimpan, pelaksana: a, waktu: sesuai kebutuhan}
"""


def spec(folder: Path, text: str) -> Path:
    (folder / "pyproject.toml").touch()
    path = folder / "x.sop.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_branch_counts_and_no_way_back(tmp_path: Path) -> None:
    sop = load_spec(spec(tmp_path, SPEC)).sop
    assert longest_way(sop, WaktuKerja()) == LongestWay((1, 2, 3, 4), 150.0)


@pytest.mark.parametrize(
    ("promise", "found"),
    [
        ("2 jam", True),
        ("150 menit", False),
        ("149 menit", True),
        ("paling lama 2 jam", True),
        ("paling lama 1 hari kerja", False),
        ("2 jam/berkas", False),
        ("segera", False),
        ("{lama: 2 jam, sejak: berkas lengkap}", True),
        ("", False),
    ],
)
def test_a_promise_shorter_than_the_procedure_is_found(tmp_path: Path, promise: str, found: bool) -> None:
    loaded = load_spec(spec(tmp_path, f"{SPEC}pelayanan:\n  jangka_waktu: {promise}\n"))
    places = [(each.code, each.span.line) for each in check(loaded, today=DAY) if each.code == "STD-01" and each.span]
    assert places == ([("STD-01", 9)] if found else [])
