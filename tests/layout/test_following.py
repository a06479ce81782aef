"""A drawing made soon, with the table set as it was: the same pages where the search would choose alike, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen import pipeline
from sopgen.intake import MemorySource
from sopgen.layout.flowpages import chartsearch
from tests.generator import generate, generate_flow

SPECS = Path(__file__).resolve().parents[2] / "specs"
TEXTS = {
    **{name: (SPECS / f"{name}.sop.yaml").read_text(encoding="utf-8") for name in ("konsinyering", "contoh-lengkap")},
    "made-up": generate_flow(4, 22, 7, 0.3),
    "entered from inside": generate(243),
}


def load(text: str):
    kept = [line for line in text.splitlines(keepends=True) if not line.startswith("logo:")]
    return pipeline.load(MemorySource("x.sop.yaml", "".join(kept).encode(), None, ()))


@pytest.mark.parametrize("name", TEXTS)
def test_as_its_own_drawing_was_set_it_is_the_same(name):
    loaded = load(TEXTS[name])
    drawn = pipeline.lay_out(loaded)
    soon = pipeline.preview(loaded, drawn.choice)
    assert soon == drawn._replace(origin=None, konektor=soon.konektor)


def test_a_few_other_words_stand_in_the_same_columns():
    choice = pipeline.lay_out(load(TEXTS["konsinyering"])).choice
    other = load(TEXTS["konsinyering"].replace("surat undangan", "surat dan undangan", 1))
    assert pipeline.preview(other, choice).pages == pipeline.lay_out(other).pages


def test_a_longer_text_is_drawn_in_columns_that_a_search_would_not_take():
    choice = pipeline.lay_out(load(TEXTS["konsinyering"])).choice
    first = load(TEXTS["konsinyering"]).sop.kegiatan[0].uraian.teks
    other = load(TEXTS["konsinyering"].replace(first, first + " dan seterusnya" * 30, 1))
    soon, settled = pipeline.preview(other, choice), pipeline.lay_out(other)
    assert soon.choice == choice != settled.choice
    assert "seterusnya dan seterusnya" in " ".join(
        run.text for _, _, cell in soon.cells() for text in cell.texts for run in text.runs
    )


def test_other_columns_paper_or_type_are_for_the_search():
    text = TEXTS["konsinyering"]
    choice = pipeline.lay_out(load(text)).choice
    loaded = load(text)
    for tampilan in ({"kertas": "F4"}, {"ukuran_huruf_terkecil": 9.5, "ukuran_huruf": 9.5}, {"halaman": "gabung"}):
        sop = loaded.sop._replace(tampilan=loaded.sop.tampilan._replace(**tampilan))
        assert pipeline.preview(loaded._replace(sop=sop), choice) is None, tampilan
    fewer = choice._replace(lanes=choice.lanes[1:])
    assert pipeline.preview(loaded, fewer) is None


def test_what_finds_no_room_so_is_for_the_search():
    choice = pipeline.lay_out(load(TEXTS["konsinyering"])).choice
    first = load(TEXTS["konsinyering"]).sop.kegiatan[0].uraian.teks
    endless = load(TEXTS["konsinyering"].replace(first, first + " dan seterusnya" * 150, 1))
    assert (
        pipeline.preview(
            endless, choice._replace(texts=(42.0, *choice.texts[1:-1], choice.texts[-1] + choice.texts[0] - 42.0))
        )
        is None
    )


SHORT = """judul: Permintaan ATK
nomor: 3/SOP/2026
instansi: Dinas Contoh
tanggal: {pembuatan: 2026-01-05, efektif: 2026-02-01}
pengesahan: {jabatan: Kepala Dinas, nama: Budi}
pelaksana: {staf: Staf, kepala: Kepala}
tampilan: {halaman: gabung}
kegiatan:
  - uraian: Mengajukan permintaan
    pelaksana: staf
  - uraian: Menyetujui permintaan
    pelaksana: kepala
    keputusan: {Ya: 3, Tidak: 1}
  - uraian: Mencatat pengeluaran barang
    pelaksana: staf
"""


def test_one_page_with_identity_and_flow_follows_too():
    choice = pipeline.lay_out(load(SHORT)).choice
    assert choice.above >= 0
    other = load(SHORT.replace("Mencatat pengeluaran", "Mencatat semua pengeluaran"))
    soon = pipeline.preview(other, choice)
    assert len(soon.pages) == 1
    assert soon.pages == pipeline.lay_out(other).pages
    apart = load(SHORT.replace("gabung", "terpisah"))
    assert pipeline.preview(apart, choice) is None


def test_where_one_page_had_no_room_the_pages_follow_as_they_are():
    loaded = load(TEXTS["contoh-lengkap"])
    loaded = loaded._replace(sop=loaded.sop._replace(tampilan=loaded.sop.tampilan._replace(halaman="gabung")))
    drawn = pipeline.lay_out(loaded)
    assert drawn.choice.above == -1
    soon = pipeline.preview(loaded, drawn.choice)
    assert soon == drawn._replace(origin=None, konektor=soon.konektor)


def test_a_page_that_stayed_as_it_was_is_not_routed_again(monkeypatch):
    choice = pipeline.lay_out(load(TEXTS["contoh-lengkap"])).choice
    first = pipeline.preview(load(TEXTS["contoh-lengkap"]), choice)
    monkeypatch.setattr(chartsearch, "route", None)
    again = pipeline.preview(load(TEXTS["contoh-lengkap"].replace("waktu: 15 menit", "waktu: 16 menit")), choice)
    assert [page.arrows for page in again.pages] == [page.arrows for page in first.pages]
    assert again.pages != first.pages
