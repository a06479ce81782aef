"""The committed figures of benchmarks/language.py are what the rules give today."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.language import CODES, read_sentences, score

TABLE = Path(__file__).parents[2] / "benchmarks" / "README.md"
ROW = re.compile(r"^\| (FMT-03|KEG-0\d) \| (\d+ \| \d+ \| \d+ \| \d+) \|$", re.MULTILINE)


def test_the_figures_are_those_committed():
    sentences = read_sentences()
    total = score(sentences)
    rows = dict(ROW.findall(TABLE.read_text(encoding="utf-8")))

    assert len(sentences) >= 300
    for code in CODES:
        due = total.right[code] + total.misses[code]
        assert rows[code] == f"{due} | {total.right[code]} | {total.false_alarms[code]} | {total.misses[code]}"
