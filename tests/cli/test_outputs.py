from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from sopgen.cli import writing
from sopgen.cli.faults import CommandLineFault, WriteFault
from sopgen.cli.outputs import check_output_folder, collisions, target_stem
from sopgen.cli.writing import write_output


@pytest.mark.parametrize(
    ("spec", "stem"),
    [
        ("specs/x.sop.yaml", "x"),
        ("specs/a/b/x.sop.yaml", "a/b/x"),
        ("specs/a/../x.sop.yaml", "x"),
        ("lain/x.sop.yaml", "x"),
        ("lain/specs/x.sop.yaml", "x"),
        ("x.SOP.YAML", "x"),
        ("x.v2.sop.yaml", "x.v2"),
        ("x.yaml", "x"),
        ("x.txt", "x.txt"),
        (".sop.yaml", ".sop"),
    ],
)
def test_where_a_spec_goes(project, spec, stem):
    assert target_stem(Path(spec), project).as_posix() == stem


def test_where_a_spec_goes_when_the_project_is_reached_through_a_link(project):
    (project / "asli/specs/a").mkdir(parents=True)
    (project / "tautan").symlink_to(project / "asli", target_is_directory=True)
    assert target_stem(Path("tautan/specs/a/x.sop.yaml"), project / "asli") == Path("a/x")


def test_collisions_are_case_folded_and_normalised():
    stems = {
        Path("1"): Path("STRASSE"),
        Path("2"): Path("straße"),
        Path("3"): Path("re\u0301sume\u0301"),
        Path("4"): Path("Résumé"),
        Path("5"): Path("a/x"),
        Path("6"): Path("x"),
    }
    assert list(collisions(stems)) == [Path("1"), Path("2"), Path("3"), Path("4")]


def test_collision_names_all_rivals():
    refused = collisions({Path("1"): Path("x"), Path("2"): Path("X"), Path("3"): Path("x")})
    assert refused[Path("2")].message.en == "Its output, X, is also the output of 1, 3."


def test_written_whole_with_folders_made(project):
    target = write_output(Path("keluar"), Path("a/b/x.pdf"), b"isi")
    assert target == Path("keluar/a/b/x.pdf")
    assert target.read_bytes() == b"isi"
    assert [path.name for path in target.parent.iterdir()] == ["x.pdf"]


def test_a_new_file_has_the_users_own_permissions(project):
    plain = Path("biasa")
    plain.write_bytes(b"")
    assert write_output(Path("keluar"), Path("x.pdf"), b"").stat().st_mode == plain.stat().st_mode


def test_a_longest_possible_name_can_be_written(project):
    name = "x" * 251 + ".pdf"
    assert write_output(Path("keluar"), Path(name), b"isi").exists()


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, "penyimpanan penuh"), (errno.EACCES, "sedang terbuka"), (errno.EROFS, "hanya dapat dibaca")],
)
@pytest.mark.parametrize("stage", ["fsync", "replace"])
def test_a_failed_write_keeps_the_old_file_and_no_rest(project, monkeypatch, number, told, stage):
    write_output(Path("keluar"), Path("x.pdf"), b"lama")

    def fails(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(writing.os, stage, fails)
    with pytest.raises(WriteFault) as caught:
        write_output(Path("keluar"), Path("x.pdf"), b"baru")
    assert caught.value.message.id.startswith("keluar/x.pdf tidak dapat ditulis: ")
    assert told in caught.value.message.id
    assert {path.name: path.read_bytes() for path in Path("keluar").iterdir()} == {"x.pdf": b"lama"}


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, MemoryError])
def test_stopped_between_write_and_replace(project, monkeypatch, stop):
    def stopped(*_: object) -> None:
        raise stop

    monkeypatch.setattr(writing.os, "replace", stopped)
    with pytest.raises(stop):
        write_output(Path("keluar"), Path("x.pdf"), b"baru")
    assert list(Path("keluar").iterdir()) == []


def test_a_link_inside_the_output_folder_leads_nowhere(project):
    (project / "luar").mkdir()
    (project / "keluar").mkdir()
    (project / "keluar/a").symlink_to(project / "luar", target_is_directory=True)
    with pytest.raises(WriteFault, match="outside"):
        write_output(Path("keluar"), Path("a/x.pdf"), b"isi")
    with pytest.raises(WriteFault, match="outside"):
        write_output(Path("keluar"), Path("a/b/x.pdf"), b"isi")
    assert list((project / "luar").iterdir()) == []


def test_no_way_up_out_of_the_output_folder(project):
    with pytest.raises(WriteFault, match="outside"):
        write_output(Path("keluar"), Path("../x.pdf"), b"isi")
    assert list(project.iterdir()) == []


def test_a_link_in_the_targets_place_is_replaced_not_followed(project):
    other = project / "lain.pdf"
    other.write_bytes(b"lain")
    (project / "keluar").mkdir()
    (project / "keluar/x.pdf").symlink_to(other)
    write_output(Path("keluar"), Path("x.pdf"), b"isi")
    assert other.read_bytes() == b"lain"
    assert not (project / "keluar/x.pdf").is_symlink()


def test_the_output_folder_may_itself_be_a_link(project):
    (project / "bersama").mkdir()
    (project / "keluar").symlink_to(project / "bersama", target_is_directory=True)
    write_output(Path("keluar"), Path("a/x.pdf"), b"isi")
    assert (project / "bersama/a/x.pdf").exists()


def test_an_output_folder_below_a_file(project):
    Path("berkas").write_text("")
    check_output_folder(Path("belum/ada"))
    with pytest.raises(CommandLineFault):
        check_output_folder(Path("berkas"))
    with pytest.raises(WriteFault, match="a file stands"):
        write_output(Path("berkas/dalam"), Path("x.pdf"), b"")
