"""`sopgen check --fix` leaves as it was what it does not mend: forms of texts, what a baseline knows; a preview all."""

from __future__ import annotations

import json

import pytest

SPEC = """\
nomor: 1/2026
judul: SOP Pembuatan Surat
dasar_hukum:
  - UU No. 43 Tahun 2009 ttg Kearsipan
  - UU No. 43 Tahun 2009 ttg Kearsipan
pelaksana: {analis: Analis, arsiparis: Arsiparis}
kegiatan:
  - uraian: >-
      Mengupload surat ke
      aplikasi yang lama
    pelaksana: analis
  - {uraian: 2. Mendokumentasikan surat, pelaksana: arsiparis}
"""


@pytest.fixture
def spec(project):
    path = project / "a.sop.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


def test_a_folded_text_keeps_its_form_and_its_lines(spec, sopgen):
    sopgen("check", spec.name, "--fix")
    assert "  - uraian: >-\n      Mengunggah surat ke\n      aplikasi yang lama\n" in spec.read_text(encoding="utf-8")


def test_a_preview_shows_the_changes_and_writes_nothing(spec, sopgen):
    shown = sopgen("check", spec.name, "--fix", "--dry-run")
    assert spec.read_text(encoding="utf-8") == SPEC
    assert "-judul: SOP Pembuatan Surat\n+judul: Pembuatan Surat\n" in shown.err
    assert "perbaikan dapat ditulis; berkasnya belum diubah" in shown.err
    assert "JDL-06" in shown.out, "it is checked as it stands"
    told = sopgen("check", spec.name, "--fix")
    diff = [line for line in told.err.splitlines() if line[:1] in "-+"]
    assert diff == [line for line in shown.err.splitlines() if line[:1] in "-+"]


def test_a_preview_without_mends_is_told_as_idle(spec, sopgen):
    assert "--dry-run hanya berarti bersama --fix" in sopgen("check", spec.name, "--dry-run").err


def test_what_the_baseline_knew_stays_known_after_a_mend(spec, sopgen, project):
    """A mend of one finding changed the words by which the others of its place are known."""
    mended_rules = ("JDL-06", "KEG-01", "EJA-01", "HDR-07")
    before = sopgen("check", spec.name, "--baseline", "b.json", "--update-baseline")
    assert before.code == 0
    known = json.loads((project / "b.json").read_text(encoding="utf-8"))
    kept = [each for each in known["findings"] if each["rule"] not in mended_rules]
    assert {"HDR-06", "KEG-03"} & {each["rule"] for each in kept}
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in kept)
    (project / "b.json").write_text(f'{{"sopgen-baseline": 1, "findings": [\n{lines}\n]}}\n', encoding="utf-8")
    outcome = sopgen("check", spec.name, "--baseline", "b.json", "--fix", "--format", "json")
    assert "Mengunggah" in spec.read_text(encoding="utf-8")
    told = json.loads(outcome.out)
    assert [each["rule"] for each in told["findings"] if not each["rule"].startswith("ABAI")] == []
