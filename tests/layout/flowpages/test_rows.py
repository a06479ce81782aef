"""The flow table's texts and widths. Every glyph is half an em wide."""

from __future__ import annotations

import pytest

from sopgen.columns import columns_of
from sopgen.intake.sop import Isi, Sop
from sopgen.layout import style
from sopgen.layout.flowpages.rows import (
    TextRows,
    TooNarrowError,
    cell_items,
    choose_fields,
    lane_width,
    text_rows,
)
from sopgen.layout.setting import Setter
from sopgen.text.block import Item
from sopgen.text.face import Face
from sopgen.text.measure import BoxMeasurer
from tests.layout.small_sops import changed, small_sop

SIZE = 10.0
KEYS = [column.key for column in columns_of(small_sop("a")).texts]


def rows_of(sop: Sop) -> TextRows:
    return text_rows(sop, columns_of(sop), Setter(BoxMeasurer()), Face("sans"), Face("sans", bold=True))


def with_texts(*texts: dict[str, object]) -> Sop:
    sop = small_sop(*["a"] * len(texts), lanes="a")
    kegiatan = tuple(changed(k, **changes) for k, changes in zip(sop.kegiatan, texts, strict=True))  # type: ignore[arg-type]
    return changed(sop, kegiatan=kegiatan)


def test_lists_in_cells_are_lettered():
    assert cell_items(Isi("Berkas:", ("satu", "dua"))) == (Item("", "Berkas:"), Item("a)", "satu"), Item("b)", "dua"))


def test_an_empty_cell_needs_no_height():
    rows = rows_of(with_texts({"uraian": Isi("x")}))

    assert rows.height(1, "output", 100.0, SIZE) == 0.0


def test_the_height_of_a_cell():
    """Two lines: a cap height of 7.5, one leading of 12, and the paddings."""
    rows = rows_of(with_texts({"uraian": Isi("aaaaaaaa bbbbbbbb")}))
    width = 8 * 5.0 * style.SLACK + 2 * style.PAD_SIDE + 1.0

    assert rows.height(1, "kegiatan", width, SIZE) == pytest.approx(7.5 + 12.0 + 2 * style.PAD_INK)


def heading(rows: TextRows, column: int) -> str:
    return rows.heads[rows.texts[column].head].text


def test_headings_can_be_renamed():
    sop = small_sop("a", "a")
    renamed = changed(sop, tampilan=changed(sop.tampilan, label=(("kegiatan", "Uraian Prosedur"),)))

    assert heading(rows_of(renamed), 0) == "Uraian Prosedur"
    assert heading(rows_of(renamed), 2) == "Waktu"


@pytest.mark.parametrize(
    ("lanes", "words", "low_head", "expected"),
    [
        pytest.param(3, 40.0, 60.0, style.LANE_WISH, id="what draughtsmen like"),
        pytest.param(3, 66.5, 60.0, 69.0, id="more for a long word, on the grid"),
        pytest.param(3, 200.0, 60.0, style.LANE_FOR_WORDS, id="but not without end"),
        pytest.param(3, 40.0, 78.0, 78.0, id="more for a name of many words"),
        pytest.param(6, 40.0, 78.0, style.LANE_WISH, id="but not where many lanes would take the texts' room"),
        pytest.param(2, 40.0, 60.0, style.LANE_MOST, id="two lanes are wide"),
    ],
)
def test_lane_widths(lanes, words, low_head, expected):
    assert lane_width(lanes, 740.0, 27.0, (words, low_head), 255.0) == expected


def test_many_lanes_are_narrow_and_too_many_refused():
    widths = [lane_width(n, 740.0, 27.0, (60.0, 60.0), 255.0) for n in range(3, 16)]

    assert widths == sorted(widths, reverse=True)
    assert min(widths) >= 27.0
    assert all(w % style.GRID == 0 for w in widths)
    with pytest.raises(TooNarrowError) as caught:
        lane_width(30, 740.0, 27.0, (60.0, 60.0), 255.0)
    assert caught.value.needed > caught.value.available


TEXTS = (
    {"uraian": Isi("Menerima dan memeriksa kelengkapan berkas permohonan " * 4), "waktu": "15 menit"},
    {"uraian": Isi("Menyetujui"), "output": Isi("", ("surat keputusan", "berita acara")), "waktu": "1 hari"},
)


@pytest.mark.parametrize("room", [300.0, 420.0, 540.0])
def test_columns_share_the_room_on_the_grid(room):
    widths = choose_fields(rows_of(with_texts(*TEXTS)), room, SIZE, [51.0, 51.0], 400.0)

    assert sum(widths) == pytest.approx(room)
    assert len(widths) == len(KEYS)
    assert all(w % style.GRID == pytest.approx(0.0) and w >= 30.0 for w in widths)


def test_no_single_move_of_a_column_edge_makes_the_table_lower():
    rows = rows_of(with_texts(*TEXTS))
    chosen = list(choose_fields(rows, 480.0, SIZE, [51.0, 51.0], 400.0))

    def table(widths: list[float]) -> float:
        return sum(
            max(51.0, *(rows.height(s, f, w, SIZE) for f, w in zip(KEYS, widths, strict=True))) for s in rows.steps
        )

    for i in range(5):
        for j in range(5):
            moved = list(chosen)
            moved[i] -= style.GRID
            moved[j] += style.GRID
            headings_fit = (
                moved[i] >= rows.heads[rows.texts[i].head].widest_word * style.HEADER_SIZE * style.SLACK + 6.0
            )
            if i != j and moved[i] >= 72.0 and headings_fit:
                assert table(moved) >= table(chosen), (KEYS[i], KEYS[j])


def test_words_are_not_divided_where_there_is_room():
    rows = rows_of(with_texts(*TEXTS))
    widths = choose_fields(rows, 480.0, SIZE, [51.0, 51.0], 400.0)

    for field, width in zip(KEYS, widths, strict=True):
        widest = max(rows.blocks[s, field].widest_word for s in rows.steps)
        assert widest <= rows.setter.room(width - 2 * style.PAD_SIDE, SIZE) + 1e-6, field
