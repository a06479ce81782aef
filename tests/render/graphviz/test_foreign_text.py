"""What a picture must say: every name, number and symbol of the spec, whatever signs the names hold."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from sopgen import pipeline

AWKWARD = ("Umum & Keuangan", r"Gudang \G \N", "<b>tebal</b>", 'Biro "A"', "a &amp; b", r"akhir \\", "50 % {x} [y]")
SPEC = """\
judul: Penyusunan Laporan
keterkaitan: %s
pelaksana:
  a: Staf
  b: '%s'
  c: Kepala Bagian
kegiatan:
  - {uraian: Menyusun konsep, pelaksana: a}
  - {uraian: Memeriksa konsep, pelaksana: b, keputusan: {Ya: 3, Tidak: 1}}
  - {uraian: Mengarsipkan laporan, pelaksana: c}
"""


def words_of(svg: bytes) -> str:
    """All texts of the picture, one after the other."""
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", svg.decode())
    return " ".join(html.unescape(text).replace("\xa0", " ") for text in texts)


@pytest.mark.parametrize("name", AWKWARD)
def test_the_flowchart_says_every_name_and_draws_every_symbol(tmp_path: Path, name: str) -> None:
    spec = tmp_path / "x.sop.yaml"
    spec.write_text(SPEC % ("SOP Lain", name), encoding="utf-8")
    loaded = pipeline.load(spec)
    svg = pipeline.render_flowchart(loaded, pipeline.lay_out(loaded), "svg")
    words = words_of(svg).split()
    for expected in ("Staf", *name.split(), "Kepala", "Bagian", "1", "2", "3", "Ya", "Tidak"):
        assert expected in words
    assert svg.count(b"<path") >= 2  # the capsules are drawn behind the nodes


@pytest.mark.parametrize("name", AWKWARD)
def test_the_map_says_every_title(tmp_path: Path, name: str) -> None:
    spec = tmp_path / "x.sop.yaml"
    written = SPEC % (f"'SOP Lain {name}'", "Kabag")
    spec.write_text(written.replace("judul: Penyusunan Laporan", f"judul: 'Uji {name}'"), encoding="utf-8")
    words = words_of(pipeline.render_map([pipeline.load(spec).sop], ["x.pdf"])).split()
    for expected in name.split():
        assert words.count(expected) >= 2  # its own node, and the one it names


def test_a_mark_that_xdot_cannot_say_costs_no_more_than_itself(tmp_path: Path) -> None:
    spec = tmp_path / "x.sop.yaml"
    spec.write_text(SPEC % ("SOP Lain", r'C:\"x" y'), encoding="utf-8")
    loaded = pipeline.load(spec)
    words = words_of(pipeline.render_flowchart(loaded, pipeline.lay_out(loaded), "svg")).split()
    assert {"y", "Kepala", "Bagian", "3"} <= set(words)
