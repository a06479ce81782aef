"""`sopgen check --fix`: safe mends alone, comments kept, shown as a diff, the same in SARIF."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from typing import Any

import pytest

from sopgen.cli.faults import WriteFault
from sopgen.diagnostics import Diagnostic, Message, Severity
from sopgen.intake import load_spec
from sopgen.rules.fixes import fixed, with_fixes

SPEC = """\
# catatan penyusun
judul: "SOP Pembuatan Surat"  # judul
peralatan:
  # milik bagian
  - 1. Komputer
  - 2. Pencetak
keterkaitan:
  - SOP Arsip
  - SOP Penomoran
  - SOP arsip.
peringatan: “Surat selesai paling lambat 2 hari”
pelaksana:
  # kedua
  kabag: Kabag
  # pertama
  staf: Staf
kegiatan:
  - {uraian: Upload konsep surat, pelaksana: staf}   # satu
  - uraian: Mengupload lampiran
    pelaksana: kabag
"""


def test_what_is_safe_is_mended_and_every_comment_kept():
    mended = fixed(SPEC)
    for told in (
        'judul: "Pembuatan Surat"  # judul',
        "  # milik bagian\n  - Komputer",
        "  - Pencetak",
        "peringatan: Surat selesai paling lambat 2 hari",
        "{uraian: Mengunggah konsep surat, pelaksana: staf}   # satu",
        "uraian: Mengunggah lampiran",
    ):
        assert told in mended.text, told
    assert mended.text.count("SOP Arsip") == 1
    assert "SOP arsip." not in mended.text
    assert mended.text.index("staf: Staf") < mended.text.index("kabag: Kabag")
    for comment in ("# catatan penyusun", "  # kedua\n  kabag", "  # pertama\n  staf"):
        assert comment in mended.text
    assert fixed(mended.text).edits == 0


@pytest.mark.parametrize(
    "line",
    [
        "judul: Sopan Santun Pelayanan",
        'peralatan: ["2. Komputer", "3. Pencetak"]',
        "peralatan:\n  - Komputer\n  - 2. Pencetak",
        "peringatan: Baca “Tata Naskah” dahulu",
        "kegiatan:\n  - {uraian: Mereviu surat, pelaksana: a}",
        "kegiatan:\n  - {uraian: Login ke aplikasi, pelaksana: a}",
    ],
)
def test_what_might_be_meant_stays(line):
    assert fixed(line + "\n") == (line + "\n", 0)


def test_repeated_numbered_items_become_one_without_its_number():
    text = "kualifikasi_pelaksana:\n  - 1. Mampu mengetik\n  - 1. Mampu mengetik\n"
    once = fixed(text).text
    assert once == "kualifikasi_pelaksana:\n  - Mampu mengetik\n"
    assert fixed("kualifikasi_pelaksana:\n  - 1. Mampu mengetik\n").text == once


def test_a_steps_number_typed_before_its_text_goes_and_another_number_stays():
    steps = "kegiatan:\n  - {uraian: 1. Menugaskan staf, pelaksana: a}\n  - {uraian: 3) hari, pelaksana: a}\n"
    assert fixed(steps).text == steps.replace("1. Menugaskan", "Menugaskan")


def test_laws_have_their_numbers_named_in_full_and_nothing_else_has():
    laws = "dasar_hukum:\n  # pokok\n  - UU No. 23 Tahun 2014\n  - PP No.5 Tahun 2020\nperalatan:\n  - Formulir No. 3\n"
    assert fixed(laws).text == laws.replace("UU No. 23", "UU Nomor 23").replace("No.5", "Nomor 5")


def test_sarif_carries_that_too():
    text = "judul: Pembuatan Surat\ndasar_hukum:\n  - UU No. 23 Tahun 2014\n"
    found = Diagnostic(
        "EJA-01", Severity.ANJURAN, Message("“No.” bukan ejaan baku.", ""), Message("", ""), path=("dasar_hukum", 0)
    )
    assert with_fixes(text, "a.sop.yaml", (found,))[0].fix[0].text.startswith("mor")


def test_columns_stay_where_something_hangs_on_their_order():
    grouped = SPEC.replace("staf: Staf", "staf: {nama: Staf, kelompok: X}")
    mended = fixed(grouped).text
    assert mended.index("kabag: Kabag") < mended.index("staf: {nama")


def test_the_file_is_written_whole_and_the_change_shown(project, sopgen):
    path = project / "a.sop.yaml"
    path.write_text(SPEC, encoding="utf-8")
    outcome = sopgen("check", "a.sop.yaml", "--fix", "--format", "json")
    assert '-judul: "SOP Pembuatan Surat"  # judul' in outcome.err
    assert '+judul: "Pembuatan Surat"  # judul' in outcome.err
    assert path.read_text(encoding="utf-8") == fixed(SPEC).text
    assert load_spec(path).sop.judul == "Pembuatan Surat"
    assert not {"JDL-06", "HDR-07", "AKT-05"} & {each["rule"] for each in json.loads(outcome.out)["findings"]}
    assert "+judul" not in sopgen("check", "a.sop.yaml", "--fix").err


def test_sarif_carries_the_same_mends(project, sopgen):
    path = project / "a.sop.yaml"
    path.write_text(SPEC, encoding="utf-8")
    log = json.loads(sopgen("check", "a.sop.yaml", "--format", "sarif").out)
    fixes = {result["ruleId"]: result["fixes"] for result in log["runs"][0]["results"] if "fixes" in result}
    assert {"JDL-06", "HDR-07", "KEG-01", "SIM-02"} <= set(fixes)
    (replacement,) = fixes["JDL-06"][0]["artifactChanges"][0]["replacements"]
    region = replacement["deletedRegion"]
    lines = SPEC.splitlines(keepends=True)
    line = lines[region["startLine"] - 1]
    assert region["startLine"] == region["endLine"]
    mended = (
        line[: region["startColumn"] - 1] + replacement["insertedContent"]["text"] + line[region["endColumn"] - 1 :]
    )
    assert mended == 'judul: "Pembuatan Surat"  # judul\n'
    assert path.read_text(encoding="utf-8") == SPEC


WHOLE = """\
# catatan penyusun
judul: “SOP Penyusunan Laporan”
nomor: “SOP-01/A/2026”
peralatan:
  - 1. Komputer
  # di antara
  - 2. Printer
  - 3. Komputer
