"""Lines: fewest first, then most even. Every glyph is half an em wide, so ten letters make 5 em."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopgen.text.face import Face
from sopgen.text.measure import BoxMeasurer, Measurer, Metrics
from sopgen.text.wrap import Paragraph

SANS = Face("sans")
BOXES = BoxMeasurer()


class WideHyphen(Measurer):
    """A hyphen of 1.5 em after letters of 0.5: a divided word's end may stand further left than its middle."""

    def metrics(self, face):
        return Metrics(cap_height=0.75, x_height=0.5, ascent=1.0, descent=-0.25, advances={"-": 1.5})


# Words without bonds, breaks or labels among them.
PLAIN_WORDS = st.lists(st.integers(2, 8).map(lambda length: "b" * length), min_size=1, max_size=11)
ANY_TEXT = st.text(st.sampled_from("ab B1.,:()-–/ \u00a0xé"), max_size=80)
WIDTHS = st.integers(8, 40).map(lambda letters: letters / 2)


def wrapped(text, letters):
    return [line.text for line in Paragraph(text, SANS, BOXES).lines(letters / 2)]


def greedy_lines(words, letters):
    lines = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def breakings(words, count):
    """Every way of setting the words in so many lines."""
    for cuts in combinations(range(1, len(words)), count - 1):
        yield [" ".join(words[a:b]) for a, b in pairwise([0, *cuts, len(words)])]


def badness(lines, letters):
    leftover = len(lines) > 1 and " " not in lines[-1] and len(lines[-1]) < letters / 2
    return (leftover and (0.5 * letters) ** 2) + sum((letters - len(line)) ** 2 for line in lines[:-1])


def assert_nothing_is_lost(text, lines):
    rest = text
    for line in lines:
        if not rest.startswith(line):
            assert line.endswith("-")
            assert rest[len(line) - 2].isalpha()
            line = line[:-1]  # noqa: PLW2901 - the hyphen that divides a word is not the text's
        assert rest.startswith(line)
        rest = rest.removeprefix(line).removeprefix(" ")
    assert rest == ""


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [
        ("satu dua tiga empat", 10, ["satu dua", "tiga empat"]),
        ("satu dua tiga empat", 19, ["satu dua tiga empat"]),
        ("satu dua tiga empat", 18, ["satu dua", "tiga empat"]),  # not "empat" alone
        ("satu dua tigapuluhempat", 18, ["satu dua", "tigapuluhempat"]),
        ("aaaa bbbb ccc ddddddd eeeeeeee", 9, ["aaaa", "bbbb ccc", "ddddddd", "eeeeeeee"]),  # squares 30, not 40
        ("aa bb cccc ddddd ee fffff", 6, ["aa bb", "cccc", "ddddd", "ee", "fffff"]),
        ("aaa bb cc ddddd", 6, ["aaa", "bb cc", "ddddd"]),  # full lines would be 6, 2, 5
        ("Peraturan Menteri Nomor : 35 Tahun 2012", 18, ["Peraturan Menteri", "Nomor : 35", "Tahun 2012"]),
        ("Undang-Undang", 8, ["Undang-", "Undang"]),
        ("sesuai dan/atau setara", 10, ["sesuai", "dan/atau", "setara"]),
        ("Nomor SOP-49/SESJEN/10/2018", 21, ["Nomor", "SOP-49/SESJEN/10/2018"]),
        ("15 menit", 7, ["15", "menit"]),
        ("satu\u00a0dua tiga", 9, ["satu\u00a0dua", "tiga"]),
        ("", 5, [""]),
    ],
)
def test_exact_lines(text, letters, expected):
    assert wrapped(text, letters) == expected


def test_a_word_wider_than_the_column_is_divided_at_syllables():
    assert wrapped("pertanggungjawaban", 12) == ["pertanggung-", "jawaban"]
    assert wrapped("pertanggungjawaban", 10) == ["pertang-", "gungja-", "waban"]  # "an" would be a leftover


def test_a_column_narrower_than_a_letter_still_takes_one_each():
    assert wrapped("xyz", 0) == ["x-", "y-", "z"]
    assert Paragraph("", SANS, BOXES).line_count(-1.0) == 1


def test_measures():
    paragraph = Paragraph("  satu   delapan dua ", SANS, BOXES)

    assert paragraph.text == "satu delapan dua"
    assert paragraph.natural_width == 8.0
    assert paragraph.widest_word == 3.5
    assert [line.width for line in paragraph.lines(6.0)] == [6.0, 1.5]  # a leftover, but better than "satu" alone
    assert [line.width for line in Paragraph("satu dua lima", SANS, BOXES).lines(4.0)] == [4.0, 2.0]


def test_real_widths_fit_exactly():
    paragraph = Paragraph("Melakukan upload dokumen tata laksana", SANS)

    assert paragraph.line_count(paragraph.natural_width) == 1
    assert paragraph.line_count(paragraph.widest_word) == len(paragraph.lines(paragraph.widest_word)) > 1
    assert not any(line.text.endswith("-") for line in paragraph.lines(paragraph.widest_word))


