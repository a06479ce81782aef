"""Pages of a paper: where they end, what is repeated, what stays together; with letters of one width."""

from __future__ import annotations

import pytest

from sopgen.diagnostics import Refusal
from sopgen.layout.papers import lay_out_paper
from sopgen.papers.blocks import (
    Blank,
    Cell,
    Column,
    Fact,
    Facts,
    Grid,
    Heading,
    Paper,
    Row,
    Sheet,
    Signatures,
    Signer,
    Span,
    Text,
    Tick,
    Words,
    head_row,
    items,
    text_cell,
    words,
)
from sopgen.render.pdf import render_pdf
from sopgen.text.measure import BoxMeasurer
from tests.tag_tree import tag_tree

COLUMNS = (Column(20.0), Column())
HEAD = (head_row("No", "Isi"),)


def a_row(text, least=20.0, **given):
    return Row((text_cell(text), text_cell(f"isi {text}")), least, **given)


def a_group(text):
    return Row((Cell((Words((Span(text, bold=True),)),), column_span=2),), group=True)


def laid(*blocks, **given):
    return lay_out_paper(Paper("Judul", (Sheet("Lembar", blocks, **given),)), BoxMeasurer())


def rows_of(page):
    """The first words of each row of the page's tables."""
    return [
        cell.texts[0].text
        for table in page.tables
        if table.role == "lembar"
        for cell in table.cells
        if cell.column == 0 and cell.texts
    ]


def words_of(page):
    return [text.text for text in page.texts]


def test_rows_are_whole_and_the_head_is_repeated():
    document = laid(Grid(COLUMNS, HEAD, tuple(a_row(str(n)) for n in range(30))))
    assert [rows_of(page)[0] for page in document.pages] == ["No"] * len(document.pages)
    assert [text for page in document.pages for text in rows_of(page)[1:]] == [str(n) for n in range(30)]
    for page in document.pages:
        assert max(table.rows[-1] for table in page.tables) <= page.size[1] - 17.5 * 72 / 25.4 + 0.1


def test_a_group_is_never_last_and_says_that_it_goes_on():
    rows = [row for n in range(12) for row in (a_group(f"Bagian {n}"), a_row(f"{n}a"), a_row(f"{n}b"))]
    document = laid(Grid(COLUMNS, HEAD, tuple(rows)))
    assert len(document.pages) > 2
    for page in document.pages:
        assert not rows_of(page)[-1].startswith("Bagian")
        assert rows_of(page)[1].startswith("Bagian")
    again = [text for page in document.pages for text in rows_of(page) if text.endswith(" · lanjutan")]
    assert again
    assert len(again) == len(set(again))


@pytest.mark.parametrize("count", range(9, 13))
def test_a_signature_takes_rows_along(count):
    signed = Signatures((Signer((words("Penilai,"),), "Nama Pejabat"),), (90.0,))
    document = laid(Grid(COLUMNS, HEAD, tuple(a_row(str(n)) for n in range(count))), signed)
    last = document.pages[-1]
    assert "Nama Pejabat" in words_of(last)
    assert len(rows_of(last)) >= 2
    assert [text for page in document.pages for text in rows_of(page)[1:]] == [str(n) for n in range(count)]


def test_a_row_that_keeps_stands_with_the_one_above():
    many = [a_row(str(n)) for n in range(12)]
    document = laid(Grid(COLUMNS, HEAD, (*many, a_row("Jumlah", keeps=True))))
    assert rows_of(document.pages[-1])[1:] == ["11", "Jumlah"]


def test_a_row_higher_than_a_page_breaks_between_its_pieces():
    long = Row((text_cell("1"), Cell(items([f"butir {n}" for n in range(150)]))))
    document = laid(Grid(COLUMNS, HEAD, (long,)))
    said = [text.text for page in document.pages for _, cell in page.cells() for text in cell.texts]
    assert [text for text in said if "butir" in text] == [f"{n + 1}. butir {n}" for n in range(150)]


def test_one_piece_higher_than_a_page_is_refused():
    with pytest.raises(Refusal) as refused:
        laid(Grid(COLUMNS, HEAD, (Row((text_cell("1"), text_cell("kata " * 6000))),)))
    assert refused.value.diagnostics[0].code == "GAMBAR-02"


def test_what_the_font_lacks_is_refused():
    with pytest.raises(Refusal) as refused:
        lay_out_paper(Paper("Judul", (Sheet("Lembar", (Text((words("漢"),)),)),)))
    assert "U+6F22" in refused.value.diagnostics[0].message.id


def test_each_sheet_begins_on_a_fresh_page_and_numbers_count_through():
    sheets = tuple(Sheet(name, (Text((words(name),)),), landscape=name == "B", foot=name) for name in "AB")
    document = lay_out_paper(Paper("Judul", sheets), BoxMeasurer())
    assert [words_of(page) for page in document.pages] == [
        ["A", "A", "Halaman 1 dari 2"],
        ["B", "B", "Halaman 2 dari 2"],
    ]
    assert [page.size[0] > page.size[1] for page in document.pages] == [False, True]


def test_words_of_several_looks_break_as_one_text_and_keep_every_letter():
    spans = (
        Span("Undang-Undang lama "),
        Span("dicoret ", struck=True),
        Span("baru", bold=True),
        Span("; " + "kata " * 30),
    )
    document = lay_out_paper(Paper("Judul", (Sheet("Lembar", (Text((Words(spans),)),)),)))
    (text, *_) = document.pages[0].texts
    assert " ".join("".join(run.text for run in text.runs).split()).replace(" ", "") == text.text.replace(" ", "")
    bold = [run.text for run in text.runs if run.face and run.face.bold]
    assert bold == ["baru"]
    (struck,) = [rule for table in document.pages[0].tables for rule in table.rules]
    run = next(run for run in text.runs if run.text == "dicoret ")
    assert struck.x0 == run.x
    assert run.baseline - run.width < struck.y0 < run.baseline


def test_the_tags_read_facts_as_lines_and_a_table_that_goes_on_as_one():
    document = lay_out_paper(
        Paper(
            "Judul",
            (
                Sheet(
                    "Lembar",
                    (
                        Heading("JUDUL"),
                        Facts((Fact("Unit", words("Bagian")), Fact("Tanggal", Blank()))),
                        Grid(COLUMNS, HEAD, (a_group("A"), *(a_row(str(n)) for n in range(16)))),
                        Text((Tick("Sesuai", ticked=True),)),
                    ),
                ),
            ),
        )
    )
    assert len(document.pages) == 2
    tree = tag_tree(render_pdf(document)).splitlines()
    assert tree[:5] == ["Document", "  Sect", "    H1 JUDUL", "    P Unit : Bagian", "    P Tanggal :"]
    assert [line.strip() for line in tree].count("Table") == 1
    assert sum("TH(" in line for line in tree) == 2
    assert sum(line.strip() == "TR" for line in tree) == 1 + 1 + 16
    assert tree[-1] == "    P ☒ Sesuai"
