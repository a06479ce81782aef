"""Whatever bytes come in, a Loaded or a Refusal comes out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sopgen.diagnostics import Refusal
from sopgen.intake import Loaded, load_spec

SPEC = """\
nomor: SOP-1
judul: Judul
jenis: teknis
tim: ya
instansi:
  - A : b
unit: "U"
tanggal: {pembuatan: 2018-10-15, revisi: '-', efektif: }
pengesahan: {nama: N, nomor_induk: {NIP: "1"}}
dasar_hukum:
  - satu
pelaksana: {a: A, b: {nama: B, peran: atasan}}
kegiatan:
  - uraian: |
      Membaca
    pelaksana: [a, b]
    output: {teks: x, butir: ["y"]}
    lanjut: [2, {ke: 3, rute: {keluar: kiri, lewat: {2: kanan}}}]
  - {uraian: x, pelaksana: a, id: p, keputusan: {Ya: 3, Tidak: 1}}
  - {uraian: x, pelaksana: b, waktu: 1 jam}
tampilan: {ukuran_huruf: 8, label: {judul: J}}
abaikan:
  - {aturan: X, alasan: y, kegiatan: p, sampai: 2027-01-01}
"""
PIECES = [
    *":-{}[]#&*!|>'\"%@`,?\t\n\r \0\x85", ": ", "- ", " #", "\n  ", "<<: ", "---\n", "...\n", "!!map ", "&a ", "*a",
    "\u202e", "\ufeff", "\u2028", "\ud7ff", "é", "e\u0301", "😀", "selesai", "kegiatan:", "null", "1", "99", "{}", "[]",
    "? ", "\\ud800", "\\x00", "9" * 400,
]  # fmt: skip

one_file = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("fuzz")
    (found / ".git").mkdir()
    return found


def check_places(refusal: Refusal) -> None:
    assert refusal.diagnostics
    for found in refusal.diagnostics:
        assert found.span is not None
        assert found.span.line >= 1
        assert found.span.column >= 1
        if found.source_line is not None:
            assert found.span.column <= len(found.source_line) + 1


def read(folder: Path, data: bytes, name: str = "x.sop.yaml") -> None:
    (folder / name).write_bytes(data)
    if name != "x.sop.yaml":
        (folder / "x.sop.yaml").write_text(SPEC, encoding="utf-8")
    try:
        loaded = load_spec(folder / "x.sop.yaml")
    except Refusal as refusal:
        check_places(refusal)
    else:
        assert isinstance(loaded, Loaded)
        for path in ((), ("kegiatan", 0, "uraian", "teks"), ("tidak", "ada")):
            assert loaded.source_line(loaded.span(path)) is not None
    finally:
        (folder / name).unlink()


@one_file
@given(data=st.binary(max_size=200))
@example(data=b"\xff\xfe")
@example(data=b"\xef\xbb\xbf")
@example(data=b"\r")
@example(data=b"? ")
@example(data=b"- - - - - - - - - - - - - - - - - -")
@example(data=b"kegiatan: [*a]\npelaksana: !x {}\njudul: &a")
def test_any_bytes(folder: Path, data: bytes) -> None:
    read(folder, data)


@one_file
@given(pieces=st.lists(st.sampled_from([*"abc :\n", "judul: ", "kegiatan: ", "pelaksana: ", *PIECES]), max_size=40))
def test_any_yaml_like_text(folder: Path, pieces: list[str]) -> None:
    read(folder, "".join(pieces).encode())


edits = st.lists(
    st.tuples(st.integers(0, len(SPEC)), st.integers(0, 30), st.sampled_from(["", *PIECES])), min_size=1, max_size=4
)


def mutate(changes: list[tuple[int, int, str]]) -> bytes:
    text = SPEC
    for at, length, piece in changes:
        text = text[:at] + piece + text[at + length :]
    return text.encode("utf-8", "surrogatepass")


@settings(one_file, max_examples=500)
@given(changes=edits)
@example(changes=[(SPEC.index("lewat"), 0, "!")])
@example(changes=[(SPEC.index("lewat"), 0, "&x {y: z}: 1, *a : ")])
def test_a_spec_with_small_damage(folder: Path, changes: list[tuple[int, int, str]]) -> None:
    read(folder, mutate(changes))


@one_file
@given(changes=edits)
def test_defaults_with_small_damage(folder: Path, changes: list[tuple[int, int, str]]) -> None:
    read(folder, mutate(changes), "sopgen.yaml")


def test_the_spec_itself_is_fine(folder: Path) -> None:
    (folder / "x.sop.yaml").write_text(SPEC, encoding="utf-8")
    assert len(load_spec(folder / "x.sop.yaml").sop.kegiatan) == 3
