"""EJA-01: what is told of a word, what is passed over, and what is said where there is no dictionary."""

from __future__ import annotations

import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from sopgen.intake import MemorySource, load_spec
from sopgen.intake.loaded import Loaded
from sopgen.rules import check_spec
from sopgen.rules.language.spelling import dictionary, document
from sopgen.rules.language.spelling.dictionary import find_word_list
from sopgen.rules.language.spelling.hunspell import Hunspell
from sopgen.rules.language.spelling.laws import slips_in
from sopgen.rules.language.spelling.near import Speller, speller
from sopgen.rules.language.spelling.nonstandard import standard
from sopgen.rules.missing_keys import unexamined_in
from tests.growth import LINEAR, growth
from tests.required_tools import skip_without

AFFIXES = """\
SET UTF-8
FLAG long
CIRCUMFIX A1
NEEDAFFIX A2
PFX M0 Y 2	# me-
PFX M0 0 me [lmnryw]
PFX M0 s meny s[^k^m^p^t^w^y]
PFX P1 Y 1
PFX P1 0 pe/A1 [lmnryw]
SFX Pa Y 1 # -an (pe-an)
SFX Pa 0 an/P1n0A1 .
SFX n0 Y 2
SFX n0 0 nya .
SFX n0 0 nyalah
"""
WORDS = "4\nlaksana/M0Pa\nsusun/M0n0\nuang/A2\nsurat/n0\n"


def loaded_of(text: str, defaults: str = "") -> Loaded:
    spec = (
        "judul: Penyusunan Laporan\npelaksana: {a: Analis, k: Kepala}\n"
        f"kegiatan:\n  - {{uraian: {text}, pelaksana: a}}\n  - {{uraian: Mengarsipkan, pelaksana: k}}\n"
    )
    return load_spec(MemorySource("a.sop.yaml", spec.encode(), bureau=defaults.encode() or None))


def said(loaded: Loaded) -> list[str]:
    return [each.message.id for each in check_spec(loaded, today=date(2026, 6, 2)) if each.code == "EJA-01"]


@pytest.fixture
def with_dictionary() -> None:
    if find_word_list() is None:
        skip_without("hunspell", "no hunspell dictionary id_ID here")


@pytest.fixture
def without_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionary, "_FOLDERS", ())
    monkeypatch.setattr(dictionary, "find_spec", lambda name: None)
    monkeypatch.setattr(document, "speller", speller.__wrapped__)


@pytest.mark.parametrize(
    ("word", "better"),
    [
        ("perijinan", "perizinan"),
        ("beresiko", "berisiko"),
        ("antrian", "antrean"),
        ("efektifitasnya", "efektivitasnya"),
        ("dimeja", "di meja"),
        ("diatasnya", "di atasnya"),
        ("dientri", "dimasukkan"),
        ("mengupload", "mengunggah"),
        ("ditandatangani", ""),
        ("dibawahi", ""),
        ("responden", ""),
        ("lahir", ""),
        ("ditempatkan", ""),
    ],
)
def test_habits_are_known_in_all_their_forms(word: str, better: str) -> None:
    assert standard(word) == better


@pytest.mark.parametrize(
    ("name", "slips"),
    [
        ("Undang-Undnag Nomor 25 Tahun 2009 tentang Pelayanan Publik", [("Undang-Undnag", "Undang-Undang")]),
        ("Undang Undang No. 5 Tahun 2014", [("Undang Undang", "Undang-Undang"), ("No.", "Nomor")]),
        ("Permempan Nomor 35 Tahun 2012", [("Permempan", "Permenpan")]),
        ("Peraturan Mentri Dalam Negeri", [("Mentri", "Menteri")]),
        ("PERATURAN PEMERINTAH NOMOR 5 TAHUN 2014 tentang Transfusi Darah", []),
        ("Peraturan BPOM Nomor 8 Tahun 2023 tentang Bahan Baku Obat dan Izin Praktik Bidan kepada Daerah", []),
        ("Peraturan Menteri Nomor 8 Tahu 2023 tenang Tembaga", [("tenang", "tentang"), ("Tahu", "Tahun")]),
    ],
)
def test_names_of_laws_need_no_dictionary(name: str, slips: list[tuple[str, str]]) -> None:
    assert list(slips_in(name)) == slips


def test_affixes_build_what_hunspell_says_they_build(tmp_path: Path) -> None:
    (tmp_path / "id_ID.aff").write_text(AFFIXES)
    (tmp_path / "id_ID.dic").write_text(WORDS)
    words = Hunspell(tmp_path / "id_ID.dic")
    right = "laksana melaksana pelaksanaan pelaksanaannya menyusun menyusunnya susunnya suratnya suratnyalah"
    wrong = "mesusun pelaksana laksanaan laksanaannya melaksanaan uang menyurat suratan"
    assert [word for word in right.split() if not words.has(word)] == []
    assert [word for word in wrong.split() if words.has(word)] == []


@pytest.mark.usefixtures("with_dictionary")
def test_a_slip_is_told_with_what_was_meant() -> None:
    assert said(loaded_of("Menyampaian lapran kepada Kepala")) == [
        "“Menyampaian” tidak ada di kamus id_ID; mungkin “Menyampaikan”.",
        "“lapran” tidak ada di kamus id_ID; mungkin “laporan”.",
    ]


