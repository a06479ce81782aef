"""A name that no file has: which one was meant."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def specs(project, write):
    for name in ("surat-masuk.sop.yaml", "surat-keluar.sop.yaml", "cuti.pdf", "cuti.xlsx", "rapat.sop.yaml"):
        write(f"specs/{name}")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("surat-masuk.sop.yml", "specs/surat-masuk.sop.yaml"),
        ("surat-masuk.yaml", "specs/surat-masuk.sop.yaml"),
        ("surat-masuk", "specs/surat-masuk.sop.yaml"),
        ("surat-masukk.sop.yaml", "specs/surat-masuk.sop.yaml"),
        ("rapta.sop.yaml", "specs/rapat.sop.yaml"),
        ("cuti.docx", "specs/cuti.pdf, specs/cuti.xlsx"),
    ],
)
def test_which_file_was_meant(sopgen, asked, meant):
    outcome = sopgen("check", f"specs/{asked}")
    assert (outcome.code, outcome.err) == (
        2,
        f"sopgen: tidak ada berkas atau folder specs/{asked}; mungkin maksudnya {meant}\n",
    )


@pytest.mark.parametrize("asked", ["specs/lain.sop.yaml", "tiada/surat-masuk.sop.yaml", "specs"])
def test_nothing_is_guessed_where_none_is_near(sopgen, asked, project):
    if asked == "specs":
        (project / "specs").rename(project / "naskah")
    outcome = sopgen("check", asked)
    assert outcome.err == f"sopgen: tidak ada berkas atau folder {asked}\n"
