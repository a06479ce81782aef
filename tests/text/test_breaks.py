"""The pieces a line falls into; every glyph is half an em wide, so ten letters make 5 em."""

from math import nextafter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopgen.text.breaks import LineWords, fold
from tests.growth import LINEAR, growth

WIDE = 100.0


def pieces(text, width=WIDE):
    folded = fold(text)
    return [folded[p.start : p.end] + p.hyphen for p in LineWords(folded, lambda _: 0.5).pieces(width).pieces]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("satu dua", ["satu", "dua"]),
        ("pengadaan-pembelian", ["pengadaan-", "pembelian"]),
        ("Undang-Undang Nomor 43", ["Undang-Undang", "Nomor 43"]),
        ("surat-menyurat, warna-warni", ["surat-menyurat,", "warna-warni"]),
        ("= Sistem", ["=", "Sistem"]),
        ("SIREBO = Sistem", ["SIREBO =", "Sistem"]),
        ("Jakarta–Bandung", ["Jakarta–", "Bandung"]),
        ("dan/atau", ["dan/", "atau"]),
        ("Ortala/ SIREBO", ["Ortala/", "SIREBO"]),
        ("e-mail", ["e-mail"]),
        ("Permenpan-RB", ["Permenpan-RB"]),
        ("10/2018", ["10/2018"]),
        ("SOP-49/SESJEN/10/2018", ["SOP-49/SESJEN/10/2018"]),
        ("Kep/Sesjen/10", ["Kep/Sesjen/10"]),
        ("satu\u00a0dua tiga", ["satu\u00a0dua", "tiga"]),
        ("Nomor : 35 Tahun 2012", ["Nomor : 35", "Tahun 2012"]),
        ("", []),
    ],
)
def test_ordinary_breaks(text, expected):
    assert pieces(text) == expected


def test_a_word_said_twice_parts_at_its_hyphen_in_a_narrower_column():
    assert pieces("perundang-undangan ini", 9.0) == ["perundang-undangan", "ini"]
    assert pieces("perundang-undangan ini", 8.9) == ["perundang-", "undangan", "ini"]


def test_bound_words_part_only_in_a_narrower_column():
    assert pieces("Tahun 2012", 5.0) == ["Tahun 2012"]
    assert pieces("Tahun 2012", 4.9) == ["Tahun", "2012"]


def test_a_firm_bond_outlasts_a_soft_one():
    assert pieces("Nomor : 35", 4.9) == ["Nomor :", "35"]
    assert pieces("Nomor : 35", 3.0) == ["Nomor", ":", "35"]


def test_a_word_is_divided_only_where_it_alone_is_too_wide():
    assert pieces("pertanggungjawaban", 9.0) == ["pertanggungjawaban"]
    assert pieces("pertanggungjawaban dua", 8.9) == ["per-", "tang-", "gung-", "ja-", "wab-", "an", "dua"]


def test_a_word_with_punctuation_parts_there_first_and_without_hyphen():
    assert pieces("(pertama.kedua@ketiga.id)", 5.0) == ["(pertama.", "kedua@", "ketiga.", "id)"]


def test_a_word_without_a_fitting_syllable_is_divided_at_letters():
    assert pieces("xxxxx", 2.0) == ["x-", "x-", "x-", "x-", "x"]


def test_a_syllable_fits_only_with_its_hyphen():
    assert pieces("pertanggung", 2.0) == ["per-", "t-", "a-", "n-", "g-", "gung"]


def test_a_number_is_divided_without_hyphen():
    assert pieces("19600101", 2.0) == list("19600101")


def test_an_accent_stays_with_its_letter():
    assert pieces("xq\u0301xx", 1.0) == ["x-", "q\u0301", "x-", "x"]


def test_hyphens_count_in_the_width():
    words = LineWords("pertanggungjawaban", lambda _: 0.5)

    assert [(p.x0, p.x1) for p in words.pieces(5.0).pieces][:2] == [(0.0, 2.0), (1.5, 4.0)]


def test_fold_keeps_the_space_that_does_not_break():
    assert fold("  satu \t\n dua\u00a0 tiga ") == "satu dua\u00a0 tiga"


def test_widest_word_ignores_soft_bonds_and_ordinary_breaks():
    assert LineWords("Tahun 2012 dan/atau", lambda _: 0.5).widest_word == 2.5


@pytest.mark.parametrize("word", ["hal-hal", "(Surat-surat)", "surat-suratnya"])
def test_short_twins_stay_together(word):
    words = LineWords(f"terhadap {word} kurang", lambda _char: 1.0)

    assert words.widest_word == max(len(word), len("terhadap"))


def test_long_twins_may_part():
    assert LineWords("langkah-langkah", lambda _char: 1.0).widest_word == len("langkah-")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aiukbngMR8-/,.:= \u00a0", max_size=60), st.floats(0.2, 20.0))
def test_pieces_are_the_same_for_all_widths_that_they_say(text, width):
    words = LineWords(fold(text), {letter: 0.1 * (3 + n % 7) for n, letter in enumerate(sorted(set(text) | {"-"}))}.get)
    cut = words.pieces(width)

    assert cut.least <= width < cut.beyond
    assert words.pieces(cut.least) == cut == words.pieces(nextafter(min(cut.beyond, 1e9), 0.0))


def test_a_word_of_many_words_is_looked_through_once():
    """Each of its places looked for twins in the whole word: four minutes for fifty texts of 20,000 letters."""

    def words_of(count: int) -> LineWords:
        return LineWords("Mengonsep-nota/dinas." * count, lambda _: 0.5)

    assert growth(words_of, 120) < LINEAR
    words = words_of(960)
    assert len(words.pieces(20.0).pieces) > 900
