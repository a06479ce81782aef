"""What others wrote reaches a terminal or a CI log as harmless text: nothing is obeyed, nothing hidden."""

from __future__ import annotations

import ast
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sopgen as package
from sopgen.report.harmless import cells, on_one_line, spelled_out

SPEC = """\
judul: |
  Penyusunan Laporan ##[error]palsu
  ::error file=app.js,line=1::palsu
pelaksana:
  staf: "Staf\\n::warning::palsu2"
  kabag: Kabag
keterkaitan:
  - |
    SOP Lain
    ::notice::palsu3
kegiatan:
  - uraian: |
      menyusun konsep
      ::add-mask::palsu4
    pelaksana: staf
    waktu: |
      selasa
      ::stop-commands::palsu5
    output: |
      x
       ::error::palsu6 ##vso[task.complete]
  - {uraian: Mengarsipkan laporan, pelaksana: kabag, waktu: "##teamcity[x] 5"}
  - {uraian: "Selesai\\n::error::palsu7", pelaksana: "staf"}
"""
NAME = "a\x1b[31m\u202eb\r\n::stop-commands::q ##[x]"
COMMANDS = (
    ("check",),
    ("check", "--fix"),
    ("check", "--format", "junit", "--output", "lapor.xml"),
    ("build", "--check"),
    ("build",),
    ("build",),
    ("layout",),
    ("flowchart",),
    ("fmt", "--check"),
    ("fmt",),
    ("index",),
    ("map",),
    ("compile",),
)


def is_harmless(line: str) -> bool:
    bare = line.lstrip()
    hidden = {"Cc", "Cf", "Zl", "Zp"}
    return (
        not bare.startswith("::")
        and "##[" not in line
        and "##vso[" not in line
        and "##teamcity[" not in line
        and not any(unicodedata.category(each) in hidden for each in line)
    )


@pytest.mark.skipif(os.name == "nt", reason="no such file names there")
def test_no_command_prints_what_a_terminal_or_a_runner_obeys(sopgen, write):
    write(f"specs/{NAME}.sop.yaml", SPEC)
    write(f"specs/buruk {NAME}.sop.yaml", "judul: [\n::error::x\n")
    two = (f"specs/{NAME}.sop.yaml", f"specs/buruk {NAME}.sop.yaml")
    for command in (*COMMANDS, ("diff", two[0], two[0]), ("diff", *two)):
        outcome = sopgen(*command)
        told = outcome.out + outcome.err
        assert "PROGRAM" not in told, told
        assert told
        for line in told.split("\n"):
            assert is_harmless(line), (command, line)


MACHINE = (
    *(("check", "--format", kind) for kind in ("json", "sarif", "junit", "github")),
    ("build", "--format", "xlsx", "--report", "json"),
    ("layout", "--json"),
)


@pytest.mark.skipif(os.name == "nt", reason="no such file names there")
@pytest.mark.parametrize("command", MACHINE, ids=" ".join)
def test_nor_does_any_format_for_machines(sopgen, write, command):
    write(f"specs/{NAME}.sop.yaml", SPEC)
    outcome = sopgen(*command)
    assert outcome.out + outcome.err
    for line in (outcome.out + outcome.err).split("\n"):
        hidden = [each for each in line if unicodedata.category(each) in {"Cc", "Cf", "Zl", "Zp"}]
        assert hidden == [], line


def test_annotations_are_commands_but_nothing_in_them_is(sopgen, write):
    write("specs/x.sop.yaml", SPEC.replace("menyusun", "menyusun \u00ad"))
    lines = sopgen("check", "--format", "github").out.rstrip("\n").split("\n")
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert all(is_harmless(line[2:]) for line in lines)


@given(st.text(alphabet=st.sampled_from("a:#[] \n\t\r\x1b\u202e\u2028é"), max_size=40))
def test_whatever_the_text(text):
    told = spelled_out(text)
    assert all(is_harmless(line) for line in told.split("\n"))
    assert spelled_out(told) == told
    assert is_harmless(on_one_line(text))
    assert "\n" not in on_one_line(text)
    assert is_harmless("1 | " + "".join(cells(text)))


def test_plain_text_stays_as_it_is():
    text = "specs/é.sop.yaml:1:2: BACA-01: a::b #1 [x] ## Bab [y]\n    c: d"
    assert spelled_out(text) == text


def test_all_printing_goes_through_the_console():
    """Three places write bytes that a pipe asked for, and the group prints its own help."""
    folder = Path(package.__file__).parent
    allowed = {
        "cli/console.py",
        "cli/extract.py",
        "cli/building/single_build.py",
        "cli/__init__.py",
        "intake/schema.py",
    }
    found = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {
                "print", "click.echo", "click.secho", "sys.stdout.write", "sys.stderr.write", "sys.stdout.buffer.write",
            }:  # fmt: skip
                found.add(path.relative_to(folder).as_posix())
    assert found == allowed
