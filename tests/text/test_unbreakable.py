"""Words that stay together."""

import pytest

from sopgen.text.unbreakable import Bond, bonds


def marked(text):
    """The text with `~` for each space that keeps its words together."""
    words = text.split(" ")
    return "".join(word + ("~" if bond else " ") for word, bond in zip(words, bonds(words), strict=True)).rstrip()


@pytest.mark.parametrize(
    "expected",
    [
        "Menteri Nomor~:~35 Tahun~2012 tentang Pedoman",
        "Keputusan No.~13 Tahun~2012",
        "Keputusan Nomor~35",
        "lihat Pasal~3 ayat~(1) huruf~a dan Pasal~4.",
        "BAB~II tentang Tugas",
        "biaya Rp~1.000 saja",
        "dalam 15~menit",
        "dalam 15-30~menit",
        "dalam 1~hari kerja",
        "paling lama 3~(tiga)~hari kerja",
        "1~x~24~jam",
        "tanggal 15~Oktober 2018",
        "sebesar 5~%",
        "a)~dokumen dan b)~surat",
        "oleh Drs.~Budi dan H.~Amir",
        "a.n.~Sekretaris",
        "Menyampaikan kepada Karo~POK",
        "Karo yang",
        "Ortala/ SIREBO",
        "sebutan (~lama~) dan baru",
        "pukul 08.00~–~10.00~pagi",
        "antara 3 dan 5~orang",
        "Tahun~2012 tentang",
        "Nomor SOP-49/SESJEN/10/2018",
        "satu dua",
    ],
)
def test_bonds(expected):
    assert marked(expected.replace("~", " ")) == expected


def test_punctuation_standing_apart_holds_firmly():
    assert bonds(["Nomor", ":", "35", "Tahun"]) == [Bond.FIRM, Bond.SOFT, Bond.NONE, Bond.NONE]


def test_the_last_word_is_bound_to_nothing():
    assert bonds([]) == []
    assert bonds(["Nomor"]) == [Bond.NONE]
