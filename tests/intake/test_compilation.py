"""The `kompilasi:` key of sopgen.yaml."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sopgen.intake.compilation import Keputusan, Kompilasi
from sopgen.intake.sop import Isi, Pengesahan
from tests.intake.small_specs import FINE, caret, load, refused

WHOLE = """
kompilasi:
  judul: Kompilasi {tahun}
  tahun: 2025
  alamat:
    - Jalan Contoh 1
    - Contoh 12345
  keputusan:
    jenis: peraturan
    pejabat: Bupati Contoh
    nomor: 12 Tahun 2025
    tentang: SOP di lingkungan {instansi}
    menimbang:
      - bahwa perlu ditetapkan
    mengingat:
      - Undang-Undang Nomor 1
    diktum:
      - Menetapkan {jumlah} SOP
    tempat: Contoh
    tanggal: 2025-02-03
    pengesahan: {jabatan: Bupati Contoh, nama: Nama Pejabat}
  ruang_lingkup: Semua unit
  ringkasan:
    teks: "Isinya:"
    butir:
      - satu
  definisi:
    - SOP adalah serangkaian instruksi
"""


def test_every_key_arrives(tmp_path: Path) -> None:
    kompilasi = load(tmp_path, FINE, defaults=WHOLE).setelan.kompilasi
    assert kompilasi == Kompilasi(
        "Kompilasi {tahun}",
        "2025",
        ("Jalan Contoh 1", "Contoh 12345"),
        Keputusan(
            "peraturan",
            "Bupati Contoh",
            "12 Tahun 2025",
            "SOP di lingkungan {instansi}",
            ("bahwa perlu ditetapkan",),
            ("Undang-Undang Nomor 1",),
            (),
            ("Menetapkan {jumlah} SOP",),
            "Contoh",
            date(2025, 2, 3),
            Pengesahan(jabatan="Bupati Contoh", nama="Nama Pejabat"),
        ),
        Isi("Semua unit"),
        Isi("Isinya:", ("satu",)),
        ("SOP adalah serangkaian instruksi",),
    )


def test_nothing_given_is_nothing_said(tmp_path: Path) -> None:
    assert load(tmp_path, FINE, defaults="kompilasi:\n").setelan.kompilasi == Kompilasi()
    assert load(tmp_path, FINE).setelan.kompilasi == Kompilasi()


def test_an_unknown_placeholder_is_refused_where_it_stands(tmp_path: Path) -> None:
    (found,) = refused(tmp_path, FINE, defaults="kompilasi:\n  judul: SOP {intansi}\n")
    assert found.code == "BACA-22"
    assert "{intansi}" in found.message.id
    assert "{instansi}" in found.remedy.id
    assert caret(found) == "SOP {intansi}"


def test_the_key_belongs_to_the_defaults(tmp_path: Path) -> None:
    (found,) = refused(tmp_path, FINE + "kompilasi:\n  judul: x\n")
    assert "sopgen.yaml" in found.message.id + found.remedy.id


def test_a_comment_that_would_cut_a_text_is_an_error(tmp_path: Path) -> None:
    for line in ("  judul: SOP #1", "  keputusan: {nomor: 'x'}\n  definisi:\n    - A #1", "  alamat: Jalan #3"):
        found = refused(tmp_path, FINE, defaults=f"kompilasi:\n{line}\n")
        assert [each.code for each in found] == ["BACA-15"], line
