from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sopgen import pipeline
from sopgen.intake.sop import Revisi
from tests.cli.test_diff import NEW, OLD
from tests.intake.form.form_samples import changed, form_of

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
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "specs/a.sop.yaml: revisi 1, 4 perubahan sejak output/a.pdf dicatat; 3 belum beralasan",
        "  Tanggal Efektif masih 10 Maret 2025, sebelum revisi ini; perbarui, atau ulangi dengan --efektif",
    ]
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


def test_an_effective_date_before_the_revision_is_told(sopgen: Callable[..., Any], issued: Path) -> None:
    told = sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2030-03-12").out
    assert (
        "\n  Tanggal Efektif masih 10 Maret 2025, sebelum revisi ini; perbarui, atau ulangi dengan --efektif\n" in told
    )
    issued.write_text(issued.read_text("utf-8").replace("efektif: 2025-03-10", "efektif: 2030-04-01"), "utf-8")
    assert "Tanggal Efektif" not in sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2030-03-12").out


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


def test_a_date_in_the_place_of_a_dash_needs_no_quotes(sopgen: Callable[..., Any], issued: Path) -> None:
    issued.write_text(issued.read_text("utf-8").replace("{efektif", "{revisi: '-', efektif"), "utf-8")
    assert sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2026-05-01").code == 0
    assert "tanggal: {revisi: 2026-05-01, efektif: 2025-03-10}" in issued.read_text("utf-8")


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


def unrecorded(sopgen: Callable[..., Any], day: str = "2026-03-12") -> list[str]:
    told = sopgen("check", "--select", "RVS-01", "--date", day).out
    return [line for line in told.split("\n") if ": RVS-01 " in line]


def test_what_was_issued_is_kept_until_a_document_records_the_change(sopgen: Callable[..., Any], issued: Path) -> None:
    before = Path("output/a.pdf").read_bytes()
    for minutes in (15, 25):  # built again, and again: what was issued stays what it was
        text = issued.read_text(encoding="utf-8").replace("waktu: 15 menit", f"waktu: {minutes} menit")
        issued.write_text(text, encoding="utf-8")
        assert sopgen("build", "--format", "pdf").code == 0
        assert Path("output/.terbit/a.pdf").read_bytes() == before
        (told,) = unrecorded(sopgen)
        assert "Isi berubah sejak output/.terbit/a.pdf" in told
    assert sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2026-03-12").out.startswith(
        "specs/a.sop.yaml: revisi 1, 4 perubahan sejak output/.terbit/a.pdf dicatat"
    )
    assert history(issued)[1].menjadi == "25 menit"
    assert unrecorded(sopgen) == []
    assert sopgen("build", "--format", "pdf").code == 0
    assert not Path("output/.terbit/a.pdf").exists()
    assert sopgen("build", "--check", "--format", "pdf").code == 0
    assert unrecorded(sopgen) == []


def test_what_says_again_what_was_issued_owes_no_entry(sopgen: Callable[..., Any], issued: Path) -> None:
    assert sopgen("build", "--format", "pdf").code == 0
    issued.write_text(COMMENTED, encoding="utf-8")
    assert unrecorded(sopgen) == []
    assert sopgen("build", "--format", "pdf").code == 0
    assert not Path("output/.terbit/a.pdf").exists()


def test_a_draft_is_not_issued_and_does_not_record(sopgen: Callable[..., Any], issued: Path) -> None:
    assert sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2026-03-12").code == 0
    assert sopgen("build", "--format", "pdf", "--konsep").code == 0
    assert Path("output/.terbit/a.pdf").exists()
    issued.write_text(issued.read_text("utf-8").replace("waktu: 15 menit", "waktu: 20 menit"), encoding="utf-8")
    assert "sejak output/.terbit/a.pdf" in sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2026-03-13").out
    assert history(issued)[1].menjadi == "20 menit"


