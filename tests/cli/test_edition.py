"""`sopgen build --edisi publik`: its files, their names, and what of them is fresh or stale."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SPECS = Path(__file__).resolve().parents[2] / "specs"
SERVICE = """\
judul: Pelayanan Surat
sifat: pelayanan
pelaksana:
  pemohon: {nama: Pemohon, peran: pemohon, publik: Anda}
  petugas: Petugas
kegiatan:
  - {uraian: Mengajukan permohonan, pelaksana: pemohon, waktu: 5 menit}
  - {uraian: Memeriksa permohonan, pelaksana: petugas, waktu: 5 menit}
  - {uraian: Menerima surat, pelaksana: pemohon, waktu: 5 menit}
"""


@pytest.fixture
def service(project):
    (project / "specs").mkdir()
    (project / "specs" / "surat.sop.yaml").write_text(SERVICE, encoding="utf-8")
    return project


def test_the_public_edition_has_a_name_of_its_own_and_stands_beside_the_sop(sopgen, service):
    assert sopgen("build", "--jobs", "1").code == 0
    told = sopgen("build", "--edisi", "publik", "--jobs", "1")

    assert told.code == 0
    assert "output/surat.publik.pdf" in told.out
    assert {path.name for path in (service / "output").glob("surat*.pdf")} >= {"surat.pdf", "surat.publik.pdf"}
    assert sopgen("build", "--edisi", "publik", "--check").code == 0
    assert sopgen("build", "--check").code == 0


def test_a_spec_that_changed_makes_it_stale(sopgen, service):
    sopgen("build", "--edisi", "publik", "--jobs", "1")
    spec = service / "specs" / "surat.sop.yaml"
    spec.write_text(SERVICE.replace("Menerima surat", "Mengambil surat"), encoding="utf-8")

    checked = sopgen("build", "--edisi", "publik", "--check")
    assert checked.code == 3
    assert "surat.publik.pdf" in checked.out


def test_what_is_on_the_wall_is_told_when_only_the_sop_was_built_anew(sopgen, service):
    sopgen("build", "--edisi", "publik", "--jobs", "1")
    sopgen("build", "--jobs", "1")
    spec = service / "specs" / "surat.sop.yaml"
    spec.write_text(SERVICE.replace("Menerima surat", "Mengambil surat"), encoding="utf-8")
    sopgen("build", "--jobs", "1")

    checked = sopgen("build", "--check")
    assert checked.code == 3
    assert "surat.publik.pdf" in checked.out
    assert "output/surat.pdf" not in checked.out
    sopgen("build", "--edisi", "publik", "--jobs", "1")
    assert sopgen("build", "--check").code == 0


def test_papers_of_a_text_that_became_a_form_are_stale_and_no_orphans(sopgen, service):
    sopgen("build", "--edisi", "publik", "--jobs", "1")
    sopgen("build", "--jobs", "1")
    assert sopgen("form", "specs/surat.sop.yaml", "-o", "specs/surat.form.xlsx").code == 0
    (service / "specs" / "surat.sop.yaml").unlink()

    checked = sopgen("build", "--check")
    assert checked.code == 3
    assert "output/surat.publik.pdf: usang" in checked.out
    assert "tanpa spesifikasi" not in checked.out


def test_one_that_was_edited_by_hand_is_not_overwritten(sopgen, service):
    sopgen("build", "--edisi", "publik", "--jobs", "1")
    made = service / "output" / "surat.publik.pdf"
    made.write_bytes(made.read_bytes() + b"\n% hand\n")
    spec = service / "specs" / "surat.sop.yaml"
    spec.write_text(SERVICE.replace("Menerima surat", "Mengambil surat"), encoding="utf-8")

    assert sopgen("build", "--edisi", "publik", "--jobs", "1").code == 1
    assert made.read_bytes().endswith(b"% hand\n")


def test_a_sop_that_is_no_service_is_refused_with_the_reason(sopgen, service):
    (service / "specs" / "surat.sop.yaml").write_text(SERVICE.replace("pelayanan", "rutin"), encoding="utf-8")

    told = sopgen("build", "--edisi", "publik", "--jobs", "1")
    assert told.code == 1
    assert "PUB-01" in told.err
    assert "slide 63" in told.err
    assert not list((service / "output").glob("*.pdf"))


def test_a_picture_that_cannot_be_drawn_does_not_hold_up_the_public_edition(sopgen, service):
    many = "".join(f"  - {{uraian: Mengisi formulir {n}, pelaksana: pemohon, waktu: 5 menit}}\n" for n in range(13))
    (service / "specs" / "surat.sop.yaml").write_text(SERVICE + many, encoding="utf-8")

    told = sopgen("build", "--edisi", "publik", "--jobs", "1")
    assert told.code == 1
    assert told.err.count("GAMBAR-02") == 1
    assert [path.name for path in (service / "output").glob("*.pdf")] == ["surat.publik.pdf"]


def test_two_specs_never_write_one_file(sopgen, service):
    shutil.copy(service / "specs" / "surat.sop.yaml", service / "specs" / "surat.publik.sop.yaml")

    told = sopgen("build", "--edisi", "publik", "--jobs", "1")
    assert told.code == 1
    assert told.err.count("BERKAS-01") == 2


@pytest.mark.slow
def test_the_bytes_are_the_same_under_another_hash_seed(service):
    found = []
    for seed in ("1", "2"):
        home = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(SPECS.parent)}
        command = [sys.executable, "-m", "sopgen", "build", "--edisi", "publik", "--jobs", "1", "-o", f"o{seed}"]
        subprocess.run(command, check=True, env=home, cwd=service, capture_output=True)
        found.append({path.name: path.read_bytes() for path in (service / f"o{seed}").glob("*.pdf")})

    assert found[0] == found[1]
    assert set(found[0]) == {"surat.publik.pdf", "surat.gambar.pdf", "surat.gambar-a3.pdf"}


def test_it_is_drawn_as_pictures_but_never_as_a_workbook(sopgen, service):
    assert sopgen("build", "--edisi", "publik", "--format", "svg", "--jobs", "1").code == 0
    assert (service / "output" / "surat.publik.halaman-1.svg").exists()
    assert sopgen("build", "--edisi", "publik", "--format", "xlsx").code == 2
