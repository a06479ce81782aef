from __future__ import annotations

from tests.intake.form.form_samples import SPEC, form_of

ROUGH = SPEC.replace("judul: Pembuatan Laporan\n", "") + 'judul: "Pembuatan Laporan"\n'


def test_a_spec_is_rewritten_and_then_left_alone(sopgen, project):
    path = project / "a.sop.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + ROUGH.encode())
    assert sopgen("fmt", "--check", "a.sop.yaml").code == 1
    assert path.read_bytes() == b"\xef\xbb\xbf" + ROUGH.encode()
    assert sopgen("fmt", "a.sop.yaml").code == 0
    assert path.read_bytes() == b"\xef\xbb\xbf" + SPEC.encode()
    assert sopgen("fmt", "--check", "a.sop.yaml").code == 0
    assert sopgen("fmt", "--ids", "a.sop.yaml").code == 0
    assert "Ya: mengarsipkan, Tidak: mengonsep" in path.read_text(encoding="utf-8-sig")


def test_what_cannot_be_read_is_told_and_stays(sopgen, project):
    path = project / "specs/a.sop.yaml"
    path.parent.mkdir()
    path.write_text("judul: a: b\n", encoding="utf-8")
    (project / "specs/b.form.xlsx").write_bytes(form_of())
    outcome = sopgen("fmt")
    assert outcome.code == 1
    assert "specs/a.sop.yaml:1:9" in outcome.err
    assert path.read_text(encoding="utf-8") == "judul: a: b\n"


def test_a_form_that_is_named_is_told_that_it_has_no_layout(sopgen, project):
    (project / "a.form.xlsx").write_bytes(form_of())
    outcome = sopgen("fmt", "--ids", "a.form.xlsx")
    assert outcome.code == 2
    assert "formulir tidak dirapikan" in outcome.err
