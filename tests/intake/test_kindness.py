"""What a clerk may write, and what must never be lost."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from sopgen import pipeline
from sopgen.intake.codes import Code
from sopgen.intake.sop import Arah, Isi, Kotak, Rute
from tests.intake.small_specs import FINE, HEAD, ONE, caret, load, refused


@pytest.mark.parametrize("value", ["010", "10:30", "no", "1.10", "~", "null", "0x1F", "1e3", "2018-10-15", "=a", ".5"])
def test_scalars_keep_their_spelling(tmp_path: Path, value: str) -> None:
    assert load(tmp_path, FINE + f"nomor: {value}\n").sop.nomor == value


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf" + FINE.encode(), FINE.replace("\n", "\r\n").encode()])
def test_bom_and_crlf_are_accepted_and_kept_in_source(tmp_path: Path, data: bytes) -> None:
    loaded = load(tmp_path, data)
    assert loaded.source == data
    assert loaded.lines[0] == "judul: Judul"
    assert loaded.sop.judul == "Judul"


COMMENT_REFUSED = [
    "nomor: a # b", "unit: a # b", "teks_kepala: a # b", "instansi:\n  - a # b", "dasar_hukum: a # b",
    "peringatan:\n  - a # b", "pencatatan:\n  - Nomor : 1 # b", "pengesahan: {nama: a # b\n  }",
    "tampilan:\n  label:\n    judul: a # b", "keterkaitan: a\n  lagi # b", "nomor: #1", "nomor: a\t# b",
    "tampilan:\n  warna_kepala: #E4E4E4",
]  # fmt: skip


@pytest.mark.parametrize("text", COMMENT_REFUSED)
def test_a_comment_never_cuts_a_printed_text(tmp_path: Path, text: str) -> None:
    (found,) = refused(tmp_path, FINE + text + "\n")
    assert found.code == Code.COMMENT_CUTS_TEXT
    assert caret(found).startswith("#")


@pytest.mark.parametrize("key", ["uraian", "bersama", "kelengkapan", "waktu", "output", "keterangan"])
def test_a_comment_never_cuts_a_cell(tmp_path: Path, key: str) -> None:
    lines = {"uraian": "x", "pelaksana": "a", key: "teks # lagi"}
    step = "\n    ".join(f"{name}: {value}" for name, value in lines.items())
    assert [d.code for d in refused(tmp_path, HEAD + "  - " + step + "\n")] == [Code.COMMENT_CUTS_TEXT]


def test_a_comment_never_cuts_an_executor(tmp_path: Path) -> None:
    text = "judul: J\npelaksana:\n  a: A # x\n  b:\n    nama: B # y\nkegiatan:\n" + ONE
    assert [d.code for d in refused(tmp_path, text)] == [Code.COMMENT_CUTS_TEXT] * 2


@pytest.mark.parametrize(
    "text",
    [
        'nomor: "a" # b', "nomor: 'a'  # b", "jenis: teknis # b", "tim: ya # b", "tanggal: {revisi: 2018-10-15} # b",
        "tampilan: # b\n  kertas: F4 # b\n  ukuran_huruf: 8 # b", "dasar_hukum: # b\n  - x", "nomor: # b", "nomor: a#b",
        "abaikan: # b\n  - {aturan: X, alasan: y} # b", "nomor: a\n# b", "unit: | # b\n  baris",
    ],
)  # fmt: skip
def test_other_comments_are_fine(tmp_path: Path, text: str) -> None:
    load(tmp_path, FINE + text + "\n")


def test_a_comment_behind_targets_and_executor_keys_is_fine(tmp_path: Path) -> None:
    load(tmp_path, HEAD + "  - uraian: x\n    pelaksana: a # b\n    lanjut: 2 # c\n" + ONE)


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("- Nomor : 101", "Nomor : 101"),
        ("- Nomor: 101", "Nomor: 101"),
        ("- Keputusan Nomor : 101 Tahun 1999\n      tentang Dewan", "Keputusan Nomor : 101 Tahun 1999 tentang Dewan"),
        ("- Catatan:", "Catatan:"),
        ("- Nomor : 'x'", "Nomor : 'x'"),
        ("- Nomor : [1, 2]", "Nomor : [1, 2]"),
        ("- |\n    a\n\n    b", "a\n\nb"),
        ("- Pasal 1,\n    ayat (2)", "Pasal 1, ayat (2)"),
        ('- "a, b"', "a, b"),
    ],
)
def test_a_list_item_is_the_text_it_is(tmp_path: Path, item: str, text: str) -> None:
    loaded = load(tmp_path, FINE + "dasar_hukum:\n  - pertama\n  " + item + "\n  - terakhir\n")
    assert loaded.sop.dasar_hukum == Kotak(butir=("pertama", text, "terakhir"))
    assert loaded.span(("dasar_hukum", 1)).line == 8


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("- a: 1\n    b: 2", Code.WRONG_TYPE),
        ("- a:\n      - b", Code.WRONG_TYPE),
        ("- a: |\n      b", Code.WRONG_TYPE),
        ("- a: *b", Code.SPECIAL_SIGN),
        ("- [a]", Code.WRONG_TYPE),
        ("- a: b # c", Code.COMMENT_CUTS_TEXT),
    ],
)
def test_other_maps_in_a_list_of_texts_are_refused(tmp_path: Path, item: str, code: Code) -> None:
    assert [d.code for d in refused(tmp_path, FINE + "dasar_hukum:\n  " + item + "\n")] == [code]


def test_empty_items_of_a_list_of_texts_print_nothing(tmp_path: Path) -> None:
    loaded = load(tmp_path, FINE + "dasar_hukum:\n  -\n  - a\n  -\n")
    assert loaded.sop.dasar_hukum.butir == ("a",)
    assert loaded.span(("dasar_hukum", "butir", 0)).line == 8


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ('"a  b\\tc"', "a b c"),
        ('"a\u00a0 b"', "a\u00a0 b"),
        ('"ke\u00adpala\u200b"', "kepala"),
        ('"a\ufeffb"', "ab"),
        ('"e\u0301"', "é"),
        ("|\n  a  b\n  c\n", "a b\nc"),
        ("😀 שלום ✓", "😀 שלום ✓"),
        ("x" * 300, "x" * 300),
        ("'<b>&amp; **x**'", "<b>&amp; **x**"),
    ],
)
def test_printed_text(tmp_path: Path, raw: str, text: str) -> None:
    assert load(tmp_path, FINE + f"nomor: {raw}\n").sop.nomor == text


def test_a_cell_of_20000_letters_is_read(tmp_path: Path) -> None:
    cell = "kata " * 4000
    loaded = load(tmp_path, HEAD + f"  - uraian: x\n    pelaksana: a\n    output: {cell}\n")
    assert loaded.sop.kegiatan[0].output.teks == cell.strip()


def test_the_forms_of_a_cell(tmp_path: Path) -> None:
    text = HEAD + "  - pelaksana: a\n    uraian:\n      teks: Memeriksa\n      butir:\n        - a\n        - b: c\n"
    text += "    output:\n      - x\n      - y\n    kelengkapan: Surat, map\n    keterangan: {teks: z}\n"
    step = load(tmp_path, text).sop.kegiatan[0]
    assert step.uraian == Isi("Memeriksa", ("a", "b: c"))
    assert step.output == Isi("", ("x", "y"))
    assert step.kelengkapan == Isi("Surat, map")
    assert step.keterangan == Isi("z")


def test_the_forms_of_a_way(tmp_path: Path) -> None:
    text = (
        HEAD
        + "  - {uraian: x, pelaksana: a, lanjut: [2, tiga, {ke: akhir, rute: {keluar: kiri, lewat: {2: kanan}}}]}\n"
    )
    text += "  - {uraian: x, pelaksana: a, lanjut: {ke: 4, rute: {lewat: {tiga: kiri}}}}\n"
    text += "  - {uraian: x, pelaksana: a, id: tiga, keputusan: {Ya: {ke: selesai}, Belum, tentu: 4, Tidak: 1}}\n"
    text = text.replace("Belum, tentu", '"Belum, tentu"')
    text += "  - {uraian: x, pelaksana: a, id: akhir, rute: {keluar: bawah}}\n"
    ways = [step.arah for step in load(tmp_path, text).sop.kegiatan]
    assert ways == [
        (Arah(2), Arah(3), Arah(4, rute=Rute("kiri", ((2, "kanan"),)))),
        (Arah(4, rute=Rute(None, ((3, "kiri"),))),),
        (Arah(None, "Ya"), Arah(4, "Belum, tentu"), Arah(1, "Tidak")),
        (Arah(None, rute=Rute("bawah")),),
    ]


def test_defaults_of_the_flow(tmp_path: Path) -> None:
    steps = load(tmp_path, HEAD + ONE + ONE + "  - {uraian: x, pelaksana: [b, a], lanjut: selesai}\n").sop.kegiatan
    assert [step.arah for step in steps] == [(Arah(2),), (Arah(3),), (Arah(None),)]
    assert [step.keputusan for step in steps] == [False, False, False]
    assert steps[2].pelaksana == ("b", "a")


def test_a_last_step_may_lead_elsewhere_and_selesai_may_be_parallel(tmp_path: Path) -> None:
    text = (
        HEAD + ONE + "  - {uraian: x, pelaksana: a, lanjut: [3, selesai]}\n  - {uraian: x, pelaksana: a, lanjut: 2}\n"
    )
    ways = [step.arah for step in load(tmp_path, text).sop.kegiatan]
    assert ways == [(Arah(2),), (Arah(3), Arah(None)), (Arah(2),)]


def test_a_full_head(tmp_path: Path) -> None:
    from datetime import date

    text = FINE + "tim: Ya\ntanggal: {pembuatan: 2018-10-15, revisi: '-', efektif: }\n"
    text += "pengesahan: {nomor_induk: {NIP: 1}}\ninstansi: |\n  A\n  B\nunit:\n  - C\n  - D\n"
    text += "tampilan: {ukuran_huruf: '6,5', label: {judul: Nama}, nomor_kolom: true}\n"
    sop = load(tmp_path, text).sop
    assert sop.tim is True
    assert (sop.tanggal.pembuatan, sop.tanggal.revisi, sop.tanggal.efektif) == (date(2018, 10, 15), "-", None)
    assert sop.pengesahan.nomor_induk == ("NIP", "1")
    assert (sop.instansi, sop.unit) == (("A", "B"), ("C", "D"))
    assert (sop.tampilan.ukuran_huruf, sop.tampilan.ukuran_huruf_terkecil) == (6.5, 6.5)
    assert sop.tampilan.printed("judul", "Judul SOP") == "Nama"


def test_a_draft_may_be_empty_everywhere_else(tmp_path: Path) -> None:
    keys = ("nomor", "jenis", "sifat", "cakupan", "tim", "instansi", "unit", "logo")
    keys += ("tanggal", "pengesahan", "dasar_hukum", "tampilan", "abaikan")
    loaded = load(tmp_path, FINE + "".join(f"{key}:\n" for key in keys))
    assert loaded.sop.jenis is None
    assert loaded.sop.dasar_hukum == Kotak()


def test_ligatures_of_a_typesetter_are_the_letters_that_a_search_finds(tmp_path):
    text = FINE.replace("Judul", "Veri\ufb01kasi e\ufb03sien \ufb02ora \ufb00 \ufb06").replace(
        "Membaca", "Memveri\ufb01kasi"
    )
    loaded = load(tmp_path, text)
    assert loaded.sop.judul == "Verifikasi effisien flora ff st"
    assert loaded.sop.kegiatan[0].uraian.teks == "Memverifikasi"
    found = pypdfium2.PdfDocument(pipeline.build_pdf(tmp_path / "x.sop.yaml"))
    assert "Memverifikasi" in "".join(page.get_textpage().get_text_bounded() for page in found)
