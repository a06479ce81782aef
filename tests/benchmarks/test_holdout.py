"""The committed figures of benchmarks/holdout.py are what the rules give today, and are good enough."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.holdout import FIFTH, HOLDOUT, judged, scores
from benchmarks.small_sop import Score
from sopgen.diagnostics import Severity
from sopgen.rules.language.spelling.dictionary import find_word_list
from sopgen.rules.presets import severity_in

TABLE = Path(__file__).parents[2] / "benchmarks" / "CLAIMS.md"
ROW = re.compile(r"^\| ([A-Z]+-\d\d) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|", re.MULTILINE)
SETS = {"The fourth set": HOLDOUT, "The fifth set": FIFTH}


@pytest.fixture(scope="module")
def today() -> dict[str, dict[str, Score]]:
    return {name: scores(list(judged(path))) for name, path in SETS.items()}


def committed(name: str) -> dict[str, Score]:
    """The second table of a set; the rows of a rule come in pairs, before and now."""
    section = TABLE.read_text(encoding="utf-8").partition(f"## {name}")[2].partition("\n## ")[0]
    return {
        code: Score(int(found), int(alarms), int(misses)) for code, _, found, alarms, misses in ROW.findall(section)
    }


def of_this_computer(figures: dict[str, Score]) -> dict[str, Score]:
    """Without spelling where there is no dictionary."""
    return {code: score for code, score in figures.items() if code != "EJA-01" or find_word_list() is not None}


@pytest.mark.parametrize("name", SETS)
def test_the_figures_are_those_committed(name, today):
    told = of_this_computer(committed(name))

    assert len(told) > 20
    assert {code: today[name][code]._replace(fine=0) for code in told} == told


def test_what_is_mandatory_is_right_98_times_of_100_and_advice_90_times(today):
    codes = {code for figures in today.values() for code in of_this_computer(figures)}
    for code in codes:
        of_sets = [figures[code] for figures in today.values() if code in figures]
        score = Score(*map(sum, zip(*of_sets, strict=True)))
        least = 0.98 if severity_in("baku", code) is Severity.WAJIB else 0.9
        assert score.precision >= least, code
        assert score.recall >= least, code
