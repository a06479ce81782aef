"""Words that a cell too narrow for them broke over lines, as Word's tables do: what parts them is the line."""

from __future__ import annotations

import pytest

from sopgen.drawn.hyphens import whole
from sopgen.drawn.pdf.texts import Written, paragraph

WIDTH = 76.5
LETTER = 6.6  # points: of an 11 point font
PADDING = 10.8  # points: what Word leaves at both sides of a cell together


def cell(*texts: str) -> list[Written]:
    return [
        Written(text, (0, 14 * at, LETTER * len(text), 14 * at + 11), 14 * at + 10, 11) for at, text in enumerate(texts)
    ]


def read(*texts: str, words: frozenset[str] = frozenset()) -> str:
    return whole(paragraph(cell(*texts), WIDTH), words)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("Menyiapka", "n bahan"), "Menyiapkan bahan"),
        (("Mengarsip", "kan notula"), "Mengarsipkan notula"),
        (("Kelengkap", "an"), "Kelengkapan"),
    ],
)
def test_a_word_that_left_no_room_for_a_letter_goes_on_in_the_next_line(lines, text):
    assert LETTER * len(lines[0]) < WIDTH - PADDING < LETTER * (len(lines[0]) + 1)
    assert read(*lines) == text


@pytest.mark.parametrize("lines", [("Membuat", "notula dan"), ("Analis", "n"), ("Notula", "lengkap")])
def test_a_word_that_left_room_ends_with_its_line(lines):
    assert read(*lines) == "\n".join(lines)


def test_two_words_of_the_document_stay_two():
    assert read("Menyiapkan", "berkas", words=frozenset({"menyiapkan", "berkas"})) == "Menyiapkan\nberkas"
