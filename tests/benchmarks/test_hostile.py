"""Six hundred hostile files: none takes the program down, none is refused without a word. Ten thousand: HOSTILE.md."""

from __future__ import annotations

import os

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="processes are forked and limited in other ways there"),
]


FILES = {"zip": 68, "xml": 68, "pdf": 68, "spec": 68, "picture": 68, "name": 68, "form": 24, "drawing": 68}
FILES |= {
    "crowd": 12,
    "filled": 10,
    "issued": 10,
    "update": 8,
    "report": 10,
    "baseline": 12,
    "bureau": 12,
    "service": 10,
}
FILES |= {"question": 8}
"""Six hundred; a form takes most time to make."""


@pytest.mark.parametrize("kind", FILES)
def test_no_file_hangs_drowns_or_breaks_a_command(kind):
    from benchmarks.hostile import KINDS, try_seed

    assert set(FILES) == set(KINDS)
    ran = [each for seed in range(FILES[kind]) for each in try_seed(seed, [kind], quick=True)]
    assert len(ran) == FILES[kind]
    assert [each for each in ran if each.fault] == []