@settings(deadline=None)
@given(PLAIN_WORDS, st.integers(8, 30))
def test_lines_are_the_fewest_and_the_most_even(words, letters):
    lines = wrapped(" ".join(words), letters)
    fewest = len(greedy_lines(words, letters))
    fitting = [each for each in breakings(words, fewest) if max(map(len, each)) <= letters]

    assert len(lines) == fewest == Paragraph(" ".join(words), SANS, BOXES).line_count(letters / 2)
    assert lines in fitting
    assert badness(lines, letters) == pytest.approx(min(badness(each, letters) for each in fitting))


@settings(deadline=None)
@given(ANY_TEXT, st.integers(0, 30))
def test_nothing_is_lost_and_nothing_stands_out(text, letters):
    paragraph = Paragraph(text, SANS, BOXES)
    lines = paragraph.lines(letters / 2)

    assert_nothing_is_lost(paragraph.text, [line.text for line in lines])
    assert len(lines) == paragraph.line_count(letters / 2)
    assert all(line.width == pytest.approx(len(line.text) / 2) for line in lines)
    if letters >= 2:
        assert all(len(line.text) <= letters for line in lines)


@settings(deadline=None)
@given(ANY_TEXT, WIDTHS)
def test_a_wider_column_never_takes_more_lines(text, width):
    paragraph = Paragraph(text, SANS, BOXES)
    if width >= max(paragraph.widest_word, 1.0):
        assert paragraph.line_count(width + 20.0) <= paragraph.line_count(width)


@settings(deadline=None)
@given(st.text(st.sampled_from("xxb "), max_size=30), st.integers(4, 20))
def test_a_wide_hyphen_never_stands_out(text, letters):
    paragraph = Paragraph(text, SANS, WideHyphen())
    lines = paragraph.lines(letters / 2)

    assert_nothing_is_lost(paragraph.text, [line.text for line in lines])
    assert len(lines) == paragraph.line_count(letters / 2)
    assert max(line.width for line in lines) <= letters / 2


def test_the_end_of_a_divided_word_needs_no_hyphen():
    assert [line.text for line in Paragraph("xxxxxxx", SANS, WideHyphen()).lines(2.5)] == ["xx-", "xxxxx"]


def test_a_leftover_word_is_not_mended_by_a_line_too_wide():
    assert [line.text for line in Paragraph("xxxxxxx bb", SANS, WideHyphen()).lines(2.5)] == ["xx-", "xxxxx", "bb"]


@pytest.mark.parametrize(
    ("last", "expected"),
    [("eeee", ["dddddd", "ee eeee"]), ("eeeee", ["dddddd ee", "eeeee"])],
)
def test_a_last_word_is_short_below_half_the_column(last, expected):
    assert wrapped(f"dddddd ee {last}", 10) == expected


def test_sums_of_real_widths_may_be_inexact():
    bookman = Face("bookman")
    column = Paragraph("dokumen sama", bookman).natural_width

    assert Paragraph("dokumen sama " * 50, bookman).line_count(column) == 50


@pytest.mark.parametrize("text", ["Nomor : 35 Tahun 2012 lihat Pasal 3 ayat (1)", "pertanggungjawaban undang-undang"])
def test_answers_do_not_depend_on_what_was_asked_before(text):
    asked = Paragraph(text, SANS, BOXES)
    for letters in [*range(2, 40), *range(40, 2, -1)]:
        assert asked.lines(letters / 2) == Paragraph(text, SANS, BOXES).lines(letters / 2)


def test_a_line_says_how_it_ends():
    lines = Paragraph("dan/atau berkas pertanggungjawaban", SANS, BOXES).lines(4.5)
    assert [line.end for line in lines] == [" ", " ", "\u00ad", "\u00ad", "\n"]
    assert [line.end for line in Paragraph("dan/atau", SANS, BOXES).lines(2.0)] == ["", "\n"]


@given(ANY_TEXT, WIDTHS)
def test_lines_with_their_ends_are_the_text_again(text, width):
    paragraph = Paragraph(text, SANS, BOXES)
    lines = paragraph.lines(width)

    assert lines[-1].end == "\n"
    assert "\n" not in [line.end for line in lines[:-1]]
    said = [line.text[:-1] if line.end == "\u00ad" else line.text + line.end for line in lines]
    assert "".join(said) == paragraph.text + "\n"


@pytest.mark.parametrize("text", ["x" * 300, "x" * 20_000, "kata kota " * 2_000, "pertanggungjawaban" * 100])
def test_very_long_texts(text):
    paragraph = Paragraph(text, SANS, BOXES)
    lines = [line.text for line in paragraph.lines(9.0)]

    assert_nothing_is_lost(paragraph.text, lines)
    assert len(lines) == paragraph.line_count(9.0)
