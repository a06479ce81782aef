"""`check --mark` and `--format html` on real specs: what is drawn, written, refused."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

ROOT = Path(__file__).resolve().parents[2]
UNDRAWABLE = """\
judul: Pembuatan Surat
pelaksana: {staf: Staf, kabag: Kabag}
kegiatan:
  - {uraian: "Membuat surat \U0001f600", pelaksana: staf}
  - {uraian: Memeriksa surat, pelaksana: kabag}
"""


@pytest.fixture
def specs(project: Path) -> Path:
    (project / "sopgen.yaml").write_text("unit: BAGIAN\n", encoding="utf-8")
    folder = project / "specs" / "a"
    folder.mkdir(parents=True)
    for name in ("konsinyering", "contoh-lengkap"):
        shutil.copy(ROOT / "specs" / f"{name}.sop.yaml", folder)
    for logo in ROOT.glob("specs/*.png"):
        shutil.copy(logo, folder)
    return folder


def test_copies_go_to_a_folder_of_their_own(sopgen, specs, project):
    outcome = sopgen("check", "--mark", "--date", "2026-01-01")
    assert outcome.code == 1
    copies = sorted(path.relative_to(project).as_posix() for path in project.rglob("*.pdf"))
    assert copies == ["temuan/a/contoh-lengkap.bertanda.pdf", "temuan/a/konsinyering.bertanda.pdf"]
    assert [line.split(" → ")[1] for line in outcome.err.splitlines()] == copies
    first = {copy: (project / copy).read_bytes() for copy in copies}
    copy = pypdfium2.PdfDocument(first[copies[1]])
    last = copy[len(copy) - 1].get_textpage().get_text_range()
    assert "tanggal acuan 1 Januari 2026" in " ".join(last.split()), "as dates are written on paper"
    sopgen("check", "--mark", "--date", "2026-01-01")
    assert first == {copy: (project / copy).read_bytes() for copy in copies}


def test_machine_formats_stay_clean_beside_copies(sopgen, specs):
    outcome = sopgen("check", "--mark", "--mark-folder", "periksa", "--format", "json")
    assert json.loads(outcome.out)["findings"]
    assert "periksa/a/konsinyering.bertanda.pdf" in outcome.err


def test_a_spec_that_cannot_be_drawn_is_a_finding_where_it_is_drawn(sopgen, specs):
    (specs / "aneh.sop.yaml").write_text(UNDRAWABLE, encoding="utf-8")

    def codes(*options: str) -> set[str]:
        outcome = sopgen("check", "specs/a/aneh.sop.yaml", "--mark-folder", "m", "--format", "json", *options)
        return {each["rule"].partition("-")[0] for each in json.loads(outcome.out)["findings"]}

    assert "GAMBAR" in codes()
    assert "GAMBAR" in codes("--mark")
    html = sopgen("check", "specs", "--format", "html").out
    assert html.count("<article") == 4
    assert html.count("GAMBAR-") == 1


def test_two_copies_of_one_name(sopgen, specs, project):
    shutil.copy(specs / "konsinyering.sop.yaml", project / "konsinyering.sop.yaml")
    (project / "lain").mkdir()
    shutil.copy(specs / "konsinyering.sop.yaml", project / "lain" / "konsinyering.sop.yaml")
    outcome = sopgen("check", "konsinyering.sop.yaml", "lain", "--mark", "--format", "json")
    assert outcome.code == 1
    assert [each["rule"] for each in json.loads(outcome.out)["findings"]].count("BERKAS-01") == 2
    assert not list(project.rglob("*.pdf"))


def test_a_folder_that_cannot_be_one(sopgen, specs, project):
    (project / "temuan").write_text("", encoding="utf-8")
    assert sopgen("check", "--mark").code == 2


def test_html_to_a_file(sopgen, specs, project):
    outcome = sopgen("check", "--format", "html", "-o", "lembar.html", "--lang", "en")
    said, verdicts, where = outcome.err.splitlines()
    assert "accepted; reference date " in said
    assert verdicts == "2 SOPs: 1 met, 1 not met, 0 cannot be judged"
    assert where == "lembar.html: the compliance sheet; open it in a browser and print it on A4"
    told = (project / "lembar.html").read_text(encoding="utf-8")
    assert told.count("<article") == 3
    assert "proved the fewest" in told


def test_a_workbook_is_checked_by_its_drawing_too(sopgen, specs, project):
    assert sopgen("build", "specs/a/konsinyering.sop.yaml").code == 0
    fine = sopgen("check", "output/a/konsinyering.xlsx", "--date", "2026-01-01", "--select", "PNH,OPC,FMT-02,SIM,TBL")
    assert fine.code == 0
    partly = "tidak dapat dinilai seluruhnya: sebagian aturan wajib tidak diperiksa"
    assert f"\noutput/a/konsinyering.xlsx: {partly}; tanpa temuan" in f"\n{fine.out}"
    (project / "rusak.xlsx").write_bytes(b"PK bukan zip")
    outcome = sopgen("check", "rusak.xlsx", "--format", "json")
    assert outcome.code == 1
    assert [each["rule"] for each in json.loads(outcome.out)["unread"]] == ["BACA-01"]


def test_a_workbook_that_cannot_be_opened_is_a_finding(sopgen, project):
    try:
        (project / "folder.xlsx").symlink_to(project / "tiada")
    except OSError:
        pytest.skip("no links here")
    outcome = sopgen("check", "folder.xlsx", "--format", "json")
    assert [each["rule"] for each in json.loads(outcome.out)["unread"]] == ["BACA-01"]


def test_a_plain_check_imports_nothing_that_draws():
    code = (
        "import sys; from sopgen.cli import run; run(['check', 'specs/sirebo.sop.yaml']);"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    heavy = ("sopgen.layout", "sopgen.render", "sopgen.marking", "sopgen.scene", "reportlab", "openpyxl", "PIL")
    assert [name for name in done.stderr.split() if name.startswith(heavy)] == []
