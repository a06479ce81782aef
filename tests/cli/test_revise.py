from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sopgen import pipeline
from sopgen.intake.sop import Revisi
from tests.cli.test_diff import NEW, OLD

COMMENTED = OLD.replace("kegiatan:\n", "kegiatan:  # urutannya penting\n")


def history(path: Path) -> tuple[Revisi, ...]:
    return pipeline.load(path).sop.riwayat


@pytest.fixture
def issued(sopgen: Callable[..., Any], write: Callable[..., Path]) -> Path:
    """A spec that was built, and then changed."""
    spec = write("specs/a.sop.yaml", COMMENTED)
    assert sopgen("build", "--format", "pdf").code == 0
    write("specs/a.sop.yaml", NEW.replace("kegiatan:\n", "kegiatan:  # urutannya penting\n"))
    return spec


def test_each_change_since_the_document_is_an_entry_and_comments_stay(sopgen: Callable[..., Any], issued: Path) -> None:
    outcome = sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2026-03-12")
    assert (outcome.code, outcome.out) == (
        0,
        "specs/a.sop.yaml: revisi 1, 4 perubahan sejak output/a.pdf dicatat; 3 belum beralasan\n",
    )
    day = date(2026, 3, 12)
    assert history(issued) == (
        Revisi("1", day, "baris Judul SOP", "Menata <Arsip>", "Menata Ulang <Arsip>"),
        Revisi("1", day, "langkah 1, kolom Waktu", "5 menit", "15 menit"),
        Revisi("1", day, "langkah 2 baru", "–", "Melapor (Staf)"),
        Revisi(
            "1",
            day,
            "langkah 3, cabang Tidak",
            "kembali ke langkah 1 (Staf)",
            "kembali ke langkah 2 (Staf)",
            "Akibat perubahan pada langkah 2 baru",
        ),
    )
    assert pipeline.load(issued).sop.tanggal.revisi == day
    assert "kegiatan:  # urutannya penting\n" in issued.read_text(encoding="utf-8")


def test_again_it_renews_and_keeps_the_reasons(sopgen: Callable[..., Any], issued: Path) -> None:
    assert sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2026-03-12", "--alasan", "Evaluasi").code == 0
    text = issued.read_text(encoding="utf-8").replace("waktu: 15 menit", "waktu: 20 menit")
    issued.write_text(text, encoding="utf-8")
    assert sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2026-03-13").code == 0
    entries = history(issued)
    assert [entry.revisi for entry in entries] == ["1"] * 4
    assert {entry.tanggal for entry in entries} == {date(2026, 3, 13)}
    assert (entries[1].menjadi, entries[1].alasan) == ("20 menit", "Evaluasi")


def test_the_next_revision_counts_on(sopgen: Callable[..., Any], issued: Path) -> None:
    assert sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2026-03-12").code == 0
    assert sopgen("build", "--format", "pdf").code == 0
    assert "tidak ada perubahan isi" in sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2026-05-01").out
    issued.write_text(issued.read_text(encoding="utf-8").replace("waktu: 15 menit", "waktu: 20 menit"), "utf-8")
    assert sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2026-05-01").code == 0
    assert [(entry.revisi, entry.menjadi) for entry in history(issued)[4:]] == [("2", "20 menit")]


def test_no_clock_is_asked_and_nothing_is_written_without_a_date(sopgen: Callable[..., Any], issued: Path) -> None:
    before = issued.read_bytes()
    assert sopgen("revise", "specs/a.sop.yaml").code == 2
    assert sopgen("revise", "specs/a.sop.yaml", "--tanggal", "kemarin").code == 2
    assert issued.read_bytes() == before
    issued.write_text(before.decode().replace("efektif", "revisi: 2026-04-01, efektif"), encoding="utf-8")
    assert sopgen("revise", "specs/a.sop.yaml").code == 0
    assert {entry.tanggal for entry in history(issued)} == {date(2026, 4, 1)}


def test_another_document_may_be_named(sopgen: Callable[..., Any], write: Callable[..., Path]) -> None:
    spec = write("specs/a.sop.yaml", NEW)
    old = write("arsip/lama.sop.yaml", OLD)
    assert sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2026-03-12").code == 2
    assert sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2026-03-12", "--terbit", "arsip/lama.sop.yaml").code == 0
    assert len(history(spec)) == 4
    assert history(old) == ()


def test_a_check_tells_what_changed_without_an_entry(sopgen: Callable[..., Any], issued: Path) -> None:
    del issued

    def found(*more: str) -> list[str]:
        told = sopgen("check", "--select", "RVS-01", "--date", "2026-03-12", *more).out
        return [line for line in told.split("\n") if ": RVS-01 " in line]

    assert len(found()) == 1
    assert "baris Judul SOP; langkah 1, kolom Waktu; langkah 2 baru dan 1 lagi" in found()[0]
    assert sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2026-03-12").code == 0
    assert found() == []
    assert sopgen("explain", "RVS-01").code == 0


def test_a_document_not_yet_in_force_is_none_that_was_issued(sopgen: Callable[..., Any], issued: Path) -> None:
    del issued
    assert ": RVS-01 " not in sopgen("check", "--select", "RVS-01", "--date", "2025-03-09").out
