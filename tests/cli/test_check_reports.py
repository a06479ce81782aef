"""Several reports of one check, weights by option, refusals in every report."""

from __future__ import annotations

import json

UNDRAWABLE = """\
judul: Pembuatan Surat
pelaksana: {staf: Staf, kabag: Kabag}
kegiatan:
  - {uraian: "Membuat surat \U0001f600", pelaksana: staf}
  - {uraian: Memeriksa surat, pelaksana: kabag}
"""
FORMS = ("text", "json", "sarif", "junit", "github", "html")


def test_several_reports_in_one_run_tell_of_the_same_findings(project, sopgen):
    (project / "a.sop.yaml").write_text(UNDRAWABLE, encoding="utf-8")
    outcome = sopgen("check", "a.sop.yaml", *(arg for form in FORMS for arg in ("--format", f"{form}=l.{form}")))
    assert (outcome.code, outcome.out) == (1, "")
    told = {form: (project / f"l.{form}").read_text(encoding="utf-8") for form in FORMS}
    assert all("GAMBAR-01" in text for text in told.values())
    findings = json.loads(told["json"])["findings"]
    assert len(json.loads(told["sarif"])["runs"][0]["results"]) == len(findings)
    assert told["junit"].count("<testcase") == len(findings)
    wajib = sum(each["severity"] == "wajib" for each in findings)
    assert f"1 berkas diperiksa: {wajib} wajib, {len(findings) - wajib} anjuran" in told["text"]


def test_two_reports_to_the_screen_are_refused(project, sopgen):
    (project / "a.sop.yaml").write_text(UNDRAWABLE, encoding="utf-8")
    assert sopgen("check", "a.sop.yaml", "--format", "json", "--format", "sarif").code == 2
    assert sopgen("check", "a.sop.yaml", "--format", "pdf").code == 2
    assert sopgen("check", "a.sop.yaml", "--format", "json=").code == 2


def test_a_sheet_that_was_filled_in_is_left_alone(project, sopgen):
    (project / "a.sop.yaml").write_text(UNDRAWABLE, encoding="utf-8")
    wish = ("check", "a.sop.yaml", "--format", "html=lembar.html")
    assert sopgen(*wish).code == sopgen(*wish).code == 1
    sheet = project / "lembar.html"
    filled = sheet.read_text(encoding="utf-8").replace("<p></p>", "<p>Disetujui Kabag</p>", 1)
    sheet.write_text(filled, encoding="utf-8")
    assert "sudah diisi atau diubah" in sopgen(*wish).err
    assert sheet.read_text(encoding="utf-8") == filled
    sopgen(*wish, "--force")
    assert "Disetujui" not in sheet.read_text(encoding="utf-8")


def test_the_strict_preset_by_option(project, sopgen):
    (project / "a.sop.yaml").write_text(UNDRAWABLE.replace(" \U0001f600", ""), encoding="utf-8")

    def wajib(*options: str) -> set[str]:
        report = json.loads(sopgen("check", "a.sop.yaml", "--format", "json", *options).out)
        return {each["rule"] for each in report["findings"] if each["severity"] == "wajib"}

    assert wajib("--preset", "ketat") > wajib("--preset", "baku") == wajib()


def test_keys_that_silence_rules_are_told(project, sopgen):
    (project / "a.sop.yaml").write_text(UNDRAWABLE, encoding="utf-8")
    told = sopgen("check", "a.sop.yaml").out
    assert "tidak diperiksa: aturan JNS-01" in told
    assert "isi kunci `sifat`" in told
