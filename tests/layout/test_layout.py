"""The whole layout. With glyphs half an em wide all lengths are round."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sopgen.diagnostics import Diagnostic, Refusal
from sopgen.intake.sop import Isi, Rute, Sop
from sopgen.layout import lay_out, style
from sopgen.scene import Document, Page
from sopgen.text.measure import BoxMeasurer
from tests.layout.small_sops import changed, small_sop

TINY = small_sop("a", "b ? Ya 3 Tidak 1", "a", lanes="ab")
TWELVE = small_sop(*"abcabcabcabc")


def drawn(sop: Sop, *, draft: bool = False) -> Document:
    return lay_out(sop, draft=draft, measurer=BoxMeasurer())


def refused(sop: Sop) -> tuple[Diagnostic, ...]:
    with pytest.raises(Refusal) as caught:
        lay_out(sop)
    return caught.value.diagnostics


def flow_pages(document: Document) -> list[Page]:
    return [page for page in document.pages if page.kind == "prosedur"]


def with_step(sop: Sop, number: int, **changes: object) -> Sop:
    kegiatan = list(sop.kegiatan)
    kegiatan[number - 1] = changed(kegiatan[number - 1], **changes)  # type: ignore[arg-type]
    return changed(sop, kegiatan=tuple(kegiatan))


# --- a tiny SOP, to the point -----------------------------------------------------------------------


def from_area(page: Page, *places: tuple[float, ...]) -> list[tuple[float, ...]]:
    """Places measured from the drawing area's top left."""
    assert page.drawing_area is not None
    origin = page.drawing_area[:2] * 2
    return [tuple(round(v - o, 2) for v, o in zip(place, origin, strict=False)) for place in places]


def test_two_lanes_and_three_rows():
    (page,) = flow_pages(drawn(TINY))

    assert page.drawing_area is not None
    assert from_area(page, page.drawing_area) == [(0.0, 0.0, 168.0, 189.0)]
    assert from_area(page, *((lane.x0, 0.0, lane.x1) for lane in page.lanes)) == [
        (0.0, -page.drawing_area[1], 84.0),
        (84.0, -page.drawing_area[1], 168.0),
    ]
    assert [(row.step, row.strip) for row in page.rows] == [(1, None), (2, None), (3, None)]
    assert [round(row.y1 - row.y0, 2) for row in page.rows] == [63.0, 63.0, 63.0]


def test_symbols_stand_in_the_middle_of_their_cells():
    (page,) = flow_pages(drawn(TINY))

    assert [(s.id, s.kind, s.lanes) for s in page.symbols] == [
        ("s1", "terminator", ("a",)),
        ("s2", "decision", ("b",)),
        ("s3", "terminator", ("a",)),
    ]
    assert from_area(page, *(s.box for s in page.symbols)) == [
        (24.0, 20.25, 60.0, 42.75),
        (108.0, 83.25, 144.0, 105.75),
        (24.0, 146.25, 60.0, 168.75),
    ]


def test_arrows_run_from_port_to_port():
    (page,) = flow_pages(drawn(TINY))

    first, second, back = page.arrows
    level = 63.0 - style.TRACK_ABOVE_RULE
    assert from_area(page, *first.points) == [(42.0, 42.75), (42.0, level), (126.0, level), (126.0, 83.25)]
    assert from_area(page, *second.points) == [(108.0, 94.5), (42.0, 94.5), (42.0, 146.25)]
    assert from_area(page, *back.points) == [(144.0, 94.5), (150.1, 94.5), (150.1, 31.5), (60.0, 31.5)]
    assert [(a.source, a.target, a.ports, a.is_return) for a in page.arrows] == [
        ("s1", "s2", ("B", "T"), False),
        ("s2", "s3", ("L", "T"), False),
        ("s2", "s1", ("R", "R"), True),
    ]
    assert [a.label.text if a.label else None for a in page.arrows] == [None, "Ya", "Tidak"]


def test_figures_sum_up_what_is_drawn():
    document = drawn(TINY)

    figures = document.figures
    assert (figures.crossings, figures.crossing_lower_bound, figures.proved_minimal) == (0, 0, True)
    assert figures.bends == 2 + 1 + 2
    level = 63.0 - style.TRACK_ABOVE_RULE
    lengths = ((level - 42.75) + 84.0 + (83.25 - level), 66.0 + 51.75, 6.1 + 63.0 + 90.1)
    assert figures.length == pytest.approx(sum(lengths), abs=0.05)
    assert figures.relaxations == ()


def test_the_same_sop_gives_the_same_drawing():
    assert drawn(TWELVE) == drawn(TWELVE)


# --- pages ------------------------------------------------------------------------------------------


