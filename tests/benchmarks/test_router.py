"""A sample of the router's comparison (benchmarks/ROUTER.md): what must hold in every drawing holds in these."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROUTER = Path(__file__).parents[2] / "benchmarks" / "router.py"
SIZES = {"8-20": 200, "20x6": 20, "40x12": 20}
FAULTS = ("through", "overlaps", "touches", "tight", "wrong_ports", "outside", "slanted")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], list[dict[str, Any]]]:
    found = tmp_path_factory.mktemp("router") / "found.json"
    command = [sys.executable, str(ROUTER), "--share", "0.02", "--no-peers", "--json", str(found), "--sets", *SIZES]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    lines = found.read_text(encoding="utf-8").splitlines() if found.exists() else []
    return done, [json.loads(line) for line in lines]


def test_nothing_is_wrong(run):
    done, results = run

    assert done.returncode == 0, done.stdout + done.stderr
    assert {name: sum(r["set"] == name for r in results) for name in SIZES} == SIZES


def test_no_drawing_breaks_a_rule(run):
    for result in run[1]:
        assert not result["failed"], result
        assert not any(result[fault] for fault in FAULTS), result


def test_what_is_drawn_was_computed(run):
    assert all(result["crossings"] == result["computed"] >= result["lower_bound"] for result in run[1])
    assert sum(result["crossings"] for result in run[1]) > 0


def test_nearly_all_are_proved_minimal(run):
    """The whole sets: 99.95 % to 20 steps, 98.9 % at 40."""
    short = [result["proved"] for result in run[1] if result["steps"] <= 20]
    long = [result["proved"] for result in run[1] if result["steps"] > 20]

    assert short.count(False) <= 1
    assert long.count(False) <= 1


def test_corners_are_as_many_as_needed_and_not_many_more(run):
    """To 20 steps each way alone needs one in the mean; drawn are 8 % more."""
    for result in run[1]:
        assert result["corners"] >= result["least_drawn"], result
        assert result["followed"] >= result["least_followed"], result

    short = [result for result in run[1] if result["steps"] <= 20]
    assert sum(r["followed"] for r in short) < 1.12 * sum(r["least_followed"] for r in short)
    assert sum(r["corners"] for r in short) < 1.25 * sum(r["least_drawn"] for r in short)
