"""`sopgen init`: a bureau's folder, and nothing of it twice."""

from __future__ import annotations

from pathlib import Path

from sopgen import pipeline
from sopgen.starters.placeholders import placeholders_of

ROOT = Path(__file__).parents[2]
FILES = [
    "sopgen.yaml",
    "specs/.gitkeep",
    "sop.schema.json",
    ".vscode/settings.json",
    ".vscode/extensions.json",
    ".gitignore",
]


def test_a_folder_is_set_up(sopgen, project: Path) -> None:
    outcome = sopgen(
        "init", "biro", "--unit", "Biro Organisasi", "--instansi", "Provinsi Contoh", "--nip", "199001012020121000"
    )
    assert outcome.code == 0
    assert all((project / "biro" / name).is_file() for name in FILES)
    assert not (project / "biro/.github").exists()
    assert sopgen("new", "biro/specs/a", "--pola", "pembuatan", "--aspek", "rapat", "--hasil", "laporan").code == 0
    sop = pipeline.load(project / "biro/specs/a.sop.yaml").sop
    assert (sop.unit, sop.instansi) == (("Biro Organisasi",), ("Provinsi Contoh",))
    assert sop.pengesahan.nomor_induk == ("NIP", "199001012020121000")
    left = {path for path, _ in placeholders_of(pipeline.load(project / "biro/specs/a.sop.yaml"))}
    assert {("pengesahan", "jabatan"), ("pengesahan", "nama")} <= left  # of sopgen.yaml, too


def test_a_document_that_holds_what_nobody_answered_is_told_at_every_build(sopgen, project: Path) -> None:
    assert sopgen("init").code == 0
    assert sopgen("new", "a", "--pola", "pembuatan", "--aspek", "rapat", "--hasil", "laporan").code == 0
    for _ in range(2):
        told = sopgen("build", "--format", "svg").out
        assert "a: isian contoh ‹…› belum diganti: nomor, " in told
    spec = project / "specs/a.sop.yaml"
    spec.write_text(spec.read_text(encoding="utf-8").replace("‹", "").replace("›", ""), encoding="utf-8")
    told = sopgen("build", "--format", "svg").out
    assert "instansi (sopgen.yaml), unit (sopgen.yaml), jabatan (sopgen.yaml), nama (sopgen.yaml)" in told
    bureau = project / "sopgen.yaml"
    bureau.write_text(bureau.read_text(encoding="utf-8").replace("‹", "").replace("›", ""), encoding="utf-8")
    assert "isian contoh" not in sopgen("build", "--format", "svg").out


def test_a_bureau_is_shown_where_its_own_words_go(sopgen, project: Path) -> None:
    assert sopgen("init").code == 0
    bureau = project / "sopgen.yaml"
    text = bureau.read_text(encoding="utf-8")
    bureau.write_text(text.replace("# kata:", "kata:").replace("#   - SIREBO", "   - SIREBO"), encoding="utf-8")
    (project / "a.sop.yaml").write_text("judul: A\npelaksana: {a: A}\nkegiatan: [{uraian: B, pelaksana: a}]\n")
    assert pipeline.load(project / "a.sop.yaml").setelan.kata == ("SIREBO",)


def test_what_is_there_stays(sopgen, project: Path) -> None:
    (project / "sopgen.yaml").write_text("unit: X\n")
    (project / ".gitignore").write_text("punya saya\n")
    outcome = sopgen("init", "--ci", "github")
    assert outcome.code == 0
    assert "sopgen.yaml sudah ada, dibiarkan" in outcome.out
    assert (project / "sopgen.yaml").read_text() == "unit: X\n"
    assert (project / ".gitignore").read_text() == "punya saya\n"
    workflow = (project / ".github/workflows/sopgen.yml").read_text(encoding="utf-8")
    assert workflow == (ROOT / "docs/ci/sopgen.yml").read_text(encoding="utf-8")
    assert sopgen("init").code == 0


def test_a_file_is_no_folder(sopgen, project: Path) -> None:
    (project / "a").write_text("")
    assert sopgen("init", "a").code == 2
