"""Words of one root, whatever their affixes."""

from __future__ import annotations

import pytest

from sopgen.rules.language.roots import core_of


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("pemeriksaan", ("memeriksa", "terperiksa", "diperiksa")),
        ("catatan", ("mencatat", "pencatatan", "tercatat")),
        ("susunan", ("menyusun", "penyusunan")),
        ("keuangan", ("uang",)),
        ("laporan", ("melaporkan", "dilaporkannya")),
    ],
)
def test_a_root_is_found_in_words_built_on_it(word, others):
    assert all(core_of(word) in other for other in others)


def test_too_little_tells_nothing():
    assert core_of("uji") == ""
