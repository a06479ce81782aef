"""What the rules find in the reference specs is what tests/golden/*.findings argues, finding by finding."""

from __future__ import annotations

import pytest

from sopgen.diagnostics import Severity
from sopgen.intake import load_spec
from sopgen.rules import REGISTRY, check_compilation, check_spec
from tests.rules.references import NAMES, TODAY, golden, lines_of, spec_path


@pytest.mark.parametrize("name", NAMES)
def test_the_findings_are_the_golden_ones(name: str) -> None:
    found = check_spec(load_spec(spec_path(name)), today=TODAY)

    assert lines_of(found) == [line for line, _ in golden(name)]


@pytest.mark.parametrize("name", NAMES)
def test_every_golden_finding_is_argued(name: str) -> None:
    assert [line for line, argument in golden(name) if not argument.strip()] == []


@pytest.mark.parametrize("name", ["contoh-lengkap", "contoh-ringkas"])
def test_the_examples_have_no_wajib_finding_but_an_accepted_one(name: str) -> None:
    loaded = load_spec(spec_path(name))
    accepted = {(entry.aturan, entry.kegiatan) for entry in loaded.sop.abaikan}
    found = check_spec(loaded, today=TODAY)

    assert [f for f in found if f.severity is Severity.WAJIB and (f.code, f.step) not in accepted] == []


@pytest.mark.parametrize("name", ["contoh-lengkap", "contoh-ringkas"])
def test_the_head_comment_lists_the_advice(name: str) -> None:
    head = spec_path(name).read_text(encoding="utf-8").partition("\nnomor:")[0]
    advised = {f.code for f in check_spec(load_spec(spec_path(name)), today=TODAY.replace(year=2100))}

    accepted = {entry.aturan for entry in load_spec(spec_path(name)).sop.abaikan}
    assert [code for code in sorted(advised - accepted) if code not in head] == []


def test_the_references_are_no_compilation() -> None:
    assert check_compilation([load_spec(spec_path(name)) for name in NAMES]) == ((),) * len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_is_whole(name: str) -> None:
    for found in check_spec(load_spec(spec_path(name)), today=TODAY):
        assert found.span is not None
        assert found.source == REGISTRY[found.code].source
        for message in (found.message, found.remedy, found.source):
            assert message.id
            assert message.en
        assert found.message.id.endswith(".")
        assert found.message.en.endswith(".")