def test_what_was_never_in_force_is_not_kept(sopgen: Callable[..., Any], write: Callable[..., Path]) -> None:
    for name, text in (("b", OLD + "status: konsep\n"), ("c", OLD)):
        write(f"specs/{name}.sop.yaml", text)
    assert sopgen("build", "--format", "pdf", "specs/b.sop.yaml").code == 0
    assert sopgen("build", "--format", "pdf", "--konsep", "specs/c.sop.yaml").code == 0
    write("specs/b.sop.yaml", NEW + "status: konsep\n")
    write("specs/c.sop.yaml", NEW)
    assert unrecorded(sopgen) == []
    assert sopgen("build", "--format", "pdf").code == 0
    assert not Path("output/.terbit").exists()


def test_what_a_hand_signed_since_is_what_was_issued(sopgen: Callable[..., Any], issued: Path) -> None:
    assert sopgen("build", "--format", "pdf").code == 0
    document = Path("output/a.pdf")
    document.write_bytes(document.read_bytes() + b"% signed\n")
    issued.write_text(issued.read_text("utf-8").replace("waktu: 15 menit", "waktu: 20 menit"), encoding="utf-8")
    (told,) = unrecorded(sopgen)
    assert "Isi berubah sejak output/a.pdf tanpa entri riwayat: langkah 1, kolom Waktu." in told


def test_the_new_effective_date_goes_with_the_revision(sopgen: Callable[..., Any], issued: Path) -> None:
    assert sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2026-03-12", "--efektif", "besok").code == 2
    told = sopgen("revise", "specs/a.sop.yaml", "--tanggal", "12-3-2026", "--efektif", "1 April 2026")
    assert (told.code, "Tanggal Efektif" in told.out) == (0, False)
    dates = pipeline.load(issued).sop.tanggal
    assert (dates.revisi, dates.efektif) == (date(2026, 3, 12), date(2026, 4, 1))


@pytest.fixture
def issued_form(sopgen: Callable[..., Any], write: Callable[..., Path]) -> Path:
    """A form that was built, and then changed."""
    form = write("specs/a.form.xlsx")
    form.write_bytes(form_of(OLD))
    assert sopgen("build", "--format", "pdf").code == 0
    form.write_bytes(form_of(NEW))
    return form


def test_a_form_gets_its_history_in_its_own_sheet(sopgen: Callable[..., Any], issued_form: Path) -> None:
    outcome = sopgen("revise", "specs/a.form.xlsx", "--tanggal", "12/3/2026", "--efektif", "1/4/2026")
    assert outcome.out == "specs/a.form.xlsx: revisi 1, 4 perubahan sejak output/a.pdf dicatat; 3 belum beralasan\n"
    sop = pipeline.load(issued_form).sop
    assert [entry.bagian for entry in sop.riwayat] == [
        *("baris Judul SOP", "langkah 1, kolom Waktu", "langkah 2 baru", "langkah 3, cabang Tidak")
    ]
    assert (sop.tanggal.revisi, sop.tanggal.efektif) == (date(2026, 3, 12), date(2026, 4, 1))
    again = issued_form.read_bytes()
    assert sopgen("revise", "specs/a.form.xlsx", "--tanggal", "12/3/2026", "--alasan", "Evaluasi").code == 0
    assert {entry.alasan for entry in history(issued_form)} == {"Evaluasi", "Akibat perubahan pada langkah 2 baru"}
    assert issued_form.read_bytes() != again


def test_a_form_that_cannot_be_kept_whole_stays_as_it_is(sopgen: Callable[..., Any], issued_form: Path) -> None:
    def without_history(book: Any) -> None:
        del book["Riwayat"]

    issued_form.write_bytes(changed(without_history, issued_form.read_bytes()))
    before = issued_form.read_bytes()
    outcome = sopgen("revise", "specs/a.form.xlsx", "--tanggal", "2026-03-12")
    assert (outcome.code, issued_form.read_bytes()) == (1, before)
    assert "salin lembar itu dari formulir kosong" in outcome.err


def test_an_old_copy_over_a_newer_spec_is_refused(sopgen: Callable[..., Any], issued: Path) -> None:
    old = issued.read_text("utf-8")
    assert sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2026-03-12").code == 0
    assert sopgen("build", "--format", "pdf").code == 0
    issued.write_text(old.replace("waktu: 15 menit", "waktu: 20 menit"), "utf-8")
    outcome = sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2026-05-01")
    assert outcome.code == 2
    assert "revisi 1 tercatat di dokumen yang terbit, tetapi tidak di sini" in outcome.err


