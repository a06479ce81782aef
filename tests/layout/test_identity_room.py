"""One identity page wherever the texts fit it: rounding, smaller type, and what gives way."""

from __future__ import annotations

import pytest

from sopgen.intake.sop import Kotak, Sop, Tampilan
from sopgen.layout.identity import IdentityPage, identity_pages
from sopgen.layout.paper import PAPERS, paper_of
from sopgen.layout.setting import Setter
from tests.layout.small_sops import changed, small_sop

LAW = "Peraturan Menteri Contoh Nomor 12 Tahun 2020 tentang Tata Cara Penyelenggaraan Pelayanan Administrasi"


def sop_with(items: int, **appearance: object) -> Sop:
    return changed(
        small_sop("a", "b"),
        judul="Pelayanan Surat",
        unit=("BAGIAN UMUM",),
        dasar_hukum=Kotak("", (LAW,) * items),
        peringatan=Kotak("Bila terlambat, layanan tertunda."),
        tampilan=Tampilan(**appearance),  # type: ignore[arg-type]
    )


def pages_of(sop: Sop) -> list[IdentityPage]:
    return identity_pages(sop, paper_of(sop.tampilan), Setter(), None)


def size_of(page: IdentityPage) -> float:
    return next(text.size for cell in page.table.cells if cell.role == "dasar_hukum" for text in cell.texts)


ALL_PAPERS = pytest.mark.parametrize(
    "kertas", ["A4", *(pytest.param(name, marks=pytest.mark.slow) for name in PAPERS if name != "A4")]
)


@ALL_PAPERS
@pytest.mark.parametrize("size", [pytest.param(8.5, marks=pytest.mark.slow), 9.0])
def test_less_text_never_needs_more_pages(kertas: str, size: float) -> None:
    counts = [len(pages_of(sop_with(items, kertas=kertas, ukuran_huruf=size))) for items in range(1, 46)]
    assert counts == sorted(counts)
    assert {1, 2} <= set(counts)


@ALL_PAPERS
def test_type_steps_down_by_half_points_before_a_second_page(kertas: str) -> None:
    pages = [pages_of(sop_with(items, kertas=kertas)) for items in range(1, 46)]
    sizes = [size_of(each[0]) for each in pages if len(each) == 1]
    assert sizes == sorted(sizes, reverse=True)
    assert {9.0, 8.5, 7.5, 7.0} <= set(sizes) <= {9.0, 8.5, 8.0, 7.5, 7.0}
    assert size_of(next(each for each in pages if len(each) > 1)[0]) >= 8.0  # the largest of those with two


def test_a_smaller_page_needs_no_more_pages_than_a_larger_type() -> None:
    for items in range(8, 24):
        counts = [len(pages_of(sop_with(items, ukuran_huruf=size, ukuran_huruf_terkecil=7))) for size in (9, 8, 7)]
        assert counts == sorted(counts, reverse=True)


def test_the_page_ends_above_its_foot() -> None:
    for kertas in PAPERS:
        for items in range(1, 24):
            sop = sop_with(items, kertas=kertas)
            for page in pages_of(sop):
                assert page.table.rows[-1] <= paper_of(sop.tampilan).bottom + 1e-6


def test_the_signature_keeps_its_least_room() -> None:
    for items in range(1, 24):
        box = pages_of(sop_with(items))[0].signature_box
        assert box is not None
        assert box[3] - box[1] >= 13 * 72 / 25.4


def lines_on(page: IdentityPage, role: str) -> list[str]:
    return [run.text for cell in page.table.cells if cell.role == role for text in cell.texts for run in text.runs]


@pytest.mark.parametrize(
    "items", [pytest.param(count, marks=() if count % 4 == 1 else pytest.mark.slow) for count in range(40, 64)]
)
def test_a_list_runs_on_between_its_items_and_leaves_no_line_alone(items: int) -> None:
    long = f"{LAW} {LAW} {LAW}"
    sop = changed(sop_with(1), dasar_hukum=Kotak("", (long,) * items), kualifikasi_pelaksana=Kotak("", ("S1",) * items))
    pages = pages_of(sop)
    assert len(pages) > 1
    for role in ("dasar_hukum", "kualifikasi_pelaksana"):
        parts = [lines for page in pages if (lines := lines_on(page, role))]
        assert all(part[0].rstrip(".").isdigit() for part in parts)  # each begins with an item's number
        assert all(len(part) > 2 for part in parts)  # a number and a line alone are a leftover
        numbers = [run for part in parts for run in part if run.rstrip(".").isdigit()]
        assert numbers == [f"{n}." for n in range(1, items + 1)]


@pytest.mark.parametrize("words", range(700, 760, 6))
def test_a_text_that_no_page_holds_keeps_two_lines_together(words: int) -> None:
    pages = pages_of(changed(sop_with(1), dasar_hukum=Kotak(" ".join(["ketentuan"] * words))))
    parts = [lines for page in pages if (lines := lines_on(page, "dasar_hukum"))]
    assert len(parts) > 1
    assert min(map(len, parts)) >= 2
    assert sum(line.count("ketentuan") for part in parts for line in part) == words