dasar_hukum:
  - UU 25/2009
  # yang sama
  - UU 25/2009
  - “UU 30/2014”
pelaksana:
  # si kepala
  kepala: “Kepala Bagian”
  # si analis
  analis: Analis
kegiatan:
  - uraian: Mengupload berkas dan mengupdate data
    pelaksana: analis
  - {uraian: Memeriksa berkas, pelaksana: kepala}
  - uraian:
      teks: Update data
      butir:
        - satu
        - dua
    pelaksana: analis
"""


def mended_once(text: str, log: dict[str, Any]) -> str | None:
    """With the first fix of a log made as an editor makes it; None where there is none."""
    starts = [0, *(found.end() for found in re.finditer("\r\n|\n|\r", text))]
    for result in log["runs"][0]["results"]:
        for change in (change for fix in result.get("fixes", ()) for change in fix["artifactChanges"]):
            for each in change["replacements"]:
                region = each["deletedRegion"]
                first = starts[region["startLine"] - 1] + region["startColumn"] - 1
                last = starts[region["endLine"] - 1] + region["endColumn"] - 1
                text = text[:first] + each["insertedContent"]["text"] + text[last:]
            return text
    return None


@pytest.mark.parametrize("mark", [b"", BOM_UTF8])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_one_fix_of_sarif_after_another_comes_to_the_same(project, sopgen, mark, ending):
    path = project / "a.sop.yaml"
    whole = WHOLE.replace("\n", ending)
    path.write_bytes(mark + whole.encode())
    text: str | None = whole
    for _ in range(20):
        text = mended_once(text or "", json.loads(sopgen("check", "a.sop.yaml", "--format", "sarif").out))
        if text is None:
            break
        path.write_bytes(mark + text.encode())
    one_by_one = path.read_bytes()
    path.write_bytes(mark + whole.encode())
    sopgen("check", "a.sop.yaml", "--fix")
    assert path.read_bytes() == one_by_one
    assert path.read_bytes().startswith(mark + b"# catatan penyusun")
    told = path.read_bytes().decode("utf-8-sig")
    assert told.count(ending) == told.count("\n")
    for comment in ("# di antara", "# yang sama", "# si kepala", "# si analis"):
        assert comment in told
    assert f"  # si analis{ending}  analis: Analis{ending}  # si kepala{ending}  kepala: Kepala" in told
    assert (told.count("Komputer"), told.count("UU 25/2009")) == (1, 1)
    assert "teks: Memutakhirkan data" in told
    assert fixed(told).edits == 0


def test_what_would_lose_a_comment_is_left():
    text = 'dasar_hukum:\n  - "UU 25/2009"\n  - "UU 25/2009"  # yang sama\n'
    assert fixed(text) == (text, 0)


def test_a_file_that_cannot_be_written_is_told_and_stays(project, sopgen, monkeypatch):
    def refuse(*_: object) -> None:
        raise WriteFault(Message("a.sop.yaml: tidak dapat ditulis", "a.sop.yaml: cannot be written"))

    path = project / "a.sop.yaml"
    path.write_text(SPEC, encoding="utf-8")
    monkeypatch.setattr("sopgen.cli.fixing.write_output", refuse)
    outcome = sopgen("check", "a.sop.yaml", "--fix")
    assert outcome.code == 2
    assert "a.sop.yaml:2:1: HDR-03" in outcome.out, "what stands there is checked"
    assert "a.sop.yaml: tidak dapat ditulis" in outcome.err
    assert "perbaikan ditulis" not in outcome.err
    assert path.read_text(encoding="utf-8") == SPEC


SMALL = """\
judul: SOP tentang Pembuatan Surat
pelaksana: {kabag: Kabag, staf: Staf}
kegiatan:
  - {uraian: "Mengupload surat, mem-print lampiran, dan menscan bukti", pelaksana: staf}
  - {uraian: Memeriksa surat, pelaksana: kabag}
