"""`sopgen check --fix`: safe mends alone, comments kept, shown as a diff, the same in SARIF."""

from __future__ import annotations

import json

import pytest

from sopgen.intake import load_spec
from sopgen.rules.fixes import fixed

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
