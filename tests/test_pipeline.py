from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from sopgen import layout, pipeline
from sopgen.diagnostics import Diagnostic, Message, Refusal, Severity, Span

SPEC = """\
judul: Layanan Uji
pelaksana: {staf: Staf, kepala: Kepala}
kegiatan:
  - uraian: Menyusun konsep
    pelaksana: staf
  - uraian: Memeriksa konsep
    pelaksana: kepala
  - uraian: Mengirim surat
    pelaksana: staf
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "uji.sop.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


def test_from_file_to_pdf(spec):
    assert pipeline.build_pdf(spec).startswith(b"%PDF-")
    assert pipeline.build_pdf(str(spec)) == pipeline.build_pdf(spec)


def test_a_draft_is_another_document(spec):
    assert pipeline.build_document(spec, draft=True).draft
    assert not pipeline.build_document(spec).draft
    assert pipeline.build_pdf(spec, draft=True) != pipeline.build_pdf(spec)


def test_a_spec_that_cannot_be_read(spec):
    spec.write_text(SPEC.replace("judul", "judl"), encoding="utf-8")
    with pytest.raises(Refusal) as caught:
        pipeline.build_pdf(spec)
    assert {(d.span.line, d.span.column) for d in caught.value.diagnostics if d.span} >= {(1, 1)}


def test_refusals_of_layout_are_located_in_the_spec(monkeypatch):
    placeless = Diagnostic("GAMBAR-01", Severity.WAJIB, Message("a", "b"), Message("c", "d"), path=("kegiatan", 0))
    placed = placeless._replace(span=Span("lain.yaml", 9, 9))
    located = placeless._replace(span=Span("uji.sop.yaml", 4, 5))

    def refuses(_sop: object, *, draft: bool) -> None:
        raise Refusal((placeless, placed))

    monkeypatch.setattr(layout, "lay_out", refuses)
    loaded = SimpleNamespace(sop=None, locate=lambda _diagnostic: located)
    with pytest.raises(Refusal) as caught:
        pipeline.lay_out(loaded)
    assert caught.value.diagnostics == (located, placed)


def test_where_layout_refuses_a_real_spec(spec):
    spec.write_text(SPEC.replace("Memeriksa konsep", "kata " * 4_000), encoding="utf-8")
    with pytest.raises(Refusal) as caught:
        pipeline.build_document(spec)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.span is not None
    assert diagnostic.span.line == 6
    assert diagnostic.source_line