@pytest.mark.usefixtures("with_dictionary")
@pytest.mark.parametrize(
    "text",
    [
        "Mengirim surat kepada PT Sumber Makmr di Bengkulu",
        "Menyusun lapran, lapran, dan lapran",
        "Mengunggah ke lapran.go.id dan lapran2",
        "Menyusun dashboard dan checklist",
        "Memberi tahu mengenai jadwal, mengutip, memakai, menyapu, menolak, mengupas",
        "Menyusun rincian dan perincian biaya secara terinci, lalu merinci subkegiatan",
    ],
)
def test_names_habits_and_foreign_words_are_passed_over(text: str) -> None:
    assert said(loaded_of(f'"{text}"')) == []


@pytest.mark.usefixtures("with_dictionary")
def test_an_agencys_own_words_are_right() -> None:
    assert said(loaded_of("Menyusun lapran dan resiko", "kata: [Lapran, resiko]\n")) == []


@pytest.mark.usefixtures("with_dictionary")
def test_a_text_in_another_language_is_said_to_be_unexamined_and_costs_little() -> None:
    def foreign(count: int) -> Loaded:
        words = [f"xk{a}q{b}v{c}" for a in "abcdefghij" for b in "abcdefghijklmnop" for c in "zyxwvuts"]
        return loaded_of(" ".join(words[:count]))

    assert growth(lambda count: said(foreign(count)), 160) < LINEAR
    loaded = foreign(160)
    assert said(loaded) == []
    assert [each.why.id for each in unexamined_in(loaded) if "EJA-01" in each.what.id] == [
        "terlalu banyak kata yang tidak ada di kamus id_ID"
    ]


@pytest.mark.usefixtures("with_dictionary")
def test_a_word_of_thousands_of_letters_is_no_slip_of_any() -> None:
    path = find_word_list()
    assert path is not None
    judge = Speller(dictionary.Dictionary(path))
    tracemalloc.start()
    try:
        assert not judge.meant("é" * 3_000)
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.usefixtures("without_dictionary")
def test_without_a_dictionary_the_tables_speak_and_the_report_says_so() -> None:
    loaded = loaded_of("Menyampaian resiko")

    assert speller.__wrapped__() is None
    assert said(loaded) == ["“resiko” bukan ejaan baku."]
    assert [each.why.id for each in unexamined_in(loaded) if "EJA-01" in each.what.id] == [
        "kamus id_ID tidak terpasang; sopgen[ejaan] membawanya"
    ]


def test_a_rule_that_is_off_is_not_missed() -> None:
    assert not [
        each for each in unexamined_in(loaded_of("Menyusun", "aturan: {EJA-01: mati}\n")) if "EJA-01" in each.what.id
    ]


@pytest.mark.usefixtures("with_dictionary")
def test_the_likeliest_slip_comes_first() -> None:
    path = find_word_list()
    assert path is not None
    judge = Speller(dictionary.Dictionary(path))
    assert [judge.meant(word) for word in ("laproan", "dokumne", "perbiakan", "balita", "menyusun")] == [
        "laporan",
        "dokumen",
        "perbaikan",
        "",
        "",
    ]


@pytest.mark.usefixtures("with_dictionary")
@pytest.mark.parametrize(
    "word",
    [
        # Another first letter, or none, is another word; so is a loan that another key far off makes.
        *("saturasi", "literasi", "intubasi"),
        # Loans with the ending that the dictionary has not.
        *("narkotika", "triase"),
        # Who does it, of the verb that is listed; a verb of a noun by its sound changes; one of an English word.
        *("penular", "mengode", "melisting"),
    ],
)
def test_words_that_no_dictionary_lists_are_right(word):
    assert said(loaded_of(f"Mencatat {word} hari ini")) == []


@pytest.mark.usefixtures("with_dictionary")
@pytest.mark.parametrize(
    ("word", "meant"),
    [("arsib", "arsip"), ("hasl", "hasil"), ("darh", "darah"), ("permohonana", "permohonan"), ("pelaajr", "pelajar")],
)
def test_slips_at_the_end_and_in_short_words(word, meant):
    (told,) = said(loaded_of(f"Mencatat {word} hari ini"))

    assert told == f"“{word}” tidak ada di kamus id_ID; mungkin “{meant}”."


@pytest.mark.usefixtures("with_dictionary")
def test_a_law_may_be_called_in_short():
    spec = 'judul: Penyusunan Laporan\ndasar_hukum: ["{} Nomor 14 Tahun 2012 tentang Penyidikan"]\n'
    rest = "pelaksana: {a: Analis, k: Kepala}\nkegiatan:\n"
    rest += "  - {uraian: Menyusun laporan, pelaksana: a}\n  - {uraian: Mengarsipkan, pelaksana: k}\n"

    assert said(load_spec(MemorySource("a.sop.yaml", (spec.format("Perkap") + rest).encode()))) == []
    assert len(said(load_spec(MemorySource("a.sop.yaml", (spec.format("Peratuan Menteri") + rest).encode())))) == 1


@pytest.mark.usefixtures("with_dictionary")
def test_a_short_word_that_opens_a_cell_is_no_name():
    assert said(loaded_of("Menyimpan arsip, output: Arsib surat")) == [
        "“Arsib” tidak ada di kamus id_ID; mungkin “Arsip”."
    ]


@pytest.mark.usefixtures("with_dictionary")
@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Menfasilitasi rapat", "Memfasilitasi"),
        ("Menperiksa berkas", "Memeriksa"),
        ("Mengperbarui data", "Memperbarui"),
    ],
)
def test_a_prefix_that_never_stands_before_that_sound(text: str, meant: str) -> None:
    (told,) = said(loaded_of(text))
    assert told.endswith(f"mungkin “{meant}”.")


@pytest.mark.usefixtures("with_dictionary")
def test_what_every_office_writes_gets_no_silly_advice() -> None:
    assert said(loaded_of('"Mencap surat, menginstruksikan, nodin, rakor, karis, menstempel"')) == []
