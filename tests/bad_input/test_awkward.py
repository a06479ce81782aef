"""What looks bad but is only awkward: it is drawn, and not a letter is lost."""

# ruff: noqa: E501 - one case a line

from __future__ import annotations

import pytest

from sopgen import pipeline
from tests.bad_input.cases import FINE, HEAD, LONG, ONE, WORD, lanes, step
from tests.bad_input.told import OK, write
from tests.properties.readback import faults

DRAWN = {
    "a 300-letter activity": HEAD + f"  - {{uraian: {WORD}, pelaksana: a}}\n" + ONE,
    "300-letter cells": step(f"kelengkapan: {WORD}, waktu: {WORD}, output: {WORD}, keterangan: {WORD}") + ONE,
    "a 300-letter lane": FINE.replace("Dua", WORD),
    "a 300-letter title": FINE.replace("Judul", WORD),
    "300-letter identity": FINE
    + f"nomor: {WORD}\ninstansi: {WORD}\nunit: {WORD}\ndasar_hukum: {WORD}\npengesahan: {{jabatan: {WORD}, nama: {WORD}}}\n",
    "300 digits": HEAD + f"  - {{uraian: {'1234567890' * 30}, pelaksana: a}}\n" + ONE,
    "a box of 20,000 letters": FINE + f"dasar_hukum: {LONG}\n",
    "a list of 200 laws": FINE + "dasar_hukum:\n" + "".join(f"  - Peraturan Nomor {n}\n" for n in range(200)),
    "fifteen lanes": lanes(15),
    "fifteen lanes on Letter": lanes(15, "Letter"),
    "one step": HEAD + ONE,
    "everything empty": FINE + "nomor:\ninstansi:\nunit:\npengesahan:\ntanggal:\nlogo:\nperingatan:\n",
    "BOM and CRLF": "\ufeff" + FINE.replace("\n", "\r\n"),
    "shapes for marks": FINE.replace("Membaca", "Membaca ✓ dan ☐ surat"),
}


@pytest.mark.parametrize("name", DRAWN)
def test_is_drawn_without_losing_a_letter(sopgen, project, name):
    spec = write(project, DRAWN[name])
    outcome = sopgen("build", "specs/buruk.sop.yaml")
    assert (outcome.code, outcome.err) == (OK, "")
    loaded = pipeline.load(spec)
    data = (project / "output/buruk.pdf").read_bytes()
    assert list(faults(loaded.sop, pipeline.lay_out(loaded), data)) == []