"""


@pytest.mark.parametrize(
    ("options", "more"),
    [
        (["--ignore", "JDL,KEG,EJA,SIM,AKT"], ""),
        (["--select", "HDR"], ""),
        (
            [],
            "abaikan:\n" + "".join(f"  - {{aturan: {code}, alasan: Sudah diputus}}\n" for code in ("JDL-06", "SIM-02")),
        ),
    ],
)
def test_what_is_not_reported_is_not_mended(project, sopgen, options, more):
    path = project / "a.sop.yaml"
    path.write_text(SMALL + more, encoding="utf-8")
    found = sopgen("check", "a.sop.yaml", "--fix", *options, "--format", "json")
    told = path.read_text(encoding="utf-8")
    assert "SOP tentang" in told
    assert told.index("kabag: Kabag") < told.index("staf: Staf")
    assert "ABAI-02" not in found.out
    assert ("Mengupload" in told) is bool(options)


def test_rules_switched_off_and_terms_of_the_bureau_are_kept(project, sopgen):
    (project / "sopgen.yaml").write_text("kata: [Mengupload, menscan]\naturan: {JDL-06: mati, KEG-01: mati}\n")
    path = project / "a.sop.yaml"
    path.write_text(SMALL, encoding="utf-8")
    sopgen("check", "a.sop.yaml", "--fix")
    told = path.read_text(encoding="utf-8")
    assert "SOP tentang" in told
    assert "Mengupload surat, mencetak lampiran, dan menscan bukti" in told


def test_every_loan_verb_has_a_mend_of_its_own_and_a_title_no_rest(project, sopgen):
    path = project / "a.sop.yaml"
    path.write_text(SMALL, encoding="utf-8")
    log = json.loads(sopgen("check", "a.sop.yaml", "--format", "sarif").out)
    regions = [
        json.dumps(change["replacements"])
        for result in log["runs"][0]["results"]
        if result["ruleId"] == "EJA-01"
        for fix in result.get("fixes", ())
        for change in fix["artifactChanges"]
    ]
    assert len(regions) == len(set(regions)) == 3
    sopgen("check", "a.sop.yaml", "--fix")
    told = path.read_text(encoding="utf-8")
    assert "Mengunggah surat, mencetak lampiran, dan memindai bukti" in told
    assert "judul: Pembuatan Surat" in told


@pytest.mark.parametrize("text", ["Mem-follow up surat", "Men-check list berkas", "Mem-print out surat", "Mem-posting"])
def test_a_loan_of_two_words_is_mended_whole_or_not(text):
    step = f"kegiatan:\n  - {{uraian: {text} kepada staf, pelaksana: a}}\n"
    told = fixed(step).text
    assert told == step.replace("Mem-follow up", "Menindaklanjuti")


def test_a_link_is_written_through_and_who_may_read_stays(project, sopgen):
    real = project / "asli" / "r.sop.yaml"
    real.parent.mkdir()
    real.write_text(SMALL, encoding="utf-8")
    real.chmod(0o600)
    link = project / "a.sop.yaml"
    link.symlink_to(real)
    sopgen("check", "a.sop.yaml", "--fix")
    assert link.is_symlink()
    assert "judul: Pembuatan Surat" in real.read_text(encoding="utf-8")
    assert real.stat().st_mode & 0o777 == 0o600


def test_a_file_kept_from_being_written_stays_and_is_told(project, sopgen):
    path = project / "a.sop.yaml"
    path.write_text(SMALL, encoding="utf-8")
    path.chmod(0o444)
    outcome = sopgen("check", "a.sop.yaml", "--fix")
    assert path.read_text(encoding="utf-8") == SMALL
    assert "hanya dapat dibaca" in outcome.err
    assert outcome.code == 2
