"""RVS-02: where the history's dates disagree, and where they do not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sopgen.intake import load_spec
from sopgen.pipeline import check

SPEC = "judul: A\npelaksana: {a: A}\nkegiatan:\n  - {uraian: Menulis, pelaksana: a}\n"


@pytest.mark.parametrize(
    ("revised", "entries", "lines"),
    [
        ("2026-02-01", ("2025-01-01", "2026-02-01"), []),
        ("2026-02-01", ("2026-02-01", "2025-01-01"), [8, 8]),
        ("2026-02-01", ("2025-01-01", "2026-02-02"), [8]),
        ("", ("2025-01-01",), [7]),
        ("'-'", ("2025-01-01",), [7]),
        ("2026-02-01", (), []),
        ("2026-02-01", ("2025-01-01", ""), []),
    ],
)
def test_dates_of_the_history(tmp_path: Path, revised: str, entries: tuple[str, ...], lines: list[int]) -> None:
    (tmp_path / "pyproject.toml").touch()
    path = tmp_path / "x.sop.yaml"
    listed = "".join(f"  - {{tanggal: {day}}}\n" for day in entries)
    path.write_text(f"{SPEC}tanggal: {{revisi: {revised}}}\nriwayat:\n{listed}", encoding="utf-8")
    found = check(load_spec(path), today=date(2026, 3, 1))
    assert [each.span.line for each in found if each.code == "RVS-02" and each.span] == lines