def test_pages_are_numbered_and_say_so():
    document = drawn(changed(TWELVE, nomor="SOP-7"))

    assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))
    assert [page.kind for page in document.pages[:2]] == ["identitas", "prosedur"]
    for page in document.pages:
        foot = {text.role: text.text for text in page.texts}
        assert foot["halaman"] == f"Halaman {page.number} dari {len(document.pages)}"
        assert foot["nomor_kaki"] == "SOP-7"


def test_every_row_stands_on_one_page_in_order():
    pages = flow_pages(drawn(TWELVE))

    assert len(pages) > 1
    assert [row.step for page in pages for row in page.rows if row.step is not None] == list(range(1, 13))
    for page in pages:
        assert all(a.y1 == b.y0 for a, b in pairwise(page.rows))


def test_a_break_has_a_strip_at_either_side_and_a_pair_of_pentagons():
    first, second, *_ = flow_pages(drawn(TWELVE))

    assert (first.rows[-1].strip, second.rows[0].strip) == ("foot", "head")
    assert first.rows[0].strip is None
    out = [s for s in first.symbols if s.kind == "offpage"]
    into = [s for s in second.symbols if s.kind == "offpage" and s.direction == "in"]
    assert [s.direction for s in out] == ["out"]
    assert [s.pair for s in out] == [s.pair for s in into]
    assert [s.number for s in out + into] == [None, None]
    assert len({arrow.id for page in (first, second) for arrow in page.arrows}) == len(first.arrows) + len(
        second.arrows
    )


def test_pairs_at_one_break_are_numbered_on_both_pages():
    pages = flow_pages(drawn(small_sop(*"abcabcabc", "b ? Ya 11 Tidak 1", "c", "a")))

    numbers: dict[str, list[str]] = {}
    for page in pages:
        for symbol in page.symbols:
            if symbol.kind == "offpage" and symbol.number:
                numbers.setdefault(symbol.number.text, []).append(symbol.pair or "")
    assert sorted(numbers) == [str(n) for n in range(1, len(numbers) + 1)]
    assert all(len(ends) == 2 and len(set(ends)) == 1 for ends in numbers.values())


@pytest.mark.parametrize("repeated", [True, False])
def test_the_header_is_repeated_if_asked(repeated):
    sop = changed(TWELVE, tampilan=changed(TWELVE.tampilan, kepala_berulang=repeated))

    first, *others = flow_pages(drawn(sop))

    def header(page: Page) -> bool:
        return any(cell.header for cell in page.tables[0].cells)

    assert header(first)
    assert others
    assert all(header(page) == repeated for page in others)


def test_column_numbers_if_asked():
    sop = changed(TINY, tampilan=changed(TINY.tampilan, nomor_kolom=True))

    texts = [text.text for page in flow_pages(drawn(sop)) for cell in page.tables[0].cells for text in cell.texts]

    assert [f"({n})" in texts for n in (1, 2, 3)] == [True, True, True]
    plain = [text.text for page in flow_pages(drawn(TINY)) for cell in page.tables[0].cells for text in cell.texts]
    assert "(1)" not in plain


def test_a_draft_says_so_on_every_page():
    draft, final = drawn(TWELVE, draft=True), drawn(TWELVE)

    assert draft.draft
    assert all(page.watermark is not None and page.watermark.text == "KONSEP" for page in draft.pages)
    assert all(page.watermark is None for page in final.pages)
    assert [page.arrows for page in draft.pages] == [page.arrows for page in final.pages]


@pytest.mark.parametrize(("status", "words"), [("konsep", "KONSEP"), ("dicabut", "DICABUT"), ("berlaku", None)])
def test_its_status_is_written_across_every_page(status, words):
    document = drawn(changed(TINY, status=status))
    assert {page.watermark.text if page.watermark else None for page in document.pages} == {words}
    assert document.draft == (status == "konsep")


def test_one_size_of_symbol_in_the_whole_document():
    sop = small_sop("a ? Ya 2 Tidak selesai", *"bcabcabc", "b", kapsul="tambahan")

    sizes = {
        (symbol.kind == "offpage", round(symbol.box[2] - symbol.box[0], 1), round(symbol.box[3] - symbol.box[1], 1))
        for page in flow_pages(drawn(sop))
        for symbol in page.symbols
    }
    assert len(sizes) == len({is_offpage for is_offpage, _, _ in sizes})


def test_type_is_set_smaller_where_that_saves_a_page():
    text = Isi("Memeriksa kelengkapan dan kebenaran berkas permohonan " * 5)
    small = TWELVE
    for number in range(1, 13):
        small = with_step(small, number, uraian=text, kelengkapan=text, output=text)

    document = drawn(small)
    fixed = drawn(changed(small, tampilan=changed(small.tampilan, ukuran_huruf_terkecil=9.0)))

    assert fixed.font_size == 9.0
    assert 7.0 <= document.font_size < 9.0
    assert len(document.pages) < len(fixed.pages)


