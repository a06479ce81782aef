from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.cli import specs
from sopgen.cli.faults import CommandLineFault
from sopgen.cli.specs import find_specs


def test_hidden_folders_and_files_and_other_files_are_left_out(write):
    for name in (
        "specs/x.sop.yaml",
        "specs/Y.SOP.YAML",
        "specs/.git/x.sop.yaml",
        "specs/.#x.sop.yaml",
        "specs/sopgen.yaml",
        "specs/x.yaml",
        "specs/x.sop.yaml.bak",
    ):
        write(name)
    assert find_specs([]) == [Path("specs/Y.SOP.YAML"), Path("specs/x.sop.yaml")]


def test_a_hidden_folder_that_is_named_is_searched(write):
    write(".simpanan/x.sop.yaml")
    assert find_specs([Path(".simpanan")]) == [Path(".simpanan/x.sop.yaml")]


def test_a_file_that_is_named_is_taken_whatever_its_name(write):
    write("x.txt")
    assert find_specs([Path("x.txt")]) == [Path("x.txt")]


def test_the_order_named_is_kept(write):
    write("b/x.sop.yaml")
    write("a/x.sop.yaml")
    assert [path.as_posix() for path in find_specs([Path("b"), Path("a")])] == ["b/x.sop.yaml", "a/x.sop.yaml"]


def test_the_file_systems_order_does_not_matter(write, monkeypatch):
    for name in ("a.sop.yaml", "b/a.sop.yaml", "c.sop.yaml"):
        write(f"specs/{name}")
    straight = find_specs([])
    walk = specs.os.walk
    monkeypatch.setattr(specs.os, "walk", lambda *a, **k: reversed([(p, d, f[::-1]) for p, d, f in walk(*a, **k)]))
    assert find_specs([]) == straight


def test_a_link_in_a_circle_does_not_hang(write, project):
    write("specs/x.sop.yaml")
    (project / "specs/lagi").symlink_to(project / "specs", target_is_directory=True)
    assert find_specs([]) == [Path("specs/x.sop.yaml")]


def test_a_dangling_link_is_a_spec_that_cannot_be_read(project):
    (project / "x.sop.yaml").symlink_to(project / "tiada")
    assert find_specs([Path("x.sop.yaml")]) == [Path("x.sop.yaml")]


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ([], "tidak ada folder specs/ di sini"),
        (["kosong"], "tidak ada berkas *.sop.yaml atau *.form.xlsx di dalam kosong"),
        (["tiada", "kosong"], "tidak ada berkas atau folder tiada"),
    ],
)
def test_nothing_to_do_is_a_fault(project, named, told):
    (project / "kosong").mkdir()
    with pytest.raises(CommandLineFault) as caught:
        find_specs([Path(name) for name in named])
    assert told in caught.value.message.id


def test_a_folder_that_cannot_be_read(write, monkeypatch):
    write("specs/x.sop.yaml")

    def denied(_folder: object) -> None:
        raise PermissionError(13, "Permission denied", "specs")

    monkeypatch.setattr(specs.os, "scandir", denied)
    assert find_specs([]) == [Path("specs")], "whoever reads it says why not"
