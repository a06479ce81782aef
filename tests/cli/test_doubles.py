"""One SOP twice: a form and a spec of one name, named alone or together, and two files of one number."""

from __future__ import annotations

import pytest

SPEC = """\
judul: {judul}
nomor: SOP-7/ORT/2026
pelaksana: {{analis: Analis, arsiparis: Arsiparis}}
kegiatan:
  - {{uraian: Menyusun surat, pelaksana: analis}}
  - {{uraian: Mengarsipkan surat, pelaksana: arsiparis}}
"""


@pytest.fixture
def pair(project, write, sopgen):
    write("specs/surat.sop.yaml", SPEC.format(judul="Penyusunan Surat"))
    assert sopgen("form", "specs/surat.sop.yaml", "-o", "specs/surat.form.xlsx").code == 0
    return project


@pytest.mark.parametrize("command", ["build", "flowchart", "standar"])
@pytest.mark.parametrize("named", ["specs/surat.form.xlsx", "specs/surat.sop.yaml"])
def test_one_of_a_pair_is_not_made_alone(pair, sopgen, command, named):
    outcome = sopgen(command, named)
    assert outcome.code == 1
    assert "BERKAS-01" in outcome.err
    assert not list(pair.glob("output/surat.*"))


@pytest.mark.parametrize(("command", "output"), [("compile", "k.pdf"), ("index", "k.xlsx"), ("map", "k.svg")])
def test_a_pair_is_neither_bound_nor_listed(pair, sopgen, command, output):
    outcome = sopgen(command, "-o", output)
    assert outcome.code == 1
    assert "BERKAS-01" in outcome.err
    assert not (pair / output).exists()


@pytest.mark.parametrize(("command", "output"), [("compile", "k.pdf"), ("index", "k.xlsx")])
def test_two_of_one_number_are_told(project, write, sopgen, command, output):
    write("specs/surat.sop.yaml", SPEC.format(judul="Penyusunan Surat"))
    write("specs/lama.sop.yaml", SPEC.format(judul="Pembuatan Surat"))
    outcome = sopgen(command, "-o", output)
    assert outcome.code == 0
    assert "nomor SOP-7/ORT/2026 dipakai 2 SOP" in outcome.err
