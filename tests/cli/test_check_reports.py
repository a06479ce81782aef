"""Several reports of one check, weights by option, refusals in every report."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.growth import growth

UNDRAWABLE = """\
judul: Pembuatan Surat
pelaksana: {staf: Staf, kabag: Kabag}
kegiatan:
  - {uraian: "Membuat surat \U0001f600", pelaksana: staf}
  - {uraian: Memeriksa surat, pelaksana: kabag}
"""
FORMS = ("text", "json", "sarif", "junit", "github", "html")


REFUSED = {
    "GAMBAR-01": (Path(__file__).parents[1] / "rules" / "cases" / "glyph.sop.yaml").read_text(encoding="utf-8"),
    "BACA-08": "judul: [\n",
    "BACA-29": UNDRAWABLE.replace("pelaksana: kabag", "pelaksana: kepala"),
}


def counted(text: str, form: str) -> tuple[int, int]:
    """How many mandatory findings and how many others a report of one file says there are."""
    match form:
        case "json":
            weights = [each["severity"] == "wajib" for each in json.loads(text)["findings"]]
            return sum(weights), len(weights) - sum(weights)
        case "sarif":
            levels = [each["level"] for each in json.loads(text)["runs"][0]["results"]]
            return levels.count("error"), levels.count("warning")
        case "junit":
            root = ET.fromstring(text)
            cases = list(root.iter("testcase"))
            failed = [case for case in cases if case.find("failure") is not None or case.find("error") is not None]
            return len(failed), len(cases) - len(failed)
        case "github":
            lines = text.splitlines()
            rest = re.search(r"sopgen::\d+ temuan lain \((\d+) wajib, (\d+) anjuran\)", text)
            more = (int(rest[1]), int(rest[2])) if rest else (0, 0)
            told = [sum(line.startswith(f"::{kind} ") for line in lines) for kind in ("error", "warning")]
            return told[0] + more[0], told[1] + more[1]
        case "html":
            told = [re.search(rf"<b>(\d+)</b><span>{word}</span>", text) for word in ("wajib", "anjuran")]
            return int(told[0][1]), int(told[1][1])
    found = re.search(r"diperiksa: (\d+) wajib, (\d+) anjuran", text)
    return int(found[1]), int(found[2])


@pytest.mark.parametrize("code", REFUSED)
def test_what_build_would_refuse_stands_in_every_format_with_equal_counts(code, project, sopgen):
    (project / "a.sop.yaml").write_text(REFUSED[code], encoding="utf-8")
    outcome = sopgen("check", ".", *(arg for form in FORMS for arg in ("--format", f"{form}=l.{form}")))
    assert (outcome.code, outcome.out) == (1, "")
    assert sopgen("build", ".").code == 1
    told = {form: (project / f"l.{form}").read_text(encoding="utf-8") for form in FORMS}
    assert [form for form, text in told.items() if code not in text] == []
    numbers = {form: counted(text, form) for form, text in told.items()}
    assert numbers["text"][0] > 0
    assert len(set(numbers.values())) == 1, numbers


def test_an_address_of_the_rules_pages_must_be_absolute(project, sopgen):
    (project / "a.sop.yaml").write_text(UNDRAWABLE, encoding="utf-8")
    wish = ("check", "a.sop.yaml", "--format", "sarif", "--rules-url")
    assert "https://contoh.go.id/aturan/GAMBAR.md" in sopgen(*wish, "https://contoh.go.id/aturan").out
    assert sopgen(*wish, "docs/rules").code == sopgen(*wish, "https://a b/").code == 2


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
    assert "tidak diperiksa:\n    - apakah alurnya berawal" in told
    assert "isi kunci `sifat`" in told


def test_a_spec_on_one_line_costs_and_says_no_more_than_on_many(sopgen, write):
    """Each finding once quoted the whole line: a minute, and 70 MB of SARIF."""
    steps = ['{uraian: "Penjelasan surat", pelaksana: a, waktu: lama}'] * 300
    for name, between in (("banyak", ",\n  "), ("satu", ",")):
        listed = between.join(steps)
        write(f"specs/{name}.sop.yaml", f'{{judul: "Surat", pelaksana: {{a: Analis}}, kegiatan: [{listed}]}}\n')
    for form in ("sarif", "json", "text"):

        def told_of(on_one_line: int, form: str = form) -> str:
            name = "satu" if on_one_line else "banyak"
            return sopgen("check", f"specs/{name}.sop.yaml", "--format", form).out

        assert growth(told_of, 0, 1) < 4
        told = told_of(1)
        assert "KEG-01" in told
        assert len(told) < 3_000_000, "it grows with the findings alone"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--mark-folder", "x"], "--mark"),
        (["--accepted"], "--format sarif"),
        (["--rules-url", "https://contoh.go.id/aturan"], "--format sarif"),
        (["--statistics", "--format", "json"], "--format text"),
    ],
)
def test_an_option_that_does_nothing_is_told(sopgen, write, options, told):
    """They were ignored in silence; the check is made all the same."""
    write("specs/a.sop.yaml", "baik")
    outcome = sopgen("check", *options)
    assert outcome.code == sopgen("check").code
    assert f"hanya berarti bersama {told}" in outcome.err


def test_a_report_to_a_file_called_dash_is_refused(sopgen, write, project):
    write("specs/a.sop.yaml", "baik")
    outcome = sopgen("check", "--format", "text=-")
    assert outcome.code == 2
    assert "laporan ke layar" in outcome.err
    assert not (project / "-").exists()


def test_a_code_that_no_rule_has_is_told_with_what_was_meant(sopgen, write):
    write("specs/a.sop.yaml", "baik")
    assert "mungkin maksudnya KEG-01" in sopgen("check", "--select", "KEG-1").err
    assert "mungkin maksudnya KEG-01" in sopgen("explain", "keg-1").err
    assert "# SIM-05" in sopgen("explain", "sim").out


def test_a_folder_without_specs_is_told_with_all_that_would_do_and_what_is_called_alike(sopgen, project):
    (project / "kosong").mkdir()
    (project / "kosong" / "y.sop.yml").write_text("judul: x", encoding="utf-8")
    told = sopgen("check", "kosong").err
    assert "*.xlsx, *.pdf" in told
    assert "kosong/y.sop.yml" in told


@pytest.mark.parametrize("form", [form for form in FORMS if form != "junit"])
def test_every_report_names_the_bureaus_file_that_it_rests_on_from_outside(form, project, sopgen, monkeypatch):
    """Somebody else's sopgen.yaml, left in a folder above, changed weights and texts without a word."""
    (project / "sopgen.yaml").write_text("instansi: BIRO UMUM\n", encoding="utf-8")
    (project / "kerja").mkdir()
    (project / "kerja" / "a.sop.yaml").write_text(UNDRAWABLE.replace("\U0001f600", ""), encoding="utf-8")
    assert "../sopgen.yaml" not in sopgen("check", "kerja", "--format", form).out
    monkeypatch.chdir(project / "kerja")
    assert "../sopgen.yaml" in sopgen("check", ".", "--format", form).out
