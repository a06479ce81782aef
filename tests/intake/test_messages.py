"""Slips that staff made on trial, each as a kind: the place that is named, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.diagnostics import Diagnostic, Refusal
from sopgen.intake import MemorySource, load_spec

ROOT = Path(__file__).parents[2]
HEAD = "judul: J\n"
LANES = "pelaksana:\n  kabag: Kepala Bagian\n  analis: Analis\n"
STEPS = "kegiatan:\n  - uraian: Menyusun\n    pelaksana: analis\n  - uraian: Memeriksa\n    pelaksana: kabag\n"
REST = LANES + STEPS


def box(*lines: str) -> str:
    return "".join(f"  {line}\n" for line in lines)


def decision(branches: str) -> str:
    return f"{HEAD}{LANES}{STEPS}    keputusan: {branches}\n  - uraian: Arsip\n    pelaksana: kabag\n"


CASES = {
    "a long dash": (HEAD + "peralatan:\n" + box("- Komputer", "– Agenda", "- Cap") + REST, 4, "Ganti “–” dengan `- `."),
    "two bullets": (HEAD + "peralatan:\n" + box("- Komputer", "• Agenda", "• Cap", "- X") + REST, 4, "Ganti “•”"),
    "no space": (HEAD + "peralatan:\n" + box("- Komputer", "-Agenda", "- Cap") + REST, 4, "Beri spasi setelah"),
    "a number last": (HEAD + "peralatan:\n" + box("- Komputer", "2. Agenda") + REST, 4, "Ganti “2.” dengan"),
    "numbers": (HEAD + "peralatan:\n" + box("1. Komputer", "2. Agenda") + REST, 4, "Ganti “1.” dan “2.” di awal butir"),
    "no key": (
        HEAD + "pelaksana:\n  Kepala Bagian\n  analis: Analis\n" + STEPS, 3, "`kepala_bagian: Kepala Bagian`",
    ),
    "two without a key": (
        HEAD + "pelaksana:\n  Kepala Bagian\n  Kasubbag\n  analis: Analis\n" + STEPS, 3, "`kepala_bagian: Kepala",
    ),
    "no key elsewhere": (HEAD + "pengesahan:\n  Budi\n  jabatan: Kabag\n" + REST, 3, "`kunci: Budi`"),
    "a blank too few": (
        HEAD + LANES + "kegiatan:\n  - uraian: A\n    kelengkapan: B\n   waktu: 1 jam\n", 8,
        "Beri 4 spasi di depan `waktu`, lurus dengan `kelengkapan` di baris 7.",
    ),
    "an empty label": (decision("{Sudah sesuai: 3, : 1}"), 10, "misalnya `Tidak: 1`"),
    "a first label empty": (decision("{: selesai, Tidak: 1}"), 10, "misalnya `Tidak: selesai`"),
    "never revised": (HEAD + "tanggal: {revisi: belum ada}\n" + REST, 2, "tulis '-' bila belum pernah direvisi"),
    "no date yet": (HEAD + "tanggal: {efektif: menyusul}\n" + REST, 2, "Kosongkan, atau tulis '-'."),
    "a month in words": (HEAD + "tanggal: {efektif: 3 Maret 2025}\n" + REST, 2, "2025-03-03"),
    "prose": ("Ini SOP tentang laporan.\nLangkahnya begini.\n", 1, "`sopgen new NAMA`"),
    "one date": (HEAD + "tanggal: 20 Januari 2025\n" + REST, 2, "`pembuatan: 2025-01-20`"),
    "one name": (HEAD + "pengesahan: Budi Contoh\n" + REST, 2, "`nama: Budi Contoh`"),
    "a bare NIP": (
        HEAD + "pengesahan: {nomor_induk: 196001011985031001}\n" + REST, 2, '{NIP: "196001011985031001"}`',
    ),
    "a bare NRP": (HEAD + "pengesahan: {nomor_induk: 512345}\n" + REST, 2, '{NRP: "512345"}'),
    "the form's title": ("Nama SOP: J\n" + REST, 1, "Pakai kunci `judul`."),
    "the form's box": (HEAD + "Peralatan/Perlengkapan:\n  - X\n" + REST, 2, "Pakai kunci `peralatan`."),
    "the form's date": (HEAD + "Tanggal Efektif: 2025-01-20\n" + REST, 2, "`efektif` di bawah `tanggal`"),
    "another column's name": (HEAD + REST + "    input: X\n", 10, "Pakai kunci `kelengkapan`."),
    "another time's name": (HEAD + REST + "    durasi: X\n", 10, "Pakai kunci `waktu`."),
    "executors joined by dan": (HEAD + LANES + STEPS.replace("analis", "kabag dan analis"), 7, "`[kabag, analis]`"),
    "names joined by a sign": (
        HEAD + LANES + STEPS.replace("analis", "Kepala Bagian & Analis"), 7, "`[kabag, analis]`",
    ),
    "itself by number": (decision("{Ya: 3, Tidak: 2}"), 10, "Baru menyisipkan kegiatan?"),
    "no way out by number": (
        HEAD + LANES + STEPS + "    lanjut: 1\n  - uraian: C\n    pelaksana: kabag\n", 6, "Baru menyisipkan kegiatan?",
    ),
}  # fmt: skip


def told(data: bytes) -> Diagnostic:
    with pytest.raises(Refusal) as raised:
        load_spec(MemorySource("a.sop.yaml", data))
    return raised.value.diagnostics[0]


@pytest.mark.parametrize("case", CASES)
def test_what_to_do_is_said_where_the_slip_is(case: str) -> None:
    text, line, remedy = CASES[case]
    found = told(text.encode())
    assert found.span is not None
    assert (found.span.line, remedy in found.remedy.id) == (line, True), found.remedy.id


def test_no_guess_is_made_where_nothing_is_near() -> None:
    assert "Mungkin" not in told((HEAD + REST + "    lampiran: X\n").encode()).remedy.id


def test_an_id_that_names_itself_has_not_shifted() -> None:
    text = decision("{Ya: 3, Tidak: cek}").replace("uraian: Memeriksa", "id: cek\n    uraian: Memeriksa")
    assert "Baru menyisipkan" not in told(text.encode()).remedy.id


@pytest.mark.parametrize("name", ["konsinyering.pdf", "konsinyering.xlsx"])
def test_a_document_of_sopgens_says_that_it_carries_its_spec(name: str) -> None:
    assert "sopgen extract" in told((ROOT / "output" / name).read_bytes()).remedy.id


def test_a_missing_logo_is_told_with_its_whole_path(tmp_path: Path) -> None:
    spec = tmp_path / "specs" / "a.sop.yaml"
    spec.parent.mkdir()
    (tmp_path / "sopgen.yaml").write_text("unit: U\n")
    spec.write_text(HEAD + "logo: logo.png\n" + REST)
    with pytest.raises(Refusal) as raised:
        load_spec(spec)
    assert f"`{(tmp_path / 'specs/logo.png').as_posix()}`" in raised.value.diagnostics[0].remedy.id


def test_a_sopgen_yaml_of_prose_says_so(tmp_path: Path) -> None:
    (tmp_path / "sopgen.yaml").write_text("Biro Organisasi\n")
    (tmp_path / "a.sop.yaml").write_text(HEAD + REST)
    with pytest.raises(Refusal) as raised:
        load_spec(tmp_path / "a.sop.yaml")
    assert raised.value.diagnostics[0].message.id == "Ini belum berkas sopgen.yaml."
