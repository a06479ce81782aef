from __future__ import annotations

import json
from pathlib import Path

import pytest

from sopgen import pipeline
from sopgen.report.seal import sealed_report

pytestmark = pytest.mark.usefixtures("words")


@pytest.fixture(autouse=True)
def _date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # 2026-01-01


def rules(outcome) -> list[tuple[str, str]]:
    return [(each["file"], each["rule"]) for each in json.loads(outcome.out)["findings"]]


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        ("baik", [], 0),
        ("temuan", [], 0),
        ("temuan", ["--strict"], 1),
        ("berat", [], 1),
        ("berat", ["--ignore", "KEG"], 0),
        ("berat", ["--select", "MB,JDL-01"], 0),
        ("berat", ["--select", "KEG"], 1),
        ("rusak", ["--select", "MB"], 1),
        ("rusak", ["--ignore", "BACA"], 1),
        ("meledak", [], 1),
    ],
)
def test_exit_codes(sopgen, write, monkeypatch, text, options, code):
    monkeypatch.setattr("sopgen.rules.registry._codes", lambda: ("KEG-01", "MB-01", "JDL-01"))
    write("specs/a.sop.yaml", text)
    assert sopgen("check", *options).code == code


def test_findings_go_to_stdout_and_an_unreadable_spec_is_a_finding(sopgen, write):
    write("specs/a.sop.yaml", "rusak")
    write("specs/b.sop.yaml", "temuan")
    outcome = sopgen("check")
    assert outcome.code == 1
    assert outcome.err == ""
    lines = outcome.out.splitlines()
    assert lines[0] == "specs/a.sop.yaml:1:1: BACA-99 wajib: ada yang salah"
    unknown = "waktu jalur utama belum diketahui: 1 langkah di jalur itu tanpa waktu pasti"
    assert lines[-4:] == [
        "specs/a.sop.yaml: tidak dapat dinilai; 2 wajib, 0 anjuran",
        f"specs/b.sop.yaml: memenuhi; 0 wajib, 1 anjuran; {unknown}",
        "2 SOP: 1 memenuhi, 0 belum memenuhi, 1 tidak dapat dinilai",
        "2 berkas diperiksa: 2 wajib, 1 anjuran, 0 diterima; tanggal acuan 2026-01-01",
    ]


def test_one_json_object_for_all_files_in_their_order(sopgen, write):
    for name in ("b", "a", "c"):
        write(f"specs/{name}.sop.yaml", "temuan rusak" if name == "a" else "temuan")
    outcome = sopgen("check", "--format", "json")
    assert rules(outcome) == [
        ("specs/a.sop.yaml", "BACA-99"),
        ("specs/a.sop.yaml", "BACA-99"),
        ("specs/b.sop.yaml", "KEG-01"),
        ("specs/c.sop.yaml", "KEG-01"),
    ]


def test_what_comparing_shows_stands_at_its_spec(sopgen, write, monkeypatch):
    from tests.cli.conftest import fault

    def together(specs):
        return tuple((fault(each.path)._replace(code="JDL-02"),) if "b" in each.path.name else () for each in specs)

    monkeypatch.setattr(pipeline, "check_together", together)
    write("specs/a.sop.yaml", "rusak")
    write("specs/b.sop.yaml")
    write("specs/c.sop.yaml", "temuan")
    assert rules(sopgen("check", "--format", "json"))[2:] == [
        ("specs/b.sop.yaml", "JDL-02"),
        ("specs/c.sop.yaml", "KEG-01"),
    ]


def test_a_fault_in_comparing_is_told_once_and_the_findings_stay(sopgen, write, monkeypatch):
    def together(_specs):
        raise RuntimeError("dua")

    monkeypatch.setattr(pipeline, "check_together", together)
    write("specs/a.sop.yaml", "temuan")
    write("specs/b.sop.yaml", "temuan")
    outcome = sopgen("check", "--format", "json")
    assert outcome.code == 1
    assert [code for _, code in rules(outcome)] == ["PROGRAM-01", "KEG-01", "KEG-01"]


@pytest.mark.parametrize("report_format", ["json", "sarif", "junit", "github", "text"])
def test_a_report_is_written_to_a_file(sopgen, write, project, report_format):
    write("specs/a.sop.yaml", "berat")
    shown = sopgen("check", "--format", report_format)
    outcome = sopgen("check", "--format", report_format, "-o", "hasil/laporan")
    assert (outcome.code, outcome.out) == (1, "")
    written = (project / "hasil/laporan").read_text(encoding="utf-8")
    assert written == sealed_report(shown.out, report_format)
    assert outcome.err.startswith("1 berkas diperiksa")


