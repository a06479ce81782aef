from __future__ import annotations

import pytest

from sopgen.bureau.references import Names, display_name, find_references
from sopgen.intake.sop import Arah, Isi, Kegiatan, Kotak, Pelaksana, Sop


def sop(judul: str, *keterkaitan: str, nomor: str = "", keterangan: str | tuple[str, ...] = "", teks: str = "") -> Sop:
    told = Isi(keterangan) if isinstance(keterangan, str) else Isi("", keterangan)
    step = Kegiatan(1, Isi("Mencatat"), ("a",), (Arah(None),), keterangan=told)
    return Sop(judul, (Pelaksana("a", "A"),), (step,), nomor=nomor, keterkaitan=Kotak(teks, keterkaitan))


ARCHIVE = sop("Pengelolaan Arsip Dinamis", nomor="SOP-07/UM/2025")


@pytest.mark.parametrize(
    "text",
    [
        "SOP Pengelolaan Arsip Dinamis",
        "pengelolaan  ARSIP dinamis.",
        "Standar Operasional Prosedur (SOP) Pengelolaan Arsip Dinamis",
        "SOP AP: Pengelolaan Arsip Dinamis",
        "SOP Pengelolaan Arsip Dinamis (SOP-07/UM/2025)",
        "SOP Nomor SOP-07/UM/2025",
        "SOP Pengelolaan Arsip Dinamis di Bagian Umum",
    ],
)
def test_a_sop_is_found_by_what_others_call_it(text: str) -> None:
    assert Names([sop("Pengelolaan Arsip"), ARCHIVE]).find(text) == 1


@pytest.mark.parametrize("text", ["SOP Pengelolaan Arsip Vital", "Arsip Dinamis", "SOP-07/UM/20251", "SOP", ""])
def test_what_is_called_otherwise_is_not_found(text: str) -> None:
    assert Names([ARCHIVE]).find(text) is None


def test_the_longest_title_is_meant() -> None:
    assert Names([sop("Pengelolaan Arsip"), ARCHIVE]).find("SOP Pengelolaan Arsip Dinamis Tahunan") == 1
    assert Names([ARCHIVE, sop("Pengelolaan Arsip")]).find("SOP Pengelolaan Arsip Vital") == 1


def test_references_of_keterkaitan_and_keterangan() -> None:
    first = sop(
        "Pembuatan Laporan",
        "SOP Pengelolaan Arsip Dinamis",
        "SOP Pembuatan Laporan",
        "-",
        "SOP Pemusnahan Arsip",
        "sop pemusnahan arsip",
        keterangan="Lanjut ke SOP Pengiriman Surat, lalu SOP Pengelolaan Arsip Dinamis; lihat SOP yang berlaku",
    )
    found = find_references([first, ARCHIVE])
    assert [(r.source, r.target, r.name, r.place, r.item) for r in found] == [
        (0, 1, "Pengelolaan Arsip Dinamis", "keterkaitan", 0),
        (0, None, "Pemusnahan Arsip", "keterkaitan", 3),
        (0, None, "Pengiriman Surat", "keterangan", 1),
    ]


def test_a_single_text_may_name_one_sop_a_line() -> None:
    found = find_references([sop("A", teks="SOP Pengelolaan Arsip Dinamis\nSOP Lain"), ARCHIVE])
    assert [r.target for r in found] == [1, None]


def test_a_name_is_shown_without_the_word_sop() -> None:
    assert display_name("SOP  Pengelolaan Arsip .") == "Pengelolaan Arsip"
    assert display_name("SOP") == "SOP"


def test_the_first_sop_is_found_like_any_other() -> None:
    assert [r.target for r in find_references([sop("Satu"), sop("Dua", "SOP Satu")])] == [0]
