from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from sopgen import cli
from sopgen.cli import command_tree

COMMANDS = ["", *cli.COMMANDS]
CLICKS_OWN = ["Usage", "Options", "Commands", "Show this message", "Positional", "FILE", "NAME", "CODE"]
INDONESIAN = ["Pemakaian:", "Pilihan:", "Perintah:", "bawaan:", "Tampilkan", "BERKAS", "NAMA", "KODE"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_indonesian_has_no_english_of_clicks(command):
    result = CliRunner().invoke(command_tree("id"), [*command.split(), "--help"])
    assert result.exit_code == 0
    assert "Pemakaian: " in result.output
    assert "Tampilkan bantuan ini." in result.output
    assert not [word for word in CLICKS_OWN if word in result.output]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_english_has_no_indonesian(command):
    result = CliRunner().invoke(command_tree("en"), [*command.split(), "--help"])
    assert "Usage: " in result.output
    assert not [word for word in INDONESIAN if word in result.output.split()]


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_option_has_a_help(language):
    group = command_tree(language)
    context = click.Context(group)
    commands = [group.get_command(context, name) for name in group.list_commands(context)]
    options = [p for c in (group, *commands) for p in c.params if isinstance(p, click.Option)]
    assert len(options) > 8
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize(
    ("arguments", "id_text", "en_text"),
    [
        ("bangun", "perintah 'bangun' tidak ada; yang ada: build", "no command 'bangun'; there are: build"),
        ("biuld", "perintah 'biuld' tidak ada; mungkin maksudnya build", "no command 'biuld'; did you mean build"),
        ("build --konsp", "pilihan --konsp tidak ada; mungkin maksudnya --konsep", "no option --konsp; did you mean"),
        ("--apa", "pilihan --apa tidak ada", "no option --apa"),
        ("build -o", "pilihan -o: nilainya kurang", "option -o: a value is missing"),
        ("build --konsep=ya", "pilihan --konsep: nilainya kurang", "option --konsep: a value is missing"),
        ("build --format doc", "--format: nilai tidak dikenal; pilihannya: pdf", "--format: unknown value; choose"),
        ("extract", "BERKAS belum disebutkan", "FILE is missing"),
        ("new", "NAMA belum disebutkan", "NAME is missing"),
        ("new surat --pola apa", "pola apa tidak ada; yang ada: ", "no pattern apa; there are: "),
        ("form --to-spec", "sebutkan berkas formulirnya", "name the form"),
        ("check --format json=", "--format json= tanpa nama berkas", "--format json= names no file"),
        ("check --format json --format sarif", "dua laporan ke satu tempat", "two reports go to one place"),
        ("check --date besok", "--date besok: bukan tanggal", "--date besok: no date"),
        ("check --update-baseline", "--update-baseline memerlukan --baseline", "--update-baseline needs --baseline"),
        ("schema apa", "argumen berlebih", "Got unexpected extra argument"),
    ],
)
def test_a_wrong_command_line(sopgen, arguments, id_text, en_text):
    for language, text in (("id", id_text), ("en", en_text)):
        outcome = sopgen("--lang", language, *arguments.split())
        assert outcome.code == 2
        assert outcome.out == ""
        assert outcome.err.startswith(f"sopgen: {text}")
        _, remedy = outcome.err.splitlines()
        assert remedy.endswith(
            f": sopgen {arguments.split()[0]} --help" if arguments.split()[0] in COMMANDS else "--help"
        )


def test_without_a_command_the_help_and_exit_code_2(sopgen):
    outcome = sopgen()
    assert outcome.code == 2
    assert "Perintah:" in outcome.out + outcome.err


def test_version(sopgen):
    outcome = sopgen("--version")
    assert outcome.code == 0
    assert outcome.out.startswith("sopgen ")


@pytest.mark.parametrize(
    "command",
    ["build --format pdf --format xlsx", "--lang en --lang id check", "index --date 2026-01-01 --date 2026-01-02"],
)
def test_an_option_that_is_given_twice_is_told(sopgen, write, command):
    write("specs/a.sop.yaml")
    outcome = sopgen(*command.split())
    assert outcome.code == 2
    assert "2 kali" in outcome.err or "2 times" in outcome.err


def test_a_flag_and_what_may_be_repeated_may_stand_twice(sopgen, write):
    write("specs/a.sop.yaml", "judul: Arsip\npelaksana: {a: Staf}\nkegiatan: [{uraian: Mencatat, pelaksana: a}]\n")
    outcome = sopgen("check", "--format", "json=a.json", "--format", "html=a.html", "--strict", "--strict")
    assert outcome.code != 2, outcome.err


@pytest.mark.parametrize(
    "command", ["build", "index", "map", "compile", "flowchart", "monev", "standar", "import x.pdf"]
)
def test_standard_output_is_no_file(sopgen, write, project, command):
    write("specs/a.sop.yaml")
    outcome = sopgen(*command.split(), "-o", "-")
    assert (outcome.code, "-o" in outcome.err) == (2, True)
    assert not (project / "-").exists()
