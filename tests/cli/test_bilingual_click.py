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
        ("schema apa", "argumen berlebih", "Got unexpected extra argument"),
    ],
)
def test_a_wrong_command_line(sopgen, arguments, id_text, en_text):
    for language, text in (("id", id_text), ("en", en_text)):
        outcome = sopgen("--lang", language, *arguments.split())
        assert outcome.code == 2
        assert outcome.out == ""
        assert outcome.err.startswith(f"sopgen: {text}")
        assert "--help" in outcome.err.splitlines()[1]


def test_without_a_command_the_help_and_exit_code_2(sopgen):
    outcome = sopgen()
    assert outcome.code == 2
    assert "Perintah:" in outcome.out + outcome.err


def test_version(sopgen):
    outcome = sopgen("--version")
    assert outcome.code == 0
    assert outcome.out.startswith("sopgen ")
