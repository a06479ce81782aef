"""English words are passed over, whether the list is searched or taken apart."""

from __future__ import annotations

from sopgen.rules.language.spelling.english import WordList


def test_a_word_is_found_alike_before_and_after_the_list_is_taken_apart():
    known = WordList("3\r\nserver/MS\r\nAnna\r\nlaptop\r\n")
    asked = [["server"], ["serve"], ["anna"], ["laptop"], ["lap", "laptop"], ["op"]] * 5

    answers = [known.has_any(words) for words in asked]

    assert answers == [True, False, False, True, True, False] * 5
