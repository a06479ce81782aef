"""The examples on the rules' pages are true: the wrong one gives exactly its code, the right one nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.rules import REGISTRY
from tests.rules.examples import check_example

CODES = [rule.code for rule in REGISTRY.values() if rule.documentation]


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_gives_exactly_this_code(code: str, tmp_path: Path) -> None:
    found = check_example(REGISTRY[code].documentation.wrong, tmp_path)

    assert {finding.code for finding in found} == {code}


@pytest.mark.parametrize("code", CODES)
def test_the_right_example_gives_nothing(code: str, tmp_path: Path) -> None:
    found = check_example(REGISTRY[code].documentation.right, tmp_path)

    assert [(finding.code, finding.message.id) for finding in found] == []
