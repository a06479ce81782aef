"""Where a finding sits on the drawn pages of the references."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from sopgen import pipeline
from sopgen.diagnostics import Diagnostic, Message, Severity
from sopgen.marking.places import Places
from sopgen.scene import Document, Text

ROOT = Path(__file__).resolve().parents[2]


@cache
def drawn(name: str) -> Document:
    return pipeline.build_document(ROOT / "specs" / f"{name}.sop.yaml")


def at(*path: str | int, step: int | None = None) -> Diagnostic:
    return Diagnostic("KEG-01", Severity.WAJIB, Message("a", "a"), Message("b", "b"), step=step, path=path)


def ringed(name: str, *path: str | int, step: int | None = None) -> tuple[int, str]:
    """The page's number and the texts whose ink lies inside the main ring."""
    document = drawn(name)
    place = Places(document).find(at(*path, step=step))
    assert place is not None
    page = document.pages[place.page]
    x0, y0, x1, y1 = place.rings[0]
    texts: list[Text] = [*page.texts, *(text for table in page.tables for cell in table.cells for text in cell.texts)]
    texts += [arrow.label for arrow in page.arrows if arrow.label]
    inside = [
        run.text
        for text in texts
        for run in text.runs
        if x0 <= run.x and run.x + run.width <= x1 and y0 <= run.baseline - 0.5 * text.size and run.baseline <= y1
    ]
    return page.number, " ".join(inside)


@pytest.mark.parametrize(
    ("path", "step", "told"),
    [
        (("judul",), None, (1, "SOP Sistem Informasi Reformasi Birokrasi (SIREBO) Setjen Wantannas")),
        (("nomor",), None, (1, "SOP-49/SESJEN/10/2018")),
        (("tanggal", "efektif"), None, (1, "15 Oktober 2018")),
        (("tanggal", "revisi"), None, (1, "")),
        (("unit",), None, (1, "BAGIAN ORGANISASI DAN TATALAKSANA")),
        (("instansi",), None, (1, "SEKRETARIAT JENDERAL DEWAN KETAHANAN NASIONAL")),
        (("pengesahan", "nama"), None, (1, "Want S. Jolli, SE, M.Si.")),
        (("keterkaitan", 1), None, (1, "2. SOP Penatausahaan surat masuk")),
        (("peralatan", 3), None, (1, "4. Perangkat Komputer")),
        (("kegiatan", 1, "uraian"), 2, (2, "Penjelasan Singkat (Sinopsis) Dokumen")),
        (("kegiatan", 9, "uraian"), 10, (3, "Upload tindak lanjut")),
        (("kegiatan", 0, "waktu"), 1, (2, "")),
        (("kegiatan", 4, "keputusan", "Rekomendasi"), 5, (2, "Rekomendasi")),
        (("pelaksana", "karo"), None, (2, "Karo POK")),
        (("pelaksana",), None, (2, "Pelaksana")),
        (("kegiatan",), None, (2, "Kegiatan")),
    ],
)
def test_fields_cells_items_labels(path, step, told):
    assert ringed("sirebo", *path, step=step) == told


def test_a_list_item_of_several_lines():
    number, text = ringed("sirebo", "kualifikasi_pelaksana", 3)
    assert number == 1
    assert text.startswith("4. Kepala Subbagian")
    assert text.endswith("mengelola SIREBO")
    assert text.count("Kepala Subbagian") == 1


@pytest.mark.parametrize("path", [("kegiatan", 5), ("kegiatan", 5, "lanjut"), ("kegiatan", 5, "keputusan", "tiada")])
def test_what_is_about_a_step_rings_its_symbol(path):
    document = drawn("sirebo")
    place = Places(document).find(at(*path, step=6))
    (symbol,) = [symbol for symbol in document.pages[2].symbols if symbol.step == 6]
    assert place.page == 2
    ((x0, y0, x1, y1),) = place.rings
    assert x0 < symbol.box[0] < symbol.box[2] < x1
    assert y0 < symbol.box[1] < symbol.box[3] < y1


def test_a_joint_activity_has_a_ring_for_each_box():
    document = drawn("contoh-lengkap")
    steps = [(page, symbol.step) for page in document.pages for symbol in page.symbols if symbol.kind != "offpage"]
    page, joint = next(pair for pair in steps if steps.count(pair) > 1 and not _extra(*pair))
    place = Places(document).find(at("kegiatan", joint - 1, "bersama", step=joint))
    assert len(place.rings) == len([symbol for symbol in page.symbols if symbol.step == joint])


def _extra(page, step) -> bool:
    return any(symbol.extra for symbol in page.symbols if symbol.step == step)


@pytest.mark.parametrize("path", [("jenis",), ("sifat",), ("tampilan", "huruf"), (), ("abaikan", 0)])
def test_what_is_not_printed_has_no_place(path):
    assert Places(drawn("sirebo")).find(at(*path)) is None
