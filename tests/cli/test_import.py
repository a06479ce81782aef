"""`sopgen import`: old workbooks become specs, nothing is overwritten, what cannot be read is said."""

from __future__ import annotations

import pytest

from sopgen import pipeline

SPEC = """\
judul: Penyusunan Laporan
nomor: 001/SOP/2020
pelaksana: {staf: Staf, kabag: Kepala Bagian}
kegiatan:
  - {uraian: Menyusun konsep, pelaksana: staf}
  - id: periksa
    uraian: Memeriksa konsep
    pelaksana: kabag
    keputusan: {Ya: 3, Tidak: 1}
  - {uraian: Mengarsipkan, pelaksana: staf}
"""


@pytest.fixture
def old(tmp_path):
    spec = tmp_path / "a.sop.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    book = tmp_path / "lama.xlsx"
    book.write_bytes(pipeline.render_document(pipeline.build_document(spec), "xlsx"))
    return book


def test_a_spec_is_written_that_can_be_built(sopgen, old, tmp_path):
    outcome = sopgen("import", str(old), "-o", str(tmp_path / "baru"))
    assert outcome.code == 0
    spec = tmp_path / "baru" / "lama.sop.yaml"
    assert "(3 kegiatan)" in outcome.out
    sop = pipeline.load(spec).sop
    assert [[(way.ke, way.label) for way in step.arah] for step in sop.kegiatan] == [
        [(2, "")],
        [(1, "Tidak"), (3, "Ya")],
        [(None, "")],
    ]
    assert sop.nomor == "001/SOP/2020"
    pipeline.build_document(spec)


def test_nothing_is_overwritten(sopgen, old, tmp_path):
    there = tmp_path / "baru" / "lama.sop.yaml"
    there.parent.mkdir()
    there.write_text("milik saya", encoding="utf-8")
    outcome = sopgen("import", str(old), "-o", str(tmp_path / "baru"))
    assert outcome.code == 1
    assert "sudah ada" in outcome.err
    assert there.read_text(encoding="utf-8") == "milik saya"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"bukan apa-apa", "bukan"),
        (b"PK\x03\x04", "bukan"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "kata sandi"),
    ],
)
def test_what_cannot_be_read_is_said(sopgen, tmp_path, data, said):
    file = tmp_path / "x.xlsx"
    file.write_bytes(data)
    outcome = sopgen("import", str(file), "-o", str(tmp_path / "baru"))
    assert outcome.code == 1
    assert said in outcome.err
    assert not (tmp_path / "baru").exists()


def test_a_file_that_is_not_there(sopgen, tmp_path):
    assert sopgen("import", str(tmp_path / "tidak-ada.xlsx")).code == 2
