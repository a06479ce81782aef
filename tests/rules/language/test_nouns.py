"""Titles by the noun that they open with: an activity, something else, or nobody knows."""

from __future__ import annotations

import pytest

from sopgen.rules.language.nouns import is_joint_activity, is_process_noun, is_verb_with_ber
from sopgen.rules.language.things import names_a_thing


@pytest.mark.parametrize("word", ["pemeriksaan", "verifikasi", "rapat", "olah", "surat-menyurat", "pinjam-meminjam"])
def test_a_noun_of_activity(word):
    assert is_process_noun(word)


def test_verbs_with_ber_are_no_nouns():
    assert all(map(is_verb_with_ber, ("berkoordinasi", "Berdiskusi")))
    assert not any(map(is_verb_with_ber, ("berkas", "berita", "koordinasi")))


@pytest.mark.parametrize(
    "title",
    [
        "surat tugas",
        "kesehatan ibu",
        "relawan bencana",
        "tata tertib",
        "tempat ibadah",
        "senjata api",
        "tata cara",
        "pemohon paspor",
        "sasaran kinerja",
    ],
)
def test_what_is_no_activity(title):
    first, second = title.split()

    assert not is_process_noun(first)
    assert names_a_thing(first, second)


@pytest.mark.parametrize(
    "title", ["coklit data", "sapa warga", "kas opname", "tata kelola", "kerja sama", "tahap dua", "jaksa masuk"]
)
def test_what_nobody_knows_is_no_thing(title):
    first, second = title.split()

    assert not names_a_thing(first, second)


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("Rembuk warga", True),
        ("Bedah buku", True),
        ("Sidang tim pengamat", True),
        ("Cetak undangan", False),
        ("Pengetikan surat", False),
        ("bergantian", False),
        ("Paripurna", True),
        ("Minilokakarya", True),
        ("Kaji ulang manajemen", True),
        ("Kelas pajak", True),
        ("Penimbangan contoh", False),
        ("bersama-sama", False),
        ("Kepala Bagian", False),
    ],
)
def test_what_several_do_at_one_time(text, joint):
    assert is_joint_activity(text) is joint