def test_a_day_before_the_last_revision_is_refused(sopgen: Callable[..., Any], issued: Path) -> None:
    assert sopgen("revise", "specs/a.sop.yaml", "--tanggal", "2026-03-12").code == 0
    assert sopgen("build", "--format", "pdf").code == 0
    issued.write_text(issued.read_text(encoding="utf-8").replace("waktu: 15 menit", "waktu: 20 menit"), "utf-8")
    before = issued.read_bytes()
    outcome = sopgen("revise", "specs/a.sop.yaml", "--tanggal", "1999-01-01")
    assert outcome.code == 2
    assert "mendahului 12-03-2026" in outcome.err
    assert issued.read_bytes() == before


NUMBERED = ("nomor: SOP/7/2025\n" + OLD, "nomor: SOP/7/2025\n" + NEW)


@pytest.fixture
def renamed(sopgen: Callable[..., Any], write: Callable[..., Path]) -> Path:
    """A spec that was built under another name, and then changed; beside it others, with and without a number."""
    write("specs/lama.sop.yaml", NUMBERED[0])
    write("specs/lain.sop.yaml", NUMBERED[0].replace("SOP/7", "SOP/8"))
    write("specs/tanpa.sop.yaml", OLD)
    assert sopgen("build").code == 0
    for name in ("lama", "lain", "tanpa"):
        Path(f"specs/{name}.sop.yaml").unlink()
    return write("specs/baru.sop.yaml", NUMBERED[1])


def test_a_renamed_spec_finds_what_it_issued_by_its_number(sopgen: Callable[..., Any], renamed: Path) -> None:
    (told,) = unrecorded(sopgen)
    assert "Isi berubah sejak output/lama.pdf tanpa entri riwayat" in told
    done = sopgen("revise", "specs/baru.sop.yaml", "--tanggal", "2026-03-12")
    assert done.out.startswith("specs/baru.sop.yaml: revisi 1, 4 perubahan sejak output/lama.pdf dicatat")
    assert len(history(renamed)) == 4
    assert unrecorded(sopgen) == []


@pytest.mark.usefixtures("renamed")
def test_a_build_keeps_under_its_new_name_what_a_renamed_spec_issued(sopgen: Callable[..., Any]) -> None:
    issued = Path("output/lama.pdf").read_bytes()
    for _ in range(2):
        assert sopgen("build").code == 0
        assert Path("output/.terbit/baru.pdf").read_bytes() == issued
    (told,) = unrecorded(sopgen)
    assert "Isi berubah sejak output/.terbit/baru.pdf" in told
    for place in Path("output").glob("l*"):
        place.unlink()  # as `build --check` advises
    assert sopgen("revise", "specs/baru.sop.yaml", "--tanggal", "2026-03-12").code == 0
    assert sopgen("build").code == 0
    assert not Path("output/.terbit/baru.pdf").exists()


def test_what_was_kept_of_a_renamed_spec_goes_with_it(sopgen: Callable[..., Any], write: Callable[..., Path]) -> None:
    write("specs/a.sop.yaml", NUMBERED[0])
    assert sopgen("build").code == 0
    issued = Path("output/a.pdf").read_bytes()
    write("specs/a.sop.yaml", NUMBERED[1])
    assert sopgen("build").code == 0  # nobody recorded it
    Path("specs/a.sop.yaml").rename("specs/b.sop.yaml")
    assert "sejak output/.terbit/a.pdf" in unrecorded(sopgen)[0]
    assert sopgen("build").code == 0
    assert Path("output/.terbit/b.pdf").read_bytes() == issued


def test_a_number_finds_nothing_of_a_spec_that_is_there(sopgen: Callable[..., Any], write: Callable[..., Path]) -> None:
    write("specs/a.sop.yaml", NUMBERED[0])
    assert sopgen("build").code == 0
    write("specs/b.sop.yaml", NUMBERED[1])
    assert sopgen("build", "specs/b.sop.yaml").code == 0
    assert not Path("output/.terbit").exists()
    write("specs/c.sop.yaml", NEW)
    assert sopgen("revise", "specs/c.sop.yaml", "--tanggal", "2026-03-12").code == 2
