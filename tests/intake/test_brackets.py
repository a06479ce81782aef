"""A bracket left open is named where it opens, wherever reading failed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.intake.codes import Code
from tests.intake.small_specs import HEAD, ONE, places, refused

STEP = HEAD + "  - uraian: x\n    pelaksana: a\n"
OPEN = {
    "before a key": (STEP + "    keputusan: {Ya: 2, Tidak: 1\n    waktu: 1 jam\n" + ONE, 6, 16, "{"),
    "before a step": (STEP + "    lanjut: [2, 3\n" + ONE + ONE, 6, 13, "["),
    "at the end": (STEP + "    lanjut: [2, 3\n", 6, 13, "["),
    "with nothing in it": ("judul: [\n", 1, 8, "["),
    "a whole step": (HEAD + "  - {uraian: x, pelaksana: a\n  - {uraian: y, pelaksana: a}\n", 4, 5, "{"),
    "inside another": (HEAD + "  - {uraian: x, pelaksana: [a, b, waktu: 1}\n" + ONE, 4, 28, "["),
    "around another": (STEP + "    rute: {keluar: kiri, lewat: {2: kiri}\n" + ONE, 6, 11, "{"),
    "a text": ("judul: [Draf Pembuatan Surat\npelaksana: {a: A}\nkegiatan:\n" + ONE, 1, 8, "["),
    "closed in quotes alone": (STEP + "    keputusan: {\"Ya }\": 2, 'Tidak }': 1\n    waktu: 1\n", 6, 16, "{"),
    "closed in a comment alone": (STEP + "    keputusan: {Ya: 2, # }\n      Tidak: 1\n    waktu: 1\n", 6, 16, "{"),
    "beside an apostrophe": (STEP + "    keputusan: {Jum'at: 2, Tidak: 1\n    waktu: '1'\n", 6, 16, "{"),
}


@pytest.mark.parametrize("case", OPEN)
def test_the_open_bracket_is_named(tmp_path: Path, case: str) -> None:
    text, line, column, bracket = OPEN[case]
    (found,) = refused(tmp_path, text)
    assert places((found,)) == [(Code.SYNTAX.value, line, column)]
    assert found.message.id == f"Kurung `{bracket}` dibuka di sini, tetapi tidak ditutup."
    assert f"Tutup dengan `{ {'[': ']', '{': '}'}[bracket] }`" in found.remedy.id


CLOSED = {
    "no comma": (STEP + "    keputusan: {Ya: 2 Tidak: 1}\n", 6, 28, "koma"),
    "no comma on lines": (STEP + "    keputusan: {\n      Ya: 2\n      Tidak: 1}\n", 8, 12, "koma"),
    "a bracket too many": (HEAD + "  - {uraian: x, pelaksana: a}}\n", 4, 30, "berlebih"),
    "an open quote": (STEP + '    keputusan: {"Ya: 2, Tidak: 1}\n  - uraian: "y"\n    pelaksana: a\n', 6, 17, "kutip"),
}


@pytest.mark.parametrize("case", CLOSED)
def test_what_is_closed_is_not_called_open(tmp_path: Path, case: str) -> None:
    text, line, column, remedy = CLOSED[case]
    (found,) = refused(tmp_path, text)
    assert places((found,)) == [(Code.SYNTAX.value, line, column)]
    assert remedy in found.remedy.id


@pytest.mark.parametrize("sign", ["!!map ", "&a ", "! "])
def test_an_open_bracket_behind_a_tag_or_an_anchor_is_refused_in_words(tmp_path: Path, sign: str) -> None:
    found = refused(tmp_path, STEP + f"    keputusan: {sign}{{Ya: 2, Tidak: 1\n    waktu: 1 jam\n" + ONE)
    assert found
    assert {each.span.line for each in found if each.span} == {6}


def test_what_was_wrong_before_the_bracket_comes_first(tmp_path: Path) -> None:
    (found,) = refused(tmp_path, "nomor: *x\nlanjut: [a\n" + HEAD)
    assert places((found,)) == [(Code.SPECIAL_SIGN.value, 1, 8)]