def test_a_report_that_cannot_be_written(sopgen, write, project):
    write("specs/a.sop.yaml", "baik")
    (project / "laporan").mkdir()
    outcome = sopgen("check", "--format", "json", "-o", "laporan")
    assert outcome.code == 2
    assert "laporan" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--select", "KEG,XYZ"], "XYZ"),
        (["--ignore", "KEG-999"], "KEG-999"),
        (["--date", "2026-02-30"], "2026-02-30"),
        (["--date", "20260101"], "2026-01-31"),
        (["--baseline", "tiada.json"], "--update-baseline"),
        (["--update-baseline"], "--baseline"),
        (["--baseline", "specs/a.sop.yaml"], "baseline"),
        (["--format", "xml"], "sarif"),
        (["tiada.sop.yaml"], "tiada.sop.yaml"),
    ],
)
def test_command_line_faults(sopgen, write, arguments, told):
    write("specs/a.sop.yaml", "baik")
    outcome = sopgen("check", *arguments)
    assert outcome.code == 2
    assert told in outcome.err
    assert outcome.out == ""


def test_the_reference_date(sopgen, write, monkeypatch):
    seen = []

    def check(_loaded, *, today):
        seen.append(today.isoformat())
        return ()

    monkeypatch.setattr(pipeline, "check", check)
    write("specs/a.sop.yaml")
    assert "2024-02-29" in sopgen("check", "--date", "2024-02-29").out
    sopgen("check")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "x")
    assert sopgen("check").code == 2
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    sopgen("check")
    assert seen[:2] == ["2024-02-29", "2026-01-01"]
    assert seen[2] > "2026-01-01"


def test_a_baseline_is_made_kept_and_shrunk(sopgen, write, project):
    write("specs/a.sop.yaml", "berat")
    write("specs/b.sop.yaml", "temuan")
    options = ("check", "--strict", "--format", "json", "--baseline", "lama/baseline.json")
    made = sopgen(*options, "--update-baseline")
    assert (made.code, rules(made)) == (0, [])
    baseline = project / "lama/baseline.json"
    before = baseline.read_text(encoding="utf-8")
    entries = json.loads(before)["findings"]
    assert [(each["file"], each["rule"]) for each in entries] == [
        ("../specs/a.sop.yaml", "KEG-01"),
        ("../specs/b.sop.yaml", "KEG-01"),
    ]
    assert sopgen(*options).code == 0

    # a new finding is told and never added
    write("specs/c.sop.yaml", "berat")
    assert rules(sopgen(*options, "--update-baseline")) == [("specs/c.sop.yaml", "KEG-01")]
    assert baseline.read_text(encoding="utf-8") == before

    # a mended one makes its entry stale, wherever its spec is checked; then the file shrinks
    write("specs/b.sop.yaml", "baik")
    assert ("lama/baseline.json", "ABAI-04") in rules(sopgen(*options))
    assert ("lama/baseline.json", "ABAI-04") not in rules(sopgen(*options, "specs/a.sop.yaml"))
    assert ("lama/baseline.json", "ABAI-04") not in rules(sopgen(*options, "--ignore", "KEG"))
    sopgen(*options, "--update-baseline")
    assert [each["file"] for each in json.loads(baseline.read_text(encoding="utf-8"))["findings"]] == [
        "../specs/a.sop.yaml"
    ]
    (project / "specs/a.sop.yaml").unlink()
    assert ("lama/baseline.json", "ABAI-04") in rules(sopgen(*options))


def test_an_unreadable_spec_keeps_its_baseline_entries(sopgen, write):
    write("specs/a.sop.yaml", "berat")
    sopgen("check", "--baseline", "b.json", "--update-baseline")
    write("specs/a.sop.yaml", "rusak")
    assert {code for _, code in rules(sopgen("check", "--baseline", "b.json", "--format", "json"))} == {"BACA-99"}


def test_help_names_the_exit_codes(sopgen):
    assert "Exit codes" in sopgen("check", "--lang", "en", "--help").out
    assert Path("specs").exists() is False


def test_the_baseline_is_not_counted_among_the_files_checked(sopgen, write):
    write("specs/a.sop.yaml", "berat")
    sopgen("check", "--baseline", "b.json", "--update-baseline")
    write("specs/a.sop.yaml", "baik")
    told = sopgen("check", "--baseline", "b.json").out.splitlines()
    assert told[-3].startswith("b.json: 0 wajib, 1 anjuran")
    assert told[-1].startswith("1 berkas diperiksa: 0 wajib, 1 anjuran")
