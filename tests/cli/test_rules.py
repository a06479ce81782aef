"""`sopgen explain` and `sopgen rules`: a rule's page and the table of all."""

from __future__ import annotations

import re

import pytest

from sopgen.rules import REGISTRY


def test_a_rule_is_explained_in_either_language(sopgen):
    indonesian, english = sopgen("explain", "keg-01"), sopgen("explain", "KEG-01", "--lang", "en")

    assert indonesian.code == english.code == 0
    assert indonesian.out.startswith("# KEG-01 Uraian kegiatan diawali kata kerja aktif")
    assert re.findall(r"^## (.*)$", indonesian.out, re.MULTILINE) == [
        *("Diperiksa", "Dasar", "Alasan", "Salah", "Benar", "Perbaikan")
    ]
    assert re.findall(r"^## (.*)$", english.out, re.MULTILINE) == [
        *("Checked", "Basis", "Why", "Wrong", "Right", "Remedy")
    ]


def test_several_rules_are_explained_one_after_another(sopgen):
    outcome = sopgen("explain", "AKT-03", "BACA-03")

    assert re.findall(r"^# (\S+)", outcome.out, re.MULTILINE) == ["AKT-03", "BACA-03"]


@pytest.mark.parametrize(("arguments", "told"), [(["KEG-99"], "KEG-99"), ([], "KEG-01")])
def test_an_unknown_rule_or_none_is_a_fault_of_the_command_line(sopgen, arguments, told):
    outcome = sopgen("explain", *arguments)

    assert outcome.code == 2
    assert told in outcome.err
    assert outcome.out == ""


def test_the_table_holds_every_code_once(sopgen):
    outcome = sopgen("rules")

    assert outcome.code == 0
    assert re.findall(r"^  ([A-Z]+-\d+) ", outcome.out, re.MULTILINE) == list(REGISTRY)


def test_what_the_program_always_meets_is_said_so(sopgen):
    outcome = sopgen("rules")

    assert re.search(r"^  FMT-01 +selalu dipenuhi program ", outcome.out, re.MULTILINE)
    assert "tanpa bobot" not in outcome.out
