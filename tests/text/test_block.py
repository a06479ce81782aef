"""A cell's text: items, markers, hanging indents. Every glyph is half an em wide."""

import pytest

from sopgen.text.block import Block, BlockLine, Item, items_of
from sopgen.text.face import Face
from sopgen.text.measure import BoxMeasurer

SANS = Face("sans")


def block(items, indent_em=None):
    return Block(items, SANS, BoxMeasurer(), indent_em)


@pytest.mark.parametrize(
    ("teks", "butir", "numbering", "expected"),
    [
        ("", (), "letters", ()),
        ("Dokumen", (), "letters", (Item("", "Dokumen"),)),
        ("satu\ndua\n", (), "none", (Item("", "satu\ndua"),)),
        ("", ("x", "y"), "letters", (Item("a)", "x"), Item("b)", "y"))),
        ("Isi:", ("x", "y"), "numbers", (Item("", "Isi:"), Item("1.", "x"), Item("2.", "y"))),
        ("", ("x",), "none", (Item("", "x"),)),
        (
            "Isi:\na) x\nb)  y\nakhir",
            (),
            "none",
            (Item("", "Isi:"), Item("a)", "x"), Item("b)", "y"), Item("", "akhir")),
        ),
        ("-", (), "none", (Item("", "-"),)),
        ("15 menit", (), "none", (Item("", "15 menit"),)),
        ("No. 13", (), "none", (Item("", "No. 13"),)),
        ("a.n. Menteri", (), "none", (Item("", "a.n. Menteri"),)),
        ("a)rapat", (), "none", (Item("", "a)rapat"),)),
    ],
)
def test_items(teks, butir, numbering, expected):
    assert items_of(teks, butir, numbering) == expected


@pytest.mark.parametrize("marker", ["a)", "1)", "1.", "12.", "a.", "(1)", "(a)", "-", "–", "•"])
def test_written_markers(marker):
    assert items_of(f"{marker} surat", (), "none") == (Item(marker, "surat"),)


def test_letters_go_on_after_z():
    items = items_of("", ("x",) * 54, "letters")

    assert [items[k].marker for k in (0, 25, 26, 27, 52)] == ["a)", "z)", "aa)", "bb)", "aaa)"]


def test_lines_hang_from_their_markers():
    made = block((Item("", "Isi:"), Item("a)", "satu dua delapan"), Item("b)", "empat")))

    assert made.lines(6.0) == (
        BlockLine("", "Isi:", 2.0, 0.0, True),
        BlockLine("a)", "satu dua", 4.0, 1.5, True, 1, " "),
        BlockLine("", "delapan", 3.5, 1.5, False, 1),
        BlockLine("b)", "empat", 2.5, 1.5, True, 2),
    )
    assert made.line_count(6.0) == 4
    assert made.item_count == 3


def test_one_indent_for_all_markers():
    lines = block((Item("9.", "x"), Item("10.", "y"))).lines(9.0)

    assert [line.indent for line in lines] == [2.0, 2.0]


def test_an_indent_may_be_given_but_never_covers_the_marker():
    assert block((Item("a)", "x"),), indent_em=3.0).indent == 3.0
    assert block((Item("10.", "x"),), indent_em=1.0).indent == pytest.approx(1.7)
    assert block((Item("", "x"),), indent_em=3.0).indent == 0.0


def test_hard_lines_of_an_item_keep_its_indent():
    assert block((Item("a)", "satu\n\ndua"),)).lines(9.0) == (
        BlockLine("a)", "satu", 2.0, 1.5, True),
        BlockLine("", "", 0.0, 1.5, False, 1),
        BlockLine("", "dua", 1.5, 1.5, False, 2),
    )


def test_measures_include_the_indent():
    made = block((Item("", "satu"), Item("a)", "delapan dua")))

    assert made.widest_word == 1.5 + 3.5
    assert made.natural_width == 1.5 + 5.5
    assert made.text == "satu\na) delapan dua"


def test_an_empty_block():
    made = block(())

    assert (made.line_count(5.0), made.lines(5.0), made.widest_word, made.natural_width, made.text) == (0, (), 0, 0, "")


def test_a_column_narrower_than_the_indent_still_holds_the_text():
    made = block((Item("a)", "xyz"),))

    assert "".join(line.text for line in made.lines(1.0)).replace("-", "") == "xyz"
    assert made.line_count(1.0) == len(made.lines(1.0))


@pytest.mark.parametrize(
    "typed",
    [
        "1. Surat; 2. Nota; 3. Map",
        "a) surat b) nota",
        "(1) surat, (2) nota",
        "- surat; - nota",
        "1. a; 2. b\n3. c",
        "• surat • nota",
    ],
)
def test_a_list_typed_on_stands_as_it_was_typed(typed):
    assert items_of(typed, (), "none") == (Item("", typed),)


@pytest.mark.parametrize("typed", ["1. Surat tahun 2024", "- Jakarta - Bandung", "a. nota c. map"])
def test_a_marker_that_none_follows_hangs(typed):
    assert [item.marker for item in items_of(typed, (), "none")] == [typed.split()[0]]
