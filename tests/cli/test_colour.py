"""Colour on a terminal: the same words, and none where the user or the terminal does not want it."""

from __future__ import annotations

import re

import click
import pytest

from sopgen.cli.colour import coloured, wanted

FINDING = """specs/a.sop.yaml:17:15: KEG-01 wajib (langkah 2): Uraian diawali subjek “Pemohon”.
   17 |   - {uraian: "Pemohon mengisi formulir"
      |               ^^^^^^^
    Perbaikan: Mulai dengan kata kerja: “Mengisi …”.
    Akibatnya: kolomnya tidak diperiksa
    Sumber: Paparan KemenPAN-RB 2014, slide 41

1 wajib, 0 anjuran"""


def test_colour_adds_nothing_and_takes_nothing_away() -> None:
    assert click.unstyle(coloured(FINDING)) == FINDING


@pytest.mark.parametrize(
    ("piece", "style"),
    [
        ("specs/a.sop.yaml:17:15", "1"),
        ("KEG-01 wajib", "31"),
        ("^^^^^^^", "31"),
        ("Perbaikan:", "1"),
        ("Akibatnya:", "1"),
        ("Sumber:", "1"),
    ],
)
def test_what_is_set_off(piece: str, style: str) -> None:
    assert re.search(rf"\x1b\[{style}m(\x1b\[1m)?{re.escape(piece)}\x1b\[0m", coloured(FINDING))


def test_advice_is_not_red() -> None:
    line = coloured("a.sop.yaml:1:1: MB-06 anjuran: …")
    assert "\x1b[33mMB-06 anjuran" in line
    assert "\x1b[31m" not in line


def test_a_line_of_a_spec_stays_as_it_is() -> None:
    line = '   17 |   - {uraian: "KEG-01 wajib: x", pelaksana: aplikasi}'
    assert coloured(line) == line


@pytest.mark.parametrize(
    ("environment", "expected"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_no_color_is_kept(environment: dict[str, str], expected: bool) -> None:
    assert wanted(environment) is expected


@pytest.mark.parametrize(("weight", "style"), [("mandatory", "31"), ("advised", "33")])
def test_weights_in_english_have_the_same_colours(weight: str, style: str) -> None:
    assert f"\x1b[{style}mMB-06 {weight}" in coloured(f"a.sop.yaml:1:1: MB-06 {weight}: …")
