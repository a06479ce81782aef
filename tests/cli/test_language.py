from __future__ import annotations

import pytest

from sopgen.cli.faults import CommandLineFault
from sopgen.cli.language import spoken_language


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ("build", {}, "id"),
        ("build", {"SOPGEN_LANG": "en"}, "en"),
        ("build", {"SOPGEN_LANG": " "}, "id"),
        ("--lang en build", {}, "en"),
        ("build --lang=en", {"SOPGEN_LANG": "id"}, "en"),
        ("--lang id build --lang en", {}, "en"),
        ("--lang=en build --lang id", {}, "id"),
        ("build -- --lang en", {}, "id"),
        ("build --lang", {}, "id"),
        ("build --lang xx", {}, "id"),
        ("build --lang en", {"SOPGEN_LANG": "xx"}, "en"),
    ],
)
def test_the_language_asked_for(arguments, environment, language):
    assert spoken_language(arguments.split(), environment) == language


def test_a_wrong_variable_is_refused():
    with pytest.raises(CommandLineFault, match="SOPGEN_LANG=xx"):
        spoken_language(["build"], {"SOPGEN_LANG": "xx"})


def test_a_wrong_variable_ends_the_command_in_indonesian(sopgen, monkeypatch):
    monkeypatch.setenv("SOPGEN_LANG", "xx")
    outcome = sopgen("build")
    assert outcome.code == 2
    assert outcome.err == "sopgen: SOPGEN_LANG=xx: bahasa tidak dikenal; isilah id atau en\n"


def test_a_wrong_option_ends_the_command_in_indonesian(sopgen):
    for arguments in (("--lang", "xx", "build"), ("build", "--lang", "xx")):
        outcome = sopgen(*arguments)
        assert outcome.code == 2
        assert outcome.err.startswith("sopgen: --lang: nilai tidak dikenal; pilihannya: id, en\n")
