"""What a spec can say of how an old SOP looks is taken over: what is built of it looks the same."""

from __future__ import annotations

import pytest
import yaml

from sopgen import oldstock, pipeline
from sopgen.drawn import appearance
from sopgen.intake import MemorySource
from sopgen.layout.paper import PAPERS, paper_size
from sopgen.placenames import BOX_NAMES, ROW_NAMES
from tests.drawn.drawing_pdf import Page

TEXT = """\
nomor: 01/X
judul: Uji Rupa
instansi: KABUPATEN CONTOH
unit: BAGIAN UMUM
tanggal: {{pembuatan: 2020-01-02, revisi: '-', efektif: 2020-01-03}}
pengesahan: {{jabatan: Kepala, nama: Nama Pejabat}}
dasar_hukum: Undang-Undang Contoh
kualifikasi_pelaksana: Teliti
keterkaitan: SOP Lain
peralatan: Komputer
peringatan: Segera
pencatatan: Buku
pelaksana: {{a: Staf Umum, b: Kepala Bagian}}
kegiatan:
  - {{uraian: Menyusun surat, pelaksana: a, waktu: 1 jam}}
  - {{uraian: Membahas surat, pelaksana: [a, b], bersama: rapat, waktu: 1 jam}}
  - {{uraian: Memeriksa surat, pelaksana: b, waktu: 1 jam, keputusan: {{Ya: 4, Tidak: 1}}}}
  - {{uraian: Mengirim surat, pelaksana: a, waktu: 1 jam}}
tampilan: {0}
"""


@pytest.mark.parametrize("form", ["pdf", "xlsx"])
@pytest.mark.parametrize(
    "look",
    [
        {},
        {"kertas": "F4", "kapsul": "tambahan", "nomor_kolom": "true"},
        {"kertas": "Letter", "gabungan": "lebar", "label": {"judul": "Nama SOP", "kegiatan": "Uraian Prosedur"}},
        {"kertas": "Legal", "label": {"keterkaitan": "Keterkaitan dengan SOP Lain", "keterangan": "Ket."}},
    ],
    ids=str,
)
def test_the_appearance_of_our_own_documents_is_read_back(look, form):
    text = TEXT.format(yaml.safe_dump(look, default_flow_style=True, width=1000).strip().replace("'true'", "true"))
    data = pipeline.render_document(pipeline.lay_out(pipeline.load(MemorySource("a.sop.yaml", text.encode()))), form)
    (found,) = oldstock.import_drawn(data)
    back = yaml.load(found.spec("a"), Loader=yaml.BaseLoader)
    assert back.get("tampilan", {}) == look


def test_identity_and_flow_on_one_page_stay_together():
    page = Page(fills=False)
    page.table()
    page.chart()
    (found,) = oldstock.import_drawn(page.bytes())
    look = yaml.safe_load(found.spec("a.pdf"))["tampilan"]
    assert look == {"halaman": "gabung", "label": {"judul": "Nama SOP", "keterangan": "Ket."}}
    pipeline.lay_out(pipeline.load(MemorySource("b.sop.yaml", found.spec("a.pdf").encode())))


def test_what_no_key_can_say_is_told_once():
    page = Page(fills=False)
    page.table()
    page.chart()
    (found,) = oldstock.import_drawn(page.bytes())
    assert found.spec("a.pdf").count("# tampilan yang tidak ikut:") == 1


def test_papers_are_those_that_documents_are_drawn_on() -> None:
    assert {kertas: paper_size(kertas) for kertas in PAPERS} == appearance._PAPERS


def test_labels_are_those_that_documents_print() -> None:
    rows = {("_".join(path)): name for path, name in ROW_NAMES.items()}
    printed = {**rows, **BOX_NAMES}
    assert all(name == printed.get(key, name) for key, name in appearance._DEFAULTS.items())
    assert set(BOX_NAMES) <= appearance._DEFAULTS.keys()
