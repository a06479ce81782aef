"""One door for specs, whatever holds their text: a file, a pipe, a finished document, a browser's memory."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from sopgen import finished, pipeline
from sopgen.diagnostics import Refusal
from sopgen.intake import MemorySource, file_source, load_spec

SPEC = b"""\
judul: Pengarsipan Dokumen
pelaksana:
  a: Arsiparis
kegiatan:
  - pelaksana: a
    uraian: Menerima dokumen
"""
WITH_LOGO = SPEC + b"logo: lambang.png\n"


def png() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (4, 4), "green").save(data, "PNG")
    return data.getvalue()


def test_memory_and_disk_give_the_same_bytes(tmp_path):
    (tmp_path / "sopgen.yaml").write_bytes(b"unit: Bagian Umum\n")
    (tmp_path / "x.sop.yaml").write_bytes(WITH_LOGO)
    (tmp_path / "lambang.png").write_bytes(png())
    from_disk = pipeline.build_pdf(tmp_path / "x.sop.yaml")
    source = MemorySource("x.sop.yaml", WITH_LOGO, b"unit: Bagian Umum\n", (("lambang.png", png()),))
    assert pipeline.build_pdf(source) == from_disk


def test_a_buffer_is_read_instead_of_the_file_but_its_neighbours_are_the_files(tmp_path):
    (tmp_path / "sopgen.yaml").write_bytes(b"unit: Bagian Umum\n")
    (tmp_path / "lambang.png").write_bytes(png())
    path = tmp_path / "x.sop.yaml"
    path.write_bytes(b"judul: Yang lama\n")
    loaded = load_spec(file_source(path, WITH_LOGO))
    assert loaded.sop.judul == "Pengarsipan Dokumen"
    assert loaded.sop.unit == ("Bagian Umum",)
    assert loaded.sop.logo is not None
    assert loaded.sop.logo.size == (4, 4)


def test_a_fault_in_memory_has_its_file_line_and_column():
    bureau = b"unit: Bagian Umum\nwarna: biru\n"
    with pytest.raises(Refusal) as caught:
        load_spec(MemorySource("tempel.sop.yaml", SPEC.replace(b"uraian", b"urain"), bureau))
    places = {(d.span.file, d.span.line) for d in caught.value.diagnostics if d.span}
    assert {("tempel.sop.yaml", 6), ("sopgen.yaml", 2)} <= places


def test_a_logo_that_memory_does_not_hold_is_missing_at_its_line():
    with pytest.raises(Refusal) as caught:
        load_spec(MemorySource("x.sop.yaml", WITH_LOGO, logos=(("lain.png", png()),)))
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.span.line) == ("BACA-40", 7)
    assert "lambang.png" in fault.message.id


def test_logos_left_behind_are_no_fault_wherever_they_are_named():
    assert load_spec(MemorySource("x.sop.yaml", WITH_LOGO, logos=None)).sop.logo is None
    assert load_spec(MemorySource("x.sop.yaml", SPEC, b"logo: lambang.png\n", logos=None)).sop.logo is None


def test_a_damaged_logo_in_memory_is_refused():
    with pytest.raises(Refusal) as caught:
        load_spec(MemorySource("x.sop.yaml", WITH_LOGO, logos=(("lambang.png", png()[:-30]),)))
    assert [each.code for each in caught.value.diagnostics] == ["BACA-44"]


def test_no_file_is_touched_when_a_workbook_is_checked(tmp_path, monkeypatch):
    (tmp_path / "lambang.png").write_bytes(png())
    (tmp_path / "x.sop.yaml").write_bytes(WITH_LOGO)
    data = pipeline.render_document(pipeline.build_document(tmp_path / "x.sop.yaml"), "xlsx")
    monkeypatch.setattr("tempfile.mkdtemp", lambda *_a, **_k: pytest.fail("a temporary folder was made"))
    loaded, found = finished.check_workbook(data, "x.xlsx")
    assert loaded is not None
    assert loaded.sop.logo is None
    assert found == ()
