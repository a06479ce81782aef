"""What follows each line, and which runs are items of a list."""

from __future__ import annotations

from sopgen.render.pdf.pieces import SOFT_HYPHEN, lines_of, parts_of
from sopgen.scene import Run, Text
from sopgen.text.face import Face


def text(source, *runs, role="kegiatan", turned=False):
    """`runs` are words or (marker, words), each on a line of its own; words that go on at once end in `|` or `~`."""
    found = []
    for baseline, run in enumerate(runs):
        marker, said = run if isinstance(run, tuple) else ("", run)
        found += [Run(marker, 0, baseline, 5, marker=not turned)] if marker else []
        end = {"|": "", "~": SOFT_HYPHEN}.get(said[-1], " ")
        found.append(Run(said.rstrip("|~"), 10, baseline, 50, end=end))
    return Text(role, source, tuple(found), Face("sans"), 9, (0, 0, 0, 0), (0, 0, 0, 0), turned=turned)


def after(made):
    return [line.after for line in lines_of(made)]


def told(made):
    return [
        (part.marker.run.text if part.marker else None, [line.run.text for line in part.body])
        for part in parts_of(made)
    ]


def test_words_are_parted_where_the_source_parts_them():
    assert after(text("satu dua\ntiga", "satu", "dua", "tiga")) == [" ", " ", ""]


def test_nothing_follows_a_line_that_ends_inside_a_word():
    assert after(text("hak-hak dan/atau", "hak-|", "hak dan/|", "atau")) == ["", "", ""]


def test_a_hyphen_that_only_divides_is_a_soft_one():
    assert after(text("pertanggungjawaban", "pertang-~", "gungjawaban")) == [SOFT_HYPHEN, ""]


def test_items_by_their_markers():
    made = text("Apabila:\n1. sesuai\n2. tidak sesuai", "Apabila:", ("1.", "sesuai"), ("2.", "tidak"), "sesuai")

    assert told(made) == [(None, ["Apabila:"]), ("1.", ["sesuai"]), ("2.", ["tidak", "sesuai"])]
    assert after(made) == [" ", " ", " ", " ", " ", ""]


def test_the_rest_of_an_item_from_the_page_before_is_a_paragraph():
    assert told(text("dan seterusnya\n2. dua", "dan seterusnya", ("2.", "dua"))) == [
        (None, ["dan seterusnya"]),
        ("2.", ["dua"]),
    ]


def test_an_abbreviation_that_hangs_is_no_marker():
    assert len(told(text("a.n. Menteri", ("a.n.", "Menteri"), role="atas_nama"))) == 1


def test_a_turned_text_has_no_markers():
    assert len(told(text("Kepala Biro", ("Kepala", "Biro"), turned=True))) == 1
