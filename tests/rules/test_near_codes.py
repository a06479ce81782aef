from __future__ import annotations

import pytest

from sopgen.rules import REGISTRY
from sopgen.rules.near_codes import near_codes


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("KEG-1", ("KEG-01",)),
        ("keg01", ("KEG-01",)),
        ("keg-01", ("KEG-01",)),
        ("KEG-99", ("KEG",)),
        ("JDI-03", ("JDL",)),
        ("QQQ", ()),
        ("", ()),
    ],
)
def test_what_was_meant(wrong, meant):
    assert near_codes(wrong, REGISTRY) == meant
