from __future__ import annotations

from pathlib import Path

import pytest

from sopgen import pipeline
from sopgen.cli import writing

pytestmark = pytest.mark.usefixtures("words")


def files(folder: Path) -> list[str]:
    """All files but the manifest."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in found if path.name != ".sopgen.json")


def test_all_of_specs_by_default_in_stable_order(sopgen, write, project):
    for name in ("specs/b.sop.yaml", "specs/a/x.sop.yaml", "specs/a.sop.yaml"):
        write(name)
    outcome = sopgen("build")
    assert outcome.code == 0
    assert outcome.err == ""
    assert outcome.out.splitlines() == [
        "specs/a/x.sop.yaml → output/a/x.pdf, output/a/x.xlsx (3 halaman)",
        "specs/a.sop.yaml → output/a.pdf, output/a.xlsx (3 halaman)",
        "specs/b.sop.yaml → output/b.pdf, output/b.xlsx (3 halaman)",
        "3 SOP",
        "  dibuat  3",
    ]
    assert files(project / "output") == ["a.pdf", "a.xlsx", "a/x.pdf", "a/x.xlsx", "b.pdf", "b.xlsx"]


def test_a_name_that_keeps_a_spec_from_being_read_is_said(sopgen, write):
    for name in ("specs/a.sop.yaml", "specs/b.sop.yaml.txt", "specs/c/d.sop.yml", "specs/catatan.txt", "specs/e.yaml"):
        write(name)
    outcome = sopgen("build")
    assert outcome.code == 0
    assert outcome.err.splitlines() == [
        "specs/b.sop.yaml.txt: dilewati; ganti namanya supaya berakhir .sop.yaml",
        "specs/c/d.sop.yml: dilewati; ganti namanya supaya berakhir .sop.yaml",
    ]


def test_a_spec_outside_specs_goes_to_the_output_folder_itself(sopgen, write, project):
    write("lain/dalam/x.sop.yaml")
    assert sopgen("build", "lain", "-o", "hasil").code == 0
    assert files(project / "hasil") == ["x.pdf", "x.xlsx"]


def test_a_spec_named_twice_is_built_once(sopgen, write):
    write("specs/x.sop.yaml")
    assert len(sopgen("build", "specs", "specs/x.sop.yaml", "./specs/../specs/x.sop.yaml").out.splitlines()) == 1


def test_unicode_and_spaces_in_names(sopgen, write, project):
    write("specs/biro umum/Tata Naskah – résumé 文書.sop.yaml")
    outcome = sopgen("build")
    assert outcome.out == (
        "specs/biro umum/Tata Naskah – résumé 文書.sop.yaml → "
        "output/biro umum/Tata Naskah – résumé 文書.pdf, output/biro umum/Tata Naskah – résumé 文書.xlsx (3 halaman)\n"
    )
    assert (project / "output/biro umum/Tata Naskah – résumé 文書.pdf").read_bytes() == b"baik"


def test_konsep_is_handed_on(sopgen, write, project):
    write("specs/x.sop.yaml")
    sopgen("build", "--konsep")
    assert (project / "output/x.pdf").read_bytes() == b"baik/konsep"


@pytest.mark.parametrize("word", ["rusak", "tak-muat", "meledak"])
def test_a_spec_that_fails_does_not_stop_the_others(sopgen, write, project, word):
    write("specs/1.sop.yaml")
    write("specs/2.sop.yaml", word)
    write("specs/3.sop.yaml")
    outcome = sopgen("build")
    assert outcome.code == 1
    assert files(project / "output") == ["1.pdf", "1.xlsx", "3.pdf", "3.xlsx"]
    assert outcome.err.startswith("specs/2.sop.yaml")
    assert "Traceback" not in outcome.err


def test_every_fault_of_a_spec_is_told_with_its_place(sopgen, write):
    write("specs/x.sop.yaml", "rusak")
    assert sopgen("build").err.splitlines() == [
        "specs/x.sop.yaml:1:1: BACA-99: ada yang salah",
        "    1 | rusak",
        "      | ^",
        "    Perbaikan: perbaikilah",
        "specs/x.sop.yaml:2:1: BACA-99: ada yang salah",
        "    2 | rusak",
        "      | ^",
        "    Perbaikan: perbaikilah",
    ]


def test_findings_are_counted_in_one_line_and_stop_nothing(sopgen, write, project):
    write("specs/a.sop.yaml", "temuan berat")
    write("specs/b.sop.yaml")
    outcome = sopgen("build")
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "specs/a.sop.yaml → output/a.pdf, output/a.xlsx (3 halaman)",
        "a: 1 wajib, 1 anjuran; lihat sopgen check",
        "specs/b.sop.yaml → output/b.pdf, output/b.xlsx (3 halaman)",
        "2 SOP",
        "  dibuat  2",
    ]
    assert files(project / "output") == ["a.pdf", "a.xlsx", "b.pdf", "b.xlsx"]


def test_an_internal_fault_is_one_line_with_a_remedy(sopgen, write, monkeypatch):
    write("specs/x.sop.yaml", "meledak")
    first, remedy = sopgen("build", "--lang", "en").err.splitlines()
    assert first.startswith(
        "specs/x.sop.yaml: PROGRAM-01: Internal fault in sopgen itself (RuntimeError: dua baris, conftest.py:"
    )
    assert "report" in remedy
    monkeypatch.setenv("SOPGEN_DEBUG", "1")
    assert "Traceback" in sopgen("build").err


def test_two_specs_with_one_target_are_both_refused(sopgen, write, project):
    write("lain/Surat.sop.yaml")
    write("specs/surat.sop.yaml")
    write("specs/baik.sop.yaml")
    outcome = sopgen("build", "lain", "specs")
    assert outcome.code == 1
    assert files(project / "output") == ["baik.pdf", "baik.xlsx"]
    first, _, second, _ = outcome.err.splitlines()
    assert first == "lain/Surat.sop.yaml: BERKAS-01: Keluarannya, Surat, sama dengan keluaran specs/surat.sop.yaml."
    assert second == "specs/surat.sop.yaml: BERKAS-01: Keluarannya, surat, sama dengan keluaran lain/Surat.sop.yaml."


def test_a_spec_that_cannot_be_read_still_claims_its_target(sopgen, write, project):
    write("lain/x.sop.yaml")
    write("specs/x.sop.yaml", "rusak")
    assert sopgen("build", "lain", "specs").code == 1
    assert not (project / "output").exists()


def test_the_project_root_is_the_folder_of_sopgen_yaml(sopgen, write, project):
    write("biro/sopgen.yaml")
    write("biro/specs/a/x.sop.yaml")
    assert sopgen("build", "biro").out == "biro/specs/a/x.sop.yaml → output/a/x.pdf, output/a/x.xlsx (3 halaman)\n"


def test_a_missing_path_ends_the_command_before_anything_is_built(sopgen, write, project):
    write("specs/x.sop.yaml")
    outcome = sopgen("build", "specs", "tiada", "specs/tiada.sop.yaml")
    assert outcome.code == 2
    assert outcome.err == "sopgen: tidak ada berkas atau folder tiada, specs/tiada.sop.yaml\n"
    assert not (project / "output").exists()


def test_an_output_folder_that_is_a_file(sopgen, write, project):
    write("specs/x.sop.yaml")
    (project / "output").write_text("berkas")
    outcome = sopgen("build")
    assert outcome.code == 2
    assert outcome.err == "sopgen: output adalah berkas, bukan folder; pilih folder lain dengan -o\n"
    assert (project / "output").read_text() == "berkas"


def test_a_file_in_the_place_of_a_folder_below_the_output_folder(sopgen, write, project):
    write("specs/a/x.sop.yaml")
    write("specs/b.sop.yaml")
    (project / "output").mkdir()
    (project / "output/a").write_text("berkas")
    outcome = sopgen("build")
    assert outcome.code == 2
    assert outcome.err.startswith("sopgen: output/a/x.pdf tidak dapat ditulis: ada berkas di tempat")
    assert (project / "output/b.pdf").exists()


def test_an_output_that_is_a_folder(sopgen, write, project):
    write("specs/x.sop.yaml")
    (project / "output/x.pdf").mkdir(parents=True)
    outcome = sopgen("build")
    assert outcome.code == 2
    assert outcome.err.startswith("sopgen: output/x.pdf tidak dapat ditulis: sudah ada folder")
    assert files(project / "output") == ["x.xlsx"]


def test_an_output_open_in_another_program(sopgen, write, project, monkeypatch):
    write("specs/x.sop.yaml")
    write("specs/y.sop.yaml")
    (project / "output").mkdir()
    (project / "output/x.pdf").write_text("lama")
    replace = writing.os.replace

    def locked(source: Path, target: Path) -> None:
        if target.name == "x.pdf":
            raise PermissionError(13, "The process cannot access the file")
        replace(source, target)

    monkeypatch.setattr(writing.os, "replace", locked)
    outcome = sopgen("build")
    assert outcome.code == 2
    assert "output/x.pdf tidak dapat ditulis" in outcome.err
    assert "terbuka di program lain" in outcome.err
    assert (project / "output/x.pdf").read_text() == "lama"
    assert files(project / "output") == ["x.pdf", "x.xlsx", "y.pdf", "y.xlsx"]


def test_an_interrupted_write_leaves_nothing_behind(sopgen, write, project, monkeypatch):
    write("specs/x.sop.yaml")

    def interrupted(_source: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing.os, "replace", interrupted)
    outcome = sopgen("build")
    assert outcome.code == 130
    assert outcome.err.strip() == "sopgen: dihentikan"
    assert files(project / "output") == []


def test_a_fault_in_english(sopgen, write):
    write("specs/x.sop.yaml", "rusak")
    assert "something is wrong" in sopgen("--lang", "en", "build").err
    assert "Remedy: mend it" in sopgen("build", "--lang=en").err


def test_progress_only_on_a_terminal(sopgen, write, monkeypatch):
    write("specs/x.sop.yaml")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    outcome = sopgen("build")
    line = "[1/1] specs/x.sop.yaml …"
    assert outcome.err == line + "\r" + " " * len(line) + "\r"
    assert outcome.out == "specs/x.sop.yaml → output/x.pdf, output/x.xlsx (3 halaman)\n"


def test_a_render_fault_leaves_the_old_output(sopgen, write, project, monkeypatch):
    write("specs/x.sop.yaml")
    sopgen("build")

    def broken(_document: object, _format: str, **_: str) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "render_document", broken)
    write("specs/x.sop.yaml", "baik lagi")
    assert sopgen("build").code == 1
    assert (project / "output/x.pdf").read_bytes() == b"baik"


@pytest.mark.parametrize(
    ("wanted", "names"),
    [("pdf", ["x.pdf"]), ("xlsx", ["x.xlsx"]), (" XLSX, pdf,", None), ("xlsx,pdf", ["x.pdf", "x.xlsx"])],
)
def test_formats(sopgen, write, project, wanted, names):
    write("specs/x.sop.yaml")
    outcome = sopgen("build", "--format", wanted)
    assert outcome.code == (0 if names else 2)
    assert not names or files(project / "output") == names


@pytest.mark.parametrize(
    ("contents", "name", "told"),
    [
        ("diubah", "x.pdf", "ditandatangani atau diubah sejak"),
        ("diubah", "x.xlsx", "ditandatangani atau diubah sejak"),
        ("asing", "x.pdf", "bukan berkas sopgen"),
        ("asing", "x.xlsx", "bukan berkas sopgen"),
    ],
)
def test_a_file_edited_by_hand_is_left_alone(sopgen, write, project, contents, name, told):
    write("specs/x.sop.yaml")
    write("specs/y.sop.yaml")
    write(f"output/{name}", contents)
    outcome = sopgen("build")
    assert outcome.code == 1
    assert f"sopgen: output/{name}: " in outcome.err
    assert told in outcome.err
    assert "tidak ditimpa" in outcome.err
    assert "--force" in outcome.err
    assert (project / "output" / name).read_text() == contents
    assert sopgen("build", "--check").code == 1
    assert files(project / "output") == [name, "y.pdf", "y.xlsx"]  # and no other half of a pair that would differ
    assert "edited by hand" in sopgen("build", "--lang", "en").err


def test_force_overwrites_what_was_edited(sopgen, write, project):
    write("specs/x.sop.yaml")
    write("output/x.pdf", "diubah")
    write("output/x.xlsx", "asing")
    outcome = sopgen("build", "--force")
    assert outcome.code == 0
    assert [line.split(",")[0] for line in outcome.err.splitlines()] == [
        "output/x.pdf: ditimpa (--force)",
        "output/x.xlsx: ditimpa (--force)",
    ]
    assert (project / "output/x.pdf").read_bytes() == (project / "output/x.xlsx").read_bytes() == b"baik"


def test_a_file_without_a_seal_is_ours_while_the_manifest_lists_it_as_it_is(sopgen, write, project):
    write("specs/x.sop.yaml", "asing")
    assert sopgen("build").code == 0
    write("specs/x.sop.yaml", "asing lagi")
    assert sopgen("build", "--check").code == 3
    assert sopgen("build").code == 0
    assert (project / "output/x.pdf").read_bytes() == b"asing lagi"
    write("output/x.pdf", "asing, hasil pindai")
    assert sopgen("build", "--check").code == 1
    assert sopgen("build").code == 1
    assert (project / "output/x.pdf").read_bytes() == b"asing, hasil pindai"


def test_what_cannot_be_written_weighs_more_than_an_edit(sopgen, write, project):
    write("specs/x.sop.yaml")
    write("specs/y.sop.yaml")
    write("output/x.xlsx", "diubah")
    (project / "output/y.pdf").mkdir()
    assert sopgen("build").code == 2
