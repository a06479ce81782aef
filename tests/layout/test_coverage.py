"""A character that no font has is refused by name and place; one that can be drawn as a shape is not."""

from __future__ import annotations

from datetime import date

import pytest

from sopgen.columns import columns_of
from sopgen.intake.sop import Arah, Isi, Kotak, Pelaksana, Pengesahan, Sop, Tanggal
from sopgen.layout.coverage import check_coverage
from sopgen.layout.paper import paper_of
from sopgen.text.measure import DEFAULT
from tests.layout.small_sops import changed, small_sop

BAD = "字"
SOP = small_sop("a", "b ? Ya 3 Tidak 1", "c")


def places(sop: Sop) -> list[tuple[str | int, ...]]:
    return [d.path for d in check_coverage(sop, columns_of(SOP), paper_of(sop.tampilan), DEFAULT)]


def with_step(number: int, **changes: object) -> Sop:
    kegiatan = list(SOP.kegiatan)
    kegiatan[number - 1] = changed(kegiatan[number - 1], **changes)  # type: ignore[arg-type]
    return changed(SOP, kegiatan=tuple(kegiatan))


@pytest.mark.parametrize(
    ("sop", "path"),
    [
        (changed(SOP, nomor=BAD), ("nomor",)),
        (changed(SOP, judul=f"Layanan {BAD}"), ("judul",)),
        (changed(SOP, instansi=("KEMENTERIAN", BAD)), ("instansi",)),
        (changed(SOP, teks_kepala=(BAD,)), ("teks_kepala",)),
        (changed(SOP, unit=(BAD,)), ("unit",)),
        (changed(SOP, pengesahan=Pengesahan(jabatan=BAD)), ("pengesahan", "jabatan")),
        (changed(SOP, pengesahan=Pengesahan(nomor_induk=("NIP", BAD))), ("pengesahan", "nomor_induk")),
        (changed(SOP, peringatan=Kotak(BAD)), ("peringatan",)),
        (changed(SOP, dasar_hukum=Kotak("", ("UU 1", BAD))), ("dasar_hukum", 1)),
        (changed(SOP, pelaksana=(*SOP.pelaksana[:2], Pelaksana("c", BAD))), ("pelaksana", "c")),
        (changed(SOP, tampilan=changed(SOP.tampilan, label=(("no", BAD),))), ("tampilan", "label", "no")),
        (with_step(2, uraian=Isi(BAD)), ("kegiatan", 1, "uraian")),
        (with_step(3, kelengkapan=Isi("", ("x", BAD))), ("kegiatan", 2, "kelengkapan", 1)),
        (with_step(1, waktu=BAD), ("kegiatan", 0, "waktu")),
        (with_step(1, output=Isi(BAD)), ("kegiatan", 0, "output")),
        (with_step(1, keterangan=Isi(BAD)), ("kegiatan", 0, "keterangan")),
        (with_step(2, arah=(Arah(3, BAD), Arah(1, "Tidak"))), ("kegiatan", 1, "keputusan", BAD)),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_every_printed_text_is_looked_through(sop, path):
    assert places(sop) == [path]


def test_nothing_is_said_of_what_can_be_printed():
    fine = changed(
        with_step(1, uraian=Isi("Surat “é” – ±5 ✓ ☐")), nomor="SOP-1", tanggal=Tanggal(date(2026, 1, 2), "-", None)
    )

    assert places(fine) == []


def test_the_fault_names_the_characters_each_once():
    (found,) = check_coverage(with_step(2, uraian=Isi("字 学 字")), columns_of(SOP), paper_of(SOP.tampilan), DEFAULT)

    assert (found.code, found.step) == ("GAMBAR-01", 2)
    assert found.message.id.count("U+5B57") == found.message.en.count("U+5B57") == 1
    assert "U+5B66" in found.message.id


def test_a_fault_for_each_text():
    sop = changed(with_step(2, uraian=Isi(BAD), output=Isi(BAD)), nomor=BAD)

    assert places(sop) == [("nomor",), ("kegiatan", 1, "uraian"), ("kegiatan", 1, "output")]


@pytest.mark.parametrize(
    ("character", "plain"),
    [("\u2011", "-"), ("\u2167", "VIII"), ("\u3392", "MHz"), ("\uff21", "A")],
)
def test_what_looks_like_plain_letters_is_refused_with_them(character, plain):
    (fault,) = check_coverage(
        with_step(2, uraian=Isi(f"a{character}b")), columns_of(SOP), paper_of(SOP.tampilan), DEFAULT
    )
    assert f"U+{ord(character):04X}" in fault.message.id
    assert f"`{plain}`" in fault.remedy.id
    assert f"`{plain}`" in fault.remedy.en


def test_what_looks_like_nothing_else_is_to_be_replaced_or_removed():
    (found,) = check_coverage(with_step(2, uraian=Isi("字")), columns_of(SOP), paper_of(SOP.tampilan), DEFAULT)
    assert found.remedy.id == "Ganti atau hapus tanda itu."
