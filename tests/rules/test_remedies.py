"""What who holds a paper is told to do, and what of it there is to see."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sopgen import pipeline
from sopgen.diagnostics import Message
from sopgen.intake import MemorySource
from sopgen.rules import remedies
from sopgen.rules.remedies import on_paper

SPEC = """\
judul: Penyusunan Undangan
tanggal: {pembuatan: 2020-01-02}
dasar_hukum:
  - Peraturan Menteri PANRB Nomor 1 Tahun 2023 tentang Jabatan Fungsional
  - Peraturan Menteri PANRB Tahun 2023 tentang Jabatan Fungsional
pelaksana: {analis: Analis}
peringatan: Paling lambat 2 hari kerja
kegiatan:
  - {uraian: Menyusun undangan, pelaksana: analis, waktu: 1 - 3 hari kerja}
"""


@pytest.mark.parametrize(
    ("of_a_spec", "seen"),
    [
        ("Samakan lewat `tampilan` di sopgen.yaml.", "Samakan."),
        ("Isi `output`.", "Isi kolom Output."),
        ("Periksa, atau terima lewat `abaikan`.", "Periksa, atau biarkan."),
        ("Satu langkah tanpa keterangan `bersama`.", "Satu langkah tanpa disebut bahwa dikerjakan bersama."),
        ("Isi `revisi` di bawah `tanggal`, misalnya 2026-03-02.", "Isi Tanggal Revisi, misalnya 2 Maret 2026."),
        ("Tulis menurut pola di sopgen.yaml.", "Tulis menurut pola nomor instansi."),
        ("Isi `unit`, di sini atau di sopgen.yaml.", "Isi nama unit."),
        ("Tulis “Analis” paling atas di `pelaksana`.", "Pindahkan kolom “Analis” ke paling kiri."),
        ("Isi `pelayanan.biaya`, `pelayanan.lama`.", "Lengkapi, misalnya pada standar pelayanannya."),
        ("Perbaiki tulisannya, atau hapus label itu.", "Perbaiki tulisannya."),
        ("Pelaksana “Staf” mempunyai dua kolom: a dan b.", "Pelaksana “Staf” mempunyai dua kolom."),
        ("Tanggal Efektif (2026-03-02).", "Tanggal Efektif (2026-03-02)."),
        ("Hapus `kepala_berulang: false`.", "Ulangi kepala tabel di setiap halaman alur."),
    ],
)
def test_no_key_is_left_on_paper(of_a_spec: str, seen: str) -> None:
    assert on_paper(Message(of_a_spec, "")).id == seen


def messages(folder: Path) -> Iterator[tuple[str, Message]]:
    """Every message that stands in the rules as it is; what is put together is tried by its parts."""
    for path in sorted(folder.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name("Message"), args=[one, other]):
                    if (said := _words(one)) and (told := _words(other)):
                        yield path.name, Message(said, told)


def _words(node: ast.expr) -> str:
    """Of a text with values in it, the text with a name for each; nothing of what stands elsewhere."""
    match node:
        case ast.Constant(str(text)):
            return text
        case ast.JoinedStr(values):
            return "".join(_words(value) if isinstance(value, ast.Constant) else "waktu" for value in values)
    return ""


def test_no_rule_sends_who_holds_a_paper_to_a_spec() -> None:
    rules = Path(remedies.__file__).parent
    beyond = {"settings.py", "missing_keys.py", "registry.py"}  # of sopgen.yaml, of specs, of how rules are found
    found = [
        (name, said)
        for name, message in (*messages(rules), *messages(rules / "catalogue"), *messages(rules / "drawing"))
        if name not in beyond
        for said in on_paper(message)
        if re.search(
            r"`|sopgen\.yaml|sopgen (?:build|revise|rules|import|check)|tulis entri|ubah spesifikasinya\.", said
        )
    ]
    assert found == []


def told(code: str, spec: str = SPEC) -> list[str]:
    loaded = pipeline.load(MemorySource("a.sop.yaml", spec.encode()))
    return [each.message.id for each in pipeline.check(loaded, today=date(2026, 1, 1)) if each.code == code]


def test_a_younger_basis_is_not_called_incomplete() -> None:
    assert told("HDR-06") == [
        "Dasar hukum bertahun 2023, sesudah tanggal terakhir SOP ini (2020).",
        "Dasar hukum tidak lengkap: nomor tidak ada, 2023 sesudah SOP ini (2020).",
    ]


def test_a_range_that_only_ends_above_the_limit_may_exceed_it() -> None:
    assert told("MB-04") == ["Waktu jalur utama 1 hari kerja – 3 hari kerja, dapat melebihi batas 2 hari kerja."]
    assert "hari kerja, melebihi batas" in told("MB-04", SPEC.replace("1 - 3", "3 - 4"))[0]