@pytest.mark.parametrize(("steps", "size"), [(12, 9.0), (30, 7.0)])
def test_type_that_does_not_read_well_must_save_more_than_one_page(steps, size):
    text = Isi("Memeriksa kelengkapan berkas permohonan beserta lampiran dan meneruskannya untuk ditindaklanjuti " * 2)
    sop = small_sop(*("ab"[number % 2] for number in range(steps)), lanes="abcdef")
    sop = changed(sop, kegiatan=tuple(changed(each, uraian=text, kelengkapan=text) for each in sop.kegiatan))

    document = drawn(sop)
    small = drawn(changed(sop, tampilan=changed(sop.tampilan, ukuran_huruf=7.0)))

    assert document.font_size == size
    assert len(small.pages) == len(document.pages) - (size > 7.0)


def test_no_word_of_the_flow_table_is_lost():
    text = "Memeriksa kelengkapan dan kebenaran berkas permohonan " * 8
    document = lay_out(with_step(TWELVE, 5, uraian=Isi(text, ("satu butir", "dua butir")), waktu="3 hari"))

    printed = {
        text.role: " ".join(run.text for run in text.runs).split()
        for page in flow_pages(document)
        for cell in page.tables[0].cells
        if cell.step == 5
        for text in cell.texts
    }
    assert printed["kegiatan"] == [*text.split(), "a)", "satu", "butir", "b)", "dua", "butir"]
    assert printed["waktu"] == ["3", "hari"]


# --- relaxations and refusals -----------------------------------------------------------------------


def test_a_return_that_joins_the_main_arrow_is_listed():
    figures = drawn(small_sop("a", "b ? Ya 3 Tidak 4 Ragu 5", "a", "b ? Ya 5 Tidak 2", "c")).figures

    assert [(r.kind, r.steps) for r in figures.relaxations] == [("return-joins-main", (4, 2))]


def test_three_branches_of_a_step_that_only_a_return_leads_to():
    sop = small_sop("a", "b > 4", "b ? Ya 5 Tidak 6 Ragu 7", "a ? Ya 5 Tidak 3", "c", "a", "b")

    assert len(drawn(sop).pages) == 2


def test_three_branches_that_all_lead_back_leave_by_all_three_ports():
    sop = small_sop("a", "b > 3 5", "c", "a ? Ya 1 Tidak 2 Ragu 3", "c")
    out_of_4 = [arrow for arrow in drawn(sop).pages[1].arrows if arrow.source == "s4"]

    assert {arrow.ports[0] for arrow in out_of_4} == {"B", "L", "R"}
    assert all(arrow.is_return for arrow in out_of_4)


def test_a_text_that_fits_no_page():
    (found,) = refused(with_step(TINY, 2, uraian=Isi("kata " * 4000)))

    assert (found.code, found.step, found.path) == ("GAMBAR-02", 2, ("kegiatan", 1, "uraian"))
    assert "mm" in found.message.id


def test_more_lanes_than_the_paper_holds():
    lanes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN"

    (found,) = refused(small_sop(*lanes, lanes=lanes))

    assert (found.code, found.path) == ("GAMBAR-03", ("pelaksana",))


def test_faults_of_characters_and_overrides_come_together():
    opening = TINY.kegiatan[0]
    sideways = changed(opening.arah[0], rute=Rute(keluar="kiri"))
    sop = with_step(TINY, 1, arah=(sideways,))

    found = refused(changed(sop, judul="字"))

    assert [d.code for d in found] == ["GAMBAR-01", "GAMBAR-04"]


def test_an_override_that_finds_no_track_is_refused_as_such():
    decision = TINY.kegiatan[1]
    forced = changed(decision.arah[0], rute=Rute(keluar="kanan"))
    other = changed(decision.arah[1], rute=Rute(keluar="kanan"))

    (found, *_) = refused(with_step(TINY, 2, arah=(forced, other)))

    assert found.code == "GAMBAR-04"


# --- the grid ---------------------------------------------------------------------------------------


def test_columns_and_rows_stand_on_the_grid():
    for page in drawn(TWELVE).pages:
        for table in page.tables:
            for edges in (table.columns, table.rows):
                assert all(round(b - a, 2) % style.GRID == pytest.approx(0.0) for a, b in pairwise(edges))


HIGHEST_ROW = 400.0


def test_no_row_of_the_flow_table_is_higher_than_a_spreadsheet_allows():
    sop = with_step(TINY, 2, uraian=Isi("kata " * 1000))

    heights = [b - a for page in lay_out(sop).pages for t in page.tables for a, b in pairwise(t.rows)]

    assert max(heights) > 300.0
    assert max(heights) <= HIGHEST_ROW
